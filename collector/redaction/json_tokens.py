"""Reads JSON strictly (RFC 8259) and says where every token stands and under which path; builds no values."""

from __future__ import annotations

import re
from typing import NamedTuple

from collector.redaction.decode import unescape_json

MAX_DEPTH = 512

Path = tuple[str | int, ...]

_STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
_BARE = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null"
_S = r"[ \t\n\r]*+"
_MEMBER = rf"{_S}{_STRING}{_S}:{_S}(?:{_STRING}|{_BARE}){_S}"
_SPACE = re.compile(_S)
_VALUE = re.compile(rf"{_S}(?:({_STRING})|({_BARE})|([{{\[]))")
_KEY = re.compile(rf"{_S}({_STRING}){_S}(:)?")
_AFTER = re.compile(rf"{_S}([,\]}}])")
# An object of scalars, as rows of tables and lines of logs are: read in one go.
_FLAT = re.compile(rf"{_MEMBER}(?:,{_MEMBER})*+\}}")
_EACH_MEMBER = re.compile(rf"({_STRING}){_S}:{_S}(?:({_STRING})|({_BARE}))")
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

    def error(self, position: int) -> NotJsonError:
        match = _SPACE.match(self.text, position, self.end)
        return NotJsonError(match.end() if match else position)

    def read(self) -> list[Token]:
        while True:
            match = _VALUE.match(self.text, self.position, self.end)
            if not match:
                raise self.error(self.position)
            self.position = match.end()
            if match.lastindex != 3:
                start = match.start(match.lastindex or 0)
                is_string = match.lastindex == 1
                self.tokens.append(Token(start, match.end(), tuple(self.steps), is_key=False, is_string=is_string))
            elif self.open(match[3]):
                continue
            self.close()
            if not self.closers:
                break
        rest = self.error(self.position)
        if rest.offset < self.end:
            raise rest
        return self.tokens

    def open(self, char: str) -> bool:
        """Enter a container; tell whether there is something inside that is still to be read."""
        closer = "}" if char == "{" else "]"
        match = _AFTER.match(self.text, self.position, self.end)
        if match and match[1] == closer:
            self.position = match.end()
            return False
        if len(self.closers) >= MAX_DEPTH:
            raise self.error(self.position)
        if closer == "}" and (match := _FLAT.match(self.text, self.position, self.end)):
            self.members(match.end())
            return False
        self.closers.append(closer)
        self.steps.append(0)
        if closer == "}":
            self.key()
        return True

    def members(self, end: int) -> None:
        """Read the rest of an object that holds scalars only."""
        text, add, steps = self.text, self.tokens.append, tuple(self.steps)
        for match in _EACH_MEMBER.finditer(text, self.position, end):
            (start, last), (_, key_end), (string, _), (bare, _) = match.regs
            path = (*steps, decoded(text[start:key_end]))
            # By position: names cost a third of the time.
            add(Token(start, key_end, path, True, True))  # noqa: FBT003
            add(Token(max(string, bare), last, path, False, string > bare))  # noqa: FBT003
        self.position = end

    def key(self) -> None:
        match = _KEY.match(self.text, self.position, self.end)
        if not match:
            raise self.error(self.position)
        if not match[2]:
            raise self.error(match.end())
        self.steps[-1] = decoded(match[1])
        self.tokens.append(Token(*match.span(1), tuple(self.steps), is_key=True, is_string=True))
        self.position = match.end()

    def close(self) -> None:
        """After a value: leave what ends here and go to the next member of what does not."""
        while self.closers:
            match = _AFTER.match(self.text, self.position, self.end)
            if not match:
                raise self.error(self.position)
            if match[1] == self.closers[-1]:
                self.closers.pop()
                self.steps.pop()
            elif match[1] == ",":
                self.position = match.end()
                if self.closers[-1] == "}":
                    self.key()
                else:
                    self.steps[-1] = int(self.steps[-1]) + 1
                return
            else:
                raise self.error(self.position)
            self.position = match.end()


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
