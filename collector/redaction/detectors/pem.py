"""Private keys in PEM armour, whole, also escaped, prefixed by a log or without an end; in base64 without armour."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options, Ranges
from collector.redaction.detectors import _der

_BEGIN = compiled(
    r"-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----|-----BEGIN OpenVPN [\w \-]{1,40}key V\d-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|PuTTY-User-Key-File-\d:|(?<![^\n])Private-Lines: \d{1,4}(?=\r?\n)"
)
_END = compiled(
    r"-----END[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----|-----END OpenVPN [\w \-]{1,40}key V\d-----|---- END SSH2 ENCRYPTED PRIVATE KEY ----|Private-MAC: [0-9a-f]{8,}"
)
_LONGEST_END = 100
_CLOSES = compiled(r"-----END[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----")
# A line that ends in armour, behind whatever a log puts before it.
_ABOVE = compiled(r"(?:[^\n]{0,200}[^\nA-Za-z0-9+/=])?(?P<run>[A-Za-z0-9+/=]{4,200})[ \t\r]*\n")
# A line of armour, whatever a log puts before it.
_BODY = compiled(r"[^\n]{0,200}?[A-Za-z0-9+/=\\]{16,}[^\n]{0,40}(?:\n|$)")
_HEADER = compiled(
    r"[^\n]{0,200}?(?:Proc-Type|DEK-Info|Version|Comment|Encryption|Public-Lines|Private-Lines):[^\n]{0,200}\n|[ \t]{0,80}\r?\n"
)
_ON_ONE_LINE = compiled(r"[A-Za-z0-9+/=\\]*+")
_ONE = "[A-Za-z0-9+/=]"
_RUN = compiled(rf"(?<!{_ONE}){_ONE}++")
# The checksum of OpenPGP (RFC 9580, 6.1) and the end.
_LAST = compiled(rf"(?:[^\n]{{0,200}}?=[A-Za-z0-9+/]{{4}}[^\n]{{0,40}}\n)?[^\n]{{0,200}}?(?:{_END.pattern})")
# Lines of JSON are read with a line for every value, and borders between them.
_JSON_NAME = compiled(r"\"[^\n]{0,200}\": \"")
_BETWEEN = r"(?=(?:[^\n\0]{0,300}\n){1,40}\0\n)(?:[^\n]{0,300}\n){1,80}?"
MAX_LENGTH = 32 * 1024
"""Characters in which a key's lines may be anything before its end; further on they are as wide as the first."""
MIN_WIDTH = 32
_LAST_LINES = 2
"""A shorter line and a checksum may end what is of one width."""


class _Key(NamedTuple):
    begin: re.Match[str]
    body: int
    """Where its last line of armour ends."""
    end: int


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every private key from its first line to its last, or to where its lines stop."""
    for begin, body, end in _private_keys(text, [(0, len(text))]):
        if end - begin.end() >= 48 or re.search(r"[A-Za-z0-9+/]{8}", text[begin.end() : body]):
            for first, last in _pieces(text, begin.start(), end):
                yield Hit(first, last, text[first:last])


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a key: one, or one in every line of JSON, after the same name."""
    line = text.rfind("\n", 0, start) + 1
    name = text[line:start]
    if "\n\0\n" in text[start:end] and _JSON_NAME.fullmatch(name):
        values = re.compile(rf"^{re.escape(name)}([^\n]+)", re.MULTILINE)
        yield from (value.span(1) for value in values.finditer(text, line, end))
    else:
        yield start, end


def _private_keys(text: str, ranges: Ranges) -> Iterator[_Key]:
    """Yield the keys that begin in the ranges; an end is looked for once, however many begin before it."""
    done = searched = 0
    end: re.Match[str] | None = None
    for first, last in ranges:
        for begin in _BEGIN.finditer(text, first, last):
            if begin.start() < done:
                continue
            if end is None or end.start() < begin.end():
                end = _END.search(text, max(begin.end(), searched - _LONGEST_END), begin.end() + MAX_LENGTH)
                searched = end.end() if end else begin.end() + MAX_LENGTH
            if end and end.end() <= begin.end() + MAX_LENGTH:
                key = _Key(begin, end.start(), end.end())
            else:
                key = _Key(begin, *_stops(text, begin))
            done = key.end
            yield key


