"""Names with dots that what stands before or behind them says are machines'."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
import string
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detectors import _domains
from collector.redaction.detectors._endings import Ending

_REACH = 72
_LABEL = r"[a-z0-9_][a-z0-9_\-]{0,62}"
# Words before a name with dots that say it is a machine's.
_COMMAND = r"(?:nslookup|dig|ping6?|traceroute6?|tracert|tracepath|mtr|telnet|whois|ncat|nc|getent (?:ahosts|hosts)|ssh-keyscan|arping|host|ssh|s_client -connect)(?: -{1,2}[\w\-]{1,20}(?:[ =]\d{1,6})?){0,4}"
_OPTION = r"(?:psql|mysql\w{0,8}|mariadb\w{0,8}|redis-cli|pg_\w{2,12}|mongo\w{0,8}|ldap\w{2,10}|cqlsh|kafka-[\w\-]{2,40}|kcat)\b[^\n|;]{0,120}? (?:-[hHb]|--host|--hostname|--bootstrap-server|--server)[ =]"
_VERB = (
    r"(?:connect|reconnect|disconnect|dial|resolv|reach|contact|bound|forward|prox|redirect|relay|deliver|transfer|replicat|sync|handshak|login|logg|request|respon|repl(?:y|ies)|quer|answer|packet|bytes|mail|message|session|tunnel"
    r"|cert|issued|closed|refused|reset|timeout|timed|unreachable|fail|retry|lookup|look|received|accepted|register|join|leav|left|switch|promot|elected|valid|rout|listen|push|pull|fetch|sent|send|error|mapping|opened|access|remote|bind|read|writ|select|mount|deploy|upload|point|path|install|provision|publish|cop(?:y|i)|migrat|mov|assign|schedul)"
)
_SAID = rf"{_VERB}[a-z]{{0,7}}:?(?: [^\s\"']{{1,32}}){{0,3}}? (?:to|from|by|with|at|on|for|via|of)(?: the)?(?: (?:host|server|node|peer|upstream|backend|broker|machine|master|primary|replica|remote))?"
_DONE = r"(?:valid for [^\n]{1,80}, not|replicaof|slaveof|mount|deploy|restart|reboot|provision|promot|demot|drain|cordon|fenc|prob|poll|scrap|resolv|reach|contact|dial|trying|join|add|remov)[a-z]{0,5}"
_ASKED = r"(?:get|post|put|patch|head|delete) [\"']?[a-z][a-z0-9+.\-]{1,20}://"
_NOUN = r"(?:hosts?|hostname|servers?|nodes?|peers?|machine|computer|upstream|backend|brokers?|vhost|target|members?|replica|master|primary|slave|leader|follower|instance|resolver|nameserver|relay|domain|cname|ptr|registry|gateway|router|server[_ ]?name(?: indication)?|server ?alias|fqdn|endpoints?)(?: address| name)?(?: is| was| set to)?"
_CALL = r"(?:connect\w{0,20}|dial\w{0,12}|lookup\w{0,12}|resolve\w{0,12}|gethostbyname|getaddrinfo|create_connection|smtp(?:_ssl)?|host(?:sni)?)\("
_FIELD = r"(?:endpoints?|images?|data source|node|machine|server|peer|upstream|backend|brokers?|bootstrap[._\-]servers?|seeds?|members?|master|primary|replica|slave|leader|remote|relay|mx|dns(?: ?name)?|[eh][eh]lo|client|(?:loadbalancer )?ingress|src|source|dst|destination|target|addr|address|instance|domain|site|sni|cn|registry|gateway|nameserver|ptr|cname|kdc|logon ?server|rechner(?:name)?|serveur|servidor|serwer|sunucu|h(?:o|\u00f4)te|(?:node|instance|cluster)[._]name)"
_COPIED = r"(?:(?:scp|rsync|sftp)\b[^\n|;&]{1,100}? (?:[\w.\-]{1,32}@)?|(?:docker|podman|nerdctl|crane|skopeo|buildah|helm|ctr|crictl)\b[^\n|;&]{0,60}? (?:pull|push|tag|run|login|inspect|copy|build|import|images?)\b[^\n|;&]{0,60}? (?:\w{2,12}://)?)"
_SERVICE = r"(?:host|http|ldap|cifs|mssqlsvc|termsrv|imap|smtp|nfs|postgres|node|nodes)/"
# What speaks so is no page that everybody reads.
_OF_SERVICES = r"(?:amqps?|rediss?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|ldaps?|smb|cifs|nfs|nats|mqtts?|kafka|sftp|rtsp|wss?|tcp|udp|tls|ssl|grpc|clickhouse|memcached|etcd|zk|syslog|smtps?|imaps?)://(?:[^\s/?#\"'<>@]{1,80}@)?"
_IP = r"(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}:[0-9a-f:]{2,36})"
_BEFORE = (
    rf"(?<![a-z])(?:{_COMMAND}|{_SAID}|{_DONE}|{_NOUN})(?: (?:[a-z][a-z0-9+.\-]{{1,20}}://)?|: )[\"'\[<(]?|\b{_OPTION}|\b{_CALL}[\"'`]?|(?<![a-z]){_FIELD}[\"'*]{{0,2}}[ \t]{{0,3}}[:=]\*{{0,2}}[ \t]{{0,8}}[\"'`<(\[]?(?:\.|(?:tcp|np|lpc):)?|\b{_SERVICE}|\b{_ASKED}|\b{_OF_SERVICES}"
    rf"|^{_IP}[ \t]{{1,40}}|(?<![\w.]){_IP} ?[(=] ?|^name:[ \t]{{1,8}}|^(?:ok|changed|fatal|failed|skipping|unreachable|ignored): \[|\b(?:server|backend) [\w\-]{{1,40}}/"
    rf"|\b{_COPIED}|(?:^|[\s\"'=(])\\{{2,4}}|\bmx[ \t]{{1,8}}\d{{1,3}}[ \t]{{1,8}}|://[^\s/?#\"'<>@]{{1,128}}@|:thin:@(?://)?"
    rf"|\bvia:? \d\.\d |\b(?:hit|miss|pass) from |(?<![a-z])x-[a-z\-]{{0,30}}(?:by|host|server|from|via|backend|node): |\bkey for |<<>> |\bcanonical name = |\bsysname(?:\.0)? ?= ?(?:string: ?\"?)?|/letsencrypt/(?:live|archive|renewal)/"
    r"|^search[ \t]{1,8}(?:[\w.\-]{1,60}[ \t]{1,4}){1,5}|^(?:tcp|udp)\w{0,2}[ \t]{1,8}\d{1,8}[ \t]{1,8}\d{1,8}[ \t]{1,8}(?:\S{1,60}[ \t]{1,40})?|->|^from (?:--platform=\S{1,30} )?|\b(?:tagged|pushed|pulled|built) "
    r"|^(?:search|domain|220|250)[ \t\-]{1,8}|\b(?:ehlo|helo|query(?:\[\w{1,8}\])?:?|reply|cached|forwarded|pattern) <?"
)
# What stands after one.
_AFTER = (
    rf"(?: \({_IP}\)| ?\[{_IP}\]| \([\w.\-]{{1,80}} ?\[{_IP}\]\)|/\d{{1,3}}(?:\.\d{{1,3}}){{3}}| is {_IP}| is <cname>| with e?smtp| esmtp| ping statistics| port \d"
    r"|: (?:name or service|temporary failure|no address|unknown host|no such host|nxdomain|servfail|connection (?:refused|reset|timed))"
    r"|\.?[ \t]{1,40}(?:\d{1,8}[ \t]{1,8})?(?:in|has)[ \t]{1,8}(?:a|aaaa|mx|ptr|cname|ns|srv|txt|address|ipv6)\b| \| (?:success|changed|failed|unreachable)\b| not found: \d| (?:could not|cannot|can't) be (?:resolved|reached)| does not resolve| ansible_\w{1,30}="
    rf"|(?:,[\d.:a-f]{{3,40}})? (?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2|sk-ssh)|:/[\w/.\-]{{0,80}}(?: on /| [ \t]{{0,40}}[\d.]{{1,8}}[kmgtp]?[ \t])|/[\w$./\-]{{1,60}} on /| {_IP} - \S{{1,40}} \[|/[\w./\-]{{1,80}}[ \t]{{2,40}}[\w.\-]{{1,60}}[ \t]{{2,40}}[0-9a-f]{{12}}\b"
    r"| is (?:down|unreachable|not reachable|alive))"
)
_LED = Ending(compiled(rf"(?m)(?:{_BEFORE})\Z"), _REACH)
_LED_BY_A_SIGN = Ending(
    compiled(rf"(?:\b{_OPTION}|(?<![a-z]){_FIELD}[\"']?[ \t]{{0,3}}[:=](?:(?:tcp|np|lpc):)?|(?<![\w.]){_IP} ?=)\Z"),
    _REACH,
)
"""The same where the sign that assigns stands before it: most of the others do not end so, and take long."""
_LED_BY_A_STROKE = Ending(
    compiled(
        rf"(?m)(?:\b{_SERVICE}|\b(?:server|backend) [\w\-]{{1,40}}/|/letsencrypt/(?:live|archive|renewal)/|:thin:@//)\Z"
    ),
    _REACH,
)
_LED_BY_A_USER = Ending(
    compiled(r"(?:\b(?:scp|rsync|sftp)\b[^\n|;&]{1,100}? [\w.\-]{1,32}|://[^\s/?#\"'<>@]{1,128}|:thin:)@\Z"), _REACH
)
_LED_BY = {"=": _LED_BY_A_SIGN, ":": _LED_BY_A_SIGN, "/": _LED_BY_A_STROKE, "@": _LED_BY_A_USER}
_FOLLOWED = compiled(_AFTER)
_PORT = compiled(r":\d{2,5}(?![\d.:]\d)(?!\w)")
_DOTTED = compiled(rf"(?<![\w.\-])(?P<name>{_LABEL}(?:\.[a-z0-9_\-]{{1,63}}){{1,8}})(?![\w@(\-]|\.\w)")
# A set of replicas before its members, a sign before a machine's name: what has a port behind it is one.
_JOINED_TO = Ending(compiled(r"(?:(?<![/\w.\-])[\w\-]{1,40}/|(?:^|[\s\"'=(,])@|[@=\"'(\s]//)\Z"), _REACH)
# A module of Python's.
_IMPORTED = compiled(r" import\b")
# Where a name may end: behind a domain.
_DOMAIN = compiled(r"\.([a-z]{2,12}+)(?![\w@(\-]|\.\w)")
_IN_NAME = f"{string.ascii_lowercase}{string.digits}_.-"
_LONGEST = 640
"""More than the characters of nine labels."""
# A name of its own that ends in a domain there is; where that may be a file's, of three parts.
HEADS = (
    rf"(?i)[a-z0-9_\-]\.(?:{'|'.join(sorted(_domains.ALL - _domains.EITHER))})(?:[^a-z0-9_@(\-]|$)",
    rf"(?i)[a-z0-9_\-]\.[a-z0-9_\-]{{1,63}}\.(?:{'|'.join(sorted(_domains.EITHER))})(?:[^a-z0-9_@(\-]|$)",
)


def marked(text: str) -> Iterator[re.Match[str]]:
    """Yield the names with dots in a text in lower case that are machines' by their surroundings."""
    return filter(_is_marked, _dotted(text))


