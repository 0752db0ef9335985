"""Other readings of a text, each with a map back to the original offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Range = tuple[int, int]


class View:
    """A text made from pieces of an original.

    A piece is copied (offsets run in step), replaced (any hit in it means the whole original piece) or synthetic
    (context for the detectors, stands nowhere in the original).
    """

    __slots__ = ("_ends", "_kinds", "_origins", "_starts", "depth", "parent", "text")

    COPIED, REPLACED, SYNTHETIC = 0, 1, 2

    def __init__(self, text: str, pieces: list[tuple[int, int, int, int]], parent: View | None, depth: int) -> None:
        self.text = text
        self.parent = parent
        self.depth = depth
        self._starts = [p[0] for p in pieces]
        self._origins = [p[1] for p in pieces]
        self._ends = [p[2] for p in pieces]
        self._kinds = [p[3] for p in pieces]

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the outermost original that the range of this view came from."""
        ranges = self._here(start, end)
        if self.parent is None:
            return ranges
        parent = self.parent
        return _joined(r for a, b in ranges for r in parent.original(a, b))

    def _here(self, start: int, end: int) -> list[Range]:
        if start >= end:
            return []
        found: list[Range] = []
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._starts) and self._starts[index] < end:
            kind, origin, last = self._kinds[index], self._origins[index], self._ends[index]
            if kind == View.REPLACED:
                found.append((origin, last))
            elif kind == View.COPIED:
                shift = origin - self._starts[index]
                found.append((max(origin, start + shift), min(last, end + shift)))
            index += 1
        return _joined(found)


def _joined(ranges: Iterable[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in ranges:
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


class ViewBuilder:
    """Puts a view together, left to right."""

    def __init__(self, parent: View | None = None, *, depth: int = 0) -> None:
        self._depth = depth
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int, int, int]] = []
        self._length = 0
        self._parent = parent

    def _add(self, text: str, origin: int, end: int, kind: int) -> None:
        if text or kind == View.REPLACED:
            self._parts.append(text)
            self._pieces.append((self._length, origin, end, kind))
            self._length += len(text)

    def copied(self, text: str, origin: int) -> None:
        """Add text that stands at `origin` as it is."""
        self._add(text, origin, origin + len(text), View.COPIED)

    def replaced(self, text: str, origin: int, end: int) -> None:
        """Add text that stands for the original range."""
        self._add(text, origin, end, View.REPLACED)

    def synthetic(self, text: str) -> None:
        """Add text that stands nowhere in the original."""
        self._add(text, 0, 0, View.SYNTHETIC)

    def view(self) -> View:
        """Return the view."""
        return View("".join(self._parts), self._pieces, self._parent, self._depth)


def whole(text: str) -> View:
    """Return the view that is the text itself."""
    builder = ViewBuilder()
    builder.copied(text, 0)
    return builder.view()


BORDER = "\0\n"
"""A line between parts that do not stand beside each other: nothing goes on across it."""


def parts(view: View, ranges: list[Range]) -> View:
    """Return a view of some whole lines of a view; the view itself where they are all of it."""
    text = view.text
    if ranges == [(0, len(text))]:
        return view
    builder = ViewBuilder(view, depth=view.depth)
    for start, end in ranges:
        builder.copied(text[start:end], start)
        builder.synthetic(BORDER if text[end - 1 : end] == "\n" else f"\n{BORDER}")
    return builder.view()
