"""A large text a part at a time: each is read with what stands around it, and gives what it gives in the whole."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from collector.model import Redaction
from collector.redaction import ledger
from collector.redaction.detectors import _inserts, _named_columns, _tables, host, pem, user
from collector.redaction.engine import Engine, Found
from collector.redaction.kept_finds import KeptFinds
from collector.redaction.known import Known
from collector.redaction.marks import Pseudonyms
from collector.redaction.spans import Span
from collector.redaction.splice import Placed, Spliced

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


@dataclass(frozen=True, slots=True, repr=False)
class CleanPart:
    """A part without what is sensitive, with its clean surroundings; `placed` are the marks in the part itself."""

    spliced: Spliced
    start: int
    end: int
    placed: tuple[Placed, ...]

    @property
    def content(self) -> bytes:
        """Return the part itself."""
        return _encoded(self._text)

    @property
    def surrounded(self) -> bytes:
        """Return the part with its surroundings, for the search."""
        return _encoded(self.spliced.text)

    def redactions(self, member: str, pseudonyms: Pseudonyms) -> tuple[Redaction, ...]:
        """Return the rows of the ledger; places are lines and columns of the part itself."""
        placed = [mark._replace(offset=mark.offset - self.start) for mark in self.placed]
        return ledger.rows(self._text, placed, member, pseudonyms)

    @property
    def _text(self) -> str:
        return self.spliced.text[self.start : self.end]


@dataclass(frozen=True, slots=True, repr=False)
class FoundPart:
    """What the rules find in a part and around it, and where in that text the part begins and ends."""

    found: Found
    start: int
    end: int


def find(engine: Engine, part: Part, kept: KeptFinds | None = None) -> FoundPart:
    """Return everything the rules find in a part, seen with what stands around it; `kept` is what they found before."""
    before, content, after = (_decoded(each) for each in (part.before, part.content, part.after))
    start = len(before)
    text = f"{before}{content}{after}"
    found = engine.find_again(text, kept) if kept else engine.find_in_lines(text)
    return FoundPart(found, start, start + len(content))


def kept(part: FoundPart) -> KeptFinds:
    """Return what was found in a part, as it is kept until that is cleaned."""
    document = part.found.document
    return KeptFinds.pack(document.text, list(document.worth or ()), part.found.spans)


def learned(engine: Engine, part: FoundPart) -> tuple[Span, ...]:
    """Return what is found in a part and strong enough to be looked for everywhere."""
    return tuple(span for span in engine.learnable(part.found) if part.start <= span.start < part.end)


def cleaned(engine: Engine, part: FoundPart, known: Known, member: str) -> CleanPart:
    """Return a part clean; what crosses its border is marked where it begins and gone from where it ends."""
    spliced = engine.spliced(part.found, known, member)
    start, end = spliced.place_of(part.start), spliced.place_of(part.end)
    first, last = (bisect_left(spliced.placed, place, key=attrgetter("offset")) for place in (start, end))
    return CleanPart(spliced, start, end, spliced.placed[first:last])


def may_go_on(tail: bytes) -> bool:
    """Tell whether the last lines before a border may belong to what begins further up than a part looks."""
    decoded = _decoded(tail)
    lines = decoded.split("\n")[1:-1]
    are_rows = lines and (_tables.is_even(lines) or all(line.lstrip(" \t,").startswith("(") for line in lines))
    return bool(are_rows) or pem.may_go_on(decoded)


def leading(text: bytes) -> bytes:
    """Return the line that tells what the lines after a text are: a table's header, an insertion's columns, a key."""
    decoded = _decoded(text)
    return _encoded(
        pem.begin_before(decoded)
        or _tables.header_before(decoded)
        or _named_columns.header_before(decoded, user.COLUMNS, host.COLUMNS)
        or _inserts.insert_before(decoded)
    )


def following(read: bytes) -> bytes:
    """Return, of the `AROUND` bytes that come after a part, or of fewer where no more come, what it is seen with."""
    last = read.rfind(b"\n") + 1
    return read[:last] if last and len(read) == AROUND else read


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
