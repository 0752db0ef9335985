"""Hardware addresses: every network card has one of its own, and it names the maker."""

# ruff: noqa: E501  a pattern is read in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from collector.redaction.detector import Detector, Example, Form, Hit, Options
from collector.redaction.detectors._case import lower
from collector.redaction.head_patterns import ignoring_case

_PAIRS = re.compile(
    r"(?<![0-9A-Fa-f.\-])(?<!\b[0-9A-Fa-f]:)(?<!\b[0-9A-Fa-f]{2}:)(?<!\b[0-9A-Fa-f]{3}:)(?<!\b[0-9A-Fa-f]{4}:)(?<!::)"
    r"[0-9A-Fa-f]{2}(?P<by>[:\-])(?:[0-9A-Fa-f]{2}(?P=by)){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f:\-]|\.\d)"
)
_DOTTED = re.compile(
    r"(?<![0-9A-Za-z:.\-])(?=[0-9.]{0,13}[A-Fa-f])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![0-9A-Za-z:\-]|\.\w)"
)
_NAMED = re.compile(
    r"(?<![a-z])(?:mac(?:[_\- ]?addr(?:ess)?)?|hwaddr|ether|bssid|lladdr)[\"']?[ \t]{0,3}[:= ][ \t]{0,3}[\"']?(?P<mac>[0-9a-f]{12})(?![0-9a-z])"
)
# iptables and nftables log both cards and the type of what is inside: 6, 6 and 2 octets.
_LOGGED = re.compile(
    r"MAC=(?P<to>(?:[0-9a-f]{2}:){5}[0-9a-f]{2}):(?P<by>(?:[0-9a-f]{2}:){5}[0-9a-f]{2}):[0-9a-f]{2}:[0-9a-f]{2}(?![0-9a-f:])"
)
_DIGIT = re.compile(r"[0-9]")
_HEADS = (
    r"(?:^|[^0-9A-Fa-f.\-])[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}",
    r"(?:^|[^0-9A-Fa-f:.\-])[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}",
)


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield every hardware address but those that are nobody's: broadcast, multicast (IEEE 802) and zero."""
    for pattern in (_PAIRS, _DOTTED):
        for match in pattern.finditer(text):
            yield from _hit(match.group(), match.start())
    for match in _LOGGED.finditer(text):
        yield from _hit(match["to"], match.start("to"))
        yield from _hit(match["by"], match.start("by"))
    for match in _NAMED.finditer(lower(text)):
        yield from _hit(match["mac"], match.start("mac"))


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
        Example("wake:3c:5a:b4:0e:91:7d/now", ("91:7d",)),
        Example("brd ff:ff:ff:ff:ff:ff, none 00:00:00:00:00:00, group 01:00:5e:00:00:fb"),
        Example("SHA1 Fingerprint=3C:5A:B4:0E:91:7D:3C:5A:B4:0E:91:7D:3C:5A:B4:0E:91:7D:3C:5A"),
        Example("at 12:30:45 id 3c5ab40e917d version 1234.5678.9012"),
    ),
)
