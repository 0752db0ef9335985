"""The marks we leave: `[secret]`, `[env]`, `[phone:k3v9m2q7x4td8]`; how they are made and how they are recognised."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable

from collector.compiled import compiled
from collector.redaction.detectors import _keys

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 characters, 5 bits each, without 0 o 1 l, which people misread."""
PAYLOAD_LENGTH = 13
TYPES = ("phone", "message-id", "jid", "group", "email", "ip", "host", "mac", "user", "encoded", "private")
PLAIN = ("secret", "env", "personal", "field")

_DIGITS = compiled(r"[0-9]{5}")
_TELLING = compiled(_keys.TELLING)


class Pseudonyms:
    """Makes one stable mark a value with a keyed HMAC-SHA-256, separated by type; 65 bits, never reversible."""

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("a pseudonym key has at least 16 bytes")
        self._key = key
        self._made: dict[tuple[str, str], str] = {}

    def mark(self, type_: str, value: str) -> str:
        """Return the mark of a canonical value, for example `[phone:…]` for the E.164 digits."""
        made = self._made.get((type_, value))
        if made is None:
            made = f"[{type_}:{self._payload(type_, value)}]"
            self._made[type_, value] = made
        return made

    def _payload(self, type_: str, value: str) -> str:
        # A payload with five digits in a row is hashed again, so that no number can ever stand in a genuine mark; and
        # one with a word for a credential, which would name what stands behind the mark: `[ip:j4rp96siwepwd]:443`.
        for attempt in range(256):
            message = b"\0".join([type_.encode(), bytes([attempt]), value.encode("utf-8", "surrogatepass")])
            number = int.from_bytes(hmac.new(self._key, message, hashlib.sha256).digest(), "big")
            payload = "".join(ALPHABET[(number >> (5 * i)) & 31] for i in range(PAYLOAD_LENGTH))
            if not _DIGITS.search(payload) and not _TELLING.search(payload):
                return payload
        raise AssertionError("256 payloads in a row that cannot be used")  # pragma: no cover


class Recogniser:
    """Finds well-formed marks; what stands in one is never changed."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        names = "|".join(map(re.escape, sorted({*PLAIN, *own}, key=len, reverse=True)))
        typed = "|".join(map(re.escape, sorted({*TYPES, *own}, key=len, reverse=True)))
        self._pattern = re.compile(
            rf"\[(?:(?:{names})|(?:{typed}):(?![a-z]{{0,8}}[0-9]{{5}})[{ALPHABET}]{{{PAYLOAD_LENGTH}}})\]"
        )

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return the half-open ranges of the marks in the text."""
        if "[" not in text:
            return []
        return [m.span() for m in self._pattern.finditer(text) if not _DIGITS.search(m.group())]
