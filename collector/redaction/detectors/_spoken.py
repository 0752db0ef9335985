"""Whether a word of a sentence, a cell or a command looks like a credential, and not like a word."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors import _entropy, _keys
from collector.redaction.detectors._keys import Tells
from collector.redaction.detectors._wordlist import words

NAMES_AN_OBJECT = (
    r"[\"'`]?[ ](?:not found|is forbidden|already exists|does not exist|created|configured|unchanged|deleted)\b"
)
"""What is said behind the name of an object of a cluster, and never behind a secret."""
_TYPE = compiled(r"[A-Za-z_]+\([\d, ]{0,12}\)")
_VARIABLE = compiled(r"[A-Z][A-Z0-9_]*")
_NAME = compiled(r"(?i)(?:sha\d+[:\-]|req-|https?:|/|[a-z]+\.[a-z]+\.[a-z]+$|\w+=[^=]|\w+\(|0x)")
_MIXED = compiled(r"[a-z][A-Z]|[A-Za-z].*[0-9]|[0-9].*[A-Za-z]|^[0-9]{6,}$|[^\w.\-:/]")
# Durations, sizes, shares: `0.12s`, `3d4h`, `3of4`.
_MEASURED = compiled(r"(?:\d{1,6}(?:\.\d{1,4})?(?:ms|us|ns|[smhdwy]|[KMGT]i?B?|of|%)\d{0,4}){1,4}")
_SETTING = compiled(r"\[?[\w.\-]*[=:].*")
_TOLD = compiled(r"(?i)\b(?:is|was|ist|lautet|(?:set|changed|reset|updated) to)[ \t:]+[\"']?$|\bwith password[ \t]+$")
_MOST_COLONS = 2
# What a sentence about an option goes on with: `--password to make`.
_JOINS = words(
    "to if which that and or for in is as from when with without via through is are was of on by into"
    " maybe may must can should the this"
)
# What a sentence calls an option, behind it; passwords are called so, too, where a command has one.
_OPTIONS = words("option options flag flags command argument arguments parameter switch switches support")
_IN_A_SENTENCE = compiled(
    r"(?i)(?:^|[^\w\-/.])(?:the|an?|of|use[sd]?|using|with(?:out)?|add(?:s|ed)?|new|via|or|and|no|this|its?|by|for"
    r"|when|if|both|see|deprecated|removed?|support(?:s|ed)?)[ \t][\"'`(]?-{0,2}\Z"
)
_ABOUT = compiled(r"(?i)[a-z]*(?:ed|ing|able|ible|ory|ary|ful|less|ive|ong|ort|ect|ent|ant|en|ly)")


def is_word(value: str) -> bool:
    """Tell whether a word of a sentence looks like a password, and not like a word."""
    if _keys.is_placeholder(value):
        return False
    value = value.rstrip(".!?:)]}")
    if _keys.is_placeholder(value) or _keys.is_state(value) or _SETTING.fullmatch(value) or _MEASURED.fullmatch(value):
        return False
    return _MIXED.search(value) is not None


def is_told(match: re.Match[str]) -> bool:
    """Tell whether a sentence ends by telling the password (`the password is tulips`)."""
    before = match.string[max(0, match.start("prose") - 20) : match.start("prose")]
    after = match.string[match.end("prose") : match.end("prose") + 1]
    return after in {"", "\n", "\r", '"', "'"} and _TOLD.search(before) is not None and is_last_word(match["prose"])


def is_last_word(value: str) -> bool:
    """Tell whether a word that ends a line may be a password there: it says nothing about one."""
    value = value.rstrip(".!?:")
    parts = re.split("[-_]", value)
    return (
        all(part.isalnum() for part in parts)
        and len(value) >= 6
        and not any(map(_keys.is_state, parts))
        and not any(map(_keys.is_condition, parts))
        and not _keys.is_placeholder(value)
        and not any(map(is_about, parts))
    )


def is_about(word: str) -> bool:
    """Tell whether a word ends as those do that say how or what something is."""
    return _ABOUT.fullmatch(word) is not None


def is_made(value: str) -> bool:
    """Tell whether a word was made by a machine, and is no name of anything."""
    return (
        _made_in_parts(_entropy.OUR_MARK.sub("", value).rstrip(".:="))
        and not _keys.is_placeholder(value)
        and not _NAME.match(value)
    )


def _made_in_parts(value: str) -> bool:
    """Tell whether a value, or of one that colons divide in many a part, was made by a machine."""
    parts = value.split(":")
    return any(map(_entropy.is_machine_made, parts if len(parts) > _MOST_COLONS else [value]))


def is_cell(key: str, value: str) -> bool:
    """Tell whether what stands beside a name, by blanks or a sign alone, is a password and not a word or a type."""
    telling = _keys.tells(key)
    if telling is Tells.MAYBE:
        return _entropy.is_machine_made(value) and any(character.isdigit() for character in value)
    if telling < Tells.CODE or not is_word(value) or _TYPE.fullmatch(value):
        return False
    return telling is Tells.PASSWORD or _VARIABLE.fullmatch(key) is not None or _entropy.is_machine_made(value)


def is_of_an_option(text: str, start: int, value: str) -> bool:
    """Tell whether a sentence goes on with a word for the option that it names: `the --password option`."""
    return (
        value.lower().rstrip(".,;:") in _OPTIONS and _IN_A_SENTENCE.search(text, max(0, start - 24), start) is not None
    )


def is_word_about(key: str, value: str) -> bool:
    """Tell whether a bare value is a word about the credential, or the name of one: `--secret dbPassword`."""
    if value.lower() in _JOINS:
        return True
    is_name = len(_keys.words(value)) > 1 and value.isalpha() and _keys.tells(value) >= Tells.TOKEN
    # What usage lines call what is to be given: `--password PASSWORD`.
    metavariable = value.isupper() and value.lower().strip("]") in _keys.words(key)
    return metavariable or _keys.is_condition(value) or (key.lower() == "secret" and is_name)
