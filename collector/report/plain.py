"""Lays plain text out in lines, whatever the script: a wide character takes two columns and needs no space to break."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_WORD = re.compile(r"[\u2e80-\u2fff\u3040-\uff00](?:[\u3001\u3002\uff01-\uff1f]|\u201d)*|[^\s\u2e80-\uffef]+|\s+|.")


def columns(text: str) -> int:
    """Return how many columns a terminal gives the text."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def wrapped(text: str, width: int = 76, indent: str = "  ") -> str:
    """Return the text in lines of at most `width` columns, all but the first indented."""
    lines, line = [], ""
    for word in _WORD.findall(text):
        if line and columns(line + word) > width - len(indent) and not word.isspace():
            lines.append(line.rstrip())
            line = ""
        line += word if line or not word.isspace() else ""
    return f"\n{indent}".join([*lines, line.rstrip()])
