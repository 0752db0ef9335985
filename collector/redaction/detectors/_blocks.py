"""Objects in indented lines, as YAML has them: which block holds a field, and where its value stands."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator, Mapping

from collector.compiled import compiled
from collector.redaction.detector import Ranges
from collector.redaction.detectors._payloads import Field, plain
from collector.redaction.detectors._surroundings import around

_LINE = compiled(
    r"(?P<in>[ \t]{0,200}(?:- )?)[\"']?(?P<name>[A-Za-z_]\w{0,60})[\"']?:(?:[ \t]+(?P<value>[^\n]*?))?[ \t]*\r?(?:\n|\Z)"
)
_OPENS = compiled(r"(?m)^[ \t]{0,200}(?:- )?[\"']?(?P<name>[A-Za-z_]\w{0,60})[\"']?:[ \t]*\r?\n(?=[ \t]|- )")
_QUOTED = compiled(r"\"(?P<d>(?:[^\"\\]|\\.)+)\"?|'(?P<s>(?:[^']|'')+)'?")
_ON_LINES_BELOW = compiled(r"[|>][\d+\-]{0,2}")
_NO_VALUE = compiled(r"[{\[&*!#]|(?:null|~|true|false)$")
_MOST_LINES = 60
_FAR = 20000
# Behind the name of a field whose value is the lines below.
_BLOCK = compiled(r"(?m):[ \t]{1,8}[|>][\d+\-]{0,2}[ \t\r]*$")
_PARAGRAPH = compiled(r"(?:[ \t\r]{0,200}\n){1,3}(?:[ \t]{1,200}\S[^\n]*(?:\n|\Z)){1,60}")


def fields(text: str, named: Mapping[str, frozenset[str]]) -> Iterator[Field]:
    """Yield the fields of some names in blocks of some names, all written without capitals and underscores."""
    for opens in _OPENS.finditer(text):
        holder = plain(opens["name"])
        if holder in named:
            yield from _in_block(text, opens.start("name"), opens.start(), opens.end(), holder, named[holder])


def around_paragraphs(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those that may belong to them; of blocks of paragraphs, with all of these."""
    found = around(text, lines)
    for at, (start, end) in enumerate(found):
        if _BLOCK.search(text, start, end):
            last = end
            while (paragraph := _PARAGRAPH.match(text, last)) and last - end < _FAR:
                last = paragraph.end()
            found[at] = (start, last)
    return found


def _in_block(text: str, name_at: int, at: int, position: int, holder: str, names: frozenset[str]) -> Iterator[Field]:
    depth = name_at - at
    own: int | None = None
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, position)
        if not line:
            position = _passed(text, position, depth)
            if position < 0:
                return
            continue
        further_in = len(line["in"])
        if further_in <= depth and not (further_in == depth + 2 and line["in"].endswith("- ")):
            return
        own = further_in if own is None else own
        position = line.end()
        if further_in == own and plain(line["name"]) in names and line["value"]:
            for start, end in _value(text, line.start("value"), line.end("value"), further_in, position):
                yield Field(holder, plain(line["name"]), at, start, end)


def _passed(text: str, position: int, depth: int) -> int:
    """Return where a line ends that is none of a field, or -1 where it is outside of the block."""
    end = text.find("\n", position) + 1
    line = text[position:end]
    is_inside = not line.strip() or len(line) - len(line.lstrip()) > depth
    return end if end and is_inside else -1


def _value(text: str, start: int, end: int, depth: int, below: int) -> Iterator[tuple[int, int]]:
    if quoted := _QUOTED.match(text, start, end):
        yield quoted.span(quoted.lastgroup or 0)
    elif _ON_LINES_BELOW.fullmatch(text, start, end):
        for _ in range(_MOST_LINES):
            last = text.find("\n", below)
            last = len(text) if last < 0 else last
            line = text[below:last]
            inner = line.strip()
            if inner and len(line) - len(line.lstrip()) <= depth:
                return
            first = below + line.index(inner)
            if inner:
                yield first, first + len(inner)
            below = last + 1
            if below > len(text):
                return
    elif not _NO_VALUE.match(text, start, end):
        yield start, end
