"""Hardware addresses: every network card has one of its own, and it names the maker."""

# ruff: noqa: E501  a pattern is read in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._case import lower
from collector.redaction.head_patterns import ignoring_case

_PAIRS = compiled(
    r"(?<![0-9A-Fa-f.])(?:(?<!-)|(?<=[G-Zg-z]-)(?=..:))(?<!\b[0-9A-Fa-f]:)(?<!\b[0-9A-Fa-f]{2}:)(?<!\b[0-9A-Fa-f]{3}:)(?<!\b[0-9A-Fa-f]{4}:)(?<!::)"
    r"[0-9A-Fa-f]{2}(?P<by>[:\-])(?:[0-9A-Fa-f]{2}(?P=by)){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f]|[:\-][0-9A-Fa-f]|\.\d)"
)
_DOTTED = compiled(
    r"(?<![0-9A-Za-z:.\-*])(?=[0-9.]{0,13}[A-Fa-f])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![0-9A-Za-z:\-]|\.\w)"
)
_NAMED = compiled(
    r"(?<![a-z])(?:mac(?:[_\- ]?addr(?:ess)?)?|hwaddr|ether|bssid|lladdr)[\"']?[ \t]{0,3}[:= ][ \t]{0,3}[\"']?(?P<mac>[0-9a-f]{12})(?![0-9a-z])"
)
# iptables and nftables log both cards and the type of what is inside: 6, 6 and 2 octets.
_LOGGED = compiled(
    r"MAC=(?P<to>(?:[0-9a-f]{2}:){5}[0-9a-f]{2}):(?P<by>(?:[0-9a-f]{2}:){5}[0-9a-f]{2}):[0-9a-f]{2}:[0-9a-f]{2}(?![0-9a-f:])"
)
# What an interface makes an address of by itself (RFC 4291, appendix A): the card's, with `ff:fe` in its middle.
_INTERFACE = compiled(
    r"(?<![\w:.])(?:fe80|f[cd][0-9a-f]{2})(?::[0-9a-f]{1,4}){0,3}::?(?P<card>[0-9a-f]{1,4}:[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:[0-9a-f]{1,4})(?![\w:])"
)
_EUI_64 = compiled(
    r"(?<![0-9a-f:.\-])[0-9a-f]{2}(?P<by>[:\-])(?:[0-9a-f]{2}(?P=by)){2}ff(?P=by)fe(?P=by)(?:[0-9a-f]{2}(?P=by)){2}[0-9a-f]{2}(?![0-9a-f:\-]|\.\d)"
)
_UNIVERSAL = 0x02
_DIGIT = compiled(r"[0-9]")
_HEADS = (
    r"(?i)(?:^|[^\w:.])(?:fe80|f[cd][0-9a-f]{2}):[0-9a-f:]{1,24}ff:fe[0-9a-f]{2}:",
    r"(?:^|[^0-9A-Fa-f.\-]|[G-Zg-z]-)[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}",
    r"(?:^|[^0-9A-Fa-f:.\-])[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}",
)


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every hardware address but those that are nobody's: broadcast, multicast (IEEE 802) and zero."""
    for pattern in (_PAIRS, _DOTTED):
        for match in pattern.finditer(text):
            yield from _hit(match.group(), match.start())
    if "ff:fe" in lower(text) or "ff-fe" in lower(text):
        yield from _of_eight_octets(lower(text))
    for match in _LOGGED.finditer(text):
        yield from _hit(match["to"], match.start("to"))
        yield from _hit(match["by"], match.start("by"))
    for match in _NAMED.finditer(lower(text)):
        yield from _hit(match["mac"], match.start("mac"))


def _of_eight_octets(text: str) -> Iterator[Hit]:
    """Yield the addresses of cards with two octets more in the middle, alone and in what interfaces make of them."""
    for match in _EUI_64.finditer(text):
        yield Hit(match.start(), match.end(), _of_the_card(re.sub(r"[:\-]", "", match.group())), learn=True)
    for match in _INTERFACE.finditer(text):
        digits = "".join(group.zfill(4) for group in match["card"].split(":"))
        first = f"{int(digits[:2], 16) ^ _UNIVERSAL:02x}"
        yield Hit(match.start("card"), match.end("card"), _of_the_card(first + digits[2:]), learn=True)


def _of_the_card(digits: str) -> str:
    """Return the six octets of a card, of eight with two for all in the middle."""
    return digits[:6] + digits[-6:]


def _hit(written: str, start: int) -> Iterator[Hit]:
    digits = re.sub(r"[^0-9a-f]", "", written.lower())
    # The lowest bit of the first octet says that the address is a group's.
    if int(digits[:2], 16) % 2 == 0 and digits.strip("0") and _DIGIT.search(digits):
        yield Hit(start, start + len(written), digits, learn=True)


DETECTOR = Detector(
    name="mac",
    kind="identity",
    mark="mac",
    forms=(Form(heads=lambda _: (*_HEADS, _DOTTED, _LOGGED, ignoring_case(_NAMED)), find=find),),
    examples=(
        Example("eth0 link/ether 3c:5a:b4:0e:91:7d brd ff:ff:ff:ff:ff:ff", ("3c:5a", "91:7d")),
        Example("Physical Address: 3C-5A-B4-0E-91-7D", ("3C-5A",)),
        Example("port 3c5a.b40e.917d learned", ("b40e",)),
        Example("hwaddr=3c5ab40e917d", ("3c5ab4",)),
        Example("IN=eth0 MAC=3c:5a:b4:0e:91:7d:3c:5a:b4:0e:91:7e:08:00 SRC=10.0.0.7", ("91:7d", "91:7e")),
        Example("inet6 fe80::3e5a:b4ff:fe0e:917d/64 scope link", ("b4ff", "917d")),
        Example("zigbee 3c:5a:b4:ff:fe:0e:91:7d joined", ("5a:b4", "91:7d")),
        Example("wake:3c:5a:b4:0e:91:7d/now", ("91:7d",)),
        Example("wlan0: client-3c:5a:b4:0e:91:7d left, 3c:5a:b4:0e:91:7e: deauthenticated", ("91:7d", "91:7e")),
        Example("brd ff:ff:ff:ff:ff:ff, none 00:00:00:00:00:00, group 01:00:5e:00:00:fb"),
        Example("SHA1 Fingerprint=3C:5A:B4:0E:91:7D:3C:5A:B4:0E:91:7D:3C:5A:B4:0E:91:7D:3C:5A"),
        Example("inet6 fe80::1/64, fd00::ff:fe, allkeys 05D7 ; [*05D7.0030.0004]"),
        Example("at 12:30:45 id 3c5ab40e917d version 1234.5678.9012"),
    ),
)
