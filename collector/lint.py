"""Refuses patterns of an owner that could run away: nested or adjacent unbounded repeats, and such as match nothing."""

from __future__ import annotations

import re
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from collector.sentence import Sentence

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
_LARGE = 1000
_BOUNDS = "{1,64}"


def complaints(pattern: str) -> list[Sentence]:
    """Return what is wrong with a pattern, in words for a person; nothing where it may be used."""
    try:
        compiled = re.compile(pattern)
        tree = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return [Sentence("not a regular expression: {why}", why=error)]
    found = []
    if compiled.fullmatch("") or compiled.match(""):
        found.append(Sentence("the pattern matches the empty text"))
    if _nested(tree, inside=False):
        found.append(
            Sentence(
                "an unbounded repeat inside a repeat can take for ever: bound one of them, as in {bounds}",
                bounds=_BOUNDS,
            )
        )
    if _unbounded(tree) > 1:
        found.append(
            Sentence(
                "two unbounded repeats in one pattern can take very long: bound them, as in {bounds}", bounds=_BOUNDS
            )
        )
    if _refers_back(tree):
        found.append(Sentence("back references are not used here: they can take for ever"))
    return found


def _children(operator: Any, argument: Any) -> list[Any]:
    if operator in _REPEATS or operator is constants.POSSESSIVE_REPEAT:
        return [argument[2]]
    if operator is constants.SUBPATTERN:
        return [argument[3]]
    if operator is constants.BRANCH:
        return list(argument[1])
    if operator in (constants.ASSERT, constants.ASSERT_NOT):
        return [argument[1]]
    if operator is constants.ATOMIC_GROUP:
        return [argument]
    return []


def _nested(tree: Any, *, inside: bool) -> bool:
    for operator, argument in tree:
        repeats = operator in _REPEATS and argument[1] > 1
        if repeats and inside and argument[1] >= _LARGE:
            return True
        for child in _children(operator, argument):
            if _nested(child, inside=inside or (repeats and argument[1] >= 10)):
                return True
    return False


def _unbounded(tree: Any) -> int:
    count = 0
    for operator, argument in tree:
        count += operator in _REPEATS and argument[1] >= _LARGE
        count += sum(_unbounded(child) for child in _children(operator, argument))
    return count


def _refers_back(tree: Any) -> bool:
    return any(
        operator is constants.GROUPREF or any(_refers_back(child) for child in _children(operator, argument))
        for operator, argument in tree
    )
