"""Codes that people are sent to sign in once."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._written import written

_CODE = r"(?:\d{3}[- ]?\d{3}|\d{4,8})(?![\w:/-]|\.\w|[ \t]{0,8}(?:ms|s|seconds|bytes)\b)"
_YOURS = r"(?:your|dein|deine|ihr|ihre|votre|ton|tu|su|seu|sua|(?:il )?tuo|o seu|uw|je|jouw|din|ditt|tw\u00f3j|va\u0161|v\u00e1\u0161|\u0432\u0430\u0448|\u0442\u0432\u043e\u0439)"
# What a code is called, alone or at the end of a word: `Bestätigungscode`, `kodunuz`.
_CALLED = r"[^\W\d]{0,20}(?:codes?|c[o\u00f3\u00d3]digo|codice|kode?|k\u00f3d|kod(?:u|en|unuz|unuzu)|koodi|pin|tan|otp|passcode|\u043a\u043e\u0434)\b"
# Codes of other things: errors, places, parcels, programs.
_OTHER = r"(?:(?:[^\W\d]{0,12}(?:error|fehler)|status|exit|return|reason|response|result|http|zip|post|postal|area|country|product|source|promo|promotion|discount|coupon|voucher|order|bar|qr|invite|referral|colou?r|machine|byte|op)(?:code)?\b)"
_OTHER_BEHIND = r"(?![ \t](?:de[ \t]|di[ \t]|da[ \t]|d')?(?:erro\w*|error\w*|erreur|errore|estado|barras|barres|postal\w*|pos|pocztowy|b\u0142\u0119du|kesalahan|galat|chyby|hata|hiba|fel|feil|\u043e\u0448\u0438\u0431\u043a\u0438)\b)"
_IS = r"(?:is|was|ist|lautet|est|es|\u00e9|\u00e8|\u00e4r|er|je|to|adalah|l\u00e0|(?:(?:was|has been) )?(?:set|changed|reset) to)"
# What a code is for.
_FOR = r"(?:verification|registration|confirmation|security|one[- ]time|login|2fa|two[- ](?:step|factor)|sms|otp|auth|access|activation|pairing|whatsapp|telegram|unlock|door|backup|recovery|pin|sim|voicemail|conference|your)"
# Whom it is for.
_WHO = rf"[ \t](?:for|to|of|f\u00fcr|para|pour|per)[ \t][^\s=]{{1,64}}?(?:[ \t][\d()\-]{{1,8}}){{0,5}}(?:[ \t]{{0,2}}(?:[:=]|->)[ \t]{{0,3}}|[ \t]{_IS}[ \t]:?)"

FORMS = (
    # By what it is for.
    written(
        ("ode", "in", "IN", "TP", "tp", "assw", "TAN", "ODE"),
        rf"(?i)\b(?:{_FOR}[ _-]{{0,2}}(?:verification[ _-]|pass)?(?:code|pin|puk|password)|(?:best\u00e4tigungs|sicherheits|verifizierungs|zugangs|anmelde|einmal|freischalt|verificatie|beveiligings)(?:code|pin|passwort)|t?otp|mtan|passcode)[\"']?(?:(?:[ \t][^\W\d]{{1,20}}){{1,4}}?[ \t]{{0,3}}(?:\b{_IS}[ \t]|:|(?<=[ \t])=)|{_WHO}|[ \t]{{0,8}}(?:{_IS}|:|=|->|:? ?is:?)?)[ \t]{{0,8}}[\"']?(?P<b>{_CODE})",
        head=rf"(?i)(?:{_FOR}[ _-]{{0,2}}(?:verification[ _-]|pass)?(?:code|pin|puk|password)|(?:ngs|sicherheits|anmelde|einmal|freischalt|verificatie)(?:code|pin|passwort)|otp|mtan|passcode)[\"']?(?:(?: [^\n0-9]{{1,80}})?[ \t]{{0,8}}(?:is:?|was|:|=|->|(?:was |has been )?(?:set|changed|reset) to|lautet|ist|est|es)?[ \t]{{0,8}}[\"']?[0-9]{{3}}| (?:for|to|of|f\xc3[\xbc\x9c]r|para|pour|per) [^\n]{{1,120}}(?:[:=>]|is|was|lautet|ist|est|es|to)[ \t:]{{0,4}}[\"']?[0-9]{{3}})",
    ),
    written(
        (),
        rf"(?i)\bpin(?:[ ]code)?(?:[ ]{_IS}[ ]|(?=[ ](?:for|of)[ ]){_WHO})[\"']?(?P<b>{_CODE})",
        head=r"(?i)pin(?: code)? (?:for|of) [^\n]{1,120}(?:[:=>]|is|was|lautet|ist|est|es|to)[ \t:]{0,4}[\"']?[0-9]{3}|pin(?: code)?[ ](?:is|was|ist|lautet|est|es|je|to|(?:was |has been )?(?:set|changed|reset) to)[ ][\"']?[0-9]",
    ),
    # By whose it is, in many languages.
    written(
        (),
        rf"(?i)\b{_YOURS}[ \t](?:(?!{_OTHER})[^\W\d]{{2,20}}[ \t\-]{{1,3}}){{0,3}}?(?!{_OTHER}){_CALLED}{_OTHER_BEHIND}(?:[ \t][^\W\d]{{2,20}}){{0,3}}?[ \t\xa0]{{0,3}}(?:(?:{_IS})[ \t]{{1,3}}:?|[:=][ \t]{{0,3}}(?:is )?)[ \t]{{0,3}}[\"']?(?P<b>{_CODE})",
        head=r"(?i)(?:your|dein|deine|ihr|ihre|votre|ton|tu|su|seu|sua|tuo|uw|je|jouw|din|ditt|tw\xc3[\xb3\x93]j|va\xc5[\xa1\xa0]|v\xc3[\xa1\x81]\xc5[\xa1\xa0]|\xb0\xd1\x88|\x90\xd0\xa8|\xbe\xd0\xb9|\x9e\xd0\x99)[ \t][^\n0-9]{0,60}(?:code|d[io]go|codice|kod|k\xc3[\xb3\x93]d|koodi|pin|tan|otp|[\xba\x9a]\xd0[\xbe\x9e]\xd0[\xb4\x94])[^\n0-9]{0,60}[ \t:=\"'][0-9]{3}",
    ),
    # By what it is for, where the word for a code comes first: `código de verificación`, `kod weryfikacyjny`.
    written(
        (),
        rf"(?i)\b(?:c[o\u00f3\u00d3]digo|codice|code|kode?|k\u00f3d|m\u00e3|\u043a\u043e\u0434|do\u011frulama|onay)[ \t](?:de |di |da |d'|para |x\u00e1c )?(?:verifi\w{{2,8}}|v\u00e9rification|weryfik\w{{2,10}}|potwierdz\w{{2,10}}|confirm\w{{2,6}}|konfirm\w{{2,6}}|seguran\u00e7a|seguridad|s\u00e9curit\u00e9|sicurezza|conferma|acc?eso|acesso|acc\u00e8s|accesso|kodu\w{{0,6}}|th\u1ef1c|\u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\w{{2,6}}|\u0434\u043e\u0441\u0442\u0443\u043f\u0430|\u0432\u0445\u043e\u0434\u0430)\b(?:[ \t][^\W\d]{{1,20}}){{0,3}}?[ \t]{{0,3}}(?:{_IS}[ \t]{{1,3}})?[:=]?[ \t]{{0,3}}(?P<b>{_CODE})",
        head=r"(?i)(?:d[io]go|codice|code|kode?|k\xc3[\xb3\x93]d|m\xc3[\xa3\x83]|[\xba\x9a]\xd0[\xbe\x9e]\xd0[\xb4\x94]|rulama|onay)[ \t](?:de |di |da |d'|para |x\xc3[\xa1\x81]c )?(?:veri|v\xc3|weryf|potw|conf|konf|seg|s\xc3|sicu|acc|aces|aceso|kodu|th|\xd0)[^\n0-9]{0,90}[ \t:=][0-9]{3}",
    ),
    # The code before what it is.
    written(
        (),
        rf"(?i)(?<![\w.:/\-])(?:[a-z]-)?(?P<b>\d{{3}}[- ]?\d{{3}}|\d{{4,8}})[ \t]{{1,3}}(?:is|as|ist|est|es|\u00e9|als|\u2014|\u2013)[ \t]{{1,3}}{_YOURS}[ \t]{{1,3}}(?:(?!{_OTHER})[^\W\d]{{2,20}}[ \t\-]{{1,3}}){{0,4}}?(?!{_OTHER})(?:{_CALLED}|password\b)",
        head=r"(?i)[0-9]{3}[ \t]{1,3}(?:(?:is|as|ist|est|es|\xc3\x89|\xc3\xa9|als)[ \t]{1,3}[diojstuvy\xd0\xd1]|\xe2\x80[\x93\x94][ \t]{1,3}[a-z\x80-\xff])",
    ),
    # What became of it; the link that carries it; the numbers that unlock a disk.
    written(
        (),
        r"(?i)\b(?:enter|received?)[ ](?:this|the|your)[ ]code[: ]{1,3}(?P<b>\d{4,8})\b|(?<!error )(?<!status )\bcode[ ](?P<d>\d{6})[ ](?:(?:is|was|has been)[ ])?(?:sent|delivered|received|accepted)\b|\bcode[ ](?:received|sent|accepted):?[ ](?P<s>\d{3}-?\d{3})\b|\bsen(?:t|ding)[ ](?:(?:the|an?|new|sms|otp|login|verification|registration|security)[ ]){0,3}code:?[ ](?P<sent>\d{3}-?\d{3})\b|\bpairing[ _-]?code[\"']?(?:[ ](?:for|of)[ ][^\s=]{1,64}?(?:[ ][\d()\-]{1,8}){0,5})?[ ]{0,2}(?:[:=]|->|[ ]is)[ ]{0,3}[\"']?(?P<paired>(?-i:[A-Z0-9]{4}-?[A-Z0-9]{4}))(?![\w-])|\bv\.whatsapp\.com/(?P<link>\d{6})\b|(?<![\d-])(?P<disk>(?:\d{6}-){7}\d{6})(?![\d-])",
        head=r"(?i)(?:enter|received?) (?:this|the|your) code[: ]{1,3}[0-9]|code [0-9]{6} |code (?:received|sent|accepted):? [0-9]|sen(?:t|ding) [a-z ]{0,40}code:? [0-9]{3}|pairing[ _-]?code[^\n]{0,120}(?:[:=>]|is) {0,3}[\"']?[A-Z0-9]{4}|v\.whatsapp\.com/[0-9]|[0-9]{6}-[0-9]{6}-[0-9]{6}-",
    ),
    # What to do with it.
    written(
        (),
        r"(?i)\b(?:use|enter|type|reply(?: with)?)[ \t](?:the |this )?(?:code |pin )?(?P<b>\d{4,8})[ \t](?:to (?:verify|confirm|sign|log|activate|validate|authenticate|authorize|complete your|access your|reset your)\b|(?:as|for) (?:your|the) (?:[a-z]{2,20}[ \-]){0,3}(?:code|pin|otp|verification|login)\b)",
    ),
    # What a program sends to have a number registered: in two groups, or with six digits where that is spoken of.
    written(
        (),
        r"(?i)\bcode\\{0,3}[\"']?[ \t]{0,4}[:=]?[ \t]{0,4}\\{0,3}[\"']?(?P<b>\d{3}-\d{3})(?![\w-])|(?:\bverif|\bregist|\bactivat|[\"']method[\"'])(?:(?!fail|error|status|exit|http)[^\n]){0,200}?\bcode\\{0,3}[\"']?[ \t]{0,4}[:=]?[ \t]{0,4}\\{0,3}[\"']?(?P<d>\d{6})(?![\w.-]|\\{0,3}[\"']?,[ ]?\\{0,3}[\"']?(?:message|title|error|details|description|type|href))",
        head=r"(?i)code\\{0,3}[\"']?[ \t]{0,4}[:=]?[ \t]{0,4}\\{0,3}[\"']?[0-9]{3}-[0-9]{3}|(?:verif|regist|activat|method)[^\n]{0,250}code\\{0,3}[\"']?[ \t]{0,4}[:=]?[ \t]{0,4}\\{0,3}[\"']?[0-9]{6}",
    ),
    # Where no blanks divide words.
    written(
        (),
        r"(?:\u9a8c\u8bc1\u7801|\u9a57\u8b49\u78bc|\u8a8d\u8a3c\u30b3\u30fc\u30c9|\u78ba\u8a8d\u30b3\u30fc\u30c9|\uc778\uc99d ?\ubc88\ud638|\uc778\uc99d ?\ucf54\ub4dc)[^\d\n\w]{0,4}(?:\u662f|\u4e3a|\u70ba|\u306f|\ub294|\uc740)?[^\d\n\w]{0,4}(?P<b>\d{4,8})(?!\d)",
    ),
)
"""Before or after what they are, in the languages they are sent in."""
