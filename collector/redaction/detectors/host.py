"""Host names that a key or a form marks as such."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors import _domains
from collector.redaction.detectors._case import lower
from collector.redaction.head_patterns import ignoring_case

_LABEL = r"[a-z0-9_][a-z0-9_\-]{0,62}"
_NAME = rf"(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{0,8}})"
_KEYED = compiled(
    r"(?<![a-z])(?P<key>hostname|host|server[_\-]?name|fqdn|nodename|servername|domain[_\-]?name|rhost|(?:workstation|computer|machine)(?:[_\- ]?name)?)[\"']?[ \t]{0,3}[:=][ \t]{0,8}[\"'(\[]?"
    rf"{_NAME}(?![\w.@/(\-]|::|\[(?!\d))"
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
# Go's resolver: `lookup db7.firm.io on 10.0.0.2:53: no such host`.
_LOOKED_UP = compiled(rf"(?<![a-z])lookup {_NAME}\.?(?: on [\d.:\[\]a-f]{{2,40}}:\d|: no such host)")
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
_COMPONENTS = compiled(r"(?<![a-z])dc ?= ?(?P<name>[a-z0-9\-]{1,63}(?:, ?dc ?= ?[a-z0-9\-]{1,63}){1,8})(?![\w\-])")

# Words before a name with dots that say it is a machine's.
_COMMAND = r"(?:nslookup|dig|ping6?|traceroute6?|tracert|tracepath|mtr|telnet|whois|ncat|nc|getent (?:ahosts|hosts)|ssh-keyscan|arping|host|ssh|s_client -connect)(?: -{1,2}[\w\-]{1,20}(?:[ =]\d{1,6})?){0,4}"
_OPTION = r"(?:psql|mysql\w{0,8}|mariadb\w{0,8}|redis-cli|pg_\w{2,12}|mongo\w{0,8}|ldap\w{2,10}|cqlsh|kafka-[\w\-]{2,40}|kcat)\b[^\n|;]{0,120}? (?:-[hHb]|--host|--hostname|--bootstrap-server|--server)[ =]"
_VERB = (
    r"(?:connect|reconnect|disconnect|dial|resolv|reach|contact|bound|forward|prox|redirect|relay|deliver|transfer|replicat|sync|handshak|login|logg|request|respon|repl(?:y|ies)|quer|answer|packet|bytes|mail|message|session|tunnel"
    r"|cert|issued|closed|refused|reset|timeout|timed|unreachable|fail|retry|lookup|look|received|accepted|register|join|leav|left|switch|promot|elected|valid|rout|listen|push|pull|fetch|sent|send|error|mapping|opened|access|remote|bind|read|writ|select|mount|deploy|upload|point|path|install|provision|publish|cop(?:y|i)|migrat|mov)"
)
_SAID = rf"{_VERB}[a-z]{{0,7}}:?(?: [^\s\"']{{1,32}}){{0,3}}? (?:to|from|by|with|at|on|for|via|of)(?: the)?(?: (?:host|server|node|peer|upstream|backend|broker|machine|master|primary|replica|remote))?"
_DONE = r"(?:valid for [^\n]{1,80}, not|replicaof|slaveof|mount|deploy|restart|reboot|provision|promot|demot|drain|cordon|fenc|prob|poll|scrap|resolv|reach|contact|dial|trying|join|add|remov)[a-z]{0,5}"
_ASKED = r"(?:get|post|put|patch|head|delete) [\"']?[a-z][a-z0-9+.\-]{1,20}://"
_NOUN = r"(?:hosts?|hostname|servers?|nodes?|peers?|machine|computer|upstream|backend|brokers?|vhost|target|members?|replica|master|primary|slave|leader|follower|instance|resolver|nameserver|relay|domain|cname|ptr|registry|gateway|router|server_?name|fqdn)(?: address| name)?"
_CALL = r"(?:connect\w{0,20}|dial\w{0,12}|lookup\w{0,12}|resolve\w{0,12}|gethostbyname|getaddrinfo|create_connection|smtp(?:_ssl)?)\("
_FIELD = r"(?:node|machine|server|peer|upstream|backend|brokers?|bootstrap[._\-]servers?|seeds?|members?|master|primary|replica|slave|leader|remote|relay|mx|dns(?: ?name)?|[eh][eh]lo|client|src|source|dst|destination|target|addr|address|instance|domain|site|sni|cn|registry|gateway|nameserver|ptr|cname|kdc|logon ?server|rechner(?:name)?|serveur|servidor|serwer|sunucu|h(?:o|\u00f4)te|(?:node|instance|cluster)[._]name)"
_SERVICE = r"(?:host|http|ldap|cifs|mssqlsvc|termsrv|imap|smtp|nfs|postgres|node|nodes)/"
# What speaks so is no page that everybody reads.
_OF_SERVICES = r"(?:amqps?|rediss?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|ldaps?|smb|cifs|nfs|nats|mqtts?|kafka|sftp|rtsp|wss?|tcp|udp|tls|ssl|grpc|clickhouse|memcached|etcd|zk|syslog|smtps?|imaps?)://(?:[^\s/?#\"'<>@]{1,80}@)?"
_IP = r"(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}:[0-9a-f:]{2,36})"
_BEFORE = (
    rf"(?<![a-z])(?:{_COMMAND}|{_SAID}|{_DONE}|{_NOUN})(?: (?:[a-z][a-z0-9+.\-]{{1,20}}://)?|: )[\"'\[<(]?|\b{_OPTION}|\b{_CALL}[\"']?|(?<![a-z]){_FIELD}[\"']?[ \t]{{0,3}}[:=][ \t]{{0,8}}[\"'<(\[]?|\b{_SERVICE}|\b{_ASKED}|\b{_OF_SERVICES}"
    rf"|^{_IP}[ \t]{{1,40}}|(?<![\w.]){_IP} ?[(=] ?|^name:[ \t]{{1,8}}|^(?:ok|changed|fatal|failed|skipping|unreachable|ignored): \[|\b(?:server|backend) [\w\-]{{1,40}}/"
    r"|^(?:search|domain|220|250)[ \t\-]{1,8}|\b(?:ehlo|helo|query(?:\[\w{1,8}\])?:?|reply|cached|forwarded|pattern) <?"
)
# What stands after one.
_AFTER = (
    rf"(?: \({_IP}\)| ?\[{_IP}\]| \([\w.\-]{{1,80}} ?\[{_IP}\]\)|/\d{{1,3}}(?:\.\d{{1,3}}){{3}}| is {_IP}| is <cname>| with e?smtp| esmtp| ping statistics| port \d"
    r"|: (?:name or service|temporary failure|no address|unknown host|no such host|nxdomain|servfail|connection (?:refused|reset|timed))"
    r"|\.?[ \t]{1,40}(?:\d{1,8}[ \t]{1,8})?(?:in|has)[ \t]{1,8}(?:a|aaaa|mx|ptr|cname|ns|srv|txt|address|ipv6)\b| \| (?:success|changed|failed|unreachable)\b| not found: \d| (?:could not|cannot|can't) be (?:resolved|reached)| does not resolve| is (?:down|unreachable|not reachable|alive))"
)
_LED = compiled(rf"(?m)(?:{_BEFORE})\Z")
_FOLLOWED = compiled(_AFTER)
_PORT = compiled(r":\d{2,5}(?![\d.:]\d)(?!\w)")
_DOTTED = compiled(rf"(?<![\w.@\-])(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{1,8}})(?![\w@(\-]|\.\w)")
# YAML's, of a domain that an attribute is called like; not of an object that settings are kept in.
_SETTING = compiled(
    r"[ \t]*(?:- )?[\w\-]{1,60}: (?!(?:c|cfg|conf|config|configuration|opts?|options|settings|env|args|argv|self|this|req|request|res|url|uri|parsed|params|props|ctx|context|info|data|server|client|location|window|parts|process|app|h|e|o|v)\b)[\w\-]{1,63}\.host[ \t]{0,40}(?:\r?\n|\Z)"
)
# A module of Python's.
_IMPORTED = compiled(r" import\b")
_REACH = 128
# A name of its own that ends in a domain there is; where that may be a file's, of three parts.
_HEADS = (
    rf"(?i)[a-z0-9_\-]\.(?:{'|'.join(sorted(_domains.ALL - _domains.EITHER))})(?:[^a-z0-9_@(\-]|$)",
    rf"(?i)[a-z0-9_\-]\.[a-z0-9_\-]{{1,63}}\.(?:{'|'.join(sorted(_domains.EITHER))})(?:[^a-z0-9_@(\-]|$)",
)
_STAMPED = rf"(?i)^(?:<[0-9]{{1,3}}>)?(?:{_MONTH} [ 0-9][0-9](?: [0-9]{{4}})? [0-9:]{{8}}|(?:1 )?{_ZONED}) "


def _heads(options: Options) -> tuple[str | re.Pattern[str], ...]:
    named = "" if options.strict else r"(?:[a-z0-9_\-]{0,63}[0-9]|[a-z0-9_\-]{1,63}\.)"
    keyed = map(ignoring_case, (_KEYED, _ADDRESS, _CONNECTED, _REPORTED, _LOOKED_UP, _LEASED, _COMPONENTS))
    return (*keyed, *_HEADS, rf"{_STAMPED}{named}[a-z0-9_.\-]{{0,600}} [^ \n]{{1,80}}(?:: | [0-9]| -)")


def find(text: str, options: Options) -> Iterator[Hit]:
    """Yield host names that stand beside a word for one; single plain words only at level strict."""
    text = lower(text)
    for match in _matches(text):
        group = "name" if match["name"] else "given"
        name = match[group]
        if _SPECIAL.fullmatch(name) or _domains.is_public(name):
            continue
        if _domains.is_attribute(name) and not (match.re is _KEYED and _is_written_out(match)):
            continue
        # The name that a client gives itself is often its owner's.
        if not (group == "given" or _is_name(name, strict=options.strict)):
            continue
        yield Hit(match.start(group), match.end(group), name, learn="." in name)
    for match in _COMPONENTS.finditer(text):
        name = re.sub(r", ?dc ?= ?", ".", match["name"])
        if not _SPECIAL.fullmatch(name) and not _domains.is_public(name):
            yield Hit(match.start("name"), match.end("name"), name)


def _is_written_out(match: re.Match[str]) -> bool:
    """Tell whether a name is a text and not what a program calls something: in quotes, or alone behind its key."""
    text, start, end = match.string, *match.span("name")
    if text[start - 1 : start] in {'"', "'"} and text[end : end + 1] == text[start - 1]:
        return True
    line = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH)
    return _SETTING.match(text, line) is not None


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from _KEYED.finditer(text)
    if "://" in text:
        yield from _ADDRESS.finditer(text)
    if " via tcp/ip" in text:
        yield from _CONNECTED.finditer(text)
    yield from _REPORTED.finditer(text)
    if "lookup " in text:
        yield from _LOOKED_UP.finditer(text)
    yield from _LOGGED.finditer(text)
    if "dhcp" in text:
        yield from _LEASED.finditer(text)
    yield from filter(_is_marked, _DOTTED.finditer(text))


def _is_marked(match: re.Match[str]) -> bool:
    """Tell whether what stands before or after a name with dots says that it is a machine's."""
    text, name, start, end = match.string, match["name"], match.start(), match.end()
    if not _domains.may_be_host(name) or _IMPORTED.match(text, end):
        return False
    if text[start - 1 : start] == "/" and text[start - 3 : start] != "://":
        return _LED.search(text, max(0, start - _REACH), start) is not None
    return (
        _domains.is_machine(name, in_address=text[start - 3 : start] == "://")
        or (_PORT.match(text, end) is not None and _domains.is_host(name))
        or _FOLLOWED.match(text, end) is not None
        or _LED.search(text, max(0, start - _REACH), start) is not None
    )


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
    forms=(Form(_heads, find),),
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
