"""Values of columns that are named so, in rows that SQL inserts."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _inserts
from collector.redaction.detectors._named_fields import Named
from collector.redaction.detectors._named_values import NamedValue

_INSERT = compiled(
    r"(?i)\b(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into[ \t]+[^\s(]{1,100}[ \t]*\((?P<names>[^()]{1,1000})\)\s{0,20}values\s{0,20}(?=\()"
)
_ROW = compiled(r"\s{0,20},?\s{0,20}\(")
_CELL = compiled(
    r"\s{0,20}(?:[NEeB]?'(?P<s>(?:[^'\\\n]|''|\\.){0,2000})'|[^\s,'()]{1,200}(?:\([^()]{0,200}\))?)\s{0,20}(?P<end>[,)])"
)
HEADS = _inserts.HEADS
reach = _inserts.insertions


def cells(text: str, kind: Named) -> Iterator[NamedValue]:
    """Yield the values under such columns, without their quotes."""
    for match in _INSERT.finditer(text):
        names = [name.strip(" \t\r\n\"`'[]") for name in match["names"].split(",")]
        if any(map(kind.names, names)):
            yield from _rows(text, match.end(), names, kind)


def _rows(text: str, position: int, names: list[str], kind: Named) -> Iterator[NamedValue]:
    while row := _ROW.match(text, position):
        position = row.end()
        for name in names:
            cell = _CELL.match(text, position)
            if not cell:
                break
            position = cell.end()
            if cell["s"] and kind.names(name):
                yield NamedValue(name, position, *cell.span("s"))
            if cell["end"] == ")":
                break
