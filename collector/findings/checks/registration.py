"""Is a business number registered?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Pointer, Severity
from collector.topology import HEALTH, Node
from collector.units import listed

_BASIS = 'reference of /v1/support: debug_info is the business number, or "unregistered"; reference of /v1/health'
_UNREGISTERED = "unregistered"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that say no number is registered, unless others of the same cluster have one."""
    nodes = evidence.installation.nodes
    without = [node for node in nodes if _is_unregistered(node)]
    if without and len(without) == len([node for node in nodes if node.report or node.gateway]):
        yield Finding(
            id="number-unregistered",
            severity=Severity.WARNING,
            title="No business number is registered with this client",
            seen=f"{listed([node.name for node in without])}: {_UNREGISTERED}",
            expected="debug_info holds the business number",
            remedy="register the number with this client; if it was moved to the Cloud API, that move deregistered it "
            "here and this client is no longer needed",
            basis=_BASIS,
            evidence=tuple(_pointer(node) for node in without),
        )


def _is_unregistered(node: Node) -> bool:
    return _UNREGISTERED in (node.report.get("debug_info"), node.gateway)


def _pointer(node: Node) -> Pointer:
    if node.report.get("debug_info") == _UNREGISTERED:
        return reported(node, "debug_info")
    return Pointer(HEALTH, node.gateway_place, node.gateway)


CHECK = Check(
    id="registration",
    title="Is a business number registered?",
    why=_BASIS,
    tells=("number-unregistered",),
    look=look,
)
