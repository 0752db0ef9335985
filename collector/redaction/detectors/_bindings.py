"""Values bound to the placeholders of a SQL statement, as programs log and pass them: apart from the columns' names."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detectors import _insertions

Span = tuple[int, int]
Row = list[tuple[str, int, int]]
"""The name of the column of each value, and where it stands."""

_STATEMENT = compiled(
    r"(?i)(?<![\w(])(?:insert\s+(?:ignore\s+)?into|replace\s+into|update\s+[^\s,;]{1,100}\s+(?:as\s+\w+\s+)?set|select|delete\s+from|merge\s+into)\s"
)
_PLACE = r"\?(?![\w?|&])|\$\d{1,3}|%s|(?<![\w@])@[A-Za-z_]\w{0,60}|(?<=[\s(,=]):\w{1,60}"
_PLACES = compiled(_PLACE)
_HAS_PLACE = compiled(rf"(?:[=(,]|\b(?i:like|in))\s{{0,4}}\(?\s{{0,4}}(?:{_PLACE})")
_COMPARED = compiled(
    r"(?i)(?P<name>[^\W\d][\w.]{0,80})[\"`\])]{0,2}\s{0,4}(?:=|<>|!=|~~?\*?|\b(?:not\s)?(?:i?like|in)\b)\s{0,4}(?:[a-z]\w{0,30}\s?)?[(\s]{0,4}\Z"
)
_NEXT = compiled(r"(?:::\w{1,20})?\s{0,4},\s{0,20}")
# What holds values: a list, and a further name of the place before each.
_TEXT = r"(?:[buNE]?'(?:[^'\\\n]|\\.|''){0,2000}'|\\?\"(?:[^\"\\\n]|\\[^\"\n]){0,2000}\\?\")"
_ITEM = rf"(?>(?:[\"']?\d{{1,3}}[\"']?\s?(?:=>|:)\s?)?(?:{_TEXT}|[^\s,'\"()\[\]{{}}][^,'\"()\[\]{{}}\n]{{0,200}}(?:(?<=\w)\([^()\n]{{0,100}}\))?))"
_LIST = compiled(rf"[\[({{]\s?(?P<items>{_ITEM}(?:,\s{{0,8}}{_ITEM}){{0,100}}),?\s?[\])}}]")
_REST = compiled(
    rf"[;,]\s{{1,8}}(?![\"'](?i:insert|update|select|delete|replace|merge)\s)(?P<items>{_TEXT}(?:,\s{{0,8}}{_ITEM}){{0,100}}+)[ \t\r]{{0,4}}(?P<end>\)|$)?",
    re.MULTILINE,
)
_OF_LIST = compiled(
    r"(?:[\"']?\d{1,3}[\"']?\s?(?:=>|:)\s?)?(?:[buNE]?'(?P<s>(?:[^'\\\n]|\\.|''){0,2000})'|\\?\"(?P<d>(?:[^\"\\\n]|\\[^\"\n]){0,2000})\\?\"|(?P<b>[^\s,'\"()\[\]{}][^,'\"()\[\]{}\n]{0,200}(?:(?<=\w)\([^()\n]{0,100}\))?))"
)
_QUOTED = compiled(r"['\"]")
_TYPED = compiled(r"\bParameters: (?=null|[^\n]{0,400}?\([A-Z]\w{1,30}\))(?P<items>[^\n]{1,4000})")
_OF_TYPED = compiled(r"(?:null|(?P<b>[^\n]{0,400}?)\([A-Z]\w{1,30}\))(?:, |\s*$)")
# Of Go: with blanks between.
_APART = compiled(r"\[(?P<items>[^\[\](){},'\"\n]{1,1000})\]")
_WORDS = compiled(r"(?P<b>\S+)")
# Of JSON, as its list is read: a line each, under one name.
_UNDER_EACH_OTHER = compiled(
    r"(?m)^(?P<items>\"(?P<key>\w{0,20}(?:[Pp]aram|[Aa]rg|[Bb]ind|[Vv]alue)\w{0,20})\": [^\n]{1,2000}(?:\n\"(?P=key)\": [^\n]{1,2000}){0,100})"
)
_OF_LINES = compiled(r"(?m)^\"\w{1,60}\": (?:\"(?P<d>[^\n]*)\"|(?P<b>[^\n]*))$")
# Of PostgreSQL, beside their names.
_KEY = compiled(
    r"\bKey \((?P<names>[^()\n]{1,400})\)=\((?P<values>[^\n]{1,1000}?)\) (?=already exists|is not|is still|conflicts)"
)
_TOLD = compiled(
    r"(?i)(?:(?:param|arg|bind)\w{0,12}[\"']?[\s:=]{0,3}|values[\"']?\s?[:=]\s?)[\"'\[]?\Z|(?:generated in|cached since) [^\]\n]{1,40}\] \Z|row contains \Z"
)
_KEYED = compiled(
    rf"(?P<key>{_PLACE})\s?=\s?N?'(?P<s>(?:[^'\n]|''){{0,2000}})'"
    r"|binding parameter [\[(](?P<at>\d{1,3})(?:\] as \[|:)\w{1,30}[\])] (?:-|<-) \[(?P<b>[^\n]{0,2000}?)\](?=[ \t\r]*$)"
    r"|\.set[A-Z]\w{2,16}\((?P<of>\d{1,3}),\s?\"(?P<d>[^\"\n]{0,2000})\"\)",
    re.MULTILINE,
)
_NOTATIONS = (
    (_LIST, _OF_LIST),
    (_REST, _OF_LIST),
    (_TYPED, _OF_TYPED),
    (_APART, _WORDS),
    (_UNDER_EACH_OTHER, _OF_LINES),
)
_TOLD_ALWAYS = (_TYPED, _UNDER_EACH_OTHER)
_FAILING = "row contains "
_FAR = 4000
"""Characters between the beginning of a statement and its values."""
_BEHIND = 600
"""The same between its last placeholder, and them."""
_BETWEEN_ROWS = 4
"""The same between the values of two rows that one statement takes."""


class _Values(NamedTuple):
    """Values and where they stand; without keys they are as many as the placeholders."""

    start: int
    end: int
    spans: list[Span]
    keys: list[str]


class _Place(NamedTuple):
    text: str
    name: str
    end: int


@functools.lru_cache(maxsize=2)
def rows(text: str) -> tuple[Row, ...]:
    """Return what is bound to each statement of a text: the name of the column of each value, and where it stands."""
    keys = tuple(map(_key, _KEY.finditer(text))) if "Key (" in text else ()
    if not (_FAILING in text or _HAS_PLACE.search(text)):
        return keys
    statements = [match.start() for match in _STATEMENT.finditer(text)]
    return (*keys, *_rows(text, statements)) if statements else keys


def _key(match: re.Match[str]) -> Row:
    row, start = [], match.start("values")
    for name, value in zip(match["names"].split(", "), match["values"].split(", "), strict=False):
        row.append((name.strip('"'), start, start + len(value)))
        start += len(value) + len(", ")
    return row


def _rows(text: str, statements: list[int]) -> Iterator[Row]:
    names: list[str] = []
    done = -1
    for values in sorted([*_lists(text, statements[0]), *_keyed(text)]):
        goes_on = 0 <= values.start - done < _BETWEEN_ROWS and len(values.spans) == len(names) and not values.keys
        if not goes_on:
            names = _names_for(text, statements, values)
        done = values.end if names else -1
        if names:
            yield [(name, *span) for name, span in zip(names, values.spans, strict=True) if name]


def _lists(text: str, first: int) -> Iterator[_Values]:
    for pattern, of in _NOTATIONS:
        for listed in pattern.finditer(text, first if pattern is _REST else max(0, first - _FAR)):
            told = (
                pattern in _TOLD_ALWAYS or _TOLD.search(text, max(0, listed.start() - 64), listed.start()) is not None
            )
            if pattern is _REST and listed["end"] is None:
                continue
            if told or (pattern is not _APART and _QUOTED.search(listed["items"])):
                items = [item.span(item.lastgroup or 0) for item in of.finditer(text, *listed.span("items"))]
                yield _Values(*listed.span(), items, [])


def _keyed(text: str) -> Iterator[_Values]:
    """Yield the values that are bound one by one, all of a statement's together."""
    together: list[re.Match[str]] = []
    for match in _KEYED.finditer(text):
        key = match["key"] or match["at"] or match["of"]
        known = {m["key"] or m["at"] or m["of"] for m in together}
        if together and (key in known or match.start() - together[-1].end() > _BEHIND):
            yield _as_values(together)
            together = []
        together.append(match)
    if together:
        yield _as_values(together)


