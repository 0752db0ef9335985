"""What the header of a table calls the column that a number stands in."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Ranges
from collector.redaction.views import BORDER

_NAME = r"[ ]{0,8}\"?[^\W\d][\w.\-/()%#\x80-\U0010ffff]{0,40}(?:[ ][\w.\-/()%#\x80-\U0010ffff]{1,40}){0,3}\"?[ ]{0,8}"
_HEADER = compiled(
    # A comment of one who writes a table, and a sign behind the last name, as HAProxy has both.
    rf"(?m)^(?:\||#[ ]{{0,2}})?{_NAME}(?P<delimiter>[,;\t|]){_NAME}"
    rf"(?:(?P=delimiter){_NAME}){{0,120}}(?:\||(?P=delimiter))?[ \t]{{0,4}}\r?$"
)
_AROUND = 16
_BEFORE = compiled(r"(?:(?:\A|(?<=\n))|(?P<sign>[,;\t|]))[ \"]{0,8}\Z")
_BEHIND = compiled(r"[ \"\r]{0,8}(?:(?P<sign>[,;\t|])|$|(?=\n))")
_IN_A_CELL = compiled(r"(?:^|[,;\t|])[ \"]{0,8}\d{9,17}[ \"]{0,8}(?:[,;\t|]|\r?$)", re.MULTILINE)
_FIGURE = compiled(r"-?\d{1,20}(?:\.\d{1,12})?%?")
_SECONDS = compiled(r"1\d{9}(?:\d{3}){0,3}")
_LARGE = 8
"""Characters of a figure that no state, price or count of a message's has."""
_FEWEST_LARGE = 2
"""A row of calls has one besides its numbers: its own id."""
_FEWEST_FIGURES = 8
"""A message's row has an id, a status, a price, parts, tries and times besides its number."""
_LONGEST_ROW = 400
_PASSED = compiled(r"[ \t|+:\-=]*\r?")
"""Between the rows of a table: rulers, and what stands for rows that nobody looks at."""


class Table(NamedTuple):
    """The header of a table, and where its rows end."""

    start: int
    header_end: int
    end: int
    delimiter: str
    names: tuple[str, ...]


def column_of(text: str, start: int, end: int) -> str:
    """Return the name of the column that digits fill a cell of; nothing where they fill none."""
    before, behind = _BEFORE.search(text, max(0, start - _AROUND), start), _BEHIND.match(text, end)
    if not (before and behind and (before["sign"] or behind["sign"])):
        return ""
    tables, starts = _tables(text)
    index = bisect_right(starts, start) - 1
    if index < 0 or not tables[index].header_end <= start < tables[index].end:
        return ""
    table = tables[index]
    column = text.count(table.delimiter, text.rfind("\n", 0, start) + 1, start)
    return table.names[column] if column < len(table.names) else ""


def is_among_figures(text: str, start: int, end: int) -> bool:
    """Tell whether digits fill a cell of a row in which most others hold figures that are no numbers of phones."""
    before, behind = _BEFORE.search(text, max(0, start - _AROUND), start), _BEHIND.match(text, end)
    sign = before and behind and (before["sign"] or behind["sign"])
    if not sign:
        return False
    line = text.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1
    stop = text.find("\n", end, end + _LONGEST_ROW)
    others = text[line:start].split(sign) + text[end : stop if stop >= 0 else end + _LONGEST_ROW].split(sign)
    filled = [cell for other in others if (cell := other.strip(' "\r'))]
    figures = [cell for cell in filled if _FIGURE.fullmatch(cell) and not numbering.is_valid(cell)]
    large = sum(len(figure) >= _LARGE and not _SECONDS.fullmatch(figure) for figure in figures)
    return large >= _FEWEST_LARGE and len(figures) >= _FEWEST_FIGURES and len(figures) * 3 >= len(filled) * 2


def with_headers(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the headers of the tables that they are rows of."""
    rows = [start for start, end in lines if _IN_A_CELL.search(text, start, end)]
    if not rows:
        return lines
    tables, starts = _tables(text)
    headers = set()
    for start in rows:
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < tables[index].end:
            headers.add((tables[index].start, tables[index].header_end))
    return sorted({*lines, *headers})


@functools.lru_cache(maxsize=2)
def _tables(text: str) -> tuple[list[Table], list[int]]:
    """Return the tables of a text in their order, and where each begins."""
    found: list[Table] = []
    position = 0
    while header := _HEADER.search(text, position):
        position = min(len(text), header.end() + 1)
        if table := _table(text, header):
            found.append(table)
            position = table.end
    return found, [table.start for table in found]


def table_at(text: str, start: int) -> Table | None:
    """Return the table whose header begins somewhere; None where it has no rows."""
    header = _HEADER.match(text, start)
    return _table(text, header) if header else None


def _table(text: str, header: re.Match[str]) -> Table | None:
    delimiter = header["delimiter"]
    rows = min(len(text), header.end() + 1)
    end = _end_of_rows(text, rows, delimiter, header.group().count(delimiter))
    names = tuple(name.strip(' "\r\t') for name in header.group().split(delimiter))
    return Table(header.start(), rows, end, delimiter, names) if end > rows else None


def _end_of_rows(text: str, position: int, delimiter: str, count: int) -> int:
    done = position
    while position < len(text):
        end = text.find("\n", position) + 1 or len(text)
        line = text[position:end]
        if line.count(delimiter) == count:
            done = end
        elif line != BORDER and not _PASSED.fullmatch(line.rstrip("\n")):
            break
        position = end
    return done
