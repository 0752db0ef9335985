"""Reads JSON strictly (RFC 8259) and says where every token stands and under which path; builds no values."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.flat_objects import BARE, FlatObject, Item, leaves_of
from collector.redaction.flat_objects import REST as FLAT_REST
from collector.redaction.json_strings import STRING, decoded
from collector.redaction.leaves import Leaf

MAX_DEPTH = 512

_S = r"[ \t\n\r]*+"
_SPACE = compiled(_S)
_VALUE = compiled(rf"{_S}(?:({STRING})|({BARE})|([{{\[]))")
_KEY = compiled(rf"{_S}({STRING}){_S}(:)?")
_AFTER = compiled(rf"{_S}([,\]}}])")
_FLAT = compiled(FLAT_REST)
_FLAT_LINE = compiled(rf"{_S}\{{{FLAT_REST}{_S}")


class NotJsonError(Exception):
    """Says at which offset a text stops being JSON."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"not JSON at offset {offset}")
        self.offset = offset


class _Reader:
    def __init__(self, text: str, position: int, end: int, document: int) -> None:
        self.text, self.position, self.end, self.document = text, position, end, document
        self.items: list[Item] = []
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

    def read(self) -> Iterator[list[Item]]:
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
        yield self.items

    def end_of_text(self) -> None:
        rest = self.error(self.position)
        if rest.offset < self.end:
            raise rest

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
            self.items.append(FlatObject(self.text, self.position, match.end(), tuple(self.steps), self.document))
            self.position = match.end()
            return False
        self.closers.append(closer)
        self.steps.append(0)
        self.begins.append(self.position)
        if closer == "}":
            self.key()
        return True

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
        self.items.append(Leaf(start, end, value, tuple(self.steps), is_key, is_string, self.document))

    def close(self) -> Iterator[list[Item]]:
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
                    yield self.items
                    self.items, self.piece_begins = [], self.position
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


def read(text: str, start: int = 0, end: int | None = None, document: int = 0) -> list[Item]:
    """Return what the one JSON value in the text is made of, in order; raise NotJsonError."""
    reader = _Reader(text, start, len(text) if end is None else end, document)
    (found,) = reader.read()
    reader.end_of_text()
    return found


def read_first(text: str, start: int, end: int) -> tuple[list[Item], int]:
    """Return the same of a value that something else may follow, a document of its own, and where it ends."""
    reader = _Reader(text, start, end, start)
    (found,) = reader.read()
    return found, reader.position


def read_line(text: str, start: int, end: int) -> list[Item]:
    """Return the same of a line, which is a document of its own."""
    if _FLAT_LINE.fullmatch(text, start, end):
        return [FlatObject(text, start, end, (), start)]
    return read(text, start, end, start)


def read_by_piece(text: str, start: int, at_least: int) -> Iterator[list[Item]]:
    """Yield the same, so many characters at a time, cut only in objects and lists that are as large themselves."""
    reader = _Reader(text, start, len(text), 0)
    reader.at_least = at_least
    yield from reader.read()
    reader.end_of_text()


def leaves(text: str, start: int = 0) -> list[Leaf]:
    """Return the keys and scalars of the one JSON value in the text, in order; raise NotJsonError."""
    return leaves_of(read(text, start))
