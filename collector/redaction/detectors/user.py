"""User names that a key or a form marks as such; accounts every system has stay."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import (
    _identity_names,
    _named_forms,
    _user_beside,
    _user_programs,
    _user_sentences,
    _user_syntax,
)
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._named_fields import Named
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._user_words import ABOUT, is_attribute, is_somebody
from collector.redaction.detectors._wordlist import words
from collector.redaction.head_patterns import head_of, ignoring_case

_KEY = r"(?<![A-Za-z/])(?<!imap-)(?<!pop3-)(?<!sieve-)(?<!submission-)(?:user[_\-]?name|user|login|uname|ruser|account[_\-]?name|owner|logname|usename|upn|acct|remote[_\-]?user|sudo[_\-]?user|auth[_\-]?user|run[_\-]?as|login as|principal|created[_\-]?by|updated[_\-]?by|modified[_\-]?by|assignee|s ?am ?account ?name|(?:target|subject) ?user ?name|member ?uid|logon account|account name|user name|actor|benutzer(?:name)?|anwender|utilisateur|nom d'utilisateur|usuario|usu\u00e1rio|utente|gebruiker(?:snaam)?|kullan\u0131c\u0131(?: ad\u0131)?|korisnik|bruger(?:navn)?|brukernavn|anv\u00e4ndar(?:e|namn)|k\u00e4ytt\u00e4j\u00e4(?:tunnus)?|u(?:z|\u017c)ytkownik|kayttaja(?:tunnus)?|anvandar(?:e|namn)|kullanici(?: ?adi)?|\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c|\u041f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c|\u041f\u041e\u041b\u042c\u0417\u041e\u0412\u0410\u0422\u0415\u041b\u042c|\u7528\u6237(?:\u540d)?|\u4f7f\u7528\u8005(?:\u540d\u7a31)?|\u30e6\u30fc\u30b6\u30fc?\u540d?|\uc0ac\uc6a9\uc790|(?:user|owner|author|actor|account|creator)[\"']?:[ ]?\{[ ]?[\"']name)(?P<close>[\"'*]{0,2})(?:[ \t]{0,2}[=:\uff1a]|[ \t]{3,40}=)\*{0,2}[ \t]{0,8}(?P<open>[\"'<`]?)"
_NAME = r"(?:[a-z0-9][\w.\-]{0,30}\\{1,4})?(?P<name>[a-z0-9\u00c0-\u04ff][a-z0-9._\-\u00c0-\u04ff]{2,63})"
_KEYED = compiled(_KEY + _NAME + r"(?![\w:/(\\=\-]|\[[\"']|@(?![a-z0-9\-]{1,63}(?![\w.@:\-])))(?!\.\w)")
# As it may stand behind the sign, and with what may stand behind it.
_KEYED_NAME = r"\*{0,2}[ \t]{0,8}[\"'<`]?(?:[a-z0-9][\w.\-\x80-\xff]{0,120}\\{1,4})?[a-z0-9\xc2-\xf4][\w.\-\x80-\xff]{2,252}(?:[^\w:/(\\=\-.\n]|\\[nrt\"']|\.(?:\W|$)|$)"
# Whose work it is; before a word more stands no user's name but a sentence, a team, a first name.
_WORKED = compiled(
    r"(?<![a-z/])(?:(?:reported|modified|changed|submitted|approved|requested|reviewed|assigned|opened|closed|owned|pushed|merged|deployed|initiated|triggered|started|executed|committed|locked)[_ \-]?by|assigned to|reporter|author|maintainer|committer|approver|reviewer|requester|submitter)[\"']?[ \t]{0,2}[=:][ \t]{0,8}[\"'<]?"
    r"(?P<name>[a-z][a-z0-9._\-]{2,63})(?=[\"'>]?[ \t]{0,4}(?:[\r\n<,;|)}\]]|$))"
)
_FIELDS = Named(
    compiled(f"{_identity_names.USER_STEM}|{_identity_names.ELSEWHERE}"),
    _identity_names.names_a_user,
    _identity_names.USER_ENDS,
    _identity_names.USER_TAILS,
)
COLUMNS = Named(
    compiled(f"{_FIELDS.stem.pattern}|uid"), lambda name: name == "UID" or _identity_names.names_a_user(name)
)
_BEGINS = (
    r"[^\"'\n\\]{2}",
    r"[A-Za-z0-9\x80-\xff][\w.\-\\\x80-\xff]{1,252}(?:[^\w@:/(\\=\[\-.]|\\[nrt\"']|\.(?:\W|$)|$)",
)
"""What a name that fills a field begins with in quotes, and how it stands without them."""
_VALUE = compiled(r"(?:[A-Za-z0-9][\w.\-]{0,30}\\{1,4})?(?P<name>[^\W_][\w.\-]{1,63})[$+]?")


def _is_passed_on(text: str, match: re.Match[str], name: str) -> bool:
    """Tell whether a program hands on a value: `owner=owner`, `from_user=from_user`, `author = commit.AuthorName`."""
    key = _ASSIGNED.search(text, max(0, match.start() - 40), match.start("name"))
    if match.re is _WORKED and _FIELD.search(name):
        return True
    return key is not None and key.group(1).lower() == name.lower()


_FIELD = compiled(r"\.[A-Z]")
# Not one person: `platform-team`; of what is owned, a field of work as well.
_TEAM = r"teams?|groups?|squads?|guild|crew|department|oncall|admins|users|owners|maintainers|developers|engineers|members|staff"
_MANY = compiled(rf"(?:\A|[\-_.])(?:{_TEAM})\Z")
_OWNERS = compiled(
    rf"(?:\A|[\-_.])(?:{_TEAM}|ops|devops|sre|platform|support|security|backend|frontend|infra(?:structure)?|engineering|product|sales|finance|marketing|operations|research)\Z"
)
# `Last login: Fri Nov 27 09:14:07`
_DAYS = words("mon tue wed thu fri sat sun")
_DATE = compiled(r",?[ ]{1,2}(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[ ]{1,2}\d|\d{1,2}[ ])")
_CONSTANT = compiled(r"[A-Z][A-Za-z0-9]*_\w+")
_JOINS = frozenset("=\"'<`")
_ASSIGNED = compiled(r"(\w+) ?= ?\Z")


def _written(pattern: re.Pattern[str], head: Callable[[], str]) -> Form:
    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        for match in pattern.finditer(lower(text)):
            start, end = match.span("name")
            name = text[start:end].rstrip(".-,' ")
            if is_somebody(name) and (name.isascii() or _is_no_word(match, name)) and _is_told(match, name):
                yield Hit(start, start + len(name), name)

    return Form(lambda _: (head(),), find)


def _is_no_word(match: re.Match[str], name: str) -> bool:
    """Tell whether what stands behind a name is no word of a sentence: it has a digit, or a sign joins it."""
    return match.string[match.start("name") - 1] in _JOINS or any(sign.isdigit() or sign in "._" for sign in name)


def _is_told(match: re.Match[str], name: str) -> bool:
    lowered = name.lower()
    owned = match.re is _WORKED or match.group().startswith("owner")
    if lowered in _DAYS and name[0].isupper() and _DATE.match(match.string, match.end("name")):
        return False
    return not (is_attribute(lowered) or _is_passed_on(match.string, match, name) or _are_several(lowered, owned=owned))


def _are_several(name: str, *, owned: bool) -> bool:
    return (_OWNERS if owned else _MANY).search(name) is not None


def _in_field(text: str, found: NamedValue, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the name that fills a field."""
    value = _VALUE.fullmatch(text, found.start, found.end)
    name = value["name"].rstrip(".-") if value else ""
    if value and _may_fill(found.name, name):
        yield Hit(value.start("name"), value.start("name") + len(name), name)


