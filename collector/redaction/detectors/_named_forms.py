"""Forms of values in fields, columns and inserted rows that are named as one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _inserts, _named_columns, _named_fields, _named_heads
from collector.redaction.detectors._named_fields import Named
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around

Judge = Callable[[str, NamedValue, Options], Iterator[Hit]]
"""Yields what is a find of the value that stands in a text under a name."""
Begins = Callable[[Options], tuple[str, str]]
"""Returns heads of how such a value begins behind an opening quote and without one."""


def forms(fields: Named, columns: Named, judge: Judge, begins: Begins) -> tuple[Form, ...]:
    """Return the forms of a kind whose fields and columns are named so."""

    def judged(values: Callable[[str], Iterator[NamedValue]]) -> Callable[[str, Options], Iterator[Hit]]:
        def find(text: str, options: Options) -> Iterator[Hit]:
            for value in values(text):
                yield from judge(text, value, options)

        return find

    return (
        Form(
            lambda options: _named_heads.on_lines(fields, *begins(options)),
            judged(lambda text: _named_fields.on_lines(text, fields)),
            _named_fields.with_ruler,
        ),
        Form(
            lambda _: _named_heads.over_lines(fields),
            judged(lambda text: _named_fields.over_lines(text, fields)),
            around,
        ),
        Form(
            lambda _: _named_columns.heads(columns),
            judged(lambda text: _named_columns.cells(text, columns)),
            _named_columns.tables(columns),
        ),
        Form(lambda _: _inserts.HEADS, judged(lambda text: _inserts.under(text, fields.names)), _inserts.insertions),
    )
