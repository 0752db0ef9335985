"""Credentials in rows that SQL inserts under the names of its columns."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import around

_INSERT = re.compile(
    r"(?i)\b(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into[ \t]+[^\s(]{1,100}[ \t]*\((?P<names>[^()]{1,1000})\)\s{0,20}values\s{0,20}(?=\()"
)
_LONGEST_COLUMNS = 2000
_TUPLE = re.compile(r"\s{0,20},?\s{0,20}\(")
_BETWEEN_ROWS = re.compile(r"[\s,]{0,40}")
_CELL = re.compile(
    r"\s{0,20}(?:[NEeB]?'(?P<s>(?:[^'\\\n]|''|\\.){0,2000})'|\"(?P<d>[^\"\n]{0,2000})\"|[^\s,'\"()]{1,200}(?:\([^()]{0,200}\))?)\s{0,20}(?P<end>[,)])"
)


def insert_before(text: str) -> str:
    """Return the beginning of an insertion of credentials whose rows go on to the end of the text, or nothing."""
    for match, told in _insertions(text):
        done = match.end()
        for _, cell in _inserted_cells(text, match.end(), told):
            done = cell.end()
        if _BETWEEN_ROWS.fullmatch(text, done):
            return f"{match.group().rstrip()}\n"
    return ""


def _inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of credential columns in SQL that inserts rows."""
    if "VALUES" not in text and "values" not in text:
        return
    for match, told in _insertions(text):
        for telling, cell in _inserted_cells(text, match.end(), told):
            group = "s" if cell["s"] else "d"
            if cell[group] and accepts(telling, cell[group]):
                yield Hit(cell.start(group), cell.end(group), cell[group], learn=True)


def _insertions(text: str) -> Iterator[tuple[re.Match[str], list[Tells]]]:
    """Yield the beginnings of insertions with what the name of each column tells."""
    for match in _INSERT.finditer(text):
        told = [_keys.tells(name.strip(" \t\r\n\"`'[]")) for name in match["names"].split(",")]
        if max(told) >= Tells.MAYBE:
            yield match, told


def _inserted_cells(text: str, position: int, told: list[Tells]) -> Iterator[tuple[Tells, re.Match[str]]]:
    while row := _TUPLE.match(text, position):
        position = row.end()
        for telling in told:
            cell = _CELL.match(text, position)
            if not cell:
                break
            position = cell.end()
            yield telling, cell
            if cell["end"] == ")":
                break


def _insertions_whole(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the columns that may stand one a line below the word, and all rows."""
    found = []
    for start, end in lines:
        match = _INSERT.search(text, start, min(len(text), end + _LONGEST_COLUMNS))
        found.append((start, max(end, text.find("\n", match.end()) + 1 or len(text)) if match else end))
    return around(text, found)


FORMS = (Form(lambda _: (r"(?i)(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into",), _inserted, _insertions_whole),)
"""Insertions with such a column."""
