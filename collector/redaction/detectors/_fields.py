"""Numbers of phones in fields that are named so, whatever joins a name and its value: signs, calls, pairs, elements."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _markup, _pairs
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._columns import is_phone
from collector.redaction.detectors._lists import below, flow
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._separators import SEPARATOR
from collector.redaction.detectors._values import value_range

Cells = Iterator[tuple[int, int]]
_LONG = "phone|mobil|msisdn|telef|telep|cellular|celular|handy|rufnummer|foon|puhelin|movil|portable|simu|caller|callee|wa_?id"
_SHORT = "tel|cell|cel|fax|gsm|sms|hp"
_NAME = compiled(rf"{_LONG}|(?:{_SHORT})(?![a-z])")
_LEFT = compiled(r"[\w.\-]{0,64}\Z")
_RIGHT = compiled(r"[\w.\-]{0,64}")
_NUMBER = compiled(r"[ \t]{0,4}(?:[A-Za-z]{1,12}:)?(?=[+(0-9])(?P<number>[+(0-9][0-9 ().\-/]{5,24}[0-9])[ \t]{0,4}")
# A block of its own, in which a name that says nothing by itself stands: `phone { value: "…" }`, `<phone><value>`.
_MAY_FOLLOW = compiled(r"[ \t]{0,40}[^\w \t.]|[ ]\w|[ \t]*$|\.{2}")
_HELD = compiled(
    r"(?:[\"'>]|[ ][^<>\n]{0,120}>)?[ \t]{0,4}(?:(?:=>|[:=])[ \t]{0,4})?(?:[\[{(]\s{0,60}){0,3}(?:\s{0,60}(?:- )?"
    r"[\"'<]?(?!(?:\w{0,16}(?:value|val|number|string)|no|s|n|e164|raw|digits|formatted)\b)\w{1,30}[\"']?[ ]?[:=][ ]?[\"']?[^\"'\n<>{},:=]{0,60}[\"']?,?){0,4}+\s{0,60}(?:- )?"
    r"[\"'<]?(?:\w{0,16}(?:value|val|number|string)|no|s|n|e164|raw|digits|formatted)[\"'>]?[ ]?(?:=>|[:=]|(?<=>))[ ]?[\"']?"
    r"(?P<number>[+(0-9][0-9 ().\-/]{5,24}[0-9])(?=[\"'\s,;}<]|$)"
)
# A name, and on the next line of a listing its value: `1) "phone"`, `2) "…"`; a value before the name of its key.
_LISTED = compiled(
    r"(?m)^[ \t]{0,40}\d{1,6}\)[ ]\"(?P<key>[\w.\-]{2,60})\"[ \t\r]*\n[ \t]{0,40}\d{1,6}\)[ ]\"(?P<number>[+(0-9][0-9 ().\-/]{5,24}[0-9])\""
)
_OF_KEY = compiled(r"'(?P<number>[+(0-9][0-9 ().\-/]{5,24}[0-9])' for key '(?P<key>[\w.\-]{2,80})'")
_REST = r"[\w.\-\x80-\xff]{0,64}"
_NAMED = rf"(?:(?:{_LONG}){_REST}|(?:{_SHORT})(?:[_.\-0-9]{_REST})?)"
ON_LINES = (
    rf"(?i){_NAMED}(?:[ \t]{{0,40}}[^\n\w \t]|[ \t][^<>\n]*>|[ \t]{{1,40}}(?:eq|ne|\*?string)[ =])",
    rf"(?i)[0-9]' for key '[\w.\-]{{0,80}}{_NAMED}",
)
"""On every line of a name and its value."""
OVER_LINES = (
    rf"(?i){_NAMED}[^\n\w]{{0,12}}[\[{{(]",
    rf"(?i){_NAMED}[^\n\w]{{0,12}}$",
    rf"(?i)<[\w.\-:]{{0,40}}{_NAMED}(?:[ \t][^<>\n]*)?>[ \t\r]*$",
    rf"(?i)(?:name|key|variable|id|property|param)[\"']?[ \t]*[:=>][ \t]*[\"']?[\w.\-/]{{0,64}}{_NAMED}",
)
"""On every line of a name whose value stands on a further line."""


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
    for at, start, end in _behind_names(text, lowered, first.start()):
        if number := _NUMBER.fullmatch(text, start, end):
            yield at, *number.span("number")
    for found in (_pairs.beside(text), _markup.named(text), _listed(lowered)):
        for value in found:
            number = _NUMBER.fullmatch(text, value.start, value.end)
            if number and is_phone(value.name):
                yield value.at, *number.span("number")


def _listed(lowered: str) -> Iterator[NamedValue]:
    for pattern in (_LISTED, _OF_KEY):
        for match in pattern.finditer(lowered):
            yield NamedValue(match["key"], match.start(), *match.span("number"))


def _behind_names(text: str, lowered: str, position: int) -> Iterator[tuple[int, int, int]]:
    done = 0
    for stem in _NAME.finditer(lowered, position):
        if stem.start() < done:
            continue
        left = _LEFT.search(text, max(0, stem.start() - 64), stem.start())
        right = _RIGHT.match(text, stem.end())
        start, done = left.start() if left else stem.start(), right.end() if right else stem.end()
        if _MAY_FOLLOW.match(text, done) and is_phone(text[start:done]):
            for value in _values(text, lowered, start, done):
                yield start, *value


def _values(text: str, lowered: str, start: int, end: int) -> Cells:
    held = _HELD.match(lowered, end)
    if held:
        yield held.span("number")
    separator = SEPARATOR.match(text, end)
    if not separator:
        return
    listed = flow(text, separator) or below(text, start, separator)
    if listed:
        yield from listed
    elif value := value_range(text, separator.end(), separator):
        yield value
