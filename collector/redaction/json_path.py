"""RFC 9535 paths, compiled to a matcher of key paths: names, wildcards, indexes, slices, descendants; no filters."""

from __future__ import annotations

from typing import Any

import jsonpath
from jsonpath.segments import JSONPathRecursiveDescentSegment

from collector.redaction.path_matcher import Matcher, Segment, Selector
from collector.sentence import Sentence


class PathError(Exception):
    """Says why a path is not usable."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


def compile_path(text: str) -> Matcher:
    """Compile an RFC 9535 path; raise PathError in words for a person."""
    try:
        compiled = jsonpath.JSONPathEnvironment(strict=True).compile(text)
    except jsonpath.JSONPathError as error:
        raise PathError(Sentence("not an RFC 9535 path: {why}", why=str(error).splitlines()[0])) from None
    if not isinstance(compiled, jsonpath.JSONPath):
        raise PathError(Sentence("one path only: unions of paths are not used here"))
    segments = []
    for segment in compiled.segments:
        chosen = tuple(_selector(selector) for selector in segment.selectors)
        segments.append(Segment(isinstance(segment, JSONPathRecursiveDescentSegment), chosen))
    alone = (segment.selectors[0].name for segment in segments if len(segment.selectors) == 1)
    return Matcher(text, tuple(segments), frozenset(name for name in alone if name is not None))


def _selector(selector: Any) -> Selector:
    kind = type(selector).__name__
    if kind == "NameSelector":
        return Selector(name=selector.name)
    if kind == "WildcardSelector":
        return Selector()
    if kind == "IndexSelector" and selector.index >= 0:
        return Selector(index=selector.index)
    if kind == "SliceSelector":
        part = selector.slice
        start, stop, every = part.start or 0, part.stop, 1 if part.step is None else part.step
        if start >= 0 and (stop is None or stop >= 0) and every > 0:
            return Selector(slice_=(start, stop, every))
    if kind == "Filter":
        raise PathError(
            Sentence("filters (?…) are not used here: a value in the document must not decide what is removed")
        )
    raise PathError(
        Sentence("counting from the end (negative indexes and steps) is not used here: the document is read once")
    )
