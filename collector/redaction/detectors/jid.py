"""WhatsApp identifiers without a number of their own: groups (their creator's number is inside), `@lid`, BSUIDs."""

from __future__ import annotations

from collections.abc import Iterator

from collector.compiled import compiled
from collector.redaction import numbering
from collector.redaction.detector import Detector, Example, Form, Hit, Options

_GROUP = compiled(r"(?<![\d.])(?P<creator>\d{5,17})-(?P<time>\d{8,11})(?=@g\.us\b)|(?<![\d.])\d{15,25}(?=@g\.us\b)")
_LID = compiled(r"(?<![\d.])\d{6,20}(?:[.:_]\d{1,5}){0,2}(?=@(?:(?:hosted\.)?lid|newsletter)\b)")
_BSUID = compiled(r"(?<![\w.])[A-Z]{2}\.(?:ENT\.)?\d{12,40}(?!\w)")


def find(text: str, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """Yield group ids (as `[group:…]`), linked ids and business-scoped user ids (as `[jid:…]`)."""
    if "@g.us" in text:
        for match in _GROUP.finditer(text):
            creator = match["creator"]
            holds = ("phone", numbering.canonical(creator)) if creator else None
            yield Hit(match.start(), match.end(), match.group(), mark="group", holds=holds, learn=True)
    for pattern, literal in ((_LID, "@"), (_BSUID, ".")):
        if literal in text:
            for match in pattern.finditer(text):
                yield Hit(match.start(), match.end(), match.group(), learn=True)


DETECTOR = Detector(
    name="jid",
    kind="identity",
    mark="jid",
    forms=(Form(heads=lambda _: (r"[0-9]@(?:g\.us|(?:hosted\.)?lid|newsletter)", _BSUID), find=find),),
    examples=(
        Example("to 4915123456789-1416322108@g.us failed", ("4915123456789", "1416322108")),
        Example("peer 123456789012345@lid gone", ("123456789012345",)),
        Example("device 123456789012345:7@hosted.lid left", ("123456789012345",)),
        Example("from DE.13491208655302741918", ("13491208655302741918",)),
        Example("DE.WIKIPEDIA"),
    ),
)
