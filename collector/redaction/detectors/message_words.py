"""What people say through WhatsApp and what they call themselves: in payloads of its APIs, webhooks and libraries.

Source of the payloads' fields: the Cloud API's and the On-Premises API's references of messages and webhooks.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction import json_tokens
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import (
    _blocks,
    _flattened,
    _message_keys,
    _message_records,
    _message_rows,
    _message_sentences,
)
from collector.redaction.detectors._message_paths import HOLDERS, OWN_NAMES, UNDER, is_said
from collector.redaction.detectors._payloads import SIGN, VALUE, Field, Objects, plain
from collector.redaction.detectors._surroundings import belonging

_OBJECTS = Objects({holder: tuple(name for of, name in UNDER if of == holder) for holder in sorted(HOLDERS)})
_FIELDS = {plain(holder): frozenset(plain(name) for of, name in UNDER if of == holder) for holder in HOLDERS}
_ABOVE = {(plain(holder), plain(name)): above for (holder, name), above in UNDER.items()}
_FAR = 2000
"""Characters of a payload before an object in which what stands above it is looked for."""
_NEAR = 400
_PERSON = compiled(r"\b(?:wa_?id|user_?id)\b", re.IGNORECASE)
"""Beside a profile whose name is a person's."""
_OWN_NAME = compiled(rf"\b(?P<name>{'|'.join(sorted(OWN_NAMES))}|PushName){SIGN}{VALUE}")
# The words of a message that client libraries keep right beside its sender, without an object of their own.
_BODY = compiled(rf"\b(?P<name>body|caption){SIGN}{VALUE}")
_OF_MESSAGE = compiled(
    r"\b(?:fromMe|hasMedia|notifyName|isForwarded|remoteJid|deviceType)\b|@(?:c\.us|s\.whatsapp\.net|g\.us|lid)\b"
)
_BESIDE = 1000
"""Characters on either side of a body in which its message says that it is one."""
# Forms that a gateway posts to a webhook, and that it is sent; messages of XMPP.
_FORM = compiled(r"(?<![\w.\-])(?:Body|ProfileName)=(?P<v>[^&\"'\s][^&\"'\n]{0,4096})")
_OF_GATEWAY = compiled(r"\b(?:WaId|MessageSid|SmsMessageSid|SmsSid|AccountSid)=|=whatsapp(?::|%3A)\+?", re.IGNORECASE)
_XMPP = compiled(r"<message[ >][^\n]{0,2000}?<body[^<>\n]{0,80}>(?P<v>[^<>\n]{1,4096})</body>")
_HEADS = (
    *_OBJECTS.heads,
    rf"(?:{'|'.join(sorted(OWN_NAMES))}|PushName)[\"'\]]{{0,2}}[ \t]*(?:[:=]|$)",
    r"(?:body|caption)[\"'\]]{0,2}[ \t]*(?::|=>|=)[ \t]*[\"'\w]",
    r"(?:Body|ProfileName)=[^&\"' ]",
    r"<message[ >][^\n]*<body",
    # Names of blocks in capitals.
    r"^[ \t]{0,80}(?:- )?[\"']?[A-Z_]{4,24}[\"']?:[ \t]{0,8}\r?$",
)


