"""IP addresses: public ones; private, loopback and documentation addresses only at level strict."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import ipaddress
import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options

_RANGE = compiled(r"(?:\d{1,3}\.){3}\d{1,3}-$")
# What an address is joined to that a machine or a connection is called by: `node-1.2.3.4`, `client_1.2.3.4`.
_NAMED = compiled(
    r"(?<![A-Za-z])(?:nodes?|clients?|hosts?|peers?|servers?|workers?|ip|ipv4|addr|address|users?|conn|connection|session|remote|local|src|dst|from|to|master|slave|primary|replica|broker|instance|vm|pod|agent|member|proxy|gw|gateway|router|switch|backend|upstream|target|endpoint|ec2)[_\-]$",
    re.IGNORECASE,
)
_V4 = compiled(
    r"(?<![A-Za-z0-9.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\w]|\.\d)"
)
# tcpdump joins the port with a dot.
_V4_CAPTURED = compiled(r"(?:(?<=IP )|(?<=> ))(?P<address>(?:\d{1,3}\.){3}\d{1,3})\.\d{1,5}(?=:| >)")
_V4_JOINED = compiled(r"(?<![A-Za-z0-9])ip[\-_](\d{1,3})[\-_](\d{1,3})[\-_](\d{1,3})[\-_](\d{1,3})(?!\d)")
_V6 = compiled(
    r"(?:(?<![\w:.])|(?<=[g-zG-Z]:)|(?<=source:)|(?<=remote:)|(?<=node:))(?:[0-9A-Fa-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{1,4}|(?<=::))(?!\w|:[\w:]|\.\d)"
)
# Written with the port behind it, and no brackets.
_V6_PORT = compiled(r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?=:\d{2,5}(?![\w:.]))")
_REST = r"\.[0-9]{1,3}\.[0-9]"
# First octets without 10 (private), 127 (loopback), 0 and 224 upwards; 172 and 192 only where they may be public.
_PUBLIC_V4 = (
    rf"(?:^|[^A-Za-z0-9.])(?:[1-9]|1[1-9]|[2-9][0-9]|1[013-689][0-9]|12[0-689]|17[013-9]|19[013-9]|2[01][0-9]|22[0-3])\.[0-9]{{1,3}}{_REST}",
    rf"(?:^|[^A-Za-z0-9.])172\.(?:[0-9]|1[0-5]|3[2-9]|[4-9][0-9]|[12][0-9]{{2}}){_REST}",
    rf"(?:^|[^A-Za-z0-9.])192\.(?:[0-9]|[0-9]{{2}}|1[0-57-9][0-9]|16[0-79]|2[0-9]{{2}}){_REST}",
)
# Two or three at the beginning, a hole or all eight groups; IPv4 in IPv6; NAT64.
_PUBLIC_V6 = (
    r"(?i)(?:^|[^\w:.]|[g-z]:|(?:source|remote|node):)[23][0-9A-Fa-f]{3}(?::[0-9A-Fa-f]{1,4}){0,6}::",
    r"(?i)(?:^|[^\w:.]|[g-z]:|(?:source|remote|node):)[23][0-9A-Fa-f]{3}(?::[0-9A-Fa-f]{1,4}){7}",
    r"(?i)(?:^|[^\w:.]|[g-z]:|(?:source|remote|node):)(?:::|(?:0{1,4}:){1,5}:?)[fF]{4}:",
    r"(?i)(?:^|[^\w:.]|[g-z]:|(?:source|remote|node):)0{0,2}64:[fF]{2}9[bB]:",
)
# First octets with nothing of a special purpose under them (RFC 6890): most addresses of a log.
_ALL_PUBLIC = frozenset(range(1, 224)) - {10, 100, 127, 169, 172, 192, 198, 203}
# Addresses a host on the Internet can have: global unicast (RFC 4291, 2.4) and IPv4 behind NAT64 (RFC 6052, 2.1).
_REACHABLE = tuple(map(ipaddress.IPv6Network, ("2000::/3", "64:ff9b::/96")))
# Erlang's dates: `11-Mar-2025::09:14:22`.
_TIME = compiled(r"\d{4}::\d\d:\d\d:\d\d")
# The root of SNMP's identifiers (RFC 1155, 3.1), which are often cut there.
_NO_ADDRESS = frozenset({"1.3.6.1"})
# What 6to4 (RFC 3056) and NAT64 begin with.
_PREFIXES = frozenset({"2002::", "64:ff9b::"})
_UPGRADED = compiled(
    r"(?i)(?:up|down)grad\w{1,5} (?:[\w.\-]{1,40} ){0,2}?(?:from |to |from v?[\d.]{5,15} to )v?$|upgradable to $"
)
_VERSION = compiled(
    r"(?i)(?:version|release|build|revision|upgraded?|firmware|chrome|safari|firefox|chapter|(?<![a-z])(?:ver|v8?|rev|rpm|dpkg|packages?|section|user[ _\-]agent))$|versions? to$"
)
# Between versions stand signs that compare; before one, Windows' empty fields.
_COMPARED = compiled(r"(?:(?:<<|>>|[<>~]=|\(=)[ ]?|~)$")
# The same where the number is low: a filter compares addresses, too, and before one stands the line's number of `grep -n`.
_COMPARED_LOW = compiled(
    r"(?:(?<!=)(?<!ip)(?<!src|dst)(?<!addr|host|peer)(?<!address)[=!]=|(?<=[ \t(=])\d:|(?i:\b(?:clause|step|policy|standard)[ \t]))$"
)
_REVISION = compiled(
    r"-(?:[a-z]{2,12}\.\d|\d{1,3}(?:ubuntu|deb|\.el|\.fc|\.amzn|build)|rc\.?\d|beta|alpha|snapshot|(?=\d{0,40}[a-f])[0-9a-f]{7,40}\b)|[+~](?:dfsg|git|deb|rc|ds|snapshot|\d)",
    re.IGNORECASE,
)
_DEBIAN = compiled(r"-\d{1,2}(?![\w.])")
_BETWEEN = " \t:=/\"'-"
_MOST_BETWEEN = 4
LOWEST_RANGE = 10
"""First octet below which `1.2.5.1-2`, `wheel==1.2.5.1` and `1:1.2.5.1` are versions."""
HIGHEST_VERSION = 100
"""First octet from which what a name is joined to is an address."""
_NO_PRODUCT = (
    r"Ban|Unban|From|To|Host|Hosts|Server|Client|Peer|Node|Remote|Local|Source|Destination|Src|Dst|Address|Addr|Gateway|Router|Proxy|Block|Allow"
    r"|Deny|Drop|Accept|Reject|Connect|Ping|Reply|By|Via|At|On|For|User|Visitor|Attacker|Scanner|And|Or|Between|Network|Subnet|Range|Dns|Nameserver"
    r"|Upstream|Backend|Bind|Contact|Reach|Trace|Traceroute|Lookup|Whois|Relay|Next|Hop|Origin|Sender|Receiver|Target|Endpoint|Machine|Computer"
)
# A name that begins with a capital or has some within, or a word for a program, and a number with a nought as versions have it: `OpenSSL 3.0.13.4`.
_CAPITALS = compiled(
    rf"(?<![\w/.\-])(?!(?:{_NO_PRODUCT})\b)(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]{{2,}}[a-z]\w*|(?i:jdk|jre|sdk|framework|runtime|edition|driver|plugin|library|patch|hotfix|schema|engine|installer|module|assembly|compiler|kernel|java|oracle|openssl|curl|php|python|ruby|perl|golang|gcc|clang|glibc|dotnet|tag))(?<!IP)(?<!Addr)(?<!Host)(?<!Address)[ ]$"
)
_NOUGHT = compiled(r"[1-9]\d?\.(?:\d+\.){0,2}0(?:\.\d+)*")
_HIGHEST_MAJOR = 30
# A package of a registry's, an image: `@scope/name@1.2.3.4`, `registry.firm.io/app:1.2.3.4`.
_PACKAGE = compiled(
    r"(?:@[\w.\-]{1,60}/[\w.\-]{1,60}@|\b(?:npm|npx|yarn|pnpm|bunx?)[ ][^\n]{0,40}@|[\w\-][./][\w.\-]{1,40}/[\w.\-]{1,60}:)$"
)
# Bundler's list of what it installed.
_LOCKED = compiled(r"(?:^|\n)(?:[ ]{4}|[ ]{6})[a-z][\w.\-]{1,60}[ ]\($")
_LOCKED_END = compiled(r"\)[ \t\r]*(?:\n|\Z)")
_TOLD_BEHIND = compiled(r" (?:is |was |has been )?(?:released|installed|deprecated|unpacked)\b")
_FILE = compiled(r"[_\-]|\.[A-Za-z]")
_PRODUCT = compiled(r"[A-Za-z]/$")
# A host and its address, as Java writes both; a path that leads to what is known of an address.
_HOST_OR_PATH = compiled(
    r"(?i)(?:[\w\-]\.[a-z]{2,12}(?<!\.js)|(?<![a-z])(?:ips?|ipv4|addr|address(?:es)?|hosts?|clients?|peers?|nodes?|servers?|users?|(?:un)?ban(?:ned)?|(?:un)?block(?:ed)?|allow|deny|whois|lookup|geo|geoip|reputation|check|localhost))/$"
)
_TITLE = compiled(r"(?<![\w/.\-])(?:Node|Server|Client)/$")
_PORT = compiled(r":\d{2,5}(?!\d)")


def _v4(text: str, options: Options) -> Iterator[Hit]:
    """Yield every address that identifies a place on the Internet (every address at all at level strict)."""
    for match in _V4.finditer(text):
        if match.group() in _NO_ADDRESS:
            continue
        is_public = int(match.group().partition(".")[0]) in _ALL_PUBLIC
        if (is_public or _identifies(match.group(), strict=options.strict)) and not _is_version(text, match):
            yield Hit(match.start(), match.end(), match.group())
    if " > " in text:
        for match in _V4_CAPTURED.finditer(text):
            if _identifies(match["address"], strict=options.strict):
                yield Hit(match.start(), match.end("address"), match["address"])


def _v4_joined(text: str, options: Options) -> Iterator[Hit]:
    for match in _V4_JOINED.finditer(text) if "ip" in text else ():
        address = ".".join(match.groups())
        if _identifies(address, strict=options.strict):
            yield Hit(match.start(1), match.end(4), address)


def _v6(text: str, options: Options) -> Iterator[Hit]:
    for match in (*_V6.finditer(text), *_V6_PORT.finditer(text)):
        found = match.group()
        if _TIME.fullmatch(found) and text[match.start() - 1 : match.start()] == "-":
            continue
        if (
            found not in _PREFIXES
            and any(char.isdigit() for char in found)
            and _identifies(found, strict=options.strict)
        ):
            yield Hit(match.start(), match.end(), ipaddress.ip_address(found).compressed)


@functools.lru_cache(maxsize=16384)
def _identifies(text: str, *, strict: bool) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    if (
        address.is_unspecified
        or address.is_loopback
        or address.is_multicast
        or str(address) == "255.255.255.255"
        or str(address).startswith("255.")
    ):
        return False
    if strict or address.version == 4:
        return strict or address.is_global
    return address.is_global and any(address in network for network in _REACHABLE)


def _is_version(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 17) : match.start()]
    if before.endswith(("-", "_")) and not _RANGE.search(before):
        is_named = _NAMED.search(before) or int(match.group().partition(".")[0]) >= HIGHEST_VERSION
        return not is_named or _FILE.match(text, match.end()) is not None
    return _is_compared(text, match, before) or _is_told(text, match, before) or _is_of_a_product(text, match, before)


def _is_compared(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether signs of versions stand before or behind a number."""
    if _REVISION.match(text, match.end()) or _COMPARED.search(before):
        return True
    # Debian's revision behind a version; ranges of addresses that begin so low are hardly met with.
    is_low = int(match.group().partition(".")[0]) < LOWEST_RANGE
    return is_low and (_DEBIAN.match(text, match.end()) or _COMPARED_LOW.search(before)) is not None


