"""The public library: texts, values and streams in, the same without what is sensitive out."""

from __future__ import annotations

import json
import os
import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from collector import resources
from collector.errors import ConfigError, UsageError
from collector.model import Redaction
from collector.redaction import parts
from collector.redaction.engine import Engine
from collector.redaction.known import Known
from collector.redaction.parts import AROUND, Part, following, leading, may_go_on
from collector.redaction.rules import RuleSet, load_rules
from collector.sentence import Sentence

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]
STREAM_CHUNK = 4 * 1024 * 1024
"""Bytes of a stream that are worked on at once: a shorter one as a whole; a line of twice as many is cut."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A clean text and what was removed from it."""

    text: str
    redactions: tuple[Redaction, ...]


@dataclass(frozen=True, slots=True)
class RedactedValue:
    """A clean JSON value of the same shape and what was removed from it."""

    value: JsonValue
    redactions: tuple[Redaction, ...]


@dataclass(frozen=True, slots=True)
class StreamResult:
    """What a stream came to: with one of `passes`, a value learned late was not looked for in what went before."""

    bytes_read: int
    bytes_written: int
    redactions: Mapping[str, int]
    """How many, by rule."""
    passes: int
    """2 of a stream that was read as a whole."""


class Redactor:
    """Redacts with one set of rules and one pseudonym key; keeps nothing else from call to call."""

    def __init__(self, rules: RuleSet, *, key: bytes | None = None, region: str | None = None) -> None:
        _check_region(region)
        self.rules = rules
        self._engine = Engine.of(rules, key or secrets.token_bytes(32), None, region)

    @classmethod
    def from_file(
        cls,
        path: str | os.PathLike[str] | None = None,
        *,
        key: bytes | None = None,
        level: str | None = None,
        region: str | None = None,
    ) -> Redactor:
        """Return a redactor of the shipped rules and of a file's; raise ConfigError, or OSError for the file.

        `key` (16 bytes or more) makes pseudonyms repeatable; without one they are new. `region` is the ISO 3166
        code whose national phone numbers count as numbers. ValueError for a shorter key or a region nobody knows.
        """
        own = _read(Path(path)) if path is not None else None
        rules = load_rules(
            resources.rules_text(), own, own_file=os.fspath(path) if path is not None else "", level=level
        )
        return cls(rules, key=key, region=region)

    def redact_text(self, text: str) -> Redacted:
        """Return the text without what is sensitive; JSON stays JSON."""
        found = self._engine.find(text)
        known = Known()
        self._engine.learn(found, known)
        return Redacted(*self._engine.clean(found, known))

    def redact_json(self, value: JsonValue) -> RedactedValue:
        """Return a JSON-serialisable value of the same shape; TypeError or ValueError for what JSON cannot hold."""
        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        except RecursionError:
            raise ValueError("the value is nested too deep") from None
        found = self._engine.find(text, "value.json")
        known = Known()
        self._engine.learn(found, known)
        clean, redactions = self._engine.clean(found, known)
        return RedactedValue(json.loads(clean, object_pairs_hook=_every_member), redactions)

    def redact_stream(self, reader: BinaryIO, writer: BinaryIO) -> StreamResult:
        """Copy bytes clean in bounded memory; above 4 MiB, what was learned is looked for in what follows only.

        Raises UsageError where a zero byte comes: nobody can say what it holds.
        """
        known = Known()
        read = written = 0
        counts: Counter[str] = Counter()
        before = rest = b""

        def put(clean: bytes, rules: list[str]) -> None:
            nonlocal written
            counts.update(rules)
            written += len(clean)
            _write_all(writer, clean)

        while block := reader.read(STREAM_CHUNK):
            if b"\0" in block:
                raise UsageError(
                    "a stream with zero bytes is binary or UTF-16, and is not read",
                    cure="unpack what is packed; save UTF-16 as a file, and redact that",
                )
            read += len(block)
            rest += block
            while end := _cut(rest):
                content, rest = rest[:end], rest[end:]
                put(*self._next(Part(before, content, following(rest[:AROUND])), known))
                before = _before(before, content)
        put(*(self._next(Part(before, rest, b""), known) if before else self._last(rest, known)))
        return StreamResult(read, written, dict(counts), passes=1 if before else 2)

    def _last(self, content: bytes, known: Known) -> tuple[bytes, list[str]]:
        """Clean what is all there is, read as what it is; return it with the rule of each mark."""
        found = self._engine.find(content.decode("utf-8", "surrogateescape"))
        self._engine.learn(found, known)
        clean, redactions = self._engine.clean(found, known)
        return clean.encode("utf-8", "surrogateescape"), [redaction.rule for redaction in redactions]

    def _next(self, part: Part, known: Known) -> tuple[bytes, list[str]]:
        found = parts.find(self._engine, part)
        for span in parts.learned(self._engine, found):
            known.learn(span)
        clean = parts.cleaned(self._engine, found, known, "")
        return clean.content, [placed.span.rule for placed in clean.placed]


def _check_region(region: str | None) -> None:
    """Refuse a region nobody knows: its national numbers would silently stay."""
    if region is None:
        return
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415  heavy, and seldom asked for

    if region not in SUPPORTED_REGIONS:
        raise ValueError(f"there is no country {region!r}: give its two capital letters, for example DE")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        what = Sentence("rules file")
        raise ConfigError(
            "the {what} {path} is not UTF-8 text", cure="save it as UTF-8", what=what, path=path
        ) from None


def _write_all(writer: BinaryIO, content: bytes) -> None:
    """Write all of it, also where a stream without a buffer takes less at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[writer.write(rest) :]


def _every_member(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    """Return an object with all its members: of names that became one mark, the later ones are numbered."""
    members: dict[str, JsonValue] = {}
    times: Counter[str] = Counter()
    for name, value in pairs:
        times[name] += 1
        numbered = name if times[name] == 1 else f"{name} {times[name]}"
        while numbered in members:
            times[name] += 1
            numbered = f"{name} {times[name]}"
        members[numbered] = value
    return members


def _cut(data: bytes) -> int:
    """Return how much can be worked on now: whole lines, so that as much as a part is seen with is left of the rest."""
    if len(data) <= STREAM_CHUNK + AROUND:
        return 0
    end = data.rfind(b"\n", 0, STREAM_CHUNK) + 1 or data.find(b"\n", STREAM_CHUNK, -AROUND) + 1
    if not end and len(data) >= 2 * STREAM_CHUNK:
        end = max(data.rfind(c) for c in (b" ", b",", b";")) + 1 or len(data)
    return end


def _before(before: bytes, content: bytes) -> bytes:
    """Return what the next part is seen with: the last lines, and the one further up that tells what they are."""
    if len(before) + len(content) <= AROUND:
        return before + content
    tail = (before[-AROUND:] + content[-AROUND:])[-AROUND:]
    line = leading(before + content) if may_go_on(tail) else b""
    return line + tail[tail.find(b"\n") + 1 :]
