"""Every reading of some bytes in which a value could still be read: unescaped, decoded, decompressed.

Part of the sealed search: written for it alone, so that a mistake in the redactor's decoding is not repeated here.
"""

from __future__ import annotations

import binascii
import html
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

MAX_DEPTH = 4
# Of all readings together: a multiple of what is read, with room for small members.
WORK_FACTOR = 24
WORK_FLOOR = 4 * 1024 * 1024
MAX_INFLATED = 16 * 1024 * 1024
INFLATED_AT_ONCE = 1024
# Between decoded tokens, and between lines that stand apart, so that two of them never make up a value together.
GAP, LINE_GAP = b"\n\xff\n", b"\n\x01\n"
TEXT_GAP = GAP.decode("utf-8", "surrogateescape")

# A line break at the end of a string, as loggers write every line, changes nothing but where the line ends.
ESCAPED = re.compile(rb"\\(?!n[\"'](?:[,}\])\s]|\Z))[ !-/:-@\[-`{-~bfnrtuxUN0-3]")
ESCAPE = re.compile(
    rb"\\u[dD]([89abAB][0-9a-fA-F]{2})\\u[dD]([c-fC-F][0-9a-fA-F]{2})"
    rb"|\\u([0-9a-fA-F]{4})|\\(?:u\{|U00)((?:10|0?[0-9a-fA-F])?[0-9a-fA-F]{1,4})\}?|\\x([0-9a-fA-F]{2})"
    rb"|\\([0-3][0-7]{2})|\\N\{([A-Z][A-Z0-9 -]{1,80})\}|\\([ !-/:-@\[-`{-~bfnrt])"
)
SHORT_ESCAPES = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}
COLOUR = re.compile(rb"\x1b\[[0-9;:]{0,32}[A-Za-z]")
PERCENT = re.compile(rb"%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")
PERCENT_UNIT = re.compile(rb"%u([dD][89abAB][0-9A-Fa-f]{2})%u([dD][c-fC-F][0-9A-Fa-f]{2})|%u([0-9A-Fa-f]{4})")
QUOTED = re.compile(rb"=(?:3D|\r?\n|[C-E][0-9A-F]=[89AB][0-9A-F])")
QUOTED_PRINTABLE = re.compile(rb"=(?:([0-9A-F]{2})|\r?\n)")
ENTITY = re.compile(rb"&(?:#|[A-Za-z])")
ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"
SHORTEST_BASE64, SHORTEST_HEX = 11, 16
# Possessive: a run that is not followed by a line break must not be tried again from each of its characters.
WRAPPED = re.compile(
    rb"[A-Za-z0-9+/_-]{16,}+(?:[ \t]*+\r?\n[ \t]*+[A-Za-z0-9+/_-]{16,}+){0,65536}+"
    rb"(?:[ \t]*+\r?\n[ \t]*+[A-Za-z0-9+/_-]{1,}+)?+"
)
TOKEN_LINE = re.compile(rb"[ \t]*+[A-Za-z0-9+/_-]++={0,2}[ \t]*+\r?(?:\n|\Z)")
SPACED_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}[ :-]){7,}[0-9A-Fa-f]{2}")
# Characters of a kind are made one byte each, and patterns begin with a literal: so is searched quickest where any
# such run can be.
RUNS = bytes(0x62 if byte in ALPHABET else 0x2E for byte in range(256))
RUN = re.compile(b"b" * SHORTEST_BASE64 + b"b*+")
WRAPS = bytes(0x62 if byte in ALPHABET else byte if byte in b" \t\r\n" else 0x2E for byte in range(256))
WRAP = re.compile(
    rb"\n(?:(?<=b{16}\n)|(?<=b{16}[ \t\r]\n)|(?<=b{16}[ \t\r]{2}\n)|(?<=b{16}[ \t\r]{3}\n)|(?<=[ \t\r]{4}\n))[ \t]*+b"
)
"""Where a token may go on: behind a long run; behind more than three spaces, where one may have ended."""
HEX_RUNS = bytes(0x68 if byte in b"0123456789abcdefABCDEF" else 0x2E for byte in range(256))
HEX_RUN = re.compile(b"h" * SHORTEST_HEX + b"h*+")
PAIRS = bytes(0x68 if byte in b"0123456789abcdefABCDEF" else 0x2D if byte in b" :-" else 0x2E for byte in range(256))
SPACED_PAIRS = b"-".join([b"hh"] * 8)
# Decoded bytes worth a look: enough characters in a row to hold a value. Random bytes seldom have them, and without
# this sieve every word of a log would unfold into noise.
WIDE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00){3,}|(?:\x00[\x20-\x7e]){3,}")
TEXT_RUN = re.compile("[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1a\\x1c-\\x1f\\x7f\ufffd]{6,}|[^\\x00-\\x7f\ufffd]{2,}")
NON_ASCII = re.compile(r"[^\x00-\x7f]+")
GZIP_MAGIC = b"\x1f\x8b\x08"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
FILL, HEX_FILL, DECODED_FILL = b"////", b"ffffff", b"\xff\xff\xff"
# Bytes that are no UTF-8 are most likely of a file in Windows-1252.
NO_UTF8 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
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
    for form, sign, rewritten in ESCAPES:
        if lines := _lines_with(sign, content):
            yield Reading(form, rewritten(lines))
    if reading.form != "utf-16" and _looks_wide(content):
        yield from _utf16(content)
    if not content.isascii():
        text = _to_text(content)
        text = text.translate(NO_UTF8) if reading.form == "plain" else text
        yield Reading("unicode-variant", _from_text(plain_characters(text)))
    if decoded := GAP.join(_base64(content)):
        yield Reading("base64", decoded)
    if decoded := GAP.join(_hex(content)):
        yield Reading("hex", decoded)
    if GZIP_MAGIC in content:
        yield Reading("gzip", GAP.join(_gzip(content)))


