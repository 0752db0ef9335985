"""Numbers of phones after a telling word, in a field or a column that is named so."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Form, Hit, Options, Ranges, alone
from collector.redaction.detectors import _national, _telling
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._number_names import names_a_quantity
from collector.redaction.detectors._number_shapes import before_a_day, digits_of, longest
from collector.redaction.detectors._units import unit_follows
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import ignoring_case

# Words that are written in one with the word for a phone: `customerPhone`.
_WHOSE = words(
    "customer contact user client home work office business company billing shipping delivery primary secondary alt"
    " alternate guest driver emergency display sender recipient receiver private personal owner member patient verified"
    " support sales store buyer seller agent employee parent account login reply direct main new old my your to from"
    " mobil mobile fest privat dienst hem arbets haus"
)
_ANYBODYS = _WHOSE - {"account"} | words("the a this that invalid unknown wrong same bad given unreachable blocked")
_WHOSE_ENDS = tuple(sorted(word for word in _WHOSE if len(word) > 4))
_LETTERS = compiled(r"[a-z]{1,32}\Z")
_FURTHER = compiled(
    r"[\"']?[ ]?(?:[,;/|]|>?->|\b(?:or|and|to|oder|und|ou|et|o|y|e|i)\b)[ ]?[\"']?(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,3}\d){6,16})(?![\d])"
)
_PAUSE = compiled(r"[ ]?/[ ]?(?=[+(0]|\d{5})|[ \t]\((?=\d)")
SHORTEST = 6
"""Digits of a number in groups, and before a remark in brackets; no prefix, whose number in brackets follows, is as long."""
SHORTEST_OF_TWO = 8
"""Digits of a number before a stroke; no prefix before one is as long."""
_DIGITS = compiled(r"\d")
_PLURAL = compiled(r"[ _\-](?!num|is|es)\w{2,}s\Z")
_CELL_OF = compiled(r"(?i)cell(?P<several>s)?[ =]")
# A word that no devices and messages are counted under: `mobile 734562` tells how many.
_OF_A_LINE = compiled(r"(?i)tele(?:phone|[fp]o)|tel[.: ]|t\u00e9l|(?:\w{0,24} (?:number|no|nr|nummer)\b)|rufnummer")
# A word and a number that nothing stands beside but further ones.
_ALONE_BEFORE = compiled(r"(?:^|[,;|(\n\"\u00b7\u2022]|\b(?i:my|his|her|their|your|the customer's))[ \t]{0,8}\Z")
_ALONE_BEHIND = compiled(r"[ \t]{0,4}(?:$|[,;|)\"\r\n\u00b7\u2022]|\.(?!\w))")
_SIGN = compiled(r"[:=>]")
_IS = compiled(r" (?i:is|ist|est|es|lautet|jest|er|\u00e8|\u00e9|\u00e4r) ")
_DECIMAL = compiled(r"[1-9]\d*\.\d+")
# `order number`, `invoice_number`; not an element's name, as in `<call number="…"`.
_BEFORE_NUMBER = compiled(r"(?<![<\w])(?P<word>[^\W\d]\w*?)[ _\-.]\Z")
# A share of a total; a number that is written so has a prefix, or further groups.
_SHARE = compiled(r"[1-9]\d{0,8} / [1-9]\d{0,8}")
# A number in such groups has other figures: no month is above 12, no day above 31, and what is written happened lately.
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = compiled(
    rf"(?:19|20)\d\d[-./]{_MONTH}[-./]{_DAY}(?!\d)|(?:{_DAY}[./\-]{_MONTH}|{_MONTH}[./\-]{_DAY})[./\-](?:19|20)\d\d(?!\d)"
)
_WORD = compiled(r"[A-Za-z0-9]")
_HEX = compiled(r"[a-f][0-9a-f]{2,}(?!\w)")
# How many there are, by a word for several, or for all: `phones=4711`, `total_phones: 47110815`.
_SEVERAL_WORDS = ("phones", "mobiles", "msisdns", "numbers", "contacts")
_SEVERAL = rf"(?:tele)?(?:{'|'.join(_SEVERAL_WORDS)})"
_WHICH = r"(?:in)?(?:valid|active|checked|verified|failed|sent|found|left|imported|skipped)"
_COUNTED = compiled(
    rf"(?i)(?<![a-z])(?:(?P<all>(?:total|sum|unique|distinct|all|max|min|nr?_of|num)[_\- ]{_SEVERAL})|(?:(?P<which>{_WHICH}[_\- ])|[a-z]{{1,16}}[_\- ])?{_SEVERAL}(?P<found>[_\- ]{_WHICH})?)[\"']?[ \t]{{0,4}}[:=][ \t]{{0,4}}\Z"
)
_LONGEST_KEY = 64
LONGEST_COUNTED = 6
"""Digits up to which a whole number under a word for several numbers of phones says how many there are.

