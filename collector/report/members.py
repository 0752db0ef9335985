"""Chooses which lines of the collected members a page shows: all where they fit, else those around the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import escape

from collector.finding import Pointer
from collector.language import Language, language
from collector.model import Clean
from collector.report.escape import printable
from collector.report.listing import Listing, listing
from collector.run import Contents
from collector.units import cut, size

_AROUND = 4
_LINE_COST = 30
"""Bytes of markup around a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its number, or in its place how many lines are left out; `anchor` where evidence leads to it."""

    number: int
    text: str
    anchor: str = ""
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One member as the page shows it."""

    name: str
    size: str
    note: str
    rows: tuple[Row, ...]
    total: int
    shown: int


@dataclass(frozen=True, slots=True)
class Layout:
    """All members shown, and the anchors by member and pointer."""

    sections: tuple[Section, ...]
    unlisted: int
    anchors: dict[tuple[str, str], str]

    def href(self, pointer: Pointer) -> str:
        """Return the link to the line that shows the evidence; empty where none is shown."""
        anchor = self.anchors.get((pointer.member, pointer.pointer))
        return f"#{anchor}" if anchor else ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A member laid out, and what each of its lines costs in bytes of HTML."""

    member: Clean
    laid: Listing
    costs: tuple[int, ...]


def measure(contents: Contents, *, most: int) -> tuple[Measured, ...]:
    """Return the first `most` members laid out; the expensive part, done once for every attempt to fit a page."""
    laid = ((member, listing(member.content)) for member in contents.members[:most])
    return tuple(Measured(member, listed, tuple(map(_cost, listed.lines))) for member, listed in laid)


def lay_out(contents: Contents, measured: tuple[Measured, ...], *, budget: int, most: int) -> Layout:
    """Return the first `most` members within about `budget` bytes of HTML."""
    say, wanted = language(contents.run.language), _evidence(contents)
    shares = _shares([sum(one.costs) for one in measured[:most]], budget)
    sections: list[Section] = []
    anchors: dict[tuple[str, str], str] = {}
    for index, (one, share) in enumerate(zip(measured[:most], shares, strict=True), 1):
        member, laid = one.member, one.laid
        lines = {p: line for p in wanted.get(str(member.name), ()) if (line := laid.line_of(p)) is not None}
        chosen = _chosen(one, set(lines.values()), share)
        anchors |= {(str(member.name), p): f"m{index}-{line}" for p, line in lines.items() if line in chosen}
        marked = {line for line in lines.values() if line in chosen}
        sections.append(_section(member, laid, tuple(_rows(laid, chosen, marked, index, say)), contents))
    return Layout(tuple(sections), max(0, len(contents.members) - most), anchors)


def _section(member: Clean, laid: Listing, rows: tuple[Row, ...], contents: Contents) -> Section:
    say = language(contents.run.language)
    note = say("; ").join(filter(None, (say.told(contents.notes.get(member.name, "")), laid.note and say(laid.note))))
    shown = sum(1 for row in rows if not row.skipped)
    return Section(cut(member.name, 160), size(len(member.content)), cut(note, 300), rows, len(laid.lines), shown)


def _evidence(contents: Contents) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in contents.findings:
        for pointer in finding.evidence:
            found.setdefault(pointer.member, []).append(pointer.pointer)
    return found


def _shares(costs: list[int], budget: int) -> list[int]:
    """Divide the budget: what a small member leaves over goes to the larger ones."""
    shares, left = [0] * len(costs), budget
    for place, index in enumerate(sorted(range(len(costs)), key=lambda i: costs[i])):
        shares[index] = min(costs[index], left // (len(costs) - place))
        left -= shares[index]
    return shares


def _chosen(one: Measured, wanted: set[int], share: int) -> set[int]:
    """Return the numbers of the lines to show: those around the evidence first, then from the top."""
    near = (n for line in sorted(wanted) for n in range(line - _AROUND, line + _AROUND + 1))
    chosen: set[int] = set()
    for number in _distinct((*sorted(wanted), *near, *range(1, len(one.costs) + 1)), len(one.costs)):
        share -= one.costs[number - 1]
        if share < 0:
            break
        chosen.add(number)
    return chosen


def _distinct(numbers: Iterable[int], last: int) -> Iterator[int]:
    return iter(dict.fromkeys(number for number in numbers if 1 <= number <= last))


def _rows(laid: Listing, chosen: set[int], marked: set[int], index: int, say: Language) -> Iterator[Row]:
    before = 0
    for number in sorted(chosen):
        if number > before + 1:
            yield Row(0, "", skipped=number - before - 1)
        yield Row(number, say.told(laid.lines[number - 1]), f"m{index}-{number}" if number in marked else "")
        before = number
    if before < len(laid.lines):
        yield Row(0, "", skipped=len(laid.lines) - before)


def _cost(line: str) -> int:
    return len(escape(printable(line)).encode("utf-8", "replace")) + _LINE_COST
