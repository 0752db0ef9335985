"""Whether a pattern ends at a place: tried backwards from there first, for a search tries every place before it.

Most places have nothing of the kind before them, and their last characters say so. What cannot be said backwards is
left out, which only makes the pattern match more: where it does, the search decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from collector.compiled import compiled

WORTH_TURNING = 256
"""Searches that take as long as turning a pattern round."""
_LONGEST = 1 << 16
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
}
# What stands before is not seen further than the reach: there, it may be anything.
_BORDERS = {op.AT_BEGINNING: r"(?=\n|\Z)", op.AT_BOUNDARY: r"(?:\b|\Z)"}


class Ending:
    """A pattern that ends where a text does, and how many characters before a place in a text it may see."""

    def __init__(self, pattern: re.Pattern[str], reach: int = 0) -> None:
        self.pattern = pattern
        self._reach = reach
        self._searches = 0

    def search(self, before: str) -> re.Match[str] | None:
        """Return the match at the end of what stands before something."""
        return self.pattern.search(before) if self._may_end(before) else None

    def stands_before(self, text: str, end: int) -> bool:
        """Tell whether the pattern ends at a place of a text."""
        start = max(0, end - self._reach)
        return self._may_end(text[start:end]) and self.pattern.search(text, start, end) is not None

    def _may_end(self, before: str) -> bool:
        if self._searches < WORTH_TURNING:
            self._searches += 1
            return True
        return self._turned.match(before[::-1]) is not None

    @cached_property
    def _turned(self) -> re.Pattern[str]:
        return compiled(turned(self.pattern), self.pattern.flags & re.IGNORECASE)


def turned(pattern: re.Pattern[str]) -> str:
    """Return a pattern that matches at the beginning of every text that, read backwards, the pattern ends at.

    Raises ValueError for a reference to a group.
    """
    return _sequence(parser.parse(pattern.pattern, pattern.flags & ~re.IGNORECASE))


def _sequence(items: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_item(operator, argument) for operator, argument in reversed(list(items)))


def _item(operator: Any, argument: Any) -> str:
    if operator not in _ITEMS:
        raise ValueError(f"{operator} cannot be turned round")
    return _ITEMS[operator](argument)


def _subpattern(argument: Any) -> str:
    _, added, removed, body = argument
    flags = ("i" if added & re.IGNORECASE else "") + ("-i" if removed & re.IGNORECASE else "")
    return f"(?{flags}:{_sequence(body)})"


def _repeat(argument: Any) -> str:
    least, most, body = argument
    return f"(?:{_sequence(body)}){{{least},{'' if most >= _LONGEST else most}}}"


def _set(members: Any) -> str:
    negated = members[0][0] is op.NEGATE
    listed = "".join(_member(operator, argument) for operator, argument in members[negated:])
    return f"[{'^' if negated else ''}{listed}]"


def _member(operator: Any, argument: Any) -> str:
    if operator is op.RANGE:
        return f"{_escaped(argument[0])}-{_escaped(argument[1])}"
    return _CATEGORIES[argument] if operator is op.CATEGORY else _escaped(argument)


def _escaped(code: int) -> str:
    return f"\\U{code:08x}" if code > 0x7F or not chr(code).isalnum() else chr(code)


_ITEMS: dict[Any, Callable[[Any], str]] = {
    op.LITERAL: _escaped,
    op.NOT_LITERAL: lambda code: f"[^{_escaped(code)}]",
    op.ANY: lambda _: r"[^\n]",
    op.IN: _set,
    op.MAX_REPEAT: _repeat,
    op.MIN_REPEAT: _repeat,
    op.POSSESSIVE_REPEAT: _repeat,
    op.SUBPATTERN: _subpattern,
    op.ATOMIC_GROUP: lambda body: f"(?:{_sequence(body)})",
    op.BRANCH: lambda argument: "(?:" + "|".join(map(_sequence, argument[1])) + ")",
    op.AT: lambda border: _BORDERS.get(border, ""),
    op.ASSERT: lambda _: "",
    op.ASSERT_NOT: lambda argument: f"(?!{_sequence(argument[1])})" if argument[0] < 0 else "",
}
