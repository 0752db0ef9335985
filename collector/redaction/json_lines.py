"""Lines of JSON in a text: what each says, and where that stands, which is worked out where somebody asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from collector.redaction import json_tokens, json_views
from collector.redaction.json_tokens import Member, NotJsonError
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

    def scalar_at(self, offset: int) -> Scalar | None:
        """Return the scalar at an offset."""
        index = bisect_right(self._members, offset, key=attrgetter("start")) - 1
        if index < 0:
            return None
        member = self._members[index]
        scalar = Scalar(*member.value, member.is_string)
        return scalar if scalar.start <= offset < scalar.end else None

    @property
    def leaves(self) -> list[Leaf]:
        """Return its keys and scalars; the document is the line."""
        return json_tokens.leaves(self._text, self.start, self.end, self.start)

    @cached_property
    def _members(self) -> list[Member]:
        return json_tokens.members(self._text, self.start, self.end)

    @cached_property
    def _view(self) -> View:
        builder = ViewBuilder()
        json_views.add_members(self._text, self._members, builder)
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

    def scalar_at(self, offset: int) -> Scalar | None:
        """Return the scalar at an offset."""
        index = bisect_right(self.leaves, offset, key=attrgetter("start")) - 1
        leaf = self.leaves[index]
        is_there = index >= 0 and not leaf.is_key and offset < leaf.end
        return Scalar(leaf.start, leaf.end, leaf.is_string) if is_there else None


JsonLine = FlatLine | NestedLine


def scalar_at(lines: Sequence[JsonLine], offset: int) -> Scalar | None:
    """Return the scalar that stands at an offset in one of the lines, which are in order."""
    index = bisect_right(lines, offset, key=attrgetter("start")) - 1
    return lines[index].scalar_at(offset) if index >= 0 and offset < lines[index].end else None


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
