"""What says that a run of digits counts, measures or identifies something: its key, its unit, its neighbours."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detectors._amounts import is_of_an_amount
from collector.redaction.detectors._headed import column_of, is_among_figures
from collector.redaction.detectors._number_names import (
    KEPT_BY_NUMBER,
    NUMBER_ITSELF,
    PARTIES,
    PHONES,
    SEPARATED,
    is_numbered,
    is_person,
    is_quantity,
    is_quantity_elsewhere,
    is_quantity_key,
    key_words,
    word_before,
)
from collector.redaction.detectors._owners import owner_of
from collector.redaction.detectors._units import measure_follows, unit_follows
from collector.redaction.detectors._wordlist import words as wordlist

_MEDIA = compiled(
    r"\.(?:jpe?g|png|webp|gif|ogg|opus|mp[34]|amr|3gp|aac|wav|m4a|pdf|vcf|docx?|xlsx?|heic|mov|mkv|webm|caf|3gpp|vcard|(?:db\.)?crypt\d{1,2})\b"
)
_OWN_KEY = compiled(
    r"([^\W\d_][\w.\-]{0,60})(?:\{[^{}\n]{0,200}\})?[\"'\])]{0,2}[ \t]{0,40}(?:(?:=>|:=|[:=\uff1a]|(?<=[ \t])\||(?<=[\"']),)[ \t]{0,40}| is | n[\xb0\xba]\.? |[ \t]{1,3}(?![(\[<]?[\"'])|[>(\[{](?![\"'])|\t)[\[\"'(<]{0,2}(?:(?:[\d.]{1,20}[,;]?[ \t]{1,4}|\d{1,20},[ ]?){0,8})$"
)
# What a part of a path names: `/orders/N`.
_SEGMENT = compiled(r"(?:^|[/ \t\"'])([A-Za-z][\w\-]{0,60})/$")
# What a row of a list holds that a number stands in: SDP's origin, files, an answer's status and size, a checksum.
_ROW = compiled(
    r"^o=\S{1,60} (?:\d{1,20} )?$|(?:^|\s)[\-dlcbps](?:[r\-][w\-][xsStT\-]){3}[.+@]?[ \t][^\n]*$|\" [1-5]\d\d $|\bRows Removed by [A-Z][A-Za-z ]{3,30}: $|(?i:\brows affected):? $|^cmdstat_\S{1,40}:calls=$|^[ \t]{0,3}\d{1,3} [A-Z][\w\-]{2,40} +0x[0-9a-f]{4} [^\n]{10,120}- +$|\bn:o < $|\S [<>]= $|\[gc\](?:\[\w{1,20}\])?\[$|%[A-Za-z]: ?$|\b(?:PO|PR|RMA|RFC)[ #:]{1,2}$"
    r"|^STAT \w{1,40} $|\b(?:pipe|socket|mnt|net|pid|user|uts|ipc|cgroup|time|anon_inode):\[$|\baudit\($"
    r"|\b(?i:attribute(?![ ]31\b)|(?<!sim )register|sensor|gauge|metric|pin|counter|cpu|irq)[ ]\d{1,4}[:=] ?$"
)
# What has a share or a bracket behind it as the number before has; instances of a class, and their bytes.
_SHARED = compiled(r"\d \(\d{1,3}(?:\.\d{1,2})?%\)[ \t]{1,12}$|^[^\n]{0,40}[ \t]{2}$")
_SHARE = compiled(r" \(\d{1,3}(?:\.\d{1,2})?%\)")
_OLD_VERSION = compiled(r"\bversion: \d{6,17} \($")
_INSTANCES = compiled(r"^[ \t]{0,8}\d{1,5}:[ \t]{1,20}\d{1,12}[ \t]{1,12}$")
# A file's inode before its mode; what a function in a program returns.
_LISTED_BEHIND = compiled(r"[ \t]{1,2}[\-dlcbps](?:[r\-][w\-][xsStT\-]){3}")
# A thread, as OpenSSL begins an error with it.
_THREAD = compiled(r":error:[0-9A-F]{6,8}:")
_RETURNED = compiled(r"(?:^|[\s{;])return -?$")
_CHECKED = compiled(r"[ \t]{1,2}\d{1,15}[ \t]{1,2}[./~]")
# As `du` prints it: how much a path takes.
_USED = compiled(
    r"\t(?:\.{1,2}/[^\t\n]*|/(?:var|usr|home|opt|etc|srv|tmp|mnt|media|data|root|boot|dev|proc|sys|run|lib\d{0,2}|snap|nix|apps?|backups?|logs?|exports?|volumes?)(?:/[^\t\n]*)?|\.{1,2}|total)[ \t\r]*(?:\n|$)"
)
_UNIQUE = compiled(r"' for key '(?:[\w]{1,64}\.)?([\w\-]{1,64})'")
_NEGATIVE = compiled(r"(?:^|[\s(\[,=])-$")
# An element of XML, whose attributes are no names of what it holds.
_ELEMENT = compiled(r"<(?:[\w.\-]{1,40}:)?([A-Za-z][\w.\-]{0,60})(?:[ \t][^<>]{0,180})?>$")
_METRIC = compiled(r"^(?:[a-zA-Z_:][\w:]{0,120}\{[^{}\n]{0,400}\}|[a-zA-Z][a-zA-Z0-9:]{0,60}_\w{1,80})[ \t]{1,4}$")
_METRIC_ENDS = compiled(r"[ \t]*(?:\d{10,13}[ \t]*)?\r?(?:\n|$)")
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20b9\u20a9\u20ab\u20ba\u20bd\u20b4\u0e3f")
_GLUED_BEFORE = _MONEY | frozenset("#+*^~\\")
_GLUED_AFTER = frozenset("%$€")
_NOT_TOKEN = compiled(r"[\w+]")
# ISO 6709: degrees, minutes and perhaps seconds, those of east or west with three digits of degrees.
_COORDINATES = compiled(
    r"\+[0-8]\d(?:[0-5]\d[+\-][01]\d\d[0-5]\d|(?:[0-5]\d){2}[+\-][01]\d\d(?:[0-5]\d){2})(?![\d\-/(])"
)
# What a process leaves and a build is called: `core.N`; a page at the root of a site; a range.
_NUMBERED_FILE = compiled(
    r"(?i)(?<![^\W_])(?:vm)?(?:core|build|heap|heapdump|dump|javacore|hprof|pid|snap|changeset|chunk|part)\.(?:[a-z]{1,12}\.)?\Z"
)
_ROOT = compiled(r"(?:\A|[\s\"'])/\Z")
_PAGE = compiled(r"\.(?:html?|css|m?js|map|ico|svg|woff2?|php|aspx?|jsp)\b")
_RANGE_BEHIND = compiled(r"\.{2,3}\d")
_RANGE_BEFORE = compiled(r"\d\.{2,3}\Z")
_VERSION_BEFORE = compiled(r"\d[A-Za-z]{1,2}\Z")


def begins_coordinates(text: str, plus: int) -> bool:
    """Tell whether a plus begins a place on the earth: `+5230+01322`."""
    return _COORDINATES.match(text, plus) is not None


def is_in_a_version(text: str, plus: int) -> bool:
    """Tell whether a plus stands in a version: `93u+20120801`."""
    return _VERSION_BEFORE.search(text, max(0, plus - 3), plus) is not None


def is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the digits are a part of a longer thing: a fraction, a version, a hex string, a UUID, an issue."""
    if is_page(text, start, end) or _NUMBERED_FILE.search(text, max(0, start - 40), start):
        return True
    if _RANGE_BEHIND.match(text, end) or _RANGE_BEFORE.search(text, max(0, start - 4), start):
        return True
    return not (_is_a_party(text, start, end) or _is_of_media(text, start, end)) and _is_glued(text, start, end)


