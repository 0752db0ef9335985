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
from collector.errors import UsageError
from collector.model import Redaction
from collector.redaction.engine import Engine
from collector.redaction.known import Known
from collector.redaction.rules import RuleSet, load_rules

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]
STREAM_CHUNK = 1024 * 1024


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
    """What a stream came to: `passes` is 1, so a value learned late was not looked for in what went before."""

    bytes_read: int
    bytes_written: int
    redactions: Mapping[str, int]
    """How many, by rule."""
    passes: int = 1


class Redactor:
    """Redacts with one set of rules and one pseudonym key; keeps nothing else from call to call."""

    def __init__(self, rules: RuleSet, *, key: bytes | None = None, region: str | None = None) -> None:
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
        code whose national phone numbers count as numbers.
        """
        own = Path(path).read_text(encoding="utf-8") if path is not None else None
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
        return RedactedValue(json.loads(clean), redactions)

    def redact_stream(self, reader: BinaryIO, writer: BinaryIO) -> StreamResult:
        """Copy bytes clean in one pass and bounded memory; what was learned is looked for in what follows only.

        Raises UsageError at a zero byte: nobody can say what binary content holds, and UTF-16 is not read in pieces.
        """
        known = Known()
        read = written = 0
        counts: Counter[str] = Counter()
        rest = b""
        while True:
            block = reader.read(STREAM_CHUNK)
            read += len(block)
            chunk, rest = _whole_lines(rest + block, last=not block)
            if b"\0" in chunk:
                raise UsageError(
                    "a stream with zero bytes is binary or UTF-16, and is not read",
                    cure="save it as a file, redact that",
                )
            if chunk:
                found = self._engine.find(chunk.decode("utf-8", "surrogateescape"))
                self._engine.learn(found, known)
                clean, redactions = self._engine.clean(found, known)
                counts.update(redaction.rule for redaction in redactions)
                written += writer.write(clean.encode("utf-8", "surrogateescape"))
            if not block:
                return StreamResult(read, written, dict(counts))


def _whole_lines(data: bytes, *, last: bool) -> tuple[bytes, bytes]:
    """Return what can be worked on now and what waits for the rest of its line, or of its private key."""
    if last:
        return data, b""
    end = data.rfind(b"\n") + 1
    if not end and len(data) >= 4 * STREAM_CHUNK:
        end = max(data.rfind(c) for c in (b" ", b",", b";")) + 1 or len(data)
    begin = data.rfind(b"-----BEGIN", 0, end)
    if begin > 0 and data.find(b"-----END", begin, end) < 0 and end - begin < 32 * 1024:
        end = begin
    return data[:end], data[end:]
