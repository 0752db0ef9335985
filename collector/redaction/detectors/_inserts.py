"""Credentials and numbers of phones that SQL inserts under the names of its columns, or that are bound to them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _bindings, _columns, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._insertions import INSERT, cells, content, is_told, names_of
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around

_LONGEST_COLUMNS = 2000
_BETWEEN_ROWS = compiled(r"[\s,]{0,40}")
_INSERTS = compiled(r"(?i)(?:insert|replace)\s")
_BOUND_BELOW = compiled(r"(?:[^\n]{0,400}\bbinding parameter [^\n]*\n?)+")


def insert_before(text: str) -> str:
    """Return the beginning of an insertion whose rows go on to the end of the text, or nothing."""
    for match in INSERT.finditer(text) if "into" in lower(text) else ():
        done = match.end()
        for _, cell in cells(text, match):
            done = cell.end()
        if _BETWEEN_ROWS.fullmatch(text, done):
            return f"{match.group().rstrip()}\n"
    return ""


def _inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of credential columns in SQL."""
    for value in under(text, lambda name: _keys.tells(name) is not Tells.NOTHING):
        found = text[value.start : value.end]
        if accepts(_keys.tells(value.name), found):
            yield Hit(value.start, value.end, found, learn=True)


def phone_cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the values of columns of phones stand in SQL, without the quotes."""
    for value in under(text, _columns.may_name):
        if _columns.is_named(value.name, text[value.start : value.end]):
            yield value.start, value.end


def under(text: str, wanted: Callable[[str], bool]) -> Iterator[NamedValue]:
    """Yield the values, without their quotes, that are inserted or bound under columns whose names are wanted."""
    for match in INSERT.finditer(text):
        if any(map(wanted, names_of(match))):
            told = is_told(text, match)
            for name, cell in cells(text, match):
                start, end = content(cell, told=told)
                if start < end and wanted(name):
                    yield NamedValue(name, match.start(), start, end)
    for row in _bindings.rows(text):
        for name, start, end in row:
            if wanted(name) and start < end:
                yield NamedValue(name, start, start, end)


def rows(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """Yield the rows of all insertions and bindings: the name of the column of each cell, and where its text stands."""
    yield from _bindings.rows(text)
    for match in INSERT.finditer(text):
        row: list[tuple[str, int, int]] = []
        told = is_told(text, match)
        for name, cell in cells(text, match):
            row.append((name, *content(cell, told=told)))
            if cell["end"] == ")":
                yield row
                row = []


def insertions(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the columns that may stand one a line below the word, all rows, and what is bound."""
    return list(_with_rows(text, tuple(lines)))


@functools.lru_cache(maxsize=2)
def _with_rows(text: str, lines: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    found = []
    for start, end in lines:
        inserts = _INSERTS.search(text, start, end)
        match = INSERT.search(text, inserts.start(), min(len(text), end + _LONGEST_COLUMNS)) if inserts else None
        found.append((start, max(end, text.find("\n", _end_of_rows(text, match)) + 1 or len(text)) if match else end))
    return tuple((start, _end_of_bound(text, end)) for start, end in around(text, found))


def _end_of_rows(text: str, insertion: re.Match[str]) -> int:
    return max((cell.end() for _, cell in cells(text, insertion)), default=insertion.end())


def _end_of_bound(text: str, end: int) -> int:
    bound = _BOUND_BELOW.match(text, end)
    return bound.end() if bound else end


HEADS = (
    r"(?i)(?:insert|replace)(?:[ \t]+(?:ignore[ \t]+)?into|[ \t\r]*$)",
    r"(?:=|\b(?:[Ii]?[Ll][Ii][Kk][Ee]|[Ii][Nn]))[ \t]{0,4}\(?[ \t]{0,4}(?:\?|\$[0-9]|%s|@[A-Za-z_]|:[0-9])",
    r"Key \([^()\n]{1,400}\)=\(",
)
FORMS = (Form(lambda _: HEADS, _inserted, insertions),)
"""Insertions, and statements whose values are bound, with such a column."""
