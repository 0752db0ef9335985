"""What SQL inserts, as it is written: the names of the columns, and the cells of each row."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from collector.compiled import compiled

INSERT = compiled(
    r"(?i)\b(?:insert|replace)\s+(?:ignore\s+)?into\s+[^\s(]{1,100}\s{0,40}\((?P<names>[^()]{1,1000})\)\s{0,40}(?:output\s[^()\n]{1,100}|overriding (?:system|user) value)?\s{0,40}values\s{0,40}(?=\()"
)
_TUPLE = compiled(r"\s{0,40},?\s{0,40}\(")
_CELL = compiled(
    r"\s{0,40}(?:[NEeB]?'(?P<s>(?:[^'\\]|''|\\.){0,2000})'|\"(?P<d>[^\"\n]{0,2000})\"|(?P<b>[^\s,'\"()]{1,200})(?:\([^()]{0,200}\))?)\s{0,40}(?P<end>[,)])"
)
# As Laravel says what failed: without quotes.
_TOLD = compiled(r"\bSQL: ?\Z")
_TOLD_CELL = compiled(
    r"\s{0,4}(?:'(?P<s>[^'\n]{0,2000})'(?=[,)])|(?P<d>(?!))|(?P<b>[^\n,()'\"][^\n,()]{0,400}))\s{0,4}(?P<end>[,)])"
)
_NUMBER = compiled(r"\+?\d{7,15}")
_NO_VALUE = compiled(r"(?i)null|default|true|false|[?]|[:@$%].*|\d{1,6}")


def cells(text: str, insertion: re.Match[str], stop: int = sys.maxsize) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the name of the column of each cell of all rows that end before a place, and the cell."""
    names, position = names_of(insertion), insertion.end()
    pattern = _TOLD_CELL if is_told(text, insertion) else _CELL
    while row := _TUPLE.match(text, position, stop):
        position = row.end()
        for name in names:
            cell = pattern.match(text, position, stop)
            if not cell:
                break
            position = cell.end()
            yield name, cell
            if cell["end"] == ")":
                break


def names_of(insertion: re.Match[str]) -> list[str]:
    """Return the names of the columns, without quotes."""
    return [name.strip(" \t\r\n\"`'[]") for name in insertion["names"].split(",")]


def is_told(text: str, insertion: re.Match[str]) -> bool:
    """Tell whether an error tells the statement with its values put in, bare."""
    return _TOLD.search(text, max(0, insertion.start() - 8), insertion.start()) is not None


def content(cell: re.Match[str], *, told: bool) -> tuple[int, int]:
    """Return where the value in a cell stands; an empty range where it holds none."""
    bare = cell["b"]
    if bare is None:
        return cell.span("s") if cell["s"] is not None else cell.span("d")
    is_value = _NUMBER.fullmatch(bare) or (told and not _NO_VALUE.fullmatch(bare))
    return cell.span("b") if is_value else (cell.start("end"), cell.start("end"))
