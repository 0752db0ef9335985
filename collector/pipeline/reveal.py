"""Turns a mark back, for whoever holds the originals and the key; what was asked is recorded."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from collector.errors import OutputError, UsageError
from collector.pipeline.configuration import rules_of
from collector.pipeline.keys import kept_key
from collector.pipeline.texts import Texts
from collector.redaction.reveal import Place, places
from collector.settings import Settings

MARK = re.compile(r"\[[a-z][a-z0-9-]{1,40}:[a-z0-9]{13}\]")


@dataclass(frozen=True, slots=True)
class Revealed:
    """The values that a mark stands for, and how many originals could not be searched: links, binary, unreadable."""

    places: tuple[Place, ...]
    passed_over: int


def reveal(mark: str, originals: Path, settings: Settings) -> Revealed:
    """Return the values in a file or folder of originals that have this mark by the key that was kept.

    Recorded in the state folder first: when, by whom, which mark; never the value. Raises UsageError, OutputError.
    """
    if not MARK.fullmatch(mark):
        raise UsageError("{mark} is no mark", cure="copy one such as [phone:k3v9m2q7x4td8], in quotes", mark=mark)
    key, rules = kept_key(settings), rules_of(settings)
    texts = Texts(originals)
    _record(mark, key.scope)
    found = tuple(places(mark, texts, rules, key=key.content, region=settings["region"]))
    return Revealed(found, texts.passed_over)


def _record(mark: str, scope: str) -> None:
    path = platformdirs.user_state_path("collect-bundle") / "revealed.jsonl"
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "uid": os.getuid(), "mark": mark, "key": scope}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")
    except OSError as error:
        raise OutputError(
            "{path} cannot be written: {why}",
            cure="make it writable: nothing is revealed unrecorded",
            path=path,
            why=error.strerror,
        ) from None
