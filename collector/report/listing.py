"""Lays a member out in numbered lines, and knows on which line a JSON pointer leads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from collector.documents import pointer
from collector.language import message
from collector.sentence import Sentence
from collector.units import cut

LARGEST = 4 << 20
LONGEST_LINE = 1_000
_DEEPEST = 60
_INLINE = 72
_PLACE = re.compile(r"([1-9][0-9]{0,8}):[0-9]{1,9}")


class _Literal(str):
    """A number as it stands in the text: parsing it would change some."""

    __slots__ = ()


class _Object(list[tuple[str, object]]):
    """A JSON object's members in order, double keys included."""


@dataclass(slots=True)
class Listing:
    """Lines of text, and for JSON the line (from 1) of every pointer."""

    lines: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    note: str = ""

    def line_of(self, place: str) -> int | None:
        """Return the line of a JSON pointer, of its nearest known parent, or of `line:column`."""
        if match := _PLACE.fullmatch(place):
            return int(match[1]) if int(match[1]) <= len(self.lines) else None
        while place and place not in self.places:
            place = place.rpartition("/")[0]
        return self.places.get(place)


def listing(content: bytes) -> Listing:
    """Return the bytes as indented JSON, or as the text they are; above 4 MiB only the first 64 KiB, as text."""
    if len(content) > LARGEST:
        lines = _text_lines(content[: 64 << 10])
        return Listing(lines, note=message("too large to show: its first 64 KiB"))
    laid = Listing()
    try:
        value = json.loads(
            content, parse_int=_Literal, parse_float=_Literal, parse_constant=_Literal, object_pairs_hook=_Object
        )
        _lay(laid, value, (), "", "")
    except (ValueError, RecursionError):
        return Listing(_text_lines(content))
    return laid


def _text_lines(content: bytes) -> list[str]:
    # Only a line feed ends a line: that is what tools that print line numbers count.
    lines = content.decode("utf-8", "replace").split("\n")
    return [_cut(line.rstrip("\r")) for line in (lines if lines[-1] else lines[:-1])]


def _lay(laid: Listing, value: object, path: tuple[str | int, ...], head: str, tail: str) -> None:
    if len(path) > _DEEPEST:
        raise RecursionError
    compact = _compact(value)
    if compact is not None and (len(compact) <= _INLINE or not isinstance(value, list)):
        laid.lines.append(_cut("  " * len(path) + head + compact + tail))
        for place in _inner(value, path):
            laid.places.setdefault(pointer(place), len(laid.lines))
        return
    opening, closing = "{}" if isinstance(value, _Object) else "[]"
    laid.lines.append(_cut("  " * len(path) + head + opening))
    laid.places.setdefault(pointer(path), len(laid.lines))
    children = list(_children(value))
    for index, (key, label, child) in enumerate(children, 1):
        _lay(laid, child, (*path, key), label, "," if index < len(children) else "")
    laid.lines.append("  " * len(path) + closing + tail)


def _children(value: object) -> Iterator[tuple[str | int, str, object]]:
    if isinstance(value, _Object):
        yield from ((key, f"{_quoted(key)}: ", child) for key, child in value)
    elif isinstance(value, list):
        yield from ((index, "", child) for index, child in enumerate(value))


def _compact(value: object) -> str | None:
    """Return a scalar, an empty object, or an array without objects and texts on one line; None for all else."""
    if isinstance(value, _Literal):
        return str(value)
    if isinstance(value, _Object):
        return None if value else "{}"
    if not isinstance(value, list):
        return _quoted(value)
    if any(isinstance(item, str) and not isinstance(item, _Literal) for item in value):
        return None
    inner = [_compact(item) for item in value[: _INLINE + 1]]
    return None if len(value) > _INLINE or None in inner else f"[{', '.join(map(str, inner))}]"


def _inner(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    yield path
    for key, _, child in _children(value):
        yield from _inner(child, (*path, key))


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cut(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return Sentence("{start} ({count:,} characters)", start=cut(line, LONGEST_LINE), count=len(line))
