"""What fields of messages are called: of what a person wrote, and of the number of who wrote it or gets it."""

# ruff: noqa: E501  a pattern is read in one piece

from __future__ import annotations

import enum
import functools
from collections.abc import Collection

from collector.compiled import compiled
from collector.redaction import marks
from collector.redaction.detector import Options
from collector.redaction.detectors import phone
from collector.redaction.detectors._number_names import key_words
from collector.redaction.detectors._wordlist import words


class Says(enum.IntEnum):
    """How surely the name of a field beside a number says that a person's words stand in it."""

    NOTHING = 0
    MAYBE = 1
    """Services call what they say themselves so, too."""
    SURELY = 2


_SURELY = words("text texto body caption conversation utterance transcript transcription vcard")
_MAYBE = words("message msg content sms reply question answer prompt mensagem mensaje nachricht pesan")
# What a service says itself, and what is no text.
_OF_SERVICES = words(
    "error err errors status log debug warning warn response resp request req http exception failure fail success"
    " alert button label placeholder alt help hint type id length size count format encoding hash url title system"
)
# What people call themselves.
_WHOSE_NAME = words(
    "from sender to recipient contact customer profile push notify first last full given family caller author"
)
IN_TEXT = r"text|texto|body|caption|conversation|utterance|transcript|message|msg|content|sms|reply|question|answer|prompt|mensagem|mensaje|nachricht|pesan"
"""What every name of words ends with, in lower case."""


@functools.lru_cache(maxsize=4096)
def says(name: str) -> Says:
    """Return what a name says of a field that stands beside a number."""
    parts = key_words(name)
    if parts[-1:] == ["name"]:
        return Says.SURELY if len(parts) == 2 and parts[0] in _WHOSE_NAME else Says.NOTHING
    if not parts or len(parts) > 4 or not _OF_SERVICES.isdisjoint(parts):
        return Says.NOTHING
    if parts[-1] in _SURELY:
        return Says.SURELY
    return Says.MAYBE if parts[-1] in _MAYBE else Says.NOTHING


_OF_RECORDS = words("level severity logger error errors err exception stack stacktrace fault success")
_RECORDS = words(
    "lvl loglevel levelname errorcode trace code ok reason statuscode status_code httpstatus http_status log mdc caller thread"
)


_OWN = frozenset({"msg", "message"})
"""What services call their own words; where both stand, the shorter name."""


def is_of_service(names: Collection[str]) -> bool:
    """Tell whether names that stand beside `message` are those of a log record, an answer or an error of a service."""
    return any(map(_is_of_record, names))


def leaves_it_to(name: str, names: Collection[str]) -> bool:
    """Tell whether a service says its own words in a field beside one of this name, so that a person's stand in this."""
    last = key_words(name)[-1:]
    return last != ["msg"] and not _OWN.difference(last).isdisjoint(names)


@functools.lru_cache(maxsize=4096)
def _is_of_record(name: str) -> bool:
    return name.startswith("@") or name.lower() in _RECORDS or not _OF_RECORDS.isdisjoint(key_words(name))


FAILED = compiled(r"(?i)(?:fail\w*|errors?|ok|success\w*|invalid|rejected|\d{3})")
"""What the status of an answer says, and that of a message does not."""

_MARK = rf"\[(?:phone|jid|group|private):[{marks.ALPHABET}]{{{marks.PAYLOAD_LENGTH}}}\]"
_CHAT = r"@(?:c\.us|s\.whatsapp\.net|g\.us|lid|broadcast|newsletter)"
_SCHEME = r"(?:(?:whatsapp|tel|sms|messenger)(?::|%3[Aa]))?"
NUMBER = (
    rf"(?:{_SCHEME}{_MARK}(?:{_CHAT})?|\d[\d\-]{{4,30}}(?:[:.]\d{{1,4}})?{_CHAT}"
    rf"|{_SCHEME}(?:(?:\+|%2[Bb])\(?\d(?:[ \-.()/]{{0,2}}\d){{6,16}}|\(?\d(?:[ \-()/]{{0,2}}\d){{6,16}})(?!\d))"
)
"""A number that somebody writes from or to, or what stands for one."""
NUMBER_HEAD = r"(?:(?:whatsapp|tel|sms|messenger)(?::|%3[Aa])?)?(?:(?:\+|%2[Bb])\(?[0-9][0-9 \-.()/]{5}|\(?[0-9](?:[ \-()/]{0,2}[0-9]){6}|[0-9][0-9\-]{4,30}(?:[:.][0-9]{1,4})?@|\[(?:phone|jid|group|private):)"
"""How it begins, on every line on which it stands."""
_IS_NUMBER = compiled(NUMBER)
_SURE = compiled(rf"{_SCHEME}(?:\+|%2[Bb]|{_MARK})|[^@]*@")
_OPTIONS = Options()


def may_be_number(value: str) -> bool:
    """Tell whether a value is written as a number, whatever its field is called."""
    return _IS_NUMBER.fullmatch(value) is not None


def is_number(name: str, value: str) -> bool:
    """Tell whether the value of a field is the number of a phone, of a chat, or a mark of either."""
    if not may_be_number(value):
        return False
    return _SURE.match(value) is not None or any(phone.DETECTOR.find(f'"{name}": "{value}"', _OPTIONS))


_ID = compiled(r"(?=[^\d\n]*\d)[\w+/=.:\-]{20,}")
_TYPE = compiled(r"[a-z]{2,20}/[\w.+\-]{2,40}")
_DOCUMENT = compiled(r"\s{0,8}(?:\{\s{0,8}[\"'\\}]|\[\s{0,8}[{\"'\\\]]|<\?xml|<!DOCTYPE|</?[a-zA-Z][\w:]{0,40}[ >/])")
# What a server says of a request, as HTTP's registry has it (RFC 9110, 15), unless a person says so too.
_REASON = compiled(
    r"(?:[1-5]\d\d )?(?:Unauthorized|Forbidden|Unprocessable Entity|(?:Bad|Expired) Request|Payment Required|Not (?:Found|Acceptable|Implemented|Modified|Allowed|Extended)"
    r"|Method Not Allowed|Proxy Authentication Required|Request Time-?out|Length Required|Precondition (?:Failed|Required)|(?:Payload|Content|Request Entity|URI|Request-URI) Too (?:Large|Long)|Unsupported Media Type"
    r"|Range Not Satisfiable|Expectation Failed|Misdirected Request|Unprocessable Content|Failed Dependency|Too (?:Early|Many Requests)|Upgrade Required|Request Header Fields Too Large"
    r"|Unavailable For Legal Reasons|Internal (?:Server )?Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|HTTP Version Not Supported|Insufficient Storage|Loop Detected|Network Authentication Required)[.!]?"
)
_NOTHING = words("null none nil undefined true false text")


def is_text(value: str) -> bool:
    """Tell whether a value may be what a person wrote: no id, no kind of content, no document of its own."""
    return not (
        not value.strip()
        or value.lower() in _NOTHING
        or _ID.fullmatch(value)
        or _TYPE.fullmatch(value)
        or _REASON.fullmatch(value.strip())
        or _DOCUMENT.match(value)
    )
