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
from collector.redaction.detectors._surroundings import around
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
_HEADS = (
    rf"(?:{'|'.join(sorted(HOLDERS))})[\"']?[ \t]*(?::|=>)[ \t]*[\[{{]",
    rf"(?:{'|'.join(sorted(OWN_NAMES))})[\"']?[ \t]*[:=]",
)
_TO = r"[\"']?\s{0,40}(?::|=>)\s{0,40}"
"""Behind a key of JSON, of Python's or of JavaScript's notation."""


def _value(group: str) -> str:
    """Return the pattern of a literal; one that is cut off goes to where its line ends."""
    quote = f"{group}_quote"
    return rf"(?P<{quote}>[\"'])(?P<{group}>(?:(?!(?P={quote}))[^\\\n]|\\.){{1,65536}}+)"


# In a line that is no JSON as a whole, where a payload stands in it.
_IN_LINES = compiled(
    rf"""(?x)
    \b text{_TO}\{{(?:\s{{0,40}}["']?preview_url[^{{}}\n,]{{1,12}},)?\s{{0,40}}["']?body{_TO}{_value("said")}
    | \b profile{_TO}\{{\s{{0,40}}["']?name{_TO}{_value("called")}
      (?=[^{{}}]{{0,200}}\}}\s{{0,40}},\s{{0,40}}["']?(?:wa_id|user_id)\b)
    | \b wa_id{_TO}["'][^"'\n]{{1,80}}["']\s{{0,40}},\s{{0,40}}
      ["']?profile{_TO}\{{\s{{0,40}}["']?name{_TO}{_value("known_as")}
    | \b (?:image|video|document){_TO}\{{[^{{}}\n]{{0,600}}?\b caption{_TO}{_value("below")}
    | \b (?:button_reply|list_reply){_TO}\{{[^{{}}\n]{{0,300}}?\b title{_TO}{_value("chosen")}
    | \b extendedTextMessage{_TO}\{{\s{{0,40}}["']?text{_TO}{_value("longer")}
    | \b message{_TO}\{{\s{{0,40}}["']?conversation{_TO}{_value("shorter")}
    | \b (?:{"|".join(sorted(OWN_NAMES))})["']?[ \t]{{0,9}}(?::|=>?)[ \t]{{0,9}}{_value("own_name")}
    """
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
    for match in _IN_LINES.finditer(text):
        group = next(name for name in match.re.groupindex if not name.endswith("_quote") and match[name])
        yield Hit(match.start(group), match.end(group), match[group])
    for line in _WITH_JSON.finditer(text):
        yield from _in_json(text, line.start("json"), line.end())


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
        Example('cut {"text":{"body":"see you toni', ("see you",)),
        Example('{"pushName": {"x": "y"}, "id": "z"}'),
        Example('{"profile": {"name": "whatsapp-onprem", "title": "x"}}'),
        Example("text: the profile: {name} and its body: is 'empty'"),
        Example('{"http": {"body": "null", "text": "fine"}}'),
    ),
)
