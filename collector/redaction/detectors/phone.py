"""Phone numbers: with a plus, after telling words, in JIDs, formatted, and bare digits that are a valid number.

Every seventh integer of 8 to 13 digits is a valid international number somewhere, so bare digits need more than that:
nothing in their surroundings may say that they count, measure or identify something else.
"""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Detector, Example, Form, Hit, Options, Ranges, alone
from collector.redaction.detectors import _counters, _inserts, _national, _tables, _telling
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import ignoring_case

_SEP = r"[ \t\-./()]{0,3}"
_PLUS = compiled(rf"\+[ ]?\(?\d(?:{_SEP}\d){{5,16}}(?!\d)")
_EXIT = compiled(rf"(?<![\w.+\-:])(?:00[ \-]?|011[ \-]?(?=[2-9])|8~10)(?P<code>[1-9])(?:{_SEP}\d){{6,15}}(?![\dA-F])")
# Before or behind one with a blank in it: bytes of a dump, columns of figures.
_DUMPED_BEFORE = compiled(r"(?:[0-9A-Fa-f]{2,}|>)[ \t]{1,3}\Z")
_DUMPED_BEHIND = compiled(r"[ \t]{1,3}[0-9A-Fa-f]{2,}(?!\w)")
_JID = compiled(r"(?<![\d.])(\d{5,17})(?:[.:_]\d{1,5}){0,2}@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast|hosted)\b")
_AT = r"[0-9]@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast|hosted)"
_BEFORE = r"(?:^|^[.\-]|[^0-9A-Za-z.\-]|[^0-9][.\-])"
# Of eight digits hardly any are met with; no calling code but 1 begins with 1, and its numbers have eleven digits: times in seconds or milliseconds are none.
_RUNS = (rf"{_BEFORE}[2-9][0-9]{{8}}", rf"{_BEFORE}1[0-9]{{10}}(?:[^0-9A-Za-z]|$)")
_BARE = compiled(r"(?<!\d)[1-9]\d{8,16}(?!\d)")
_NANP = compiled(
    r"(?<![\w.+\-$])(?:1[\-. ])?(?:(?:\(\d{3}\)[ +]?|\d{3}-)\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4})(?![\w\-%]|\.\d)"
)
_GROUPS = r"[0-9]{3}[).\-][ +]?[0-9]{3}[.\-][0-9]{4}"
# Words that are written in one with the word for a phone: `customerPhone`.
_WHOSE = words(
    "customer contact user client home work office business company billing shipping delivery primary secondary alt"
    " alternate guest driver emergency display sender recipient receiver private personal owner member patient verified"
    " support sales store buyer seller agent employee parent account login reply direct main new old my your to from"
    " mobil mobile fest privat dienst hem arbets haus"
)
_WHOSE_ENDS = tuple(sorted(word for word in _WHOSE if len(word) > 4))
_LETTERS = compiled(r"[a-z]{1,32}\Z")
_FURTHER = compiled(
    r"[\"']?[ ]?(?:[,;/|]|>?->|\b(?:or|and|oder|und|ou|et|o|y|e|i)\b)[ ]?[\"']?(?P<number>[+(]{0,2}\d(?:[ \t\-./()]{0,3}\d){6,16})(?![\d])"
)
_PAUSE = compiled(r"[ ]?/[ ]?(?=[+(0]|\d{5})|[ \t]\((?=\d)")
SHORTEST = 6
"""Digits of a number in groups, and before a remark in brackets; no prefix, whose number in brackets follows, is as long."""
SHORTEST_OF_TWO = 8
"""Digits of a number before a stroke; no prefix before one is as long."""
_DIGITS = compiled(r"\d")
_PLURAL = compiled(r" (?!numbers|is|es)\w{2,}s\Z")
_CELL_OF = compiled(r"(?i)cells?[ =]")
_DECIMAL = compiled(r"[1-9]\d*\.\d+")
# `order number`, `invoice_number`; not an element's name, as in `<call number="…"`.
_BEFORE_NUMBER = compiled(r"(?<![<\w])(?P<word>[^\W\d]\w*?)[ _\-.]\Z")


