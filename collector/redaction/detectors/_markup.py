"""Credentials in XML, named by their element, by an attribute or by the element before; and in SQL that inserts rows."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import written

_ELEMENT = re.compile(
    r"<(?P<key>[\w:.\-]{2,60})(?:[ \t][^<>\n]{0,200})?>(?P<v>[^<>\n]{0,2000}(?:\n[^<>\n]{0,2000}){0,2})</(?P=key)[ \t]*>"
)
_CDATA = re.compile(
    r"<(?P<key>[\w:.\-]{2,60})(?:[ \t][^<>\n]{0,200})?>[ \t\r]{0,40}(?:\n[ \t\r]{0,40})?<!\[CDATA\[(?P<v>[^\]\n]{0,2000}(?:\n[^\]\n]{0,2000}){0,2})\]\]>"
)
# An element that names its value: in an attribute, or in the element before it (property lists, Hadoop's settings).
_NAMED = re.compile(
    r"<[\w:.\-]{1,60}[ \t][^<>\n]{0,80}?\b(?:name|key|id)[ \t]{0,4}=[ \t]{0,4}[\"'](?P<key>[\w.\-]{2,80})[\"'][^<>\n]{0,80}>(?:[ \t\r]{0,80}(?:\n[ \t\r]{0,80})?<value>)?(?P<v>[^<>\n]{0,2000}(?:\n[^<>\n]{0,2000}){0,2})</"
)
_PAIR = re.compile(
    r"<(?P<t>(?:[\w\-]{1,20}[\-_:.])?(?:key|name))>[ \t]{0,8}(?P<key>[\w.\-]{2,80})[ \t]{0,8}</(?P=t)>[ \t\r]{0,80}(?:\n[ \t\r]{0,80})?<(?P<u>(?:[\w\-]{1,20}[\-_:.])?(?:string|value))>(?P<v>[^<>\n]{0,2000}(?:\n[^<>\n]{0,2000}){0,2})</(?P=u)>"
)
# An element that holds its value in one of its own.
_HELD = re.compile(r"<(?P<key>[\w:.\-]{2,60})>\s{0,80}<(?P<u>[Vv]alue|[Pp]lain[Tt]ext)>(?P<v>[^<>\n]{1,2000})</(?P=u)>")
# A form's field, whose attributes stand in any order.
_FIELD = re.compile(
    r"<[A-Za-z][\w:.\-]{0,40}(?P<attributes>(?:\s{1,40}[\w:.\-]{1,40}(?:=(?:\"[^\"<>\n]{0,2000}\"|'[^'<>\n]{0,2000}'|[^\s\"'<>]{1,400}))?){2,20})\s{0,40}/?>"
)
_ATTRIBUTE = re.compile(r"\s(?P<name>[\w:.\-]{1,40})=(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>[^\s\"'>]+))")
_SIGN = r"(?:[ ]?[:=]|[ ](?:is|was|ist|est|es)\b)"
_TAG = r"[ \t]{0,3}</?[A-Za-z][^<>\n]{0,120}>(?:\s|&nbsp;){0,40}"
_INSERT = re.compile(
    r"(?i)\b(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into[ \t]+[^\s(]{1,100}[ \t]*\((?P<names>[^()]{1,1000})\)\s{0,20}values\s{0,20}(?=\()"
)
_NAMES = frozenset({"name", "id", "type", "key", "property"})
_LONGEST_COLUMNS = 2000
_TUPLE = re.compile(r"\s{0,20},?\s{0,20}\(")
_BETWEEN_ROWS = re.compile(r"[\s,]{0,40}")
_CELL = re.compile(
    r"\s{0,20}(?:[NEeB]?'(?P<s>(?:[^'\\\n]|''|\\.){0,2000})'|\"(?P<d>[^\"\n]{0,2000})\"|[^\s,'\"()]{1,200}(?:\([^()]{0,200}\))?)\s{0,20}(?P<end>[,)])"
)


def _elements(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the credentials in elements."""
    yield from _attributes(text)
    if "</" in text:
        for pattern in (_ELEMENT, _CDATA, _NAMED, _PAIR, _HELD):
            for match in pattern.finditer(text):
                if accepts(_keys.tells(match["key"]), match["v"].strip()):
                    yield Hit(match.start("v"), match.end("v"), match["v"], learn=True)


