"""Credentials and numbers of phones in rows that SQL inserts under the names of its columns."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _columns, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around

_INSERT = compiled(
    r"(?i)\b(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into[ \t]+[^\s(]{1,100}[ \t]*\((?P<names>[^()]{1,1000})\)\s{0,20}values\s{0,20}(?=\()"
)
_LONGEST_COLUMNS = 2000
_TUPLE = compiled(r"\s{0,20},?\s{0,20}\(")
_BETWEEN_ROWS = compiled(r"[\s,]{0,40}")
_CELL = compiled(
    r"\s{0,20}(?:[NEeB]?'(?P<s>(?:[^'\\\n]|''|\\.){0,2000})'|\"(?P<d>[^\"\n]{0,2000})\"|[^\s,'\"()]{1,200}(?:\([^()]{0,200}\))?)\s{0,20}(?P<end>[,)])"
)


def insert_before(text: str) -> str:
    """Return the beginning of an insertion whose rows go on to the end of the text, or nothing."""
    for match in _INSERT.finditer(text):
        done = match.end()
        for _, cell in _inserted_cells(text, match):
            done = cell.end()
        if _BETWEEN_ROWS.fullmatch(text, done):
            return f"{match.group().rstrip()}\n"
    return ""


def _inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of credential columns in SQL that inserts rows."""
    for value in under(text, lambda name: _keys.tells(name) is not Tells.NOTHING):
        found = text[value.start : value.end]
        if accepts(_keys.tells(value.name), found):
            yield Hit(value.start, value.end, found, learn=True)


def phone_cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the values of columns of phones stand in SQL that inserts rows, without the quotes."""
    for value in under(text, _columns.may_name):
        if _columns.is_named(value.name, text[value.start : value.end]):
            yield value.start, value.end


def under(text: str, wanted: Callable[[str], bool]) -> Iterator[NamedValue]:
    """Yield the texts, without their quotes, that are inserted under columns whose names are wanted."""
    for match in _INSERT.finditer(text):
        if any(map(wanted, _names(match))):
            for name, cell in _inserted_cells(text, match):
                start, end = _text(cell)
                if start < end and wanted(name):
                    yield NamedValue(name, match.start(), start, end)


def inserted_rows(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """Yield the rows of all insertions: the name of the column of each cell, and where its text stands."""
    for match in _INSERT.finditer(text):
        row: list[tuple[str, int, int]] = []
        for name, cell in _inserted_cells(text, match):
            start, end = _text(cell)
            row.append((name, start, end) if start < end else (name, cell.start("end"), cell.start("end")))
            if cell["end"] == ")":
                yield row
                row = []


def _names(match: re.Match[str]) -> list[str]:
    return [name.strip(" \t\r\n\"`'[]") for name in match["names"].split(",")]


def _text(cell: re.Match[str]) -> tuple[int, int]:
    """Return where the text in a cell stands; an empty range where it holds none."""
    return cell.span("s" if cell["s"] else "d")


def _inserted_cells(text: str, insertion: re.Match[str]) -> Iterator[tuple[str, re.Match[str]]]:
    names, position = _names(insertion), insertion.end()
    while row := _TUPLE.match(text, position):
        position = row.end()
        for name in names:
            cell = _CELL.match(text, position)
            if not cell:
                break
            position = cell.end()
            yield name, cell
            if cell["end"] == ")":
                break


def insertions(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the columns that may stand one a line below the word, and all rows."""
    found = []
    for start, end in lines:
        match = _INSERT.search(text, start, min(len(text), end + _LONGEST_COLUMNS))
        found.append((start, max(end, text.find("\n", match.end()) + 1 or len(text)) if match else end))
    return around(text, found)


HEADS = (r"(?i)(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into",)
FORMS = (Form(lambda _: HEADS, _inserted, insertions),)
"""Insertions with such a column."""
