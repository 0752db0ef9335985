"""What the name of a column says about the cells under it: numbers of phones, or of who calls and is called."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detectors import _number_names
from collector.redaction.detectors._wordlist import words

_PHONE = words(
    "phone phones telephone mobile mobil mobilephone cellphone tel msisdn cell fax telefon celular whatsapp handy"
    " telefono telefone telefoon telephon telemovel movil mobiel cellulare cel gsm hp telp telepon handphone ponsel"
    " portable komorka puhelin matkapuhelin tlf telf tfno mobitel telefax caller callee ani dnis"
)
_NUMBER = words("number no nr num nummer numero numer numara numarasi n")
_NUMBERED = _PHONE | words("contact kontakt from to src dst sender recipient receiver a b party")
# What further says which of the phones, and not what is told about it.
_WHICH = words(
    "value primary secondary main other home work office private privat personal business dienstlich geschaftlich"
    " e164 international national formatted raw normalized trabajo casa oficina bureau domicile fijo fixe"
)
_STEMS = ("phone", "telefon", "telephon", "telef", "handy", "mobil", "rufnummer", "mobiel", "puhelin")
_ENDS = ("nummer", "nr", "number", "fon", "phone", "mobil", "szam", "numer", "cislo", "no")
_ELSEWHERE = compiled(
    r"手机|手機|电话|電話|携帯|телефон|мобил|тел\b|τηλ|κινητ|هاتف|جوال|موبايل|تلفن|전화|휴대|핸드폰|연락처|โทร|dien thoai|फोन|मोबाइल|טלפון|נייד"
)
# Who calls and is called, or writes and is written to: in tables of calls; elsewhere edges, routes, addresses.
_ENDS_OF_CALLS = words(
    "src dst source destination sender recipient receiver from to clid cli calling called contact number numero cep"
)
_WRITTEN_TO = words("sender recipient receiver caller from to src dst wa")
_OF_CALLS = words(
    "calldate clid callerid disposition billsec duration seconds secs hangup answered answer channel dstchannel dcontext"
    " trunk call direction talktime ringtime body message text sms"
)
# Days and times, as digits and in seconds or milliseconds.
_TIME = compiled(r"20\d\d[01]\d[0-3]\d(?:\d{6})?|1[3-9]\d{8}(?:\d{3}){0,2}")
_ADDRESS = compiled(r"\d{1,3}(?:\.\d{1,3}){3}")
_DIALLED = compiled(r"\+\d[\d \-./()]{6,20}|\(?0[1-9][\d \-./()]{6,18}|\(?[2-9]\d\d\)?[ \-.]\d{3}[ \-.]\d{4}")
_IN_FULL = 9
"""Digits of the shortest number that is taken for one by its form alone."""
Cell = Callable[[str], bool]
COLUMN = (
    r"phone|mobi|msisdn|cel|fax|tel|whatsapp|handy|rufnummer|portable|gsm|ponsel|kom(?:o|ó)rka|puhelin|m(?:o|ó|Ó)vil|t(?:é|É)l"
    r"|caller|callee|contact[ _]n|kontakt[ _]n"
    r"|手机|手機|电话|電話|携帯|елефон|обил|ηλ|ινητ|هاتف|جوال|موبايل|تلفن|전화|휴대|핸드폰|연락처|โทร|điện thoại|फोन|मोबाइल|טלפון|נייד"
)
"""A part of every name of a column of numbers, in lower case."""
ENDS = (
    r"src|dst|source|destination|sender|recipient|receiver|from|to|clid|cli|calling|called|contact|number|n(?:u|ú)mero|cep|ani|dnis"
    r"|(?:sender|recipient|receiver|caller|from|to|src|dst|wa|a|b|party)[ _-](?:number|nr|no|id)|(?:[a-z]{1,8}[ _])?(?:hp|telp)"
)
"""Every name of a column of who calls and is called, in lower case."""


def in_bytes(pattern: str) -> str:
    """Return a pattern as a head has it: other characters than ASCII's as their bytes in UTF-8."""
    return "".join(c if c.isascii() else "".join(f"\\x{byte:02x}" for byte in c.encode()) for c in pattern)


def of_phones(names: list[str]) -> list[tuple[int, Cell]]:
    """Return the columns with numbers of phones, and which cells are such."""
    called = any(not _OF_CALLS.isdisjoint(_number_names.key_words(name)) for name in names)
    found: list[tuple[int, Cell]] = []
    for column, name in enumerate(names):
        if is_phone(name):
            found.append((column, _is_any))
        elif _is_end_of_a_call(name):
            found.append((column, _is_dialled if called else _is_written_as_one))
    return found


def _is_end_of_a_call(name: str) -> bool:
    parts = _number_names.key_words(name)
    if len(parts) == 2 and parts[1] == "id":
        return parts[0] in _WRITTEN_TO
    return bool(parts) and parts[-1] in _ENDS_OF_CALLS


def is_phone(name: str) -> bool:
    """Tell whether a name is one of a phone's number: `Phone 1 - Value`, `Handynummer`, `from_number`."""
    parts = [part for part in _number_names.key_words(name) if not part.isdigit()]
    while len(parts) > 1 and parts[-1] in _WHICH:
        parts.pop()
    if not parts:
        return False
    last = parts[-1]
    if last in _NUMBER and len(parts) > 1:
        return parts[-2] in _NUMBERED
    is_compound = last.endswith(_ENDS) and any(stem in last for stem in _STEMS)
    return last in _PHONE or is_compound or _ELSEWHERE.search(" ".join(parts)) is not None


def _is_any(cell: str) -> bool:
    return not _ADDRESS.fullmatch(cell)


def _is_dialled(cell: str) -> bool:
    return _is_any(cell) and not _TIME.fullmatch(cell)


def _is_written_as_one(cell: str) -> bool:
    """Tell whether a cell is written as numbers of phones are: with a plus, a trunk prefix, in groups, or valid."""
    digits = re.sub(r"\D", "", cell)
    if len(digits) < _IN_FULL or _ADDRESS.fullmatch(cell):
        return False
    return _DIALLED.fullmatch(cell) is not None or (
        cell.isdigit() and numbering.is_valid(cell) and numbering.is_usual(cell)
    )
