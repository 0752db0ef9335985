"""Words and signs of telephone systems beside which a number stands as it is dialled at home."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.head_patterns import in_bytes

_MORE = r"(?:[ \-./()]{0,3}\d)"
_TRUNK = rf"[+(]{{0,2}}0[1-9]{_MORE}{{6,11}}"
_CLOSED = r"(?!\w|\.\d)"
# With a trunk prefix, an area in brackets, or in groups; mobile numbers of India have neither.
_HOME = rf"(?!\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?P<number>{_TRUNK}|\([1-9]\d{{0,4}}\){_MORE}{{5,9}}|(?=\d{{1,5}}[ \-./(])\d{_MORE}{{7,12}}|[6-9]\d{{9}}){_CLOSED}"
# Where hardly anything else can stand, also the short ones of small countries.
_ANY_HOME = _HOME.replace("{7,12}", "{5,12}").replace(r"[6-9]\d{9}", r"[2-9]\d{9}")

# A name with the word for a phone in it: `Kontakttelefon`, `phoneHome`, `Telefonnummer des Kunden`.
_STEM = (
    r"(?:(?<!micro)(?<!head)(?<!ear)phone|tel(?:e|\xe9)?(?:f(?:o|\xf3)n|foon|phon|fax)|t\xe9l\xe9(?:phon|cop|fax)|mobiel|mobil|handy|rufn|whatsapp|msisdn|celular|cellular|telem\xf3vel"
    r"|hotline|helpline|festnetz|durchwahl|anschluss|notfalln|puhelin|switchboard|freephone)"
)
IN_A_NAME = compiled(
    rf"(?P<key>{_STEM}[a-z\x80-\uffff]{{0,16}}(?:[ _\-./]{{1,2}}\(?[a-z\x80-\uffff]{{1,16}}\)?\.?){{0,3}})(?: [^<>\n]{{1,60}}(?=>))?"
    r"(?:[\"'\])]{0,2}[ \t]{0,3}(?::?(?:</[a-z]{1,8}>[ \t]{0,4}:?[ \t]{0,4}){1,2}(?:<[a-z]{1,8}(?: [^<>\n]{0,60})?>){0,2}|=>|->|(?:[:=>]|\uff1a|\u2013)|(?:not )?(?:i?like|in|is|ist|lautet|est|es)\b|[<!]=|<>)[ \t]{0,3}(?:string\(\d{1,3}\) )?[\"'(<\[%]{0,3}(?=[+(\d])|[ \t]{1,3}(?=\(?0[1-9]|[2-9]\d\d \d{3} \d{3,4}(?!\w)))"
    rf"(?P<number>{_TRUNK}|[+(]{{0,2}}\d{_MORE}{{5,14}}){_CLOSED}"
)

# The same, simpler: compiling the name itself takes as long as all other forms.
IN_A_NAME_HEAD = compiled(
    rf"{_STEM}[^\n0-9]*(?:\d{{1,3}}\"[^\n0-9]*)?(?:string\(\d{{1,3}}\) [\"'])?\d(?:[ \-./()]{{0,3}}\d){{5}}",
    re.IGNORECASE,
)

# Words that are a phone's where a sign and a number as at home follow.
_BY_A_SIGN = (
    "cli|clip|arayan|aranan|anrufer(?:in)?|angerufener|appelant|appel\xe9|llamante|chiamante|chamador|dzwoni\u0105cy|\u0430\u0431\u043e\u043d\u0435\u043d\u0442|\u0437\u0432\u043e\u043d\u0438\u0432\u0448\u0438\u0439|contact[oe]?|contato|kontakt|contatto|recapito|coordonn\xe9es|direct|direct[ \\-]?line|direct[ \\-]?dial|direkt(?:wahl)?|std|zentrale|switchboard|office|home|work|main|toll[ \\-]?free|freephone|emergency(?: contact)?|notfall|urgence|urgencias"
    "|wpp|zap|whats|whatsapp|wapp|wsp|ddi|fixe|fijo|fixo|fisso|domicile|bureau|b\xfcro|casa|oficina|port\xe1til|port(?= ?: ?0[1-9])|cel|mob|wsp|movil|m\xf3vil|tlf|tfno"
)
BY_A_SIGN = compiled(
    rf"(?:{_BY_A_SIGN})"
    rf"(?: ?(?:no|nr|n\xba|n\xb0|num)\.?)?[\"']?(?:[ \t]{{0,2}}(?:[:=\-]|\u2013)|\.:?|(?<=cel|mob|wsp|vil|tlf|fno) )[ \t]{{0,2}}[\"']?{_HOME}"
)
_PORT = "port(?= ?: ?0[1-9])"
# A head a word: all of them in one take the scan several times as long.
BY_A_SIGN_HEADS = (
    *(
        rf"(?i){word}(?: ?n[a-z\x80-\xff]+\.?)?[\"']?[ \t]*[:=\-\x80-\xff. ][ \t\"'+(\x80-\xff]*[0-9\xc2-\xf4]"
        for word in in_bytes(_BY_A_SIGN).split("|")
        if word != _PORT
    ),
    r"(?i)port ?: ?0[1-9]",
)

# The word for a number alone, where nothing says what is numbered.
A_NUMBER = compiled(
    r"(?:number|nummer|n\xfamero|num\xe9ro|numero|numer|\u043d\u043e\u043c\u0435\u0440)(?:[\"']?[ \t]{0,2}[:=>][ \t]{0,2}[\"']?|[ ](?=[2-9]\d\d? \d{3} \d{3,4}(?!\w|[ ]\d)|0[1-9]\d{8,10}(?!\w)))"
    rf"(?P<number>\(?0[1-9]{_MORE}{{7,10}}|[2-9]\d\d?[ ]\d{{3}}[ ]\d{{3,4}}){_CLOSED}"
)

# Whose number it is.
MINE = compiled(
    r"(?:my|your|his|her|our|their|meine?|ihre|mon|votre|notre|mi|su|tu|mio|nostro|meu|nosso|seu|mit|mitt|min|mijn|uw|m(?:o|\xf3)j|mojego|moje|\u043c\u043e\u0439|\u0432\u0430\u0448|\u043d\u0430\u0448|\u043c\u0456\u0439)"
    r" (?:[a-z\x80-\uffff]{2,12} )?(?:number|no|nummer|telefonnummer|num\xe9ro|n\xfamero|numero|numer|nr|cell|mobile|whatsapp|phone|\u043d\u043e\u043c\u0435\u0440|\u0442\u0435\u043b\u0435\u0444\u043e\u043d)"
    rf"(?:'s| is| ist(?: die)?| est(?: le)?| es(?: el)?| \xe8| \xe9| er| \xe4r| jest)?[ \t]{{0,2}}[:\-\u2013]?[ \t]{{1,2}}{_ANY_HOME}"
)

# Where somebody is to be had.
UNDER = compiled(
    r"(?:unter|under|p\xe5|pod|au|al|sul|op|aan|no|\u043f\u043e|\u043d\u0430) (?:der |dem |het |le |el |il |o )?(?:ruf|telefon)?(?:nummer|num\xe9ro|n\xfamero|numero|numer(?:em)?|\u043d\u043e\u043c\u0435\u0440\u0443?)"
    rf"[ \t]{{0,2}}:?[ \t]{{0,2}}{_ANY_HOME}"
)

# What people are told to do with a number, written as at home: with a trunk prefix.
CALLED = compiled(
    r"(?<![a-z])(?:(?:call|ring|text|phone|reach|contact)(?:ed|ing)?(?: (?:me|us|him|her|them))?(?: (?:back )?(?:on|at))?|dial(?:l?ed|l?ing)?|call(?:ing)? back|sms to|(?:my|your|his|her|their|our) (?:new )?(?:number|no\.) is)"
    r"[ \t:]{1,3}[\"'<]{0,2}(?P<number>\(?0[1-9](?:[ \-./()]{0,3}\d){7,11}|(?:1[ .\-])?[2-9]\d\d[ .\-/][2-9]\d\d[ .\-/]\d{4}|[2-9]\d[ .\-]\d{4}[ .\-]\d{4}"
    r"|[2-9]\d\d(?:-|(?<=(?:at|on).\d\d\d)[ .])\d{4}(?![ .\-/]\d)|(?:(?<=dial[ :])|(?<=(?:me|us)[ ](?:at|on)[ :]))[1-9](?:[ \-]?\d){6,12}(?![.\-/]\d)"
    r"|(?<=call back[ :])[2-9]\d{9}|[2-9]\d{6,9}(?= for (?:support|help|assistance|details|info|information|more|questions)\b))(?![\d])(?! [a-z]{2,16}s\b)"
)
# The same in other languages, where numbers of some countries have no trunk prefix; letters of a signature.
CALLED_ELSEWHERE = compiled(
    r"(?<![a-z])(?:(?:r\xfcckruf|zur\xfcck(?:zu)?rufen|anruf(?:en)?|erreichbar|erreichen|sms[\w\-]{0,10}|nachricht|rufen sie|rufen sie uns)(?: (?:bitte|mich|uns|sie|ihn|erbeten))?(?: (?:unter|an|auf|von|bei)(?: der)?(?: (?:nummer|nr\.?))?)"
    r"|(?:rappele[rz]|appele[rz]|joindre|joignable|contacte[rz]|appel(?: entrant| sortant)?|sms)(?:[ \-](?:moi|nous|le|la))?(?: (?:svp|merci))? (?:au|sur le|de)"
    r"|(?:ll[\xe1a]m[ae]\w{0,5}|contact\w{1,5}|comun\xedqu\w{1,4}|sms|chiam\w{1,6}|richiam\w{2,6}|lig\w{1,4}|ligue(?:-me)?|llamada|liga\xe7\xe3o|chamada|chiamata|bel(?:len)?|ring(?:a|e)?|zadzwo\u0144\w{0,5}|dzwoni\u0107|\u043f\u043e\u0437\u0432\u043e\u043d\w{1,6}|\u043f\u0435\u0440\u0435\u0437\u0432\u043e\u043d\w{1,6})(?: (?:mij|ons|mig|meg|os|me))? (?:al|a|allo|ao|no|sul|nel|de|da|dal|para|para o|op|naar|p\xe5|pod|na|\u043f\u043e|\u043d\u0430)(?: (?:n\xfamero|numero|nummer|numer|\u043d\u043e\u043c\u0435\u0440\u0443?))?)"
    r"[ \t:]{1,3}(?!\d{1,3}(?:\.\d{1,3}){3})(?P<number>\(?[0-9](?:[ \-./()]{0,3}\d){7,11})(?![\d])"
)

# Who is to be called, between the verb and the number; what is to be done, behind the number.
_IN_FULL = rf"(?!\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?P<number>{_TRUNK}|\([1-9]\d{{0,4}}\){_MORE}{{5,9}}|(?=\d{{1,5}}[ \-./(])\d{_MORE}{{7,12}}|[2-9]\d{{9}}){_CLOSED}"
CALLED_SOMEBODY = compiled(
    r"(?<![a-z])(?:(?:re|ri)?chiam\w{1,6}|bel(?:len)?|ring(?:a|e)?|zadzwo\w{1,6}|dzwoni\w{0,6}|lig(?:ar|ue|uei|amos)|llam[ae]\w{0,5}|r?appel\w{1,4}|contacte\w?|joindre|call(?:ed|ing)?|phone[ds]?|text(?:ed)?|reach(?:ed|ing)?|whatsapp|rufen|hubungi|soita\w{0,4}|\u043f\u043e\u0437\u0432\u043e\u043d\w{1,6})"
    rf"(?: [a-z\x80-\uffff]{{1,14}}){{1,4}} (?:al|allo|au|no|sul|op|p\xe5|pod|na|on|at|to|unter|di|ke|\u043d\u0430|\u043f\u043e)(?: (?:no|nr|hp|n\xfamero|numero|nummer|numer))?(?: hp)?[ :]{{1,2}}{_IN_FULL}"
)
TO_BE_CALLED = compiled(
    rf"(?<![a-z])(?:unter|sous|at|on|au|al|op|p\xe5)[ :]{{1,2}}{_IN_FULL}(?= (?:erreichbar|zu erreichen|erreichen|zur\xfcck\w{{4,12}}|anrufen|joignable|reachable|bereikbaar|raggiungibile|localizable|disponible|tr\xe4ffa\w?|tr\xe6ffes)\b)"
)

# Where somebody is to be had, and no word for a number: a trunk prefix and groups that are no date's.
_GROUPS = r"0[1-9]\d{0,3}\)?[ \-/]\d{3,9}(?:[ \-]\d{2,5}){0,3}|0[1-9](?:[ .]\d\d){4}"
REACHED = compiled(
    r"(?<![a-z\x80-\uffff])(?:unter|under|on|at|au|al|op|p\xe5|na|via|\u043f\u043e|\u043d\u0430|numaras\u0131|numaram|numaran\u0131z)(?: der| dem)?[ :]{1,2}"
    rf"(?P<number>\(?(?=(?:\D{{0,2}}\d){{9}})(?:{_GROUPS}))(?![\w:]|[.\-/]\w)"
)
# What says behind a number whose or of what it is.
_BEHIND = (
    r"[\"'\u2019]?[ ]?(?:numaral\u0131|numarali|nolu|no\W?lu|numaras\u0131|numarasi|numaradan|numaraya"
    r"|\((?:(?:tele)?phone|telefon|mobile?|mobil|cell|handy|home|work|office|privat|private|fixe|portable|fijo|m\xf3vil|casa|gsm|fax|tel|whatsapp|wa)\)"
    r"|(?:is|ist|est|es|\xe8|\xe9|jest|to) (?:my|your|his|her|the customer's|meine?|mon|le|mi|el|il mio|o? ?meu|m\xf3j)(?: [a-z\x80-\uffff]{2,10})? ?(?:number|phone|mobile|cell|nummer|handy|\w{0,12}nummer|num\xe9ro|n\xfamero|numero|numer|telefon\w{0,2}|celular|portable|whatsapp)"
    r"|\u306b(?:\u96fb\u8a71|\u9023\u7d61|\u767a\u4fe1)|\u304b\u3089(?:\u7740\u4fe1|\u96fb\u8a71)|\u662f(?:\u6211|\u4ed6|\u5979|\u5ba2\u6237)?\u7684?(?:\u624b\u673a|\u7535\u8bdd|\u53f7\u7801)|\ubc88(?:\uc73c\ub85c|\uc5d0\uc11c|\uc774)?)"
)
FOLLOWED = compiled(
    rf"(?<![\w.+\-:/=])(?P<number>\(?0[1-9]{_MORE}{{7,10}}|1[3-9]\d{{9}}|[6-9]\d{{9}}|\(?[2-9]\d\d\)?[ .\-]\d{{3}}[ .\-]\d{{4}}|\d{{2,4}}(?:[ ]\d{{2,4}}){{2,4}}|[1-9](?:[ \-]?\d){{5,12}}(?=[ ]\((?:(?:tele)?phone|telefon|mobile?|cell|handy|fax|gsm|tel|whatsapp)\))){_BEHIND}"
)
FOLLOWED_HEAD = compiled(rf"[0-9]{_BEHIND}", re.IGNORECASE)
# A row that a telephone system prints of a call: a day, a time, the trunk and the number.
STATION_HEAD = r"(?i)[ \t](?:co|tl|trk|trunk|line|t|l) ?[0-9]+[ \t]+[<>]{0,2}[0-9]{7}"
STATION = compiled(
    r"^[ \t]{0,4}(?:\d{4}[./\-]\d\d[./\-]\d\d|\d\d[./\-]\d\d[./\-]\d{2,4})[ \t]{1,4}\d\d:\d\d[^\n]{0,80}?[ \t](?:co|tl|trk|trunk|line|t|l)[ ]?\d{1,4}[ \t]{1,12}[<>]{0,2}(?P<number>\d{7,15})(?![\w.:\-/])",
    re.MULTILINE,
)

# A number that its groups alone tell from all else: pairs, an area and two or three groups, an area in brackets; no day
# and no month before it, no further figures beside it.
_PAIRS = r"(?<=0)[1-9](?:(?:\x20\d\d){4}|(?:\.\d\d){4})|(?<=[6-9])\d\d(?:\x20\d\d){3}"
_AREA = r"(?<=0)[1-9]\d{0,3}"
_THREE = rf"(?!\d[ \-/](?:19|20)\d\d|\d\d \d{{3}} \d{{3}}(?!\d)|\d{{3}} \d{{4}} ){_AREA}[ \-/]\d{{3,4}}[ \-]\d{{2,4}}(?:[ \-]\d{{2,4}})?"
_TWO = rf"{_AREA}[ \-/]\d{{6,9}}"
_BRACKETS = r"(?<=\()(?:0[1-9]\d{0,4}\)[ ]?\d{3,8}(?:[ \-]\d{2,5}){0,3}|[1-9]\d?\)[ ]?9?\d{4}[\- ]\d{4})|(?<=8)[ \-]?\(\d{3,5}\)[ \-]?\d{1,3}[ \-]\d\d[ \-]?\d\d"
# The first character comes before what must not stand before it: that is what `re` looks for fast.
_FIRST = r"[(06-9](?<![\w.+\-:/#$%*~\\].)(?<!\d .)(?<!\d[,;].)(?<!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) .)(?<![a-z]{2}\d\d \w{4} .)"
GROUPED = compiled(
    rf"(?P<number>{_FIRST}(?=(?:(?<=\d)|\d)(?:\D{{0,2}}\d){{8,11}}(?!\d))(?:{_PAIRS}|{_THREE}|{_TWO}|{_BRACKETS}))(?![\w\-]|[.:/]\w|,\d| \d)"
)
GROUPED_HEAD = (
    r"(?:^|[^0-9A-Za-z_.+\-:/#$%*~\\])(?:0[1-9](?: [0-9]{2} [0-9]{2} [0-9]{2} [0-9]|[.][0-9]{2}[.][0-9]{2}[.][0-9]{2}[.][0-9]|[0-9]{0,3}[ \-/](?:[0-9]{6}|[0-9]{3,4}[ \-][0-9]{2}))"
    r"|[6-9][0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}|\(0[1-9][0-9]{0,4}\)[ ]?[0-9]{3}|\([1-9][0-9]?\)[ ]?9?[0-9]{4}[\- ][0-9]{4}|8[ \-]?\([0-9]{3,5}\)[ \-]?[0-9])"
)

# What people do with a number.
DONE_WITH = compiled(
    r"(?:(?:calls?|called|text(?:ed)?(?: [a-z]{1,10})?|voicemails?|sms)(?: from| to| of)|po\u0142\u0105czenie od|samtal fr\xe5n|samtale fra|oproep van|chiamata (?:persa )?da|llamada (?:perdida )?de|chamada (?:perdida )?de|liga\xe7\xe3o (?:perdida )?de|appel (?:manqu\xe9 )?de|arama:?|hovor od|ap\u0113ls no)"
    rf"[ \t]{{1,2}}(?P<number>\(?0[1-9]{_MORE}{{7,11}}|(?:1[ .\-])?[2-9]\d\d[ .\-/]\d\d\d[ .\-/]\d{{3,4}}){_CLOSED}"
)
# What is done with a phone and nothing else, and the word that leads to its number, in any writing.
_CALLS = (
    r"(?:(?:missed|incoming|outgoing|inbound|outbound|phone|voice|video) calls?|(?:call|dial)(?:ed)? number|(?:verification|auth) (?:call|code)|voicemail"
    r"|(?:sms|otp|(?:whatsapp|text|voice|wa) (?:message|msg|template|otp)s?)(?: (?:code|was|has been|is|being|wurde|successfully|to be)){0,2}(?: (?:sent|send|sending|delivered|delivery|queued|submitted|failed|forwarded|resent|received|gesendet|verschickt|enviado|envoy\xe9|inviato|verzonden|skickat|sendt|wys\u0142any|g\xf6nderildi|dikirim))?"
    r"|llamada(?: (?:perdida|entrante|saliente))?|chamada(?: (?:perdida|recebida|feita))?|liga\xe7\xe3o|chiamata(?: (?:persa|in arrivo|in uscita))?|appel(?: (?:manqu\xe9|entrant|sortant))?|anruf|samtal|oproep|panggilan(?: (?:tak terjawab|masuk|keluar))?)"
)
CALLS = compiled(
    rf"(?<![a-z])(?:{_CALLS} (?:from|to|for|de|del|della|da|dal|do|para|a|al|au|von|an|fr\xe5n|till|van|naar|dari|ke)|dial(?:l?ed|l?ing))(?: (?:number|phone|mobile|msisdn))?"
    rf"[ \t:]{{1,3}}[\"'<]{{0,2}}(?!\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?P<number>[+(]{{0,2}}\d{_MORE}{{7,13}}){_CLOSED}(?! (?:users|customers|recipients|people|contacts|subscribers|devices|numbers|clients|members)\b)"
)
CALLS_ELSEWHERE = compiled(
    r"(?:(?:(?:\u0437|\u0417)\u0432\u043e\u043d\w{1,6}|(?:\u0432|\u0412)\u044b\u0437\u043e\u0432\w{0,3}|(?:sms|\u0441\u043c\u0441|\u0421\u041c\u0421)(?:[ ][\u0430-\u044f]{2,14}){0,2}|\u0434\u0437\u0432\u0456\u043d\w{0,4})[ ](?:\u043e\u0442|\u043d\u0430|\u043a|\u0441|\u0432\u0456\u0434|\u043f\u043e)(?:[ ]\u043d\u043e\u043c\u0435\u0440\w{0,2})?"
    r"|(?:\u77ed\u4fe1|\u7c21\u8a0a|\u9a8c\u8bc1\u7801|sms)(?:\u5df2)?(?:\u53d1\u9001|\u767c\u9001|\u50b3\u9001)(?:\u81f3|\u5230|\u7ed9)|\u6765\u7535[\uff1a:]?|(?:\u8bf7|\u8acb)?(?:\u62e8\u6253|\u64a5\u6253)|\u0645\u0643\u0627\u0644\u0645\u0629 (?:\u0641\u0627\u0626\u062a\u0629 )?\u0645\u0646)"
    rf"[ \t]{{0,2}}(?P<number>[+(]{{0,2}}\d{_MORE}{{7,13}}){_CLOSED}"
)
DONE_ELSEWHERE = compiled(
    r"(?:suna(?:\u021b|\u0163|t)i(?: la)?|soita(?: numeroon)?|soittakaa|hubungi(?:lah)?|vol[ae]jte(?: na)?|h\xedvja(?: a)?|zadzwo\u0144|g\u1ecdi(?: s\u1ed1)?|ring(?: p\xe5| til)|bel(?: (?:me|ons))? op"
    r"|(?:\u0437|\u0417)\u0432\u043e\u043d\u0438\u0442\u0435(?: \u043f\u043e(?: \u043d\u043e\u043c\u0435\u0440\u0443)?| \u043d\u0430)?|(?:\u0442|\u0422)\u0435\u043b\u0435\u0444\u043e\u043d\u0443\u0439\u0442\u0435(?: \u0437\u0430(?: \u043d\u043e\u043c\u0435\u0440\u043e\u043c)?)?"
    r"|\u0627\u062a\u0635\u0644(?: \u0639\u0644\u0649| \u0628)?|\u062a\u0645\u0627\u0633|\u8acb?\u64a5\u6253|\u8bf7?\u62e8\u6253|\u624b\u673a\u53f7(?:\u7801)?\u662f|\u7535\u8bdd\u662f)"
    rf"[ \t]{{0,2}}[:\uff1a]?[ \t]{{0,2}}(?P<number>[+(]{{0,2}}\d{_MORE}{{7,11}}){_CLOSED}"
)

SIP = compiled(r"(?<![a-z])(?:sips?:|(?:pj)?sip/|executing \[)(?P<number>\+?\d{7,15})(?=[@;>,&)\s\-]|$)")
# Who calls, before an address of SIP.
SIP_NAME = compiled(r"\"(?P<number>\+?\d{7,15})\"[ ]?<sips?:")
# A field for who is called or writes, a path, a call that sets or asks it: with the trunk prefix, which counters do not have.
TO_SOMEBODY = compiled(
    r"(?:(?<![a-z0-9])(?:(?:recipient|sender|receiver|called|calling|diall?ed|subscriber|destination|dest|rcpt|to|from|src|dst|source|user|customer|client)(?:[_\- ]?(?:number|name|no|nr|addr(?:ess)?|pn|id))?[\"'\]]{0,2}[ ]?(?:=>|[:=>])[ ]?[\"'\[(<]{0,2}|(?:phones?|phone[_\-]?numbers?|msisdns?|mobiles?|tel|contacts?|recipients?|numbers?|subscribers?|wa\.me|users?|customers?|clients?|wa)/)"
    r"|(?<![\w.\-])(?:from|to|for|by|with|user|customer|client|contact|subscriber|recipient|sender|lead|guest|member|patient|driver|participants?|presence|anrufer|absender|kund(?:e|in)|teilnehmer|von|an|f\xfcr|pour|exp\xe9diteur|destinataire|cliente?|remitente|destinatario|para|de|da|van|unblocked|blocked|e\.164|login|lookup|hangup|unreachable)[ ]?:?[ ][\"'<(\[]?|(?:send|verify|notify|dial)\w{0,20}\([ ]?[\"']?)"
    r"(?P<number>0[1-9]\d{8,10})(?![\da-z_]|[.\-]\d)"
)
TO_SOMEBODY_HEAD = r"[ :=<>(\"'\[/]0[1-9][0-9]{8}"
SET = compiled(
    r"(?<![a-z])(?:[gs]et)?_?(?:phone|phone_?number|mobile|mobile_?number|msisdn|cell_?phone|telephone|tel)\([ ]?[\"']?(?P<number>0?[1-9]\d{8,11})[\"']?[ ]?[,)]"
)
# Channels and dial plans of Asterisk and FreeSWITCH.
DIALLED = compiled(
    r"(?<![/.])(?:(?:dahdi|zap|iax2?|local|khomp|capi|misdn|sccp|skinny|(?:pj)?sip|trunk|gateway)|sofia/[\w.\-]{1,40})/(?:[\w.\-]{1,40}/)?(?P<number>\+?\d{7,15})(?=[@,;&>|)\s\"'\-]|$)"
)
# Who calls and is called, in their settings, events and variables.
CALLED_BY = compiled(
    r"(?:(?:fromuser|exten|register|dial(?:ed|led)?[_\-]?string|rdnis|callerid\(num\)|callerid)"
    r"|(?:(?:sip_(?:from|to|req|contact|h)|caller|callee|calling|called|connected|redirecting|effective|outbound|dial(?:l?ed)?|originat(?:ion|or|ing)|destination|forward\w{0,6}|src|dst|orig|dest)[\w.\-]{0,30}?(?:num(?:ber)?|user|exten|line|station[_\-]id|party)))"
    r"[\"')]{0,2}(?: ?(?:=>|[:=])|[\"'] (?:value|data)=)[ \t]{0,2}[\"'<]{0,2}(?P<number>\+?\(?0?[1-9]\d{6,14})(?!\d|\.\d)"
)
# With its calling code and no plus, in groups as no amount has them, behind a word for whoever has it.
IN_FULL = compiled(
    r"(?<![a-z_\-.])(?:to|from|for|number|user|customer|contact|recipient|sender)[\"']?(?:[ ]?[:=])?[ ]?[\"'<(]?"
    r"(?P<number>(?!\d{1,3}(?:[ .]\d{3}){2,4}(?![ .]?\d))(?!(?:19|20)\d\d-)[1-9]\d{0,2}(?P<by>[ \-])\d{2,4}(?P=by)\d{3,8}(?:(?P=by)\d{2,5}){0,3})(?![\w/%]|[.,:\-]\w|[ ]\d)"
)
IN_FULL_HEAD = r"(?i)(?:to|from|for|number|user|customer|contact|recipient|sender)[\"']?(?: ?[:=])? ?[\"'<(]?[1-9][0-9]{0,2}[ \-][0-9]{2,4}[ \-][0-9]{3}"
# Numbers of eight digits and fewer are met with alone under these names only.
FROM_OR_TO = compiled(
    r"(?<![a-z_\-.])(?:from|to|sender|recipient|receiver|destination|msisdn|subscriber|wa_?id)[\"']?[ ]?[:=][ ]?[\"']?(?P<number>[2-9]\d{6,7})(?!\w|[.:\-/]\w)"
)
# Whoever is called so gets messages: a number within a country or a city, and no day.
RECIPIENT = compiled(
    r"(?<![a-z_\-.])recipient(?:[\"']?[ ]?[:=][ ]?[\"'<(]?|[ ][\"'<(]?)(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))(?P<number>[2-9]\d{2,3}[ \-]?\d{4,5})(?![\w/%]|[.:\-/]\w| (?:of|out|total|e?mails|messages|addresses|users|customers|contacts|members|people|subscribers|entries|rows|records|devices|numbers|notifications|recipients|lists)\b)"
)
# A number that a dial plan waits for; a file that was recorded.
DIAL_PLAN = compiled(r"expression=[\"']\^?\\?\+?(?P<number>\d{7,15})\$?[\"']")
RECORDED = compiled(r"(?:voicemail|rec(?:ording)?|calls?|in|out|from|to)[_\-](?P<number>0[1-9]\d{7,11})(?=[_\-.])")
# After a name, in angle brackets; what a modem calls and who calls it; before the name of a server.
CALLER = compiled(r"(?:(?<=[\w\"')])|(?<=[\w\"')] ))<(?P<number>\+?0[1-9]\d{6,12})>")
ADDRESSED = compiled(
    rf"(?:(?:callto|mmsto|mms|smsto|telprompt|facetime(?:-audio)?|skype|viber|imessage):(?://)?|\bwa\.me/)(?P<number>[+(]{{0,2}}\d{_MORE}{{5,14}}){_CLOSED}"
)
# A letter of a signature: in brackets, or where a line or the next thing begins.
SIGNED = compiled(
    rf"(?:\([tmpfocwhd]\)|(?:^|[|;\n]|\u00b7|\u2022)[ \t]{{0,3}}[tmpf]|\bph)[ \t]{{1,3}}(?P<number>\(?0[1-9]\d{{0,4}}[ \-./)]{_MORE}{{5,9}}){_CLOSED}"
)
MODEM = compiled(r"\"(?P<number>0[1-9]\d{5,13})\",1(?:29|45|61|77)\b")
MODEM_DIALS = compiled(
    r"(?:\batd[tp]?>?|\bat\+cmg[sw]=\"|\+c(?:lip|cwa|olp|mt|mgr|num|pbr): [^\n+]{0,40}?\")(?P<number>\+?\d{6,15})(?=[;,\s\"]|$)"
)
AT_A_SERVER = compiled(r"(?<![\w.+\-@/])(?P<number>0[1-9]\d{7,12})@(?=[a-z\[]|\d{1,3}\.)")
