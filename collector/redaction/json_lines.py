"""Lines of JSON in a text: what each says, and where that stands, which is worked out where somebody asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from collector.redaction import json_tokens, json_views
from collector.redaction.json_tokens import NotJsonError
from collector.redaction.leaves import Leaf
from collector.redaction.views import Range, View, ViewBuilder


class Scalar(NamedTuple):
    """Where a scalar stands, without quotes."""

    start: int
    end: int
    is_string: bool


_LINE = re.compile(r"[ \t]*[{][^\n]*[}][ \t\r]*")


class FlatLine:
    """A line that is an object of scalars, as nearly all are; half-open offsets in the text it stands in."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self.start = start
        self.end = end
        members = json_tokens.written_members(text, start, end)
        self.names = tuple([name for name, _, _ in members])
        """The names in it as they are written, in quotes."""
        self.says = json_tokens.decoded("".join([f"\n{name}: {string}{bare}" for name, string, bare in members])) + "\n"
        """All that it says, one line a scalar."""

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the text that a range of what it says came from."""
        return self._view.original(start, end)

    @cached_property
    def scalars(self) -> list[Scalar]:
        """Return its scalars in order."""
        return [
            Scalar(string + 1, end - 1, is_string=True) if string >= 0 else Scalar(bare, end, is_string=False)
            for _, _, string, bare, end in json_tokens.member_places(self._text, self.start, self.end)
        ]

    @property
    def leaves(self) -> list[Leaf]:
        """Return its keys and scalars; the document is the line."""
        return json_tokens.leaves(self._text, self.start, self.end, self.start)

    @cached_property
    def _view(self) -> View:
        builder = ViewBuilder()
        json_views.add_members(self._text, self.start, self.end, builder)
        return builder.view()


class NestedLine:
    """A line that is another object: read at once, as it has to be to know that it is one."""

    names = None
    """Which it holds, and where, its leaves say."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.leaves = json_tokens.leaves(text, start, end, start)
        builder = ViewBuilder()
        json_views.add_leaves(text, self.leaves, builder)
        self._view = builder.view()
        self.says = self._view.text

    def original(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the text that a range of what it says came from."""
        return self._view.original(start, end)

    @property
    def scalars(self) -> list[Scalar]:
        """Return its scalars in order."""
        return [Scalar(leaf.start, leaf.end, leaf.is_string) for leaf in self.leaves if not leaf.is_key]


JsonLine = FlatLine | NestedLine


def scalar_at(lines: Sequence[JsonLine], offset: int) -> Scalar | None:
    """Return the scalar that stands at an offset in one of the lines, which are in order."""
    index = bisect_right(lines, offset, key=attrgetter("start")) - 1
    if index < 0 or offset >= lines[index].end:
        return None
    return next((scalar for scalar in lines[index].scalars if scalar.start <= offset < scalar.end), None)


def read(text: str, start: int, end: int) -> JsonLine | None:
    """Return a line, its line end included, as what it says; None where it is no object of JSON."""
    stop = end - 1 if text[end - 1] == "\n" else end
    if json_tokens.is_flat(text, start, stop):
        return FlatLine(text, start, stop)
    if not _LINE.fullmatch(text, start, stop):
        return None
    try:
        return NestedLine(text, start, stop)
    except NotJsonError:
        return None
