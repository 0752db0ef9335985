"""Every reading of some bytes in which a value could still be read: unescaped, decoded, decompressed.

Part of the sealed search: written for it alone, so that a mistake in the redactor's decoding is not repeated here.
"""

from __future__ import annotations

import binascii
import html
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

MAX_DEPTH = 4
# Of all readings together: a multiple of what is read, with room for small members.
WORK_FACTOR = 24
WORK_FLOOR = 4 * 1024 * 1024
MAX_INFLATED = 16 * 1024 * 1024
# Between decoded tokens, so that two of them never make up a value together.
GAP = b"\n\xff\n"

ESCAPE = re.compile(
    rb"\\u[dD]([89abAB][0-9a-fA-F]{2})\\u[dD]([c-fC-F][0-9a-fA-F]{2})"
    rb"|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-3][0-7]{2})|\\([!-/:-@\[-`{-~bfnrt])"
)
SHORT_ESCAPES = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}
COLOUR = re.compile(rb"\x1b\[[0-9;:]{0,32}[A-Za-z]")
PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
ENTITY = re.compile(rb"&(?:#|[A-Za-z])")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{11,}")
# Possessive: a run that is not followed by a line break must not be tried again from each of its characters.
WRAPPED = re.compile(
    rb"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}+(?:[ \t]*+\r?\n[ \t]*+[A-Za-z0-9+/_-]{16,}+){0,65536}+"
    rb"(?:[ \t]*+\r?\n[ \t]*+[A-Za-z0-9+/_-]{1,}+)?+"
)
HEX = re.compile(rb"[0-9A-Fa-f]{16,}")
SPACED_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}[ :-]){7,}[0-9A-Fa-f]{2}")
# Decoded bytes worth a look: enough characters in a row to hold a value. Random bytes seldom have them, and without
# this sieve every word of a log would unfold into noise.
WIDE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){3,}|(?:\x00[\x20-\x7e]){3,}")
TEXT_RUN = re.compile(
    rb"(?:[\x09\x0a\x0d\x1b\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
    rb"|(?:[\xc2-\xdf][\x80-\xbf]){3,}|(?:[\xe0-\xef][\x80-\xbf]{2}){2,}"
)
GZIP_MAGIC = b"\x1f\x8b\x08"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
FILL, DECODED_FILL = b"////", b"\xff\xff\xff"
STANDARD_ALPHABET = bytes.maketrans(b"-_", b"+/")


class WorkBoundError(Exception):
    """Says that the bytes unfold into more than may be searched."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading the bytes; `form` names the way, `base64` for example, for a message."""

    form: str
    content: bytes


def readings(content: bytes) -> Iterator[Reading]:
    """Yield the bytes as they stand and every distinct reading of them, to depth 4.

    Raises WorkBoundError where the readings together grow past 24 times the content (at least 4 MiB).
    """
    budget = max(WORK_FLOOR, WORK_FACTOR * len(content))
    seen = {hash(content)}
    level = [Reading("plain", content)]
    for depth in range(MAX_DEPTH + 1):
        following: list[Reading] = []
        for reading in level:
            yield reading
            for derived in _derived(reading) if depth < MAX_DEPTH else ():
                if len(derived.content) >= 7 and hash(derived.content) not in seen:
                    budget -= len(derived.content)
                    if budget < 0:
                        raise WorkBoundError
                    seen.add(hash(derived.content))
                    following.append(derived)
        level = following


def _derived(reading: Reading) -> Iterator[Reading]:
    content = reading.content
    if b"\\" in content:
        yield Reading("backslash-escaped", ESCAPE.sub(_unescape, content))
    if b"\x1b[" in content:
        yield Reading("coloured", COLOUR.sub(b"", content))
    if PERCENT.search(content):
        yield Reading("percent-encoded", unquote_to_bytes(content))
    if ENTITY.search(content):
        yield Reading("html-escaped", _from_text(html.unescape(_to_text(content))))
    if reading.form != "utf-16" and _looks_wide(content):
        yield from _utf16(content)
    if not content.isascii():
        yield Reading("unicode-variant", _from_text(plain_characters(_to_text(content))))
    if decoded := GAP.join(_base64(content)):
        yield Reading("base64", decoded)
    if decoded := GAP.join(_hex(content)):
        yield Reading("hex", decoded)
    if GZIP_MAGIC in content:
        yield Reading("gzip", GAP.join(_gzip(content)))


