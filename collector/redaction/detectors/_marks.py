"""Latin letters without the marks that languages put on them."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {"\u0111": "d", "\u0110": "D", "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0131": "i"}
)


def unmarked(text: str) -> str:
    """Return a text without combining marks, and letters that have a stroke for a mark as those without it."""
    if text.isascii():
        return text
    plain = (char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", "".join(plain)).translate(_PLAIN)
