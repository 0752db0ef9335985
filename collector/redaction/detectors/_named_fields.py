"""Values of fields that are named so, whatever joins a name and its value: arrows, brackets, calls, cells, pairs, lists."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from collector.compiled import compiled
from collector.redaction.detector import Ranges
from collector.redaction.detectors import _markup, _pairs, _stored
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._identifiers import start_of_name
from collector.redaction.detectors._lists import below, flow
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._separators import SEPARATOR

Span = tuple[int, int]
_RIGHT = compiled(r"[\w.\-]{0,64}")
_QUOTED = r"(?:\"(?P<d>[^\"\n\\]{2,253})\"|'(?P<s>[^'\n\\]{2,253})')"
# Behind a name: an arrow or a further sign of assigning and a literal; brackets with one or without.
_JOINED = compiled(
    rf"(?:[\"'`]?\]?[ \t]{{0,40}}(?::=|={{1,3}}>|->|={{2,3}}|!={{1,2}}|:[ ]?[Ss]tring\??[ ]=)|[\"']\][ \t]{{0,8}}=)[ \t]{{0,8}}{_QUOTED}"
    # Of a name that is a word of several, which only its capitals tell: `dbUser=`, `PGUSER: `.
    r"|(?<![Bb][Yy])[\"'`*]{0,2}[ \t]{0,3}[:=]\*{0,2}[ \t]{0,8}[\"'`]?(?P<assigned>(?:[A-Za-z0-9][\w.\-]{0,30}\\{1,4})?[^\W_][\w.\-]{1,252})(?![\w@:/(\\=\[\-])(?!\.\w)"
    r"|\][ \t]{0,40}=>[ \t]{0,8}(?P<printed>[^\s\"'<>()\[\]{},;]{2,253})[ \t]{0,40}\r?(?=\n|$)"
    r"|(?<![.\-])(?:[ ]=?[ ]?|=)\[(?P<held>[^\s\"'<>()\[\]{},;=]{2,253})\]"
    r"|[\"'`]?[ \t]{0,4}[:=][ \t]{0,4}(?:(?:Some|Ok|Just|String(?:::from)?)\(|<<)[\"'](?P<wrapped>[^\"'\n\\]{2,253})[\"']"
    rf"|\([ ]?{_QUOTED.replace('<d>', '<called>').replace('<s>', '<named>')}[ ]?[,)]"
)
_RULER = compiled(r"[ \t]{0,40}[|+]?[ :]?-{2}")
# A name and its value, alone on a line: in cells, or apart by a tab or blanks.
_ROW = compiled(
    r"(?m)^[ \t]{0,40}(?P<bar>[|\u2502][ \t]{0,8})?[*_`\"]{0,3}(?P<key>[A-Za-z\x80-\U0010ffff][\w.\-]{1,60}(?:[ ][\w.\-]{1,40}){0,2})[*_`\"]{0,3}:?[*_`]{0,2}"
    r"(?:[ \t]{0,80}[|\u2502][ \t]{0,80}|[ ]{0,8}\t{1,4}[ ]{0,8}|[ ]{2,80}|[ ]?\.{3,120}[ ]?:?[ ]{0,3})[*_`\"]{0,3}(?P<v>[^\s|\u2502\"'`*<>(){}\[\],;=]{2,253})[*_`\"]{0,3}[ \t]{0,80}(?(bar)[|\u2502])[ \t\r]{0,40}$"
    rf"(?!\n{_RULER.pattern})"
)
# Two in brackets that are no call's: `('user', 'jane')`, `{user, <<"jane">>}`; constants of PHP.
_PAIR = compiled(r"[\"']?,[ \t]{0,8}(?:<<)?[\"'](?P<v>[^\"'\n\\]{2,253})[\"'](?:>>)?[ ]?[)}\]]")
_OPENED = compiled(r"(?:\bdefine\([ ]?|(?<!\w)\{|(?:\A|[\n,\[(][ \t]{0,8})[(\[])[\"']?\Z")
# An option's, and what is stated on a line of its own.
_OPTION = compiled(r"[ =][\"']?(?P<v>[^\s\"'<>()\[\]{},;|&=]{2,253})(?=[\"']|[ \t\r]*(?:\n|$)|[ \t]{1,8}-)")
_STATED = compiled(
    r"(?m)^[ \t]{0,40}(?:#[ ]?define[ \t]{1,8})?(?P<key>[A-Za-z][\w.\-]{1,60})[ \t]{1,8}(?P<v>[^\s\"'<>()\[\]{},;|&=:]{2,253});[ \t\r]{0,8}$"
)
_STATED_TEXT = compiled(
    r"(?m)^[ \t]{0,40}(?:#[ ]?define[ \t]{1,8})?(?P<key>[A-Za-z][\w.\-]{1,60})[ \t]{1,8}[\"'](?P<v>[^\s\"'<>()\[\]{},;|&=:]{2,253})[\"'];?[ \t\r]{0,8}$"
)
_FURTHER_WORD = compiled(r"[ ](?![\w.\-]{1,60}[\"']?[ ]?[:=])[A-Za-z]{2,}")
# A block below its name, as YAML writes it; an object that begins with its name; what PHP dumps.
_BELOW = compiled(
    r"[\"']?:[ \t]{0,8}(?:[|>][+\-1-9]{0,2}[ \t\r]{0,8}\n[ \t]{1,40}(?P<block>[^\s\"'<>(){}\[\],;:]{2,253})"
    r"|\{?[ \t\r]{0,8}\n[ \t]{0,40}(?:- )?[\"']?(?:name|login)[\"']?:[ \t]{0,4}[\"']?(?P<held>[^\s\"'<>(){}\[\],;:]{2,253})[\"']?,?)[ \t\r]{0,8}(?=\n|$)"
    r"|[\"']\]=>[ \t\r]{0,8}\n[ \t]{0,40}string\(\d{1,5}\) \"(?P<dumped>[^\"\n]{2,253})\""
)
# The next of a list by numbers; the cell beside it; a form's part.
_NEXT = compiled(
    r"(?m)^[ \t]{0,40}\d{1,6}\)[ ]\"(?P<key>[\w.\-]{2,60})\"[ \t\r]{0,8}\n[ \t]{0,40}\d{1,6}\)[ ]\"(?P<v>[^\"\n]{2,253})\""
)
_CELL = compiled(
    r">[ \t]{0,8}(?P<key>[A-Za-z][\w.\-]{1,40}(?:[ ][\w.\-]{1,40}){0,2}):?[ \t]{0,8}</(?:td|th|dt|label|span|b|strong|p|li)>\s{0,40}(?:<(?!a\b)[a-z][^<>\n]{0,80}>\s{0,8}){1,2}(?P<v>[^\s<>]{2,253})[ \t]{0,8}</"
)
_PART = compiled(
    r"form-data; ?name=\"(?P<key>[\w.\-\[\]]{2,60})\"[ \t\r]{0,4}\n[ \t\r]{0,4}\n(?P<v>[^\s\"'<>]{2,253})[ \t\r]{0,4}(?=\n|$)"
)


# What a database has already: PostgreSQL, MySQL.
_UNIQUE = compiled(r"Key(?<!\w...) \((?P<key>[\w.\-]{2,60})\)=\((?P<v>[^()\n,]{2,253})\)")
_DOUBLED = compiled(r"'(?P<v>[^'\n]{2,253})' for key '(?:\w{1,64}\.)?(?P<key>[\w\-]{2,64})'")


# The name of a field that holds the value of another; a command of Redis as its client shows it, or at its prompt.
_HOLDS = compiled(r"(?:val(?:ue)?|default|content)\\{0,3}[\"']?[ \t]*[:=]")
_TYPED = compiled(r"\" \"(?<=(?:set|tnx|tex|end)...)|> (?:(?:get|h|hm|m)?set(?:nx)?|p?setex|append) ")


class Named(NamedTuple):
    """A kind of fields: a part of each of their names in lower case, and which names are such."""

    stem: re.Pattern[str]
    names: Callable[[str], bool]
    ends: str = ""
    """What all their names end in, but for digits and signs: in ASCII and in the singular, or with letters of others."""
    tails: str = ""
    """Or in one of these, behind the part above."""


def on_lines(text: str, kind: Named) -> Iterator[NamedValue]:
    """Yield the values of such fields that stand on the line of their name."""
    return (found for found in _all(text, kind) if "\n" not in _between(text, found))


def over_lines(text: str, kind: Named) -> Iterator[NamedValue]:
    """Yield the same that stand on a further line."""
    return (found for found in _all(text, kind) if "\n" in _between(text, found))


def with_ruler(text: str, lines: Ranges) -> Ranges:
    """Return the lines, each with the ruler below it, which says that it names columns and is no row."""
    return [
        (start, (text.find("\n", end) + 1 or len(text)) if _RULER.match(text, end) else end) for start, end in lines
    ]


def _between(text: str, found: NamedValue) -> str:
    return text[min(found.at, found.end) : max(found.at, found.start)]


def _all(text: str, kind: Named) -> Iterator[NamedValue]:
    lowered = lower(text)
    first = kind.stem.search(lowered)
    if not first:
        return
    yield from _behind_names(text, lowered, first.start(), kind)
    for pattern in (_ROW, _STATED, _STATED_TEXT, _NEXT, _CELL, _PART, _UNIQUE, _DOUBLED):
        for found in pattern.finditer(text):
            if kind.names(found["key"]):
                yield NamedValue(found["key"], found.start("key"), *found.span("v"))
    yield from (_stripped(text, value) for value in _beside(text) if kind.names(value.name))


def _beside(text: str) -> Iterator[NamedValue]:
    """Yield the values of pairs, of elements and of what is stored, where the signs of each stand."""
    lowered = lower(text)
    if _HOLDS.search(lowered):
        yield from _pairs.beside(text)
    if "<" in text:
        yield from _markup.named(text)
    if stores(lowered):
        yield from _stored.named(text)


def stores(lowered: str) -> bool:
    """Tell whether a text in lower case may have a command that stores a value under a name."""
    return ("set" in lowered or " put " in lowered) and (
        any(program in lowered for program in ("redis-cli", "etcdctl ", "consul kv put "))
        or _TYPED.search(lowered) is not None
    )


def _behind_names(text: str, lowered: str, position: int, kind: Named) -> Iterator[NamedValue]:
    done = 0
    for stem in kind.stem.finditer(lowered, position):
        if stem.start() < done:
            continue
        right = _RIGHT.match(text, stem.end())
        start, done = start_of_name(text, stem.start()), right.end() if right else stem.end()
        name = text[start:done].removeprefix("-D")
        if kind.names(name):
            alone = not (_is_of_several(name) or _is_in_one(kind, lowered, start, done))
            for span in _values(text, start, done, alone=alone):
                yield NamedValue(name, start, *span)


def _values(text: str, start: int, end: int, *, alone: bool) -> Iterator[Span]:
    """Yield where values stand behind a name; what is assigned to one that is the word alone is found as such."""
    if text.startswith("--", start) and (option := _OPTION.match(text, end)):
        yield option.span("v")
        return
    if joined := _JOINED.match(text, end):
        if joined.lastgroup != "assigned" or not (
            alone or _goes_on(joined, of_several=_is_of_several(text[start:end]))
        ):
            yield joined.span(joined.lastgroup or 0)
        return
    pair = _PAIR.match(text, end)
    if pair and _OPENED.search(text, max(0, start - 16), start):
        yield pair.span("v")
        return
    if found := _BELOW.match(text, end):
        yield found.span(found.lastgroup or 0)
        return
    if separator := SEPARATOR.match(text, end):
        yield from flow(text, separator) or below(text, start, separator)


def _is_in_one(kind: Named, lowered: str, start: int, end: int) -> bool:
    """Tell whether the word that tells is written in one with another before it: `PGUSER`, `runAsUser`."""
    return any(lowered[stem.start() - 1 : stem.start()].isalpha() for stem in kind.stem.finditer(lowered, start, end))


def _is_of_several(name: str) -> bool:
    return name[-1:] in "sS" and name[-2:].lower() != "as"


def _goes_on(joined: re.Match[str], *, of_several: bool) -> bool:
    """Tell whether what is assigned is the first word of more: `users: Jane Roe`, `x.pbxuser: files to add`."""
    text, start, end = joined.string, joined.start("assigned"), joined.end("assigned")
    if of_several and (text[end : end + 1] == " " or text[start - 1] == ":"):
        return True
    return text[start - 1] == " " and ":" in text[joined.start() : start] and _FURTHER_WORD.match(text, end) is not None


def _stripped(text: str, value: NamedValue) -> NamedValue:
    written = text[value.start : value.end]
    begin = value.start + len(written) - len(written.lstrip())
    return value._replace(start=begin, end=max(begin, value.start + len(written.rstrip())))