def is_page(text: str, start: int, end: int) -> bool:
    """Tell whether digits are a page at the root of a site: `GET /N.html`."""
    return _PAGE.match(text, end) is not None and _ROOT.search(text, max(0, start - 2), start) is not None


def _is_glued(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _joins(before[-1:]) or _joins(after[:1]) or before[-1:] in _GLUED_BEFORE or after[:1] in _GLUED_AFTER:
        return True
    if before[-1:] == " " and before[:1] in _MONEY:
        return True
    if (before[-1:] in {".", ":", "-", "/"} and before[:1].isdigit()) or _NEGATIVE.search(before):
        return True
    if before[-1:] == ":" == after[:1] and _ACCOUNT.search(text, max(0, start - 100), start):
        return True
    if _named_by(text, start) or _MEDIA.match(text, end):
        return False
    return _is_joined(text, start, before, after)


def _joins(letter: str) -> bool:
    """Tell whether a letter makes one word with digits: many scripts without capitals set no spaces."""
    return letter.lower() != letter.upper()


# Who does a piece of work, who sent to whom, a device of somebody's, whose topic it is: `[worker-N]`, `<73000:N>`,
# `[N:3, N:0]`, `sms.N.status`.
_PARTY_BEFORE = compiled(
    r"(?:(?P<named>\[[A-Za-z]{2,20}-)|(?P<sent><\+?\w{3,16}:)|(?P<device>\b(?:for|to|from|with|user|session|address|device)[ ])"
    r"|(?P<listed>[\[({,\"' ])|(?P<topic>(?<![\w.])[A-Za-z]{2,20}\.))\Z"
)
_PARTY_BEHIND = {
    "topic": compiled(r"\.[A-Za-z]{2,20}(?![\w(])"),
    "named": compiled(r"\]"),
    "sent": compiled(r">"),
    # As Signal's protocol numbers somebody's devices.
    "device": compiled(r"(?::\d{1,3}|\.0(?::\d{1,3})?)(?![\w.:])"),
    "listed": compiled(r":\d{1,2}[\])},\"']"),
}
_SHORTEST_PARTY = 11


def _is_a_party(text: str, start: int, end: int) -> bool:
    before = _PARTY_BEFORE.search(text, max(0, start - 24), start) if end - start >= _SHORTEST_PARTY else None
    return before is not None and _PARTY_BEHIND[before.lastgroup or ""].match(text, end) is not None


def _is_of_media(text: str, start: int, end: int) -> bool:
    """Tell whether it ends the name of a picture or a recording: `IMG-20261102-N.jpg`."""
    return text[start - 1 : start] == "-" and end - start >= _SHORTEST_PARTY and _MEDIA.match(text, end) is not None


def _is_joined(text: str, start: int, before: str, after: str) -> bool:
    if after[:1] in {".", ":", "-"} and _NOT_TOKEN.match(after[1:2] or ""):
        return not (after[:1] == ":" and not after[1:2].isdigit())
    if before[-1:] == "-" and _NOT_TOKEN.match(before[:1] or ""):
        return True
    return (before[-1:] == "_" or after[:1] == "_") and not _is_file_part(text, start)


# Whose a resource of a cloud is: `arn:aws:iam::N:role/…`.
_ACCOUNT = compiled(r"\barn:aws[\w\-]{0,8}:[\w\-]{0,40}:[\w\-]{0,40}:$")
_NAME_BEFORE = compiled(r"([A-Za-z]+)[_\-]$")
_NAMES_JOINED = PHONES | wordlist("otp optin optout verify session creds")
# What a client of WhatsApp Web keeps of whom: `device-list-N.json`.
_KEPT_FOR = compiled(r"(?:device-list|lid-mapping|sender-key(?:-memory)?|identity-key|tc-?token)-\Z")


def _named_by(text: str, start: int) -> bool:
    """Tell whether a word for a person or a phone is joined to it, as in `user-N-session`."""
    name = _NAME_BEFORE.search(text, max(0, start - 24), start)
    if name is None:
        return False
    return name.group(1).lower() in _NAMES_JOINED or _KEPT_FOR.search(text, max(0, start - 24), start) is not None


def _is_file_part(text: str, start: int) -> bool:
    """Tell whether a word stands before the underscore, as in `media_N_a`."""
    head = re.search(r"([A-Za-z]+)_$", text[max(0, start - 24) : start])
    return head is not None and not is_quantity(head.group(1))


_LONGEST_WORD = 12
_SAY_LITTLE = wordlist("id ids address addr value key message messages msg content line account uid")
"""Names of columns that hold whatever it is that people are known by."""


def counts(text: str, start: int, end: int) -> bool:
    """Tell whether the surroundings of a bare number say that it is a quantity or an id."""
    if is_quantity_elsewhere(text[max(0, start - _LONGEST_WORD) : start]):
        return True
    if _is_of_a_range(text, start, end) or _counts_by_itself(text, start, end):
        return True
    column = key_words(column_of(text, start, end))
    if not column:
        return is_among_figures(text, start, end)
    if column[-1] in PHONES or column[-1] in _SAY_LITTLE:
        return False
    return (
        is_among_figures(text, start, end)
        or is_quantity_key(column)
        or is_numbered(column)
        or is_quantity(column[-1].removesuffix("s"))
    )


# Before a number that a sign belongs to: how far from something, or how much more.
_DIFFERENCE = compiled(
    r"(?i)(?<![a-z])(?:\w{0,24}_)?(?:offset|delta|uptime|skew|drift|diff)[\"']?(?:[:=][ ]?|[ ])[\"']?\Z"
)


def is_difference(text: str, start: int, end: int) -> bool:
    """Tell whether a number with a plus, in one piece, says how far something is from something else."""
    return text[start + 1 : end].isdigit() and _DIFFERENCE.search(text, max(0, start - 40), start) is not None


def is_named_so(text: str, start: int) -> bool:
    """Tell whether the key of what begins somewhere is a quantity's: `uptime: +12345678`."""
    key = _OWN_KEY.search(text[max(0, start - 160) : start].rpartition("\n")[2])
    words = key_words(key.group(1)) if key else []
    if not words or len(words[-1]) == 1 or not PHONES.isdisjoint(words):
        return False
    return is_quantity_key(words) or words[-1] in SEPARATED


def _counts_by_itself(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", max(0, start - 400), start) + 1 or max(0, start - 400)
    before = text[line_start:start]
    key = _OWN_KEY.search(before[-160:])
    words = _named(text, before, end, key)
    if words[-1:] == ["id"] and (owner := owner_of(text, line_start, before[-360:])):
        words = [owner, "id"] if _is_json_number(text, key, start) else [owner]
    if len(words) > 1 and words[-1] in PARTIES and words[-2] in PHONES:
        words.pop()
    is_amount = words[-1:] in (["to"], ["from"]) and is_of_an_amount(before[-160:])
    if is_amount or measure_follows(text, end) or is_numbered(words):
        return True
    if words[-1:] == ["id"] and NUMBER_ITSELF.isdisjoint(words) and _is_json_number(text, key, start):
        return True
    if words and (
        words[-1] in PHONES
        or is_person(words)
        or _TYPED.search(before[-40:])
        or _is_done_to(words, before, text[end : end + _LONGEST_BEHIND])
    ):
        return False
    if _is_in_a_row(text, before, end) or _is_listed_with_figures(text, before, start, end):
        return True
    if words and (is_quantity_key(words) or (words[-1] in SEPARATED and before.rstrip()[-1:] in {":", "="})):
        return True
    return _is_json_number(text, key, start)


# Somebody's number and of which type it is, as debuggers print both: `phone: u64 = 4915123456789`.
_TYPED = compiled(
    r"(?i)(?:phone|mobile|msisdn|caller|callee|recipient|sender|number|contact|wa_?id)(?:[ \t:=(]{1,3}u?(?:int|i)?(?:32|64)[ \t:=)]{1,4})\Z"
)
# What somebody sends, and calls of that name: `sendMessage(N, …`; how a program says what it did not find.
_DONE = wordlist("send notify message text reply forward deliver dial invite block greet remind")
_IS_NOT = (" is not", " is no ", " was not", " does no", " has no ", " not ")
_OF_SOMEBODY = ("(String)", ",ou=", ",dc=", ",cn=", ",OU=", ",DC=", ",CN=")
"""Behind a number that is bound as a text, and behind a name in a directory (RFC 4514)."""
_LONGEST_BEHIND = 9


def _is_done_to(words: list[str], before: str, behind: str) -> bool:
    """Tell whether a call does something to somebody, a name in camel case is of an error, or a text is bound."""
    is_error = words[-1] in {"error", "exception"} and before.rstrip(" '\"").endswith(":")
    is_said = is_error and (len(words) > 1 or behind.startswith(_IS_NOT))
    return (words[0] in _DONE and before.endswith("(")) or is_said or behind.startswith(_OF_SOMEBODY)


def _named(text: str, before: str, end: int, key: re.Match[str] | None) -> list[str]:
    """Return the words of what the number is called by: an element, a key, a part of a path, a key of a table."""
    if unique := _UNIQUE.match(text, end):
        words = key_words(unique.group(1))
        return ["id"] if words[-1:] == ["primary"] else [word for word in words if word in PHONES] or words
    if before.endswith(">") and (element := _ELEMENT.search(before[-260:])):
        return key_words(element.group(1))
    if key:
        words = key_words(key.group(1))
        # What ends an address.
        if before[-160:][key.start() - 1 : key.start()] == "@":
            return []
        if len(words) == 1 and _is_said_of_somebody(words[0], before[-160:], text[end : end + _LONGEST_SAID]):
            return []
        return words if len(words) > 1 else word_before(before[-160:], key) + words
    segment = _SEGMENT.search(before[-64:])
    return ["id"] if segment and key_words(segment.group(1))[-1].removesuffix("s") in KEPT_BY_NUMBER else []


# A short word that joins, in languages where it is one of a quantity's in English, and what stands before it.
_JOINS = compiled(
    r"(?i)(?:(?P<before>[^\W\d_]{3,30})[ ][swvzkyi]|(?:logged|signed|opted|checked)[ ](?:in|out):?"
    r"|(?:bericht|bel|sms|oproep|verbinding|whatsapp|bereikbaar|contact)[ ]op)[ ]\Z"
)
_LISTED_AS = compiled(
    r"(?i)\b(?:black|block|deny|white|allow|grey|spam|dnc|suppression|fraud|opt-?out)[_\- ]?(?:list)?[ ]hits?:?[ ]\Z"
)
# What is done to somebody's account, and to no one's at a bank.
_DONE_TO_ACCOUNT = r"(?:(?:un)?(?:locked|blocked|banned|verified|registered|suspended|restricted)|(?:de|re)?activated|deregistered|flagged|disabled|enabled|logged|signed)"
_ACCOUNT_DONE_TO = compiled(
    rf"(?i)[\"']?[ ](?:is |was |has been |got |not |already |temporarily |permanently ){{0,3}}{_DONE_TO_ACCOUNT}\b"
)
_DONE_TO_AN_ACCOUNT = compiled(rf"(?i)\b{_DONE_TO_ACCOUNT} account[ ]\Z")
_WITH_ANOTHER = compiled(r"[ ](?:into|with|to|and|in|mit|con|avec|z)[ ][\"']?(\d{9,15})(?!\d)")
_LONGEST_SAID = 80


def _is_said_of_somebody(word: str, before: str, behind: str) -> bool:
    """Tell whether a word that counts elsewhere says here what is done with somebody."""
    if word in {"hit", "hits"}:
        return _LISTED_AS.search(before) is not None
    if word == "account":
        return before.endswith(" ") and bool(_ACCOUNT_DONE_TO.match(behind) or _DONE_TO_AN_ACCOUNT.search(before))
    if word == "merge":
        other = _WITH_ANOTHER.match(behind)
        return other is not None and numbering.is_valid(other.group(1))
    joins = _JOINS.search(before) if len(word) <= len("out") else None
    return joins is not None and not (joins["before"] and is_quantity(joins["before"]))


def _is_in_a_row(text: str, before: str, end: int) -> bool:
    """Tell whether a unit follows or it stands in a row of a list, a table, or figures."""
    within_a_path = before.endswith("/") and text[end : end + 1] == "/"
    return bool(
        (unit_follows(text, end) and not within_a_path)
        or (_METRIC.match(before) and _METRIC_ENDS.match(text, end))
        or _in_columns(text, before, end)
        or _OF.search(before[-24:])
        or _ROW.search(before[-260:])
        or (not before and (_CHECKED.match(text, end) or _USED.match(text, end)))
        or (not before.strip() and (_LISTED_BEHIND.match(text, end) or _THREAD.match(text, end)))
        or _is_beside_its_like(text, before, end)
        or (text[end : end + 1] == ";" and _RETURNED.search(before[-12:]))
    )


def _is_beside_its_like(text: str, before: str, end: int) -> bool:
    """Tell whether a number stands in a line of such: with a share, in brackets behind one, in a histogram of classes."""
    if _SHARE.match(text, end):
        return _SHARED.search(before[-60:]) is not None
    if text.startswith("  ", end):
        return _INSTANCES.match(before) is not None
    return text.startswith(")", end) and _OLD_VERSION.search(before[-60:]) is not None


_OF = compiled(r"(?<![\w.])\d{1,17}[ \t](?:of|/)[ \t]$")
_NUMBERS_BEFORE = compiled(r"(?:(?<!\S)\d[\d.,]*[ \t]{1,8}){1,8}$")
_NUMBERS_AFTER = compiled(r"(?:[ \t]{1,8}\d[\d.,]*(?!\S)){1,8}")
_LABELLED_ROW = compiled(r"[A-Za-z]:?[ \t]+(?:\d[\d.,]*[ \t]+)*$")
_LARGE = compiled(r"(?<![\w.])\d{6,}(?![\w.])")
_TO_FURTHER = compiled(r" (?:to|-) \d{6,17}(?!\d)")
_LISTED = compiled(r"[\[(][ ]{0,8}(?P<first>(?:-?\d{1,17},[ ]{0,8}){0,40})$")
_LIST_OF_NUMBERS = compiled(r"(?:-?\d{1,17},[ ]{0,8}){0,40}-?\d{1,17}(?=[\])])")
_SECONDS = compiled(r"1\d{9}(?:\d{3})*")
_NEGATIVE_BEFORE = compiled(r"-\d{1,17},[ ]{0,8}$")
_NEGATIVE_BEHIND = compiled(r",[ ]{0,8}-\d")
_RANGE = compiled(r"(?<![\w.+])(\d{6,17})(?: [a-z]{1,10})? (?:to|->|\.\.) $")


def _in_columns(text: str, before: str, end: int) -> bool:
    """Tell whether the number stands in a row of numbers that are not all numbers of phones: a table."""
    previous = _NUMBERS_BEFORE.search(before[-120:])
    following = _NUMBERS_AFTER.match(text, end)
    others = [number for run in (previous, following) if run for number in run.group().split()]
    if len(others) > 1:
        return not all(map(numbering.is_valid, others))
    if not others or not _LABELLED_ROW.search(before[-200:]):
        return False
    stop = text.find("\n", end, end + 200)
    rest = text[end : stop if stop >= 0 else end + 200]
    return len(_LARGE.findall(before[-200:])) + len(_LARGE.findall(rest)) >= 2


def _is_listed_with_figures(text: str, before: str, start: int, end: int) -> bool:
    """Tell whether it is listed beside a negative one, or in brackets with ones as long that are no phones and no times."""
    if _NEGATIVE_BEHIND.match(text, end) or _NEGATIVE_BEFORE.search(before[-30:]):
        return True
    opened = _LISTED.search(before[-200:])
    listed = _LIST_OF_NUMBERS.match(text, start - len(opened["first"])) if opened else None
    if listed is None:
        return False
    numbers = [number.strip() for number in listed.group().split(",")]
    return any(
        len(number) >= numbering.SHORTEST_ALONE and not (_SECONDS.fullmatch(number) or numbering.is_valid(number))
        for number in numbers
    )


def _is_of_a_range(text: str, start: int, end: int) -> bool:
    """Tell whether it begins or ends a range that is of no phones: `from offset N to N`, `N to N rows`."""
    further = _TO_FURTHER.match(text, end)
    if further and measure_follows(text, further.end()):
        return True
    first = _RANGE.search(text, max(0, start - 40), start)
    return first is not None and (not numbering.is_valid(first.group(1)) or _counts_by_itself(text, *first.span(1)))


def _is_json_number(text: str, key: re.Match[str] | None, start: int) -> bool:
    """Tell whether it is an unquoted JSON number: the client writes numbers of people as strings."""
    if key is None or not re.search(r"[\"'][ \t]*:[ \t]*\[?[\d,. ]*$", text[max(0, start - 40) : start]):
        return False
    return text[start - 1 : start] not in {'"', "'"}
