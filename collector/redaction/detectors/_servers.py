"""Credentials in servers' and programs' own files, where no sign stands between a name and its value."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._written import GAP, VALUE, by_literals, written

FORMS = (
    # Redis's users, HAProxy's pages, Postfix's relays, IPsec's keys, Asterisk's mailboxes.
    written(
        ("user ", "setuser", "SETUSER"),
        r"(?im)(?:^user|\bsetuser)[ \t]{1,4}[^\s\"']{1,64}[ \t][^\n]{0,400}?(?<=[ \t])>(?P<b>[^\s\"']{1,400})",
        head=r"(?i)(?:^user|setuser)[ \t][^\n]{1,500}[ \t]>",
    ),
    written(("stats ",), r"\bstats[ \t]{1,8}auth[ \t]{1,8}[^\s:]{1,64}:(?P<b>[^\s]{1,200})"),
    written(
        ("]:",),
        r"(?m)^[ \t]{0,8}\[[\w.\-]{2,253}\]:\d{2,5}[ \t]{1,40}[^\s:/]{2,128}:(?P<b>[^\s:/][^\s:]{2,200})[ \t\r]*$",
        head=r"^[ \t]{0,8}\[[\w.\-]{2,253}\]:[0-9]{2,5}[ \t]",
    ),
    written(
        (" PSK ", " EAP ", " XAUTH ", " NTLM "),
        r"(?:^|[ \t]):[ \t]{1,8}(?:PSK|EAP|XAUTH|NTLM)[ \t]{1,8}(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<b>0[sx][\w+/=]{4,400}))",
    ),
    written((" => ",), r"(?m)^\d{2,6} => (?P<b>\d{3,10}),"),
    # Communities of SNMP; pairs of users and secrets for dialling in.
    # Users of Net-SNMP (snmpd.conf(5)).
    written(
        ("createUser",),
        r"(?m)^[ \t]{0,8}createUser(?:[ \t]{1,8}-e[ \t]{1,8}\w{1,80})?[ \t]{1,8}\S{1,64}[ \t]{1,8}(?:MD5|SHA(?:-\d{3})?)[ \t]{1,8}\"?(?P<d>[^\s\"]{4,200})\"?(?:[ \t]{1,8}(?:DES|AES(?:-?\d{3})?)[ \t]{1,8}\"?(?P<s>[^\s\"]{4,200}))?",
        head=r"createUser[ \t]",
    ),
    written(
        ("ommunity", "com2sec"),
        r"(?m)^[ \t]{0,8}(?:r[ow]community6?|com2sec6?[ \t]{1,8}[\w.\-]{1,64}[ \t]{1,8}[\w.\-:/]{1,64}|trapcommunity)[ \t]{1,8}\"?(?P<b>[^\s\"]{2,100})|\bsnmp[ \t]{1,4}community[ \t]{1,4}add\b[^\n]{0,80}?[ \t]name=\"?(?P<d>[^\s\"]{2,100})|\bsnmp community[ \t]{1,4}(?P<s>[^\s\"']{2,100})[ \t]{1,4}(?:authorization|view|clients?)\b|(?i:\bcommunity(?:[ _\-](?:string|name))?)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?(?P<lone>[^\s\"',;()<>]{4,100})|(?i:\b(?:snmp|trap|community|read|write)[ \-](?:community|string)|\btrap-community)[ \t]{1,4}(?!(?:string|name)\b)[\"']?(?P<lone2>[^\s\"',;()<>]{4,100})",
        head=r"(?i)(?:r[ow]community6?|com2sec6?|trapcommunity)[ \t]|community[ \t]{1,4}(?:add[ \t]|[^\s]{2,100}[ \t]{1,4}(?:authorization|view|client))|(?:snmp|trap|community|read|write)[ \-](?:community|string)[ \t]|community(?:[ _\-](?:string|name))?[\"']?[ \t]{0,4}[:=]",
    ),
    written(
        ("*",),
        r"(?m)^[ \t]{0,4}\"?[\w.@\-\\]{1,64}\"?[ \t]{1,20}(?:\*|[\w.\-]{1,64})[ \t]{1,20}\"?(?P<lone>[^\s\"*]{4,200})\"?(?:[ \t]{1,20}\*)[ \t\r]*$",
        head=r"^[ \t]{0,4}\"?[\w.@\-\\]{1,64}\"?[ \t]{1,20}(?:\*|[\w.\-]{1,64})[ \t]{1,20}\"?[^\s\"*]{4,200}\"?[ \t]{1,20}\*",
    ),
    written(
        ('" *',),
        r"(?m)^[ \t]{0,4}\"[A-Za-z][\w.@\-\\]{0,63}\"[ \t]{1,20}(?:\*|[\w.\-]{1,64})[ \t]{1,20}\"(?P<d>[^\s\"*]{4,200})\"[ \t]{1,20}\*[ \t\r]*$",
        head=r"^[ \t]{0,4}\"[\w.@\-\\]{1,64}\"[ \t]{1,20}(?:\*|[\w.\-]{1,64})[ \t]{1,20}\"[^\s\"*]{4,200}\"[ \t]{1,20}\*",
    ),
    # Who dials in, where a telephone system registers, whom a broker's module knows.
    by_literals(
        ("<auth-user-pass>", "register =>", "register=>", "LoginModule"),
        r"<auth-user-pass>[ \t\r]*\n[^\n<]{1,100}\n(?P<b>[^\n<]{1,200}?)[ \t\r]*\n"
        r"|\bregister[ ]?=>[ ]?[^\s:@]{1,64}:(?P<d>[^\s:@]{1,100})[@:]"
        r"|LoginModule[ ]{1,4}required\b[^\n;]{0,200}?\buser_[\w.\-]{1,64}[ ]?=[ ]?\"(?P<s>[^\"\n]{1,200})\"(?:[ ]{1,4}user_[\w.\-]{1,64}[ ]?=[ ]?\"(?P<next>[^\"\n]{1,200})\")?",
        reach=around,
    ),
    # What a phone scans to join a network.
    written(("WIFI:",), r"\bWIFI:[^\n]{0,120}?\bP:(?P<b>(?:[^;\\\n]|\\.){1,100});"),
    written(
        ("postconf", "static:", "_maps"),
        r"(?:password_)?maps[ \t]{0,4}=[ \t]{0,4}static:[^\s:]{1,64}:(?P<b>[^\s]{1,200})",
    ),
    # Name services, keepalived, wireless; .netrc and .pgpass; Redis; Bundler.
    written(
        ("bindpw", "rootpw", "auth_pass", "psk", "password"),
        rf"(?m)^[ \t#]{{0,20}}(?:bindpw|rootpw|rootbindpw|auth_pass|wpa-psk|wpa-passphrase)[ \t]{{1,8}}{VALUE}",
        head=r"^[ \t#]{0,20}(?:bindpw|rootpw|rootbindpw|auth_pass|wpa-psk|wpa-passphrase)[ \t]",
    ),
    written(
        ("machine ", "default "),
        rf"(?m)(?:^[ \t]{{0,8}}(?:machine[ \t]{{1,8}}\S{{1,200}}|default)|\bmachine[ ]\S{{1,200}}(?=[ ]login[ ])){GAP}(?:(?:login|user|account|port|protocol|force)[ \t]{{1,8}}\S{{1,200}}{GAP}){{0,4}}password[ \t]{{1,8}}{VALUE}",
        head=r"^[ \t]{0,40}(?:(?:machine|default|login|user|account|port|protocol|force)[ \t][^\n]{0,4096}[ \t])?password[ \t]{1,8}[^\s]|machine [^\s]{1,800} login [^\n]{1,800} password ",
        reach=around,
    ),
    written(
        (":54", ":64", ":*"),
        r"(?m)^(?:[\w.\-]{1,253}|\*):(?:54\d\d|64\d\d|\*):[\w\-*]{1,63}:[\w.\-*]{1,63}:(?P<b>[^\s:]{1,400})[ \t\r]*$",
    ),
    # A server, its port, a mailbox, its password.
    written(
        ("@",),
        r"(?m)(?:[\w\]]:\d{2,5}[ \t:|;,]{1,3}|^[ \t]*)[\"']?[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.){1,4}[a-z]{2,12}[:;|](?P<lone>(?!\d+\b)[^\s:\"'<>/@]{6,64})[\"']?[ \t\r]*$",
        head=r"@[\w.\-]{3,120}\.[a-z]{2,12}[:;|][^ \t\n:\"'<>/@]{6,250}[\"']?[ \t\r]*$",
    ),
    # What the server's own settings file shows in a comment is no one's.
    by_literals(
        ("requirepass", "masterauth"),
        rf"\b(?:requirepass|masterauth)[ \t]+(?!(?<=# requirepass )foobared\b){VALUE}",
    ),
    written(
        ("BUNDLE_",),
        r"\bBUNDLE_[A-Z0-9_]{2,80}(?:[ \t]*[:=][ \t]*|[ \t]+)[\"']?(?P<b>[\w.%+\-]{2,100}:[\w.%+\-]{4,200})",
    ),
    written(("PASSWORD ",), r"(?m)^PASSWORD[ \t]{1,4}[\w.\-]{1,64}[ \t]{0,4}=[ \t]{0,4}(?P<b>[^\s\"']{4,200})"),
    # Settings that are statements, in quotes: `password "…"`.
    written(
        (),
        r"(?im)^[ \t]{0,20}(?:#define[ \t]{1,8}|\({1,3}|:)?(?P<key>(?:[a-z][\w.\-]{0,40})?(?:pass|pwd|apikey|api_key|secret_key|_secret|_token)[\w.\-]{0,40})[ \t]{1,8}(?:\"(?P<d>[^\"\s]{3,400}|(?<=phrase[ ]\")[^\"\n]{3,400})\"|'(?P<s>[^'\s]{3,400}|(?<=phrase[ ]')[^'\n]{3,400})')[ \t]{0,4}[;,)}]{0,4}[ \t\r]*$",
        head=r"(?i)^[ \t]*(?:#define[ \t]*|[(:]*)[\w.\-]*(?:pass|pwd|apikey|api_key|secret_key|_secret|_token)[\w.\-]*[ \t]{1,8}[\"'][^\n]{3}",
    ),
    # What the agents of a cluster tell each other is encrypted with (developer.hashicorp.com/consul).
    written(
        ("encrypt",),
        r"(?<![\w.\-])encrypt[\"']?[ ]?[:=][ ]?[\"'](?P<b>[A-Za-z0-9+/]{22,44}={0,2})[\"']",
        head=r"encrypt[\"']?[ ]?[:=][ ]?[\"'][A-Za-z0-9+/]{22}",
    ),
    by_literals(
        ("#define ",),
        r"#define[ \t]{1,8}(?P<key>[A-Za-z]\w{2,60})[ \t]{1,8}\"(?P<d>[^\"\n\\]{1,200})\"",
    ),
    # Hashes of passwords, as files of users hold them.
    written(
        ("$", "{", ":::"),
        r"(?:\$(?:[1567y]|2[abxy]?|apr1|argon2(?:id|i|d)|scrypt|pbkdf2(?:-\w{1,10})?|bcrypt-sha256)\$|\bpbkdf2_sha\d{1,3}\$|\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2\w{0,10}|ARGON2)\})(?P<b>[\w./$=,+\-]{16,400})|\$(?:krb5(?:asrep|tgs|pa)|DCC2)\$(?P<ticket>[\w./$*@:,\-\#]{16,8000})|\$[89]\$(?P<d>[\w./$\-]{6,400})|(?m:^)[^\s:]{1,64}:\d{1,10}:[0-9a-fA-F]{32}:(?P<s>[0-9a-fA-F]{32}):",
    ),
)
"""Files of programs."""
