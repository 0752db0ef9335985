"""Private keys in base64 without armour: what ASN.1 begins them with, then all their lines."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options, Ranges

_ONE = "[A-Za-z0-9+/]"
# A sequence, the version and what follows in RFC 8017 (A.1.2), RFC 5915 (3), RFC 5958 (2), RFC 7292 (4) and OpenSSH's
# PROTOCOL.key, in base64. Certificates and public keys have no version there.
_BEGINS = (
    rf"MII{_ONE}{{3}}IBAA[JK]",
    rf"MII{_ONE}{{3}}IBAD",
    rf"MI[GH]{_ONE}AgEAMB",
    rf"MI[GH]{_ONE}AgEBB[DE]",
    "MHcCAQEEI",
    r"MC4CAQAwBQYDK2V",
    r"MEcCAQAwBQYDK2V",
    rf"MII{_ONE}{{5,7}}BgkqhkiG9w0BB[QA]",
    rf"MII{_ONE}{{3}}IBAzCC",
    "b3BlbnNzaC1rZXktdjEA",
)
_BEGIN = compiled(rf"(?<!{_ONE})(?:{'|'.join(_BEGINS)}){_ONE}{{20}}{_ONE}*+={{0,2}}")
_LEAST_WIDTH = 40
"""Characters of a line from which the next one may go on with the key."""
_NEXT = compiled(
    rf"(?:[ \t\\\"'+.]{{0,8}}\r?\n[ \t\"'|#*>]{{0,40}}|(?:\\r)?\\n|%0[Aa]|&#10;)(?P<run>{_ONE}++={{0,2}})(?!{_ONE})"
)
_CLOSES = compiled(r"[ \t\\\"'`,;)\]}<]{0,8}(?:\r?\n|\Z)|[\"'<\\]|&quot;")
_MOST_LINES = 400


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for begin in _BEGIN.finditer(text):
        start, end = begin.start(), _end(text, begin.start(), begin.end())
        yield Hit(start, end, text[start:end])


def _end(text: str, start: int, end: int) -> int:
    """Return where a key ends: lines as wide as the first go on with it, a shorter one with nothing behind ends it."""
    width = end - start
    for _ in range(_MOST_LINES if width >= _LEAST_WIDTH else 0):
        line = _NEXT.match(text, end)
        if not line or len(line["run"]) > width:
            break
        if len(line["run"]) < width:
            return line.end() if _CLOSES.match(text, line.end()) else end
        end = line.end()
    return end


def _around(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those that the keys on them go on to."""
    found: Ranges = []
    for first, last in lines:
        ends = (_end(text, begin.start(), begin.end()) for begin in _BEGIN.finditer(text, first, last))
        found.append((first, max([last, *(text.find("\n", end - 1) + 1 or len(text) for end in ends)])))
    return found


FORM = Form(lambda _: tuple(rf"(?:^|[^A-Za-z0-9+/]){begins}{_ONE}{{20}}" for begins in _BEGINS), _find, _around)
