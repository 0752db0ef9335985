"""What a person wrote, in rows of tables and of insertions that hold the number it was written from or to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _inserts
from collector.redaction.detectors._headed import Table, table_at
from collector.redaction.detectors._inserts import HEADS, insertions
from collector.redaction.detectors._message_names import IN_TEXT, Says, is_number, is_of_service, is_text, says
from collector.redaction.detectors._tables import PHONE_HEADS, cells_of, tabled, tables

Row = list[tuple[str, int, int]]
"""The name of the column of each cell, and where its text stands."""


def _in(text: str, found: Iterable[Row]) -> Iterator[Hit]:
    """Yield the words in the rows with a number."""
    for row in found:
        of_service = is_of_service([name for name, _, _ in row])
        least = Says.SURELY if of_service else Says.MAYBE
        written = [(start, end) for name, start, end in row if says(name) >= least and is_text(text[start:end])]
        if written and any(is_number(name, text[start:end]) for name, start, end in row):
            yield from (Hit(start, end, text[start:end]) for start, end in written)


def _find_inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _in(text, _inserts.rows(text))


def _find_tabled(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _in(text, _rows(text))


def _rows(text: str) -> Iterator[Row]:
    for start, row, cells, header in tabled(text):
        if any(map(says, header.names)):
            yield [(name, *_inner(row, start, *cell)) for name, cell in zip(header.names, cells, strict=False)]


def _inner(row: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return where the text of a cell stands, without quotes and blanks around."""
    cell = row[start:end]
    inner = cell.strip(" \"'`*")
    start += cell.index(inner)
    return at + start, at + start + len(inner)


_IN_HEADER = r"[\w .\-\"'/()#\r\x80-\xff]"
_HEADER_HEAD = rf"(?i)^(?:{_IN_HEADER}*[,;\t|])*{_IN_HEADER}*(?:{IN_TEXT})[\" ]*(?:[,;\t|]{_IN_HEADER}*)*$"
_HEADER = compiled(
    rf"(?im)^(?=[^\n]{{0,2000}}[,;\t|])[\w .\-\"'/()#,;\t|]{{0,2000}}?(?:{IN_TEXT})[\" ]{{0,2}}(?=[,;\t|\r\n]|$)"
)


def _find_headed(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _in(text, (row for table in _headed(text) for row in _rows_of(text, table)))


def _headed(text: str) -> Iterator[Table]:
    """Yield the tables with a column whose name says that words of a message may stand in it."""
    done = 0
    for header in _HEADER.finditer(text) if "\n" in text else ():
        if header.start() >= done and (table := table_at(text, header.start())):
            done = table.end
            yield table


def _rows_of(text: str, table: Table) -> Iterator[Row]:
    start = table.header_end
    for line in text[table.header_end : table.end].splitlines(keepends=True):
        row = line.rstrip("\r\n")
        cells = cells_of(row, table.delimiter)
        if len(cells) == len(table.names):
            yield [(name, *_inner(row, start, *cell)) for name, cell in zip(table.names, cells, strict=True)]
        start += len(line)


def _with_rows(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the rows below those that are headers."""
    found: Ranges = []
    for start, end in lines:
        if found and start < found[-1][1]:
            continue
        table = table_at(text, start)
        found.append((start, table.end if table else end))
    return found


FORMS = (
    Form(lambda _: (_HEADER_HEAD,), _find_headed, _with_rows),
    Form(lambda _: HEADS, _find_inserted, insertions),
    Form(lambda _: PHONE_HEADS, _find_tabled, tables),
)
"""Insertions; tables."""
