"""Is a business number registered?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.untold import untold
from collector.language import message
from collector.topology import HEALTH, Node

_UNREGISTERED = "unregistered"
_TELLING = frozenset({"connected", "connecting", "disconnected", _UNREGISTERED})
"""What `gateway_status` says of a client that is up: whether it has a number can be told from it."""
NONE = Told(
    "number-unregistered",
    Severity.WARNING,
    message("No business number is registered with this client"),
    message("debug_info holds the business number"),
    message(
        "register the number with this client; if it was moved to the Cloud API, that move deregistered it here and "
        "this client is no longer needed"
    ),
    message('reference of /v1/support: debug_info is the business number, or "unregistered"; reference of /v1/health'),
)


UNTOLD = Told(
    "number-not-told",
    Severity.UNJUDGED,
    message("Whether a business number is registered could not be judged"),
    message("debug_info holds the business number"),
    message("see GET /v1/health: it tells whether a number is registered"),
    message('reference of /v1/support: debug_info is the business number, or "unregistered"; reference of /v1/health'),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a client of which every node that tells says that no number is registered, or of which none tells."""
    # Who is in health only may be a node that is gone: it is told as a contradiction, and counts for nothing here.
    nodes = [node for node in evidence.installation.nodes if node.place] or list(evidence.installation.nodes)
    telling = [node for node in nodes if node.report.get("debug_info") not in (None, "") or node.gateway in _TELLING]
    without = [node for node in telling if _is_unregistered(node)]
    if without and len(without) == len(telling):
        seen = f"{evidence.names(without)}: {_UNREGISTERED}"
        yield NONE.found(evidence, seen=seen, at=[_pointer(node) for node in without])
    elif not telling and (left := untold(evidence, [(n, "debug_info") for n in evidence.installation.answering])):
        yield UNTOLD.found(evidence, seen=left.seen, at=left.at)


def _is_unregistered(node: Node) -> bool:
    return _UNREGISTERED in (node.report.get("debug_info"), node.gateway)


def _pointer(node: Node) -> Pointer:
    if node.report.get("debug_info") == _UNREGISTERED:
        return reported(node, "debug_info")
    return Pointer(HEALTH, node.gateway_place, node.gateway)


CHECK = Check(
    id="registration",
    title=message("Is a business number registered?"),
    why=message("Without a registered number the client has nobody to send for."),
    looks_at=message("/v1/support: debug_info; /v1/health: gateway_status"),
    tells=(NONE, UNTOLD),
    look=look,
    version=3,
)
