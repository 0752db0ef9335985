"""Makes heads of patterns: byte patterns that match on every line on which the pattern does, and may match on others.

A head is what a finder of many patterns can search for at once: no assertions, no groups, no references, UTF-8 bytes.
Whatever cannot be said so is left out, which only makes a head match more.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from collector.compiled import compiled, derived
from collector.frozen import digest

_HIGH = r"\x80-\xff"
_MOST_BYTES = 4
"""A character has at most four bytes in UTF-8 (RFC 3629)."""
_LONG_CHARACTER = r"[\xc2-\xf4][\x80-\xbf]{1,3}"
_FOR_EVER = 1 << 16
_WIDEST = 4096
_LONG = 10
_MANY = 16
"""Hyperscan 0.9.1 counts wrong from here on behind the beginning of a line: `^ {0,16}x` misses ` x`."""
_BETWEEN = re.compile(r"\{(\d+),(\d+)\}")
_CATEGORIES = {
    op.CATEGORY_DIGIT: rf"0-9{_HIGH}",
    op.CATEGORY_WORD: rf"A-Za-z0-9_{_HIGH}",
    op.CATEGORY_SPACE: rf" \t\n\r\f\v{_HIGH}",
    op.CATEGORY_NOT_DIGIT: rf"\x00-/:-\x7f{_HIGH}",
    op.CATEGORY_NOT_WORD: rf"\x00-/:-@\[-^`{{-\x7f{_HIGH}",
    op.CATEGORY_NOT_SPACE: rf"\x00-\x08\x0e-\x1f!-\x7f{_HIGH}",
}
_BOUNDARIES = {op.AT_BEGINNING_LINE: "^", op.AT_END_LINE: "$", op.AT_BOUNDARY: r"\b"}


def ignoring_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern for a text in either case, of one made for a text in lower case."""
    return compiled(pattern.pattern, pattern.flags | re.IGNORECASE)


def literal(text: str) -> str:
    """Return the head of a text that stands as it is."""
    return "".join(map("\\x%02x".__mod__, text.encode("utf-8", "surrogatepass")))


def in_bytes(pattern: str) -> str:
    """Return a pattern as a head has it: characters that are not ASCII's, of which no class has any, as their bytes."""
    return "".join(character if character.isascii() else literal(character) for character in pattern)


def head_of(pattern: re.Pattern[str]) -> str:
    """Return the head of a pattern: it ends where the shortest match would.

    Raises ValueError for a reference to a group, and for a negated class that may run on over a line's end: such a
    pattern needs a head of its own.
    """
    return derived(pattern, _derive, _version())


@functools.cache
def _version() -> str:
    return digest(Path(__file__))


def _derive(pattern: re.Pattern[str]) -> str:
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    body = _sequence(_without_long_beginning(list(tree)), last=True, first=True)
    return f"(?i){body}" if (tree.state.flags | pattern.flags) & re.IGNORECASE else body


def unbounded(head: str) -> str:
    """Return the head with repeats of many for repeats of so many: counting is what makes a finder of patterns slow."""

    def more(match: re.Match[str]) -> str:
        least, most = int(match[1]), int(match[2])
        return match[0] if most < _MANY or least == most else {0: "*", 1: "+"}.get(least, f"{{{least},}}")

    return _BETWEEN.sub(more, head)


def _without_long_beginning(items: list[Any]) -> list[Any]:
    """Return the items with one character for a long run before a literal: the literal is what a finder looks for."""
    first = 1 if items[0][0] is op.ASSERT_NOT else 0
    if len(items) < first + 2:
        return items
    operator, argument = items[first]
    if operator is op.MAX_REPEAT and argument[0] >= _LONG and items[first + 1][0] is op.LITERAL:
        return [*argument[2], *items[first + 1 :]]
    return items


def _sequence(items: list[Any], *, last: bool, first: bool = False) -> str:
    """Return the head of items that follow each other; `last` ones need match no more than they must."""
    parts = []
    for index, (operator, argument) in enumerate(items):
        nothing_follows = last and all(_may_be_empty(o, a) for o, a in items[index + 1 :])
        if operator is op.AT and nothing_follows and index and items[index - 1][0] not in _OF_ONE_LENGTH:
            # What it stands after is as short as it can be: the border is further on.
            continue
        if first and index == 0 and operator is op.ASSERT_NOT and argument[0] < 0:
            parts.append(_behind(list(argument[1])))
        elif operator not in _ITEMS:
            raise ValueError(f"{operator} cannot stand in a head")
        else:
            parts.append(_ITEMS[operator](argument, nothing_follows))
    return "".join(parts)