def _is_told(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a word says that a number is a version."""
    named = before.rstrip(_BETWEEN)
    if len(before) - len(named) <= _MOST_BETWEEN and _VERSION.search(named):
        return True
    further = text[max(0, match.start() - 64) : match.start()]
    return "grad" in further.lower() and _UPGRADED.search(further) is not None


def _is_of_a_product(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether what stands before a number is a product or a package: `Chrome/4.8.12.1`, not `peers/4.8.12.1`.

    `db.firm.io/93.184.216.34:9092` is an address as Java writes it.
    """
    if _PORT.match(text, match.end()):
        return False
    if _TOLD_BEHIND.match(text, match.end()):
        return True
    last = before[-1:]
    if last == "/":
        is_product = _PRODUCT.search(before) is not None
        return is_product and (_TITLE.search(before) is not None or not _HOST_OR_PATH.search(before))
    if last in {"@", ":"}:
        return _PACKAGE.search(text, max(0, match.start() - 128), match.start()) is not None
    if last == "(":
        is_locked = _LOCKED.search(text, max(0, match.start() - 80), match.start()) and _LOCKED_END.match(
            text, match.end()
        )
        return is_locked is not None and int(match.group().partition(".")[0]) < LOWEST_RANGE
    is_low = last == " " and int(match.group().partition(".")[0]) < _HIGHEST_MAJOR
    return is_low and _NOUGHT.fullmatch(match.group()) is not None and _CAPITALS.search(before) is not None


DETECTOR = Detector(
    name="ip",
    kind="identity",
    mark="ip",
    forms=(
        Form(lambda _: (_V4_JOINED,), _v4_joined),
        Form(lambda options: (_V4,) if options.strict else _PUBLIC_V4, _v4),
        Form(lambda options: (_V6,) if options.strict else _PUBLIC_V6, _v6),
    ),
    examples=(
        Example("peer 93.184.216.34:5222 closed", ("93.184.216.34",)),
        Example("from 2a00:1450:4001:81b::200e port 22", ("2a00:1450",)),
        Example("via 2606:4700::6810 dev eth0, then 2a00::1: refused", ("2606", "2a00")),
        Example("12:93.184.216.34 GET /x, ip.addr == 93.184.216.40 and ip.src==9.9.9.9", ("216.34", "216.40", "9.9.9")),
        Example("radius 93.184.216.34-93.184.216.40 up", ("216.34", "216.40")),
        Example("broker.firm.io/93.184.216.34:9092 is gone", ("93.184.216.34",)),
        Example("IP 93.184.216.34.443 > 10.0.0.7.51532: Flags [S]", ("93.184.216.34",)),
        Example("client_93.184.216.34 joined, node-93.184.216.34 is ready", ("216.34",)),
        Example("server 93.184.216.34 up, via dev 93.184.216.40, agent: 9.9.9.9", ("216.34", "216.40", "9.9.9")),
        Example("GET /api/ips/93.184.216.34/info for broker.firm.io/93.184.216.40", ("216.34", "216.40")),
        Example("source:2a00:1450:4001:81b::200e, client:2a00:1450:4001:81b::200f", ("200e", "200f")),
        Example("upgraded from 4.8.12.1 to 4.9.13.1, wa-core_4.8.12.1_amd64.deb"),
        Example("libssl3 3.0.13.1-1ubuntu2 and Chrome/4.8.12.1"),
        Example("zlib1g (>= 1:1.2.11.3), wheel==1.2.11.3, policy 4.6.2.1"),
        Example("bind 10.60.17.200 and 192.168.0.1 and 127.0.0.1 and ::1 and 203.0.113.9"),
        Example("version 4.8.12.1 at wa::connection, Ada::Bed, fd00::7"),
        Example("12:30:45 started"),
    ),
)
