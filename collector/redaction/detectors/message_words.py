"""What people say through WhatsApp and what they call themselves: in payloads of its APIs, webhooks and libraries.

Source of the payloads' fields: the Cloud API's and the On-Premises API's references of messages and webhooks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from collector.compiled import compiled
from collector.redaction import json_tokens
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._payloads import SIGN, VALUE, Field, Objects, plain
from collector.redaction.detectors._surroundings import around, belonging
from collector.redaction.leaves import Path

_MEDIA = frozenset({"image", "video", "document", "audio", "sticker"})
_OF_LIBRARIES = frozenset({*(f"{kind}Message" for kind in _MEDIA), "extendedTextMessage", "reactionMessage"})
OWN_NAMES = frozenset({"pushName", "pushname", "notifyName", "verifiedBizName", "verifiedName"})
"""Keys of client libraries under which a person's or a business's own name stands."""
_REPLIES = frozenset({"button_reply", "list_reply", "nfm_reply"})


def _under() -> dict[tuple[str, str], str | None]:
    """Return holders and names of words, each with what must stand above them; None for nothing."""
    under: dict[tuple[str, str], str | None] = {
        ("text", "body"): None,
        ("system", "body"): "messages",
        ("button", "text"): "messages",
        ("order", "text"): "messages",
        ("document", "filename"): "messages",
        ("message", "conversation"): None,
        ("quotedMessage", "conversation"): None,
        ("contactMessage", "displayName"): None,
        ("contactMessage", "vcard"): None,
        ("documentMessage", "fileName"): None,
        ("_data", "body"): None,
        ("localizable_params", "default"): None,
        ("parameters", "text"): "components",
        ("profile", "name"): "contacts",
    }
    under |= {(kind, "caption"): None for kind in _MEDIA | _OF_LIBRARIES}
    under |= {(kind, "text"): None for kind in _OF_LIBRARIES}
    under |= {(part, "text"): "interactive" for part in ("header", "body", "footer")}
    under |= {(reply, name): None for reply in _REPLIES for name in ("title", "description", "body", "response_json")}
    under |= {("location", name): "messages" for name in ("name", "address", "latitude", "longitude")}
    under |= {("locationMessage", name): None for name in ("name", "address", "degreesLatitude", "degreesLongitude")}
    under |= {("name", name): "contacts" for name in ("formatted_name", "first_name", "middle_name", "last_name")}
    return under


_UNDER = _under()
HOLDERS = frozenset(holder for holder, _ in _UNDER)
"""Keys of the objects and lists in which people's words stand."""
TELLING = HOLDERS | OWN_NAMES
_OBJECTS = Objects({holder: tuple(name for of, name in _UNDER if of == holder) for holder in sorted(HOLDERS)})
_ABOVE = {(plain(holder), plain(name)): above for (holder, name), above in _UNDER.items()}
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
)


# A line that goes on to JSON behind something else.
_WITH_JSON = compiled(r"^[^\n{]{1,4096}(?P<json>\{[ ]?\"[^\n]{1,1048576})", re.MULTILINE)
_DECODER = json.JSONDecoder()


def is_said(path: Path) -> bool:
    """Tell whether the value at a path of a document is what somebody said, or is called."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return False
    name, holder = names[-1], names[-2] if len(names) > 1 else ""
    above = _UNDER.get((holder, name), "")
    return name in OWN_NAMES or above is None or above in names


def may_be_said(above: tuple[str, ...], names: Collection[str]) -> bool:
    """Tell whether `is_said` may hold for one of the names of an object below some others."""
    holder = above[-1] if above else ""
    return not OWN_NAMES.isdisjoint(names) or any((holder, name) in _UNDER for name in names)


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield what is said in a payload within a line, as `[personal]`."""
    for field in _OBJECTS.fields(text):
        if _is_said_in(text, field):
            yield _said(text, field.start, field.end)
    for match in _OWN_NAME.finditer(text):
        yield _said(text, *match.span("v" if match["v"] else "bare"))
    for match in _BODY.finditer(text):
        if _stands_near(_OF_MESSAGE, text, *match.span(), _BESIDE):
            yield _said(text, *match.span("v" if match["v"] else "bare"))
    for pattern, beside in ((_FORM, _OF_GATEWAY), (_XMPP, None)):
        for match in pattern.finditer(text):
            if beside is None or _stands_near(beside, text, *match.span(), _BESIDE):
                yield _said(text, *match.span("v"))
    for line in _WITH_JSON.finditer(text):
        yield from _in_json(text, line.start("json"), line.end())


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
    forms=(Form(heads=lambda _: _HEADS, find=find, around=around),),
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
        Example('{"pushName": {"x": "y"}, "id": "z"}'),
        Example('{"profile": {"name": "whatsapp-onprem", "title": "x"}}'),
        Example("text: the profile: {name} and its body: is 'empty'"),
        Example('{"http": {"body": "null", "text": "fine"}}'),
    ),
)
