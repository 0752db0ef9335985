"""Readings of a text a detector cannot see by itself: other scripts' digits, invisible characters, escapes."""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from collector.compiled import compiled
from collector.redaction import byte_values, prefixed_lines, quoted_printable
from collector.redaction.detector import Ranges
from collector.redaction.views import View, ViewBuilder

MAX_DEPTH = 4

_NON_ASCII = compiled(r"[^\x00-\x7f]")
_ESCAPE = compiled(
    r"(?P<json>\\u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|\\u\{[0-9a-fA-F]{1,6}\}|\\U[0-9a-fA-F]{8}"
    r"|\\N\{[A-Z][A-Z0-9 \-]{1,80}\}|\\[!-/:-@\[-`{-~bfnrt]|(?<=[^\s\\])\\[ ](?=\S))"
    r"|(?P<bytes>\\x[cCdD][0-9a-fA-F]\\x[89abAB][0-9a-fA-F]|\\x[eE][0-9a-fA-F](?:\\x[89abAB][0-9a-fA-F]){2}"
    r"|\\x[fF][0-4](?:\\x[89abAB][0-9a-fA-F]){3}|\\3[0-3][0-7]\\2[0-7]{2}|\\34[0-7](?:\\2[0-7]{2}){2}"
    r"|\\35[0-7](?:\\2[0-7]{2}){2}|\\36[0-4](?:\\2[0-7]{2}){3}|\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2})"
    r"|(?P<percent>%u[0-9a-fA-F]{4}(?:%u[dD][c-fC-F][0-9a-fA-F]{2})?|%[0-7][0-9A-Fa-f]|%[CcDd][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}|%[Ff][0-4](?:%[89ABab][0-9A-Fa-f]){3})"
    r"|(?P<entity>&(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?"
    r"|[A-Za-z][A-Za-z0-9]{1,24};))"
)
# One that begins with a wide character, or breaks off at one that is no ASCII.
_HIDDEN_ESCAPE = compiled(
    "[\uff05\uff06\uff3c]|(?:%(?:[0-9A-Fa-f]?|u[0-9A-Fa-f]{0,3})|\\\\(?:[xuU]\\{?[0-9A-Fa-f]{0,3}|[0-3]?[0-7]?)"
    "|&(?:#[xX]?[0-9A-Fa-f]{0,6}|[a-z]{0,6}))[^\\x00-\\x7f]"
)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
# Colours as loggers write them (ECMA-48, 8.3.117).
_COLOUR = compiled(r"\x1b\[[0-9;:]{0,32}[A-Za-z]")


class _Normal(dict[str, str]):
    """Maps a character to the one a detector looks for."""

    def __missing__(self, char: str) -> str:
        self[char] = normal = _normal(char)
        return normal


# A minus; dots at half height, as some write numbers.
_MARKS = {"\u2212": "-"} | dict.fromkeys("\u00b7\u2022\u2027\u2219\u30fb", ".")


