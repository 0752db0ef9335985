"""Private keys in PEM armour, whole, also escaped, prefixed by a log or without an end."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Form, Hit, Options

_BEGIN = re.compile(
    r"-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----|-----BEGIN OpenVPN [\w \-]{1,40}key V\d-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|PuTTY-User-Key-File-\d:"
)
_END = re.compile(
    r"-----END[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----|-----END OpenVPN [\w \-]{1,40}key V\d-----|---- END SSH2 ENCRYPTED PRIVATE KEY ----|Private-MAC: [0-9a-f]{8,}"
)
# A line of armour, whatever a log puts before it.
_BODY = re.compile(r"[^\n]{0,200}?[A-Za-z0-9+/=\\]{16,}[^\n]{0,40}(?:\n|$)")
_HEADER = re.compile(
    r"[^\n]{0,200}?(?:Proc-Type|DEK-Info|Version|Comment|Encryption|Public-Lines|Private-Lines):[^\n]{0,200}\n|[ \t]{0,80}\r?\n"
)
MAX_LENGTH = 32 * 1024


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every private key from its first line to its last, or to where its lines stop."""
    done = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() < done:
            continue
        body, done = _body(text, begin)
        if done - begin.end() < 48 and not re.search(r"[A-Za-z0-9+/]{8}", text[begin.end() : body]):
            continue
        yield Hit(begin.start(), done, text[begin.start() : done])


def _body(text: str, begin: re.Match[str]) -> tuple[int, int]:
    """Return where the key's body ends, and where the key does."""
    end = _END.search(text, begin.end(), begin.end() + MAX_LENGTH)
    if end:
        return end.start(), end.end()
    stop = _stops(text, begin.end())
    return stop, stop


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the lines that the keys beginning in a range stand on."""
    for begin in _BEGIN.finditer(text, start, end):
        end = max(end, text.find("\n", _body(text, begin)[1]) + 1 or len(text))
    return start, end


def _stops(text: str, position: int) -> int:
    rest = text.find("\n", position, position + MAX_LENGTH)
    position = position + MAX_LENGTH if rest < 0 else rest + 1
    limit = min(len(text), position + MAX_LENGTH)
    while position < limit:
        line = _BODY.match(text, position) or _HEADER.match(text, position)
        if not line or line.end() == position:
            break
        position = line.end()
    # The line break stays: what follows is a line of its own.
    position = min(position, len(text))
    return position - text[position - 1 : position].count("\n")


DETECTOR = Detector(
    name="pem",
    kind="secret",
    mark="secret",
    forms=(
        Form(
            heads=lambda _: (_BEGIN,),
            find=find,
            around=lambda text, lines: [_reach(text, start, end) for start, end in lines],
        ),
    ),
    examples=(
        Example(
            "-----BEGIN PRIVATE KEY-----\nTUlJRXZRSUJBREFOQmdrcWhraUc5dzBCQVFFRg==\n-----END PRIVATE KEY-----\n",
            ("TUlJRXZR",),
        ),
        Example("key: -----BEGIN RSA PRIVATE KEY-----\nTUlJRXZRSUJBREFOQmdrcWhraUc5\nnext line", ("TUlJRXZR",)),
        Example("a | -----BEGIN EC PRIVATE KEY-----\na | TUlJRXZRSUJBREFOQmdrcWhraUc5\na | tulips", ("TUlJRXZR",)),
        Example("-----BEGIN OpenVPN Static key V1-----\n9c1f0a7be2d34856a1907cde44f0b812\n", ("9c1f0a7b",)),
        Example("-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----"),
    ),
)
