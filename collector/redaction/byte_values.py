"""Bytes as programs print them, one by one: rows of a hex dump, lists of numbers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from collector.compiled import compiled
from collector.redaction.views import BORDER, View, ViewBuilder

LEAST = 12
"""Numbers in a row that are taken for a text: fewer are columns of something else."""
_ROW = (
    r"(?:0[xX])?(?P<at>[0-9A-Fa-f]{4,16})(?::|[ ]?\|)?[ \t]{1,4}"
    r"(?P<bytes>(?:[0-9A-Fa-f]{2}){1,8}(?:[ \t\-]{1,2}(?:[0-9A-Fa-f]{2}){1,8}){0,31})(?![0-9A-Za-z])"
    r"(?P<text>[ \t]{0,60}\|?)"
)
_DUMP_ROW = compiled(rf"^(?:[^\n]{{0,200}}?[^\n0-9A-Za-z])??{_ROW}", re.MULTILINE)
_NUMBER = r"(?:3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6])"
# What follows is looked at number by number: looked at once behind them all, a long list would be tried from each.
_LIST = compiled(r"(?<![\w.\-])-?[0-9]{1,3}(?:(?:,[ ]?|[ ])-?[0-9]{1,3}(?!\w|\.\d)){7,65536}+")
_EACH = compiled(r"(-?[0-9]+)[, ]*")
_DUMP_HEADS = (
    r"(?:[0-9A-Fa-f]{2} ){7}[0-9A-Fa-f]{2}",
    r"(?:[0-9A-Fa-f]{4} ){3}[0-9A-Fa-f]{4}",
)
_LIST_HEADS = tuple(rf"(?:{_NUMBER}{between}){{{LEAST - 1}}}{_NUMBER}" for between in (", ", ",", " "))
HEADS = (*_DUMP_HEADS, *_LIST_HEADS)
"""On every line with as many bytes, but for the last row of a dump."""
# The same, each with a literal first: `re` finds that quickly.
_H = "[0-9A-Fa-f]"
_DUMP_HEAD = compiled(rf" (?:(?<={_H}{{2}} )(?:{_H}{{2}} ){{6}}{_H}{{2}}|(?<={_H}{{4}} )(?:{_H}{{4}} ){{2}}{_H}{{4}})")
_LISTS = (
    compiled(rf" (?<=[0-9] )(?:{_NUMBER} ){{{LEAST - 2}}}{_NUMBER}"),
    compiled(rf",(?<=[0-9],)[ ]?(?:{_NUMBER},[ ]?){{{LEAST - 2}}}{_NUMBER}"),
)
_CONTROL = dict.fromkeys({*range(0x20)} - {0x09, 0x0A, 0x0D}, "\x7f")


def reading(view: View) -> View | None:
    """Return what the dumps and lists of a view say, or None: a row of a dump is one piece, so is a number."""
    builder = ViewBuilder(view, depth=view.depth + 1)
    found = False
    for start, end in _dumps(view.text):
        found = _add_rows(view.text, start, end, builder) or found
    for head in _lists(view.text):
        found = True
        builder.synthetic(BORDER)
        numbers = list(_EACH.finditer(view.text, *head))
        for number, text in zip(numbers, texts(byte_of(number[1]) for number in numbers), strict=True):
            builder.replaced(text, *number.span())
        builder.synthetic("\n")
    return builder.view() if found else None


def byte_of(number: str) -> bytes:
    """Return the byte that a number in a list is; Java's are signed."""
    return bytes([int(number) & 0xFF])


def texts(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield what the pieces of a text in UTF-8 say; a character stands where its last byte does."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for piece in pieces:
        yield decoder.decode(piece).translate(_CONTROL)


def around(text: str, end: int) -> int:
    """Return where the rows of a dump end that go on behind a line."""
    while row := _DUMP_ROW.match(text, end) if end < len(text) else None:
        end = text.find("\n", row.end()) + 1 or len(text)
    return end


def _dumps(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    while head := _DUMP_HEAD.search(text, done):
        start = max(done, text.rfind("\n", 0, head.start()) + 1)
        done = around(text, start)
        if done > start:
            yield start, done
        else:
            done = text.find("\n", head.end()) + 1 or len(text)


def _add_rows(text: str, start: int, end: int, builder: ViewBuilder) -> bool:
    """Add the bytes of rows, each as far as the next one's offset says; tell whether there are any."""
    builder.synthetic(BORDER)
    rows = list(_DUMP_ROW.finditer(text, start, end))
    offsets = [int(row["at"], 16) for row in rows]
    width = 0
    found: list[tuple[bytes, int, int]] = []
    for index, row in enumerate(rows):
        content = bytes.fromhex(re.sub(r"[^0-9A-Fa-f]", "", row["bytes"]))
        step = offsets[index + 1] - offsets[index] if index + 1 < len(rows) else width
        if 0 < step <= len(content):
            content, width = content[:step], step
        last = row.end() + len(content)
        stop = min(text.find("\n", row.end(), last) if "\n" in text[row.end() : last] else last, end)
        stop += text[stop : stop + 1] == "|"
        found.append((content, row.start("bytes"), stop))
    for said, (_, first, stop) in zip(texts(content for content, _, _ in found), found, strict=True):
        builder.replaced(said, first, stop)
    builder.synthetic("\n")
    return bool(rows)


def _lists(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _LISTS:
        done = 0
        while head := pattern.search(text, done):
            line = max(done, text.rfind("\n", 0, head.start()) + 1)
            done = text.find("\n", head.end()) + 1 or len(text)
            yield from (match.span() for match in _LIST.finditer(text, line, done))
