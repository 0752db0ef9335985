"""Credentials joined to their names by a sign: `key=value` in every syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _keys
from collector.redaction.detectors._accept import accepts, may_be_made
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._exceptions import is_credential, is_other, is_public
from collector.redaction.detectors._identifiers import start_of_name
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._lists import several
from collector.redaction.detectors._no_credentials import with_results
from collector.redaction.detectors._phrases import (
    is_phrase,
    is_quoted_phrase,
    is_remark,
    is_told_more,
    phrase_before_setting,
    rest_of_line,
)
from collector.redaction.detectors._separators import SEPARATOR, has_its_line, names_a_phrase, stands_apart
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._values import changed_to, further_literals, may_be_command, value_range

_IDENTIFIER_RIGHT = compiled(r"[\w.\-]{0,64}")
# What tells Java and Gradle that a property follows: `-Dtoken=…`.
_PROPERTY = ("-D", "-P")
# Of a connection to a database, to the next setting.
_OF_CONNECTION = compiled(r"[^\"'\n]{1,200}?(?=;[A-Za-z][\w ]{0,40}=|;[ \t\r]*(?:[\"'\n]|\Z))")
_QUOTES = frozenset("\"'`")
# A variable that is an item of a list, in quotes: `- "DB_PASSWORD=…"`.
_ITEM_BEGINS = compiled(r"(?:(?:\A|\n)[ \t]*-[ \t]+|[\[,][ \t]{0,8}|(?:-e|--env|export)[ =])[\"']\Z")
_OF_AN_ITEM = compiled(r"[^\"'\n\\]{1,400}(?=[\"'][ \t]*(?:[,\]\r\n]|\Z|[ \t][^\"'\n]))")
_FAR = 40
# A key that opens something, and its value with letters between figures, as no name of a key has them.
_WHICH_KEY = compiled(r"(?i)(?<![a-z0-9_.\-])(?:api|access|secret|auth|licen[sc]e|activation)[ ]\Z")
_SHORT_KEY = compiled(
    r"[\"'`]?[ \t]{0,4}[:=][ \t]{0,4}[\"'`]?(?=[^\s\"'`]{0,60}[0-9][A-Za-z]{1,20}[0-9])[^\s\"'`,;]{4,200}"
)
_MEASURE = compiled(r" (?:ms|s|us|ns|sec|seconds|minutes|of|/)\b")
# Shorter than a UUID.
_FIGURES = compiled(r"[0-9][0-9_.:\-]{0,30}(?=[ \t\r\n]|\Z)")
_BLANKS = " \t\r"
# What a value goes on below its line after: a dot joins literals only, what follows `>` is a block only behind a sign.
_SIGNS_AT_END = frozenset("=:\\(,[+&|`")
_OPEN_AT_END = compiled(r"(?:[|>][+\-1-9]{1,2}|(?<![\w\"'/)])>|[\"'][ \t\r]*\.+)\Z")
_LONGEST_END = 24
# A quote behind a backslash may be closed below such a line.
_MAY_GO_ON = frozenset(".>")
_SIGN_BELOW = compiled(r"\n[ \t]*[+.&|]")
_LITERAL_BELOW = compiled(r"\n[ \t]*[uUbBrRfF]?[\"']")


def _assigned(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every value whose name says that it is a credential."""
    done = 0
    for head in _keys.HEAD.finditer(lower(text)):
        if head.start() < done:
            continue
        right = _IDENTIFIER_RIGHT.match(text, head.end())
        start, end = start_of_name(text, head.start()), (right.end() if right else head.end())
        done = end
        for hit in _named(text, start, end):
            # What stands inside a value that goes needs no look of its own.
            done = max(done, hit.end)
            yield hit


def _with_what_follows(text: str, lines: Ranges) -> Ranges:
    """Return the lines with names, and of those whose values go on below what belongs together."""
    goes_on = [line for line in lines if _goes_on(text, line[0])]
    return sorted([*with_results(text, [*set(lines).difference(goes_on)]), *around(text, goes_on)])


def _goes_on(text: str, start: int) -> bool:
    """Tell whether a value begins or goes on below the line that begins at a place.

    The line ends so, opens three quotes, or ends a literal before a sign, or before another literal in brackets.
    """
    stop = text.find("\n", start)
    line = (text[start:stop] if stop >= 0 else text[start:]).rstrip(_BLANKS)
    last = line[-1:]
    if last in _SIGNS_AT_END or _OPEN_AT_END.search(line, max(0, len(line) - _LONGEST_END)):
        return True
    if '"""' in line or "'''" in line or (last in _MAY_GO_ON and "\\" in line):
        return True
    if stop < 0 or last not in _QUOTES:
        return False
    below = _SIGN_BELOW.match(text, stop) or ("(" in line[:-1] and _LITERAL_BELOW.match(text, stop))
    return bool(below)