def _dotted(text: str) -> Iterator[re.Match[str]]:
    """Yield the names with dots that may be hosts': from the domains on, which are few, and back to where they begin."""
    done = 0
    for domain in _DOMAIN.finditer(text):
        if domain[1] in _domains.ALL and domain.start() >= done:
            before = text[max(done, domain.start() - _LONGEST) : domain.start()]
            match = _DOTTED.match(text, domain.start() - len(before) + len(before.rstrip(_IN_NAME)))
            if match:
                done = match.end()
                yield match


def _is_marked(match: re.Match[str]) -> bool:
    """Tell whether what stands before or after a name with dots says that it is a machine's."""
    text, name, start, end = match.string, match["name"], match.start(), match.end()
    if not _domains.may_be_host(name) or _domains.is_public(name) or _IMPORTED.match(text, end):
        return False
    has_port = _PORT.match(text, end) is not None and _domains.is_host(name)
    if text[start - 4 : start] == "git@" and text[end : end + 1] in {":", "/"}:
        return True
    if text[start - 1 : start] in {"/", "@"} and text[start - 3 : start] != "://":
        if text[start - 2 : start] == "//" and _FOLLOWED.match(text, end):
            return True
        return (has_port and _JOINED_TO.stands_before(text, start)) or _is_led(text, start)
    return has_port or _is_named_so(match) or _FOLLOWED.match(text, end) is not None or _is_led(text, start)


def _is_led(text: str, start: int) -> bool:
    in_address = text[start - 3 : start] == "://"
    before = _LED if in_address else _LED_BY.get(text[start - 1 : start], _LED)
    return before.stands_before(text, start)


def _is_named_so(match: re.Match[str]) -> bool:
    in_address = match.string[match.start() - 3 : match.start()] == "://"
    return _domains.is_machine(match["name"], in_address=in_address)
