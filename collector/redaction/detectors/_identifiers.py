"""Where the name begins that reaches up to a place."""

from __future__ import annotations

import string

from collector.compiled import compiled

_IN_ASCII = f"{string.ascii_letters}{string.digits}_.-"
_LONGEST = 64
_LEFT = compiled(rf"[\w.\-]{{0,{_LONGEST}}}\Z")


def start_of_name(text: str, position: int) -> int:
    """Return where the name begins whose letters, digits, dots, dashes and underscores stand before a position."""
    before = text[max(0, position - _LONGEST) : position]
    rest = before.rstrip(_IN_ASCII)
    if rest and not rest[-1].isascii():
        left = _LEFT.search(before)
        return position - len(before) + (left.start() if left else len(before))
    return position - len(before) + len(rest)