def _around(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those that the keys beginning on them go on to."""
    rest = [(key.begin.end(), key.end) for key in _private_keys(text, lines)]
    return [*lines, *((text.rfind("\n", 0, begin) + 1, text.find("\n", end) + 1 or len(text)) for begin, end in rest)]


def _stops(text: str, begin: re.Match[str]) -> tuple[int, int]:
    """Return where the armour of a key ends whose end is not near, and where the key does."""
    position = begin.end()
    first = text.find("\n", position, position + MAX_LENGTH) + 1
    stop = _lines(text, first, _name(text, begin.start())) if first else _on_one_line(text, position + MAX_LENGTH)
    last = _LAST.match(text, stop)
    # The line break stays: what follows is a line of its own.
    stop -= text[stop - 1 : stop].count("\n")
    return (stop, last.end()) if last else (stop, stop)


def _on_one_line(text: str, position: int) -> int:
    rest = _ON_ONE_LINE.match(text, position)
    return rest.end() if rest else len(text)


def _name(text: str, start: int) -> str:
    """Return the name of the value in a line of JSON that a key begins, or nothing."""
    name = text[text.rfind("\n", 0, start) + 1 : start]
    return name if _JSON_NAME.fullmatch(name) else ""


def _lines(text: str, position: int, name: str) -> int:
    """Return where the lines of a key stop: near its beginning any that may be its own, then those of one width."""
    limit = min(len(text), position + MAX_LENGTH)
    full = _of_width(f"{{{MIN_WIDTH},200}}", name)
    armour = None
    while position < len(text):
        line = full.match(text, position) or (
            (_BODY.match(text, position) or _HEADER.match(text, position)) if position < limit else None
        )
        if not line or line.end() == position:
            break
        if "run" in line.re.groupindex:
            full = full if armour else _of_width(f"{{{len(line['run'])}}}", name)
            armour = line
        position = line.end()
    return _shorter(text, position, armour) if armour and position >= limit else position


def _of_width(times: str, name: str) -> re.Pattern[str]:
    between = rf"(?:|{_BETWEEN}(?={re.escape(name)}))" if name else ""
    return re.compile(rf"{between}[^\n]{{0,200}}?{_armour(f'(?P<run>{_ONE}{times})')}[^\n]{{0,200}}(?:\n|$)")


def _shorter(text: str, position: int, armour: re.Match[str]) -> int:
    """Return where a line ends that has less armour in the place where the one before it has it."""
    start = text.rfind("\n", 0, armour.start("run")) + 1
    before, after = armour.start("run") - start, armour.end() - armour.end("run")
    line = re.compile(rf"[^\n]{{{before}}}{_armour(f'{_ONE}+')}[^\n]{{0,{after}}}(?:\n|$)").match(text, position)
    return line.end() if line else position


def _armour(run: str) -> str:
    return rf"(?<!{_ONE}){run}(?!{_ONE})"


def may_go_on(tail: str) -> bool:
    """Tell whether the last lines of a text may be those of a key that begins further up."""
    lines = tail.split("\n")[1:-1]
    if not lines:
        return _ON_ONE_LINE.fullmatch(tail) is not None
    runs = (max(map(len, _RUN.findall(line)), default=0) for line in lines[: -_LAST_LINES or None])
    width = next(runs, 0)
    return width >= 16 and all(run == width for run in runs)


def begin_before(text: str) -> str:
    """Return the first line of a key that goes on to the end of the text, or nothing."""
    end = len(text) - text[-1:].count("\n")
    for key in _private_keys(text, [(0, len(text))]):
        if key.end >= end and key.end == key.body:
            return f"{key.begin.group()}\n"
    return ""


def _cut_off(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the last lines of keys whose first are missing, as what is left of a file has them."""
    for end in _CLOSES.finditer(text):
        start = _armour_above(text, end.start())
        if start < end.start():
            yield Hit(start, end.end(), text[start : end.end()])


def _with_above(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the armour above those that keys end on."""
    return [
        (text.rfind("\n", 0, min(first, _armour_above(text, end.start()))) + 1, last)
        for first, last, end in _closing(text, lines)
    ]


def _closing(text: str, lines: Ranges) -> Iterator[tuple[int, int, re.Match[str]]]:
    for first, last in lines:
        end = _CLOSES.search(text, first, last)
        if end:
            yield first, last, end


def _armour_above(text: str, place: int) -> int:
    """Return where the lines of armour above a line begin; the place itself where none or the key's first line is."""
    line = first = text.rfind("\n", 0, place) + 1
    start, full = place, False
    while first > max(0, line - MAX_LENGTH):
        above = text.rfind("\n", 0, first - 1) + 1
        armour = _ABOVE.fullmatch(text, above, first)
        if not armour or (first < line and len(armour["run"]) < MIN_WIDTH):
            break
        full, first, start = full or len(armour["run"]) >= MIN_WIDTH, above, armour.start("run")
    begins = _BEGIN.search(text, text.rfind("\n", 0, max(0, first - 1)) + 1, first)
    return start if full and not begins else place


DETECTOR = Detector(
    name="pem",
    kind="secret",
    mark="secret",
    forms=(Form(lambda _: (_BEGIN,), find, _around), Form(lambda _: (_CLOSES,), _cut_off, _with_above), _der.FORM),
    examples=(
        Example(
            "-----BEGIN PRIVATE KEY-----\nTUlJRXZRSUJBREFOQmdrcWhraUc5dzBCQVFFRg==\n-----END PRIVATE KEY-----\n",
            ("TUlJRXZR",),
        ),
        Example("key: -----BEGIN RSA PRIVATE KEY-----\nTUlJRXZRSUJBREFOQmdrcWhraUc5\nnext line", ("TUlJRXZR",)),
        Example("a | -----BEGIN EC PRIVATE KEY-----\na | TUlJRXZRSUJBREFOQmdrcWhraUc5\na | tulips", ("TUlJRXZR",)),
        Example("Private-Lines: 1\nTUlJRXZRSUJBREFOQmdrcWhraUc5\nPrivate-MAC: 9c1f0a7be2d3\n", ("TUlJRXZR",)),
        Example("-----BEGIN OpenVPN Static key V1-----\n9c1f0a7be2d34856a1907cde44f0b812\n", ("9c1f0a7b",)),
        Example("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk\nTUlJ\n-----END PRIVATE KEY-----\n", ("MDEyMzQ1",)),
        Example(
            "key: MIIBOgIBAAJBALq7Zr8Tq0bLmYw3VukZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr\n  8Tq0bLmYw3Vu\n", ("Zr8Tq0b",)
        ),
        Example("-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----"),
        Example("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"),
    ),
)
