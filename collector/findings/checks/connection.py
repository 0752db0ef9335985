"""Are the nodes that must be connected to WhatsApp connected? `disconnected` is healthy for all others."""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Pointer, Severity
from collector.topology import CONTROL, COREAPP, HEALTH, PRIMARY_MASTER, Installation, Node, Shape
from collector.units import listed

_BASIS = (
    "reference of /v1/support (socket_conn) and of /v1/health: in High Availability exactly one Coreapp is connected, "
    "in Multiconnect the primary master and one Coreapp a shard; all others are disconnected"
)
_UNREGISTERED = "unregistered"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that should be connected and are not, and states in between."""
    installed = evidence.installation
    down = [node for node in required(installed) if node.is_connected is False and not _unsettled(node)]
    if down:
        yield _down(installed, down)
    elif _nobody(installed):
        yield _nobody_connected(installed)
    yield from _between(installed)


def required(installed: Installation) -> tuple[Node, ...]:
    """Return the nodes that must be connected; those without a registered number need not be."""
    nodes = [node for node in installed.nodes if _may_connect(node)]
    if installed.shape is Shape.SINGLE:
        return tuple(nodes)
    return tuple(node for node in nodes if node.shards or (node.role == PRIMARY_MASTER and CONTROL in node.owned))


def _may_connect(node: Node) -> bool:
    is_registered = _UNREGISTERED not in (node.gateway, node.report.get("debug_info"))
    return is_registered and node.gateway != "uninitialized"


def _unsettled(node: Node) -> bool:
    return node.socket in {"SC", "UNK"} or node.gateway == "connecting"


def _nobody(installed: Installation) -> bool:
    coreapps = [node for node in installed.having(COREAPP) if _may_connect(node)]
    # With shards known, the nodes that own them are the ones to judge, and a shard without owner is told as such.
    owners = any(node.owned for node in installed.nodes)
    return bool(coreapps) and not owners and all(node.is_connected is False for node in coreapps)


def _down(installed: Installation, nodes: list[Node]) -> Finding:
    names = listed([node.name for node in nodes])
    whose = "The client is" if installed.shape is Shape.SINGLE else f"{names} {_is(nodes)}"
    return Finding(
        id="connection-down",
        severity=Severity.CRITICAL,
        title=f"{whose} not connected to WhatsApp: no message goes out or comes in",
        seen="; ".join(f"{node.name}: {_state(node)}" for node in nodes[:8]),
        expected="socket_conn UP on the single instance, and in a cluster on every node that owns a shard",
        remedy="check that the host reaches the WhatsApp servers (DNS, port 5222 and 443, proxy, firewall) and look "
        "for connection errors in the Coreapp's log",
        basis=_BASIS,
        evidence=tuple(_pointer(node) for node in nodes),
    )


def _nobody_connected(installed: Installation) -> Finding:
    coreapps = installed.having(COREAPP)
    return Finding(
        id="connection-no-coreapp",
        severity=Severity.CRITICAL,
        title="No Coreapp is connected to WhatsApp: no message goes out or comes in",
        seen="; ".join(f"{node.name}: {_state(node)}" for node in coreapps[:8]),
        expected="one connected Coreapp in High Availability, one a shard in Multiconnect",
        remedy="see whether a primary master holds the lease and gives shards to Coreapps, then check the network",
        basis=_BASIS,
        evidence=tuple(_pointer(node) for node in coreapps),
    )


def _between(installed: Installation) -> Iterator[Finding]:
    for finding_id, severity, title, remedy, matches in _STATES:
        nodes = [node for node in installed.nodes if matches(node)]
        if nodes:
            yield Finding(
                id=finding_id,
                severity=severity,
                title=title.format(listed([node.name for node in nodes])),
                seen="; ".join(f"{node.name}: {_state(node)}" for node in nodes[:8]),
                expected="connected, or disconnected where the node owns no shard",
                remedy=remedy,
                basis=_BASIS,
                evidence=tuple(_pointer(node) for node in nodes),
            )


_STATES = (
    (
        "connection-unsettled",
        Severity.WARNING,
        "The connection of {} to WhatsApp is not settled",
        "collect again in a few minutes; if it stays like this, check network and log of the Coreapp",
        lambda node: node.socket in {"SC", "UNK"},
    ),
    (
        "connection-catching-up",
        Severity.INFO,
        "{} is connected and still receives what came while it was offline",
        "wait: messages that arrived meanwhile are delivered first",
        lambda node: node.socket == "UP receiving offline",
    ),
    (
        "service-uninitialized",
        Severity.WARNING,
        "{} is not initialized: it may be upgrading or creating its database schema",
        "try again in a few minutes; if it stays like this, check the database and the Coreapp's log",
        lambda node: node.gateway == "uninitialized",
    ),
)


def _state(node: Node) -> str:
    socket = f"socket_conn {node.socket}" if node.socket else ""
    gateway = f"gateway_status {node.gateway}" if node.gateway else ""
    return ", ".join(filter(None, (socket, gateway))) or "no state told"


def _pointer(node: Node) -> Pointer:
    return reported(node, "socket_conn") if node.socket else Pointer(HEALTH, node.gateway_place, node.gateway)


def _is(nodes: list[Node]) -> str:
    return "is" if len(nodes) == 1 else "are"


CHECK = Check(
    id="connection",
    title="Is the client connected to WhatsApp?",
    why=_BASIS,
    tells=("connection-down", "connection-no-coreapp", *(row[0] for row in _STATES)),
    look=look,
)
