"""Message ids with a phone number inside: on-premises ids (BCD) and `wamid.` ids (ASCII digits), in base64."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Detector, Example, Form, Hit, Options

# Bytes 0x80 or 0x00, 0x11, length: their first 16 bits are fixed, so an id begins with one of four pairs and E or G.
# Behind a stroke it is a part of a path, and another stroke ends it.
_ON_PREMISES = compiled(
    r"(?<![A-Za-z0-9+])(?:gB|AB)[EFGH](?:(?<!/...)[A-Za-z0-9_\-+/]{12,60}|(?<=/...)[A-Za-z0-9_\-+]{12,60})={0,2}"
)
_CLOUD = compiled(r"(?<![A-Za-z0-9])wamid\.((?:[A-Za-z0-9+_\-]|/(?!wamid\.)){8,400}={0,2})")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every message id; those of the older form only where a number can be read from them."""
    if "wamid." in text:
        for match in _CLOUD.finditer(text):
            yield _hit(match, _cloud_number(match.group(1)))
    if "gB" in text or "AB" in text:
        for match in _ON_PREMISES.finditer(text):
            number = _on_premises_number(match.group())
            if number:
                yield _hit(match, number)


def _hit(match: re.Match[str], number: str | None) -> Hit:
    holds = ("phone", numbering.canonical(number)) if number else None
    return Hit(match.start(), match.end(), match.group().rstrip("="), holds=holds, learn=True)


def _bytes(token: str) -> bytes:
    text = token.rstrip("=").replace("-", "+").replace("_", "/")
    text = text[: len(text) - 1] if len(text) % 4 == 1 else text
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return b""


def _on_premises_number(token: str) -> str | None:
    raw = _bytes(token)
    if len(raw) < 8 or raw[0] not in (0x80, 0x00) or raw[1] != 0x11:
        return None
    length = raw[2] & 0x7F
    if not 3 <= length <= 9:
        return None
    digits = raw[3 : 3 + length].hex()
    digits = digits[:-1] if raw[2] & 0x80 else digits
    return digits if digits.isdigit() else None


def _cloud_number(token: str) -> str | None:
    raw = _bytes(token)
    if len(raw) < 3:
        return None
    digits = raw[3 : 3 + raw[2]].decode("latin-1")
    return digits if digits.isascii() and digits.isdigit() else None


DETECTOR = Detector(
    name="message-id",
    kind="identity",
    mark="message-id",
    forms=(Form(heads=lambda _: (_CLOUD, _ON_PREMISES), find=find),),
    examples=(
        Example("ack gBGGFVUBABI_AgkBAgMEBQYHCAk sent", ("gBGGFVUBABI",)),
        Example("id=ABGGFVUBABI_AgkBAgMEBQYHCAk", ("ABGGFVUBABI",)),
        Example("PUT /v1/messages/gBGGFVUBABI_AgkBAgMEBQYHCAk/status 200", ("gBGGFVUBABI",)),
        Example("wamid.HBgLMTU1NTAxMDAxMjMVAgARGBIwMTIzNDU2Nzg5QUJDREVGMDEA read", ("MTU1NTAxMDAxMjM",)),
        Example("class ABEventHandlerFactoryBean loaded"),
        Example("gBits per second"),
    ),
)
