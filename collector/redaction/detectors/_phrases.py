"""Values of several words on the rest of a line: a passphrase, or a remark about a credential."""

# ruff: noqa: E501  a pattern is read in one piece

from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors import _keys
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._spoken import is_about, is_word
from collector.redaction.detectors._wordlist import words

# Words that a sentence is held together by.
_JOINS = words(
    "a an the of to for from in into on at by with without via per as than then and or nor but if when while where"
    " this that these those it its you your their which who whose not no is are was were be been being has have had"
    " does do did must should shall can cannot may might will would could here there see ask"
)
# What a remark begins with besides those.
_BEGINS = words(
    "same use uses used name names list hash user users path file value opaque plain string text char varchar"
    " secret secrets password passwords token key keys credential credentials expected authentication optional default never always please only any some each"
)
_WORD = r"[^\s=:{}\[\]()<>\"`|]{1,100}"
_MARK = r"\[[a-z\-]{3,20}(?::[a-z0-9]{13})?\][.,]?"
_OPERATOR = r"(?:[+%?*/&|=!<>\-]{1,3}|if)[ \t]"
_REST = compiled(rf"(?![#;'])(?!{_OPERATOR}){_WORD}(?:[ \t](?!{_OPERATOR})(?:{_WORD}|{_MARK})){{1,24}}[ \t\r]*")
_BEFORE_SETTING = compiled(r"(?:[a-z]{3,20} ){2,11}[a-z]{3,20}(?=,? [\w.\-]{1,40}=)")
# What divides a remark from a value, by the sign before it.
_COMMENTS = {":": compiled(r"[ \t]+(?:#.*|//.*)\Z"), "=": compiled(r"[ \t]+(?:[#;].*|//.*)\Z")}
# Further settings, each divided by a comma, or pairs of a log: no part of the words before them.
_SETTINGS = compiled(
    r"(?:,[ ](?:[A-Za-z_][\w\-]{1,20}[ ](?:\d[\w.:]{0,40}|true|false|yes|no|on|off)|(?:port|host|user|username|login|db|database|server|schema|role|timeout|retries)[ ][\w.\-]{1,64})){1,12}[ \t\r]*\Z"
)
_QUOTES = frozenset("\"'`")
_LINE = 600
_PLAIN = compiled(r"[a-z]{3,20}")
_SPOKEN = compiled(r"[^\W_][\w'\-]{0,40}[.,!?]?")
# What mechanisms are called, and much else.
_WORDS = words("plain peer basic external")
_FEWEST = 3
"""Words of a passphrase on a line that it has not for itself; one more where the first is as sentences begin."""


def rest_of_line(text: str, begin: int, sign: str, before: str) -> str:
    """Return the words of a value that goes on to the end of its line, or to the quote that stands before its name.

    Nothing where it is one word or a structure.
    """
    line = text[begin : begin + _LINE].partition("\n")[0]
    if before in _QUOTES:
        line = line.partition(before)[0]
    line = line[: following.start()] if (following := _SETTINGS.search(line)) else line
    comment = _COMMENTS[sign].search(line) if sign in _COMMENTS else None
    if comment:
        line = line[: comment.start()]
    rest = _REST.fullmatch(line)
    return rest.group().rstrip() if rest else ""


def phrase_before_setting(text: str, begin: int) -> str:
    """Return the passphrase that begins a value, before another setting on the line, three plain words or more."""
    found = _BEFORE_SETTING.match(text, begin)
    return found.group() if found and is_phrase(found.group()) else ""


def is_remark(telling: Tells, value: str) -> bool:
    """Tell whether several words say something about a credential: `stored in vault`, `hash mismatch detected`."""
    first, *further = (word.strip(".,;!?").lower() for word in value.split() if word[0] != "[")
    begins = first in _JOINS or first in _BEGINS
    if is_word(first) or (not begins and any(any(map(str.isdigit, word)) for word in further)):
        return False
    if telling < Tells.PASSWORD:
        return True
    if any(word in _JOINS for word in further):
        return begins or _keys.is_state(first) or is_about(first)
    return first in _JOINS or any(_keys.is_condition(word) or word.endswith("ed") for word in further)


def is_phrase(value: str) -> bool:
    """Tell whether words on a line of a log can only be a passphrase: plain ones, which no sentence has."""
    first, *further = said = value.split()
    if not all(map(_PLAIN.fullmatch, said)) or any(map(_is_of_a_sentence, further)):
        return False
    return len(said) >= _FEWEST + _is_of_a_sentence(first)


def is_phrase_in_quotes(value: str) -> bool:
    """Tell whether plain words between quotes can only be a passphrase: no sentence stands there."""
    first, *further = value.split()
    begins = first in _JOINS or first in _BEGINS or _keys.is_condition(first) or _keys.is_state(first)
    return not (begins or first.endswith(("ed", "ing")) or any(map(_is_of_a_sentence, further)))


def is_quoted_phrase(telling: Tells, sign: str, value: str) -> bool:
    """Tell whether words between backticks are a passphrase and no command of a shell, which stands behind `=`."""
    if telling is not Tells.PASSWORD or not all(map(_SPOKEN.fullmatch, value.split())):
        return False
    return is_phrase(value) if "=" in sign else not is_remark(telling, value)


def _is_of_a_sentence(word: str) -> bool:
    return word in _JOINS or _keys.is_condition(word) or (_keys.is_state(word) and word not in _WORDS) or is_about(word)


def is_told_more(value: str) -> bool:
    """Tell whether a sentence goes on about a credential that is its first word: `tulips9 is for the archive`."""
    first, *further = value.lower().split()
    return is_word(first) and not _JOINS.isdisjoint(further)