# A line that goes on to JSON behind something else.
_WITH_JSON = compiled(r"^[^\n{]{1,4096}(?P<json>\{[ ]?\"[^\n]{1,1048576})", re.MULTILINE)
_DECODER = json.JSONDecoder()


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield what is said in a payload within a line, as `[personal]`."""
    for field in itertools.chain(_OBJECTS.fields(text), _blocks.fields(text, _FIELDS)):
        if _is_said_in(text, field):
            yield _said(text, field.start, field.end)
    for match in _with(_OWN_NAME, text, *OWN_NAMES, "PushName"):
        yield _said(text, *match.span("v" if match["v"] else "bare"))
    for match in _with(_BODY, text, "body", "caption"):
        if _stands_near(_OF_MESSAGE, text, *match.span(), _BESIDE):
            yield _said(text, *match.span("v" if match["v"] else "bare"))
    for pattern, beside, needed in ((_FORM, _OF_GATEWAY, ("Body=", "ProfileName=")), (_XMPP, None, ("<body",))):
        for match in _with(pattern, text, *needed):
            if beside is None or _stands_near(beside, text, *match.span(), _BESIDE):
                yield _said(text, *match.span("v"))
    for line in _with(_WITH_JSON, text, '{"', '{ "'):
        yield from _in_json(text, line.start("json"), line.end())


def _with(pattern: re.Pattern[str], text: str, *needed: str) -> Iterator[re.Match[str]]:
    """Return where a pattern stands in a text with a literal that it needs."""
    return pattern.finditer(text) if any(literal in text for literal in needed) else iter(())


def _said(text: str, start: int, end: int) -> Hit:
    return Hit(start, end, text[start:end])


def _is_said_in(text: str, field: Field) -> bool:
    above = _ABOVE[field.holder, field.name]
    if above is None:
        return True
    start = max(0, field.at - _FAR)
    stands = text[start : field.at].lower().rfind(above)
    if stands >= 0 and belonging(text, field.at, field.end, _FAR)[0] <= start + stands:
        return True
    return field.holder == "profile" and _stands_near(_PERSON, text, field.at, field.end, _NEAR)


def _stands_near(pattern: re.Pattern[str], text: str, start: int, end: int, near: int) -> bool:
    """Tell whether a pattern stands near a part of a text, on lines that it surely belongs to."""
    if not pattern.search(text, max(0, start - near), end + near):
        return False
    first, last = belonging(text, start, end, near)
    return pattern.search(text, max(first, start - near), min(last, end + near)) is not None


def _in_json(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield what is said in the JSON that begins in a line and ends before something else."""
    try:
        _, length = _DECODER.raw_decode(text[start:end])
        leaves = json_tokens.leaves(text[start : start + length])
    except (ValueError, RecursionError, json_tokens.NotJsonError):
        return
    for leaf in leaves:
        if not leaf.is_key and leaf.is_string and leaf.start < leaf.end and is_said(leaf.path):
            yield Hit(start + leaf.start, start + leaf.end, leaf.value)


DETECTOR = Detector(
    name="message-words",
    kind="identity",
    mark="personal",
    forms=(
        Form(heads=lambda _: _HEADS, find=find, around=_blocks.around_paragraphs),
        *_message_keys.FORMS,
        *_message_records.FORMS,
        *_message_sentences.FORMS,
        *_message_rows.FORMS,
        *_flattened.FORMS,
    ),
    examples=(
        Example('sent {"to":"x","text":{"body":"see you at \\"Noon\\""}} ok', ("see you", "Noon")),
        Example('got {"contacts":[{"profile":{"name":"Ada L."},"wa_id":"1"}]}', ("Ada",)),
        Example('in {"image":{"id":"7","caption":"our new home"}} ok', ("our new home",)),
        Example("got {'text': {'body': 'see you'}} twice", ("see you",)),
        Example("got { profile: { name: 'Ada L.' }, wa_id: '1' }", ("Ada",)),
        Example("key: { pushName: 'Ada Lovelace', n: 1 }", ("Ada", "Lovelace")),
        Example('in {"button_reply":{"id":"a}b","title":"Yes, please"}} ok', ("Yes, please",)),
        Example("INFO webhook:\n{\n          'text': {\n            'body': 'see you'\n", ("see you",)),
        Example("got map[text:map[body:see you] type:text]", ("see you",)),
        Example("Message{text=Text{body=see you}, type=text}", ("see you",)),
        Example("{ fromMe: false, body: 'see you', type: 'chat' }", ("see you",)),
        Example('cut {"text":{"body":"see you toni', ("see you",)),
        Example('got {"from":"+4915123456789","text":"see you at noon"} ok', ("see you",)),
        Example("INSERT INTO sms (phone, body) VALUES ('+4915123456789', 'see you');", ("see you",)),
        Example("phone,body\n+4915123456789,see you\n", ("see you",)),
        Example("Received message from +4915123456789: see you at noon", ("see you",)),
        Example('+CMT: "+4915123456789",,"x"\nsee you\n', ("see you",)),
        Example("[12.03.24, 10:11:12] Ada L.: see you", ("Ada", "see you")),
        Example("messages[0].text.body=see you", ("see you",)),
        Example("messages:\n  - text:\n      body: see you\n", ("see you",)),
        Example("{'error': {'message': 'not allowed', 'to': 7}}"),
        Example("Error sending message: invalid parameter"),
        Example('{"pushName": {"x": "y"}, "id": "z"}'),
        Example('{"profile": {"name": "whatsapp-onprem", "title": "x"}}'),
        Example("text: the profile: {name} and its body: is 'empty'"),
        Example('{"http": {"body": "null", "text": "fine"}}'),
    ),
)