def _named(text: str, start: int, end: int) -> Iterator[Hit]:
    name = text[start:end].rstrip(".-")
    telling = _telling(text, start, end, name)
    if telling is Tells.NOTHING:
        return
    separator = SEPARATOR.match(text, end)
    if (
        not separator
        or (telling is Tells.MAYBE and _is_figure(text, start, separator))
        or is_other(text, start, separator)
        or is_public(text, start, separator)
    ):
        return
    listed = several(text, start, separator, telling)
    if listed is not None:
        yield from listed
        return
    value = _value(text, start, separator, telling)
    if value is None:
        return
    begin, stop = value
    more = further_literals(text, separator, begin, stop)
    found = "".join([text[begin:stop], *(literal["v"] for literal in more)])
    made = telling is not Tells.MAYBE or may_be_made(found)
    if not made or not is_credential(text, (start, begin), telling, separator, found):
        return
    if found.isdigit() and _MEASURE.match(text, stop):
        return
    yield Hit(begin, stop, found, learn=True)
    for literal in more:
        yield Hit(*literal.span("v"), found, learn=True)
    if (changed := changed_to(text, stop)) and accepts(telling, changed["v"]):
        yield Hit(*changed.span("v"), changed["v"], learn=True)


def _telling(text: str, start: int, end: int, name: str) -> Tells:
    """Return what a name tells: as a property, and with the word before it, as people write `API key`."""
    telling = _keys.tells(name)
    if name.startswith(_PROPERTY):
        return max(telling, _keys.tells(name[2:]))
    is_key = telling is Tells.MAYBE and _WHICH_KEY.search(text, max(0, start - _FAR), start)
    return Tells.CODE if is_key and _SHORT_KEY.match(text, end) else telling


def _is_figure(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether the whole value is figures, as no machine makes one of figures alone."""
    return text[start - 1 : start] != ";" and _FIGURES.match(text, separator.end()) is not None


def _value(text: str, start: int, separator: re.Match[str], telling: Tells) -> tuple[int, int] | None:
    """Return the range of the value, with further words where it may have some; None where a remark stands there."""
    has_line = has_its_line(text, start, separator)
    value = value_range(text, separator.end(), separator, to_blank=has_line and stands_apart(separator))
    if value is None:
        return None
    begin, stop = value
    if text[begin - 1] in _QUOTES:
        is_command = may_be_command(text, begin) and not is_quoted_phrase(telling, separator["sep"], text[begin:stop])
        return None if is_command else value
    if _is_an_item(text, start, separator) and (item := _OF_AN_ITEM.match(text, begin)):
        return item.span()
    return _unquoted(text, start, separator, telling, value, has_line=has_line)


def _unquoted(
    text: str, start: int, separator: re.Match[str], telling: Tells, value: tuple[int, int], *, has_line: bool
) -> tuple[int, int] | None:
    """Return the same of a value without quotes, which may go on behind a blank."""
    begin, _ = value
    if text[start - 1 : start] == ";" and separator["sep"] == "=" and (to_next := _OF_CONNECTION.match(text, begin)):
        return to_next.span()
    rest = rest_of_line(text, begin, separator["sep"], text[start - 1 : start])
    if not rest:
        phrase = telling is Tells.PASSWORD and phrase_before_setting(text, begin)
        return (begin, begin + len(phrase)) if phrase else value
    if has_line and stands_apart(separator):
        if is_remark(telling, rest) and not names_a_phrase(text, separator):
            return None
        return value if is_told_more(rest) or telling < Tells.PASSWORD else (begin, begin + len(rest))
    return (begin, begin + len(rest)) if telling is Tells.PASSWORD and is_phrase(rest) else value


def _is_an_item(text: str, start: int, separator: re.Match[str]) -> bool:
    """Tell whether a variable of an environment begins an item of a list, whose quote ends its value."""
    is_variable = separator.group() == "=" and text[start : separator.start()].isupper()
    return is_variable and _ITEM_BEGINS.search(text, max(0, start - _FAR), start) is not None


FORMS = (Form(heads=lambda _: _keys.ASSIGNED, find=_assigned, around=_with_what_follows),)
"""A telling word, the rest of the name, a sign, a value."""
