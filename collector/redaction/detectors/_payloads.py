"""Objects within lines, in the notations of many languages: which object holds a field, and where its value stands.

JSON, also with quotes that CSV doubles; Python, JavaScript, Ruby, Elixir and Rust; what PHP, Go and Java print of theirs.
"""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detectors._alternatives import by_first_letter

SIGN = r"(?:[\"'\]]{0,2}[ \t]{0,40}(?::|=>|=(?!>))[ \t]{0,40}(?:\n?[ \t]{0,40}string\(\d{1,6}\)[ ])?|\";[ ]?s:\d{1,7}:(?=\"))"
"""Behind the name of a field; `";s:7:` where PHP serializes it."""
_KIND = r"(?:Some\()?[&%*#]{0,2}(?:[A-Za-z][\w.:]{0,40}(?:\(\d{1,4}\))?)?"
_CALLED = r"(?:Message|Object|Content|Payload)?[\"'\]]{0,2}"
"""Behind the name of an object, which may be its type's."""
_FIRST = r"(?:[\"'\[]{0,3}[A-Za-z_]\w{0,40}[\"'\]]{0,2}[ \t]{0,40}[:=]|s:\d{1,4}:\")"
"""The name of the first field."""
_OPENS = rf"(?:\";a:\d{{1,6}}:(?=\{{)|{_CALLED}(?:\s{{0,40}}(?::|=>|=(?!>))\s{{0,40}}{_KIND}\s{{0,40}}|\s?))[{{\[(](?=[\s{{\[(]{{0,80}}{_FIRST})"
_QUOTED = r"(?P<quote>\"\"(?=[^\s\"',:;}\])])|\"|')(?P<v>(?:(?!(?P=quote))[^\\\n]|\\.){1,65536}+)"
# What stands behind a value that has no quotes, as Go and Java print it.
_FURTHER = (
    r"(?:preview_?url|type|id|message_?id|timestamp|from|to|link|sha256|mime_?type|file_?name|caption|title|description|payload|status|context|text|name"
    r"|category|broadcast|multicast|media_?type|edit|is_?group|is_?from_?me|chat|sender|url|address|latitude|longitude|first_?name|last_?name|formatted_?name)"
)
_ENDS = rf"(?i:(?=,?[ ](?:{_FURTHER}[:=]|\w{{1,40}}=))|(?=[\]}})]{{1,8}}(?:[\s,;\"']|[\]}})]|$))|(?=[\"']?[ \t\r]*(?:\n|$)))"
_BARE = rf"(?!(?:null|nil|none|undefined|true|false|0x[0-9a-f]+)\b)(?P<bare>-?\d{{1,10}}(?:\.\d{{1,20}})?(?=,[ ]?[\"']|[}}\]])|[^\s\"'{{}}\[\]()<&*](?:[^\n]{{0,4096}}?{_ENDS}|[^\n]{{4097}}))"
VALUE = rf"(?:{_QUOTED}|(?i:{_BARE}))"
"""Behind a sign: a literal, which goes to where its line ends if it is cut off, or words to where they must end."""


_FAR = 700
"""Characters of an object in which its first field stands that is looked for."""


class Field(NamedTuple):
    """A field of an object: the name of the object, its own, where the object begins, and where the value stands."""

    holder: str
    name: str
    at: int
    start: int
    end: int


def plain(name: str) -> str:
    """Return a name as it is written in any language: `button_reply`, `ButtonReply`, `buttonReply`."""
    return name.replace("_", "").lower()


class Objects:
    """Finds objects of some names and their fields of some names."""

    def __init__(self, fields: dict[str, tuple[str, ...]]) -> None:
        self._names = {plain(holder): tuple(map(plain, names)) for holder, names in fields.items()}
        self._named = {plain(holder): _any_of(names) for holder, names in fields.items()}
        listed = sorted(map(_in_any_case, fields), key=len, reverse=True)
        holders = "|".join(listed)
        sign = rf"[ \t]*(?::|=>|=)[ \t]*{_KIND}[ \t]*"
        self.heads = (
            rf"(?:{holders})(?:\";a:[0-9]+:|{_CALLED}(?:{sign}|[ ]?))[{{\[(][ \t{{\[(]*(?:{_FIRST}|\r?$)",
            rf"(?:{holders}){_CALLED}{sign}\r?$",
        )
        """On every line on which such an object begins."""
        self._opened = compiled(rf"(?<![A-Za-z0-9_])(?P<holder>{by_first_letter(listed)}){_OPENS}")

    def fields(self, text: str) -> Iterator[Field]:
        """Yield the fields of every such object in their order."""
        done = 0
        for opened in self._opened.finditer(text):
            if opened.start() < done:
                continue
            holder, position = plain(opened["holder"]), opened.end()
            near = plain(text[position : position + _FAR])
            if not any(name in near for name in self._names[holder]):
                continue
            while field := self._named[holder].match(text, position):
                start, end = field.span("v" if field["v"] else "bare")
                yield Field(holder, plain(field["name"]), opened.start(), start, end)
                position = done = end


def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(_in_any_case, names))
    return compiled(rf"[^{{}}]{{0,600}}?(?<![A-Za-z0-9_])(?P<name>{listed}){SIGN}{VALUE}")


def _in_any_case(name: str) -> str:
    """Return a pattern of a name with and without its capitals and the underscores between its words."""
    words = re.sub("(?<=[a-z])(?=[A-Z])", "_", name.lstrip("_")).split("_")
    return "_" * name.startswith("_") + "_?".join(
        f"[{word[0].lower()}{word[0].upper()}]{word[1:].lower()}" for word in words
    )