def _as_values(matches: list[re.Match[str]]) -> _Values:
    spans = [match.span("s" if match["s"] is not None else "b" if match["b"] is not None else "d") for match in matches]
    keys = [match["key"] or match["at"] or match["of"] for match in matches]
    return _Values(matches[0].start(), matches[-1].end(), spans, keys)


def _names_for(text: str, statements: list[int], values: _Values) -> list[str]:
    """Return the names of the columns that values are bound to; nothing where they belong to no statement."""
    which = bisect_left(statements, values.start)
    for at in (which - 1, which):
        if not 0 <= at < len(statements):
            continue
        start = statements[at]
        stop = values.start if at < which else min([len(text), start + _FAR, *statements[at + 1 : at + 2]])
        if stop - start > _FAR or (at == which and start - values.end > _BEHIND):
            continue
        if text.startswith(_FAILING, values.start - len(_FAILING)):
            named = _columns(text, start, stop)
        else:
            named = _named(list(_places(text, start, stop)), values)
        if len(named) == len(values.spans):
            return named
    return []


def _columns(text: str, start: int, stop: int) -> list[str]:
    inserted = _insertions.INSERT.match(text, start, stop)
    return _insertions.names_of(inserted) if inserted else []


def _named(places: list[_Place], values: _Values) -> list[str]:
    if not places or values.start - places[-1].end > _BEHIND:
        return []
    if not values.keys:
        return [place.name for place in places]
    by_key = {place.text: place.name for place in reversed(places) if place.name}
    by_key.update((str(at), place.name) for at, place in enumerate(places, 1))
    return [by_key.get(key, "") for key in values.keys] if not by_key.keys().isdisjoint(values.keys) else []


def _places(text: str, start: int, stop: int) -> Iterator[_Place]:
    """Yield the placeholders of a statement, each with the name of the column it is for, if that is said."""
    inserted = _insertions.INSERT.match(text, start, stop)
    columns = [(*cell.span(), name) for name, cell in _insertions.cells(text, inserted, stop)] if inserted else []
    name, end = "", start
    for place in _PLACES.finditer(text, start, stop):
        before = max(start, place.start() - 120)
        if compared := _COMPARED.search(text, before, place.start()):
            name = compared["name"].rpartition(".")[2]
        elif columns and (which := bisect_left(columns, (place.end(),)) - 1) >= 0 and place.end() <= columns[which][1]:
            name = columns[which][2]
        elif not _NEXT.fullmatch(text, end, place.start()):
            name = ""
        end = place.end()
        yield _Place(place.group(), name, end)
