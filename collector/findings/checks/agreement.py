"""Do `/v1/health` and `/v1/support` tell the same story?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import at, text
from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Pointer, Severity
from collector.topology import HEALTH, Node

_BASIS = "both answers describe the same nodes: inferred; references of /v1/health and /v1/support"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that one answer calls connected and the other not, or that only one of them knows."""
    told = [(node, said) for node in evidence.installation.nodes if (said := _contradiction(evidence, node))]
    if told:
        yield Finding(
            id="health-contradicts-support",
            severity=Severity.WARNING,
            title="Health and support disagree about a node",
            seen="; ".join(f"{node.name}: {said}" for node, said in told[:8]),
            expected="the same nodes, roles and connections in both answers",
            remedy="collect again: a node may have changed between the two requests; if it stays, restart the node",
            basis=_BASIS,
            evidence=tuple(pointer for node, _ in told for pointer in _pointers(node)),
        )


def _contradiction(evidence: Evidence, node: Node) -> str:
    if not node.place and _has_nodes(evidence, "collected/support.json", "support"):
        return "known to health only"
    if node.place and not node.gateway and node.key and _has_nodes(evidence, HEALTH, "health"):
        return "known to support only"
    if node.socket.startswith("UP") and node.gateway == "disconnected":
        return f"socket_conn {node.socket}, gateway_status disconnected"
    if node.socket == "DN" and node.gateway == "connected":
        return "socket_conn DN, gateway_status connected"
    role = text(at(evidence.find(HEALTH, "health", node.key), "role")).replace(" ", "_") if node.key else ""
    if role and node.report.get("role") and role != node.role:
        return f"role {node.role} in support, {role} in health"
    return ""


def _has_nodes(evidence: Evidence, member: str, key: str) -> bool:
    return isinstance(found := evidence.find(member, key), dict) and any(isinstance(v, dict) for v in found.values())


def _pointers(node: Node) -> Iterator[Pointer]:
    if node.report:
        yield reported(node, "socket_conn")
    if node.gateway:
        yield Pointer(HEALTH, node.gateway_place, node.gateway)


CHECK = Check(
    id="agreement",
    title="Do health and support agree?",
    why=_BASIS,
    tells=("health-contradicts-support",),
    look=look,
)