One more where a word tells which of them: `valid_phones`; a number within a city has as many."""
_CHANNELS = frozenset({_national.SIP, _national.DIALLED, _national.RECORDED})
_CELL = compiled(_telling.NUMBER)
Accepts = Callable[[str, re.Match[str]], bool]


def _begins_a_word(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell whether no letter stands before, or one of the words that are written in one with the next."""
    before = _LETTERS.search(match.string, max(0, match.start() - 32), match.start())
    return before is None or before.group() in _WHOSE or before.group().endswith(_WHOSE_ENDS)


def names_a_phone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name with the word for a phone is not one of a quantity, and the number is one a phone can have."""
    number = match["number"]
    # `phone calls: 12345678`
    if number.isdigit() and number[0] != "0" and _PLURAL.search(match["key"]):
        return False
    if not SHORTEST + number.isdigit() <= len(digits_of(number)) <= numbering.LONGEST:
        return False
    return _DECIMAL.fullmatch(number) is None and not names_a_quantity(text[slice(*match.span("key"))])


def is_alone(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell whether no word before `number` says what is numbered, or one does that says whose it is."""
    before = _BEFORE_NUMBER.search(match.string, max(0, match.start() - 24), match.start())
    return before is None or before.group("word") in _ANYBODYS


def is_valid(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell whether the number is a valid international one."""
    return numbering.is_valid(match["number"])


def is_valid_in_full(text: str, match: re.Match[str]) -> bool:
    """Tell whether the digits of a number in groups are a valid international one, and of nothing else."""
    is_other = match.group().startswith("number") and not is_alone(text, match)
    return not is_other and numbering.is_valid(digits_of(match["number"]))


def anywhere(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell that the pattern alone decides."""
    return True


def told(
    pattern: re.Pattern[str],
    heads: str | re.Pattern[str] | tuple[str, ...] = (),
    around: Callable[[str, Ranges], Ranges] = alone,
    accepts: Accepts = _begins_a_word,
) -> Form:
    """Return the form of a number after a telling word, of a pattern for a text in lower case."""

    def find(text: str, options: Options) -> Iterator[Hit]:
        for match in pattern.finditer(lower(text)):
            if accepts(text, match) and not _goes_on(text, match):
                yield from _with_further(text, match, options)

    listed = heads if isinstance(heads, tuple) else (heads,)
    return Form(lambda _: listed or (ignoring_case(pattern),), find, around)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether bare digits are the beginning of something longer: a version, an id, a name."""
    # A channel of Asterisk's is a number with a count of its own behind: `PJSIP/N-0000001a`.
    if match.re in _CHANNELS or not match["number"].isdigit():
        return False
    end = match.end("number")
    if _HEX.match(text, end):
        return True
    return (text[end : end + 1] or " ") in "._-" and _WORD.match(text[end + 1 : end + 2]) is not None


def told_elsewhere(pattern: re.Pattern[str], heads: re.Pattern[str]) -> Form:
    """Return the same for a pattern with no word of ASCII alone: most texts are."""
    form = told(pattern, heads)

    def find(text: str, options: Options) -> Iterator[Hit]:
        return iter(()) if text.isascii() else form.find(text, options)

    return Form(form.heads, find)


def _with_further(text: str, match: re.Match[str], options: Options) -> Iterator[Hit]:
    """Yield a number after a telling word, and those listed behind it that are written alike or with a prefix."""
    current: re.Match[str] | None = match
    while current:
        number = _one(text, current)
        found = list(_keyed(text, number, options))
        yield from found
        further = _FURTHER.match(text, number.end("number")) if found else None
        current = further if further and _is_alike(number["number"], further["number"]) else None


def _one(text: str, match: re.Match[str]) -> re.Match[str]:
    """Return a number without what stands behind it: a day, the next one after a stroke, a remark in brackets."""
    start, end = match.span("number")
    if (day := before_a_day(text, start, end)) < end:
        match, end = _CELL.fullmatch(text, start, day) or match, day
    for pause in _PAUSE.finditer(text, start, end):
        if len(digits_of(text[start : pause.start()])) >= (SHORTEST if "(" in pause.group() else SHORTEST_OF_TWO):
            return _CELL.fullmatch(text, start, pause.start()) or match
    return match


def _is_alike(first: str, number: str) -> bool:
    if not number[0].isdigit() or not (number.isdigit() or first.isdigit()):
        return True
    return _DIGITS.sub("9", first) == _DIGITS.sub("9", number) or number[0] == first[0] == "0"


def _keyed(text: str, match: re.Match[str], options: Options) -> Iterator[Hit]:
    start, end = match.span("number")
    number = match.group("number")
    counted = number[0] not in "+(0" and match.re is not _national.ADDRESSED
    counted = counted and unit_follows(text, end) and not _FURTHER.match(text, end)
    # SQL's sign for anything stands on either side, or behind and in quotes.
    counted = counted and not (text[start - 1 : start] in {"%", "'"} and text[end : end + 2] in {"%'", '%"'})
    if _DATE.match(number) or counted or _SHARE.fullmatch(number):
        return
    bare = number.isdigit()
    if bare and _is_how_many(text, start, end):
        return
    # Of a table, a battery, a network.
    cell = _CELL_OF.match(text, match.start()) if bare and len(number) <= SHORTEST_OF_TWO else None
    if cell and (cell["several"] or not _is_a_label(text, match)):
        return
    digits = digits_of(number)
    # Six digits in groups are a number in small countries; six in a row need more than a word before them.
    if len(digits) < (7 if bare else 6) and not _is_said(text, match):
        return
    national = numbering.international(digits, options.region) if not number.startswith("+") else None
    value = national or numbering.canonical(digits)
    strong = numbering.is_valid(value)
    if not strong:
        cut = longest(text, start, end, numbering.is_valid)
        if cut and number.startswith(("+", "00")):
            end, value, strong = cut, numbering.canonical(digits_of(text[start:cut])), True
    yield Hit(start, end, value, learn=strong and len(value) >= 9)


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sign or a verb joins a word and its number, or nothing stands beside both."""
    if _SIGN.search(text, match.start(), match.start("number")):
        return True
    if _IS.search(text, match.start(), match.start("number")):
        return _ALONE_BEHIND.match(text, match.end("number")) is not None
    return _OF_A_LINE.match(text, match.start()) is not None and _is_a_label(text, match)


def _is_a_label(text: str, match: re.Match[str]) -> bool:
    """Tell whether the word begins a part of a line, and the number ends it: `Ann Roe, cell 2345678`."""
    before = _ALONE_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return before is not None and _ALONE_BEHIND.match(text, match.end("number")) is not None


def _is_how_many(text: str, start: int, end: int) -> bool:
    """Tell whether bare digits say how many numbers of phones there are."""
    before = text[max(0, start - _LONGEST_KEY) : start].lower()
    if text[start] == "0" or not any(word in before for word in _SEVERAL_WORDS):
        return False
    named = _COUNTED.search(text, max(0, start - _LONGEST_KEY), start)
    if named is None or _FURTHER.match(text, end):
        return False
    most = LONGEST_COUNTED + bool(named["which"] or named["found"])
    return named["all"] is not None or end - start <= most


def in_cells(cells: Callable[[str], Iterator[tuple[int, int]]]) -> Callable[[str, Options], Iterator[Hit]]:
    """Return what finds numbers of phones that fill cells of a table, of what finds the cells."""

    def find(text: str, options: Options) -> Iterator[Hit]:
        for start, end in cells(text):
            cell = _CELL.fullmatch(text, start, end)
            if cell:
                yield from _keyed(text, cell, options)

    return find
