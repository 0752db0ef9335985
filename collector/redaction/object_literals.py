"""Objects as Python, JavaScript and Ruby print theirs on a line: JSON with quotes of either kind, names without.

A word without quotes for a value is code: `{"user": self.name}`.
"""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.flat_objects import Item
from collector.redaction.json_tokens import MAX_DEPTH, NotJsonError
from collector.redaction.leaves import Leaf

_S = r"[ \t\r\n]{0,400}+"
_STRING = r"[bur]?(?:\"(?P<d>[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+)\"|'(?P<s>[^'\\\n]*+(?:\\.[^'\\\n]*+)*+)')"
_KEY = compiled(rf"{_S}(?:{_STRING}|:?(?P<b>[A-Za-z_$][\w$\-]{{0,80}}))[ ]?(?:=>|:)(?!=)")
_VALUE = compiled(
    rf"{_S}(?:{_STRING}|(?P<opens>[{{\[(])|(?P<n>-?[0-9][0-9.]{{0,40}}|True|False|None|true|false|null|nil|undefined)(?![\w.])|:?(?P<b>[\w$][\w$.\-]{{0,80}}))"
)
_AFTER = compiled(rf"{_S}(?:(?P<closes>[}}\])])|,)")
_NOTHING = compiled(rf"{_S}[}}\])]")
_CLOSERS = {"{": "}", "[": "]", "(": ")"}


def read_first(text: str, start: int, end: int) -> tuple[list[Item], int]:
    """Return what the value that begins somewhere is made of, a document of its own, and where it ends."""
    reader = _Reader(text, start, end)
    reader.value()
    while reader.closers:
        reader.value()
    return reader.items, reader.position


class _Reader:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.document, self.position, self.end = text, start, start, end
        self.items: list[Item] = []
        # One entry a container: what closes it, and the step (key or index) that is open in it.
        self.closers: list[str] = []
        self.steps: list[str | int] = []

    def match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.text, self.position, self.end)
        if not match:
            raise NotJsonError(self.position)
        self.position = match.end()
        return match

    def value(self) -> None:
        """Read a value with its key, and what ends behind it."""
        if self.closers and self.closers[-1] == "}":
            self.key()
        value = self.match(_VALUE)
        if value["opens"]:
            self.open(value["opens"])
            return
        group = next((name for name in "dsn" if value[name] is not None), "")
        if group:
            self.leaf(value, group, is_key=False, is_string=group != "n")
        self.close()

    def open(self, bracket: str) -> None:
        if len(self.closers) >= MAX_DEPTH:
            raise NotJsonError(self.position)
        empty = _NOTHING.match(self.text, self.position, self.end)
        if empty:
            self.position = empty.end()
            self.close()
        else:
            self.closers.append(_CLOSERS[bracket])
            self.steps.append(0)

    def key(self) -> None:
        key = self.match(_KEY)
        group = next(name for name in "dsb" if key[name] is not None)
        self.steps[-1] = key[group]
        self.leaf(key, group, is_key=True, is_string=True)

    def leaf(self, match: re.Match[str], group: str, *, is_key: bool, is_string: bool) -> None:
        path = tuple(self.steps)
        self.items.append(Leaf(*match.span(group), match[group], path, is_key, is_string, self.document))

    def close(self) -> None:
        while self.closers:
            after = self.match(_AFTER)
            if not after["closes"]:
                step = self.steps[-1]
                self.steps[-1] = step + 1 if isinstance(step, int) else step
                return
            if after["closes"] != self.closers[-1]:
                raise NotJsonError(self.position)
            self.closers.pop()
            self.steps.pop()
