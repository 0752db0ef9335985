"""Credentials in the settings of switches, routers, wireless access points and firewalls."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.redaction.detectors._keys import TELLING
from collector.redaction.detectors._written import written

FORMS = (
    written(
        ("tacacs", "radius", "isakmp", "ppp ", "option "),
        r"(?m)\b(?:tacacs|radius|isakmp|ppp[ \t]{1,4}(?:chap|pap))\b[^\n]{0,60}?[ \t](?:key|password|secret)[ \t]{1,4}(?:[05-9][ \t]{1,4})?(?P<d>[^\s\"':=]{4,200})(?=[ \t\r]*$|[ \t]{1,4}(?:address|hostname|timeout)\b)|^[ \t]{0,20}option[ \t]{1,4}key[ \t]{1,4}'(?P<s>[^'\n]{4,200})'",
        head=r"(?:tacacs|radius|isakmp|ppp)[^\n]{1,90}(?:key|password|secret)[ \t]|option[ \t]{1,4}key[ \t]",
    ),
    written(
        ("set ",),
        r"(?m)^[ \t]{0,20}set[ \t]{1,4}(?P<key>[\w\-]{2,40})[ \t]{1,4}(?:ENC[ \t]{1,4})?(?:\"(?P<d>[^\"\n]{1,400})\"|(?P<b>[^\s\"'=;]{1,400}))[ \t\r]*$",
        head=rf"(?i)^[ \t]{{0,20}}set[ \t]{{1,4}}[\w\-]{{0,40}}{TELLING}[\w\-]{{0,40}}[ \t]",
    ),
    written(
        ("community", "secret", "password", "key"),
        r"(?m)\bsnmp-server[ \t]{1,8}community[ \t]{1,8}(?P<b>[^\s\"']{1,100})|(?:\b(?:username|user|enable|neighbor)\b[^\n]{0,80}?[ \t](?:password|secret)|^[ \t]{0,8}(?:password|server-key|key-string))[ \t]{1,8}[05-9][ \t]{1,8}(?P<d>[^\s\"']{4,200})[ \t\r]*$",
    ),
)
"""What network devices write after a word that sets it."""
