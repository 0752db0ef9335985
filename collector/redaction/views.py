"""Other readings of a text, each with a map back to the original offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

Range = tuple[int, int]


class Source(Protocol):
    """Knows where a piece of a text came from."""

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the original that a range of the piece came from."""


Pieces = tuple[list[int], list[int], list[int | Range | Source]]
"""Where each piece begins and ends, and its original: how far away a copied one is, the range of a replaced one."""


class View:
    """A text made from pieces of an original.

    A piece is copied (offsets run in step), replaced (any hit in it means the whole original piece) or unfolded (its
    source says what a hit in it means). What stands between pieces is context for the detectors, and stands nowhere in
    the original.
    """

    __slots__ = ("_sources", "_starts", "_stops", "depth", "parent", "text")

    def __init__(self, text: str, pieces: Pieces, parent: View | None, depth: int) -> None:
        self.text = text
        self.parent = parent
        self.depth = depth
        self._starts, self._stops, self._sources = pieces

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the outermost original that the range of this view came from."""
        ranges = self._here(start, end)
        if self.parent is None:
            return ranges
        if len(ranges) == 1:
            return self.parent.original(*ranges[0])
        parent = self.parent
        return _joined(r for a, b in ranges for r in parent.original(a, b))

    def _here(self, start: int, end: int) -> list[Range]:
        if start >= end:
            return []
        index = max(0, bisect_right(self._starts, start) - 1)
        if index >= len(self._starts):
            return []
        first, source = self._starts[index], self._sources[index]
        if first <= start and end <= self._stops[index] and not isinstance(source, tuple):
            if isinstance(source, int):
                return [(start + source, end + source)]
            return source.original(start - first, end - first)
        return _joined(self._each(index, start, end))

    def _each(self, index: int, start: int, end: int) -> Iterable[Range]:
        while index < len(self._starts) and self._starts[index] < end:
            first, last = max(self._starts[index], start), min(self._stops[index], end)
            source = self._sources[index]
            if isinstance(source, int):
                yield first + source, last + source
            elif not isinstance(source, tuple):
                yield from source.original(first - self._starts[index], last - self._starts[index])
            elif self._stops[index] > start or self._starts[index] > start:
                yield source
            index += 1


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
        self._starts: list[int] = []
        self._stops: list[int] = []
        self._sources: list[int | Range | Source] = []
        self._length = 0
        self._parent = parent

    @property
    def length(self) -> int:
        """Return how long the view is so far."""
        return self._length

    def copied(self, text: str, origin: int) -> None:
        """Add text that stands at `origin` as it is."""
        if text:
            self._starts.append(self._length)
            self._sources.append(origin - self._length)
            self.synthetic(text)
            self._stops.append(self._length)

    def replaced(self, text: str, origin: int, end: int) -> None:
        """Add text that stands for the original range."""
        self._starts.append(self._length)
        self._sources.append((origin, end))
        self.synthetic(text)
        self._stops.append(self._length)

    def unfolded(self, text: str, source: Source) -> None:
        """Add text of which the source knows where it stands."""
        self._starts.append(self._length)
        self._sources.append(source)
        self.synthetic(text)
        self._stops.append(self._length)

    def synthetic(self, text: str) -> None:
        """Add text that stands nowhere in the original."""
        self._parts.append(text)
        self._length += len(text)

    def member(self, name: str, name_at: int, value: str, value_at: int, quote: str) -> None:
        """Add a line `"name": "value"` of which only the name and the value stand in the original."""
        name_start = self._length + 2
        name_stop = name_start + len(name)
        start = name_stop + 3 + len(quote)
        stop = start + len(value)
        self._parts.append(f'\n"{name}": {quote}{value}{quote}')
        self._starts += (name_start, start)
        self._stops += (name_stop, stop)
        self._sources += (name_at - name_start, value_at - start)
        self._length = stop + len(quote)

    def view(self) -> View:
        """Return the view."""
        pieces = (self._starts, self._stops, self._sources)
        return View("".join(self._parts), pieces, self._parent, self._depth)


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
