"""A large text a part at a time: each is read with what stands around it, and gives what it gives in the whole."""

from __future__ import annotations

from dataclasses import dataclass

from collector.model import Redaction
from collector.redaction import ledger
from collector.redaction.detectors import _inserts, _tables, pem
from collector.redaction.engine import Engine, Found
from collector.redaction.known import Known
from collector.redaction.spans import Span

AROUND = 128 * 1024
"""Bytes before and after a part in which what belongs to it is looked for: more than any detector looks away."""


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """Whole lines of a text as UTF-8, and those before and after that may belong to them.

    Before them stands, first of all, the line that tells what their rows are, where that is further up.
    """

    before: bytes
    content: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class CleanPart:
    """A part without what is sensitive; `surrounded` is the same with its clean surroundings, for the search."""

    content: bytes
    surrounded: bytes
    redactions: tuple[Redaction, ...]
    """Places are lines and columns of this part's content."""


@dataclass(frozen=True, slots=True, repr=False)
class FoundPart:
    """What the rules find in a part and around it, and where in that text the part begins and ends."""

    found: Found
    start: int
    end: int


def find(engine: Engine, part: Part) -> FoundPart:
    """Return everything the rules find in a part, seen with what stands around it."""
    before, content, after = (_decoded(each) for each in (part.before, part.content, part.after))
    start = len(before)
    return FoundPart(engine.find_in_lines(before + content + after), start, start + len(content))


def learned(engine: Engine, part: FoundPart) -> tuple[Span, ...]:
    """Return what is found in a part and strong enough to be looked for everywhere."""
    return tuple(span for span in engine.learnable(part.found) if part.start <= span.start < part.end)


def cleaned(engine: Engine, part: FoundPart, known: Known, member: str) -> CleanPart:
    """Return a part clean; what crosses its border is marked where it begins and gone from where it ends."""
    spliced = engine.spliced(part.found, known, member)
    first, last = spliced.place_of(part.start), spliced.place_of(part.end)
    content = spliced.text[first:last]
    placed = [mark._replace(offset=mark.offset - first) for mark in spliced.placed if first <= mark.offset < last]
    rows = ledger.rows(content, placed, member, engine.pseudonyms)
    return CleanPart(_encoded(content), _encoded(spliced.text), rows)


def may_go_on(tail: bytes) -> bool:
    """Tell whether the last lines before a border may belong to what begins further up than a part looks."""
    decoded = _decoded(tail)
    lines = decoded.split("\n")[1:-1]
    are_rows = lines and (_tables.is_even(lines) or all(line.lstrip(" \t,").startswith("(") for line in lines))
    return bool(are_rows) or pem.may_go_on(decoded)


def leading(text: bytes) -> bytes:
    """Return the line that tells what the lines after a text are: a table's header, an insertion's columns, a key."""
    decoded = _decoded(text)
    return _encoded(pem.begin_before(decoded) or _tables.header_before(decoded) or _inserts.insert_before(decoded))


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
