"""Words and signs, in many languages, beside which a number of a phone stands, and fields that say so."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors._phone_words import CYRILLIC, EAST_ASIAN, ELSEWHERE, GREEK, MARKED, spellings

NUMBER = r"(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,3}\d){4,16})(?![\d])"
OPEN = r"(?:[a-z_.]{1,20}[({\[](?:[a-z]{1,12}:[ ]?)?)?[\"'(<\[]{0,2}(?=[+(\d])"
"""What may be opened before a number: a quote, brackets, what a program puts around a value."""
KEYED = compiled(
    rf"(?:phone(?:[_\- ]?(?:number|numbers|no|nr))?|telephone|tele(?:fon|foon)\w{{0,8}}|[ab][_\-](?:num(?:ber)?|party)|(?:from|to|caller|callee|called|calling|dialed|sender|recipient|receiver|destination|source|originating|terminating|display)[_\-]?number|puhelin[a-z]{{0,8}}|tel(?:;[\w=,;\-\"]{{1,80}}|e|\.? ?(?:kom|dom|stac|mob|\u010d|kontaktowy))?|telp|tlp|mob|(?:ph|hp|wa|cel|fono?|tlfn?|tfno?)[.:]|(?:nomor|no)[. _\-]{{0,2}}(?:hp|wa|telepon)(?:(?: [a-z]{{3,12}}){{1,2}}(?=[ ]?:))?|num[a-z\xe9\xfa]{{1,5}} (?:de |di |do )?(?:contact\w{{0,2}}|contat\w{{2}}|kontakt\w{{0,5}}|recado)|celular|cellulare|portable(?=\W{{1,4}}0)|komorka|contact[_\- ]?(?:number|no)|national[_\- ]?number|mobi(?:el|le?)(?:[_\- ]?(?:number|no))?|cell(?:ular)?"
    r"|handy(?:nummer)?|rufnummer|msisdn|wa[_\-]?id|whatsapp|fax|pager|sms|callback|ani|dnis|gsm|hotline|landline|debug_info|recipient_id|(?:caller|callee)(?:[_\-]?(?:id|number))?)"
    r"(?:s|\(s\)|\.|_?\d)?(?:[ _\-.]{0,2}(?:n(?:u|\u00fa)mbers?|num|no|nr|nummer|num(?:e|\u00e9)ro|numer|numara\w{0,3}|\u010d\u00edslo)(?![a-z])\.?)?(?: ?\([a-z][a-z0-9 ./\-]{1,15}\)| on (?:file|record))?[\"'*]{0,2}"
    rf"(?:[ \t]{{0,40}}(?:[:=>|]\*{{0,2}}|=>|::|\.{{3,80}}[ ]?:?|[\-\u2013](?=[ ])|is|#:?|(?:set |changed |updated )?(?:to|from)|at|on|no\.?|nr\.?)|[ \t])[ \t]{{0,60}}{OPEN}{NUMBER}"
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
# The same behind it.
LISTED_BEFORE = compiled(
    rf"[\"'](?:number|value)[\"'][ ]?:[ ]?[\"']{NUMBER}(?=[\"'],\s{{0,60}}[\"']type[\"'][ ]?:[ ]?[\"'](?:mobile|cell|fax|pager|phone|whatsapp)[\"'])"
)
FORM_DATA = compiled(rf"form-data; ?name=\"{_TOLD_BY}\"[ \t\r]{{0,4}}\n[ \t\r]{{0,4}}\n{OPEN}{NUMBER}")


# Letters of scripts whose words stand apart.
_LETTER = r"[^\x00-\x7f\u2000-\u206f\u3000-\u9fff\uff00-\uffef]"
_SPACED = "|".join((*spellings(*MARKED, *CYRILLIC, *GREEK), *ELSEWHERE))
# Who calls and is called, and numbers, as East Asian languages say it.
_EAST_ASIAN = "|".join(
    (
        *EAST_ASIAN,
        "\u767a\u4fe1\u8005?",
        "\u7740\u4fe1\u8005?",
        "\u4e3b\u53eb",
        "\u88ab\u53eb",
        "\u6765\u7535",
        "\ubc1c\uc2e0\uc790?",
        "\uc218\uc2e0\uc790?",
    )
)
_A_NUMBER = r"(?:\u53f7\u7801?|\u865f\u78bc?|\u756a\u53f7|[ ]?\ubc88\ud638|\ud3f0|\uc804\ud654)"
_AT_LEAST_SIX = r"(?P<number>[+(]{0,2}\d(?:[ \-./()]{0,3}\d){5,16})(?![\d])"
# Of other scripts and of Latin with marks: further words where a sign follows, one at most where none does.
KEYED_ELSEWHERE = compiled(
    rf"(?:(?:{_SPACED}){_LETTER}{{0,16}}(?:/{_LETTER}{{1,12}})?\.?(?:(?:[ ](?:{_LETTER}|[a-z\u0300-\u036f]){{1,16}}){{0,3}}[\"'\])]{{0,2}}[ \t]{{0,3}}[:=\uff1a]|[ ]{_LETTER}{{1,12}}|[\"'.]{{0,2}})"
    rf"|(?:{_EAST_ASIAN}){_A_NUMBER}{{0,2}}[\"'.]{{0,2}}[ \t]{{0,3}}[:=\uff1a\u306f\u304c\u662f\u70ba\u4e3a\uc740\ub294]?)[ \t]{{0,3}}{OPEN}{_AT_LEAST_SIX}"
)
# A number is long, and compiling it behind so many words takes as long as all other heads.
KEYED_ELSEWHERE_HEAD = compiled(rf"(?:{_SPACED}|{_EAST_ASIAN})[^\n0-9]{{0,80}}[0-9]", re.IGNORECASE)
