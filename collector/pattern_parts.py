"""Parts of a parsed regular expression: what they hold, and which characters can stand in them or begin them.

A set of characters names those below 256 one by one and all others together; it may hold more than can be there, as
where letters of either case are taken for the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Part = tuple[Any, Any]
"""An operator of the parser and its argument."""
Characters = frozenset[int]

REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_OTHERS = 256
_ALL = frozenset(range(_OTHERS + 1))
_GROUPS = {constants.SUBPATTERN: 3, constants.ASSERT: 1, constants.ASSERT_NOT: 1}
_EMPTY = (constants.AT, constants.ASSERT, constants.ASSERT_NOT)
_SIGNS = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}


def parsed(pattern: str) -> list[Part]:
    """Return the parts of a pattern; raises re.error, OverflowError or RecursionError."""
    return list(parser.parse(pattern))


def inner(part: Part) -> list[list[Part]]:
    """Return what a part holds: the branches of an alternative, what is in a group or is repeated."""
    operator, argument = part
    if operator is constants.BRANCH:
        return [list(branch) for branch in argument[1]]
    if operator in REPEATS:
        return [list(argument[2])]
    if operator in _GROUPS:
        return [list(argument[_GROUPS[operator]])]
    return [list(argument)] if operator is constants.ATOMIC_GROUP else []


def every(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts and all within them."""
    for part in parts:
        yield part
        for held in inner(part):
            yield from every(held)


def bounds(part: Part) -> tuple[int, int]:
    """Return how often a part stands at least and at most."""
    operator, argument = part
    return (int(argument[0]), int(argument[1])) if operator in REPEATS else (1, 1)


def width(parts: Sequence[Part]) -> tuple[int, int]:
    """Return how many characters the parts take at least and at most."""
    low, high = parser.SubPattern(parser.State(), list(parts)).getwidth()
    return int(low), int(high)


def characters(parts: Sequence[Part]) -> Characters:
    """Return every character that can stand in the parts."""
    found: Characters = frozenset()
    for part in parts:
        if part[0] in _EMPTY:
            continue
        held = inner(part)
        found |= frozenset().union(*map(characters, held)) if held else _of_one(part)
    return found


def first(parts: Sequence[Part]) -> Characters:
    """Return every character that the parts can begin with."""
    found: Characters = frozenset()
    for part in parts:
        if part[0] in _EMPTY:
            continue
        held = inner(part)
        found |= frozenset().union(*map(first, held)) if held else _of_one(part)
        if width([part])[0]:
            break
    return found


def _of_one(part: Part) -> Characters:
    operator, argument = part
    if operator is constants.LITERAL:
        return _cases(argument)
    if operator is constants.NOT_LITERAL:
        return _ALL - {argument}
    if operator is constants.IN:
        negated = argument[0][0] is constants.NEGATE
        listed: Characters = frozenset().union(*map(_of_listed, argument[negated:]))
        return _ALL - (listed - {_OTHERS}) if negated else listed
    return _ALL


def _of_listed(part: Part) -> Characters:
    operator, argument = part
    if operator is constants.LITERAL:
        return _cases(argument)
    if operator is constants.RANGE:
        low, high = argument
        letters: Characters = frozenset().union(*map(_cases, range(low, min(high, _OTHERS - 1) + 1)))
        return letters | ({_OTHERS} if high >= _OTHERS else frozenset())
    return _signed(_SIGNS[argument])


def _cases(code: int) -> Characters:
    letters = {code, *map(ord, (chr(code) + chr(code).swapcase()))}
    return frozenset(min(letter, _OTHERS) for letter in letters)


@cache
def _signed(sign: str) -> Characters:
    sample = (*map(chr, range(_OTHERS)), "\u0663", "\u4e2d", "\u2003", "\u20ac")
    return frozenset(min(ord(char), _OTHERS) for char in sample if re.match(sign, char, re.DOTALL))
