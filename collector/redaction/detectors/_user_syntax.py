"""User names in addresses, connection strings, options, SQL, claims, and in files that list accounts."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges, alone
from collector.redaction.detectors._surroundings import around
from collector.redaction.detectors._user_words import ABOUT, is_somebody
from collector.redaction.detectors._wordlist import words

_PLAIN = r"[A-Za-z\u00c0-\uffff][\w.\-]{1,63}"
_NAME = rf"(?P<name>{_PLAIN})"
_DOMAIN = r"(?:[A-Za-z0-9][\w.\-]{0,30}\\{1,4})?"
# The user's part of an address that holds no password.
_ADDRESS = compiled(rf"(?:\b[A-Za-z][A-Za-z0-9+.\-]{{1,20}}://|\b(?:sips?|xmpp|im|pres):){_NAME}(?=@[\w\[])")
_OF_ORACLE = compiled(rf"\bjdbc:oracle:\w{{3,4}}:{_NAME}(?=/)")
# ODBC, OLE DB, ADO.NET, libpq: fields between semicolons.
_CONNECTION = compiled(
    rf"(?i)(?:(?<=;)|(?<=[\"'])|(?<![^\s])|(?<==))(?:user[ ]?(?:id|name)?|uid|usr)[ ]?=[ ]?{_DOMAIN}{_NAME}(?=[ ]?;|[ ]?[\"']?[ \t\r]*$)"
)
_BEFORE = compiled(r"=[^;=\n]{0,200};[ ]?\Z")
_BEHIND = compiled(r"[\"']?[ ]?;[ ]?\w[\w ]{1,30}=")
_SQL = compiled(
    rf"\b(?:OWNED BY|AUTHORIZATION|OWNER TO|SET (?:SESSION |LOCAL )?ROLE|(?i:owner to|set (?:session |local )?role|session authorization)(?=[ ][^\s;]{{1,70}};))[ ](?!(?i:current_user|session_user|current_role))[\"'`\[]?{_NAME}(?=[\"'`\]]?[ \t]*(?:[;,)\r\n]|(?i:to|from)\b|$))"
)
_CLIENTS = r"psql|pg_\w{2,16}|createdb|dropdb|vacuumdb|reindexdb|mysql\w{0,10}|mariadb[\w\-]{0,12}|mycli|pgcli|cqlsh|sqlcmd|bcp|isql|mongo\w{0,7}|clickhouse-client|smbclient|rpcclient|winexe|kadmin|docker|podman|nerdctl|az|helm|oc|skopeo|ansible(?:-\w{2,12})?|curl|snmp\w{2,12}"
_OPTION = compiled(
    rf"\b(?:(?:{_CLIENTS})\b[^\n|;&]{{0,160}}?[ ]-[uU][ ]?|(?:ssh|slogin|rlogin|rsh|autossh)\b[^\n|;&]{{0,80}}?[ ]-l[ ]?|(?:sudo|doas)(?:[ ]-{{1,2}}[A-Za-z\-]{{1,20}}){{0,3}}[ ]-[A-Za-z]{{0,4}}u[ ]?|runuser[ ]-(?:l|u)?[ ]|id[ ]-\w{{1,3}}[ ]|(?:lftp|ftp)>[ ]user[ ])[\"']?{_DOMAIN}{_NAME}(?=[\s\"';%,]|$)"
)
# A variable that is set without a sign between.
_SET = compiled(
    rf"(?m)^[ \t]{{0,8}}[A-Z][A-Z0-9_]{{0,40}}(?:USER(?:_?NAME)?|LOGIN)[ ](?P<to>{_PLAIN})[ \t\r]*$|(?:^|[ \t;&])(?:ENV|[Ss]et[Ee]nv|set)[ \t]{{1,8}}[\w.\-]{{0,40}}(?i:user(?:_?name)?|login)[ \t]{{1,8}}[\"']?{_NAME}(?=[\"']?;?[ \t\r]*$)"
)
# Settings of one statement a line, and of Git; entries of directories (RFC 2849); access lists of Redis.
_STATEMENT = compiled(
    r"(?m)^[ \t]{0,8}(?:Match[ \t]{1,4})?User[ \t]{1,8}(?P<name>[a-z][\w.\-]{1,31})[ \t\r]*$|(?<![\w.])user\.name(?:=|[ ](?=[\"']))[\"']?(?P<to>[A-Za-z][\w.\-]{1,31})(?=[\"']?(?:\s|$))"
    r"|^uid: (?P<entry>(?=[\w.\-]{0,20}[g-z])[a-z][\w.\-]{1,31})[ \t\r]*$|\bACL (?:SET|GET|DEL)USER (?P<listed>[A-Za-z][\w.\-]{1,31})(?=\s|$)|^user (?P<on>[A-Za-z][\w.\-]{1,31}) (?=on\b|off\b)"
)
_SUBJECT_KIND = compiled(
    rf"\bkind: User[ \t\r]*\n[ \t]{{0,20}}(?:apiGroup: [^\n]{{1,60}}\n[ \t]{{0,20}})?name: [\"']?{_NAME}(?=[\"']?[ \t\r]*$)",
    re.MULTILINE,
)
# A machine's line of .netrc; an identity of AWS; a revision of Subversion.
_RECORD = compiled(
    rf"(?m)\bmachine[ \t]{{1,8}}\S{{1,200}}(?:[ \t]{{1,8}}|[ \t\r]{{0,8}}\n[ \t]{{0,8}})login[ \t]{{1,8}}{_NAME}(?=\s|$)|\barn:aws[\w\-]{{0,10}}:iam::\d{{6,12}}:user/(?:[\w.\-]{{1,40}}/){{0,4}}(?P<to>{_PLAIN})(?=[\s\"',]|$)|^r\d{{1,8}} \| (?P<entry>{_PLAIN}) \| \d{{4}}-"
)
# RFC 7519, 4.1: the subject, where another claim stands near.
_SUBJECT = compiled(
    r"[\"']sub\\{0,3}[\"'][ ]?:[ ]?\\{0,3}[\"'](?:[\w\-]{1,30}[|:]){0,2}(?P<name>[^\W_][\w.\-]{1,63})(?=\\{0,3}[\"'])"
)
_CLAIM = compiled(
    r"[\"'](?:iss|aud|exp|iat|nbf|azp|jti|scope|email|client_id|preferred_username|token_use|acr|amr|sid|tenant|role|roles|groups|name)\\{0,3}[\"'][ ]?:"
)
_NEAR = 400
# A name and its domain as Windows writes both.
_QUALIFIED = compiled(
    r"(?<![^\s<(])(?!HK(?:LM|CU|CR|U|EY)|NT[ \\]|BUILTIN|REGISTRY)[A-Z][A-Z0-9\-]{1,14}(?:\\\\(?!\\)|\\(?![nrtbfuvx0-9]))(?P<name>[A-Za-z][\w.\-]{2,31})(?!\w|[\\/(*+?{\[]|\.\w)"
)
_HOME = compiled(rf"(?:(?<=[\s\"'=:])|^)~{_NAME}(?=/[A-Za-z_.])|\bcd ~(?P<to>{_PLAIN})(?=[\s;&]|$)", re.MULTILINE)
_MAILBOX = compiled(rf"(?<![\w\-])(?:orig_to|to|from|uid|user|sasl_username)=<{_NAME}>")
_PRINTED = compiled(
    r"\b(?:[A-Z][a-z]+)*(?:User|Account|Principal|Member|Owner|Login|UserDetails|UserDto|UserEntity)[({\[][ ]?(?:[A-Za-z_]{1,20}[=:][ ]?[\"']?[^\n,\"'=(){}]{0,60}[\"']?,[ ]?){0,4}?(?:user[Nn]ame|user|name|login|nick)[=:][ ]?[\"']?"
    rf"{_NAME}(?=[\"']?[,)}}\]])"
)
_SHADOW = compiled(
    rf"(?m)^{_NAME}:(?:[!*]{{1,2}}|[!*]?\$[\w./$,=\-]{{8,200}}|\[secret\])?:\d{{0,6}}:\d{{0,6}}:\d{{0,6}}:\d{{0,4}}:"
)
_WHEN = r"[0-9*][0-9*/,\-]{0,40}"
_CRONTAB = compiled(
    rf"(?m)^(?:@(?:reboot|hourly|daily|weekly|monthly|yearly|midnight)|[\d*][\d*/,\-]{{0,40}}(?:[ \t]{{1,8}}[\d*][\d*/,\-]{{0,40}}|[ \t]{{1,8}}[a-z]{{3}}(?:-[a-z]{{3}})?){{4}})[ \t]{{1,8}}{_NAME}[ \t]{{1,8}}(?=[/\[.]|cd |test |(?:ba)?sh |python|php|perl|nice |flock |root )"
)
_COMMAS = r"[ \t]{0,4}[,;][ \t]{0,4}"
_BESIDE = compiled(rf"(?i)\buser=(?P<name>{_PLAIN})(?=@(?:[\w\-]{{1,63}})(?![\w.\-@]))")
_GROUP = compiled(rf"(?m)^[a-z_][\w\-]{{0,31}}:[x*!]:\d{{1,10}}:(?P<list>{_PLAIN}(?:,{_PLAIN}){{0,60}})[ \t\r]*$")
_ALLOWED = compiled(r"(?m)^[ \t]{0,8}(?:Allow|Deny)Users[ \t]{1,8}(?P<list>[\w.\-@*? \t]{2,400})$")
_LISTED = compiled(
    rf"(?i)(?<![\w/])(?:[\w\-]{{1,30}}[_\-])?(?:users|user_?names|logins|owners|members|admins|administrators|accounts|sudoers|maintainers|assignees|reviewers|approvers)[\"']?[ ]?[:=][ ]?(?P<list>(?:{_PLAIN}{_COMMAS}){{1,30}}{_PLAIN})(?=[ \t]*(?:[;|)\r\n]|$))"
)
_ITEM = compiled(r"[^\s,;]+")
_ASIDE = words("and or not all any others more etc default required optional")
_GROUPS = ("name", "to", "entry", "listed", "on")


def _is_in_connection(match: re.Match[str]) -> bool:
    """Tell whether a further field stands before or behind it; a name of two words is of no other syntax."""
    text, start = match.string, match.start()
    return (
        " " in text[start : match.start("name")].partition("=")[0].strip()
        or _BEFORE.search(text, max(0, start - _NEAR), start) is not None
        or _BEHIND.match(text, match.end()) is not None
    )


def _is_a_claim(match: re.Match[str]) -> bool:
    start = max(0, match.start() - _NEAR)
    return _CLAIM.search(match.string, start, match.end() + _NEAR) is not None


# `akka.tcp://sparkDriverActorSystem@node-7:7077`
_HUMPS = compiled(r"[a-z]{2,}(?:[A-Z][a-z]+){2,}|(?:[A-Z][a-z]+){3,}")


def _is_no_part_of_a_program(match: re.Match[str]) -> bool:
    return _HUMPS.fullmatch(match["name"]) is None


def _anywhere(match: re.Match[str]) -> bool:  # noqa: ARG001
    return True


def written(
    pattern: re.Pattern[str],
    *literals: str,
    head: str = "",
    accepts: Callable[[re.Match[str]], bool] = _anywhere,
    reach: Callable[[str, Ranges], Ranges] = alone,
) -> Form:
    groups = [group for group in _GROUPS if group in pattern.groupindex]

    def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
        if any(literal in text for literal in literals):
            for match in pattern.finditer(text):
                for group in groups:
                    if match[group] and accepts(match):
                        yield from _hit(match[group], match.start(group))

    return Form(lambda _: (head or pattern,), find, reach)


def _hit(written: str, start: int) -> Iterator[Hit]:
    name = written.rstrip(".-")
    if is_somebody(name) and name.lower() not in ABOUT:
        yield Hit(start, start + len(name), name)


def _lists(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the names in lists: of groups, of who may sign in, of settings."""
    for pattern in (_GROUP, _ALLOWED, _LISTED):
        for match in pattern.finditer(text):
            items = [*_ITEM.finditer(text, *match.span("list"))]
            if all(item.group().lower() not in _ASIDE for item in items):
                for item in items:
                    name = item.group().partition("@")[0]
                    if "*" not in name:
                        yield from _hit(name, item.start())


