"""Lower case at the same offsets, so that patterns need not ignore case (which costs `re` its fast search)."""

from __future__ import annotations

import functools

_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


@functools.lru_cache(maxsize=2)
def lower(text: str) -> str:
    """Return the text with A-Z in lower case; other scripts stay, and with them the length."""
    return text.lower() if text.isascii() else text.translate(_LOWER)