# Bytes that are no UTF-8 are most likely of a file in Windows-1252.
_NO_UTF8 = {chr(0xDC00 + byte): bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def _normal(char: str) -> str:
    char = _NO_UTF8.get(char, char)
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or char in _MARKS:
        return _MARKS.get(char, "-")
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return char


_NORMAL = _Normal()


HEADS = (
    r"\\(?:u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F])|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|N\{|[0-3][0-7]{2}|[!-/:-@\[-`{-~bfrt])",
    r"[^\s\\]\\ \S",
    r"\\n[^\"\\\n]",
    # At the end of a string or of a line it ends what is looked for. Objects that are lines of JSON are read as such.
    r"\\n[ \t\r]*$",
    r"[^{\[,\n]\{ ?\"[^\n]*\\n\"",
    r"(?:[=(]|[^:,\n] )\"[^\"\n]*\\n\"",
    r"%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})",
    r"&(?:#[0-9xX]|[A-Za-z][A-Za-z0-9]{1,24};)",
    r"\x1b\[",
    *byte_values.HEADS,
    *quoted_printable.HEADS,
    *prefixed_lines.HEADS,
)
"""On every line that reads otherwise when it is decoded."""
_NON_ASCII_LINE = compiled(r"^[\x00-\x09\x0b-\x7f]*+[^\x00-\x7f][^\n]*\n?", re.MULTILINE)


def non_ascii_lines(text: str) -> list[tuple[int, int]]:
    """Return the lines with a character that is not ASCII."""
    return [] if text.isascii() else [match.span() for match in _NON_ASCII_LINE.finditer(text)]


def around(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those of a dump or a mail that goes on behind them."""
    found: Ranges = []
    for start, end in lines:
        if not found or end > found[-1][1]:
            found.append((start, quoted_printable.around(text, byte_values.around(text, end))))
    return found


def views(first: View) -> Iterator[View]:
    """Yield the view itself and every further reading of its lines, at most four decodings deep."""
    yield first
    frontier = [first]
    seen: set[str] = set()
    for _ in range(MAX_DEPTH):
        decoded: list[View] = []
        for view in frontier:
            normal = _normal_view(view)
            if normal:
                yield normal
            decoded.extend(_decoded(view))
            if normal and _HIDDEN_ESCAPE.search(view.text):
                decoded.extend(_decoded(normal))
        decoded = _unlike_those_seen(decoded, seen)
        yield from decoded
        frontier = decoded
    for view in frontier:
        if normal := _normal_view(view):
            yield normal


def _unlike_those_seen(decoded: list[View], seen: set[str]) -> list[View]:
    """Return the readings that say what none before them did."""
    new = {view.text: view for view in reversed(decoded) if view.text not in seen}
    seen.update(new)
    return list(new.values())[::-1]


def _normal_view(view: View) -> View | None:
    return None if view.text.isascii() else _rewritten(view, _NON_ASCII, _normalised)


def _decoded(view: View) -> Iterator[View]:
    if "\x1b" in view.text and (colourless := _rewritten(view, _COLOUR, lambda _: "")):
        yield colourless
    if "\\" in view.text or "%" in view.text or "&" in view.text:
        decoded = _rewritten(view, _ESCAPE, _unescaped)
        if decoded:
            yield decoded
    for reading in (byte_values.reading, quoted_printable.reading, prefixed_lines.reading):
        if read := reading(view):
            yield read


_TOKEN = compiled(r"[^\s\"'<>]+")
_STILL = compiled(r"%[0-9A-Fa-f]{2}|&#?[0-9A-Za-z]{2,8};|\\u[0-9a-fA-F]{4}")


def undecoded(view: View) -> Iterator[tuple[int, int]]:
    """Yield the tokens of a reading at the last depth that are encoded still: nobody has seen what they hold."""
    if view.depth >= MAX_DEPTH:
        yield from (token.span() for token in _TOKEN.finditer(view.text) if _STILL.search(view.text, *token.span()))


def _normalised(match: re.Match[str]) -> str:
    return _NORMAL[match.group()]


def _unescaped(match: re.Match[str]) -> str:
    token = match.group()
    if match.lastgroup == "bytes":
        return _character(token)
    if match.lastgroup == "percent":
        if token[1] == "u":
            return unescape_json(token.replace("%", "\\"))
        # What is no UTF-8 is no escape: `%DB_PASSWORD%` is a variable.
        decoded = unquote(token, errors="replace")
        return token if "\ufffd" in decoded else decoded
    if match.lastgroup == "entity":
        return html.unescape({"&hyphen;": "-", "&dash;": "-"}.get(token, token))
    return unescape_json(token)


def unescape_json(token: str) -> str:
    r"""Return what an escape stands for: `\n`, `\u002b`, two surrogates, `\u{2b}`, `\N{PLUS SIGN}`, a shell's `\-`."""
    if token[1] == "N":
        return _named(token[3:-1]) or token
    if token[1] in "uU":
        units = [int(unit, 16) for unit in re.findall(r"\\[uU]\{?([0-9a-fA-F]+)", token)]
        if len(units) == 2 and 0xD800 <= units[0] <= 0xDBFF:
            return chr(0x10000 + ((units[0] - 0xD800) << 10) + units[1] - 0xDC00)
        return "".join(chr(unit) if unit <= sys.maxunicode else "\ufffd" for unit in units)
    return _SHORT.get(token[1], token[1])


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return ""


def _character(token: str) -> str:
    r"""Return what escaped bytes stand for: `\x2b`, a dump's `\053`, the two bytes or more of a character in UTF-8."""
    hexed = token[1] == "x"
    raw = bytes(int(one, 16 if hexed else 8) for one in re.findall(r"[0-9a-fA-F]{2}" if hexed else "[0-7]{3}", token))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _rewritten(view: View, pattern: re.Pattern[str], rewrite: Callable[[re.Match[str]], str]) -> View | None:
    """Return a view of the lines in which the pattern changes something, or None."""
    text = view.text
    builder = ViewBuilder(view, depth=view.depth + 1)
    done = line_end = 0
    for match in pattern.finditer(text):
        new = rewrite(match)
        if new == match.group():
            continue
        start, end = match.span()
        if start >= line_end:
            builder.copied(text[done:line_end], done)
            done = max(line_end, text.rfind("\n", line_end, start) + 1)
            line_end = text.find("\n", end) + 1 or len(text)
        builder.copied(text[done:start], done)
        builder.replaced(new, start, end)
        done = end
    builder.copied(text[done:line_end], done)
    return builder.view() if line_end else None
