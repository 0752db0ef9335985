"""What the name of a column says about the cells under it: numbers of phones, or of who calls and is called."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detectors._number_names import is_numbered, key_words, names_a_quantity
from collector.redaction.detectors._phone_words import (
    ABBREVIATED,
    CYRILLIC,
    EAST_ASIAN,
    ELSEWHERE,
    GREEK,
    LATIN,
    LATIN_STEMS,
    MARKED,
    PHRASES,
    spellings,
)
from collector.redaction.detectors._wordlist import words

_NUMBER = words(
    "number numbers no nr num nummer nummern numero numeros numer numara numarasi n broj br cislo szam numeris numurs nomor"
    " nombor nambari namba raqami nommer numri номер"
)
_NUMBERED = LATIN | words("wa contact kontakt from to src dst sender recipient receiver a b party")
# What further says which of the phones, and not what is told about it.
_WHICH = words(
    "value primary secondary main other home work office private privat personal business dienstlich geschaftlich"
    " e164 international national formatted raw normalized trabajo casa oficina bureau domicile fijo fixe"
)
_IN_FULL_BY_NAME = compiled(r"(?i)e\.?164\Z|(?<![a-z])(?:wa|whatsapp|caller|callee)[_\- ]?id\Z")
"""An id that is the number itself."""
_ENDS = (
    "nummer",
    "nummern",
    "nr",
    "number",
    "numbers",
    "numeros",
    "fon",
    "phone",
    "mobil",
    "szam",
    "numer",
    "cislo",
    "no",
)
_STEMS = frozenset({"phone", "telefon", "telephon", "telef", "handy", "mobil", "rufnummer", "mobiel", "puhelin"})
_LONGEST_ENDING = 5
# What is told of a phone, and is none of its numbers.
_ABOUT = words(
    "type kind model brand os country prefix ext extension provider carrier operator valid verified status hash"
)
_NOT_LATIN = frozenset(spellings(*CYRILLIC, *GREEK) + ELSEWHERE + EAST_ASIAN)
_ELSEWHERE = compiled(
    "|".join(f"{word}(?![^\\W_])" if word.lower() in ABBREVIATED else word for word in sorted(_NOT_LATIN))
)
# Who calls and is called, or writes and is written to: in tables of calls; elsewhere edges, routes, addresses.
_ENDS_OF_CALLS = words(
    "src dst source destination sender recipient receiver from to clid cli calling called contact number numero cep"
    " subscriber recipients receivers subscribers contacts numbers"
)
_PEOPLE = words("sender recipient receiver subscriber contact sms recipients receivers subscribers contacts")
_WRITTEN_TO = words("sender recipient receiver caller from to src dst wa")
_OF_CALLS = words(
    "calldate clid callerid disposition billsec duration seconds secs hangup answered answer channel dstchannel dcontext"
    " trunk call direction talktime ringtime body message text sms"
)
# Days and times, as digits and in seconds or milliseconds.
_TIME = compiled(r"20\d\d[01]\d[0-3]\d(?:\d{6})?|1[3-9]\d{8}(?:\d{3}){0,2}")
_ADDRESS = compiled(r"\d{1,3}(?:\.\d{1,3}){3}")
_DIALLED = compiled(r"\+\d[\d \-./()]{6,20}|\(?0[1-9][\d \-./()]{6,18}|\(?[2-9]\d\d\)?[ \-.]\d{3}[ \-.]\d{4}")
_AT_HOME = compiled(r"[2-9]\d{9}|[1-9]{2}9\d{8}|[6-9]\d{2}(?:[ .\-]?\d{3}){2}")
"""Of North America, Brazil, India and Spain."""
_IN_FULL = 9
"""Digits of the shortest number that is taken for one by its form alone."""
Cell = Callable[[str], bool]
IN_ASCII = (
    r"phone|foon|mobi|msisdn|cel|fax|tel|whatsapp|wasap|handy|rufnummer|portable|gsm|ponsel|komorka|puhelin|movil|caller|callee"
    r"|contact[ _]n|kontakt[ _]n|simu|selpon|dienthoai|didong|sdt|farsimi|landline|hotline|natel"
)
ELSEWHERE_COLUMN = "|".join((*spellings("m\u00f3vil", "t\u00e9l", "kom\u00f3rka", *MARKED), *sorted(_NOT_LATIN)))
COLUMN = f"{IN_ASCII}|{ELSEWHERE_COLUMN}"
"""A part of every name of a column of numbers, as `lower` leaves it."""
ENDS = (
    r"src|dst|source|destination|sender|recipient|receiver|from|to|clid|cli|calling|called|contact|number|n(?:u|ú)mero|cep|ani|dnis"
    r"|subscriber|(?:recipient|receiver|subscriber|contact|number)s|(?:sms|call)[ _-]?to|(?:\w*_)?e164"
    r"|(?:sender|recipient|receiver|caller|from|to|src|dst|wa|a|b|party)[ _-]?(?:number|nr|no|id)|(?:[a-z]{1,8}[ _])?(?:hp|telp)"
)
"""Every name of a column of who calls and is called, in lower case."""


def of_phones(names: list[str]) -> list[tuple[int, Cell]]:
    """Return the columns with numbers of phones, and which cells are such."""
    called = any(not _OF_CALLS.isdisjoint(key_words(name)) for name in names)
    found: list[tuple[int, Cell]] = []
    for column, name in enumerate(names):
        if is_phone(name):
            found.append((column, _is_any))
        elif _names_a_party(name):
            found.append((column, _is_no_time if called else partial(_is_of_a_party, name)))
    return found


def may_name(name: str) -> bool:
    """Tell whether a name may be one of a number of a phone, by what its values are."""
    return is_phone(name) or _names_a_party(name)


def is_named(name: str, value: str) -> bool:
    """Tell whether a name says of a value that it is a number of a phone."""
    return is_phone(name) or _is_of_a_party(name, value)


def _is_of_a_party(name: str, value: str) -> bool:
    """Tell whether a name is one of who calls or writes and who is called or written to, and the value a number."""
    judge = is_written_as_one if _PEOPLE.isdisjoint(key_words(name)) else is_dialled
    return _names_a_party(name) and judge(value)


@lru_cache(maxsize=4096)
def _names_a_party(name: str) -> bool:
    """Tell whether a name is one of who calls or writes and who is called or written to."""
    parts = key_words(name)
    if len(parts) == 2 and parts[1] == "id":
        return parts[0] in _WRITTEN_TO
    return bool(parts) and parts[-1] in _ENDS_OF_CALLS and not is_numbered(parts)


@lru_cache(maxsize=4096)
def is_phone(name: str) -> bool:
    """Tell whether a name is one of a phone's number: `Phone 1 - Value`, `Handynummer`, `broj telefona`."""
    if (not name.isascii() and _ELSEWHERE.search(name)) or _IN_FULL_BY_NAME.search(name):
        return True
    parts = [part for part in key_words(name) if not part.isdigit()]
    while len(parts) > 1 and parts[-1] in _WHICH:
        parts.pop()
    if any(phrase in " ".join(parts) for phrase in PHRASES):
        return True
    return bool(parts) and (_ends_in_a_phone(parts) or _tells_nothing_about_one(name, parts))


