"""All that an item of a head may be in a view, spelt out, as long as that is not too much."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from collector.redaction.byte_views import BREAK, View, symbols_of
from collector.redaction.head_items import REMEMBERED, Either, Item, Items, Repeat

_MOST_LITERALS = 200
_LONG_ENOUGH = 6
"""Bytes from which a literal is not made longer where that makes several of it."""
_MOST_SYMBOLS = 4
_LONGEST = 64


def joined(texts: set[bytes], more: set[bytes]) -> set[bytes] | None:
    """Return each text with each of some more behind it; None for too many or too long ones."""
    if len(more) > 1 and min(map(len, texts)) >= _LONG_ENOUGH:
        return None
    found = {one + other for one, other in product(texts, more)} if len(texts) * len(more) <= _MOST_LITERALS else None
    return found if found and max(map(len, found)) <= _LONGEST else None


@lru_cache(maxsize=REMEMBERED)
def exact(item: Item, view: View) -> set[bytes] | None:
    """Return all that an item may be in a view; None for what is not literal there, or too much."""
    if isinstance(item, frozenset):
        symbols = symbols_of(item, view)
        return None if BREAK in symbols or len(symbols) > _MOST_SYMBOLS else {bytes((symbol,)) for symbol in symbols}
    if isinstance(item, Either):
        of_branches = [_exact_all(branch, view) for branch in item.branches]
        found = {text for texts in of_branches for text in texts or ()}
        return found if None not in of_branches and len(found) <= _MOST_LITERALS else None
    body = _exact_all(item.body, view)
    if body is None:
        return None
    if item.most == item.least:
        # What is too long to be spelt out may be its beginning or its end, never all of it.
        return _times(body, item.least) if item.least * max(map(len, body)) <= _LONGEST else None
    return {b""} | body if (item.least, item.most) == (0, 1) else None


def exact_least(item: Item, view: View) -> set[bytes] | None:
    """Return what a repeated item is where it is repeated no more than it must be."""
    if not isinstance(item, Repeat) or not item.least:
        return None
    body = _exact_all(item.body, view)
    return None if body is None else _times(body, item.least)


def _exact_all(items: Items, view: View) -> set[bytes] | None:
    texts: set[bytes] | None = {b""}
    for item in items:
        more = exact(item, view)
        texts = None if more is None or texts is None else joined(texts, more)
        if texts is None:
            return None
    return texts


def _times(body: set[bytes], times: int) -> set[bytes] | None:
    if len(body) == 1:
        (text,) = body
        return {text * min(times, _LONGEST)}
    texts: set[bytes] | None = {b""}
    for _ in range(times):
        texts = joined(texts, body) if texts else None
    return texts
