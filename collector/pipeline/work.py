"""Files as pieces of work: whole, or the parts of a large log by offset and length, each with what stands around it."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from collector.errors import UsageError
from collector.redaction.parts import AROUND, Part, following, leading, may_go_on
from collector.sentence import Sentence
from collector.sources.folder import File
from collector.sources.packed import refuse_packed

PART = 2 * 1024 * 1024
LONGEST_LINE = 8 * 1024 * 1024
"""Bytes of a line beyond which it is read in parts, too."""
BLOCK = 64 * 1024
"""Bytes in which an end of a line, or of a word, is looked for at a time."""
WHOLE = 64 * 1024 * 1024
"""Bytes up to which a document (JSON, YAML, UTF-16) is read in one piece."""


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """Bytes that are in memory already and stay in this process: what a pipe brought."""

    content: bytes
    name: str = Sentence("standard input")

    @property
    def called(self) -> str:
        """Return what an error names them by."""
        return self.name

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open them for reading."""
        yield io.BytesIO(self.content)


Source = File | Held


@dataclass(frozen=True, slots=True, repr=False)
class Work:
    """A source from an offset on, so many bytes; `is_whole` where that is all of it, read as what it is."""

    source: Source
    offset: int
    length: int
    is_whole: bool
    leading: bytes = b""
    """The line above that tells what the rows are that it begins with."""


@dataclass(frozen=True, slots=True, repr=False)
class Plan:
    """The pieces of one source, in order, and what a reader must know about how it is read."""

    works: tuple[Work, ...]
    note: str = ""

    @property
    def size(self) -> int:
        """Return the bytes of all pieces."""
        return sum(work.length for work in self.works)


def plan(source: Source) -> Plan:
    """Return how a source is read; raises UsageError where it cannot be."""
    with source.opened() as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        head = stream.read(PART)
        refuse_packed(head, source.called)
        if size <= PART or (size <= WHOLE and _is_document(source.name, head)):
            return Plan((Work(source, 0, size, is_whole=True),))
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UsageError("UTF-16 of more than {mib} MiB is not read", cure="save it as UTF-8", mib=WHOLE >> 20)
        cuts = [0, *_cuts(stream, size), size]
        works = tuple(_parts(source, stream, cuts))
        return Plan(works, _LINES if _is_document(source.name, head) else "")


_LINES = Sentence("read as lines: it is larger than {mib} MiB", mib=WHOLE >> 20)


def _parts(source: Source, stream: BinaryIO, cuts: list[int]) -> Iterator[Work]:
    line = b""
    for start, end in pairwise(cuts):
        yield Work(source, start, end - start, is_whole=False, leading=line)
        line = _leading(stream, start, end, line)


def _leading(stream: BinaryIO, start: int, end: int, line: bytes) -> bytes:
    """Return the line that tells what the rows at the end of a part are; `line` tells it of those it begins with."""
    stream.seek(max(0, end - AROUND))
    if not may_go_on(stream.read(min(end, AROUND))):
        return b""
    return leading(line + _above(stream, start) + stream.read(end - start))


def _above(stream: BinaryIO, offset: int) -> bytes:
    """Return the lines that stand before an offset, and go there."""
    first = max(0, offset - AROUND)
    stream.seek(first)
    above = stream.read(offset - first)
    return above[above.find(b"\n") + 1 :] if first else above


def content(work: Work) -> bytes:
    """Return the bytes of a whole source; of a log that has grown meanwhile, the lines that were planned.

    Raises UsageError where they are no longer there, and where a document has changed.
    """
    with work.source.opened() as stream:
        read = stream.read(work.length + 1)
    lines = read.rfind(b"\n", 0, work.length) + 1
    if len(read) > work.length and lines and not _is_document(work.source.name, read):
        return read[:lines]
    return _as_planned(read, work.length)


def part(work: Work) -> Part:
    """Return a part with what stands around it; raises UsageError where it is no longer there."""
    with work.source.opened() as stream:
        before = work.leading + _above(stream, work.offset)
        middle = _as_planned(stream.read(work.length), work.length)
        return Part(before, middle, following(stream.read(AROUND)))


def _as_planned(read: bytes, length: int) -> bytes:
    if len(read) != length:
        raise UsageError("it changed while it was read", cure="copy it first, and redact the copy")
    return read


def _cuts(stream: BinaryIO, size: int) -> Iterator[int]:
    """Yield where parts begin: after a line's end, and in a line without one after a blank or a comma."""
    cut = 0
    while cut + PART < size:
        stream.seek(cut + PART - 1)
        found = _after_line(stream, min(size, cut + LONGEST_LINE))
        cut = found or _after_word(stream, cut + PART)
        if cut < size:
            yield cut


def _after_line(stream: BinaryIO, until: int) -> int | None:
    while (at := stream.tell()) < until:
        block = stream.read(min(BLOCK, until - at))
        if not block:
            return None
        if (found := block.find(b"\n")) >= 0:
            return at + found + 1
    return None


def _after_word(stream: BinaryIO, near: int) -> int:
    stream.seek(near - BLOCK)
    block = stream.read(BLOCK)
    found = max(block.rfind(separator) for separator in (b" ", b",", b";"))
    return near - BLOCK + found + 1 if found >= 0 else near - _cut_character(block)


def _cut_character(block: bytes) -> int:
    """Return how many bytes at the end are the beginning of a character of UTF-8."""
    for count in range(1, 4):
        if block[-count] & 0xC0 != 0x80:
            return count if block[-count] >= 0xC0 else 0
    return 0


# A log whose lines begin with a time or a level in brackets is none.
_BEGINS_JSON = re.compile(
    rb"\{\s*\"|\[\s*(?:[\[{\"]|(?:-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)\s*,)"
)


def _is_document(name: str, head: bytes) -> bool:
    """Tell whether content is one document by its name or its beginning, and not one a line."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    begin = head.lstrip(b" \t\r\n\xef\xbb\xbf")
    if _BEGINS_JSON.match(begin):
        return not _begins_with_a_whole_value(begin)
    return name.lower().endswith((".yaml", ".yml"))


def _begins_with_a_whole_value(begin: bytes) -> bool:
    """Tell whether the first line begins with a whole value of JSON: more follows, as in a log."""
    try:
        json.JSONDecoder().raw_decode(begin.split(b"\n", 1)[0].decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return False
    return True
