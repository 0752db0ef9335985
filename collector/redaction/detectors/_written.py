"""Forms of one pattern each: what stands in its groups, and on which lines to look for it."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges, alone
from collector.redaction.detectors import _keys
from collector.redaction.detectors._accept import accepts, is_looked_up, names_an_object
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._phrases import is_phrase_in_quotes
from collector.redaction.detectors._spoken import (
    is_cell,
    is_last_word,
    is_made,
    is_of_an_option,
    is_told,
    is_word,
    is_word_about,
)
from collector.redaction.head_patterns import literal

GAP = r"(?:[ \t]{1,40}|[ \t\r]{0,40}\n[ \t]{0,40})"
VALUE = r"(?:\"(?P<d>[^\"\n]{1,400})\"|'(?P<s>[^'\n]{1,400})'|(?P<b>[^\s\"'|&;<>](?:[^\s\"'|&;<>]|(?<=\w)[|&;'](?=\w)){0,399}))"
REMARK = r"(?:[ ](?:for|of|from|on|at|f\u00fcr|von|zu[mr]?|pour|de|del|da|do|para|per|voor|\u0434\u043b\u044f|\u043e\u0442)[ ](?:'[^'\n]{1,100}'|\"[^\"\n]{1,100}\"|(?!\b(?:user|account|login|name)s?[ ]?:)[^\n:='\"]){1,80}?|[ ](?:entered|given|provided|supplied|received|used|tried|sent)|[ ]?[(\[][^()\[\]\n]{1,40}[)\]])"
"""What is said of a thing between its name and the sign: whose it is, of what kind."""
BESIDE = 4096
"""Characters of a line on either side in which a form's literal stands."""
_compiled = functools.cache(compiled)


def written(
    literals: tuple[str, ...], pattern: str, *, head: str = "", reach: Callable[[str, Ranges], Ranges] = alone
) -> Form:
    """Return the form of a pattern that is looked for where one of the literals, if any, stands on the same lines.

    A head of its own is for a pattern that would make a slow or a large one. The groups say what is found: `d`, `s`, `b`
    a value, under a `key` where there is one; `cell`, `prose`, `told`, `made`, `lone` what must look like a credential.
    """

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if not literals or any(literal in text for literal in literals):
            for match in _compiled(pattern).finditer(text):
                if not literals or _stands_beside(literals, match):
                    yield from _found(match)

    return Form(lambda _: (head or _compiled(pattern),), find, reach)


def by_literals(literals: tuple[str, ...], pattern: str, *, reach: Callable[[str, Ranges], Ranges] = alone) -> Form:
    """Return the form of a pattern whose literals are rare enough to be its heads."""
    return Form(lambda _: tuple(map(literal, literals)), written(literals, pattern).find, reach)


def _stands_beside(literals: tuple[str, ...], match: re.Match[str]) -> bool:
    text = match.string
    start = text.rfind("\n", max(0, match.start() - BESIDE), match.start() + 1)
    end = text.find("\n", match.end(), match.end() + BESIDE)
    lines = text[start if start >= 0 else max(0, match.start() - BESIDE) : end if end >= 0 else match.end() + BESIDE]
    return any(literal in lines for literal in literals)


def _found(match: re.Match[str]) -> Iterator[Hit]:
    groups = match.re.groupindex
    if "cell" in groups and match["cell"]:
        if is_cell(match["key"], match["cell"]):
            yield from telling(match["key"], match, "cell", match.string)
    elif "key" in groups:
        group = next((g for g in "dsb" if g in groups and match[g]), None)
        if group and not match[group].startswith(("-", "(")) and not (group == "b" and _is_about(match)):
            yield from telling(match["key"], match, group, match.string)
    elif "phrase" in groups:
        if is_phrase_in_quotes(match["phrase"]):
            yield hit(match, "phrase")
    elif "prose" in groups:
        if is_word(match["prose"]) or is_told(match):
            value = match["prose"].rstrip(".?:)]}")
            yield Hit(match.start("prose"), match.start("prose") + len(value), value, learn=True)
    else:
        yield from _plain(match)


def _is_about(match: re.Match[str]) -> bool:
    """Tell whether behind a name stands a word about it."""
    key, value = match["key"], match["b"]
    return is_word_about(key, value) or is_of_an_option(match.string, match.start("key"), value) or _is_explained(match)


# Options at the beginning of a line, and far from them what they are for.
_OPTIONS = compiled(r"[ \t]*-[\w\-, \t]*")
_EXPLAINS = compiled(r"[A-Za-z]+ [a-z]")


def _is_explained(match: re.Match[str]) -> bool:
    """Tell whether behind an option stands, as in a help page, what it is for: `--password     prompt for one`."""
    text, start = match.string, match.start("b")
    return (
        text[start - 2 : start].isspace()
        and _EXPLAINS.match(text, start) is not None
        and _OPTIONS.fullmatch(text, text.rfind("\n", 0, match.start()) + 1, start) is not None
    )


def _plain(match: re.Match[str]) -> Iterator[Hit]:
    for group in match.re.groupindex:
        value = match[group]
        if (
            value
            and _looks(group, value)
            and not (group == "made" and _is_fingerprint(match))
            and not _keys.is_placeholder(value)
            and not _keys.is_state(value)
        ):
            yield hit(match, group)


# Of an OpenPGP key, as it is written (RFC 9580, 5.5.4), behind the word for it.
_FINGERPRINT = compiled(r"[0-9A-F]{40}")
_OF_A_KEY = compiled(
    r"(?i)(?<!api|uth)(?<!cess|cret|vate|tion|hmac|ster|ared|ount|sion|ense|host|wrap)[ \t\-]keys?[ \t\"'`:]{1,3}\Z"
)


def _is_fingerprint(match: re.Match[str]) -> bool:
    """Tell whether a key is told by its fingerprint."""
    start = match.start("made")
    return (
        _FINGERPRINT.fullmatch(match["made"]) is not None
        and _OF_A_KEY.search(match.string, max(0, start - 24), start) is not None
    )


def _looks(group: str, value: str) -> bool:
    """Tell whether a value looks as its group's name says that it must."""
    if group == "made":
        return is_made(value)
    if group == "told":
        return is_word(value) or is_last_word(value)
    if group == "header":
        return accepts(Tells.TOKEN, value) and not (value.isalpha() and _keys.tells(value) is not Tells.NOTHING)
    return not group.startswith("lone") or is_word(value)


def hit(match: re.Match[str], group: str) -> Hit:
    """Return the find of what a group holds."""
    return Hit(match.start(group), match.end(group), match[group], learn=True)


def telling(key: str, match: re.Match[str], group: str, text: str) -> Iterator[Hit]:
    """Yield what a group holds where the name tells that it is a credential."""
    yield from credential(text, NamedValue(key, match.start(), *match.span(group)))


def credential(text: str, value: NamedValue) -> Iterator[Hit]:
    """Yield a value whose name tells that it is a credential."""
    found = text[value.start : value.end]
    if not accepts(_keys.tells(value.name), found.strip()):
        return
    if not (names_an_object(value.name, found) or is_looked_up(value.name, found)):
        yield Hit(value.start, value.end, found, learn=True)
