"""What a person wrote, in rows of tables and of insertions that hold the number it was written from or to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._inserts import HEADS, inserted_rows, insertions
from collector.redaction.detectors._message_names import SERVICE_NAMES, Says, is_number, is_text, says
from collector.redaction.detectors._tables import PHONE_HEADS, tabled, tables

Row = list[tuple[str, int, int]]
"""The name of the column of each cell, and where its text stands."""


def _in(text: str, rows: Iterable[Row]) -> Iterator[Hit]:
    """Yield the words in the rows with a number."""
    for row in rows:
        of_service = not SERVICE_NAMES.isdisjoint(name for name, _, _ in row)
        least = Says.SURELY if of_service else Says.MAYBE
        written = [(start, end) for name, start, end in row if says(name) >= least and is_text(text[start:end])]
        if written and any(is_number(name, text[start:end]) for name, start, end in row):
            yield from (Hit(start, end, text[start:end]) for start, end in written)


def _find_inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _in(text, inserted_rows(text) if "alues" in text or "ALUES" in text else ())


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


FORMS = (
    Form(lambda _: HEADS, _find_inserted, insertions),
    Form(lambda _: PHONE_HEADS, _find_tabled, tables),
)
"""Insertions; tables."""