def _may_be_empty(operator: Any, argument: Any) -> bool:
    return operator in _WIDTHLESS or (operator in _REPEATS and argument[0] == 0)


def _subpattern(argument: Any, last: bool) -> str:  # noqa: FBT001
    _, added, removed, inner = argument
    flags = "i" if added & re.IGNORECASE else "-i" if removed & re.IGNORECASE else ""
    return f"(?{flags}:{_sequence(list(inner), last=last)})"


def _branch(argument: Any, last: bool) -> str:  # noqa: FBT001
    return "(?:" + "|".join(_sequence(list(branch), last=last) for branch in argument[1]) + ")"


def _repeat(argument: Any, last: bool) -> str:  # noqa: FBT001
    least, most, inner = argument
    if last and least == 0:
        return ""
    items = list(inner)
    one = len(items) == 1 and items[0][0] in _OF_ONE_LENGTH
    body = _ITEMS[items[0][0]](items[0][1], True) if one else _sequence(items, last=last and least == 1)  # noqa: FBT003
    if not body or (last and least == 1):
        return body
    if last:
        return f"(?:{body}){{{least}}}"
    wide = most * _MOST_BYTES if _HIGH in body or "[^" in body else most
    return f"(?:{body}){{{least},{'' if most >= _FOR_EVER else min(wide, _WIDEST)}}}"


_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_OF_ONE_LENGTH = frozenset({op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY})
_WIDTHLESS = frozenset({op.ASSERT, op.ASSERT_NOT, op.AT})
_ITEMS: dict[Any, Callable[[Any, bool], str]] = {
    op.LITERAL: lambda argument, _: _literal(argument),
    op.NOT_LITERAL: lambda argument, last: _once(_negated(_literal_in_set(argument)), last=last),
    op.ANY: lambda _, last: _once(r"[^\n]", last=last),
    op.IN: lambda argument, last: _once(_set(argument), last=last),
    op.MAX_REPEAT: _repeat,
    op.MIN_REPEAT: _repeat,
    op.POSSESSIVE_REPEAT: _repeat,
    op.SUBPATTERN: _subpattern,
    op.ATOMIC_GROUP: lambda argument, last: f"(?:{_sequence(list(argument), last=last)})",
    op.BRANCH: _branch,
    op.AT: lambda argument, _: _BOUNDARIES.get(argument, ""),
    op.ASSERT: lambda _, __: "",
    op.ASSERT_NOT: lambda _, __: "",
}


def _once(members: str, *, last: bool) -> str:
    """Return one character of a class: all its bytes, where something follows them."""
    if last or not (_HIGH in members or members.startswith("[^")):
        return members
    plain = members.replace(_HIGH, "") if _HIGH in members else f"{members[:-1]}{_HIGH}]"
    return f"(?:{plain}|{_LONG_CHARACTER})" if plain != "[]" else _LONG_CHARACTER


def _behind(items: list[Any]) -> str:
    """Return `(?:^|[^…])` for what must not stand before the beginning."""
    operator, argument = items[0]
    if len(items) == 1 and operator is op.IN:
        return f"(?:^|{_set([(op.NEGATE, None), *argument], first=True)})"
    if len(items) == 1 and operator is op.LITERAL:
        return f"(?:^|{_negated(_literal_in_set(argument), first=True)})"
    return ""


def _literal(code: int) -> str:
    return "".join(re.escape(chr(b)) if b < 0x80 else f"\\x{b:02x}" for b in chr(code).encode("utf-8", "surrogatepass"))


def _literal_in_set(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x80 else _HIGH


def _negated(members: str, *, first: bool = False) -> str:
    listed = members.replace(_HIGH, "")
    if not first and not re.search(r"\\n|\\x0a", listed):
        raise ValueError(f"[^{listed}] may run on over a line's end")
    return f"[^{listed}]"


def _set(members: Any, *, first: bool = False) -> str:
    negated = members[0][0] is op.NEGATE
    parts = [_member(operator, argument) for operator, argument in (members[1:] if negated else members)]
    listed = "".join(parts)
    if negated:
        return _negated(listed, first=first)
    return f"[{listed.replace(_HIGH, '')}{_HIGH if _HIGH in listed else ''}]"


def _member(operator: Any, argument: Any) -> str:
    if operator is op.LITERAL:
        return _literal_in_set(argument)
    if operator is op.RANGE:
        low, high = argument
        ascii_part = f"\\x{low:02x}-\\x{min(high, 0x7F):02x}" if low < 0x80 else ""
        return ascii_part + (_HIGH if high >= 0x80 else "")
    return _CATEGORIES[argument]
