"""Numbers of phones by their own shape: with a plus, an exit code, in groups, in JIDs, or valid in full."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _counters, _number_names
from collector.redaction.detectors._headed import with_headers
from collector.redaction.detectors._owners import with_owners
from collector.redaction.detectors._units import measure_follows, unit_follows

_SEP = r"[ \-./()]{0,3}"
_PLUS = compiled(rf"\+[ ]?\(?\d(?:{_SEP}\d){{5,16}}(?!\d)")
_SUM = compiled(r"\d \+ ")
_EXIT = compiled(
    rf"(?<![A-Za-z0-9+])(?:00[ \-]?|011[ \-.]?(?=[2-9])|8~10)(?P<code>[1-9])(?:{_SEP}\d){{6,15}}(?![\dA-F])"
)
_LETTER = compiled(r"[A-Za-z]")
# A sign that joins it to a name; figures go on over such signs: fractions, times, addresses, ids in parts.
_JOINING = compiled(r"[._\-:]\Z")
_NAME_JOINED = compiled(r"(?<![^\W_])([A-Za-z]{1,24})[._\-:]\Z")
# Before or behind one with a blank in it: bytes of a dump, columns of figures.
_DUMPED_BEFORE = compiled(r"(?:(?:(?<![A-Za-z])|(?<=[xX]))[0-9A-Fa-f]{2,}|>)[ \t]{1,3}\Z")
_DUMPED_BEHIND = compiled(r"[ \t]{1,3}[0-9A-Fa-f]{2,}(?!\w)")
_JID = compiled(r"(?<![\d.])(\d{5,17})(?:[.:_]\d{1,5}){0,2}@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast|hosted)\b")
_AT = r"[0-9]@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast|hosted)"
_BEFORE = r"(?:^|^[.\-]|[^0-9A-Za-z.\-]|[^0-9][.\-])"
# Of eight digits hardly any are met with; no calling code but 1 begins with 1, and its numbers have eleven digits: times in seconds or milliseconds are none.
# A picture of a day, and of whom it is.
_RUNS = (
    rf"{_BEFORE}[2-9][0-9]{{8}}",
    rf"{_BEFORE}1[0-9]{{10}}(?:[^0-9A-Za-z]|$)",
    r"[0-9]-[1-9][0-9]{10}[0-9]*\.[a-z]",
)
_BARE = compiled(r"(?<!\d)[1-9]\d{8,16}(?!\d)")
# With a plus and a calling code that is in use, in one piece or in groups, a number is one although no plan knows it.
_WRITTEN = compiled(
    r"(?<![\w)\]])\+[1-9](?:\d{9,13}|\d{0,2}(?:[ .\-]?\(\d{1,5}\)[ .\-]?|[ .\-])\d{1,5}(?:[ .\-]\d{2,5}){1,5})(?!\w|[.,\-]\d|[ ][+\-]\d)"
)
_THOUSANDS = compiled(r"\+\d{1,3}(?:[ .]\d{3})+")
_FEWEST_WRITTEN = 10
# An amount: groups of a number have two figures or more, and there are several.
_DECIMAL = compiled(r"\+\d{4,12}\.\d{1,2}(?![\w.])")
_NANP = compiled(
    r"(?<![\w.+\-$])(?:1[\-. ])?(?:(?:\(\d{3}\)[ +\-]?|\d{3}-)\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4})(?![\w\-%]|\.\d)"
)
_GROUPS = r"[0-9]{3}[).\-][ +\-]?[0-9]{3}[.\-][0-9]{4}"
_BREAK = compiled(r"(?<=\d)\D")
# A file named by a number, as exports and media are; dates and the times of an epoch are no valid numbers of this length.
_FILE_OF = compiled(
    r"(?<![\w.\-])(?!20[2-4]\d[01]\d[0-3]\d)\d{11,13}(?:[_\-][\w\-]{1,40})?"
    r"\.(?:jpe?g|png|webp|gif|mp[34]|ogg|opus|aac|amr|pdf|vcf|docx?|xlsx?|json|txt|log|csv|xml|html|zip|bak|db|sqlite3?|(?:db\.)?crypt\d{1,2}|m4a|wav|3gp|webm|mov|heic)\b"
)


# What stands behind a blank and is no further group: a day, a time.
_DAY_OR_TIME = compiled(
    r"[ ]{1,3}(?=\d{4}[\-/]\d\d[\-/]\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)|\d\d:\d\d(?!\d)|20\d\d[01]\d[0-3]\d(?!\d))"
)
_LONGEST_DAY = 12
_SHORT = len("+") + 9


def digits_of(text: str) -> str:
    """Return the ASCII digits of a text in their order."""
    return "".join(c for c in text if "0" <= c <= "9")


def before_a_day(text: str, start: int, end: int) -> int:
    """Return where a number ends behind which a day or a time stands, which looks like further groups."""
    day = _DAY_OR_TIME.search(text, start, end + _LONGEST_DAY)
    return day.start() if day and day.start() < end else end


def longest(text: str, start: int, end: int, accept: object) -> int | None:
    """Return the end of the longest part, cut where digits pause, that is accepted; 0 in brackets is a trunk prefix."""
    ends = [end, *(start + m.start() for m in reversed(list(_BREAK.finditer(text[start:end]))))]
    for cut in ends:
        digits = digits_of(text[start:cut].replace("(0)", ""))
        for spelling in (digits, numbering.canonical(digits)) if digits else ():
            if accept(spelling):  # type: ignore[operator]
                return cut
    return None


def _plus(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _PLUS.finditer(text):
        start, end = match.start(), before_a_day(text, *match.span())
        if _counters.is_in_a_version(text, start) or _SUM.search(text, max(0, start - 2), start + 2):
            continue
        # Figures that are added: `17major+20481936minor`.
        if _LETTER.match(text, start - 1) and _LETTER.match(text, end):
            continue
        if _DECIMAL.match(text, start):
            continue
        if start and (text[start - 1].isdigit() or (text[start - 1] in "eE" and text[start - 2 : start - 1].isdigit())):
            continue
        best = longest(text, start, end, numbering.is_valid)
        if not (best or _counters.begins_coordinates(text, start)):
            best = longest(text, start, end, _is_likely) or _end_of_written(text, start)
        if not best:
            continue
        canonical = numbering.canonical(digits_of(text[start:best]))
        valid = numbering.is_valid(canonical)
        if valid:
            counted = _is_measured(text, start, best) or _counters.is_difference(text, start, best)
        else:
            counted = unit_follows(text, best) or _counters.is_named_so(text, start)
        if not counted:
            yield Hit(start, best, canonical, learn=valid)


def _end_of_written(text: str, start: int) -> int | None:
    """Return where a number ends that is written as numbers of phones are, with a calling code that is in use."""
    written = _WRITTEN.match(text, start)
    digits = digits_of(written.group()) if written else ""
    if written is None or not _FEWEST_WRITTEN <= len(digits) <= numbering.LONGEST:
        return None
    has_code = numbering.calling_code(digits) is not None
    return written.end() if has_code and not _THOUSANDS.fullmatch(written.group()) else None


def _is_measured(text: str, start: int, end: int) -> bool:
    """Tell whether a unit follows a number in one piece that is shorter than most: what is added is written so, too."""
    return measure_follows(text, end) and end - start <= _SHORT and text[start + 1 : end].isdigit()


def _is_likely(digits: str) -> bool:
    # America's numbers have ten digits behind their code, and seven within a city alone.
    return len(digits) >= (8 if digits[0] != "1" else 11) and numbering.is_possible(digits)


def _exit(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _EXIT.finditer(text):
        code = match.start("code")
        if _JOINING.search(text, max(0, match.start() - 1), match.start()) and not _is_of_a_name(
            text, match.start(), code
        ):
            continue
        # America's exit code begins figures of other things, too.
        if match.group().startswith("011") and not numbering.is_usual(digits_of(text[code : match.end()])):
            continue
        end = longest(text, code, before_a_day(text, *match.span()), numbering.is_valid)
        if end and not (code - match.start() == len("00 ") and _is_dumped(text, match.start(), end)):
            yield Hit(match.start(), end, numbering.canonical(digits_of(text[code:end])), learn=True)


def _is_of_a_name(text: str, start: int, code: int) -> bool:
    """Tell whether a word that counts nothing is joined to a number with an exit code: `to:0049…`, `wa_0049…`."""
    name = _NAME_JOINED.search(text, max(0, start - 32), start)
    if name is None:
        return False
    if name.group().endswith(":"):
        return not _number_names.is_quantity(name[1]) and (code - start == len("00") or text[code - 1] == "-")
    return code - start == len("00") and _number_names.may_be_of_a_phone(name[1])


def _is_dumped(text: str, start: int, end: int) -> bool:
    """Tell whether digits stand in a row of figures: bytes of a dump, code points."""
    before = _DUMPED_BEFORE.search(text, max(0, start - 20), start)
    return before is not None or _DUMPED_BEHIND.match(text, end) is not None


def _nanp(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _NANP.finditer(text):
        digits = "1" + digits_of(match.group())[-10:]
        if numbering.is_valid(digits):
            yield Hit(match.start(), match.end(), digits, learn=True)


def _jid(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _JID.finditer(text):
        yield Hit(match.start(1), match.end(1), numbering.canonical(match.group(1)), learn=True)


def _bare(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _BARE.finditer(text):
        start, end = match.span()
        if (
            numbering.is_valid(match.group())
            and numbering.is_usual(match.group())
            and (
                (_FILE_OF.match(text, start) and not _counters.is_page(text, start, end))
                or not (_counters.is_part(text, start, end) or _counters.counts(text, start, end))
            )
        ):
            yield Hit(start, end, numbering.canonical(match.group()))


def _with_names(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those that name what stands on them: headers of tables, whose record begins."""
    return with_headers(text, with_owners(text, lines))


FORMS = (
    Form(lambda _: (_PLUS,), _plus),
    Form(lambda _: (_EXIT,), _exit),
    Form(lambda _: (_GROUPS,), _nanp),
    Form(lambda _: (_AT,), _jid),
    Form(lambda _: _RUNS, _bare, _with_names),
)
"""Without a word beside them."""
