"""Of whom a record is whose id is what they are written to by: `{"contact": {"id": "N"}}`, `<contact id="N">`."""

from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detector import Ranges

_OWNERS = "chat|contact|recipient|sender|receiver|participant|subscriber|caller|callee"
_BESIDE = compiled(
    rf"(?i)(?:<(?P<element>{_OWNERS})\s[^<>]{{0,200}}?|[\"'](?P<member>{_OWNERS})[\"']\s?:\s?\{{[^{{}}\[\]]{{0,200}}?)"
    r"\bid[\"']?\s?[:=]\s?[\"']\Z"
)
_ABOVE = compiled(rf"(?i)[\"']?\b(?P<member>{_OWNERS})[\"']?[ ]?:[ \t]?\{{?[ \t\r]{{0,4}}\n\Z")
_LONGEST = 40


def owner_of(text: str, line_start: int, before: str) -> str:
    """Return the word for who has an id, on its line or on the one above it; nothing where none stands there."""
    found = _BESIDE.search(before) or _above(text, line_start)
    return next(filter(None, found.groups()), "").lower() if found else ""


def with_owners(text: str, lines: Ranges) -> Ranges:
    """Return the lines with those above them that say whose record begins there."""
    found: Ranges = []
    for line in lines:
        owner = _above(text, line[0])
        if owner and found[-1:] != [(above := (text.rfind("\n", 0, owner.start()) + 1, line[0]))]:
            found.append(above)
        found.append(line)
    return found


def _above(text: str, line_start: int) -> re.Match[str] | None:
    return _ABOVE.search(text, max(0, line_start - _LONGEST), line_start)
