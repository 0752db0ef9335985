"""Credentials in the settings of switches, routers, wireless access points and firewalls."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._written import written

_WRITTEN = r"(?:md5|sha\d{0,3}|hmac-sha-?\d{1,3}|aes|3?des|text|ascii|ascii-text|hex|hexadecimal|cipher|simple|irreversible-cipher|encrypted|encrypt|plain|plain-text|cleartext|clear)"
_TAIL = r"[ \t\r]*(?:$|;|#|\}|(?:priv|auth|role|group|level|wlan|address|port|timeout|privilege|service-type|level-[12]|access|role)\b|\d{1,3}[ \t\r]*$)"

FORMS = (
    written(
        ("tacacs", "radius", "isakmp", "ppp ", "option "),
        r"(?m)\b(?:tacacs|radius|isakmp|ppp[ \t]{1,4}(?:chap|pap))\b[^\n#]{0,60}?[ \t](?:key|password|secret)[ \t]{1,4}(?:[05-9][ \t]{1,4})?(?P<d>[^\s\"':=\\]{4,200})(?=[ \t\r]*(?:$|[\"'\\])|[ \t]{1,4}(?:address|hostname|timeout)\b)|^[ \t]{0,20}option[ \t]{1,4}key[ \t]{1,4}'(?P<s>[^'\n]{4,200})'",
        head=r"(?:tacacs|radius|isakmp|ppp)[^\n]{1,90}(?:key|password|secret)[ \t]|option[ \t]{1,4}key[ \t]",
    ),
    written(
        ("set ",),
        r"(?m)^[ \t]{0,20}set[ \t]{1,4}(?P<key>[\w\-]{2,40})[ \t]{1,4}(?:ENC[ \t]{1,4})?(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<b>[^\s\"'=;]{1,400}))[ \t\r]*$",
        head=rf"(?i)^[ \t]{{0,20}}set[ \t]{{1,4}}[\w\-]{{0,40}}{TELLING}[\w\-]{{0,40}}[ \t]",
    ),
    written(
        ("community", "secret", "password", "key"),
        r"(?m)\bsnmp-server[ \t]{1,8}community[ \t]{1,8}(?P<b>[^\s\"'?]{1,100})|(?:\b(?:username|user|enable|neighbor)\b[^\n]{0,80}?[ \t](?:password|secret)|^[ \t]{0,8}(?:password|server-key|key-string))[ \t]{1,8}[05-9][ \t]{1,8}(?!(?:char|digit|letter|day|time|bit|byte)\w{0,8}\b)(?P<d>[^\s\"'\\]{4,200})(?=[ \t\r]*(?:$|[\"'\\]))|\b(?:password|secret|key)[ ]7[ ](?P<s>(?:0\d|1[0-5])(?:[0-9A-F]{2}){3,100})(?!\w)",
    ),
    # A word says how the key is written or made: encrypted, as text, by a digest.
    written(
        (),
        rf"(?m)(?:\b(?:password|passwd|passphrase|secret|key|psk|set-key|key-string|community|ascii-key|authentication(?:-mode)?|message-digest-key[ ]\d{{1,3}}|authentication-key(?:[ ]\d{{1,5}})?|auth|priv)|[\w\-]{{1,40}}-(?:key|password|secret))(?:[ \t]{{1,4}}(?:read|write|local|remote|\d{{1,5}}))?(?:[ \t]{{1,4}}(?:{_WRITTEN}))(?:[ \t]{{1,4}}(?:{_WRITTEN}|[0-9]|128|192|256))?[ \t]{{1,4}}[\"']?(?P<lone>[^\s\"';:=,]{{4,200}})[\"']?;?(?={_TAIL})",
        head=rf"(?:password|passwd|passphrase|secret|key|psk|community|authentication|auth|priv|mode)(?:[ \t]{{1,4}}(?:read|write|local|remote|[0-9]{{1,5}}))?[ \t]{{1,4}}(?:{_WRITTEN})[ \t]",
    ),
    # A name that says what it is all by itself, alone or before the user's rights.
    written(
        (),
        rf"(?m)(?:^|[ \t])(?:pre-shared-key|pre-shared-secret|authentication-key|set-key|key-string|nhrp[ ]authentication|plain-text-password-value|encrypted-password|ascii-text|wpa-psk|\bsnmp-server[ ]host[ ][^\s]{{1,80}}(?:[ ](?:traps|informs))?[ ]version[ ][123]c?|\b(?:username|user|add[ ]user)[ ][^\s:=]{{1,64}}[ ](?:[a-z\-]{{2,12}}[ ]\d{{1,2}}[ ])?(?:secret|password)|\benable[ ](?:[^\n]{{0,40}}[ ])?(?:secret|password)|\b(?:vrrp|glbp|standby|hsrp)[ ]\d{{1,4}}[ ]authentication|\bcreate[ ]account[ ](?:admin|user)[ ][^\s]{{1,64}}|^[ ]{{1,4}}key)[ \t]{{1,4}}(?:(?:local|remote|ascii-text|hexadecimal|[05-9])[ \t]{{1,4}}){{0,2}}[\"']?(?P<lone>[^\s\"';:=,]{{4,200}})[\"']?;?(?={_TAIL})",
        head=r"(?:pre-shared-key|pre-shared-secret|nhrp authentication|authentication-key|set-key|key-string|password-value|encrypted-password|ascii-text|wpa-psk|snmp-server host [^\n]{1,100} version [123]c?|(?:username|user) [^\s:=]{1,64} (?:[a-z\-]{2,12} [0-9]{1,2} )?(?:secret|password)|enable (?:[^\n]{1,80} )?(?:secret|password)|(?:vrrp|glbp|standby|hsrp) [0-9]{1,4} authentication|create account (?:admin|user) [^\s]{1,64}|^ {1,4}key)[ \t]",
    ),
    # Redundancy protocols; what Junos marks itself.
    written(
        ("authentication text", "SECRET-DATA"),
        r"\b(?:vrrp|glbp|standby|hsrp)\b[^\n]{0,40}[ \t]authentication[ \t]{1,4}text[ \t]{1,4}(?P<b>[^\s\"']{2,100})|\"(?P<d>[^\"\n]{4,400})\";[ \t]{0,4}## SECRET-DATA",
        head=r"authentication[ \t]{1,4}text[ \t]|SECRET-DATA",
    ),
)
"""What network devices write after a word that sets it."""
