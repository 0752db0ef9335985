"""Host names that a key or a form marks as such."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._case import lower
from collector.redaction.head_patterns import ignoring_case

_KEYED = re.compile(
    r"(?<![a-z])(?P<key>hostname|host|server[_\-]?name|fqdn|nodename|servername|domain[_\-]?name|rhost)[\"']?[ \t]{0,3}[:=][ \t]{0,3}[\"'(\[]?"
    r"(?P<name>[a-z0-9_][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){0,8})(?![\w.@/(\-]|::)"
)
_SPECIAL = re.compile(
    r"(?i)(?:.*\.)?localhost|[\d.]+|true|false|null|none|unknown|default|n/?a|any|all|self|mysql|db|redis|postgres|database|server|host|wacore|waweb|web|core|app"
)
_ADDRESS = re.compile(
    r"(?<![a-z])(?:url|uri|webhooks?|callback|endpoint|proxy)[\"']?[ \t]{0,3}[:=][ \t]{0,3}[\"'(]?"
    r"[a-z][a-z0-9+.\-]{1,20}://(?:[^\s/?#\"'<>@]{1,256}@)?(?P<name>[a-z0-9_][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){1,8})(?![\w@\-])"
)
# mysql_get_host_info() of the client library: `db7.firm.io via TCP/IP`.
_CONNECTED = re.compile(r"(?<![\w.\-])(?P<name>[a-z0-9_][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){1,8}) via tcp/ip")
# How clients tell that a name leads nowhere: MySQL, libpq, curl, OpenSSH, Node, Java.
_REPORTED = re.compile(
    r"(?:(?<![a-z])host(?: ?name)? [\"']|resolve host(?:name)?:? [\"']?|server (?:on|at) [\"']|'@'|\b(?:enotfound|eai_again) |unknownhostexception: )"
    r"(?P<name>[a-z0-9_][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){0,8})(?![\w@/(\-]|\.\w)"
)
# Go's resolver: `lookup db7.firm.io on 10.0.0.2:53: no such host`.
_LOOKED_UP = re.compile(
    r"(?<![a-z])lookup (?P<name>[a-z0-9_][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){0,8})\.?(?: on [\d.:\[\]a-f]{2,40}:\d|: no such host)"
)
# Platforms everybody uses say nothing about an installation.
_PUBLIC = re.compile(
    r"(?:.*\.)?(?:facebook\.com|fbcdn\.net|whatsapp\.(?:com|net|biz)|github\.com|googleapis\.com|w3\.org)"
)


def find(text: str, options: Options) -> Iterator[Hit]:
    """Yield host names that stand beside a word for one; single plain words only at level strict."""
    text = lower(text)
    for match in _matches(text):
        name = match["name"]
        if _SPECIAL.fullmatch(name) or _PUBLIC.fullmatch(name) or not _is_name(name, strict=options.strict):
            continue
        yield Hit(match.start("name"), match.end("name"), name, learn="." in name)


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from _KEYED.finditer(text)
    if "://" in text:
        yield from _ADDRESS.finditer(text)
    if " via tcp/ip" in text:
        yield from _CONNECTED.finditer(text)
    yield from _REPORTED.finditer(text)
    if "lookup " in text:
        yield from _LOOKED_UP.finditer(text)


def _is_name(name: str, *, strict: bool) -> bool:
    if "." in name:
        return name.rsplit(".", 1)[1].isalpha()
    return strict or (
        len(name) >= 5 and any(c.isdigit() for c in name) and any(c.isalpha() for c in name) and "_" not in name
    )


DETECTOR = Detector(
    name="host",
    kind="identity",
    mark="host",
    forms=(
        Form(
            heads=lambda _: tuple(map(ignoring_case, (_KEYED, _ADDRESS, _CONNECTED, _REPORTED, _LOOKED_UP))), find=find
        ),
    ),
    examples=(
        Example("hostname=db7.prod.firm.io port=3306", ("db7.prod",)),
        Example('{"host": "ip-10-0-1-2.ec2.internal"}', ("ec2.internal",)),
        Example("webhook_url=https://hooks.firm.io/wa", ("hooks.firm",)),
        Example("db7.prod.firm.io via TCP/IP", ("db7.prod",)),
        Example("Unknown MySQL server host 'db7.prod.firm.io' (110)", ("db7.prod",)),
        Example('could not translate host name "db7.prod.firm.io" to address', ("db7.prod",)),
        Example("dial tcp: lookup db7.prod.firm.io on 10.0.0.2:53: no such host", ("db7.prod",)),
        Example("host: localhost"),
        Example('"url": "https://graph.facebook.com/v23.0/"'),
        Example("DB_HOST=mysql"),
        Example("index lookup orders.items on disk took 5 ms"),
        Example("see https://www.rfc-editor.org/rfc/rfc9535"),
    ),
)
