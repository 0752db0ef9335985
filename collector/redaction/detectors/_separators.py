"""What joins a name and its value."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled

SEPARATOR = compiled(
    r"(?P<close>(?:\\{0,3}[\"'`\u201d\u2019](?:>>)?|\*{1,2}|__)?(?:\]|\[\w{0,20}\])?)[ \t]{0,40}(?P<sep>:[ ]?&?(?:'[a-z]{1,10}[ ])?[A-Za-z][\w.<>\[\]?]{0,40}[ ]=(?=[ ][\"\'])|(?<=[ ])(?:\*?string|As[ ]String)[ ]=(?=[ ][\"`])|\{(?=\"[^\"\n]{1,400}\"\})|<-(?=[ ])|(?<=[\"'][ ])to(?=[ ][\"'])|=>(?:[ \t\r]{0,8}\n[ \t]{0,40}(?=string[( ]))?|->(?=[ \t])|\u2192|:-(?=[^\s{}]{1,80}\})|:{1,3}=|\?=|\+=|\.=|!==?|(?:-c?|(?<=[ ]))(?:eq|ne)(?=[ ][\"'])|={1,3}>|={2,3}|=|::(?=[ ])|:(?:\*{2}|__)(?=[ ])|:(?!//)|,[ \t]{0,20}(?=(?:<<)?\\{0,3}[\"']))[ \t\r]{0,40}"
    # What YAML and Go put before a value: an anchor, a tag, a type; a block; a block's mark may tell its indentation.
    r"(?P<mark>(?<=[ \t])(?:&[\w\-]{1,40}|!{1,2}[A-Za-z_\-:.]{1,40}|\(\*\w{1,20}\)\(0x[0-9a-f]{1,16}\))[ \t]{1,8}){0,2}"
    r"(?P<block>[|>][+\-1-9]{0,2}[ \t]*\n[ \t]{1,40})?"
    # The value begins on the next line: after a continuation, or in brackets.
    r"(?:\\[ \t\r]*\n[ \t]{0,40})?(?P<bracket>\([ \t\r]{0,40}(?:\n[ \t]{1,40})?(?=[\"']))?"
    r"[\u201c\u2018\u201e]?(?:\xab[ \xa0\u202f]?(?=\S))?(?P<type>(?:[uUbBrRfFN]|Bearer[ ]|Basic[ ])(?=[\"'])|@(?=\"))?"
)


_JOINS = frozenset(":=")
_APART = compiled(r"[`*_]{0,2}(?:[ \t]*:[*_]{0,2}[ \t]|[ \t]+=[ \t])")
_LINE_BEGINS = compiled(r"[ \t]*(?:[\-*][ ])?(?:export[ ]|`|\*{1,2}|__)?")
# How documents set off a name.
_SET_OFF = frozenset({"", "`", "*", "**", "__"})


def names_a_phrase(text: str, separator: re.Match[str]) -> bool:
    """Tell whether the name before ends in `phrase`, so that what follows may be several words."""
    return text[max(0, separator.start() - 6) : separator.start()].lower() == "phrase"


def has_its_line(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the key begins its line, as in settings files, and what follows may be several words."""
    if separator["close"] not in _SET_OFF or separator["bracket"] or separator["sep"].rstrip("*_") not in _JOINS:
        return False
    return _LINE_BEGINS.fullmatch(text, text.rfind("\n", max(0, start - 40), start) + 1, start) is not None


def stands_apart(separator: re.Match[str]) -> bool:
    """Tell whether blanks stand where settings files have them: `key: value`, `key = value`."""
    return _APART.match(separator.group()) is not None
