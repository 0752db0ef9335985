"""Reads a line that is one flat JSON object, as loggers write them, in one pass; what is nested is read elsewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

_STRING = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'
_BARE = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null"
_KEY = r'"[^"\\\x00-\x1f]*+"'
_MEMBER = rf"[ \t]*+{_KEY}[ \t]*+:[ \t]*+(?:{_STRING}|{_BARE})[ \t]*+"
_OBJECT = re.compile(rf"[ \t]*+\{{{_MEMBER}(?:,{_MEMBER})*+\}}[ \t\r]*+\n?")
_EACH = re.compile(rf"({_KEY})[ \t]*+:[ \t]*+(?:({_STRING})|({_BARE}))")


class Member(NamedTuple):
    """A name and its value: where they stand, quotes included; names hold no escapes."""

    start: int
    key_end: int
    value_start: int
    end: int
    is_string: bool


def members(text: str, start: int, end: int) -> list[Member] | None:
    """Return the members of the flat object that a line is; None where it is anything else."""
    if not _OBJECT.fullmatch(text, start, end):
        return None
    found = []
    for match in _EACH.finditer(text, start, end):
        (first, last), (_, key_end), (string, _), (bare, _) = match.regs
        found.append(Member(first, key_end, max(string, bare), last, string > bare))
    return found
