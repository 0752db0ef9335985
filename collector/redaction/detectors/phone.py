"""Phone numbers: with a plus, after telling words, in JIDs, formatted, and bare digits that are a valid number.

Every seventh integer of 8 to 13 digits is a valid international number somewhere, so bare digits need more than that:
nothing in their surroundings may say that they count, measure or identify something else.
"""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction import numbering
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import _counters
from collector.redaction.detectors._case import lower
from collector.redaction.head_patterns import ignoring_case

_SEP = r"[ \t\-./()]{0,3}"
_PLUS = re.compile(rf"\+[ ]?\(?\d(?:{_SEP}\d){{5,16}}(?!\d)")
_EXIT = re.compile(rf"(?<![\w.+\-:])00[1-9](?:{_SEP}\d){{6,15}}(?![\d])")
_JID = re.compile(r"(?<![\d.])(\d{5,17})(?:[.:_]\d{1,5}){0,2}@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast)\b")
_AT = r"[0-9]@(?:s\.whatsapp\.net|c\.us|g\.us|broadcast)"
_BEFORE = r"(?:^|^[.\-]|[^0-9A-Za-z.\-]|[^0-9][.\-])"
# No calling code but 1 begins with 1, and its numbers have eleven digits: times in seconds or milliseconds are none.
_RUNS = (rf"{_BEFORE}[2-9][0-9]{{6}}", rf"{_BEFORE}1[0-9]{{10}}(?:[^0-9A-Za-z]|$)")
_BARE = re.compile(r"(?<!\d)[1-9]\d{6,16}(?!\d)")
_NANP = re.compile(r"(?<![\w.+\-])(?:1[\-. ])?(?:(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4})(?![\w\-]|\.\d)")
_GROUPS = r"[0-9]{3}[).\-] ?[0-9]{3}[.\-][0-9]{4}"
_KEYED = re.compile(
    r"(?<![a-z])(?:phone(?:[_\- ]?(?:number|numbers|no|nr))?|telephone|telefon\w{0,8}|tele?|telp|tlp|mob|nomor[ _\-]?(?:hp|wa|telepon)|celular|contact[_\- ]?(?:number|no)|national[_\-]?number|mobile?(?:[_\- ]?(?:number|no))?|cell(?:ular)?"
    r"|handy(?:nummer)?|rufnummer|msisdn|wa[_\-]?id|whatsapp|fax|pager|sms|callback|ani|dnis|gsm|debug_info|recipient_id|(?:caller|callee)(?:[_\-]?(?:id|number))?)"
    r"(?:s|\(s\)|\.)?[\"']?(?:[ \t]{0,3}(?:[:=>]|=>|is|#|at|to|from|no\.?|nr\.?)|[ \t])[ \t]{0,3}[\"'(<\[]{0,2}(?=[+(\d])(?P<number>[+(]{0,2}\d(?:[ \t\-./()]{0,3}\d){4,16})(?![\d])"
)
# Words of other scripts; between them and the number nothing need stand.
_KEYED_ELSEWHERE = re.compile(
    r"(?:t\u00e9l(?:\u00e9phone)?|tel\u00e9fono|m\u00f3vil|\u0442\u0435\u043b(?:\u0435\u0444\u043e\u043d)?|\u043c\u043e\u0431(?:\u0438\u043b\u044c\u043d\u044b\u0439)?|\u03c4\u03b7\u03bb(?:\u03ad\u03c6\u03c9\u03bd\u03bf)?|\u7535\u8bdd(?:\u53f7\u7801)?|\u96fb\u8a71(?:\u756a\u53f7|\u865f\u78bc)?|\u624b\u673a(?:\u53f7\u7801?)?|\u624b\u6a5f(?:\u865f\u78bc)?|\u643a\u5e2f(?:\u96fb\u8a71|\u756a\u53f7)?"
    r"|\u0647\u0627\u062a\u0641|\u062c\u0648\u0627\u0644|\u0645\u0648\u0628\u0627\u064a\u0644|\u05d8\u05dc\u05e4\u05d5\u05df|\u05e0\u05d9\u05d9\u05d3|\u092b\u093c\u094b\u0928|\u092e\u094b\u092c\u093e\u0907\u0932|\uc804\ud654(?:\ubc88\ud638)?|\ud734\ub300\ud3f0)"
    r"[\"'.]{0,2}[ \t]{0,3}[:=\uff1a]?[ \t]{0,3}[\"'(<\[]{0,2}(?=[+(\d])(?P<number>[+(]{0,2}\d(?:[ \t\-./()]{0,3}\d){6,16})(?![\d])"
)
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_BREAK = re.compile(r"(?<=\d)\D")
_WORD = re.compile(r"[A-Za-z0-9]")
# A file named by a number, as exports and media are; dates and the times of an epoch are no valid numbers of this length.
_FILE_OF = re.compile(
    r"(?<![\w.\-])(?!20[2-4]\d[01]\d[0-3]\d)\d{11,13}(?:[_\-][A-Za-z][\w\-]{0,40})?"
    r"\.(?:jpe?g|png|webp|gif|mp[34]|ogg|opus|aac|amr|pdf|vcf|docx?|json|txt|log|csv|xml|html|zip|bak)\b"
)


def digits_of(text: str) -> str:
    """Return the ASCII digits of a text in their order."""
    return "".join(c for c in text if "0" <= c <= "9")


def _plus(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _PLUS.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isdigit() or (text[start - 1] in "eE" and text[start - 2 : start - 1].isdigit())):
            continue
        best = _longest(text, start, end, numbering.is_valid) or _longest(text, start, end, _is_likely)
        if best and not _counters.unit_follows(text, best):
            digits = digits_of(text[start:best])
            yield Hit(start, best, numbering.canonical(digits), learn=numbering.is_valid(numbering.canonical(digits)))


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
        end = _longest(text, match.start() + 2, match.end(), numbering.is_valid)
        if end:
            yield Hit(match.start(), end, numbering.canonical(digits_of(text[match.start() : end])), learn=True)


def _nanp(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _NANP.finditer(text):
        digits = "1" + digits_of(match.group())[-10:]
        if numbering.is_valid(digits):
            yield Hit(match.start(), match.end(), digits, learn=True)


def _told(pattern: re.Pattern[str]) -> Form:
    """Return the form of a number after a telling word, of a pattern for a text in lower case."""

    def find(text: str, options: Options) -> Iterator[Hit]:
        for match in pattern.finditer(lower(text)):
            yield from _keyed(text, match, options)

    return Form(lambda _: (ignoring_case(pattern),), find)


def _jid(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _JID.finditer(text):
        yield Hit(match.start(1), match.end(1), numbering.canonical(match.group(1)), learn=True)


def _keyed(text: str, match: re.Match[str], options: Options) -> Iterator[Hit]:
    start, end = match.span("number")
    number = match.group("number")
    if _DATE.match(number) or _counters.unit_follows(text, end) or text[end : end + 1] == "%":
        return
    bare = number.isdigit()
    if bare and (text[end : end + 1] or " ") in "._-" and _WORD.match(text[end + 1 : end + 2]):
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


def _bare(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _BARE.finditer(text):
        start, end = match.span()
        if numbering.is_valid(match.group()) and (
            _FILE_OF.match(text, start)
            or not (_counters.is_part(text, start, end) or _counters.counts(text, start, end))
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
        _told(_KEYED),
        _told(_KEYED_ELSEWHERE),
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