def plain_characters(text: str) -> str:
    """Return the text in compatibility form (NFKC), with ASCII digits for every script and no format characters."""
    return "".join(_plain(c) for c in unicodedata.normalize("NFKC", text))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return {"Cf": "", "Zs": " ", "Pd": "-"}.get(unicodedata.category(character), character)


def _to_text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def _from_text(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _unescape(match: re.Match[bytes]) -> bytes:
    high, low, unit, byte, octal, short = match.groups()
    if high:
        point = 0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)
        return chr(point).encode("utf-8", "replace")
    if unit:
        return chr(int(unit, 16)).encode("utf-8", "replace")
    if byte:
        return bytes([int(byte, 16)])
    if octal:
        return bytes([int(octal, 8)])
    return SHORT_ESCAPES.get(short, short)


def _looks_wide(content: bytes) -> bool:
    nulls = content.count(b"\0")
    return content[:2] in UTF16_MARKS or bool(nulls and (4 * nulls >= len(content) or WIDE_RUN.search(content)))


def _utf16(content: bytes) -> Iterator[Reading]:
    yield Reading("utf-16", GAP.join(run.replace(b"\0", b"") for run in WIDE_RUN.findall(content)))
    for codec in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield Reading("utf-16", content[start:].decode(codec, "ignore").encode("utf-8", "ignore"))


def _telling(decoded: bytes) -> Iterator[bytes]:
    if GZIP_MAGIC in decoded or _looks_wide(decoded):
        yield decoded
    else:
        yield from (match[0] for match in TEXT_RUN.finditer(decoded))


def _base64(content: bytes) -> Iterator[bytes]:
    tokens = [match[0] for match in BASE64.finditer(content)]
    if b"\n" in content:
        tokens += [b"".join(match[0].split()) for match in WRAPPED.finditer(content) if b"\n" in match[0]]
    # From each of four starts: what stands before the value may be glued to it.
    for start in range(4):
        yield from _decoded_together([token[start:] for token in tokens if len(token) - start >= 8])


def _decoded_together(tokens: list[bytes]) -> Iterator[bytes]:
    """Decode many tokens in one call, with bytes between and behind them that are neither text nor zero."""
    joined = FILL.join(token + FILL[: -len(token) % 4] for token in tokens).translate(STANDARD_ALPHABET)
    decoded = binascii.a2b_base64(joined)
    yield from (match[0] for match in TEXT_RUN.finditer(decoded))
    if b"\0" in decoded or GZIP_MAGIC in decoded or any(mark in decoded for mark in UTF16_MARKS):
        for one in decoded.split(DECODED_FILL):
            if GZIP_MAGIC in one or _looks_wide(one):
                yield one


def _hex(content: bytes) -> Iterator[bytes]:
    for match in HEX.finditer(content):
        for start in (0, 1):
            digits = match[0][start:]
            yield from _telling(binascii.unhexlify(digits[: len(digits) // 2 * 2]))
    for match in SPACED_HEX.finditer(content):
        yield from _telling(binascii.unhexlify(re.sub(rb"[ :-]", b"", match[0])))


def _gzip(content: bytes) -> Iterator[bytes]:
    start = content.find(GZIP_MAGIC)
    while start >= 0:
        inflater = zlib.decompressobj(wbits=31)
        try:
            yield inflater.decompress(content[start:], MAX_INFLATED)
        except zlib.error:
            yield b""
        if inflater.unconsumed_tail:
            raise WorkBoundError
        start = content.find(GZIP_MAGIC, start + 3)
