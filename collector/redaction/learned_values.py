"""What many pieces told, each value once and kept small: with its mark, and what it has in common with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from collector.redaction.spans import Span, of_value, template

_BETWEEN = " "
"""Stands in no mark."""


class LearnedValues:
    """Finds, in the order in which they were told; of those with the same mark and value the first."""

    def __init__(self) -> None:
        self._found: dict[str, Span] = {}

    def add(self, spans: Iterable[Span]) -> None:
        """Remember what was found."""
        for span in spans:
            self._found.setdefault(_key(span), template(span, span.value))

    def __iter__(self) -> Iterator[Span]:
        for key, kept in self._found.items():
            yield of_value(kept, key.partition(_BETWEEN)[2])


def _key(span: Span) -> str:
    return f"{span.mark}{_BETWEEN}{span.value}"
