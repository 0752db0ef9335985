"""Command lines written as lists of their arguments: `["mysql", "-pX"]`, a block, a record of an audit."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _commands
from collector.redaction.detectors._surroundings import around

Spans = list[tuple[int, int]]
_ITEM = r"(?:\"(?:[^\"\\\n]|\\.){0,2000}\"|'(?:[^'\\\n]|\\.){0,2000}')"
_LISTED = compiled(rf"{_ITEM}(?:\s{{0,8}},[ \t\r]{{0,8}}(?:\n[ \t]{{0,40}})?\[?{_ITEM}){{1,200}}")
_AUDITED = compiled(r"\ba0=\S{1,2000}(?: a\d{1,3}=\S{1,2000}){1,200}")
_BLOCK = compiled(
    r"(?m)^[ \t]{0,40}- [^\n]{1,2000}(?:\n[ \t]{0,40}(?:- [^\n]{1,2000}|(?:args|command):[ \t\r]*(?=\n))){1,200}"
)
# As `kubectl describe` shows them, and as programs log them: a line each.
_DESCRIBED = compiled(
    r"(?m)^(?P<left>[ \t]{0,40})(?:Command|Args):[ \t\r]*(?:\n(?P=left)(?:[ \t]{1,8}\S[^\n]{0,2000}|(?:Args|Command):[ \t\r]*(?=\n))){1,200}"
)
_NUMBERED = compiled(
    r"\bargv?\[\d{1,3}\][ ]?[=:][^\n]{1,2000}(?:\n[^\n]{0,100}?\bargv?\[\d{1,3}\][ ]?[=:][^\n]{1,2000}){1,200}"
)
_OF_LIST = compiled(r"\"(?P<d>(?:[^\"\\\n]|\\.)*)\"|'(?P<s>(?:[^'\\\n]|\\.)*)'")
_OF_AUDIT = compiled(r" ?a\d{1,3}=(?:\"(?P<d>[^\"\n]*)\"|(?P<b>\S+))")
_OF_BLOCK = compiled(r"(?m)^[ \t]*- (?:\"(?P<d>[^\"\n]*)\"|'(?P<s>[^'\n]*)'|(?P<b>[^\s\"'#][^\n]*?))[ \t\r]*$")
_OF_DESCRIBED = compiled(r"(?m)^[ \t]*(?!(?:Args|Command):[ \t\r]*$)(?P<b>\S[^\n]*?)[ \t\r]*$")
_OF_NUMBERED = compiled(
    r"(?m)\bargv?\[\d{1,3}\][ ]?[=:][ ]?(?:\"(?P<d>[^\"\n]*)\"|'(?P<s>[^'\n]*)'|(?P<b>[^\s\"'][^\n]*?))[,;]?[ \t\r]*$"
)
_NOTATIONS = (
    (_LISTED, _OF_LIST),
    (_AUDITED, _OF_AUDIT),
    (_BLOCK, _OF_BLOCK),
    (_DESCRIBED, _OF_DESCRIBED),
    (_NUMBERED, _OF_NUMBERED),
)
_OPTION = 2
"""Characters of an option that its value stands right behind: `-pX`."""


def _found(text: str, options: Options) -> Iterator[Hit]:
    """Yield the credentials of a list, read as the command line that it is."""
    if not any(sign in text for sign in ('"-', "'-", "- ", " -", "\t-", "=-")):
        return
    for pattern, of in _NOTATIONS:
        for listed in pattern.finditer(text):
            items = [item.span(item.lastgroup or 0) for item in of.finditer(text, *listed.span())]
            if len(items) > 1 and any(text[start : start + 1] == "-" for start, _ in items):
                yield from _on_its_line(text, items, options)


def _on_its_line(text: str, items: Spans, options: Options) -> Iterator[Hit]:
    line = " ".join(text[start:end] for start, end in items)
    places, place = [], 0
    for start, end in items:
        places.append(place)
        place += end - start + 1
    for form in _commands.FORMS:
        for hit in form.find(line, options):
            which = bisect_right(places, hit.start) - 1
            start, end = items[which]
            begin = start + hit.start - places[which]
            stop = min(end, begin + hit.end - hit.start)
            # An argument goes to its end, whatever blanks are in it.
            if begin - start <= _OPTION:
                stop = end
            if begin < stop:
                yield hit._replace(start=begin, end=stop, value=text[begin:stop])


HEADS = (
    r"(?:^|[\"'])[ \t]{0,8},[ \t]{0,8}\[?[\"']-",
    r"^[ \t]{0,40}\[?[\"']-{1,2}[A-Za-z]",
    r" a[0-9]{1,3}=\"?-",
    r"^[ \t]{0,40}- [\"']?-{1,2}[A-Za-z]",
    r"^[ \t]{0,40}(?:Command|Args):[ \t\r]*$",
    r"argv?\[[0-9]{1,3}\] ?[=:] ?[\"']?-",
)
FORMS = (Form(lambda _: HEADS, _found, around),)
"""On every line of an argument that is an option."""