def _ends_in_a_phone(parts: list[str]) -> bool:
    last = parts[-1]
    if last in _NUMBER and len(parts) > 1:
        return parts[-2] in _NUMBERED or _is_inflected(parts[-2])
    return last in LATIN or _is_inflected(last) or (last.endswith(_ENDS) and any(stem in last for stem in _STEMS))


def _tells_nothing_about_one(name: str, parts: list[str]) -> bool:
    """Tell whether a name has a phone in it and says none of its properties."""
    return not _STEMS.isdisjoint(parts) and _ABOUT.isdisjoint(parts) and not names_a_quantity(name)


def _is_inflected(word: str) -> bool:
    """Tell whether a word is one for a phone with the ending of a case."""
    return any(word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING for stem in LATIN_STEMS)


def _is_any(cell: str) -> bool:
    return not _ADDRESS.fullmatch(cell)


def _is_no_time(cell: str) -> bool:
    return _is_any(cell) and not _TIME.fullmatch(cell)


def is_written_as_one(cell: str) -> bool:
    """Tell whether a value is written as numbers of phones are: with a plus, a trunk prefix, in groups, or valid."""
    digits = re.sub(r"\D", "", cell)
    if len(digits) < _IN_FULL or _ADDRESS.fullmatch(cell):
        return False
    return _DIALLED.fullmatch(cell) is not None or (
        cell.isdigit() and numbering.is_valid(cell) and numbering.is_usual(cell)
    )


def is_dialled(value: str) -> bool:
    """Tell the same, or whether it is written as at home where numbers have no trunk prefix."""
    return is_written_as_one(value) or (_AT_HOME.fullmatch(value) is not None and not _TIME.fullmatch(value))
