"""Selects places in structured data by their path of keys and indexes."""

from __future__ import annotations

from dataclasses import dataclass

from collector.redaction.leaves import Path


@dataclass(frozen=True, slots=True)
class Selector:
    """What one step of a path may be; nothing given: anything."""

    name: str | None = None
    index: int | None = None
    slice_: tuple[int, int | None, int] | None = None

    def accepts(self, step: str | int) -> bool:
        """Tell whether a key or an index is such a step."""
        if self.name is not None:
            return step == self.name
        if self.index is not None:
            return step == self.index and not isinstance(step, str)
        if self.slice_ is not None:
            start, stop, every = self.slice_
            return (
                isinstance(step, int)
                and step >= start
                and (stop is None or step < stop)
                and (step - start) % every == 0
            )
        return True


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of a path, or (`descends`) any number of steps that end with it."""

    descends: bool
    selectors: tuple[Selector, ...]

    def accepts(self, step: str | int) -> bool:
        """Tell whether a key or an index is such a step."""
        return any(selector.accepts(step) for selector in self.selectors)


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled path."""

    text: str
    segments: tuple[Segment, ...]
    needed: frozenset[str] = frozenset()
    """Names without which no path is selected: the cheap first look."""

    def prefix(self, path: Path) -> int | None:
        """Return how many steps of `path` lead to the first node this path selects, or None."""
        if not self.needed.issubset(path):
            return None
        states = {0}
        for count in range(len(path) + 1):
            if len(self.segments) in states:
                return count
            if count == len(path) or not states:
                return None
            states = self._after(states, path[count])
        return None

    def matches(self, path: Path) -> bool:
        """Tell whether the path selects exactly this node."""
        states = {0}
        for step in path:
            states = self._after(states, step)
        return len(self.segments) in states

    def _after(self, states: set[int], step: str | int) -> set[int]:
        following: set[int] = set()
        for state in states:
            if state < len(self.segments):
                segment = self.segments[state]
                if segment.accepts(step):
                    following.add(state + 1)
                if segment.descends:
                    following.add(state)
        return following
