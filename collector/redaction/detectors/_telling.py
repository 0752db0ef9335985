"""Words and signs, in many languages, beside which a number of a phone stands, and fields that say so."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors._case import lower

NUMBER = r"(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,3}\d){4,16})(?![\d])"
OPEN = r"(?:[a-z_.]{1,20}[({\[](?:[a-z]{1,12}:[ ]?)?)?[\"'(<\[]{0,2}(?=[+(\d])"
"""What may be opened before a number: a quote, brackets, what a program puts around a value."""
KEYED = compiled(
    rf"(?:phone(?:[_\- ]?(?:number|numbers|no|nr))?|telephone|tele(?:fon|foon)\w{{0,8}}|[ab]-(?:number|party)|(?:from|to|caller|callee|called|calling|dialed|sender|recipient|receiver|destination|source|originating|terminating|display)[_\-]?number|puhelin[a-z]{{0,8}}|tel(?:;[\w=,;\-\"]{{1,80}}|e|\.? ?(?:kom|dom|stac|mob|\u010d|kontaktowy))?|telp|tlp|mob|(?:ph|hp|wa|cel|fono?|tlfn?|tfno?)[.:]|(?:nomor|no)[. _\-]{{0,2}}(?:hp|wa|telepon)|celular|cellulare|portable(?=\W{{1,4}}0)|komorka|contact[_\- ]?(?:number|no)|national[_\- ]?number|mobile?(?:[_\- ]?(?:number|no))?|cell(?:ular)?"
    r"|handy(?:nummer)?|rufnummer|msisdn|wa[_\-]?id|whatsapp|fax|pager|sms|callback|ani|dnis|gsm|hotline|landline|debug_info|recipient_id|(?:caller|callee)(?:[_\-]?(?:id|number))?)"
    r"(?:s|\(s\)|\.|_?\d)?(?:[ _\-.]{0,2}(?:n(?:u|\u00fa)mbers?|num|no|nr|nummer|num(?:e|\u00e9)ro|numer|numara\w{0,3}|\u010d\u00edslo)(?![a-z])\.?)?(?: ?\([a-z][a-z0-9 ./\-]{1,15}\)| on (?:file|record))?[\"'*]{0,2}"
    rf"(?:[ \t]{{0,40}}(?:[:=>|]\*{{0,2}}|=>|::|\.{{3,80}}[ ]?:?|[\-\u2013](?=[ ])|is|#|(?:set |changed )?to|at|on|from|no\.?|nr\.?)|[ \t])[ \t]{{0,60}}{OPEN}{NUMBER}"
)
# Short words of more languages.
KEYED_SHORT = compiled(
    rf"(?:(?:tel|telefon|phone|fax|mobil|t\xe9l)\.? (?:privat|gesch\xe4ftl\w{{0,6}}|dienstl\w{{0,6}}|mobil|work|home|office|b\xfcro|zentrale|direkt|pro|perso|bureau|domicile|casa|oficina|trabajo|main|cell|day|evening|daytime)|fon|natel|tlf|puh|matk|cep(?=[^\d\n]{{1,14}}(?:\D{{0,3}}\d){{10}})(?: ?(?:no|num\w{{1,6}}|tel\w{{0,8}}))?|kom|simu|telnr|mobilnr|mobiltelefon|handphone|hpno|notel|mobitel|tf|tln|ph ?#|cp ?(?:no|number)|kontakt(?:nr|nummer)|gsm ?no)[.]?[\"']?[ \t]{{0,3}}[:=]?[ \t]{{0,3}}{OPEN}(?P<number>[+(]{{0,2}}\d(?:[ \-./()]{{0,3}}\d){{5,16}})(?![\d])"
)
# Signs of telephones.
SIGN = compiled(
    rf"[\u260e\u260f\u2706\U0001f4de\U0001f4f1\U0001f4f2]\ufe0f?[:]?[ \t]{{0,3}}{OPEN}(?P<number>[+(]{{0,2}}\d(?:[ \-./()]{{0,3}}\d){{5,16}})(?![\d])"
)
SIGN_HEAD = r"\xe2\x98[\x8e\x8f]|\xe2\x9c\x86|\xf0\x9f\x93[\x9e\xb1\xb2]"
SIGNED = compiled(
    r"(?:^|[|\u00b7,;\u2022\n\t ])[ \t]{0,3}[tmpfcd][.:][ \t]{0,3}(?P<number>\(?0[1-9](?:[ \-./()]{0,3}\d){7,10})(?![\w:])"
)
_SIGNS = "|".join(f"{letter}[.]|{letter}:" for letter in "tmpfcd")
SIGNED_HEAD = rf"(?i)(?:^|[^a-z])(?:{_SIGNS})[ \t]{{0,3}}\(?0[1-9][0-9]{{0,5}}[)/.\- ]"
_TOLD_BY = r"[\w\-]{0,24}(?:phone|mobile|msisdn|cell|fax|tel|caller|calling|called|destination|whatsapp)[\w\-]{0,12}"
# A field beside the one that says it is a phone's: an object in a list of phones, a form's field, a link's text.
BESIDE = compiled(
    rf"(?:(?:name|id|key|field|type)[\"']?[ ]?[=:][ ]?[\"']{_TOLD_BY}[\"'][^<>\n]{{0,80}}?\bvalue[\"']?[ ]?[=:][ ]?[\"']"
    rf"|\btel:[+\d\-(). ]{{5,24}}[\"'][^<>\n]{{0,80}}>[ ]?){NUMBER}"
)
LISTED = compiled(
    rf"[\"'](?:[\w\-]{{0,24}}(?:phones?|phone_?numbers?|telephones?|mobiles?|tel|contact_?points?)[\"'][ ]?:\s{{0,60}}\[?\s{{0,60}}\{{?\s{{0,60}}(?:[\"'][\w\-]{{1,30}}[\"'][ ]?:[ ]?[\"'\w][^\"'\n,]{{0,60}}[\"']?,?\s{{1,60}}|[\"'][\w\-]{{1,30}}[\"']:[\"'][^\"'\n]{{0,60}}[\"'],){{0,4}}?"
    rf"|type[\"'][ ]?:[ ]?[\"'](?:mobile|home|work|cell|main|fax|pager|phone|office|whatsapp)[\"'],?\s{{0,60}})[\"'](?:number|value|no|national_?number)[\"'][ ]?:[ ]?[\"']{NUMBER}"
)
LISTED_HEAD = (
    r"(?i)[\"'](?:number|value|no|national_?number)[\"'][ ]?:[ ]?[\"'][+(]{0,2}[0-9](?:[ \-./()]{0,3}[0-9]){4,16}[\"']"
)
FORM_DATA = compiled(rf"form-data; ?name=\"{_TOLD_BY}\"[ \t\r]{{0,4}}\n[ \t\r]{{0,4}}\n{OPEN}{NUMBER}")


def _spellings(*words: str) -> str:
    """Return the alternatives of words in small letters, with a capital, and in capitals, as `lower` leaves them."""
    return "|".join(dict.fromkeys(lower(form) for word in words for form in (word, word.capitalize(), word.upper())))


_LATIN = _spellings(
    "t\u00e9l\u00e9phone",
    "t\u00e9l",
    "tel\u00e9fono",
    "m\u00f3vil",
    "telem\u00f3vel",
    "kom\u00f3rka",
    "s\u0111t",
    "\u0111i\u1ec7n tho\u1ea1i",
    "di \u0111\u1ed9ng",
)
_CYRILLIC = _spellings(
    "\u0442\u0435\u043b\u0435\u0444\u043e\u043d",
    "\u043c\u043e\u0431\u0438\u043b\u044c\u043d\u044b\u0439",
    "\u0442\u0435\u043b",
    "\u043c\u043e\u0431",
)
_GREEK = _spellings(
    "\u03c4\u03b7\u03bb\u03ad\u03c6\u03c9\u03bd\u03bf",
    "\u03ba\u03b9\u03bd\u03b7\u03c4\u03cc",
    "\u03c4\u03b7\u03bb",
    "\u03ba\u03b9\u03bd",
)
# Words of other scripts and of Latin with marks; between them and the number nothing need stand.
_ELSEWHERE = (
    rf"(?:{_LATIN}"
    rf"|(?:{_CYRILLIC})[\u0430-\u044f]{{0,3}}|(?:{_GREEK})"
    r"|\u7535\u8bdd(?:\u53f7\u7801)?|\u96fb\u8a71(?:\u756a\u53f7|\u865f\u78bc)?|\u624b\u673a(?:\u53f7\u7801?)?|\u624b\u6a5f(?:\u865f\u78bc)?|\u643a\u5e2f(?:\u96fb\u8a71|\u756a\u53f7)?"
    r"|\u5ea7\u673a|\u8054\u7cfb\u65b9\u5f0f|\u9023\u7d61\u5148|\u767a\u4fe1(?:\u756a\u53f7|\u8005)|\u7740\u4fe1(?:\u756a\u53f7|\u8005)|\u4e3b\u53eb|\u88ab\u53eb|\u6765\u7535(?:\u53f7\u7801)?|\u0648\u0627\u062a\u0633(?:\u0627\u0628| \u0627\u0628)?|\u0645\u062d\u0645\u0648\u0644|\u0646\u0642\u0627\u0644|\u0647\u0645\u0631\u0627\u0647|\u0641\u0648\u0646|\u0645\u0648\u0628\u0627\u0626\u0644|\u09ab\u09cb\u09a8|\u09ae\u09cb\u09ac\u09be\u0987\u09b2|\u0647\u0627\u062a\u0641|\u062c\u0648\u0627\u0644|\u0645\u0648\u0628\u0627\u064a\u0644|\u062a\u0644\u0641\u0646|\u0645\u0648\u0628\u0627\u06cc\u0644|\u05d8\u05dc\u05e4\u05d5\u05df|\u05e0\u05d9\u05d9\u05d3"
    r"|(?:\u092b\u093c?\u094b\u0928|\u095e\u094b\u0928|\u092e\u094b\u092c\u093e\u0907\u0932)(?: \u0928\u0902\u092c\u0930)?|(?:\u092e\u0947\u0930\u093e |\u0938\u0902\u092a\u0930\u094d\u0915 )\u0928\u0902\u092c\u0930|\u0938\u0902\u092a\u0930\u094d\u0915|\uc804\ud654(?:\ubc88\ud638)?|\ud734\ub300(?:\ud3f0|\uc804\ud654)(?:\ubc88\ud638)?|\uc5f0\ub77d\ucc98|\ud578\ub4dc\ud3f0|(?:\ubc1c\uc2e0|\uc218\uc2e0)(?:\uc790)? ?\ubc88\ud638"
    r"|\u0e42\u0e17\u0e23(?:\u0e28\u0e31\u0e1e\u0e17\u0e4c)?|\u0e40\u0e1a\u0e2d\u0e23\u0e4c(?:\u0e42\u0e17\u0e23)?|\u0e21\u0e37\u0e2d\u0e16\u0e37\u0e2d)"
)
KEYED_ELSEWHERE = compiled(
    rf"{_ELSEWHERE}[\"'.]{{0,2}}[ \t]{{0,3}}[:=\uff1a\u306f\u304c\u662f\u70ba\u4e3a\uc740\ub294]?[ \t]{{0,3}}{OPEN}(?P<number>[+(]{{0,2}}\d(?:[ \-./()]{{0,3}}\d){{5,16}})(?![\d])"
)
# A number is long, and compiling it behind so many words takes as long as all other heads.
KEYED_ELSEWHERE_HEAD = compiled(rf"{_ELSEWHERE}[^\n0-9]{{0,16}}[0-9]", re.IGNORECASE)