FORMS = (
    written(_ADDRESS, "@", accepts=_is_no_part_of_a_program, head=r"(?:://|sips?:|xmpp:|im:|pres:)[\w.\-\x80-\xff]+@"),
    written(_OF_ORACLE, "jdbc:oracle:"),
    written(
        _CONNECTION, "=", accepts=_is_in_connection,
        head=r"(?i);[ ]?(?:user ?(?:id|name)?|uid|usr) ?=|user (?:id|name) ?=|(?:user(?:id|name)?|uid|usr) ?= ?[\w.\-\\\x80-\xff]+[\"']? ?;",
    ),
    written(_SQL, *("owner", "OWNER", "Owner", "owned", "OWNED", "role", "ROLE", "uthorization", "UTHORIZATION")),
    written(
        _OPTION, " -", "> user ",
        head=rf"\b(?:(?:{_CLIENTS})[^\n]* -[uU]|(?:ssh|slogin|rlogin|rsh)[^\n]* -l|(?:sudo|doas) [^\n]*u|runuser -|id -|ftp> user )",
    ),
    written(_SET, "set", "ENV", "et", "USER", "LOGIN", head=r"^[ \t]*[A-Z0-9_]+(?:USER(?:_?NAME)?|LOGIN) [A-Za-z\x80-\xff]|(?i:(?:ENV|setenv|set)[ \t]{1,8}[\w.\-]*(?:user(?:_?name)?|login)[ \t])"),
    written(
        _STATEMENT, "User", "user", "uid: ", "USER ",
        head=r"^[ \t]*(?:Match[ \t]{1,4})?User[ \t]{1,8}[a-z][\w.\-\x80-\xff]*[ \t\r]*$|user\.name[= ]|^uid: [a-z]|ACL (?:SET|GET|DEL)USER |^user [A-Za-z][\w.\-\x80-\xff]* o(?:n|ff)",
    ),
    written(
        _RECORD, "machine", ":iam::", " | ", reach=around,
        head=r"machine[ \t]+[^ \t\n]+[ \t\r]*(?:login|$)|:iam::[0-9]+:user/|^r[0-9]+ \| ",
    ),
    written(_SUBJECT_KIND, "kind: User", reach=around, head=r"kind: User[ \t\r]*$"),
    written(_SUBJECT, "sub", head=r"[\"']sub\\{0,3}[\"'] ?:", accepts=_is_a_claim, reach=around),
    written(_QUALIFIED, "\\", head=r"[A-Z][A-Z0-9\-]{1,14}\\{1,2}[A-Za-z][\w.\-\x80-\xff]{2}"),
    written(_HOME, "~", head=r"~[A-Za-z\x80-\xff][\w.\-\x80-\xff]+(?:/|[\s;&]|$)"),
    written(_MAILBOX, "=<"),
    written(_PRINTED, "=", ":", head=r"(?:User|Account|Principal|Member|Owner|Login|UserDetails|UserDto|UserEntity)[({\[]"),
    written(_SHADOW, ":", head=r"^[A-Za-z\x80-\xff][\w.\-\x80-\xff]+:[^:\n]*:[0-9]*:[0-9]*:[0-9]*:[0-9]*:"),
    written(_CRONTAB, "/", " ", head=rf"^(?:@[a-z]{{5,8}}|{_WHEN}[ \t]{{1,8}}{_WHEN}[ \t]{{1,8}}{_WHEN}(?:[ \t]{{1,8}}(?:{_WHEN}|[a-z]{{3}}(?:-[a-z]{{3}})?)){{2}})[ \t]"),
    written(_BESIDE, "@", head=r"(?i)user=[a-z\x80-\xff][\w.\-\x80-\xff]*@"),
    Form(
        lambda _: (
            r"^[a-z_][\w\-\x80-\xff]*:[x*!]?:[0-9]+:[A-Za-z\x80-\xff]",
            r"^[ \t]*(?:Allow|Deny)Users[ \t]",
            r"(?i)(?:users|user_?names|logins|owners|members|admins|administrators|accounts|sudoers|maintainers|assignees|reviewers|approvers)[\"']? ?[:=] ?[\w.\-\x80-\xff]+[ \t]*[,;]",
        ),
        _lists,
    ),
)  # fmt: skip
"""A user's name beside signs that say so."""
