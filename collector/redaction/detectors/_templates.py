"""Literals of programs that no value is written in: forms that values are put into, and patterns."""

from __future__ import annotations

from collector.compiled import compiled

_PLACE = compiled(
    r"(?<!\{)\{[A-Za-z_][\w.]{0,60}(?:\([^(){}]{0,40}\)|\[[^\[\]{}]{0,40}\])?(?:![rsa])?(?::[^{}]{0,20})?\}"
)
_FILLS = compiled(r"[\"'][ ]?(?:%[ ]?[\w(]|\.format\()")
_PATTERN = compiled(r"\(\?[:=!<iP]|\[\^|\\[wWsSdD][*+)\]]|[.)\]][*+]")


def is_form(text: str, begin: int, found: str) -> bool:
    """Tell whether a literal that begins at a place is one: `f"{name}"`, `"-p %s" % password`, a pattern."""
    quote, kind = text[begin - 1 : begin], text[begin - 2 : begin - 1]
    if quote == "`":
        return "${" in found
    if kind in {"r", "R"}:
        return _PATTERN.search(found) is not None
    if kind in {"f", "F"}:
        return _PLACE.search(found) is not None
    return ("%" in found or "{" in found) and _FILLS.match(text, begin + len(found)) is not None
