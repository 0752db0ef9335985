"""What goes, over the original text: half-open ranges, united where they overlap, never inside a mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from collector.redaction.detector import Kind


class Span(NamedTuple):
    """A range of the original, why it goes and what its mark stands for."""

    start: int
    end: int
    rule: str
    kind: Kind
    mark: str
    value: str
    action: str = "pseudonym"
    learn: bool = False
    traits: tuple[str, ...] = ()
    holds: tuple[str, str] | None = None
    placed: bool = False
    """Found by its place in a document, which says more than its looks."""

    def at(self, start: int, end: int) -> Span:
        """Return the same of another range."""
        return Span(start, end, *self[2:])

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """Return what decides which of two overlapping spans names their union."""
        return (self.kind == "secret", self.placed, self.end - self.start)


def template(span: Span, value: str) -> Span:
    """Return what is kept of a find beside its value: the same span for all values that were found alike."""
    is_all = span.value == value and span.holds is None
    return _shared(span.at(0, 0)._replace(value="")) if is_all else span


def of_value(kept: Span, value: str) -> Span:
    """Return the find of a value of which a template was kept."""
    return kept if kept.value else kept._replace(value=value)


@lru_cache(maxsize=4096)
def _shared(span: Span) -> Span:
    """Return the first of equal spans: tens of thousands of values are found alike."""
    return span


def united(spans: Iterable[Span]) -> list[Span]:
    """Return disjoint spans in order; of overlapping ones a secret names the union, else the longest."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.kind != "secret", s.rule, s.value)):
        if span.start >= span.end:
            continue
        if result and span.start < result[-1].end:
            last = result[-1]
            winner = span if span.weight > last.weight else last
            if winner is last and span.end <= last.end and not span.traits:
                continue
            traits = tuple(dict.fromkeys((*last.traits, *span.traits)))
            result[-1] = winner._replace(start=last.start, end=max(last.end, span.end), traits=traits)
        else:
            result.append(span)
    return result


def outside(spans: Iterable[Span], marks: list[tuple[int, int]]) -> list[Span]:
    """Return the spans cut around the marks."""
    if not marks:
        return [span for span in spans if span.start < span.end]
    ends = [end for _, end in marks]
    result: list[Span] = []
    for span in spans:
        position = span.start
        for index in range(bisect_right(ends, position), len(marks)):
            start, end = marks[index]
            if start >= span.end:
                break
            if position < start:
                result.append(span.at(position, start))
            position = end
        if position < span.end:
            result.append(span if position == span.start else span.at(position, span.end))
    return result
