"""Do `/v1/health` and `/v1/support` tell the same story?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import at, mapping, text
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.language import message
from collector.topology import HEALTH, SUPPORT, Node, Shape

CONTRADICTS = Told(
    "health-contradicts-support",
    Severity.WARNING,
    message("Health and support disagree about {nodes}"),
    message("the same nodes, roles and connections in both answers"),
    message("collect again: a node may have changed between the two requests; if it stays, restart the node"),
    message("inferred: both answers describe the same nodes (references of /v1/health and /v1/support)"),
)
SHAPES = Told(
    "health-and-support-differ-in-shape",
    Severity.WARNING,
    message("Health and support describe different installations: one tells of a single instance, one of a cluster"),
    message("both answers tell of a single instance, or both of the same nodes"),
    message(
        "see whether both answers came from the same client (a proxy or load balancer in front may lead to two); "
        "set WA_APP_MULTICONNECT alike on all nodes"
    ),
    message("inferred: both answers describe the same nodes (references of /v1/health and /v1/support)"),
)


UNREADABLE = Told(
    "health-unreadable",
    Severity.UNJUDGED,
    message("The answer of GET /v1/health could not be read"),
    message("a gateway_status, or an object with one for every node"),
    message("see what the answer holds: an error, or the answer of another service; collect again"),
    message("reference of /v1/health"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that one answer calls connected and the other not, or that only one of them knows."""
    support, health = mapping(evidence.find(SUPPORT, "support")), mapping(evidence.find(HEALTH, "health"))
    listed = [key for key, value in health.items() if isinstance(value, dict)]
    is_flat_health = isinstance(health.get("gateway_status"), str)
    is_single = evidence.installation.shape is Shape.SINGLE and bool(support)
    if (is_single and listed) or (evidence.installation.answering and not is_single and is_flat_health):
        yield _shapes(evidence, len(listed), is_single=is_single)
        return
    if HEALTH in evidence.documents and not any(node.gateway for node in evidence.installation.nodes):
        yield _unreadable(evidence)
        return
    reports = any(isinstance(value, dict) for value in support.values())
    told = []
    for node in evidence.installation.nodes:
        if reports and not node.place:
            told.append((node, evidence.say("known to health only")))
        elif listed and node.place and node.key and not node.gateway:
            told.append((node, evidence.say("known to support only")))
        elif said := _contradiction(evidence, node):
            told.append((node, said))
    if told:
        yield CONTRADICTS.found(
            evidence,
            nodes=evidence.names(node for node, _ in told),
            seen=evidence.lines([f"{node.name}: {said}" for node, said in told]),
            at=[pointer for node, _ in told for pointer in _pointers(node)],
        )


def _unreadable(evidence: Evidence) -> Finding:
    answer = evidence.documents[HEALTH]
    point = evidence.point(HEALTH, *(["health"] if "health" in mapping(answer) else []))
    return UNREADABLE.found(evidence, seen=evidence.say("the answer holds {value}", value=point.shown), at=[point])


def _shapes(evidence: Evidence, in_health: int, *, is_single: bool) -> Finding:
    say, answering = evidence.say, len(evidence.installation.answering)
    seen = (
        say("support tells of one instance, health of {nodes}", nodes=say.counted(in_health, "node"))
        if is_single
        else say("support tells of {nodes}, health of one instance", nodes=say.counted(answering, "node"))
    )
    return SHAPES.found(evidence, seen=seen, at=(evidence.point(SUPPORT, "support"), evidence.point(HEALTH, "health")))


def _contradiction(evidence: Evidence, node: Node) -> str:
    say = evidence.say
    if state := _connection(node):
        return state
    role = text(at(evidence.find(HEALTH, "health", node.key), "role")).replace(" ", "_") if node.key else ""
    if role and node.report.get("role") and role != node.role:
        return say("role {role} in support, {other} in health", role=node.role or "?", other=role)
    return ""


def _connection(node: Node) -> str:
    if node.socket.startswith("UP") and node.gateway in {"disconnected", "unregistered", "uninitialized"}:
        return f"socket_conn {node.socket}, gateway_status {node.gateway}"
    if node.gateway == "connected" and node.socket == "DN":
        return "socket_conn DN, gateway_status connected"
    if node.gateway == "connected" and node.report.get("debug_info") == "unregistered":
        return "debug_info unregistered, gateway_status connected"
    return ""


def _pointers(node: Node) -> Iterator[Pointer]:
    if node.report:
        yield reported(node, "socket_conn")
    if node.gateway:
        yield Pointer(HEALTH, node.gateway_place, node.gateway)


CHECK = Check(
    id="agreement",
    title=message("Do health and support agree?"),
    why=message(
        "Two answers about the same nodes that differ mean that a node changes, hangs, or that two clients answer."
    ),
    looks_at=message(
        "/v1/support: role, socket_conn, debug_info; /v1/health: gateway_status, role; which nodes each lists"
    ),
    tells=(CONTRADICTS, SHAPES, UNREADABLE),
    look=look,
    version=3,
)
