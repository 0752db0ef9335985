"""Numbers of phones in fields that are named so, whatever joins a name and its value: signs, calls, pairs, elements."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _markup, _pairs, _stored
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._columns import is_dialled, is_named, is_phone, is_written_as_one, may_name
from collector.redaction.detectors._identifiers import start_of_name
from collector.redaction.detectors._lists import below, flow
from collector.redaction.detectors._named_fields import stores
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._separators import SEPARATOR
from collector.redaction.detectors._values import value_range

Cells = Iterator[tuple[int, int]]
_LONG = (
    "phone|mobil|msisdn|telef|telep|cellular|celular|handy|rufnummer|foon|puhelin|movil|portable|simu|caller|callee|wa_?id"
    "|wa_?n(?:umber|um|o|r)|e164|contact[_\\-]?n|(?:to|from)[_\\-]?n(?:umber|um|o|r)"
)
_SHORT = "tel|cell|cel|fax|gsm|sms"
# Of who writes and is written to: a field that is named so holds many another thing than a number.
_PARTY = "recipient|sender|receiver|subscriber|contact|numbers"
_NAME = compiled(rf"{_LONG}|(?:{_SHORT}|(?<![a-z])hp)(?![a-z])|{_PARTY}|whatsapp(?!\.)")
# One of ours, which is the name of nothing.
_MARK = compiled(r"\[phone:[a-z0-9]{13}\]")
_RIGHT = compiled(r"(?:[\w.\-]{0,63}\w)?(?:[ ](?i:numbers?|no|nr|num|id)\b)?")
_DIGITS = r"[+(0-9][0-9 ().\-/]{5,24}[0-9]"
_NUMBER = compiled(rf"[ \t]{{0,4}}(?:[A-Za-z]{{1,12}}:)?(?=[+(0-9])(?P<number>{_DIGITS})[ \t]{{0,4}}")
# A block of its own, in which a name that says nothing by itself stands: `phone { value: "…" }`, `<phone><value>`.
_MAY_FOLLOW = compiled(r"[ \t]{0,40}[^\w \t.]|[ ]\w|[ \t]*$|\.{2}")
_HELD = compiled(
    r"(?:[\"'>]|[ ][^<>\n]{0,120}>)?[ \t]{0,4}(?:(?:=>|[:=])[ \t]{0,4})?(?:[\[{(]\s{0,60}){0,3}(?:\s{0,60}(?:- )?"
    r"[\"'<]?(?!(?:\w{0,16}(?:value|val|number|string)|no|s|n|e164|raw|digits|formatted)\b)\w{1,30}[\"']?[ ]?[:=][ ]?[\"']?[^\"'\n<>{},:=]{0,60}[\"']?,?){0,4}+\s{0,60}(?:- )?"
    r"[\"'<]?(?:\w{0,16}(?:value|val|number|string)|no|s|n|e164|raw|digits|formatted)[\"'>]?[ ]?(?:=>|[:=]|(?<=>))[ ]?[\"']?"
    rf"(?P<number>{_DIGITS})(?=[\"'\s,;}}<]|$)"
)
# What most fields are: a number, or a value without a digit.
_PLAIN = compiled(
    rf"[\"']?[ \t]{{0,4}}[:=][ \t]{{0,4}}(?:[\"'](?:(?P<quoted>{_DIGITS})|[^\"'\n0-9]{{0,80}}+)[\"']|(?P<bare>\+?[0-9]{{7,15}})(?=[,;}}<\s]|$))"
)
# A name, and on the next line of a listing its value: `1) "phone"`, `2) "…"`; a value before the name of its key.
_LISTED = compiled(
    rf"(?m)^[ \t]{{0,40}}\d{{1,6}}\)[ ]\"(?P<key>[\w.\-]{{2,60}})\"[ \t\r]*\n[ \t]{{0,40}}\d{{1,6}}\)[ ]\"(?P<number>{_DIGITS})\""
)
# In brackets, compared with, in PHP's notation of an array, alone on the next line.
_ENCLOSED = compiled(
    rf"(?:[ ]?[:=][ ]?|[ ])?[\[({{<][\"']?(?P<held>{_DIGITS})[\"']?[\])}}>]"
    rf"|[ ](?:not )?(?:i?like|in|between)[ ]?\(?[\"']%?(?P<compared>{_DIGITS})%?[\"']"
    rf"|\";s:\d{{1,2}}:\"(?P<php>{_DIGITS})\""
    rf"|:?[ \t\r]{{0,8}}\n[ \t]{{0,8}}(?P<below>{_DIGITS})[ \t\r]{{0,8}}(?=\n|\Z)"
)
# What also joins things that have nothing to do with each other.
_BESIDE = compiled(
    r"(?:[\"']?[,;/~^|]|%=|[\"']?[ ]?->[ ]?|[ \t]{1,3}(?:is |#)?)[\"']?(?P<number>\+?[0-9]{9,15})(?=[\"']?(?:[\s,;/?&)\]~^|]|$|\.[a-z]{2,4}\b))"
)
# A file or a thing that is named by a number.
_JOINED = compiled(r"(?P<name>[\w.\-]{0,40}?[A-Za-z])[_\-](?P<number>[0-9]{9,15})(?:[._\-][\w.\-]{0,40})?")
_OF_KEY = compiled(rf"'(?P<number>{_DIGITS})' for key '(?P<key>[\w.\-]{{2,80}})'")
_REST = r"[\w.\-\x80-\xff]{0,64}"
# Names of programs have dots behind it.
_WHATSAPP = r"whatsapp[\w\-\x80-\xff]{0,64}"
_ANY_NAME = rf"(?:(?:{_LONG}|{_PARTY}){_REST}|(?:{_SHORT})(?:[0-9_.\-\x80-\xff]{_REST})?|{_WHATSAPP}|(?:^|[^a-z])hp[^a-z]{_REST})"
_WORD = rf"(?:{_LONG}|{_PARTY}|(?:{_SHORT})(?:[^a-z]|$)|[^a-z]hp[^a-z]|{_WHATSAPP}(?:[^\w.\-\x80-\xff]|$))"
# Simple ones: a name may be followed by so much that to look for it takes longer than to read a line for nothing.
ON_LINES = (
    rf"(?i)(?:{_LONG}|{_PARTY})(?:[^\n]*[^a-z0-9.\n])?{_DIGITS}",
    rf"(?i)(?:(?:{_SHORT}|(?:^|[^a-z])hp)(?:[^a-z\n]|[^a-z\n][^\n]*[^a-z0-9.\n])|whatsapp(?:[^\n]*[^a-z0-9.\n])?){_DIGITS}",
    rf"(?i)(?:(?:value|content)[\"']?[ \t]{{0,40}}[:=][ \t]{{0,40}}[\"']?[ \t]{{0,4}}(?:[a-z]{{1,12}}:)?|'){_DIGITS}[^\n]*{_WORD}",
)
"""On every line of a name and its value, which stands behind it, or before it in a field or in quotes of its own."""
_FURTHER = (
    r"(?:[ \t]{0,60}(?:- )?[\"'<]?\w{1,30}[\"']? ?[:=] ?[\"']?[^\"'\n<>{},:=]{0,60}[\"']?,?){0,4}[ \t\r]{0,60}(?:- )?$"
)
OVER_LINES = (
    rf"(?i){_ANY_NAME}(?: (?:numbers?|no|nr|num|id))?(?:[^\n\w]{{0,12}}(?:[\[{{(]{_FURTHER}|$)|[ \t][^<>\n]{{0,120}}>[ \t\r]{{0,40}}$)",
    rf"(?i)(?:name|key|variable|id|property|param)[\"']?[ \t]{{0,40}}[:=>][ \t]{{0,40}}[\"']?[\w.\-/]{{0,64}}(?:(?:{_LONG}|{_PARTY}|whatsapp)[\w.\-/\x80-\xff]{{0,64}}|(?:{_SHORT})(?:[0-9_.\-/\x80-\xff][\w.\-/\x80-\xff]{{0,64}})?)(?:[\"'\\]|[ \t]{{0,40}}[,;]?[ \t\r]{{0,80}}(?:$|[\"'\\])|[^\n]{{0,200}}[<>])",
)
"""On every line of a name whose value stands on a further line, or before it on one."""


def cells(text: str) -> Cells:
    """Yield where the values of fields stand that are named as a phone's number, on the line of their name."""
    return (found[1:] for found in _numbers(text) if "\n" not in _between(text, *found))


