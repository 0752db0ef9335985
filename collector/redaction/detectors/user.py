"""User names that a key or a form marks as such; accounts every system has stay."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import ignoring_case

_COMMON = words(
    " root admin administrator postgres mysql nobody daemon www-data www wa whatsapp guest system sshd nginx"
    " apache lighttpd redis docker ubuntu debian centos"
    " ec2-user test user users username anonymous default none null true false unknown invalid is was not and"
    " or for from to has the a an not_set service operator"
    " ldap sync ftp mail bin sys backup app web core node server client me self shared public home lib opt"
    " www-data runner git jenkins vagrant hadoop spark"
    " password pass passwd pwd secret token key email mail host port database db name id agent agents data"
    " success successful succeeded failed failure error ok denied required expired disabled enabled"
    " group groups info session sessions list mode count space interface input"
)
_KEYED = re.compile(
    r"(?<![A-Za-z/])(?:user[_\-]?name|user|login|uname|ruser|account[_\-]?name|owner)(?P<close>[\"']?)[ \t]{0,2}(?:=|:)[ \t]{0,2}(?P<open>[\"']?)"
    r"(?P<name>[a-z][a-z0-9._\-]{2,63})(?![\w@:/(\\\-])(?!\.\w)"
)
_HOME = re.compile(r"(?<![\w.])/(?:home|Users)/(?P<name>[A-Za-z][\w.\-]{1,31})(?=/|$|[\s\"',;:)])")
_WINDOWS_HOME = re.compile(r"[A-Za-z]:\\{1,4}Users\\{1,4}(?P<name>[A-Za-z][\w.\-]{1,31})(?=\\|$|[\s\"',;:)])")
# sshd and PAM, and with quotes MySQL and PostgreSQL.
_SIGN_IN = re.compile(
    r"(?:[Ii]nvalid user|for user|(?:[Aa]ccepted|[Ff]ailed) \w+ for(?: invalid user)?) [\"']?(?P<name>[A-Za-z][\w.\-]{1,31})(?=\s|$|[(\"'])"
)
_SUDO = re.compile(r"sudo(?:\[\d{1,8}\])?:[ ]{1,12}(?P<name>[A-Za-z][\w.\-]{1,31})(?= : )")
_ID = re.compile(r"(?<![a-z])[ug]id=\d{1,10}\((?P<name>[A-Za-z][\w.\-]{1,31})\)")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield user names beside a word for one, in home folders and in sign-in messages."""
    for pattern, literals in (
        (_KEYED, ("user", "User", "USER", "login", "owner", "uname", "account")),
        (_HOME, ("/home/", "/Users/")),
        (_WINDOWS_HOME, ("Users\\",)),
        (_SIGN_IN, ("user ", "ccepted ", "ailed ")),
        (_SUDO, ("sudo",)),
        (_ID, ("id=",)),
    ):
        if any(literal in text for literal in literals):
            for match in pattern.finditer(lower(text) if pattern is _KEYED else text):
                name = text[match.start("name") : match.end("name")].rstrip(".")
                if name.lower() not in _COMMON:
                    yield Hit(match.start("name"), match.start("name") + len(name), name)


DETECTOR = Detector(
    name="user",
    kind="identity",
    mark="user",
    forms=(Form(heads=lambda _: (ignoring_case(_KEYED), _HOME, _WINDOWS_HOME, _SIGN_IN, _SUDO, _ID), find=find),),
    examples=(
        Example("Accepted password for jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("cd /home/jdoe42/wa", ("jdoe42",)),
        Example("Failed password for invalid user jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("Access denied for user 'jdoe42'@'10.0.0.7'", ("jdoe42",)),
        Example(r"C:\Users\jdoe42\AppData", ("jdoe42",)),
        Example("sudo:   jdoe42 : TTY=pts/0 ; COMMAND=/bin/ls", ("jdoe42",)),
        Example("uid=1000(jdoe42) gid=1000(jdoe42)", ("jdoe42",)),
        Example("user=root uid=0"),
        Example("POST /v1/users/login: http-500"),
        Example("for user admin"),
    ),
)
