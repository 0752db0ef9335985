"""What a person wrote, in a field beside that of the number it was written from or to: in objects, settings, forms, elements."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._message_names import (
    IN_TEXT,
    NUMBER,
    NUMBER_HEAD,
    Says,
    is_number,
    is_text,
    leaves_it_to,
    says,
)
from collector.redaction.detectors._payloads import SIGN, VALUE
from collector.redaction.detectors._surroundings import around, belonging, near
from collector.redaction.heads import united

_FAR = 2000
"""Characters on either side of words within which the number stands."""
_NEAREST = 3
"""Numbers on either side that are looked at."""
_PERSON = (
    r"(?:from_?|to|sender|recipients?|receiver|phones?|msisdn|wa_?id|chat|jid|number|mobile|cell|contact|customer|user|client|author|participant"
    r"|dest(?:ination)?|source|src|dst|peer|caller|callee|address|addr|remote|numero|telefone?|handy|nummer|whatsapp|tel|sms)"
    r"(?:[_\- ]?(?:number|no|nr|id|jid|phone|msisdn|addr(?:ess)?))?"
)
_ENDS_NAME = r"[\"'\])\\*]{0,4}[ \t]{0,40}(?::|=>|=)[ \t*]{0,40}"
_SERIALIZED = r"\";[ ]?s:\d{1,7}:\""
_NUMBERED = compiled(
    rf"(?P<name>{_PERSON})(?:{_ENDS_NAME}(?:\n?[ \t]{{0,40}}string\(\d{{1,6}}\)[ ])?[\"'(\\\[]{{0,3}}|{_SERIALIZED}|(?:[ ][^<>\n]{{0,80}})?>[ \t]{{0,8}})(?P<number>{NUMBER})"
)
_HINT = compiled(rf"(?:{IN_TEXT}|name)(?=[\"'\])>=: \t])")
_LEFT = compiled(r"(?:[A-Za-z]{1,20}[_\-]?){0,3}\Z")
_JOINED = frozenset("_-")
_FIELD = compiled(rf"{SIGN}{VALUE}")
# Of an address or a form, between others or before another.
_PARAMETER = compiled(r"=(?P<v>[^&\s\"'<>]{1,4096})")
_FIRST_PARAMETER = compiled(r"=(?P<v>[^&\n\"'<>]{1,4096}+)(?=&[\w.\-\[\]]{1,60}=)")
_ELEMENT = compiled(r"(?:[ ][^<>\n]{0,200})?>(?P<v>[^<>]{1,4096})</")
_NONE = r"(?![\"'\]]?[ ]?(?:=>|[:=>])[ ]?[\"']?(?:null|nil|none|no|false|0)\b)"
_OF_SERVICE = compiled(
    rf"(?i)(?<![a-z])(?:level|lvl|severity|log_?level|logger(?:_?name)?|error\w{{0,12}}|err|exception|stack(?:_?trace)?|trace|code|success|ok|fault|reason|(?:http_?)?status_?code){_NONE}[\"'\]]?[ ]?(?:=>|[:=])"
    rf"|\bstatus[\"'\]]?[ ]?(?:=>|[:=])[ ]?[\"']?(?:fail|err|ok|success|invalid|reject|\d{{3}})|(?:error|exception|fault)s?\b{_NONE}|\b(?-i:WARN|WARNING|FATAL|CRITICAL|SEVERE)\b"
)
_NEAR = 400
_OWN_WORDS = compiled(r"(?<![\w.])(msg|message)[\"'\]]?[ ]?(?:=>|[:=])[ ]?[\"']?[^\s\"',;}]")
_STRING = compiled(r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'")
_OPENED = compiled(r"[{(]")
_BRACKET = compiled(r"[{}\[\]()]")
_HOLDS = compiled(
    r"(?i)(?:message|msg|content|payload|data|body|text|sms|whatsapp|chat)s?[\"'\]]{0,2}[ ]?(?::|=>|=)?[ ]?(?:[\w.]{1,40})?[{\[(\s]*\Z"
)
_DEEPEST = 3
_MOST_LINES = 16
_BEGINS = compiled(r"[ \t]*(?:- )?")


class _Number(NamedTuple):
    start: int
    end: int


class _Field(NamedTuple):
    start: int
    end: int
    value_start: int
    value_end: int
    says: Says
    name: str


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the words of messages that stand beside a number."""
    lowered = lower(text)
    fields = tuple(_fields(text, lowered))
    numbers = _numbers(text, lowered) if fields else []
    starts = [number.start for number in numbers]
    for field in fields:
        if any(_goes_with(text, number, field) for number in _in_reach(text, field, numbers, starts)):
            yield Hit(field.value_start, field.value_end, text[field.value_start : field.value_end])


def _numbers(text: str, lowered: str) -> list[_Number]:
    return [
        _Number(*match.span())
        for match in _NUMBERED.finditer(lowered)
        if is_number(match["name"], text[slice(*match.span("number"))])
    ]


