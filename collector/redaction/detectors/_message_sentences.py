"""What a person wrote, in sentences, calls and chats that name who wrote it or gets it."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors._message_names import NUMBER, NUMBER_HEAD, is_number, is_text
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._wordlist import words

_QUOTED = r"(?:\"(?P<d>(?:[^\"\\\n]|\\.){1,4096}+)\"|'(?P<s>(?:[^'\\\n]|\\.|''|(?<=\w)'(?=\w)){1,4096}+)'|[\u201c\u201e](?P<q>[^\u201c-\u201e\n]{1,4096})[\u201c\u201d])"
_WORDS = rf"(?:{_QUOTED}|(?P<bare>[^\s\"'\u201c\u201e{{\[(<=:][^\n]{{0,4096}}))"
_NAMED = r"(?:[\w.~\u00c0-\u024f'\-]{1,30}[ ]){0,3}[(<\[\"']{0,2}"
_WHO = rf"{_NAMED}(?P<number>{NUMBER})[)>\]\"']{{0,2}}"
_IN_ASCII = "message|msg|text|sms|mms|reply|replied|replying|answered|answering|chat|whatsapp|dm|nachricht|mensaje|mensagem|messaggio|bericht|pesan|mesaj"
_MESSAGE = rf"(?:{_IN_ASCII}|wiadomo\u015b\u0107|\u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435)"
_FROM = r"(?:from|by|von|de|da|dari|van|od|\u043e\u0442)"
_TO = r"(?:to|an|para|ke|aan|do|\u0434\u043b\u044f)"
_RECEIVED = compiled(
    rf"(?i:\b{_MESSAGE}s?[ ](?:[\w\-]{{1,14}}:?[ ]){{0,3}}(?:(?P<to>{_TO})|{_FROM})[ ]){_WHO}[ ]?"
    rf"(?i:[ ]?(?:with[ ](?:text|body)|with|says|saying|said|text|body|content))?(?:(?:[ ]?(?:[:=]|->|=>)|(?<=ith text|ith body))[ ]?{_WORDS}|[ ]?[,\u2013\-]?[ ]{_QUOTED.replace('<d>', '<d2>').replace('<s>', '<s2>').replace('<q>', '<q2>')})"
)
_SAID = compiled(
    rf"(?<![\w\-])(?P<number>{NUMBER})[)>\]\"']{{0,2}}[ ](?i:said|says|wrote|writes|replied|answered|asked|texted)(?:[ ]?[:,][ ]?{_WORDS}|[ ]{_QUOTED.replace('<d>', '<d2>').replace('<s>', '<s2>').replace('<q>', '<q2>')})"
)
_SENT = compiled(
    rf"(?i:\b(?:sent|send|sends|sending|forwarded|forwarding|received|receiving|{_MESSAGE})s?[ ]?[:=]?)[ ]?{_QUOTED}[ ](?i:(?:was[ ])?(?:sent[ ]|received[ ])?(?:from|to|by))[ ]{_WHO}"
)
# In a field of its own, which no service calls its own words: also where something failed.
_NAMED_BEHIND = compiled(rf"(?i:\b(?:{_FROM}|{_TO}))[ ]{_WHO}[ ]?[:,;(]?[ ]?(?i:text|body|caption)[ ]?[=:][ ]?{_WORDS}")
_QUOTED_BEHIND = compiled(rf"(?i:\b(?:from|to))[ ]{_WHO}[ ]?:[ ]?{_QUOTED}")
_CALLED = r"(?i:send|reply|message|text|sms)\w{0,30}[ ]?\("
_CALL = compiled(
    rf"{_CALLED}[ ]?(?:[\w.]{{1,40}}[ ]?[=:][ ]?)?[\"'`]?(?P<number>{NUMBER})[\"'`]?[ ]?,[ ]?(?:[\w.]{{1,40}}[ ]?[=:][ ]?)?(?:[{{][ ]?[\"']?(?:text|body|caption|message|content)[\"']?[ ]?:[ ]?)?{_QUOTED}"
)
_CALL_BACKWARDS = compiled(rf"{_CALLED}[ ]?(?=[^,]{{0,400}}?[ ]){_QUOTED}[ ]?,[ ]?[\"'`]?(?P<number>{NUMBER})")
_ARROW = compiled(rf"(?:->|<-|=>|<=|>>>|<<<|\u2190|\u2192)[ ]?[(<\[]?(?P<number>{NUMBER})[)>\]]?[ ]?:[ ]{_WORDS}")
_LINK = compiled(rf"\bwa\.me/(?P<number>{NUMBER})/?\?text=(?P<v>[^&\s\"'<>]{{1,4096}})")
# What a modem is told to send and tells that it received (3GPP TS 27.005).
_MODEM = compiled(
    rf"(?:\+CM(?:T|GL|GR):|AT\+CMGS=)[^\n\"]{{0,20}}(?:\"[A-Z ]{{3,12}}\",)?\"(?P<number>{NUMBER})\"[^\n]{{0,100}}\n(?P<v>[^\n]{{1,4096}})"
)
# As WhatsApp exports a chat, on either system.
_DAY = r"\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[ ]?[Mm]\.?)?"
_NAME = r"~?[ \u202f]?[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f\u05d0-\uffdc\U0001f000-\U0010ffff][\w'\u2019.\-]{0,40}(?:[ ][\w'\u2019.&\-\U0001f000-\U0010ffff]{1,40}){0,4}"
_CHAT = compiled(
    rf"(?m)^[\u200e\u200f\ufeff]?(?:\[{_DAY},[ ]{_TIME}\]|{_DAY},[ ]{_TIME}[ ]-)[ ](?P<who>{_NAME}|{NUMBER}):[ ](?P<v>[^\n]{{1,65536}})"
)
_BEGINS = rf"[\u200e\u200f\ufeff]?\[?{_DAY},[ ]{_TIME}"
_GOES_ON = compiled(rf"\n(?:(?!{_BEGINS})[^\n]{{0,4096}}\n){{1,30}}(?={_BEGINS})")
_LINE = compiled(r"[^\s][^\n]*")
_OF_PROGRAMS = words(
    "info error err warn warning debug trace fatal notice critical log verbose server client app application worker system"
    " bot service main http https request response webhook socket database db api auth status result exception"
)
_FAILS = compiled(
    r"(?i)(?:\b(?:fail(?:ed|ure|s|ing)?|cannot|can't|could[ ]not|couldn't|unable|not[ ]able|reject(?:ed|s)?|undeliver\w*|time[ds]?[ -]?out|refused|denied|invalid|template|warn(?:ing)?)|(?:error|exception)s?)\b"
)
_BEFORE = 200
# What a service says of a message behind its number.
_COUNTED = r"\d+[ ]?(?:ms|s|bytes|char(?:acter)?s?|segments?|parts?|attempts?|retries|messages?)?[ .]*$|[a-z0-9]+(?:_[a-z0-9]+)+[ .]*$|[\w.\-]{1,40}=|(?:type|id|status|code|(?:response|request)[ ](?:code|status|headers?))[ ]?[:#]|(?:response|request)[ ]body[ ]?[:#][ ]{0,2}(?:[{\[<]|\"?(?:null|none|empty|ok|\d{1,4})\b|\"\"|$)|http[ /]\d"
_STATE_OF_INCOMING = compiled(rf"(?i){_COUNTED}")
_STATE = compiled(
    rf"(?i){_COUNTED}|\d{{3}}[ ]|(?:ok(?:ay)?|done|queued|sent|delivered|read|seen|accepted|success\w*|pending|skipped|ignored|dropped|started|received|retry\w*|attempt|status|code|id|ids|in|took|after|at|via|using|type|error|not|no|fail\w*|unable|invalid|unknown|blocked|rejected|recipient|rate|timed|timeout|missing|http|https|wamid)\b(?:[ ]?[=:#\d.!]|[ .]*$|[ ][\w ]{{0,60}}$)"
)


def _in_sentences(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _found(text, _RECEIVED, _SAID, _SENT, _NAMED_BEHIND, _QUOTED_BEHIND, _CALL, _CALL_BACKWARDS, _ARROW, _LINK)


def _of_modems(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    return _found(text, _MODEM)


def _found(text: str, *patterns: re.Pattern[str]) -> Iterator[Hit]:
    """Yield the words of messages in sentences and calls that name a number."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = next(name for name in match.re.groupindex if name not in {"to", "number"} and match[name])
            if (
                is_number("from", match["number"])
                and is_text(match[group])
                and not (group == "bare" and _is_state(match))
                and not (
                    match.re is not _NAMED_BEHIND
                    and _FAILS.search(
                        text,
                        text.rfind("\n", max(0, match.start() - _BEFORE), match.start()) + 1
                        or max(0, match.start() - _BEFORE),
                        match.start(group),
                    )
                )
            ):
                yield Hit(*match.span(group), match[group])


