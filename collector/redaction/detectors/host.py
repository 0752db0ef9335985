"""Host names that a key or a form marks as such."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options, Ranges, alone
from collector.redaction.detectors import (
    _domains,
    _host_addresses,
    _host_surroundings,
    _identity_names,
    _named_forms,
)
from collector.redaction.detectors._case import lower
from collector.redaction.detectors._named_fields import Named
from collector.redaction.detectors._named_values import NamedValue
from collector.redaction.detectors._surroundings import around
from collector.redaction.head_patterns import ignoring_case

_LABEL = r"[a-z0-9_][a-z0-9_\-]{0,62}"
_NAME = rf"(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{0,8}})"
_KEYS = r"(?:host(?:[_\- ]?name)?|server[_\-]?name|fqdn|nodename|domain[_\-]?name|rhost|(?:workstation|computer|machine)(?:[_\- ]?name)?)"
_JOINED = r"[\"'*]{0,2}[ \t]{0,3}[:=]\*{0,2}[ \t]{0,8}[\"'(\[`]?"
_KEYED = compiled(
    # The first character comes before what must not stand before it: that is what `re` looks for fast.
    r"[hsfndrwcm](?<![a-z].)(?:(?<=h)ost(?:[_\- ]?name)?|(?<=s)erver[_\-]?name|(?<=f)qdn|(?<=n)odename|(?<=d)omain[_\-]?name|(?<=r)host|(?:(?<=w)orkstation|(?<=c)omputer|(?<=m)achine)(?:[_\- ]?name)?)"
    rf"{_JOINED}{_NAME}(?![\w.@/(\-]|::|\[(?!\d))"
)
_SPECIAL = compiled(
    r"(?i)(?:.*\.)?localhost|[\d.]+|(?:x{1,3}\.){1,3}x{1,3}|true|false|null|none|unknown|default|n/?a|any|all|self|mysql|db|redis|postgres|database|server|host|wacore|waweb|web|core|app|(?:x86[_\-]64|i[3-6]86|amd64|aarch64|arm(?:v\d\w{0,3}|64|hf)|s390x?|ppc64\w{0,2}|powerpc\w{0,4}|riscv64|mips\w{0,6}|sparc\w{0,4})(?:-[^.]*)?"
)
_ADDRESS = compiled(
    r"(?<![a-z])(?:url|uri|webhooks?|callback|endpoint|proxy)[\"']?[ \t]{0,3}[:=][ \t]{0,3}[\"'(]?"
    rf"[a-z][a-z0-9+.\-]{{1,20}}://(?:[^\s/?#\"'<>@]{{1,256}}@)?(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{1,8}})(?![\w@\-])"
)
# mysql_get_host_info() of the client library: `db7.firm.io via TCP/IP`.
_CONNECTED = compiled(rf"(?<![\w.\-])(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{1,8}}) via tcp/ip")
# How clients tell that a name leads nowhere: MySQL, libpq, curl, OpenSSH, Node, Java.
_REPORTED = compiled(
    r"(?:(?<![a-z])host(?: ?name)? [\"']|resolve host(?:name)?:? [\"']?|server (?:on|at) [\"']|'@'|\b(?:enotfound|eai_again) |unknownhostexception: )"
    rf"{_NAME}(?![\w@/(\-]|\.\w)"
)
# What a kernel says of its machine (uname(1)).
_KERNEL = compiled(rf"\blinux {_NAME} \d{{1,2}}\.\d{{1,3}}\.\d")
# A service's name in a realm of Kerberos (RFC 4120, 6.2.1).
_PRINCIPAL = compiled(rf"\b[a-z]{{2,16}}/(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{1,8}})(?=@[a-z][\w.\-]{{1,80}})")
# Go's resolver: `lookup db7.firm.io on 10.0.0.2:53: no such host`.
_LOOKED_UP = compiled(
    rf"(?<![a-z])lookup {_NAME}\.?(?: on [\d.:\[\]a-f]{{2,40}}:\d|: (?:no such host|i/o timeout|server misbehaving|temporary failure|no answer))"
)
# Syslog: time, host, program (RFC 3164), or with a version and a time zone (RFC 5424).
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ZONED = r"\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:z|[+\-]\d\d:?\d\d)"
_LOGGED = compiled(
    rf"(?m)^(?:<\d{{1,3}}>)?(?:(?:{_MONTH} [ \d]\d(?: \d{{4}})? \d\d:\d\d:\d\d)|1 {_ZONED}|{_ZONED}(?= \S{{1,255}} [\w./()\-]{{1,48}}\[\d))"
    r" (?P<name>[a-z0-9][a-z0-9_\-]{0,62}(?:\.[a-z0-9_\-]{1,63}){0,8}) [\w./()\-]{1,48}(?:\[\d{1,8}\])?(?:: | \d| -)"
)
# dnsmasq and dhcpd tell the name a client gave itself.
_LEASED = compiled(
    rf"\bdhcp[a-z]{{3,8}}\b[^\n]{{1,60}}?(?:[0-9a-f]{{2}}:){{5}}[0-9a-f]{{2}} (?:{_NAME}(?=[ \r\n]|$)|\((?P<given>{_LABEL})\))"
)
# Names of machines, numbered or not: of Windows, of shares, of registries that somebody signs in to, of prompts.
_WINDOWS = compiled(
    r"(?<![a-z])(?:(?:(?:computer|work ?station|net ?bios|machine)[_\- ]?name|(?:source|client) workstation)[\"']?[ \t]{0,3}[:=>][ \t\"']{0,12}(?=[a-z]*[\d\-])|(?:computername|userdomain|logonserver|clientname)=\\{0,4})(?P<given>(?!workgroup\b)[a-z][\w\-]{2,14})(?![\w.\\(\[/])"
)
_SHARE = compiled(
    r"(?<![^\s\"'=(\[])(?:\\\\(?P<twice>\\\\)?)(?P<given>(?=[a-z]*[\d\-])[a-z][a-z0-9\-]{1,14})\\(?(twice)\\)(?=[a-z0-9$_])"
)
_MOUNTED = compiled(
    r"\b(?:mount|cifs|smb\w{0,8}|nfs\d?)\b[^\n|;]{0,80}?[ \t\"']//(?P<given>(?=[a-z]*[\d\-])[a-z][a-z0-9\-]{1,14})/(?=[a-z0-9$_])"
)
_REGISTRY = rf"\"(?:https?://)?{_NAME}(?::\d{{1,5}})?(?:/v\d/?)?\"[ ]?:\s{{0,8}}\{{?\s{{0,40}}"
_SIGNED_IN = compiled(rf"{_REGISTRY}\"(?:auth|username|identitytoken)\"")
_FIRST_OF_REGISTRIES = compiled(rf"\"auths\"[ ]?:\s{{0,8}}\{{?\s{{0,40}}{_REGISTRY}")
_PROMPT = compiled(
    r"(?m)^(?:\([\w.\-]{1,40}\) )?(?P<open>\[)?[a-z_][\w.\-]{0,31}@(?P<given>(?![0-9a-f]{12}[: ])(?=[a-z.]*[\d\-])[a-z0-9][a-z0-9.\-]{1,62})(?(open) [^\s\]]{1,60}\][$#]|(?::[~/][^\n$#]{0,120}[$#]| [^\s%]{1,60} %))(?=[ \r\n]|\Z)"
)
_COMPONENTS = compiled(r"(?<![a-z])dc ?= ?(?P<name>[a-z0-9\-]{1,63}(?:, ?dc ?= ?[a-z0-9\-]{1,63}){1,8})(?![\w\-])")

_AUTHS = r"(?i)\"(?:auths?|username|identitytoken)\"[ ]?:"
_STAMPED = rf"(?i)^(?:<[0-9]{{1,3}}>)?(?:{_MONTH} [ 0-9][0-9](?: [0-9]{{4}})? [0-9:]{{8}}|(?:1 )?{_ZONED}) "
# YAML's, of a domain that an attribute is called like; not of an object that settings are kept in.
_SETTING = compiled(
    r"[ \t]*(?:- )?[\w\-]{1,60}: (?!(?:c|cfg|conf|config|configuration|opts?|options|settings|env|args|argv|self|this|req|request|res|url|uri|parsed|params|props|ctx|context|info|data|server|client|location|window|parts|process|app|h|e|o|v)\b)[\w\-]{1,63}\.host[ \t]{0,40}(?:\r?\n|\Z)"
)
_REACH = 128
_FIELDS = Named(
    compiled(_identity_names.HOST_STEM),
    _identity_names.names_a_host,
    _identity_names.HOST_ENDS,
    _identity_names.HOST_TAILS,
)
# Where somebody came from, in the heads of lists of sessions.
COLUMNS = Named(
    compiled(f"{_FIELDS.stem.pattern}|from"),
    lambda name: name in {"FROM", "From"} or _identity_names.names_a_host(name),
)
_VALUE = compiled(
    rf"(?:[a-z][a-z0-9+.\-]{{1,20}}:(?://)?)?(?:[^\s/@\"'<>]{{1,80}}@)?{_NAME}\.?(?::\d{{1,5}}|,\d{{2,5}})?(?:[/?#\\;].{{0,1000}})?"
)


def _written(
    pattern: re.Pattern[str],
    *literals: str,
    heads: Callable[[Options], tuple[str | re.Pattern[str], ...]] | None = None,
    reach: Callable[[str, Ranges], Ranges] = alone,
) -> Form:
    """Return the form of a pattern for a text in lower case that one of the literals, if any, stands in."""

    def find(text: str, options: Options) -> Iterator[Hit]:
        lowered = lower(text)
        if not literals or any(literal in lowered for literal in literals):
            for match in pattern.finditer(lowered):
                yield from _hit(match, options)

    return Form(heads or (lambda _: (ignoring_case(pattern),)), find, reach)


def _marked(text: str, options: Options) -> Iterator[Hit]:
    for match in _host_surroundings.marked(lower(text)):
        yield from _hit(match, options)


def _in_addresses(text: str, options: Options) -> Iterator[Hit]:
    for match in _host_addresses.used(lower(text)):
        yield from _hit(match, options)


def _in_components(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _COMPONENTS.finditer(lower(text)):
        name = re.sub(r", ?dc ?= ?", ".", match["name"])
        if not _is_no_machine(name):
            yield Hit(match.start("name"), match.end("name"), name)


def _in_field(text: str, found: NamedValue, options: Options) -> Iterator[Hit]:
    """Yield the name that fills a field."""
    value = _VALUE.fullmatch(lower(text), found.start, found.end)
    if value and _may_fill(found.name, value["name"], options):
        yield Hit(*value.span("name"), value["name"], learn="." in value["name"])


def _begins(options: Options) -> tuple[str, str]:
    """Return how a name that fills a field begins: it has a dot before a letter, or a digit and a letter."""
    if options.strict:
        return r"[^\"'\n\\]{2}", r"\w[\w.\-]"
    numbered = r"[\w\-]{0,63}(?:[0-9][\w\-]{0,63}[a-z]|[a-z][\w\-]{0,63}[0-9])"
    return r"[^\"'\n\\]{0,252}[.0-9]", rf"(?:{numbered}|[\w.\-]{{0,252}}\.[a-z])"


def _may_fill(field: str, name: str, options: Options) -> bool:
    """Tell whether a name can stand in such a field; where that may hold other things, it ends in a domain there is."""
    if _is_no_machine(name) or _domains.is_attribute(name):
        return False
    if "." in name:
        return _domains.ends_in_one(name)
    return _identity_names.is_only_a_hosts(field) and _is_name(name, strict=options.strict)


def _hit(match: re.Match[str], options: Options) -> Iterator[Hit]:
    """Yield a name; single plain words only at level strict."""
    group = "given" if match.groupdict().get("given") else "name"
    name = match[group]
    if _is_no_machine(name):
        return
    if _domains.is_attribute(name) and not (match.re is _KEYED and _is_written_out(match)):
        return
    # The name that a client gives itself is often its owner's.
    if group == "given" or _is_name(name, strict=options.strict):
        yield Hit(match.start(group), match.end(group), name, learn="." in name)


@functools.lru_cache(maxsize=4096)
def _is_no_machine(name: str) -> bool:
    """Tell whether a name is one that every system has, no name at all, or one of a platform that everybody uses."""
    return _SPECIAL.fullmatch(name) is not None or _domains.is_public(name)


def _keyed_heads(options: Options) -> tuple[str, ...]:
    """Return the head of a key with a name: of one word, it has a digit and a letter."""
    numbered = r"[\w\-]{0,63}(?:[0-9][\w\-]{0,63}[a-z]|[a-z][\w\-]{0,63}[0-9])"
    name = r"\w" if options.strict else rf"(?:{numbered}|[\w.\-]{{0,252}}\.[a-z])"
    return (rf"(?i)(?:^|[^a-z]){_KEYS}{_JOINED}{name}",)


def _stamped_heads(options: Options) -> tuple[str, ...]:
    named = "" if options.strict else r"(?:[a-z0-9_\-]{0,63}[0-9]|[a-z0-9_\-]{1,63}\.)"
    return (rf"{_STAMPED}{named}[a-z0-9_.\-]{{0,600}} [^ \n]{{1,80}}(?:: | [0-9]| -)",)


def _is_written_out(match: re.Match[str]) -> bool:
    """Tell whether a name is a text and not what a program calls something: in quotes, or alone behind its key."""
    text, start, end = match.string, *match.span("name")
    if text[start - 1 : start] in {'"', "'"} and text[end : end + 1] == text[start - 1]:
        return True
    line = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH)
    return _SETTING.match(text, line) is not None


@functools.lru_cache(maxsize=4096)
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
        _written(_KEYED, heads=_keyed_heads),
        _written(_ADDRESS, "://"),
        _written(_CONNECTED, " via tcp/ip"),
        _written(_REPORTED),
        _written(_LOOKED_UP, "lookup "),
        _written(_KERNEL, "linux "),
        _written(_PRINCIPAL, "@", heads=lambda _: (r"(?i)[a-z]{2,16}/[\w.\-\x80-\xff]+@[a-z]",)),
        _written(_LOGGED, heads=_stamped_heads),
        _written(_LEASED, "dhcp"),
        _written(_WINDOWS),
        _written(_SHARE, "\\\\", heads=lambda _: (r"\\\\[A-Za-z][A-Za-z0-9\-]{1,14}\\",)),
        _written(_MOUNTED, "//"),
        _written(_SIGNED_IN, '"auth', '"user', '"identity', heads=lambda _: (_AUTHS,), reach=around),
        _written(_FIRST_OF_REGISTRIES, '"auths"', heads=lambda _: (_AUTHS,), reach=around),
        _written(
            _PROMPT,
            heads=lambda _: (r"^[^@\n]{1,80}@[\w.\-]{1,63}(?::[~/][^\n$#]*[$#]| [^ \n%]{1,80} %| [^ \n]{1,80}\][$#])",),
        ),
        Form(lambda _: _host_surroundings.HEADS, _marked),
        Form(lambda _: _host_addresses.HEADS, _in_addresses),
        Form(lambda _: (ignoring_case(_COMPONENTS),), _in_components),
        *_named_forms.forms(_FIELDS, COLUMNS, _in_field, _begins),
    ),
    examples=(
        Example("hostname=db7.prod.firm.io port=3306", ("db7.prod",)),
        Example('{"host": "ip-10-0-1-2.ec2.internal"}', ("ec2.internal",)),
        Example("webhook_url=https://hooks.firm.io/wa", ("hooks.firm",)),
        Example("db7.prod.firm.io via TCP/IP", ("db7.prod",)),
        Example("Unknown MySQL server host 'db7.prod.firm.io' (110)", ("db7.prod",)),
        Example('could not translate host name "db7.prod.firm.io" to address', ("db7.prod",)),
        Example("dial tcp: lookup db7.prod.firm.io on 10.0.0.2:53: no such host", ("db7.prod",)),
        Example("nslookup db7.prod.firm.io", ("db7.prod",)),
        Example("failed to connect to db7.prod.firm.io after 3 tries", ("db7.prod",)),
        Example("3  core1.firm.net (10.0.0.1)  1.2 ms", ("core1.firm",)),
        Example("Nov 23 08:45:12 worker-07 sshd[411]: done", ("worker-07",)),
        Example("CN=web,OU=servers,DC=firm,DC=io", ("firm",)),
        Example("ping process.firm.internal", ("process.firm",)),
        Example("host: localhost"),
        Example("host = this.options.proxy.host, read from process.env.home"),
        Example("failed to load com.acme.orders of app.module at main.py:120"),
        Example('"url": "https://graph.facebook.com/v23.0/"'),
        Example("DB_HOST=mysql"),
        Example("index lookup orders.items on disk took 5 ms"),
        Example("see https://www.rfc-editor.org/rfc/rfc9535"),
    ),
)
