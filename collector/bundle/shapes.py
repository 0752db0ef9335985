"""Shapes that cannot be innocent, whatever stands around them; part of the sealed search.

Only what carries its own proof: a private key's frame, a vendor's prefix with its exact length, a token whose header
decodes, a `+` number that its country's plan knows, a message id with such a number inside.
"""

from __future__ import annotations

import binascii
import functools
import json
import re
from collections.abc import Iterator

from collector.bundle.literals import Literals
from collector.sentence import Sentence

PRIVATE_KEY = re.compile(rb"-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----(?!\s{0,4}\[)")
JSON_WEB_TOKEN = re.compile(rb"(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}")
# Each is documented by its vendor with this prefix and this length.
PREFIXED_TOKENS = dict(
    (
        *((b"gh%c_" % kind, rb"[A-Za-z0-9]{36}") for kind in b"pousr"),
        (b"github_pat_", rb"[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
        (b"glpat-", rb"[A-Za-z0-9_-]{20}"),
        (b"AKIA", rb"[A-Z2-7]{16}"),
        (b"AIza", rb"[A-Za-z0-9_-]{35}"),
        *((b"xox%c-" % kind, rb"[0-9]{10,13}-[A-Za-z0-9-]{20,}") for kind in b"abprs"),
        (b"sk_live_", rb"[A-Za-z0-9]{24}"),
        (b"rk_live_", rb"[A-Za-z0-9]{24}"),
        (b"SG.", rb"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        (b"npm_", rb"[A-Za-z0-9]{36}"),
        (b"dop_v1_", rb"[a-f0-9]{64}"),
        (b"hf_", rb"[A-Za-z]{34}"),
        (b"pypi-AgEIcHlwaS5vcmc", rb"[A-Za-z0-9_-]{50,}"),
        *((b"shp%s_" % kind, rb"[a-fA-F0-9]{32}") for kind in (b"at", b"ca", b"pa", b"ss")),
        (b"EAA", rb"[A-Za-z0-9]{60,}"),
        (b"AGE-SECRET-KEY-1", rb"[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    )
)
# Separators as people write them: at most two between digits, all on one line.
PLUS_NUMBER = re.compile(rb"\+[1-9](?:[ ().\-/]{0,2}[0-9]){6,14}(?![0-9])")
# On-premises ids begin with 0x80 or 0x00, then 0x11; Cloud ids with 0x1c, and `wamid.` before it.
MESSAGE_ID = re.compile(rb"((?:gB|AB|HB)[A-Za-z0-9+/_-]{14,})={0,2}")
_WORD = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_BEFORE_NUMBER = _WORD - frozenset(b"_-") | frozenset(b"+/=")
_BASE64 = _WORD | frozenset(b"+/")


# Where these begin is looked for in one pass; what must stand there, and must not before it, is looked at afterwards.
_LITERALS = Literals((b"-----BEGIN ", b"eyJ", *PREFIXED_TOKENS))
_IDS = Literals((b"gB", b"AB", b"HB"))


def shapes_in(content: bytes) -> Iterator[Sentence]:
    """Yield the kind of every shape in the bytes that cannot be innocent, once per place."""
    done = 0
    for start in sorted(set(_LITERALS.places(content))):
        kind, end = _shape_at(content, start) if start >= done else (None, done)
        if kind:
            done = end
            yield kind
    for match in _numbers(content):
        if is_valid_number(re.sub(rb"[^0-9]", b"", match[0]).decode()):
            yield Sentence("phone number")
    for number in numbers_in_message_ids(content):
        if is_valid_number(number):
            yield Sentence("message id with a phone number")


def _shape_at(content: bytes, start: int) -> tuple[Sentence | None, int]:
    """Return the kind and the end of what begins there; no kind where nothing does."""
    if match := PRIVATE_KEY.match(content, start):
        return Sentence("private key"), match.end()
    if _goes_on(content, start, _WORD):
        return None, start
    if (match := JSON_WEB_TOKEN.match(content, start)) and _is_token_header(match[1]):
        return Sentence("JSON web token"), match.end()
    for prefix in PREFIXED_TOKENS:
        if content.startswith(prefix, start) and (match := _token(prefix).match(content, start)):
            return Sentence("token with a vendor's prefix"), match.end()
    return None, start


@functools.cache
def _token(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(re.escape(prefix) + PREFIXED_TOKENS[prefix] + rb"(?![A-Za-z0-9_-])")


def _goes_on(content: bytes, start: int, word: frozenset[int]) -> bool:
    return start > 0 and content[start - 1] in word


def _numbers(content: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the `+` numbers that do not go on from a word; behind the beginning of one that does the search goes on."""
    position = 0
    while match := PLUS_NUMBER.search(content, position):
        if _goes_on(content, match.start(), _BEFORE_NUMBER):
            position = match.start() + 1
        else:
            position = match.end()
            yield match


def numbers_in_message_ids(content: bytes) -> Iterator[str]:
    """Yield the digits inside every message id."""
    done = 0
    for start in sorted(_IDS.places(content)):
        match = None if start < done or _goes_on(content, start, _BASE64) else MESSAGE_ID.match(content, start)
        if match:
            done = match.end()
            if number := number_in_message_id(match[1]):
                yield number


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