def _fields(text: str, lowered: str) -> Iterator[_Field]:
    """Yield the fields whose name says that words of a message may stand in them, and whose value may be such."""
    done = 0
    for hint in _HINT.finditer(lowered):
        if hint.start() < done:
            continue
        left = _LEFT.search(text, max(done, hint.start() - 63), hint.start())
        start = left.start() if left else hint.start()
        before = text[start - 1 : start]
        how = Says.NOTHING if before.isalnum() or before in _JOINED else says(text[start : hint.end()])
        if how is Says.NOTHING or not (value := _value(text, hint.end(), before)):
            continue
        group = "v" if value["v"] else "bare"
        if value.groupdict().get("quote") is None:
            # In quotes may stand a line with fields of its own.
            done = value.end(group)
        if is_text(value[group]):
            yield _Field(start, value.end(), *value.span(group), how, text[start : hint.end()])


def _value(text: str, end: int, before: str) -> re.Match[str] | None:
    """Return the value of a field whose name ends somewhere and stands behind a sign."""
    if before == "<":
        return _ELEMENT.match(text, end)
    if before in "&?" and before and text[end] == "=":
        return _PARAMETER.match(text, end)
    return _FIRST_PARAMETER.match(text, end) or _FIELD.match(text, end)


def _in_reach(text: str, field: _Field, numbers: list[_Number], starts: list[int]) -> list[_Number]:
    first, last = belonging(text, field.start, field.end, _FAR)
    above, below = near(text, field.start, field.end)
    low = bisect_left(starts, max(min(first, above), field.start - _FAR))
    high = bisect_left(starts, min(max(last, below), field.end + _FAR))
    at = bisect_left(starts, field.start)
    return numbers[max(low, at - _NEAREST) : min(high, at + _NEAREST)]


def _goes_with(text: str, number: _Number, field: _Field) -> bool:
    """Tell whether a number and a field belong to one message."""
    if number.end <= field.start:
        first, between, last = number.start, (number.end, field.start), field.start
    elif field.end <= number.start:
        first, between, last = field.start, (field.end, number.start), number.start
    else:
        return False
    is_on_line = "\n" not in text[first:last]
    together = _is_one_object(text[slice(*between)]) if is_on_line else _are_even(text, first, last)
    return together and (
        field.says is Says.SURELY or not _is_of_service(text, number, field) or _is_left_to(text, field)
    )


def _is_left_to(text: str, field: _Field) -> bool:
    """Tell whether a service says its own words in another field of the line."""
    first, last = text.rfind("\n", 0, field.start) + 1, text.find("\n", field.end)
    around = (
        text[max(first, field.start - _NEAR) : field.start],
        text[field.end : last if last >= 0 else len(text)][:_NEAR],
    )
    return leaves_it_to(field.name, {name for part in around for name in _OWN_WORDS.findall(part)})


def _is_one_object(between: str) -> bool:
    """Tell whether what stands between two fields opens nothing that is not their message's."""
    opened: list[int] = []
    closed = 0
    plain = _STRING.sub(lambda match: " " * len(match.group()), between)
    for bracket in _BRACKET.finditer(plain):
        if bracket.group() in "{[(":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
        else:
            closed += 1
    if closed > _DEEPEST or len(opened) > _DEEPEST:
        return False
    return all(_HOLDS.search(between, max(0, at - 80), at) for at in opened)


def _are_even(text: str, one: int, other: int) -> bool:
    """Tell whether two fields on lines of their own stand as far in, and no line between them less far."""
    first, last = text.rfind("\n", 0, one) + 1, text.rfind("\n", 0, other) + 1
    between = text[first:last]
    if _is_scalar(text, first) or _is_scalar(text, last) or "\0" in between or between.count("\n") > _MOST_LINES:
        return False
    if _OPENED.search(text, first, one) or _OPENED.search(text, last, other):
        return False
    depths = [_depth(line) for line in between.splitlines() if line.strip()]
    return depths[0] == min(depths) == _depth(text[last : other + 1])


def _is_scalar(text: str, start: int) -> bool:
    """Tell whether a line is a scalar of a document, whose objects are told apart elsewhere."""
    return text[start] == '"'


def _around(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those that may belong to them; a scalar of a document stands alone."""
    return united(
        [line for line in lines if _is_scalar(text, line[0])],
        around(text, [line for line in lines if not _is_scalar(text, line[0])]),
    )


def _depth(line: str) -> int:
    begins = _BEGINS.match(line)
    return begins.end() if begins else 0


def _is_of_service(text: str, number: _Number, field: _Field) -> bool:
    """Tell whether what stands around a number and a field is a log record, an answer or an error of a service."""
    first = text.rfind("\n", 0, number.start) + 1
    last = text.find("\n", number.end) + 1 or len(text)
    if not _is_scalar(text, first) and not first <= field.start < last:
        first, last = near(text, number.start, number.end)
    first = min(max(first, number.start - _NEAR), field.start)
    last = max(min(last, number.end + _NEAR), field.end)
    return bool(_OF_SERVICE.search(text, first, field.value_start) or _OF_SERVICE.search(text, field.value_end, last))


_LEADS_TO = r"(?:[\"'\])\\*]{0,4}[ \t]*(?::|=>|=)[ \t*]*(?:string\([0-9]+\) )?[\"'(\\\[]{0,3}|\";[ ]?s:[0-9]+:\"|(?:[ ][^<>\n]*)?>[ \t]*)"
_HEADS = (rf"(?i){_PERSON}{_LEADS_TO}{NUMBER_HEAD}", rf"(?i){_PERSON}[\"'\])]{{0,4}}=>[ \t\r]*$")
FORMS = (Form(lambda _: _HEADS, _find, _around),)
"""Fields beside a number's."""
