"""A large text a part at a time: each is read with what stands around it, and gives what it gives in the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collector.model import Redaction
from collector.redaction import ledger
from collector.redaction.engine import Engine
from collector.redaction.known import Known
from collector.redaction.spans import Span


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """Whole lines of a text as UTF-8, and those before and after that may belong to them."""

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


def learned(engine: Engine, part: Part) -> tuple[Span, ...]:
    """Return what is found in a part and strong enough to be looked for everywhere."""
    text, start, end = _decoded(part)
    return tuple(span for span in engine.learnable(engine.find_in_lines(text)) if start <= span.start < end)


def cleaned(engine: Engine, part: Part, known: Known, member: str) -> CleanPart:
    """Return a part clean; what crosses its border is marked where it begins and gone from where it ends."""
    text, start, end = _decoded(part)
    spliced = engine.spliced(engine.find_in_lines(text), known, member)
    first, last = spliced.place_of(start), spliced.place_of(end)
    content = spliced.text[first:last]
    placed = [replace(mark, offset=mark.offset - first) for mark in spliced.placed if first <= mark.offset < last]
    rows = ledger.rows(content, placed, member, "lines", engine.pseudonyms)
    return CleanPart(_encoded(content), _encoded(spliced.text), rows)


def _decoded(part: Part) -> tuple[str, int, int]:
    before, content, after = (
        each.decode("utf-8", "surrogateescape") for each in (part.before, part.content, part.after)
    )
    return before + content + after, len(before), len(before) + len(content)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
