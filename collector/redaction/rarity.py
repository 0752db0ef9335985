"""How rarely bytes are met in logs by chance, in bits."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2

from collector.redaction.byte_views import DECIMAL, EVERY, HIGH, View, symbols_of
from collector.redaction.head_items import REMEMBERED, Either, Item

_SHARES = dict.fromkeys(EVERY, 0.002) | dict.fromkeys(HIGH, 0.0002)
_SHARES |= dict.fromkeys(b"abcdefghijklmnopqrstuvwxyz", 0.02) | dict.fromkeys(range(0x41, 0x5B), 0.002)
_SHARES |= dict.fromkeys(DECIMAL, 0.02)
_SHARES |= dict(zip(b' "/:.,-=_', (0.1, 0.03, 0.02, 0.02, 0.02, 0.01, 0.01, 0.006, 0.006), strict=True))
"""Of the bytes of logs, roughly."""
BY_ITS_NEIGHBOUR = 0.4
"""What a byte behind another tells, compared with one by itself."""
_IN_A_WORD = 0.75


def bits_of(text: bytes, view: View) -> float:
    """Return the bits of a text in a view."""
    bits = _bits_of_bytes(view)
    each = [bits[symbol] for symbol in text]
    by_neighbour = _IN_A_WORD if text.isalpha() else BY_ITS_NEIGHBOUR
    return sum(each) * by_neighbour + each[0] * (1 - by_neighbour)


@lru_cache(maxsize=REMEMBERED)
def bits_of_item(item: Item, view: View) -> float:
    """Return the bits of an item: of its likeliest branch, repeated as rarely as it may be."""
    if isinstance(item, frozenset):
        return _bits_of_symbols(symbols_of(item, view), view)
    if isinstance(item, Either):
        return min(sum(bits_of_item(one, view) for one in branch) for branch in item.branches)
    return item.least * sum(bits_of_item(one, view) for one in item.body)


@cache
def _bits_of_bytes(view: View) -> tuple[float, ...]:
    return tuple(_bits_of_symbols(frozenset((symbol,)), view) for symbol in EVERY)


@cache
def _bits_of_symbols(symbols: frozenset[int], view: View) -> float:
    return -log2(min(1.0, sum(_SHARES[byte] for byte in EVERY if view.symbols[byte] in symbols) or 1e-4))
