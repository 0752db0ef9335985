"""Codes of which somebody gets several at once: all that stand behind the word for them, and on the lines below."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges

_CODES = r"(?i)(?:recovery|backup|scratch|emergency|rescue|2fa|mfa|one[ -]time|wiederherstellungs|ersatz)[ _-]?codes?"
_ANNOUNCED = compiled(rf"{_CODES}\b[\"'*]{{0,3}}[^\n:=]{{0,60}}[:=][ \t*]{{0,4}}")
_CODE = r"(?=[A-Za-z\-]{0,60}[0-9])[A-Za-z0-9]{4,12}(?:-[A-Za-z0-9]{3,12}){0,5}"
_ITEM = rf"(?:\d{{1,2}}[.)][ \t]|[\-*\u2022][ \t])?[\"'`]?(?P<code>{_CODE})[\"'`]?"
_AFTER = r"[ \t]{0,8}[,;|/]?[ \t]{0,8}"
_NEXT = compiled(rf"{_ITEM}(?![\w:.\-])(?=[ \t]{{0,8}}(?:[,;|/\r\n]|$|{_CODE}(?![\w:.\-]))){_AFTER}")
_LINE = compiled(rf"[ \t]{{0,40}}(?:{_ITEM.replace('?P<code>', '?:')}(?![\w:.\-]){_AFTER}){{1,20}}\r?(?:\n|\Z)")
_MOST = 20
"""Lines below."""


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for announced in _ANNOUNCED.finditer(text):
        position = announced.end()
        while code := _NEXT.match(text, position):
            yield Hit(*code.span("code"), code["code"], learn=True)
            position = code.end()
        line = text.find("\n", position)
        if line >= 0 and not text[position:line].strip():
            yield from _below(text, line + 1)


def _below(text: str, start: int) -> Iterator[Hit]:
    end = _end(text, start)
    position = start
    while position < end:
        code = _NEXT.match(text, position)
        if code:
            yield Hit(*code.span("code"), code["code"], learn=True)
        position = code.end() if code else position + 1


def _end(text: str, start: int) -> int:
    """Return where the lines of nothing but codes end; the first may be empty."""
    if text.startswith("\n", start):
        start += 1
    for _ in range(_MOST):
        line = _LINE.match(text, start)
        if not line:
            break
        start = line.end()
    return start


def _with_lines_below(text: str, lines: Ranges) -> Ranges:
    return [(start, max(end, _end(text, end))) for start, end in lines]


FORMS = (
    Form(
        lambda _: (rf"{_CODES}[\"'*]{{0,3}}[^\n:=]{{0,60}}[:=]",),
        _find,
        _with_lines_below,
    ),
)
"""Behind the word for them."""
