"""Objects that stand within a line of a log, or that a string holds: what they are made of, and where."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction import json_tokens, object_literals
from collector.redaction.flat_objects import Item
from collector.redaction.json_tokens import NotJsonError

_MAY_BEGIN = compiled(r"\{[ ]{0,4}(?:[\"']|:?[A-Za-z_$][\w$\-]{0,80}(?:: |=>))|\[[ ]{0,4}[\"'{\[(]")
_MOST_TRIED = 8
"""Beginnings in a line that are looked at: one that is none is read to where it stops being JSON."""


def may_hold(text: str, start: int, end: int) -> bool:
    """Tell whether an object or a list may begin in a range of a text."""
    return _MAY_BEGIN.search(text, start, end) is not None


def read(text: str, start: int, end: int) -> Iterator[list[Item]]:
    """Yield the objects and lists in a range of a text, each a document of its own."""
    for _ in range(_MOST_TRIED):
        begins = _MAY_BEGIN.search(text, start, end)
        if not begins:
            return
        try:
            items, start = _read_first(text, begins.start(), end)
        except NotJsonError:
            start = begins.start() + 1
        else:
            yield items


def _read_first(text: str, start: int, end: int) -> tuple[list[Item], int]:
    try:
        return json_tokens.read_first(text, start, end)
    except NotJsonError:
        return object_literals.read_first(text, start, end)
