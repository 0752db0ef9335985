"""Credentials in sentences and remarks."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._spoken import NAMES_AN_OBJECT
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import REMARK, written

_CALLED = (
    r"(?:pass(?:word|wd|phrase|code|wort)?|pwd|pw|kennwort|mot de passe|contrasena|senha|wachtwoord|heslo|salasana)"
)
# Keys and tokens that open nothing.
_NO_OTHER = "".join(
    rf"(?<!{word}[ _\-])"
    for word in ("cache", "primary", "foreign", "partition", "routing", "object", "idempotency", "row", "sort", "shard",
                 "page", "continuation", "sync", "trace", "public", "host", "gpg:", "pgp", "openpgp")
)  # fmt: skip

# Also as the last part of a longer name: `db_password`, `clientSecret`.
_IN_WORD = r"[^\s\"'`,;<>()]"
_OF_WHOM_HEAD = r"(?i)(?:pass(?:word|wd|phrase|code|wort|e)?|pwd|pw|kennwort|contrasena|senha|wachtwoord|heslo|salasana)(?:[ ](?:for|of|from|on|at|f\xc3[\xbc\x9c]r|von|pour|de|para|per|voor)[ ][^\n]{2,100}|[ ]?[(\[][^\n]{1,60}[)\]][ ]?|[ ](?:entered|given|provided|supplied|received|used|tried|sent)[ ]?|[ ](?:phrase|word|code)[ ]?)(?:[:=][ \t]{0,8}[\"'`\[]?|\[[ \t]{0,8}[\"'`\[]?)[^\s\"'`<>\[\]]{4,800}[\"'`\]]?[,;.)]{0,2}(?:[,;][ ]|[ \t\r]*$|[\"'}\\])"
_BEGINS = r"(?:\b|(?<=[_\-.])|(?-i:(?<=[a-z])(?=[A-Z])))"

FORMS = (
    # Alone below the sentence that announces it.
    written(
        ("assword", "token", "secret"),
        r"(?i)(?m:^)[ \t]{0,20}(?:[\w\-]{1,20}[ ]){0,3}password:[ \t\r]*\n(?:[ \t\r]*\n)?[ \t]{0,8}(?P<lone3>[^\s:]{6,100})[ \t\r]*(?:\n|$)|\b(?:password|token|secret)\b[^\n:=]{0,80}:[ \t\r]*\n(?:[ \t\r]*\n)?[ \t]{0,8}(?P<made>[^\s:]{8,200})[ \t\r]*(?:\n|$)|\b(?:password|token|secret)\b[^\n=]{0,80}\n(?:[ \t\r]*\n)?(?:```\w{0,20}[ \t\r]*\n(?P<lone>[^\s`]{4,200})[ \t\r]*\n```|`(?P<lone2>[^\s`]{4,200})`[ \t\r]*(?:\n|$))",
        head=r"(?i)(?:password|token|secret)[^\n:=]{0,80}:[ \t\r]*$|^[#* \t]{0,8}(?:[\w\-]{1,30}[ ]){0,2}(?:password|token|secret)[:*]{0,3}[ \t\r]*$",
        reach=around,
    ),
    written(
        ("password to ", "password is generated for ", "New value: "),
        r"\bpassword to [a-z \t]{2,60}:[ \t]{1,4}(?P<made>[^\s]{8,200})|\bpassword is generated for \S{1,100}: (?P<d>\S{4,200})|(?i:\bpassword\b)[^\n]{1,100}\n{1,2}New value: (?P<s>\S{4,200})",
        head=r"password to [a-z \t]{2,60}:[ \t]|password is generated for |New value: ",
        reach=around,
    ),
    # What the password is for, or of what kind, between its name and the sign.
    written(
        (),
        rf"(?i)\b(?:{_CALLED})(?:{REMARK}{{1,2}}[ \t]{{0,3}}(?:[:=](?=[ \t])|(?=\[))|[ ](?:phrase|word|code)[ \t]{{0,3}}[:=])[ \t]{{0,8}}[\"'`\[]?(?P<told>[^\s\"'`<>\[\]]{{4,200}})(?=[\"'`\]]?[,;.)]{{0,2}}(?:[ \t\r]*$|[ \t\r]*\n|[,;][ ]))",
        head=_OF_WHOM_HEAD,
    ),
    # Nothing stands between the sign and what looks like no word.
    written(
        (),
        rf"(?i)\b(?:{_CALLED}){REMARK}(?<!host)(?<!server)(?<!node)(?<!client)(?<!realm)(?<!role)(?<!service)(?<!mail)(?<![ _]id)[:=](?![/\d.\-]{{1,40}}(?:\s|$))(?P<lone>[^\s\"'`<>\[\]/:()][^\s\"'`<>\[\]]{{3,200}})(?=[\"'`]?[,;.)]{{0,2}}(?:[ \t\r]*$|[ \t\r]*\n|[,;][ ]))",
        head=_OF_WHOM_HEAD,
    ),
    # Behind a dash.
    written(
        (),
        rf"(?i)\b(?:{_CALLED})[`*_\"]{{0,3}}[ ](?:-{{1,2}}|\u2013|\u2014)[ ][`*_\"]{{0,3}}(?P<lone>[^\s\"'`<>*()]{{4,200}})(?=[`*_\"]{{0,3}}[,;.]?[ \t\r]*(?:\n|$))",
        head=r"(?i)(?:pass(?:word|wd|phrase|code|wort|e)?|pwd|pw|kennwort|contrasena|senha|wachtwoord|heslo|salasana)[`*_\"]{0,3}[ ](?:-{1,2}|\xe2\x80[\x93\x94])[ ]",
    ),
    written(
        (
            "password",
            "Password",
            "passphrase",
            "Passphrase",
            "ed secret",
            "nt secret",
            "PASSWORD",
            "passwort",
            "Passwort",
            "passwd",
            "pwd",
            "pw ",
            "PW ",
            "ennwort",
            "_secret",
            "Secret",
            "_pass ",
            "_PASS ",
            "_pw",
            "_PW",
        ),
        rf"(?i){_BEGINS}(?<!getent )"
        r"(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort|(?<=_)(?:pass|pw)|(?:(?<=_)|(?<=shared )|(?<=client )|(?-i:(?<=[a-z])(?=S)))secret)[ \t]+(?:(?:for|of|f\u00fcr|von)[ \t]+(?:[^\s:]{1,60}[ \t]+){1,5}?(?=(?:is|was|has|set|changed|reset|ist|lautet)\b))?(?:(?:is|was|to|of|ist|lautet|\u00e8|as|with|using|provided|given|entered|supplied|tried|(?:(?:is|was|has been|been) )?(?:now )?(?:set|changed|reset|updated)(?: to|:))[ \t:]+)?[\"'`]?(?P<prose>(?![}\]])(?:[^\s\"'`,;<>()]|(?<=\w)[,;'](?=\w)){4,100})",
        head=r"(?i)(?:password|passphrase|passcode|passwort|passwd|pwd|pw|kennwort|[a-z_ ]secret|_pass)[ \t]+(?:[\"'`]?[^\s\"`<>()]{4}|(?:is|was|to|of|ist|\xc3[\xa8\x88]|as|set|now|has)[ \t:]|(?:for|f\xc3[\xbc\x9c]r|von)[ \t][^\n:]{1,1600}[ \t](?:is|was|has|set|changed|reset|ist|lautet)\b)",
    ),
    written(
        (),
        r"(?i)\b(?:set(?:ting)?|chang(?:ed?|ing)|reset(?:ting)?|updat(?:ed?|ing))[ \t](?:[\w']{1,20}[ \t]){0,3}(?:password|passwd|pw)[ \t]+(?:for|of)[ \t]+(?:[^\s:]{1,60}[ \t]+){1,4}?to[ \t]+[\"'`]?(?P<lone>[^\s\"'`,;<>()]{4,100})",
    ),
    # Several words between quotes.
    written(
        (),
        rf"(?i)\b(?:{_CALLED}|(?:wi-?fi|wpa)[ ](?:key|password)|psk)[ \t]{{1,3}}(?:(?:is|was|to|ist|lautet)[ \t]{{1,3}})?(?P<quote>[\"'`])(?P<phrase>(?-i:[a-z]{{3,20}}(?:[ ][a-z]{{3,20}}){{2,11}}))(?P=quote)",
        head=r"(?i)(?:pass(?:word|wd|phrase|code|wort|e)?|pwd|pw|kennwort|contrasena|senha|wachtwoord|heslo|salasana|key|psk)[ \t]{1,3}(?:(?:is|was|to|ist|lautet)[ \t]{1,3})?[\"'`][a-z]{3,20} [a-z]{3,20} [a-z]{3}",
    ),
    # A key that somebody gave and that is none.
    written(
        (),
        r"(?i)\b(?:invalid|wrong|bad|unknown|incorrect|rejected|expired|revoked|unrecogni[sz]ed)[ ](?:api|access|secret|auth|private)[ _\-]?(?:key|token)(?:[ ](?:provided|supplied|given|used|received|specified))?:?[ ][\"'`]?(?P<lone>(?=[^\s\"'`]{0,60}[0-9])(?=[^\s\"'`]{0,60}[a-z])(?=[^\s\"'`]{0,60}(?:[^\w\s.\-:/\"'`]|[0-9][a-z]{1,20}[0-9]|[a-z][0-9]{1,20}[a-z]))[^\s\"'`,;<>()]{5,200})",
        head=r"(?i)(?:invalid|wrong|bad|unknown|incorrect|rejected|expired|revoked|unrecogni[sz]ed) (?:api|access|secret|auth|private)[ _\-]?(?:key|token)(?: [a-z]{4,9})?:? [\"'`]?[^\s\"'`,;<>()]{5}",
    ),
    # What it was before, what it was to be, what became of it, and which value it has.
    written(
        ("assw", "oken", "ecret", "pass"),
        rf"(?i)\b(?:{_CALLED}|token|secret)[ ](?:(?:was|has been)[ ])?(?:changed|reset|updated|rotated)[ ]from[ ][\"'`]?(?P<lone>[^\s\"'`]{{4,100}})[\"'`]?[ ]to[ ][\"'`]?(?P<lone2>[^\s\"'`]{{4,100}})"
        rf"|\b(?:{_CALLED}|secret)\b[^\n]{{0,40}}?\bexpected:?[ ]{{1,2}}[\"'`]?(?P<lone3>[^\s\"'`,;]{{4,100}})[\"'`]?[,;]?[ ](?:but[ ])?(?:got|was|found|received|actual):?[ ]{{1,2}}[\"'`]?(?P<lone4>[^\s\"'`,;]{{4,100}})"
        rf"|\b(?:{_CALLED})[ ](?:accepted|rejected|denied|refused|mismatch|incorrect|(?:does|do|did)[ ]not[ ]match):[ ][\"'`]?(?P<lone5>[^\s\"'`,;]{{4,100}})(?:[\"'`]?[ ][!=]=[ ][\"'`]?(?P<lone6>[^\s\"'`,;]{{4,100}}))?"
        rf"|\b(?:{_CALLED})[\"'\])]{{0,2}}[ ](?:has[ ]|with[ ])?(?:the[ ])?value[ ][\"'`\[(]?(?P<lone7>[^\s\"'`,;\[\]()]{{4,100}})"
        rf"|[\[\"'](?:[\w.\-]{{0,30}}[._\-])?(?:{_CALLED})[\]\"'][ ]to[ ][\[\"'](?P<lone8>[^\s\"'\[\]]{{4,100}})[\]\"']",
        head=r"(?i)(?:pass|pwd|pw|token|secret|wort|contrasena|senha|wachtwoord|heslo|salasana)[^\n]{0,60}(?:(?:changed|reset|updated|rotated)[ ]from[ ]|expected:?[ ]|accepted:|rejected:|denied:|refused:|mismatch:|incorrect:|match:|value[ ]|[\]\"'][ ]to[ ][\[\"'])",
    ),
    written(
        ("redential", "creds", " as "),
        r"(?i)\b(?:credentials?|creds)[ ]?\([\w.@\-]{1,64},[ ]?(?P<lone>[^\s(),]{4,100})\)|\bas[ ][A-Za-z][\w.\-]{0,63}/(?P<lone2>[^\s/\"'@;]{6,128})@[A-Za-z]",
        head=r"(?i)(?:credentials?|creds)[ ]?\([\w.@\-]{1,64},|as [A-Za-z][\w.\-]{0,63}/[^ \t/]{6,130}@",
    ),
    # In brackets behind its name; before its name.
    written(
        ("assw", "pw ", "ennwort"),
        r"(?i)\b(?:password|passphrase|passwort|passwd|pwd|pw|kennwort)[ \t]+\((?P<lone>(?=[^\s()]{0,100}[0-9!#$%&@?])[^\s\"'`,;<>()]{8,100})\)|\b(?:use|using|enter|try|with|and)[ \t]+[\"'`]?(?P<lone2>[^\s\"'`,;<>()]{6,100})[\"'`]?[ \t]+(?:as[ \t]+(?:the|your|my|a|its)[ \t]+(?:[a-z]{2,20}[ \t]){0,2}|\((?:the[ \t])?)(?:password|passphrase|pw)\b",
        head=r"(?i)(?:password|passphrase|passwort|passwd|pwd|pw|kennwort)[ \t]+\(|(?: as (?:the|your|my|a|its) [^\n]{0,44}| \((?:the )?)(?:password|passphrase|pw)",
    ),
    written(
        ("token", "Token", "TOKEN", "secret", "Secret", "SECRET", "key", "Key", "KEY", "credential"),
        rf"(?i){_BEGINS}(?=api|access|secret|auth|bearer|private|session|token|credential|key){_NO_OTHER}"
        r"(?:(?:api|access|secret|auth|bearer|private|session)[ _-]?(?:key|token)|token|secret|credentials?|key)(?:[ \t]+(?:for[ \t]+[^\n:=]{1,60}:[ \t]+|(?:(?<=oken[ ])|(?<=cret[ ]))for[ \t]+[^\n:=]{1,60}:|[(\[][^()\[\]\n]{1,40}[)\]]:?[ \t]+|(?:-{1,2}|\u2013|\u2014)[ \t]+|(?:is|was|as|to|with|using|value):?[ \t]+|\d{1,2}:?[ \t]+|ID[ \t]{0,8}[:=][ \t]{0,4}(?!(?:0x)?[0-9a-f]{16}(?![\w+/=\-])))?)[\"'`]?(?P<made>[^\s\"'`,;<>()]{8,400}+)"
        rf"(?!{NAMES_AN_OBJECT})",
        head=rf"(?i)(?:token|secret|credentials?|key)[ \t]+(?:for[ \t][^\n:=]{{1,240}}:[ \t]*|[(\[][^()\[\]\n]{{1,160}}[)\]]:?[ \t]+|(?:-|\xe2\x80[\x93\x94])-?[ \t]+|(?:is|was|as|to|with|using|value):?[ \t]+|[0-9\x80-\xff]{{1,8}}:?[ \t]+|id[ \t]{{0,8}}[:=][ \t]{{0,4}})?[\"'`]?(?:{_IN_WORD}{{0,3}}[0-9\x80-\xff]{_IN_WORD}{{4}}|{_IN_WORD}{{4,1600}}[0-9\x80-\xff]|{_IN_WORD}{{16}})",
    ),
    # A user and a password divided by a stroke; a password after another word of a list.
    written(
        ("redential", "creds", "pass", "ogin", "ogon", "ccount", "REDENTIAL"),
        r"(?i)\b(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[eè]s)[ \t]{0,3}[:=][ \t]{0,3}[\"']?[\w.@\-\\]{2,64}[ \t]{1,3}/[ \t]{1,3}(?P<lone>[^\s\"']{4,100})",
        head=r"(?i)(?:creds?|credentials?|log[io]ns?|account|user[\-_/]?pass(?:word)?|zugang(?:sdaten)?|acc[e\x80-\xff]{1,2}s)[ \t]{0,3}[:=][^\n]{2,80}[ \t]/[ \t]",
    ),
    written(
        (),
        r"(?i)\b(?:user(?:name)?|login|u)[ \t]{0,3}[:= ][ \t]{0,3}[\"']?[\w.@\-\\]{1,64}[\"']?[ \t]{0,3}[,;/|]?[ \t]{0,3}(?:and[ ])?(?:pass|pw|pwd|p)[ \t]{0,3}[:= ][ \t]{0,3}[\"']?(?P<lone>[^\s\"',;|()]{4,100})(?=[\"']?[,;.)]?(?:\s|$))",
        head=r"(?i)(?:user|username|login|[^a-z0-9]u|^u)[ \t]{0,3}[:= ][^\n]{1,80}[ \t,;/|](?:pass|pw|pwd|p)[ \t]{0,3}[:= ]",
    ),
    # Divided by a colon, under a word for both; a user that every system has, and a stroke.
    written(
        (),
        r"(?i)\b(?:creds?|credentials(?: for)?|log[io]ns?(?: attempt)?|logged in|auth|authentication failed|pap|wi-?fi|user(?:name)?[ ]?[/:][ ]?pass(?:word)?)[*_\"']{0,3}(?:[ \t]{0,3}[:=][ \t]{0,3}|[ \t]{1,3}(?:(?:are|is|with|as)[ \t]{1,3})?)[\"'`\[]{0,2}(?:b')?[a-z][\w.@\-\\]{1,63}'?(?::|[ ]?/[ ]?)(?:b')?(?P<lone>[^\s\"'`,;|/()\]]{6,100})(?=[\"'`\]]{0,2}[,;.)}]{0,2}(?:\s|$))|(?<![\w/])(?:admin|administrator|root|postgres|guest|sa)[ ]/[ ](?P<lone2>(?=[^\s]{0,100}\d)[^\s\"'`,;|/()]{6,100})(?=[,;.)]?(?:\s|$))",
        head=r"(?i)(?:creds?|credentials(?: for)?|log[io]ns?(?: attempt)?|logged in|auth|authentication failed|pap|wi-?fi|user(?:name)?[ ]?[/:][ ]?pass(?:word)?)[*_\"']{0,3}(?:[ \t]{0,3}[:=][ \t]{0,3}|[ \t]{1,3}(?:(?:are|is|with|as)[ \t]{1,3})?)[\"'`\[]{0,2}(?:b')?[a-z][\w.@\-\\]{1,63}'?(?::|[ ]?/[ ]?)(?:b')?[^\s\"'/]{6}|(?:admin|administrator|root|postgres|guest|sa) / [^\s]",
    ),
    # A dozen words or more, from which the keys of a wallet are made (BIP 39).
    written(
        (),
        r"(?i)\b(?:mnemonic|seed|recovery|backup|wallet|secret)(?:[ _\-]?(?:phrase|words?|seed|mnemonic))?[\"']?[ \t]{0,3}(?:[:=]|is|was)[ \t]{0,3}[\"']?(?P<b>(?:(?-i:[a-z]{3,8})[ ,]{1,2}){11,23}(?-i:[a-z]{3,8}))(?![\w])",
        head=r"(?i)(?:mnemonic|seed|phrase|words?|recovery|backup|wallet|secret)[\"']?[ \t]{0,3}(?:[:=]|is|was)[ \t]{0,3}[\"']?(?:[a-z]{3,8}[ ,]{1,2}){7}",
    ),
    # What unlocks a product, by its shape.
    written(
        (),
        r"(?i)\b(?:licen[sc]e|activation|product|serial|lizenz)[\w \-\u0080-\u00ff]{0,20}(?:[:=]|(?<=key)(?=[ ])|(?<=code)(?=[ ]))[ \t]{0,4}[\"']?(?P<b>(?-i:[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,7}))(?![\w\-])",
    ),
    # Whose it is stands before it: a database's, a person's.
    written(
        (),
        r"(?i)\b(?:db|database|root|admin|user|my|our|the|ssh|ftp|mail|smtp|wifi|vpn)[ ](?:pass|pwd|psk)[ ](?:is[ ]|was[ ])?[\"'`]?(?P<lone>[^\s\"'`,;<>()]{6,100})(?=[\"'`]?[,;.]?(?:\s|$))",
        head=r"(?i)(?:db|database|root|admin|user|my|our|the|ssh|ftp|mail|smtp|wifi|vpn) (?:pass|pwd|psk) [^\s]",
    ),
    written(
        ("Login ", "login attempt"),
        r"\b(?:Login (?:incorrect|OK)[^\n\[]{0,120}|login attempt )\[(?:b')?[^\]/\n]{1,100}/(?:b')?(?!<)(?P<b>[^\]\n']{1,200})'?\]",
        head=r"(?:Login (?:incorrect|OK)|login attempt )[^\n]{0,120}\[",
    ),
    written(
        ("/", ",", ";", "|", "("),
        r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]{1,3}(?P<lone>[^\s\"'`<,;|:=()][^\s\"',;|:=()]{3,99})(?=[ \t\r]*(?:$|[\n,;|)/]))",
        head=r"(?i)[/,;|(][ \t]{0,3}(?:pass|pw|pwd|psw|psk|kw)[ \t]",
    ),
)
"""After a telling word, as a word that looks like no word."""
