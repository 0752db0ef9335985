"""Where in a document people's words and names stand: in payloads of WhatsApp's APIs, webhooks and libraries.

Source: the Cloud API's and the On-Premises API's references of messages, contacts, groups, profiles and webhooks.
"""

from __future__ import annotations

from collections.abc import Collection

from collector.redaction.detectors._wordlist import words
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
        ("profile", "about"): None,
        ("about", "text"): "profile",
        ("action", "button"): "interactive",
        ("reply", "title"): "interactive",
        ("parameters", "display_text"): "interactive",
        ("contacts", "birthday"): None,
        ("group", "subject"): None,
        ("groups", "subject"): None,
    }
    under |= {(kind, "caption"): None for kind in _MEDIA | _OF_LIBRARIES}
    under |= {(kind, "text"): None for kind in _OF_LIBRARIES}
    under |= {(part, "text"): "interactive" for part in ("header", "body", "footer")}
    under |= {(reply, name): None for reply in _REPLIES for name in ("title", "description", "body", "response_json")}
    under |= {("location", name): "messages" for name in ("name", "address", "latitude", "longitude")}
    under |= {("locationMessage", name): None for name in ("name", "address", "degreesLatitude", "degreesLongitude")}
    under |= {("referral", name): None for name in ("headline", "body", "source_url", "image_url", "video_url")}
    under |= {(part, name): "interactive" for part in ("sections", "rows") for name in ("title", "description")}
    under |= {("org", name): "contacts" for name in ("company", "department", "title")}
    under |= {("addresses", name): "contacts" for name in ("street", "city", "state", "zip", "country")}
    under |= {("name", name): "contacts" for name in ("formatted_name", "first_name", "middle_name", "last_name")}
    return under


UNDER = _under()
HOLDERS = frozenset(holder for holder, _ in UNDER)
"""Keys of the objects and lists in which people's words stand."""
_OF_GROUPS = words("group_id participants invite_link")
_OF_CHATS = words("isGroup isMyContact isWAContact isBusiness isContactSyncCompleted unreadCount")
_OF_API = words("messaging_product vertical")
_WITH = {
    "subject": _OF_GROUPS,
    "description": words("participants invite_link") | _OF_API,
    "about": _OF_API,
    "address": _OF_API,
    "name": _OF_CHATS,
    "shortName": _OF_CHATS,
    "formattedTitle": _OF_CHATS,
}
"""Names of words, and those of which one must stand in the same object."""
BESIDE = _OF_GROUPS | _OF_CHATS | _OF_API
"""All of these."""
TELLING = HOLDERS | OWN_NAMES | _WITH.keys()


def is_said(path: Path, beside: Collection[str] = ()) -> bool:
    """Tell whether the value at a path of a document, beside others, is what somebody said, or is called."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return False
    name, holder = names[-1], names[-2] if len(names) > 1 else ""
    if name in OWN_NAMES:
        return True
    if (holder, name) in UNDER:
        above = UNDER[holder, name]
        return above is None or above in names
    return name == path[-1] and not _WITH.get(name, frozenset()).isdisjoint(beside)


def may_be_said(above: tuple[str, ...], names: Collection[str]) -> bool:
    """Tell whether `is_said` may hold for one of the names of an object below some others."""
    holder = above[-1] if above else ""
    if any(name in _WITH and not _WITH[name].isdisjoint(names) for name in names):
        return True
    return not OWN_NAMES.isdisjoint(names) or any((holder, name) in UNDER for name in names)