# A share of a total; a number that is written so has a prefix, or further groups.
_SHARE = compiled(r"[1-9]\d{0,8} / [1-9]\d{0,8}")
_DATE = compiled(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./\-]\d{1,2}[./\-]\d{4}(?!\d)")
_BREAK = compiled(r"(?<=\d)\D")
_WORD = compiled(r"[A-Za-z0-9]")
# A file named by a number, as exports and media are; dates and the times of an epoch are no valid numbers of this length.
_FILE_OF = compiled(
    r"(?<![\w.\-])(?!20[2-4]\d[01]\d[0-3]\d)\d{11,13}(?:[_\-][A-Za-z][\w\-]{0,40})?"
    r"\.(?:jpe?g|png|webp|gif|mp[34]|ogg|opus|aac|amr|pdf|vcf|docx?|json|txt|log|csv|xml|html|zip|bak)\b"
)


def digits_of(text: str) -> str:
    """Return the ASCII digits of a text in their order."""
    return "".join(c for c in text if "0" <= c <= "9")


def _plus(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _PLUS.finditer(text):
        start, end = match.span()
        if _counters.is_in_a_version(text, start):
            continue
        # Figures that are added: `17major+20481936minor`.
        if text[start - 1 : start].isalpha() and text[end : end + 1].isalpha():
            continue
        if start and (text[start - 1].isdigit() or (text[start - 1] in "eE" and text[start - 2 : start - 1].isdigit())):
            continue
        best = _longest(text, start, end, numbering.is_valid)
        if not (best or _counters.begins_coordinates(text, start)):
            best = _longest(text, start, end, _is_likely)
        if not best:
            continue
        canonical = numbering.canonical(digits_of(text[start:best]))
        valid = numbering.is_valid(canonical)
        counted = _counters.measure_follows(text, best) if valid else _counters.unit_follows(text, best)
        if not counted:
            yield Hit(start, best, canonical, learn=valid)


def _is_likely(digits: str) -> bool:
    return len(digits) >= 8 and numbering.is_possible(digits)


def _longest(text: str, start: int, end: int, accept: object) -> int | None:
    """Return the end of the longest part, cut where digits pause, that is accepted; 0 in brackets is a trunk prefix."""
    ends = [end, *(start + m.start() for m in reversed(list(_BREAK.finditer(text[start:end]))))]
    for cut in ends:
        digits = digits_of(text[start:cut].replace("(0)", ""))
        for spelling in (digits, numbering.canonical(digits)) if digits else ():
            if accept(spelling):  # type: ignore[operator]
                return cut
    return None


def _exit(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _EXIT.finditer(text):
        code = match.start("code")
        # America's exit code begins figures of other things, too.
        if match.group().startswith("011") and not numbering.is_usual(digits_of(text[code : match.end()])):
            continue
        end = _longest(text, code, match.end(), numbering.is_valid)
        if end and not (code - match.start() == len("00 ") and _is_dumped(text, match.start(), end)):
            yield Hit(match.start(), end, numbering.canonical(digits_of(text[code:end])), learn=True)


def _is_dumped(text: str, start: int, end: int) -> bool:
    """Tell whether digits stand in a row of figures: bytes of a dump, code points."""
    before = _DUMPED_BEFORE.search(text, max(0, start - 20), start)
    return before is not None or _DUMPED_BEHIND.match(text, end) is not None


def _nanp(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _NANP.finditer(text):
        digits = "1" + digits_of(match.group())[-10:]
        if numbering.is_valid(digits):
            yield Hit(match.start(), match.end(), digits, learn=True)


Accepts = Callable[[str, re.Match[str]], bool]


def _begins_a_word(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell whether no letter stands before, or one of the words that are written in one with the next."""
    before = _LETTERS.search(match.string, max(0, match.start() - 32), match.start())
    return before is None or before.group() in _WHOSE or before.group().endswith(_WHOSE_ENDS)


def _names_a_phone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name with the word for a phone is not one of a quantity, and the number is one a phone can have."""
    number = match["number"]
    # `phone calls: 12345678`
    if number.isdigit() and number[0] != "0" and _PLURAL.search(match["key"]):
        return False
    if not SHORTEST + number.isdigit() <= len(digits_of(number)) <= numbering.LONGEST:
        return False
    return _DECIMAL.fullmatch(number) is None and not _counters.names_a_quantity(text[slice(*match.span("key"))])


def _is_alone(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    """Tell whether no word before `number` says what is numbered, or one does that says whose it is."""
    before = _BEFORE_NUMBER.search(match.string, max(0, match.start() - 24), match.start())
    return before is None or before.group("word") in _WHOSE - {"account"}


def _is_valid(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    return numbering.is_valid(match["number"])


def _anywhere(text: str, match: re.Match[str]) -> bool:  # noqa: ARG001
    return True


def _told(
    pattern: re.Pattern[str],
    heads: str | re.Pattern[str] = "",
    around: Callable[[str, Ranges], Ranges] = alone,
    accepts: Accepts = _begins_a_word,
) -> Form:
    """Return the form of a number after a telling word, of a pattern for a text in lower case."""

    def find(text: str, options: Options) -> Iterator[Hit]:
        for match in pattern.finditer(lower(text)):
            if accepts(text, match):
                yield from _with_further(text, match, options)

    return Form(lambda _: (heads or ignoring_case(pattern),), find, around)


def _told_elsewhere(pattern: re.Pattern[str], heads: re.Pattern[str]) -> Form:
    """Return the same for a pattern with no word of ASCII alone: most texts are."""
    told = _told(pattern, heads)

    def find(text: str, options: Options) -> Iterator[Hit]:
        return iter(()) if text.isascii() else told.find(text, options)

    return Form(told.heads, find)


def _with_further(text: str, match: re.Match[str], options: Options) -> Iterator[Hit]:
    """Yield a number after a telling word, and those listed behind it that are written alike or with a prefix."""
    told: re.Match[str] | None = match
    while told:
        number = _one(text, told)
        found = list(_keyed(text, number, options))
        yield from found
        further = _FURTHER.match(text, number.end("number")) if found else None
        told = further if further and _is_alike(number["number"], further["number"]) else None


def _one(text: str, told: re.Match[str]) -> re.Match[str]:
    """Return a number without what stands behind it: the next one after a stroke, a remark in brackets."""
    start, end = told.span("number")
    for pause in _PAUSE.finditer(text, start, end):
        if len(digits_of(text[start : pause.start()])) >= (SHORTEST if "(" in pause.group() else SHORTEST_OF_TWO):
            return _CELL.fullmatch(text, start, pause.start()) or told
    return told


def _is_alike(first: str, number: str) -> bool:
    if not number[0].isdigit() or not (number.isdigit() or first.isdigit()):
        return True
    return _DIGITS.sub("9", first) == _DIGITS.sub("9", number) or number[0] == first[0] == "0"


def _jid(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _JID.finditer(text):
        yield Hit(match.start(1), match.end(1), numbering.canonical(match.group(1)), learn=True)


def _keyed(text: str, match: re.Match[str], options: Options) -> Iterator[Hit]:
    start, end = match.span("number")
    number = match.group("number")
    counted = number[0] not in "+(0" and _counters.unit_follows(text, end) and not _FURTHER.match(text, end)
    # SQL's sign for anything stands on either side.
    counted = counted and not text[start - 1 : start] == "%" == text[end : end + 1]
    if _DATE.match(number) or counted or _SHARE.fullmatch(number):
        return
    bare = number.isdigit()
    # Of a table, a battery, a network.
    if bare and len(number) <= SHORTEST_OF_TWO and _CELL_OF.match(text, match.start()):
        return
    # A channel of Asterisk's is a number with a count of its own behind: `PJSIP/N-0000001a`.
    if (
        bare
        and match.re not in _CHANNELS
        and (text[end : end + 1] or " ") in "._-"
        and _WORD.match(text[end + 1 : end + 2])
    ):
        return
    digits = digits_of(number)
    # Six digits in groups are a number in small countries; six in a row need more than a word before them.
    if len(digits) < (7 if bare else 6) and not re.search(r"[:=>]", text[match.start() : start]):
        return
    national = numbering.international(digits, options.region) if not number.startswith("+") else None
    value = national or numbering.canonical(digits)
    strong = numbering.is_valid(value)
    if not strong:
        cut = _longest(text, start, end, numbering.is_valid)
        if cut and number.startswith(("+", "00")):
            end, value, strong = cut, numbering.canonical(digits_of(text[start:cut])), True
    yield Hit(start, end, value, learn=strong and len(value) >= 9)


_CHANNELS = frozenset({_national.SIP, _national.DIALLED, _national.RECORDED})
_CELL = compiled(_telling.NUMBER)


def _columns(cells: Callable[[str], Iterator[tuple[int, int]]]) -> Callable[[str, Options], Iterator[Hit]]:
    def find(text: str, options: Options) -> Iterator[Hit]:
        for start, end in cells(text):
            cell = _CELL.fullmatch(text, start, end)
            if cell:
                yield from _keyed(text, cell, options)

    return find


def _bare(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _BARE.finditer(text):
        start, end = match.span()
        if (
            numbering.is_valid(match.group())
            and numbering.is_usual(match.group())
            and (
                _FILE_OF.match(text, start)
                or not (_counters.is_part(text, start, end) or _counters.counts(text, start, end))
            )
        ):
            yield Hit(start, end, match.group())


DETECTOR = Detector(
    name="phone",
    kind="identity",
    mark="phone",
    forms=(
        Form(lambda _: (_PLUS,), _plus),
        Form(lambda _: (_EXIT,), _exit),
        Form(lambda _: (_GROUPS,), _nanp),
        _told(_telling.KEYED),
        _told_elsewhere(_telling.KEYED_ELSEWHERE, _telling.KEYED_ELSEWHERE_HEAD),
        _told(_telling.KEYED_SHORT),
        _told(_national.CALLED),
        _told(_national.CALLED_ELSEWHERE),
        _told(_telling.SIGN, _telling.SIGN_HEAD),
        _told(_telling.SIGNED, _telling.SIGNED_HEAD),
        _told(_national.IN_A_NAME, _national.IN_A_NAME_HEAD, accepts=_names_a_phone),
        _told(_national.BY_A_SIGN),
        _told(_national.A_NUMBER, accepts=_is_alone),
        _told(_national.MINE),
        _told(_national.UNDER),
        _told(_national.FROM_OR_TO, accepts=_is_valid),
        _told(_national.DONE_WITH),
        _told(_national.DONE_ELSEWHERE),
        _told(_national.REACHED),
        _told(_national.FOLLOWED, _national.FOLLOWED_HEAD),
        _told(_national.STATION),
        _told(_national.GROUPED, _national.GROUPED_HEAD, accepts=_anywhere),
        _told(_national.DIALLED),
        _told(_national.CALLED_BY),
        _told(_national.DIAL_PLAN),
        _told(_national.RECORDED),
        _told(_national.CALLER, accepts=_anywhere),
        _told(_national.ADDRESSED),
        _told(_national.SIGNED, accepts=_anywhere),
        _told(_national.MODEM),
        _told(_national.MODEM_DIALS),
        _told(_national.AT_A_SERVER),
        _told(_national.SIP),
        _told(_national.SIP_NAME),
        _told(_telling.BESIDE),
        _told(_telling.LISTED, _telling.LISTED_HEAD, around),
        _told(_telling.FORM_DATA, "(?i)form-data", around),
        Form(lambda _: _tables.PHONE_HEADS, _columns(_tables.phone_cells), _tables.tables),
        Form(lambda _: _inserts.HEADS, _columns(_inserts.phone_cells), _inserts.insertions),
        Form(lambda _: (_AT,), _jid),
        Form(lambda _: _RUNS, _bare),
    ),
    examples=(
        Example("no ack from +49 (151) 2345-6789 after 3 tries", ("2345",)),
        Example("peer=tel:+33-6-12-34-56-78 state=UP", ("12-34",)),
        Example("upsert 4915123456789@s.whatsapp.net ok", ("4915123456789",)),
        Example("call 0044 20 7946 0018 again", ("7946",)),
        Example("mobile (0151) 23456789", ("23456789",)),
        Example('{"wa_id": "4915123456789"}', ("4915123456789",)),
        Example("forward to 4915123456789 failed", ("4915123456789",)),
        Example("offset 4915123456789 of partition 7"),
        Example("4915123456789 bytes written"),
        Example("2026-11-23 08:45:12,123 job 4711 ok"),
        Example('{"t": 1795423512345, "usage_bytes": 33612345678}'),
        Example("Worker.run(Worker.java:520) took 5 ms"),
        Example("version 4.9.151.234567"),
    ),
)