def _lines_with(pattern: re.Pattern[bytes], content: bytes) -> bytes:
    """Return the lines on which the pattern matches, which are those that read otherwise; apart where they stand apart.

    A line beside one of them is there, too, and the lines of a token beyond it: a value may go on to them.
    """
    kept: list[bytes] = []
    done = 0
    while match := pattern.search(content, done):
        start = max(done, content.rfind(b"\n", 0, max(0, content.rfind(b"\n", 0, match.start()))) + 1)
        end = content.find(b"\n", (content.find(b"\n", match.end()) + 1) or len(content)) + 1 or len(content)
        while start > done and TOKEN_LINE.fullmatch(content, above := _line_above(content, start), start):
            start = max(done, above)
        while further := TOKEN_LINE.match(content, end):
            end = further.end()
        kept += [LINE_GAP, content[start:end]] if start > done and kept else [content[start:end]]
        done = end
    return b"".join(kept)


def _line_above(content: bytes, start: int) -> int:
    return content.rfind(b"\n", 0, start - 1) + 1


def plain_characters(text: str) -> str:
    """Return the text in compatibility form (NFKC), with ASCII digits for every script and no format characters."""
    return NON_ASCII.sub(lambda match: match[0].translate(_PLAIN), unicodedata.normalize("NFKC", text))