def _may_fill(field: str, name: str) -> bool:
    """Tell whether a name is somebody's and not what a program calls something: `proxyUser = proxyUser`, `FORCED_On`."""
    lowered = name.lower()
    is_code = is_attribute(lowered) or lowered == field.rpartition(".")[2].lower() or _CONSTANT.fullmatch(name)
    several = _are_several(lowered, owned="owner" in field.lower())
    return is_somebody(name) and lowered not in ABOUT and not is_code and not several


DETECTOR = Detector(
    name="user",
    kind="identity",
    mark="user",
    forms=(
        _written(_KEYED, lambda: head_of(re.compile(_KEY, re.IGNORECASE)) + _KEYED_NAME),
        _written(_WORKED, lambda: head_of(ignoring_case(_WORKED))),
        *_named_forms.forms(_FIELDS, COLUMNS, _in_field, lambda _: _BEGINS),
        *_user_programs.FORMS,
        *_user_sentences.FORMS,
        *_user_syntax.FORMS,
        *_user_beside.FORMS,
    ),
    examples=(
        Example("Accepted password for jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("cd /home/jdoe42/wa", ("jdoe42",)),
        Example("Failed password for invalid user jdoe42 from 10.0.0.7", ("jdoe42",)),
        Example("Access denied for user 'jdoe42'@'10.0.0.7'", ("jdoe42",)),
        Example(r"C:\Users\jdoe42\AppData", ("jdoe42",)),
        Example("sudo:   jdoe42 : TTY=pts/0 ; COMMAND=/bin/ls", ("jdoe42",)),
        Example("uid=1000(jdoe42) gid=1000(jdoe42)", ("jdoe42",)),
        Example("login: net.harbour", ("net.harbour",)),
        Example("user=root uid=0"),
        Example("owner: com.acme.Job, user=self.owner"),
        Example("POST /v1/users/login: http-500"),
        Example("<Data Name='TargetUserName'>jdoe42</Data>", ("jdoe42",)),
        Example("jdoe42@db7:~$ ls -l", ("jdoe42",)),
        Example("app --run-as jdoe42 --port 1", ("jdoe42",)),
        Example("auth-worker<13>: sql(jdoe42,10.0.0.7): unknown user", ("jdoe42",)),
        Example("imap-login: Disconnected (auth failed): rip=10.0.0.7"),
        Example("no such user found from 10.0.0.7"),
        Example("for user admin"),
    ),
)
