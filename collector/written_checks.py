"""Compares the values under a path with what a written check says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

import jsonpath

from collector.documents import number, pointer
from collector.model import WrittenCheck

MOST_PLACES = 200
MOST_MATCHED = 2_000
"""So many characters of a value a pattern is looked for in: what it costs may grow with their square."""
_ENVIRONMENT = jsonpath.JSONPathEnvironment(strict=True)


def fires(check: WrittenCheck, document: object) -> tuple[tuple[str, object], ...]:
    """Return the places (JSON pointers) whose values make the finding, each with its value; at most 200."""
    nodes = [(pointer(node.parts), node.value) for node in _compiled(check.at).finditer(document)]  # type: ignore[arg-type]
    if check.operator == "exists":
        met = bool(nodes) is check.operand
        return tuple(nodes[:MOST_PLACES] or [("", None)]) if met else ()
    compare = OPERATORS[check.operator]
    return tuple(node for node in nodes if compare(node[1], check.operand))[:MOST_PLACES]


@cache
def _compiled(path: str) -> jsonpath.CompoundJSONPath | jsonpath.JSONPath:
    return _ENVIRONMENT.compile(path)


def _above(value: object, limit: object) -> bool:
    one, other = number(value), number(limit)
    return one is not None and other is not None and one > other


def _same(value: object, other: object) -> bool:
    # In Python True is 1; in JSON it is not.
    return value == other and isinstance(value, bool) is isinstance(other, bool)


def _contains(value: object, part: object) -> bool:
    return isinstance(value, str) and isinstance(part, str) and part.casefold() in value.casefold()


def _matches(value: object, pattern: object) -> bool:
    return isinstance(value, str) and re.search(str(pattern), value[:MOST_MATCHED]) is not None


OPERATORS: Mapping[str, Callable[[object, object], bool]] = MappingProxyType(
    {
        "above": _above,
        "below": lambda value, limit: _above(limit, value),
        "equals": _same,
        "differs": lambda value, other: not _same(value, other),
        "in": lambda value, words: isinstance(words, tuple) and any(_same(value, word) for word in words),
        "contains": _contains,
        "matches": _matches,
    }
)
