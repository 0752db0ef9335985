"""Literals of programs that no value is written in: forms that values are put into, and patterns."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors import _entropy

_PLACE = compiled(
    r"(?<!\{)\{[A-Za-z_][\w.]{0,60}(?:\([^(){}]{0,40}\)|\[[^\[\]{}]{0,40}\])?(?:![rsa])?(?::[^{}]{0,20})?\}"
)
_FILLS = compiled(r"[\"'][ ]?(?:%[ ]?[\w(]|\.format\()")
_PATTERN = compiled(r"\(\?[:=!<iP]|\[\^|\\[wWsSdD][*+)\]]|[.)\]][*+]")
_IN_BACKTICKS = compiled(r"\$\{[^{}]{0,200}\}")
_PREFIX = compiled(r"(?<!\w)([rRfF])[\"']\Z")


def is_form(text: str, begin: int, found: str) -> bool:
    """Tell whether a literal that begins at a place is one: `f"{name}"`, `"-p %s" % password`, a pattern."""
    if text[begin - 1 : begin] == "`":
        return _is_filled(_IN_BACKTICKS, found)
    kind = _PREFIX.search(text, max(0, begin - 4), begin)
    if kind and kind[1] in "rR":
        return _PATTERN.search(found) is not None
    if kind:
        return _is_filled(_PLACE, found)
    return ("%" in found or "{" in found) and _FILLS.match(text, begin + len(found)) is not None


def _is_filled(place: re.Pattern[str], found: str) -> bool:
    """Tell whether values are put into a literal that holds none of its own."""
    rest, places = place.subn("", found)
    return places > 0 and not _entropy.is_machine_made(rest)
