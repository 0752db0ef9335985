"""Reads JSON strictly (RFC 8259) and says where every token stands and under which path; builds no values."""

from __future__ import annotations

import re
from typing import NamedTuple

from collector.redaction.decode import unescape_json

MAX_DEPTH = 512

Path = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_LITERAL = re.compile(r"true|false|null")
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])')


class NotJsonError(Exception):
    """Says at which offset a text stops being JSON."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"not JSON at offset {offset}")
        self.offset = offset


class Token(NamedTuple):
    """A key or a scalar: half-open offsets of its text, quotes included; `path` of its value."""

    start: int
    end: int
    path: Path
    is_key: bool
    is_string: bool


class _Reader:
    def __init__(self, text: str, position: int, end: int) -> None:
        self.text, self.position, self.end = text, position, end
        self.tokens: list[Token] = []
        # One entry a container: what closes it, and the step (key or index) that is open in it.
        self.closers: list[str] = []
        self.steps: list[str | int] = []

    def skip(self) -> str:
        match = _SPACE.match(self.text, self.position, self.end)
        self.position = match.end() if match else self.position
        return self.text[self.position] if self.position < self.end else ""

    def scalar(self, char: str) -> None:
        pattern = _STRING if char == '"' else _LITERAL if char in "tfn" and char else _NUMBER
        match = pattern.match(self.text, self.position, self.end)
        if not match:
            raise NotJsonError(self.position)
        self.tokens.append(Token(self.position, match.end(), tuple(self.steps), is_key=False, is_string=char == '"'))
        self.position = match.end()

    def key(self) -> None:
        match = _STRING.match(self.text, self.position, self.end)
        if not match:
            raise NotJsonError(self.position)
        self.steps[-1] = decoded(match.group())
        self.tokens.append(Token(self.position, match.end(), tuple(self.steps), is_key=True, is_string=True))
        self.position = match.end()
        if self.skip() != ":":
            raise NotJsonError(self.position)
        self.position += 1

    def open(self, char: str) -> bool:
        """Enter a container; tell whether it has something inside."""
        self.position += 1
        closer = "}" if char == "{" else "]"
        if self.skip() == closer:
            self.position += 1
            return False
        if len(self.closers) >= MAX_DEPTH:
            raise NotJsonError(self.position)
        self.closers.append(closer)
        self.steps.append(0)
        if closer == "}":
            self.key()
        return True

    def close(self) -> None:
        """After a value: leave what ends here and go to the next member of what does not."""
        while self.closers:
            char = self.skip()
            if char == self.closers[-1]:
                self.position += 1
                self.closers.pop()
                self.steps.pop()
                continue
            if char != ",":
                raise NotJsonError(self.position)
            self.position += 1
            self.skip()
            if self.closers[-1] == "}":
                self.key()
            else:
                self.steps[-1] = int(self.steps[-1]) + 1
            return

    def read(self) -> list[Token]:
        while True:
            char = self.skip()
            if char in "{[" and char:
                if self.open(char):
                    continue
            else:
                self.scalar(char)
            self.close()
            if not self.closers:
                break
        if self.skip():
            raise NotJsonError(self.position)
        return self.tokens


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the keys and scalars of the one JSON value in the text, in order; raise NotJsonError."""
    return _Reader(text, start, len(text) if end is None else end).read()


def pieces(text: str, token: Token) -> list[tuple[str, int, int]]:
    """Return the content of a string token as (decoded text, start, end): copied runs and single escapes."""
    found: list[tuple[str, int, int]] = []
    position, last = token.start + 1, token.end - 1
    if "\\" in text[position:last]:
        for match in _ESCAPE.finditer(text, position, last):
            if position < match.start():
                found.append((text[position : match.start()], position, match.start()))
            found.append((_unescaped(match.group()), match.start(), match.end()))
            position = match.end()
    if position < last:
        found.append((text[position:last], position, last))
    return found


def _unescaped(escape: str) -> str:
    return unescape_json(escape)


def decoded(literal: str) -> str:
    """Return what a JSON string literal stands for."""
    inner = literal[1:-1]
    return _ESCAPE.sub(lambda m: _unescaped(m.group()), inner) if "\\" in inner else inner
