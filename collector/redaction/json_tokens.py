"""Reads JSON strictly (RFC 8259) and says where every token stands and under which path; builds no values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from collector.redaction.decode import unescape_json
from collector.redaction.leaves import Leaf

MAX_DEPTH = 512

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
_FLAT_OBJECT = re.compile(rf"{_S}\{{{_FLAT.pattern}{_S}")
_EACH_MEMBER = re.compile(rf"({_STRING}){_S}:{_S}(?:({_STRING})|({_BARE}))")
_ESCAPE = re.compile(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])')


class NotJsonError(Exception):
    """Says at which offset a text stops being JSON."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"not JSON at offset {offset}")
        self.offset = offset


class _Reader:
    def __init__(self, text: str, position: int, end: int, document: int) -> None:
        self.text, self.position, self.end, self.document = text, position, end, document
        self.leaves: list[Leaf] = []
        # One entry a container: what closes it, and the step (key or index) that is open in it.
        self.closers: list[str] = []
        self.steps: list[str | int] = []
        self.begins: list[int] = []
        # Characters of a piece; None: there is one.
        self.at_least: int | None = None
        self.piece_begins = position

    def error(self, position: int) -> NotJsonError:
        match = _SPACE.match(self.text, position, self.end)
        return NotJsonError(match.end() if match else position)

    def read(self) -> Iterator[list[Leaf]]:
        while True:
            match = _VALUE.match(self.text, self.position, self.end)
            if not match:
                raise self.error(self.position)
            self.position = match.end()
            if match.lastindex != 3:
                start, end = match.span(match.lastindex or 0)
                self.leaf(start, end, is_key=False, is_string=match.lastindex == 1)
            elif self.open(match[3]):
                continue
            yield from self.close()
            if not self.closers:
                break
        rest = self.error(self.position)
        if rest.offset < self.end:
            raise rest
        yield self.leaves

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
        self.begins.append(self.position)
        if closer == "}":
            self.key()
        return True

    def members(self, end: int) -> None:
        """Read the rest of an object that holds scalars only."""
        text, document, add, steps = self.text, self.document, self.leaves.append, tuple(self.steps)
        is_plain = text.find("\\", self.position, end) < 0
        for match in _EACH_MEMBER.finditer(text, self.position, end):
            (key_start, _), (_, key_end), (string, _), (bare, _) = match.regs
            last = match.end()
            name = text[key_start + 1 : key_end - 1]
            if not is_plain:
                name = decoded(name)
            path = (*steps, name)
            # By position: names cost a third of the time.
            add(Leaf(key_start + 1, key_end - 1, name, path, True, True, document))  # noqa: FBT003
            if string >= 0:
                value = text[string + 1 : last - 1]
                add(Leaf(string + 1, last - 1, value if is_plain else decoded(value), path, False, True, document))  # noqa: FBT003
            else:
                add(Leaf(bare, last, text[bare:last], path, False, False, document))  # noqa: FBT003
        self.position = end

    def key(self) -> None:
        match = _KEY.match(self.text, self.position, self.end)
        if not match:
            raise self.error(self.position)
        if not match[2]:
            raise self.error(match.end())
        start, end = match.span(1)
        self.steps[-1] = decoded(self.text[start + 1 : end - 1])
        self.leaf(start, end, is_key=True, is_string=True)
        self.position = match.end()

    def leaf(self, start: int, end: int, *, is_key: bool, is_string: bool) -> None:
        if is_string:
            start, end = start + 1, end - 1
        value = self.text[start:end]
        value = decoded(value) if is_string else value
        self.leaves.append(Leaf(start, end, value, tuple(self.steps), is_key, is_string, self.document))

    def close(self) -> Iterator[list[Leaf]]:
        """After a value: leave what ends here, go to the next member of what does not; yield a piece that is full."""
        while self.closers:
            match = _AFTER.match(self.text, self.position, self.end)
            if not match:
                raise self.error(self.position)
            if match[1] == self.closers[-1]:
                self.closers.pop()
                self.steps.pop()
                self.begins.pop()
            elif match[1] == ",":
                self.position = match.end()
                if self.is_full():
                    yield self.leaves
                    self.leaves, self.piece_begins = [], self.position
                if self.closers[-1] == "}":
                    self.key()
                else:
                    self.steps[-1] = int(self.steps[-1]) + 1
                return
            else:
                raise self.error(self.position)
            self.position = match.end()

    def is_full(self) -> bool:
        """Tell whether a piece may end here: what is smaller than one is never cut."""
        least = self.at_least
        return least is not None and self.position - max(self.piece_begins, self.begins[-1]) >= least


def is_flat(text: str, start: int, end: int) -> bool:
    """Tell whether a range, white space around it, is an object of scalars, one at least."""
    return _FLAT_OBJECT.fullmatch(text, start, end) is not None


def written_members(text: str, start: int, end: int) -> list[tuple[str, str, str]]:
    """Return (name, string, number or word) of each member of such an object as they are written, with quotes."""
    return _EACH_MEMBER.findall(text, start, end)


class Member(NamedTuple):
    """A name and a scalar of an object: half-open offsets, of names and strings without their quotes."""

    start: int
    name_end: int
    value: tuple[int, int]
    is_string: bool


def members(text: str, start: int, end: int) -> list[Member]:
    """Return the members of such an object in order."""
    found = []
    for match in _EACH_MEMBER.finditer(text, start, end):
        (name, last), (_, name_end), (string, _), (bare, _) = match.regs
        value = (string + 1, last - 1) if string >= 0 else (bare, last)
        found.append(Member(name + 1, name_end - 1, value, string >= 0))
    return found


def leaves(text: str, start: int = 0, end: int | None = None, document: int = 0) -> list[Leaf]:
    """Return the keys and scalars of the one JSON value in the text, in order; raise NotJsonError."""
    (found,) = _Reader(text, start, len(text) if end is None else end, document).read()
    return found


def leaves_by_piece(text: str, start: int, at_least: int) -> Iterator[list[Leaf]]:
    """Yield the same, so many characters at a time, cut only in objects and lists that are as large themselves."""
    reader = _Reader(text, start, len(text), 0)
    reader.at_least = at_least
    return reader.read()


def pieces(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the content of a string as (decoded text, start, end): copied runs and single escapes."""
    found: list[tuple[str, int, int]] = []
    position = start
    if text.find("\\", start, end) >= 0:
        for match in _ESCAPE.finditer(text, start, end):
            if position < match.start():
                found.append((text[position : match.start()], position, match.start()))
            found.append((unescape_json(match.group()), match.start(), match.end()))
            position = match.end()
    if position < end:
        found.append((text[position:end], position, end))
    return found


def decoded(content: str) -> str:
    """Return what the content of a JSON string stands for."""
    return _ESCAPE.sub(lambda m: unescape_json(m.group()), content) if "\\" in content else content
