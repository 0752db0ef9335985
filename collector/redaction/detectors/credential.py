"""Credentials beside their names: `key=value` in every syntax, options, headers, SQL, XML, calls, prose, CSV, pairs."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Hit, Options
from collector.redaction.detectors import _entropy, _forms, _keys
from collector.redaction.detectors._accept import accepts
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._keys import Tells

_IDENTIFIER_LEFT = re.compile(r"[\w.\-]{0,64}$")
_IDENTIFIER_RIGHT = re.compile(r"[\w.\-]{0,64}")
_SEPARATOR = re.compile(
    r"(?P<close>(?:\\{0,3}[\"'`])?\]?)[ \t]{0,40}(?P<sep>=>|:{1,3}=|\?=|\+=|==|=|:(?!//)|,[ \t]?(?=\\{0,3}[\"']))[ \t\r]{0,40}"
    r"(?P<block>[|>][+\-]?[ \t]*\n[ \t]{1,40})?(?P<type>(?:[uUbBrR]|Bearer[ ]|Basic[ ])(?=[\"'])|@(?=\"))?"
)
_OPEN = re.compile(r"\\{0,3}[\"'`]")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every value whose name or form says that it is a credential."""
    done = 0
    for head in _keys.HEAD.finditer(lower(text)):
        if head.start() < done:
            continue
        left = _IDENTIFIER_LEFT.search(text, max(0, head.start() - 64), head.start())
        right = _IDENTIFIER_RIGHT.match(text, head.end())
        start, end = (left.start() if left else head.start()), (right.end() if right else head.end())
        done = end
        hit = _named(text, start, end)
        if hit:
            yield hit
    yield from _forms.find(text)


def _named(text: str, start: int, end: int) -> Hit | None:
    key = text[start:end]
    telling = _keys.tells(key.rstrip(".-"))
    separator = _SEPARATOR.match(text, end)
    if telling is Tells.NOTHING or not separator:
        return None
    spoken = (
        separator["sep"] in {":", "="}
        and not separator["close"]
        and text[start - 1 : start] == " "
        and " " in separator.group()
    )
    value = _value(text, separator.end(), separator)
    if value is None:
        return None
    begin, stop = value
    found = text[begin:stop]
    if not accepts(telling, found, prose=spoken and separator["sep"] == ":"):
        return None
    if separator["sep"].startswith(",") and telling < Tells.PASSWORD and not _entropy.is_machine_made(found):
        return None
    return Hit(begin, stop, found, learn=True)


def _value(text: str, position: int, separator: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of the value: to the same quote, or to where its syntax ends."""
    opening = _OPEN.match(text, position)
    if opening:
        return _quoted(text, opening)
    if separator["sep"].startswith(","):
        return None
    return _bare(text, position)


def _quoted(text: str, opening: re.Match[str]) -> tuple[int, int] | None:
    quote = opening.group()
    if quote == "`" and re.match(r"[\w./\-]+ ", text[opening.end() : opening.end() + 80]):
        return None
    start = opening.end()
    limit = min(len(text), start + 4096)
    if len(quote) > 1:
        end = text.find(quote, start, limit)
        return (start, end) if end > start else None
    position = start
    while position < limit:
        char = text[position]
        if char == "\\":
            position += 2
            continue
        if char == quote == "'" and position > start and text[position + 1 : position + 2] == quote:
            position += 2
            continue
        if char == quote:
            return (start, position) if position > start else None
        if char == "\n":
            break
        position += 1
    return (start, min(position, limit)) if position > start else None


_BARE_VALUE = re.compile(r"[^\s\"'<>`]{1,4096}")
_NEXT_PAIR = re.compile(r"[;,][\w.\- ]{1,40}[=:]")
_TRAIL = ",;)]}."


def _bare(text: str, position: int) -> tuple[int, int] | None:
    spoken = re.compile(r"[(<\[][^()<>\[\]\n]{1,60}[)>\]](?=[\s,;.]|$)").match(text, position)
    if spoken:
        return spoken.span()
    match = _BARE_VALUE.match(text, position)
    if not match:
        return None
    scheme = re.match(
        r"(?i)(?:basic|bearer|apikey|token|digest|negotiate|key)[ ]{1,3}(?=[^\s\"'<>`]{4})",
        text[position : position + 80],
    )
    if scheme:
        position += scheme.end()
        match = _BARE_VALUE.match(text, position)
        if not match:
            return None
    value = match.group()
    for pattern in (_NEXT_PAIR, re.compile(r"&[\w.\-\[\]%]{1,60}=|\\[nrt]")):
        cut = pattern.search(value, 1)
        if cut:
            value = value[: cut.start()]
    while value and value[-1] in _TRAIL and not _balanced(value):
        value = value[:-1]
    return (position, position + len(value)) if value else None


def _balanced(value: str) -> bool:
    pairs = {")": "(", "]": "[", "}": "{"}
    closing = value[-1]
    return closing in pairs and value.count(pairs[closing]) >= value.count(closing)


DETECTOR = Detector(
    name="credential",
    kind="secret",
    mark="secret",
    find=find,
    examples=(
        Example("WA_DB_PASSWORD=k7Rvq-9wZ", ("k7Rvq",)),
        Example('{"client_secret": "with \\" quote", "user": 1}', ("with", "quote")),
        Example("Server=db;Uid=app;Pwd=tulip;Database=x", ("tulip",)),
        Example("GET /x?api_key=daffodil&page=2", ("daffodil",)),
        Example("Authorization: Bearer 3f9aQ7xLm2Vb", ("3f9aQ7xLm2Vb",)),
        Example("curl -u admin:tulips9 https://h/x", ("tulips9",)),
        Example("<password>tulips9</password>", ("tulips9",)),
        Example("password='it''s tulip9' next", ("tulip9",)),
        Example("password=$ecret9", ("ecret9",)),
        Example("password=tulip&def9", ("def9",)),
        Example("password_file=/run/secrets/db"),
        Example("max_tokens=4096 primary_key=id"),
        Example("password: ****"),
        Example("token expired, please log in again"),
        Example("DB_PASSWORD=${DB_PASSWORD}"),
    ),
)
