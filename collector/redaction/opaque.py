"""Tokens whose decoded content may hold something sensitive: base64, base64url, hex, gzip inside."""

from __future__ import annotations

import base64
import binascii
import unicodedata
import zlib
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.views import BORDER

# Characters that stand for themselves; eight of them in a row are seldom there by chance.
_TEXT_RUN = compiled("[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffd]{8,}")
MOST_INFLATED = 1024 * 1024
LEAST_INFLATED, INFLATED_TIMES = 16 * 1024, 64
"""What one token may unfold to: so many times its size, within these bounds."""
MOST_MEMBERS = 16
"""Compressed texts in one token, one behind the other."""
TOO_MUCH = "\0"
"""The content of a token that unfolds to more: nobody looks at it, so it goes."""
_RUN = compiled(r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{16,}={0,2}")
_HEX = compiled(r"(?i)(?:0?x)?((?:[0-9a-f]{2}){8,})")
# The same over lines, as `base64` and mail write it (possessive: linear); bytes as dumps write them.
_ONE = r"[A-Za-z0-9+/_\-]"
_BREAK = r"[ \t]{0,8}+\r?\n[ \t]{0,40}+"
_ENDS = r"(?:[ \t]{0,8}(?:[\r\n]|$)|[\"'<])"
_WRAPPED = compiled(
    rf"(?<!{_ONE}){_ONE}{{16,512}}+(?:{_BREAK}{_ONE}{{16,512}}+(?=={{0,2}}{_ENDS})){{0,4096}}+"
    rf"(?:(?P<tail>{_BREAK}{_ONE}{{1,512}}+(?:={{1,2}}+(?=[ \t\r\n\"'<]|$)|(?={_ENDS})))|={{0,2}}+(?={_ENDS}))"
)
_SPACED_HEX = compiled(
    r"(?<![0-9A-Za-z])(?:0[xX])?[0-9A-Fa-f]{2}(?P<by>[ :\-]|,?[ ]?0[xX])(?:[0-9A-Fa-f]{2}(?P=by)){6,4096}"
    r"[0-9A-Fa-f]{2}(?![0-9A-Fa-f])"
)
# Four characters are three bytes; these are the characters that the four can be when the bytes are ASCII.
_FOUR = r"[A-Za-f][A-HQ-Xg-nw-z0-3][ABEFIJMNQRUVYZcdghklopstwx014589][A-Za-z0-9+/_\-]"
# The same of bytes that are UTF-8: two characters of three bytes each, three of two.
_FURTHER = r"[IJKLYZabopqr4-7]"
_THREE_BYTES = rf"[4-7]{_FURTHER}[CGKOSWaeimquy26+\-]{_ONE}"
_TWO_BYTES = rf"[w-z0-3]{_FURTHER}[DHLPTXbfjnrvz37/_][A-Za-f][g-v][w-z0-3]{_FURTHER}{_ONE}"
_BASE64 = (
    rf"(?:{_THREE_BYTES}{_THREE_BYTES}|{_TWO_BYTES}|{_FOUR}(?:{_FOUR}|{_ONE}{{4}}{_FOUR})|{_ONE}{{4}}{_FOUR}{_FOUR}"
    r"|H4sI|e[AJN]|//4|/v8)"
)
_HEXED_CHARACTER = (
    r"(?:[0-7][0-9a-fA-F]|[cCdD][0-9a-fA-F][89abAB][0-9a-fA-F]|[eE][0-9a-fA-F](?:[89abAB][0-9a-fA-F]){2})"
)
_HEXED = (
    rf"(?:0?[xX])?(?:{_HEXED_CHARACTER}{{4}}|1[fF]8[bB]|78(?:9[cC]|01|[dD][aA])"
    r"|(?:[eE][0-9a-fA-F](?:[89abAB][0-9a-fA-F]){2}){2}|(?:[cCdD][0-9a-fA-F][89abAB][0-9a-fA-F]){3}"
    r"|[fF][fF][fF][eE]|[fF][eE][fF][fF])"
)
HEADS = (
    rf"(?:^|[^A-Za-z0-9+_\-]){_BASE64}{_ONE}{{3}}",
    rf"(?:^|[^A-Za-z0-9+/_\-]){_HEXED}[0-9a-fA-F]{{8}}",
    *(
        rf"(?:^|[^0-9A-Fa-f])(?:[0-9A-Fa-f]{{2}}{between}){{7}}[0-9A-Fa-f]{{2}}"
        for between in (" ", ":", r"\-", " 0[xX]", ",0[xX]", ", 0[xX]")
    ),
)
"""On every line where a token may begin that encodes a text: some of its first bytes are ASCII, or it is compressed."""
_LIKELY = compiled(rf"{_BASE64}|{_HEXED}")
_PART = compiled(r"[A-Za-z0-9+_\-]{16,}={0,2}")
_SHORT_RUN = compiled(r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{11,15}(?![A-Za-z0-9+/_\-])={0,2}")


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, content) of every token that decodes to readable text."""
    for match in _RUN.finditer(text):
        content = readable(match.group())
        if content is not None:
            yield match.start(), match.end(), content
        elif "/" in match.group():
            for part in _PART.finditer(text, match.start(), match.end()):
                content = readable(part.group())
                if content is not None:
                    yield part.start(), part.end(), content

    yield from _spread(text)


def _spread(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the tokens that stand over several lines or in pairs of digits."""
    if "\n" in text:
        for match in _WRAPPED.finditer(text):
            end, lines = match.end(), match.group().split()
            if match["tail"] and not _is_one_token(lines):
                # The next word, not the rest of the token.
                end, lines = match.start("tail"), lines[:-1]
            content = readable("".join(lines)) if len(lines) > 1 and _is_one_token(lines) else None
            if content is not None:
                yield match.start(), end, content
    for match in _SPACED_HEX.finditer(text):
        digits = match.group().replace(match["by"], "")
        content = _text(bytes.fromhex(digits.removeprefix("0x").removeprefix("0X")))
        if content is not None:
            yield match.start(), match.end(), content


def _is_one_token(lines: list[str]) -> bool:
    """Tell whether the lines are as a wrapped token's: of one length, then the rest; not a token and the next word."""
    width = len(lines[0])
    return (
        all(len(line) == width for line in lines[:-1])
        and len(lines[-1]) <= width
        and sum(map(len, lines)) % 4 == 0
        and (width % 4 == 0 or len(lines) > 2)
    )


_TOKEN_LINE = compiled(
    rf"[ \t]{{0,40}}{_ONE}{{1,512}}={{0,2}}(?:[ \t]{{0,8}}\r?(?:\n|$)|(?:[\"'<]|(?<==)[ \t])[^\n]*\n?)"
)


def around(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines with those below that may be the rest of a token."""
    found: list[tuple[int, int]] = []
    for start, end in lines:
        if found and end <= found[-1][1]:
            continue
        while line := _TOKEN_LINE.match(text, end) if end < len(text) else None:
            end = line.end()  # noqa: PLW2901
        found.append((start, end))
    return found


def short_tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the tokens too short to be looked into but for a value that is known."""
    for match in _SHORT_RUN.finditer(text):
        content = readable(match.group())
        if content is not None:
            yield match.start(), match.end(), content


def readable(token: str) -> str | None:
    """Return the text a token encodes, or None where it encodes none."""
    if not _LIKELY.match(token):
        return None
    hexed = _HEX.fullmatch(token)
    if hexed:
        return _text(bytes.fromhex(hexed.group(1)))
    plain = token.rstrip("=").replace("-", "+").replace("_", "/")
    return _text(_bytes(plain[: len(plain) - (len(plain) % 4 == 1)]))


def _bytes(plain: str) -> bytes:
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _text(raw: bytes) -> str | None:
    if len(raw) < 8:
        return None
    if raw[:2] == b"\x1f\x8b" or raw[:2] in (b"\x78\x9c", b"\x78\x01", b"\x78\xda"):
        return _inflated(raw)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _printable(raw.decode("utf-16", "replace"))
    for order, zeros in (("utf-16-le", raw[1::2].count(0)), ("utf-16-be", raw[::2].count(0))):
        if zeros * 4 > len(raw):
            return _printable(raw.decode(order, "replace"))
    text = raw.decode("utf-8", "replace")
    # A token is often cut in the middle of its last character.
    return _printable(text[:-1] if text[-1] == "\ufffd" else text) or _texts_among_bytes(text)


def _texts_among_bytes(text: str) -> str | None:
    """Return what can be read in messages of Protocol Buffers, packets, other encodings: runs that are no chance."""
    return BORDER.join(f"{run}\n" for run in _TEXT_RUN.findall(text)) or None


def _inflated(raw: bytes) -> str | None:
    """Return what a compressed text says, with those that stand behind it."""
    most = min(MOST_INFLATED, max(LEAST_INFLATED, INFLATED_TIMES * len(raw)))
    inflated, rest = b"", raw
    for _ in range(MOST_MEMBERS):
        inflater = zlib.decompressobj(47)
        try:
            inflated += inflater.decompress(rest, most + 1 - len(inflated))
        except zlib.error:
            return None if rest is raw else _of_bytes(inflated)
        if len(inflated) > most:
            return TOO_MUCH
        rest = inflater.unused_data
        if not rest:
            return _of_bytes(inflated)
    return TOO_MUCH


def _of_bytes(inflated: bytes) -> str:
    return inflated.decode("utf-8", "replace") or " "


def _printable(text: str) -> str | None:
    if not text:
        return None
    odd = sum(not (c.isprintable() or c in "\t\r\n\x1b" or _is_invisible(c)) or c == "\ufffd" for c in text[:4096])
    return text if odd * 20 <= min(len(text), 4096) else None


def _is_invisible(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character) == "Cf"