class _Plain(dict[int, str]):
    """Maps a character to its plain one."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain(chr(point))
        return plain


_PLAIN = _Plain()


def _plain(character: str) -> str:
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
    high, low, unit, point, byte, octal, name, short = match.groups()
    if high:
        return _pair(high, low)
    if unit or point:
        return _character(unit or point)
    if byte:
        return bytes([int(byte, 16)])
    if octal:
        return bytes([int(octal, 8)])
    if name:
        return _named(name) or match[0]
    return SHORT_ESCAPES.get(short, short)


def _named(name: bytes) -> bytes:
    try:
        return _from_text(unicodedata.lookup(name.decode()))
    except KeyError:
        return b""


def _percent_unit(match: re.Match[bytes]) -> bytes:
    high, low, unit = match.groups()
    return _pair(high, low) if high else _character(unit)


def _quoted(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)]) if match[1] else b""


ESCAPES: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    ("backslash-escaped", ESCAPED, lambda lines: ESCAPE.sub(_unescape, lines)),
    ("coloured", COLOUR, lambda lines: COLOUR.sub(b"", lines)),
    ("percent-encoded", PERCENT, lambda lines: unquote_to_bytes(PERCENT_UNIT.sub(_percent_unit, lines))),
    ("html-escaped", ENTITY, lambda lines: _from_text(html.unescape(_to_text(lines)))),
    ("quoted-printable", QUOTED, lambda lines: QUOTED_PRINTABLE.sub(_quoted, lines)),
)
"""Ways to escape single characters, each with what says that a line may be written so."""


def _pair(high: bytes, low: bytes) -> bytes:
    return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)).encode()


def _character(digits: bytes) -> bytes:
    return chr(int(digits, 16)).encode("utf-8", "replace")


def _looks_wide(content: bytes) -> bool:
    nulls = content.count(b"\0")
    return content[:2] in UTF16_MARKS or bool(nulls and (4 * nulls >= len(content) or WIDE_RUN.search(content)))


def _utf16(content: bytes) -> Iterator[Reading]:
    yield Reading("utf-16", GAP.join(run.replace(b"\0", b"") for run in WIDE_RUN.findall(content)))
    for codec in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield Reading("utf-16", content[start:].decode(codec, "ignore").encode("utf-8", "ignore"))


def _distinct(run: re.Pattern[bytes], kinds: bytes, content: bytes) -> list[bytes]:
    """Return each of the runs once: logs repeat theirs."""
    spans = map(re.Match.span, run.finditer(content.translate(kinds)))
    return list(dict.fromkeys([content[start:end] for start, end in spans]))


def _base64(content: bytes) -> Iterator[bytes]:
    tokens = _distinct(RUN, RUNS, content)
    tokens += _wrapped(content)
    # Bytes between and behind the tokens that decode to neither text nor zero; every token begins a group of four.
    joined = FILL.join([token + FILL[: -len(token) % 4] for token in tokens]).translate(STANDARD_ALPHABET)
    # From each of four starts: what stands before the value may be glued to it.
    for start in range(4) if joined else ():
        yield from _texts_in(binascii.a2b_base64(joined[start:] + FILL[:start]))


def _wrapped(content: bytes) -> Iterator[bytes]:
    """Yield the tokens that go on over lines."""
    done = 0
    runs = content.translate(WRAPS)
    while wrap := WRAP.search(runs, done):
        line = max(done, runs.rfind(b"\n", done, wrap.start()) + 1)
        last = line + len(runs[line : wrap.start()].rstrip(b" \t\r"))
        start = 1 + max(runs.rfind(other, line, last) for other in (b".", b" ", b"\t", b"\r"))
        match = WRAPPED.match(content, max(start, line))
        if match:
            yield b"".join(match[0].split())
        done = max(match.end() if match else 0, wrap.start() + 1)


def _hex(content: bytes) -> Iterator[bytes]:
    tokens = _distinct(HEX_RUN, HEX_RUNS, content)
    tokens += _spaced_hex(content)
    joined = HEX_FILL.join([token + HEX_FILL[: len(token) % 2] for token in tokens])
    for start in range(2) if joined else ():
        yield from _texts_in(binascii.unhexlify(joined[start:] + HEX_FILL[:start]))


def _spaced_hex(content: bytes) -> Iterator[bytes]:
    pairs = content.translate(PAIRS)
    start = pairs.find(SPACED_PAIRS)
    while start >= 0:
        match = SPACED_HEX.match(content, start)
        assert match  # noqa: S101
        yield re.sub(rb"[ :-]", b"", match[0])
        start = pairs.find(SPACED_PAIRS, match.end())


def _texts_in(decoded: bytes) -> Iterator[bytes]:
    """Yield what can be read in decoded tokens, and every token that holds more than text."""
    if texts := TEXT_GAP.join(TEXT_RUN.findall(decoded.decode("utf-8", "replace"))):
        yield _from_text(texts)
    if GZIP_MAGIC in decoded:
        # What is compressed tells where it ends, and may hold what stands between tokens.
        yield decoded[decoded.index(GZIP_MAGIC) :]
    if b"\0" in decoded or any(mark in decoded for mark in UTF16_MARKS):
        for one in decoded.split(DECODED_FILL):
            if (b"\0" in one or one[:2] in UTF16_MARKS) and _looks_wide(one):
                yield one


def _gzip(content: bytes) -> Iterator[bytes]:
    start = content.find(GZIP_MAGIC)
    while start >= 0:
        yield _inflated(memoryview(content)[start:])
        start = content.find(GZIP_MAGIC, start + 3)


def _inflated(compressed: memoryview) -> bytes:
    """Return what is compressed as far as it can be read: three bytes by chance, or a part of a file, are no bomb."""
    inflater = zlib.decompressobj(wbits=31)
    found: list[bytes] = []
    room = MAX_INFLATED
    for at in range(0, len(compressed), INFLATED_AT_ONCE):
        piece, before = compressed[at : at + INFLATED_AT_ONCE], inflater.copy()
        try:
            found.append(inflater.decompress(piece, room))
        except zlib.error:
            found += _inflated_before_the_error(before, piece)
            break
        room -= len(found[-1])
        if inflater.unconsumed_tail or room <= 0:
            raise WorkBoundError
        if inflater.eof:
            break
    return b"".join(found)


def _inflated_before_the_error(inflater: zlib._Decompress, piece: memoryview) -> Iterator[bytes]:
    for at in range(len(piece)):
        try:
            yield inflater.decompress(piece[at : at + 1], MAX_INFLATED)
        except zlib.error:
            return