def cells_below(text: str) -> Cells:
    """Yield the same where they stand on a further line."""
    return (found[1:] for found in _numbers(text) if "\n" in _between(text, *found))


def _between(text: str, at: int, start: int, end: int) -> str:
    return text[min(at, end) : max(at, start)]


def _numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the name of a field begins, and where its value stands, which is written as a number is."""
    lowered = lower(text)
    first = _NAME.search(lowered)
    if not first:
        return
    for named in (
        _behind_names(text, lowered, first.start()),
        _pairs.beside(text),
        _markup.named(text),
        _stored.named(text) if stores(lowered) else (),
        _listed(lowered),
    ):
        for value in named:
            number = _NUMBER.fullmatch(text, value.start, value.end)
            if number and _NAME.search(lower(value.name)) and is_named(value.name, number["number"]):
                yield value.at, *number.span("number")


def _listed(lowered: str) -> Iterator[NamedValue]:
    for pattern in (_LISTED, _OF_KEY):
        for match in pattern.finditer(lowered):
            yield NamedValue(match["key"], match.start(), *match.span("number"))


def _behind_names(text: str, lowered: str, position: int) -> Iterator[NamedValue]:
    done = 0
    for stem in _NAME.finditer(lowered, position):
        if stem.start() < done or _MARK.match(lowered, stem.start() - 1):
            continue
        right = _RIGHT.match(text, stem.end())
        start, done = start_of_name(text, stem.start()), right.end() if right else stem.end()
        name = text[start:done].removeprefix("-D")
        if joined := _JOINED.fullmatch(name):
            if is_phone(joined["name"]) and is_written_as_one(joined["number"]):
                yield NamedValue(joined["name"], start, start + joined.start("number"), start + joined.end("number"))
        elif _MAY_FOLLOW.match(text, done) and may_name(name):
            for value in _values(text, lowered, start, done):
                yield NamedValue(name, start, *value)


def _values(text: str, lowered: str, start: int, end: int) -> Cells:
    if plain := _PLAIN.match(text, end):
        if plain.lastgroup:
            yield plain.span(plain.lastgroup)
        return
    if held := _HELD.match(lowered, end) or _ENCLOSED.match(lowered, end):
        yield held.span(held.lastgroup or 0)
    if (beside := _BESIDE.match(text, end)) and is_dialled(beside["number"]):
        yield beside.span("number")
    separator = SEPARATOR.match(text, end)
    if not separator:
        return
    listed = flow(text, separator) or below(text, start, separator)
    if listed:
        yield from listed
    elif value := value_range(text, separator.end(), separator):
        yield value
