"""Shapes that cannot be innocent, whatever stands around them; part of the sealed search.

Only what carries its own proof: a private key's frame, a vendor's prefix with its exact length, a token whose header
decodes, a `+` number that its country's plan knows, a message id with such a number inside.
"""

from __future__ import annotations

import binascii
import json
import re
from collections.abc import Iterator

from collector.sentence import Sentence

PRIVATE_KEY = re.compile(rb"-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----(?!\s{0,4}\[)")
JSON_WEB_TOKEN = re.compile(rb"(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}")
# Each is documented by its vendor with this prefix and this length.
PREFIXED_TOKENS = re.compile(
    rb"(?<![A-Za-z0-9_-])(?:"
    rb"gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}|glpat-[A-Za-z0-9_-]{20}"
    rb"|AKIA[A-Z2-7]{16}|AIza[A-Za-z0-9_-]{35}|xox[abprs]-[0-9]{10,13}-[A-Za-z0-9-]{20,}"
    rb"|sk_live_[A-Za-z0-9]{24}|rk_live_[A-Za-z0-9]{24}|SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"
    rb"|npm_[A-Za-z0-9]{36}|dop_v1_[a-f0-9]{64}|hf_[A-Za-z]{34}|pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"
    rb"|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|EAA[A-Za-z0-9]{60,}|AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"
    rb")(?![A-Za-z0-9_-])"
)
# Separators as people write them: at most two between digits, all on one line.
PLUS_NUMBER = re.compile(rb"(?<![A-Za-z0-9+/=])\+[1-9](?:[ ().\-/]{0,2}[0-9]){6,14}(?![0-9])")
# On-premises ids begin with 0x80 or 0x00, then 0x11; Cloud ids carry their own prefix.
MESSAGE_ID = re.compile(rb"(?<![A-Za-z0-9+/_-])(?:wamid\.)?((?:gB|AB|HB)[A-Za-z0-9+/_-]{14,})={0,2}")


def shapes_in(content: bytes) -> Iterator[Sentence]:
    """Yield the kind of every shape in the bytes that cannot be innocent, once per place."""
    for _ in PRIVATE_KEY.finditer(content):
        yield Sentence("private key")
    for _ in PREFIXED_TOKENS.finditer(content):
        yield Sentence("token with a vendor's prefix")
    for match in JSON_WEB_TOKEN.finditer(content):
        if _is_token_header(match[1]):
            yield Sentence("JSON web token")
    for match in PLUS_NUMBER.finditer(content):
        if is_valid_number(re.sub(rb"[^0-9]", b"", match[0]).decode()):
            yield Sentence("phone number")
    for match in MESSAGE_ID.finditer(content):
        number = number_in_message_id(match[1])
        if number and is_valid_number(number):
            yield Sentence("message id with a phone number")


def is_valid_number(digits: str) -> bool:
    """Tell whether the digits are a valid international number by libphonenumber's metadata."""
    import phonenumbers  # noqa: PLC0415  (25 ms, needed only where a candidate stands)

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False


def number_in_message_id(token: bytes) -> str | None:
    """Return the digits inside a message id: BCD (on-premises) or ASCII (Cloud), None where there are none."""
    raw = _decode(token)
    if len(raw) > 4 and raw[0] in (0x80, 0x00) and raw[1] == 0x11:
        return _bcd(raw)
    if len(raw) > 4 and raw[0] == 0x1C and raw[1] == 0x18:
        inside = raw[3 : 3 + raw[2]]
        if inside.isdigit():
            return inside.decode()
        return number_in_message_id(inside) if len(inside) >= 16 else None
    return None


def _bcd(raw: bytes) -> str | None:
    length = raw[2] & 0x7F
    digits = raw[3 : 3 + length].hex()
    digits = digits[:-1] if raw[2] & 0x80 else digits
    return digits if 7 <= len(digits) <= 15 and digits.isdigit() else None


def _is_token_header(segment: bytes) -> bool:
    try:
        return isinstance(json.loads(_decode(segment)), dict)
    except ValueError:
        return False


def _decode(token: bytes) -> bytes:
    standard = token.replace(b"-", b"+").replace(b"_", b"/")
    standard = standard[: len(standard) - (len(standard) % 4 == 1)]
    return binascii.a2b_base64(standard + b"=" * (-len(standard) % 4))
