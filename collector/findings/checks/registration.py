"""Is a business number registered?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.language import message
from collector.model import Finding, Pointer, Severity
from collector.topology import HEALTH, Node

_UNREGISTERED = "unregistered"
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


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that say no number is registered, unless others of the same cluster have one."""
    nodes = evidence.installation.nodes
    without = [node for node in nodes if _is_unregistered(node)]
    if without and len(without) == len([node for node in nodes if node.report or node.gateway]):
        seen = f"{evidence.names(without)}: {_UNREGISTERED}"
        yield NONE.found(evidence, seen=seen, at=[_pointer(node) for node in without])


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
    tells=(NONE,),
    look=look,
    version=2,
)
