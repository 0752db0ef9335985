"""Words and signs of telephone systems beside which a number stands as it is dialled at home."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

_MORE = r"(?:[ \t\-./()]{0,3}\d)"
_TRUNK = rf"[+(]{{0,2}}0[1-9]{_MORE}{{6,11}}"
_CLOSED = r"(?!\w|\.\d)"
# With a trunk prefix, an area in brackets, or in groups; mobile numbers of India have neither.
_HOME = rf"(?!\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?P<number>{_TRUNK}|\([1-9]\d{{0,4}}\){_MORE}{{5,9}}|(?=\d{{1,5}}[ \-./(])\d{_MORE}{{7,12}}|[6-9]\d{{9}}){_CLOSED}"

# A name with the word for a phone in it: `Kontakttelefon`, `phoneHome`, `Telefonnummer des Kunden`.
_STEM = (
    r"(?:(?<!micro)(?<!head)(?<!ear)phone|tel(?:e|\xe9)?(?:f(?:o|\xf3)n|foon|phon|fax)|t\xe9l\xe9(?:phon|cop|fax)|mobil|handy|rufn|whatsapp|msisdn|celular|cellular|telem\xf3vel"
    r"|hotline|helpline|festnetz|durchwahl|anschluss|notfalln|puhelin)"
)
IN_A_NAME = re.compile(
    rf"(?P<key>{_STEM}[a-z\x80-\uffff]{{0,24}}(?:[ _\-./]{{1,2}}\(?[a-z\x80-\uffff]{{1,20}}\)?\.?){{0,3}}(?: [^<>\n\d]{{1,60}}(?=>))?)"
    r"(?:[\"'\])]{0,2}[ \t]{0,3}(?:=>|->|(?:[:=>]|\uff1a|\u2013)|(?:not )?(?:i?like|in)\b|[<!]=|<>)[ \t]{0,3}[\"'(<\[%]{0,3}(?=[+(\d])|[ \t]{1,3}(?=\(?0[1-9]))"
    rf"(?P<number>{_TRUNK}|[+(]{{0,2}}\d{_MORE}{{5,14}}){_CLOSED}"
)

# Words that are a phone's where a sign and a number as at home follow.
BY_A_SIGN = re.compile(
    r"(?:contact[oe]?|contato|kontakt|contatto|recapito|coordonn\xe9es|direct(?:[ \-]?(?:line|dial))?|direkt(?:wahl)?|std|zentrale|switchboard|office|home|work|main|toll[ \-]?free|freephone|emergency(?: contact)?|notfall|urgence|urgencias"
    r"|wpp|zap|whats|whatsapp|wapp|wsp|ddi|fixe|fijo|fixo|fisso|domicile|bureau|b\xfcro|casa|oficina|port\xe1til|port(?= ?: ?0[1-9]))"
    rf"(?: ?(?:no|nr|n\xba|n\xb0|num)\.?)?[\"']?(?:[ \t]{{0,2}}(?:[:=\-]|\u2013)|\.:?)[ \t]{{0,2}}[\"']?{_HOME}"
)
# The word for a number alone, where nothing says what is numbered.
A_NUMBER = re.compile(
    r"(?:number|nummer|n\xfamero|num\xe9ro|numero|numer|\u043d\u043e\u043c\u0435\u0440)[\"']?[ \t]{0,2}[:=][ \t]{0,2}[\"']?"
    rf"(?P<number>\(?0[1-9]{_MORE}{{7,10}}){_CLOSED}"
)

# Whose number it is.
MINE = re.compile(
    r"(?:my|your|his|her|our|their|meine?|ihre|mon|votre|notre|mi|su|tu|mio|nostro|meu|nosso|seu|mit|mitt|min|mijn|uw|m(?:o|\xf3)j|mojego|moje|\u043c\u043e\u0439|\u0432\u0430\u0448|\u043d\u0430\u0448|\u043c\u0456\u0439)"
    r" (?:[a-z\x80-\uffff]{2,12} )?(?:number|no|nummer|telefonnummer|num\xe9ro|n\xfamero|numero|numer|nr|cell|mobile|whatsapp|phone|\u043d\u043e\u043c\u0435\u0440|\u0442\u0435\u043b\u0435\u0444\u043e\u043d)"
    rf"(?:'s| is| ist(?: die)?| est(?: le)?| es(?: el)?| \xe8| \xe9| er| \xe4r| jest)?[ \t]{{0,2}}[:\-\u2013]?[ \t]{{1,2}}{_HOME}"
)

# What people do with a number.
DONE_WITH = re.compile(
    r"(?:calls?|called|text(?:ed)?(?: [a-z]{1,10})?|voicemails?|sms)(?: from| to| of)"
    rf"[ \t]{{1,2}}(?P<number>\(?0[1-9]{_MORE}{{7,11}}){_CLOSED}"
)
DONE_ELSEWHERE = re.compile(
    r"(?:suna(?:\u021b|\u0163|t)i(?: la)?|soita(?: numeroon)?|soittakaa|hubungi(?:lah)?|vol[ae]jte(?: na)?|h\xedvja(?: a)?|zadzwo\u0144|g\u1ecdi(?: s\u1ed1)?|ring(?: p\xe5| til)|bel(?: (?:me|ons))? op"
    r"|\u0437\u0432\u043e\u043d\u0438\u0442\u0435(?: \u043f\u043e(?: \u043d\u043e\u043c\u0435\u0440\u0443)?| \u043d\u0430)?|\u0442\u0435\u043b\u0435\u0444\u043e\u043d\u0443\u0439\u0442\u0435(?: \u0437\u0430(?: \u043d\u043e\u043c\u0435\u0440\u043e\u043c)?)?"
    r"|\u0627\u062a\u0635\u0644(?: \u0639\u0644\u0649| \u0628)?|\u062a\u0645\u0627\u0633|\u8acb?\u64a5\u6253|\u8bf7?\u62e8\u6253|\u624b\u673a\u53f7(?:\u7801)?\u662f|\u7535\u8bdd\u662f)"
    rf"[ \t]{{0,2}}[:\uff1a]?[ \t]{{0,2}}(?P<number>[+(]{{0,2}}\d{_MORE}{{7,11}}){_CLOSED}"
)

# Channels and dial plans of Asterisk and FreeSWITCH.
DIALLED = re.compile(
    r"(?<![/.])(?:(?:dahdi|zap|iax2?|local|khomp|capi|misdn|sccp|skinny|(?:pj)?sip|trunk|gateway)|sofia/[\w.\-]{1,40})/(?:[\w.\-]{1,40}/)?(?P<number>\+?\d{7,15})(?=[@,;&>|)\s\"'\-]|$)"
)
# Who calls and is called, in their settings, events and variables.
CALLED_BY = re.compile(
    r"(?:(?:fromuser|exten|register|dial(?:ed|led)?[_\-]?string|rdnis|callerid\(num\)|callerid)"
    r"|(?:(?:caller|callee|calling|called|connected|redirecting|effective|outbound|dial(?:l?ed)?|originat(?:ion|or|ing)|destination|forward\w{0,6}|src|dst|orig|dest)[\w.\-]{0,30}?(?:num(?:ber)?|user|exten|line|station[_\-]id|party)))"
    r"[\"')]{0,2}(?: ?(?:=>|[:=])|[\"'] (?:value|data)=)[ \t]{0,2}[\"'<]{0,2}(?P<number>\+?\(?0?[1-9]\d{6,14})(?!\d|\.\d)"
)
# After a name, in angle brackets; what a modem calls and who calls it; before the name of a server.
CALLER = re.compile(r"(?:(?<=[\w\"')])|(?<=[\w\"')] ))<(?P<number>\+?0[1-9]\d{6,12})>")
ADDRESSED = re.compile(
    rf"(?:callto|mmsto|mms|smsto|telprompt|facetime(?:-audio)?|skype|viber|imessage):(?://)?(?P<number>[+(]{{0,2}}\d{_MORE}{{5,14}}){_CLOSED}"
)
# A letter of a signature: in brackets, or where a line or the next thing begins.
SIGNED = re.compile(
    rf"(?:\([tmpfocwhd]\)|(?:^|[|;\n]|\u00b7|\u2022)[ \t]{{0,3}}[tmpf]|\bph)[ \t]{{1,3}}(?P<number>\(?0[1-9]\d{{0,4}}[ \-./)]{_MORE}{{5,9}}){_CLOSED}"
)
MODEM = re.compile(r"\"(?P<number>0[1-9]\d{5,13})\",1(?:29|45|61|77)\b")
MODEM_DIALS = re.compile(r"\batd[tp]?>?(?P<number>\+?\d{6,15})(?=[;,\s]|$)")
AT_A_SERVER = re.compile(r"(?<![\w.+\-@/])(?P<number>0[1-9]\d{7,12})@(?=[a-z\[]|\d{1,3}\.)")
