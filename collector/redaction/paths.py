"""RFC 9535 paths, compiled to a matcher of key paths: names, wildcards, indexes, slices, descendants; no filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from collector.redaction.json_tokens import Path
from collector.sentence import Sentence


class PathError(Exception):
    """Says why a path is not usable."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class _Selector:
    name: str | None = None
    index: int | None = None
    slice_: tuple[int, int | None, int] | None = None

    def accepts(self, step: str | int) -> bool:
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
class _Segment:
    descends: bool
    selectors: tuple[_Selector, ...]

    def accepts(self, step: str | int) -> bool:
        return any(selector.accepts(step) for selector in self.selectors)


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled path."""

    text: str
    segments: tuple[_Segment, ...]
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


def compile_path(text: str) -> Matcher:
    """Compile an RFC 9535 path; raise PathError in words for a person."""
    import jsonpath  # noqa: PLC0415  a run with cached rules never needs it
    from jsonpath.segments import JSONPathRecursiveDescentSegment  # noqa: PLC0415

    try:
        compiled = jsonpath.JSONPathEnvironment(strict=True).compile(text)
    except jsonpath.JSONPathError as error:
        raise PathError(Sentence("not an RFC 9535 path: {why}", why=str(error).splitlines()[0])) from None
    if not isinstance(compiled, jsonpath.JSONPath):
        raise PathError(Sentence("one path only: unions of paths are not used here"))
    segments = []
    for segment in compiled.segments:
        chosen = tuple(_selector(selector) for selector in segment.selectors)
        segments.append(_Segment(isinstance(segment, JSONPathRecursiveDescentSegment), chosen))
    alone = (segment.selectors[0].name for segment in segments if len(segment.selectors) == 1)
    return Matcher(text, tuple(segments), frozenset(name for name in alone if name is not None))


def _selector(selector: Any) -> _Selector:
    kind = type(selector).__name__
    if kind == "NameSelector":
        return _Selector(name=selector.name)
    if kind == "WildcardSelector":
        return _Selector()
    if kind == "IndexSelector" and selector.index >= 0:
        return _Selector(index=selector.index)
    if kind == "SliceSelector":
        part = selector.slice
        start, stop, every = part.start or 0, part.stop, 1 if part.step is None else part.step
        if start >= 0 and (stop is None or stop >= 0) and every > 0:
            return _Selector(slice_=(start, stop, every))
    if kind == "Filter":
        raise PathError(
            Sentence("filters (?…) are not used here: a value in the document must not decide what is removed")
        )
    raise PathError(
        Sentence("counting from the end (negative indexes and steps) is not used here: the document is read once")
    )
