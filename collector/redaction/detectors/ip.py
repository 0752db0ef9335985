"""IP addresses: public ones; private, loopback and documentation addresses only at level strict."""

from __future__ import annotations

import functools
import ipaddress
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._versions import is_version

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_V4 = compiled(
    # The first digit comes before what must not stand before it: that is what `re` looks for fast.
    r"\d(?<![A-Za-z0-9.].)(?:(?<=2)(?:5[0-5]|[0-4]\d)|(?<=1)\d\d|(?<=[1-9])\d)?"
    rf"\.(?:{_OCTET}\.){{2}}{_OCTET}(?![\w]|\.\d)"
)
# tcpdump joins the port with a dot.
_V4_CAPTURED = compiled(r"(?:IP |> )(?P<address>(?:\d{1,3}\.){3}\d{1,3})\.\d{1,5}(?=:| >)")
# The same, as netstat of BSD and macOS lists connections.
_V4_LISTED = compiled(
    r"(?m)^[ \t]*(?:tcp|udp)46?[ \t]+\d+[ \t]+\d+[ \t]+(?:(?P<address>(?:\d{1,3}\.){3}\d{1,3})\.\d{1,5}|[\w*.]+)"
    r"(?:[ \t]+(?P<remote>(?:\d{1,3}\.){3}\d{1,3})\.\d{1,5}(?![\w.]))?"
)
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


def _v4(text: str, options: Options) -> Iterator[Hit]:
    """Yield every address that identifies a place on the Internet (every address at all at level strict)."""
    for match in _V4.finditer(text):
        address = match.group()
        if _is_to_go(address, strict=options.strict) and not is_version(text, match):
            yield Hit(match.start(), match.end(), address)
    if " > " in text:
        for match in _V4_CAPTURED.finditer(text):
            if _identifies(match["address"], strict=options.strict):
                yield Hit(*match.span("address"), match["address"])
    yield from _v4_listed(text, options)


def _v4_listed(text: str, options: Options) -> Iterator[Hit]:
    for match in _V4_LISTED.finditer(text) if "tcp4" in text or "udp4" in text else ():
        for group in ("address", "remote"):
            if match[group] and _identifies(match[group], strict=options.strict):
                yield Hit(match.start(group), match.end(group), match[group])


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


@functools.lru_cache(maxsize=4096)
def _is_to_go(address: str, *, strict: bool) -> bool:
    """Tell whether four numbers that may be an address are one that goes."""
    is_public = int(address.partition(".")[0]) in _ALL_PUBLIC
    return address not in _NO_ADDRESS and (is_public or _identifies(address, strict=strict))


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
