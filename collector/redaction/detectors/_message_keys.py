"""What people write and call themselves in fields whose names say so, whatever stands beside them."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options
from collector.redaction.detectors._message_names import is_text
from collector.redaction.detectors._payloads import SIGN, VALUE

_WORDS = (
    r"(?:(?:message|msg|sms|mms|chat|whatsapp|reply|caption|inbound|outbound|incoming|outgoing)[_\-]?(?:body|text)"
    r"|(?:text|chat|sms|reply)[_\-]?body|(?:inbound|outbound|incoming|outgoing|chat|whatsapp|sms)[_\-]?message)"
)
_SAID = compiled(rf"(?<![\w.\-])(?<!:param )(?P<name>(?i:{_WORDS})){SIGN}{VALUE}")
# What SMPP calls a message so does GELF a line of a log.
_SHORT = compiled(rf"(?<![\w.\-])(?P<name>short_message){SIGN}{VALUE}")
_OF_SMPP = compiled(
    r"(?i)\b(?:esm_class|data_coding|dest(?:ination)?_addr\w{0,10}|source_addr\w{0,10}|sm_length|submit_sm|deliver_sm|registered_delivery)\b"
)
_CALLED = compiled(rf"(?<![\w.\-])(?<!:param )(?P<name>ProfileName|profile_name|verified_name|push_name){SIGN}{VALUE}")
_NAME = compiled(r"[^\W\d_][\w'\u2019&.,\-]{0,40}(?:(?:[ +]|%20)[\w'\u2019&.,()\-]{1,40}){0,6}")
# What stands for a text, and what a manual says of one.
_CODE = compiled(
    r"[A-Za-z_][\w.]*\(.*|\$?[a-z_]\w*(?:\.\w+|\[\w*\]|\(.*\)?)+,?|[a-z]+(?:[A-Z_][a-z]+)+|(?i:str|string|text|varchar|char|object|bool|int|required|optional|nullable|message|body|content|value|any)(?:[\[(=|,;].{0,60}| = .{0,60})?|[A-Z0-9]+(?:_[A-Z0-9]+)+|[\w.]+=\S+|(?i:an?|the|if|optional\w*|contains)\b.*\b(?i:string|text|message|body|specified|provided|given|request|contain\w*|error|appended)\b.*|%\(?\w.*|\{.*|<.*|\$\{.*|\[.*"
)
_BESIDE = 400


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the values of such fields."""
    for match in _SAID.finditer(text):
        yield from _hit(match)
    for match in _SHORT.finditer(text):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        if _OF_SMPP.search(
            text, max(start, match.start() - _BESIDE), min(end if end >= 0 else len(text), match.end() + _BESIDE)
        ):
            yield from _hit(match)
    for match in _CALLED.finditer(text):
        value = match["v"] or match["bare"] or ""
        if _NAME.fullmatch(value) and not value.islower():
            yield from _hit(match)


def _hit(match: re.Match[str]) -> Iterator[Hit]:
    group = "v" if match["v"] else "bare"
    value = match[group]
    if value and is_text(value) and not _CODE.fullmatch(value):
        yield Hit(*match.span(group), value)


FORMS = (
    Form(
        lambda _: (
            r"(?i)(?:message|msg|sms|mms|chat|whatsapp|text|reply|caption|inbound|outbound|incoming|outgoing)[_\-]?(?:body|text|message)[\"'\]]{0,2}[ \t]{0,40}(?:[:=]|\";)",
            r"(?:short_message|[Pp]rofile_?[Nn]ame|verified_name|push_name)[\"'\]]{0,2}[ \t]{0,40}(?:[:=]|\";)",
        ),
        _find,
    ),
)
"""Fields that are called so."""
