"""Numbers of devices and of subscribers in networks of phones: IMEI and IMSI (3GPP TS 23.003), ICCID (ITU-T E.118)."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re
from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction.detector import Form, Hit, Options

_NAMED = compiled(
    r"(?i)(?<![a-z])(?:imei(?:sv)?|imsi|iccid|meid|msin|sim[_ \-]?serial(?:[_ \-]?number)?)(?:[_ \-]?\d)?[\"'\])]{0,3}(?:[ \t]{0,8}(?::|=>?|>|,)|(?=[ ]))[ \t\"'(\[]{0,8}(?P<v>\d(?:[ \-]?\d){13,20}|(?=[0-9a-f]*\d)[0-9a-f]{14})(?![\w-])"
)


def _find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    for match in _NAMED.finditer(text):
        yield Hit(*match.span("v"), re.sub(r"[ \-]", "", match["v"]), learn=True)


FORMS = (Form(lambda _: (r"(?i)(?:imei|imsi|iccid|meid|msin|sim[_ \-]?serial)[^\n]{1,40}[0-9]",), _find),)
"""Behind what they are called."""
