"""Mails that are written in ASCII: `=3D` for a sign, `=` where a line goes on in the next (RFC 2045, 6.7)."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.views import View, ViewBuilder

_LONG = 40
_LONGEST_WORD = 23
"""Characters of a line from which on, and of its last word up to which, an equals sign at its end breaks a line: behind
fewer it ends a name, behind a longer word base64."""
_BROKEN = rf"[^\n]{{{_LONG}}}[ ][^ \n=]{{0,{_LONGEST_WORD}}}=\r?$"
# A character that is no ASCII, in UTF-8.
_WIDE = r"=(?:[CD][0-9A-F]|E[0-9A-F]=[89AB][0-9A-F])=[89AB][0-9A-F]"
HEADS = (r"=3D[^\n]", _WIDE, r"[ ][^ \n=]*=\r?$")
"""On every line that says by itself how it is written, and on shorter ones: to count characters takes longer."""
_SAYS_SO = compiled(rf"=3D[^\n]|{_WIDE}|{_BROKEN}", re.MULTILINE)
_ESCAPED = compiled(r"(?:=[0-9A-F]{2})+|=\r?\n")
_GOES_ON = compiled(r"[^\n]*=\r?\n")


def around(text: str, end: int) -> int:
    """Return where a line that ends somewhere goes on to."""
    start = text.rfind("\n", 0, max(0, end - 1)) + 1
    while line := _GOES_ON.match(text, start):
        start = line.end()
        end = text.find("\n", start) + 1 or len(text)
    return end


def reading(view: View) -> View | None:
    """Return the lines that are written so, as they are meant, or None."""
    if not any(sign in view.text for sign in ("=3D", "=C", "=D", "=E", "=\n", "=\r")):
        return None
    builder = ViewBuilder(view, depth=view.depth + 1)
    done = 0
    for sign in _SAYS_SO.finditer(view.text):
        if sign.start() >= done:
            start = view.text.rfind("\n", 0, sign.start()) + 1
            done = around(view.text, view.text.find("\n", sign.end()) + 1 or len(view.text))
            _add(view.text, start, done, builder)
    return builder.view() if done else None


def _add(text: str, start: int, end: int, builder: ViewBuilder) -> None:
    for escaped in _ESCAPED.finditer(text, start, end):
        builder.copied(text[start : escaped.start()], start)
        start = escaped.end()
        meant = _meant(escaped.group())
        if meant:
            builder.replaced(meant, *escaped.span())
    builder.copied(text[start:end], start)


def _meant(escaped: str) -> str:
    if escaped[1] in "\r\n":
        return ""
    raw = bytes.fromhex(escaped.replace("=", ""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
