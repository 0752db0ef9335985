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
from collector.model import RawText
from collector.pipeline.keys import kept_key
from collector.pipeline.options import rules_of
from collector.redaction.reveal import places
from collector.settings import Settings
from collector.sources.folder import names, read

MARK = re.compile(r"\[[a-z][a-z0-9-]{1,40}:[a-z0-9]{13}\]")


@dataclass(frozen=True, slots=True)
class Revealed:
    """A value that a mark stands for, and where in the originals."""

    file: RawText
    place: str
    value: RawText


def reveal(mark: str, originals: Path, settings: Settings) -> tuple[Revealed, ...]:
    """Return the values in a file or folder of originals that have this mark by the key that was kept.

    Recorded in the state folder first: when, by whom, which mark; never the value. Raises UsageError, OutputError.
    """
    if not MARK.fullmatch(mark):
        raise UsageError("{mark} is no mark", cure="copy one such as [phone:k3v9m2q7x4td8], in quotes", mark=mark)
    key, rules = kept_key(settings), rules_of(settings)
    _record(mark, key.scope)
    folder = originals if originals.is_dir() else originals.resolve().parent
    files = names(folder) if originals.is_dir() else (RawText(originals.resolve().name),)
    return tuple(
        Revealed(name, place.at, place.value)
        for name in files
        for place in places(mark, read(folder, name), rules, key=key.content, region=settings["region"])
    )


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
            cure="nothing is revealed unrecorded",
            path=path,
            why=error.strerror,
        ) from None