def _attributes(text: str) -> Iterator[Hit]:
    """Yield the values of fields that their name, id or type says are credentials."""
    for tag in _FIELD.finditer(text):
        found = {each["name"].lower(): each for each in _ATTRIBUTE.finditer(text, *tag.span("attributes"))}
        value = found.get("value") or found.get("content")
        if value is None or value.lastgroup is None:
            continue
        content = value[value.lastgroup]
        named = (each[each.lastgroup or ""] for name, each in found.items() if name in _NAMES)
        if any(accepts(_keys.tells(name), content) for name in named):
            yield Hit(*value.span(value.lastgroup), content, learn=True)


def insert_before(text: str) -> str:
    """Return the beginning of an insertion of credentials whose rows go on to the end of the text, or nothing."""
    for match, told in _insertions(text):
        done = match.end()
        for _, cell in _inserted_cells(text, match.end(), told):
            done = cell.end()
        if _BETWEEN_ROWS.fullmatch(text, done):
            return f"{match.group().rstrip()}\n"
    return ""


def _inserted(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of credential columns in SQL that inserts rows."""
    if "VALUES" not in text and "values" not in text:
        return
    for match, told in _insertions(text):
        for telling, cell in _inserted_cells(text, match.end(), told):
            group = "s" if cell["s"] else "d"
            if cell[group] and accepts(telling, cell[group]):
                yield Hit(cell.start(group), cell.end(group), cell[group], learn=True)


def _insertions(text: str) -> Iterator[tuple[re.Match[str], list[Tells]]]:
    """Yield the beginnings of insertions with what the name of each column tells."""
    for match in _INSERT.finditer(text):
        told = [_keys.tells(name.strip(" \t\r\n\"`'[]")) for name in match["names"].split(",")]
        if max(told) >= Tells.MAYBE:
            yield match, told


def _inserted_cells(text: str, position: int, told: list[Tells]) -> Iterator[tuple[Tells, re.Match[str]]]:
    while row := _TUPLE.match(text, position):
        position = row.end()
        for telling in told:
            cell = _CELL.match(text, position)
            if not cell:
                break
            position = cell.end()
            yield telling, cell
            if cell["end"] == ")":
                break


def _insertions_whole(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the columns that may stand one a line below the word, and all rows."""
    found = []
    for start, end in lines:
        match = _INSERT.search(text, start, min(len(text), end + _LONGEST_COLUMNS))
        found.append((start, max(end, text.find("\n", match.end()) + 1 or len(text)) if match else end))
    return around(text, found)


FORMS = (
    Form(
        lambda _: (
            rf"(?i)<[\w:.\-\x80-\xff]{{0,60}}{_keys.TELLING}",
            rf"(?i)(?:name|key|id)[ \t]{{0,4}}=[ \t]{{0,4}}[\"'][\w.\-\x80-\xff]{{0,80}}{_keys.TELLING}",
            r"(?i)type[ \t]{0,4}=[ \t]{0,4}password",
            rf"(?i)(?:key|name)>[ \t]{{0,8}}[\w.\-\x80-\xff]{{0,80}}{_keys.TELLING}",
        ),
        _elements,
        around,
    ),
    # A name in an element of its own or before one, then its value in the next: cells, terms, labels.
    written(
        (),
        rf"(?P<key>[A-Za-z][\w.\-]{{1,40}}(?:[ ][\w.\-]{{1,40}}){{0,3}}?)(?:{_SIGN}[ \t]{{0,3}}(?:{_TAG}){{1,6}}|[ \t]{{0,3}}</[A-Za-z]{{1,20}}>\s{{0,40}}(?:{_SIGN}\s{{0,8}}(?:{_TAG}){{0,5}}|(?:{_TAG}){{1,5}}))(?P<cell>[^\s<>\"'\[\],;][^\s<>\"]{{2,400}})(?=\s{{0,40}}<|[ \t\r]*(?:\n|$))",
        head=rf"(?i){_keys.TELLING}[\w.\-]{{0,40}}(?:[ ]?[:=]|[ ](?:is|was|ist|est|es))?[ \t]{{0,3}}<[/a-z]",
        reach=around,
    ),
    Form(lambda _: (r"(?i)(?:insert|replace)[ \t]+(?:ignore[ \t]+)?into",), _inserted, _insertions_whole),
)
"""Elements, and rows to insert."""