def _is_state(match: re.Match[str]) -> bool:
    """Tell whether words without quotes are a service's: who writes may say no, or at noon."""
    is_incoming = match.re is _SAID or (match.re is _RECEIVED and not match["to"])
    return (_STATE_OF_INCOMING if is_incoming else _STATE).match(match["bare"]) is not None


def _find_chats(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield who said what in chats as WhatsApp exports them, to where somebody says something next."""
    for match in _CHAT.finditer(text):
        who = match["who"]
        if who.lower() in _OF_PROGRAMS or (who.isupper() and who.isascii() and len(who) > 2):
            continue
        yield Hit(*match.span("v"), match["v"])
        if goes_on := _GOES_ON.match(text, match.end()):
            yield from (Hit(*line.span(), line.group()) for line in _LINE.finditer(text, *goes_on.span()))
        if not re.fullmatch(NUMBER, who):
            yield Hit(*match.span("who"), who)


def _to_next(text: str, lines: Ranges) -> Ranges:
    """Return the lines, each with those below it up to the next, if these are few."""
    found = []
    for start, end in lines:
        goes_on = _GOES_ON.match(text, end - 1) if text[end - 1 : end] == "\n" else None
        found.append((start, max(end, text.find("\n", goes_on.end()) + 1 or len(text)) if goes_on else end))
    return found


_TO_OR_FROM = r"(?:\b(?:from|to|by|von|an|de|da|para|dari|ke|van|aan|od|do)|\xd0\xbe\xd1\x82|\xd0\xb4\xd0\xbb\xd1\x8f)"
_WHO_HEAD = rf"(?:[\w.~\x80-\xff'\-]{{1,120}} ){{0,3}}[(<\[\"']{{0,2}}{NUMBER_HEAD}"
_HEADS = (
    rf"(?i)(?:{_IN_ASCII}|[\x80-\xff])s? (?:[\w\x80-\xff\-]{{1,56}}:? ){{0,3}}{_TO_OR_FROM} {_WHO_HEAD}",
    rf"(?i)[\"'\x9c\x9d] (?:was )?(?:sent |received )?(?:from|to|by) {_WHO_HEAD}",
    rf"(?i){_TO_OR_FROM} {_WHO_HEAD}[^\n]{{0,160}}(?:text|body|caption) ?[=:]",
    rf"(?i)\b(?:from|to) {_WHO_HEAD}[^\n]{{0,160}}: ?[\"'\xe2]",
    rf"(?i)(?:->|<-|=>|<=|>>|<<|\xe2\x86[\x90\x92]) ?[(<\[]?{NUMBER_HEAD}[^\n]{{0,160}}: ",
    r"wa\.me/[^\n]*text=",
    r"(?i)(?:[0-9]|\]|s\.whatsapp\.net|[cg]\.us|lid)[)>\]\"']* (?:said|says|wrote|writes|replied|answered|asked|texted)",
    rf"(?i)(?:send|reply|message|text|sms)\w*[ ]?\((?:[^\n]*[\"'`\x9d][ ]?,)?[ ]?(?:[\w.]+[ ]?[=:][ ]?)?[\"'`]?{NUMBER_HEAD}",
)
_CHAT_HEAD = (
    r"^(?:\xe2\x80[\x8e\x8f]|\xef\xbb\xbf)?\[?[0-9]{1,4}[./\-][0-9]{1,2}[./\-][0-9]{1,4}, [0-9]{1,2}[:.][0-9]{2}"
)
FORMS = (
    Form(lambda _: _HEADS, _in_sentences),
    Form(lambda _: (r"\+CM(?:T|GL|GR|GS)[:=]",), _of_modems, around),
    Form(lambda _: (_CHAT_HEAD,), _find_chats, _to_next),
)
"""Sentences and calls; chats."""
