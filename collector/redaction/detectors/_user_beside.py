"""User names beside their passwords: in calls that sign in, in files of accounts, in what clients send."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

from collector.compiled import compiled
from collector.redaction.detectors._calls import AT_AN_ADDRESS, AT_AN_ADDRESS_HEAD, WITH_A_USER, WITH_A_USER_HEAD
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._user_syntax import written

_PLAIN = r"[A-Za-z\u00c0-\uffff][\w.\-]{1,63}"
_TEXT = rf"(?:\"(?P<name>{_PLAIN})\"|'(?P<to>{_PLAIN})')"
_HASH = r"(?:\$(?:[1567y]|2[abxy]?|apr1|argon2(?:id|i|d))\$|\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2\w{0,10}|ARGON2)\})"

FORMS = (
    written(compiled(rf"{AT_AN_ADDRESS}{_TEXT}[ ]?,\s{{0,40}}[\"']"), ",", head=AT_AN_ADDRESS_HEAD, reach=around),
    written(compiled(rf"{WITH_A_USER}{_TEXT}[ ]?,[ ]?[\"']"), ",", head=WITH_A_USER_HEAD),
    # Files of a web server's users, and of PostgreSQL's passwords.
    written(compiled(rf"(?m)^(?P<name>{_PLAIN}):(?={_HASH})"), ":$", ":{", head=r"^[A-Za-z\x80-\xff][\w.\-\x80-\xff]{1,120}:[${]"),
    written(
        compiled(rf"(?m)^(?:[\w.\-]{{1,253}}|\*):(?:54\d\d|64\d\d|\*):[\w\-*]{{1,63}}:(?P<name>{_PLAIN}):(?=[^\s:]{{1,400}}[ \t\r]*$)"),
        ":54", ":64", ":*",
        head=r"^(?:[\w.\-]{1,253}|\*):(?:[56]4[0-9][0-9]|\*):[\w\-*]{1,63}:[A-Za-z\x80-\xff]",
    ),
    # IMAP.
    written(
        compiled(rf"\b[A-Za-z]{{0,4}}\d{{1,6}} LOGIN (?:\"(?P<name>{_PLAIN})\"|(?P<to>{_PLAIN})) [\"\w]"), " LOGIN ",
        head=r"[0-9] LOGIN [\"A-Za-z\x80-\xff]",
    ),
)  # fmt: skip
"""A user, then what must look like nothing here: the password is judged by others."""
