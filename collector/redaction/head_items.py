"""Reads heads as sequences of what a byte may be, of repeats and of alternatives; assertions are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from collector.compiled import compiled

_FOR_EVER = 1 << 16
_BLANKS = 8
REMEMBERED = 256
"""Heads and items of which what was learned is kept: those of one head stand in each other, and are asked for often."""
_EVERY = range(256)
_ALL = frozenset(_EVERY)


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """Items again and again; for ever where `most` is None."""

    least: int
    most: int | None
    body: Items


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """One of several."""

    branches: tuple[Items, ...]


Item = frozenset[int] | Repeat | Either
"""A set is what one byte may be."""
Items = tuple[Item, ...]


_BEGINNING = compiled(r"((?:\(\?i\))?)\(\?:\^\|\[\^((?:\\.|[^\]\\])+)\]\)")
_MEMBER = compiled(r"\\x[0-9a-f]{2}|\\.|.")
_LINE_END = frozenset((r"\n", r"\x0a"))


def looking_behind(head: str) -> str:
    """Return the head without the byte before it, which it only looks at: it stands on the same lines."""
    begins = _BEGINNING.match(head)
    if not begins:
        return head
    # `^` allows what the class forbids: that a line ends there.
    members = "".join(member for member in _MEMBER.findall(begins[2]) if member not in _LINE_END)
    return f"{begins[1]}(?<![{members}]){head[begins.end() :]}"


_LITERAL_BEHIND = compiled(r"(\(\?<!\[(?:\\.|[^\]\\])+\])\)((?:\\x[0-9a-f]{2}|\\[^0-9A-Za-z]|[0-9A-Za-z_])+)(?![*+?{])")


def literal_first(head: str) -> str:
    """Return the head with the literal before what looks behind it: `re` finds a literal quickly."""
    return _LITERAL_BEHIND.sub(r"\2\1\2)", head, count=1) if _LITERAL_BEHIND.match(head) else head


def parsed(head: str) -> Items:
    """Return the items of a head; raises ValueError for what cannot stand in one."""
    tree = _tree(head)
    return _items(tree, bool(tree.state.flags & re.IGNORECASE))


@lru_cache(maxsize=1)
def _tree(head: str) -> Any:
    return parser.parse(head.encode(), re.MULTILINE)


def _items(tree: Iterable[tuple[Any, Any]], folds: bool) -> Items:  # noqa: FBT001
    return tuple(item for operator, argument in tree for item in _item(operator, argument, folds))


def _item(operator: Any, argument: Any, folds: bool) -> Iterator[Item]:  # noqa: FBT001
    if operator is op.LITERAL:
        yield _folded(frozenset((argument,)), folds)
    elif operator is op.NOT_LITERAL:
        yield _ALL - _folded(frozenset((argument,)), folds)
    elif operator is op.ANY:
        yield _ALL - {0x0A}
    elif operator is op.IN:
        members = _folded(_members(argument), folds)
        yield _ALL - members if argument[0][0] is op.NEGATE else members
    elif operator is op.BRANCH:
        yield Either(tuple(_items(branch, folds) for branch in argument[1]))
    elif operator is op.SUBPATTERN:
        _, more, fewer, body = argument
        yield from _items(body, (folds or bool(more & re.IGNORECASE)) and not fewer & re.IGNORECASE)
    elif operator in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, body = argument
        yield from _repeated(least, most, _items(body, folds))
    elif operator not in (op.AT, op.ASSERT_NOT):
        raise ValueError(f"{operator} cannot stand in a head")


def _repeated(least: int, most: int, body: Items) -> Iterator[Item]:
    """Yield a repeat; what is repeated and more than a byte stands before it once, so that literals go on into it."""
    if least and len(body) > 1:
        yield from body
        least, most = least - 1, most - 1
    if most:
        yield Repeat(least, most if most < _FOR_EVER - 1 else None, body)


def _folded(members: frozenset[int], folds: bool) -> frozenset[int]:  # noqa: FBT001
    text = bytes(members)
    return members | frozenset(text.lower()) | frozenset(text.upper()) if folds else members


def _members(listed: Any) -> frozenset[int]:
    found: set[int] = set()
    for operator, argument in listed:
        if operator is op.LITERAL:
            found.add(argument)
        elif operator is op.RANGE:
            found.update(range(argument[0], argument[1] + 1))
        elif operator is op.CATEGORY:
            found.update(_category(argument))
    return frozenset(found)


_CATEGORIES = {
    op.CATEGORY_WORD: rb"\w",
    op.CATEGORY_DIGIT: rb"\d",
    op.CATEGORY_SPACE: rb"\s",
    op.CATEGORY_NOT_WORD: rb"\W",
    op.CATEGORY_NOT_DIGIT: rb"\D",
    op.CATEGORY_NOT_SPACE: rb"\S",
}


@cache
def _category(category: Any) -> frozenset[int]:
    pattern = re.compile(_CATEGORIES[category])
    return frozenset(byte for byte in _EVERY if pattern.match(bytes((byte,))))


@lru_cache(maxsize=REMEMBERED)
def width(items: Items) -> tuple[int, int | None]:
    """Return the least and the most bytes that items in a row match; None where there is no most."""
    least, most = 0, 0
    for item in items:
        low, high = item_width(item)
        least, most = least + low, added(most, high)  # type: ignore[assignment]
    return least, most


def item_width(item: Item) -> tuple[int, int | None]:
    """Return the least and the most bytes that an item matches."""
    if isinstance(item, Repeat):
        low, high = width(item.body)
        return low * item.least, None if high is None or item.most is None else high * item.most
    if isinstance(item, Either):
        widths = [width(branch) for branch in item.branches]
        highs = [high for _, high in widths]
        return min(low for low, _ in widths), None if None in highs else max(high or 0 for high in highs)
    return 1, 1


def added(one: int | None, other: int | None) -> int | None:
    """Return a sum that has no end where one of the two has none."""
    return None if one is None or other is None else one + other


@lru_cache(maxsize=REMEMBERED)
def takes_long(head: str) -> bool:
    """Tell whether trying a head may take much longer than its line: it repeats much without end, again and again."""
    return _endless(parsed(head)) > 1


@lru_cache(maxsize=REMEMBERED)
def begins_a_line(head: str) -> bool:
    """Tell whether a head stands at the beginning of lines only."""
    operator, argument = _tree(head)[0]
    return operator is op.AT and argument is op.AT_BEGINNING


@lru_cache(maxsize=REMEMBERED)
def bytes_of_its_line(head: str) -> frozenset[int] | None:
    """Return which bytes alone a line may have on which a head stands that says all of it; None for another head."""
    tree = _tree(head)
    if not begins_a_line(head) or tree[-1] != (op.AT, op.AT_END):
        return None
    return frozenset().union(*_sets(_items(tree, bool(tree.state.flags & re.IGNORECASE))))


def _sets(items: Items) -> Iterator[frozenset[int]]:
    for item in items:
        if isinstance(item, frozenset):
            yield item
        else:
            for body in item.branches if isinstance(item, Either) else (item.body,):
                yield from _sets(body)


def _endless(items: Items) -> int:
    found = 0
    for index, item in enumerate(items):
        if isinstance(item, Either):
            found += max(map(_endless, item.branches))
        elif isinstance(item, Repeat):
            is_endless = (
                item.most is None and reads_much(item.body) and not _ends_one_way(item.body, items[index + 1 :])
            )
            found += is_endless + _endless(item.body)
    return found


def _ends_one_way(body: Items, after: Items) -> bool:
    """Tell whether what is repeated ends where what follows begins, and nowhere else: no other way is tried."""
    return len(body) == 1 and isinstance(body[0], frozenset) and bool(after) and body[0].isdisjoint(_first(after[0]))


def _first(item: Item) -> frozenset[int]:
    """Return what the first byte of an item may be; every byte where it may have none."""
    if isinstance(item, frozenset):
        return item
    if isinstance(item, Repeat):
        return _first(item.body[0]) if item.least and item.body else _ALL
    return frozenset().union(*(_first(branch[0]) if branch else _ALL for branch in item.branches))


def reads_much(items: Items) -> bool:
    """Tell whether what is repeated is more than a few kinds of blanks."""
    return len(items) > 1 or not isinstance(items[0], frozenset) or len(items[0]) > _BLANKS
