"""Credentials in XML and HTML: named by their element, by an attribute, or by the element or the cell before."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors import _keys
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import credential, written

_ELEMENT = compiled(
    r"<(?P<key>[\w:.\-]{2,60})(?:[ \t][^<>\n]{0,200})?>(?P<v>[^<\n]{0,2000}(?:\n[^<\n]{0,2000}){0,2})</(?P=key)[ \t]*>"
)
# What ends it, or begins another, is no part of it.
_CDATA_LINE = r"(?:[^\]<\n]++|\](?!\]>)|<(?!!\[)){0,200}+"
_CDATA = compiled(
    rf"<(?P<key>[\w:.\-]{{2,60}})(?:[ \t][^<>\n]{{0,200}})?>[ \t\r]{{0,40}}(?:\n[ \t\r]{{0,40}})?<!\[CDATA\[(?P<v>{_CDATA_LINE}(?:\n{_CDATA_LINE}){{0,2}})\]\]>"
)
# An element that names its value: in an attribute, or in the element before it (property lists, Hadoop's settings).
_NAMED = compiled(
    r"<[\w:.\-]{1,60}[ \t][^<>\n]{0,80}?\b(?:name|key|id)[ \t]{0,4}=[ \t]{0,4}[\"'](?P<key>[\w.\-]{2,80})[\"'][^<>\n]{0,80}>(?:[ \t\r]{0,80}(?:\n[ \t\r]{0,80})?<value>)?(?P<v>[^<\n]{0,2000}(?:\n[^<\n]{0,2000}){0,2})</"
)
_PAIR = compiled(
    r"<(?P<t>(?:[\w\-]{1,20}[\-_:.])?(?:key|name))>[ \t]{0,8}(?P<key>[\w.\-]{2,80})[ \t]{0,8}</(?P=t)>[ \t\r]{0,80}(?:\n[ \t\r]{0,80})?<(?P<u>(?:[\w\-]{1,20}[\-_:.])?(?:string|value))>(?P<v>[^<\n]{0,2000}(?:\n[^<\n]{0,2000}){0,2})</(?P=u)>"
)
# An element that holds its value in one of its own.
_HELD = compiled(r"<(?P<key>[\w:.\-]{2,60})>\s{0,80}<(?P<u>[Vv]alue|[Pp]lain[Tt]ext)>(?P<v>[^<\n]{1,2000})</(?P=u)>")
# A form's field, whose attributes stand in any order.
_FIELD = compiled(
    r"<[A-Za-z][\w:.\-]{0,40}(?P<attributes>(?:\s{1,40}[\w:.\-]{1,40}(?:=(?:\"[^\"<>\n]{0,2000}\"|'[^'<>\n]{0,2000}'|[^\s\"'<>]{1,400}))?){2,20})\s{0,40}/?>"
)
_ATTRIBUTE = compiled(r"\s(?P<name>[\w:.\-]{1,40})=(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>[^\s\"'>]+))")
_SIGN = r"(?:[ ]?[:=]|[ ](?:is|was|ist|est|es)\b)"
_TAG = r"[ \t]{0,3}</?[A-Za-z][^<>\n]{0,120}>(?:\s|&nbsp;){0,40}+"
_NAMES = frozenset({"name", "id", "type", "key", "property"})


def _elements(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the credentials in elements."""
    for value in named(text):
        yield from credential(text, value)


def named(text: str) -> Iterator[NamedValue]:
    """Yield the values of elements, and of attributes under what the name, the id and the type of their element say."""
    yield from _attributes(text)
    if "</" in text:
        for pattern in (_ELEMENT, _CDATA, _NAMED, _PAIR, _HELD):
            for match in pattern.finditer(text):
                yield NamedValue(match["key"], match.start("key"), *match.span("v"))


def _attributes(text: str) -> Iterator[NamedValue]:
    for tag in _FIELD.finditer(text):
        found = {each["name"].lower(): each for each in _ATTRIBUTE.finditer(text, *tag.span("attributes"))}
        value = found.get("value") or found.get("content")
        if value is None or value.lastgroup is None:
            continue
        for name, each in found.items():
            if name in _NAMES and each.lastgroup:
                yield NamedValue(each[each.lastgroup], tag.start(), *value.span(value.lastgroup))


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
        rf"(?P<key>[A-Za-z](?=[\w.\- ]{{1,167}}[ \t]{{0,3}}[:=<])[\w.\-]{{1,40}}(?:[ ][\w.\-]{{1,40}}){{0,3}}?)(?:{_SIGN}[ \t]{{0,3}}(?:{_TAG}){{1,6}}|[ \t]{{0,3}}</[A-Za-z]{{1,20}}>\s{{0,40}}(?:{_SIGN}\s{{0,8}}(?:{_TAG}){{0,5}}|(?:{_TAG}){{1,5}}))(?P<cell>(?!&(?![#\w]{{2,8}};))[^\s<>\"'\[\],;][^\s<>\"]{{2,400}})(?=\s{{0,40}}<|[ \t\r]*(?:\n|$))",
        head=rf"(?i){_keys.TELLING}[\w.\-]{{0,40}}(?:[ ]?[:=]|[ ](?:is|was|ist|est|es))?[ \t]{{0,3}}</?[a-z][^<>\n]{{0,480}}>(?:[^\n\"'\[\],;>]|$)",
        reach=around,
    ),
)
"""Elements, fields of forms, cells."""
