"""Are the nodes that must be connected to WhatsApp connected? `disconnected` is healthy for all others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.language import message
from collector.topology import CONTROL, COREAPP, HEALTH, PRIMARY_MASTER, Installation, Node, Shape

_SOURCE = message(
    "reference of /v1/support (socket_conn) and of /v1/health: in High Availability exactly one Coreapp is connected, "
    "in Multiconnect the primary master and one Coreapp a shard; all others are disconnected"
)
_UNREGISTERED = "unregistered"
DOWN = Told(
    "connection-down",
    Severity.CRITICAL,
    message("No connection to WhatsApp on {nodes}: no message goes out or comes in there"),
    message("socket_conn UP on the single instance, and in a cluster on every node that owns a shard"),
    message(
        "check that the host reaches the WhatsApp servers (DNS, port 5222 and 443, proxy, firewall) and look for "
        "connection errors in the Coreapp's log"
    ),
    _SOURCE,
)
NOBODY = Told(
    "connection-no-coreapp",
    Severity.CRITICAL,
    message("No Coreapp is connected to WhatsApp: no message goes out or comes in"),
    message("one connected Coreapp in High Availability, one a shard in Multiconnect"),
    message("see whether a primary master holds the lease and gives shards to Coreapps, then check the network"),
    _SOURCE,
)
TOO_FEW = Told(
    "connection-too-few",
    Severity.CRITICAL,
    message("Only {connected} of the {shards} Coreapps that must be connected are: some recipients get no message"),
    message("one connected Coreapp a shard"),
    message("see whether every shard has an owner, and check the network of those that own one"),
    _SOURCE,
)
TOO_MANY = Told(
    "connection-too-many",
    Severity.WARNING,
    message("{connected} Coreapps are connected to WhatsApp where {shards} must be"),
    message("one connected Coreapp a shard"),
    message(
        "collect again: it may be in the middle of a failover; if it stays, see in the masters' log who owns which "
        "shard: two connections of one shard push each other out"
    ),
    _SOURCE,
)
WITHOUT_SHARD = Told(
    "connection-without-shard",
    Severity.WARNING,
    message("Connected to WhatsApp without owning a shard: {nodes}"),
    message("only the owners of shards are connected"),
    message(
        "collect again: it may be in the middle of a failover; if it stays, restart that node, for two connections "
        "of one shard push each other out"
    ),
    _SOURCE,
)
UNSETTLED = Told(
    "connection-unsettled",
    Severity.WARNING,
    message("The connection of {nodes} to WhatsApp is not settled"),
    message("connected, or disconnected where the node owns no shard"),
    message("collect again in a few minutes; if it stays like this, check network and log of the Coreapp"),
    _SOURCE,
)
CATCHING_UP = Told(
    "connection-catching-up",
    Severity.INFO,
    message("{nodes}: connected, still receiving what came while it was offline"),
    message("connected, or disconnected where the node owns no shard"),
    message("wait: messages that arrived meanwhile are delivered first"),
    _SOURCE,
)
UNINITIALIZED = Told(
    "service-uninitialized",
    Severity.WARNING,
    message("{nodes}: not initialized, it may be upgrading or creating its database schema"),
    message("connected, or disconnected where the node owns no shard"),
    message("try again in a few minutes; if it stays like this, check the database and the Coreapp's log"),
    message("reference of /v1/health, uninitialized: try again in a few minutes"),
)
NOT_TOLD = Told(
    "connection-not-told",
    Severity.UNJUDGED,
    message("Whether {nodes} has a connection to WhatsApp could not be judged"),
    message("socket_conn DN, UP, SC, UNK or UP receiving offline, or a gateway_status that is documented"),
    message("see GET /v1/health, and the Coreapp's log"),
    message("references of /v1/support (socket_conn) and of /v1/health (gateway_status)"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that should be connected and are not, those that should not be, and states in between."""
    installed = evidence.installation
    down = [node for node in required(installed) if node.is_connected is False and not _unsettled(node)]
    if down:
        yield _told(evidence, DOWN, down)
    if not any(node.owned for node in installed.nodes):
        yield from _by_number(evidence)
    counted = () if any(node.owned for node in installed.nodes) else installed.having(COREAPP)
    must = {node.key: node for node in (*required(installed), *filter(_may_connect, counted))}.values()
    if untold := [n for n in must if n.is_connected is None and (n.report or n.gateway)]:
        yield _told(evidence, NOT_TOLD, untold)
    beyond = [node for node in installed.nodes if _owns_nothing(node) and node.is_connected]
    if installed.shape.is_cluster and beyond and any(node.owned for node in installed.nodes):
        yield _told(evidence, WITHOUT_SHARD, beyond)
    for told, matches in _STATES:
        if nodes := [node for node in installed.nodes if matches(node)]:
            yield _told(evidence, told, nodes)


def required(installed: Installation) -> tuple[Node, ...]:
    """Return the nodes that must be connected; those without a registered number need not be."""
    nodes = [node for node in installed.nodes if _may_connect(node)]
    if installed.shape is Shape.SINGLE:
        return tuple(nodes)
    # Where nobody tells who owns what, the account's number of shards tells that the primary master must be connected.
    is_multiconnect = (installed.configured or 1) > 1 and not any(node.owned for node in installed.nodes)
    return tuple(
        node
        for node in nodes
        if node.shards or (node.role == PRIMARY_MASTER and (is_multiconnect or CONTROL in node.owned))
    )


def _may_connect(node: Node) -> bool:
    is_registered = _UNREGISTERED not in (node.gateway, node.report.get("debug_info"))
    return is_registered and node.gateway != "uninitialized"


def _unsettled(node: Node) -> bool:
    return node.socket in {"SC", "UNK"} or node.gateway == "connecting"


def _owns_nothing(node: Node) -> bool:
    return node.report.get("shards") == []


def _by_number(evidence: Evidence) -> Iterator[Finding]:
    """Count the connected Coreapps where no answer tells who owns a shard."""
    installed = evidence.installation
    coreapps = [node for node in installed.having(COREAPP) if _may_connect(node)]
    connected = [node for node in coreapps if node.is_connected]
    if not coreapps or any(node.is_connected is None for node in coreapps):
        return
    if not connected:
        yield _told(evidence, NOBODY, coreapps)
    elif installed.configured and len(connected) < installed.configured <= len(coreapps):
        yield _told(evidence, TOO_FEW, coreapps, connected=len(connected), shards=installed.configured)
    elif installed.configured and len(connected) > installed.configured:
        yield _told(evidence, TOO_MANY, connected, connected=len(connected), shards=installed.configured)


def _told(evidence: Evidence, told: Told, nodes: Sequence[Node], connected: int = 0, shards: int = 0) -> Finding:
    states = [f"{node.name}: {_state(evidence, node)}" for node in nodes]
    at = [_pointer(node) for node in nodes]
    seen = evidence.lines(states)
    return told.found(evidence, nodes=evidence.names(nodes), connected=connected, shards=shards, seen=seen, at=at)


_STATES: tuple[tuple[Told, Callable[[Node], bool]], ...] = (
    (UNSETTLED, lambda node: node.socket in {"SC", "UNK"}),
    (CATCHING_UP, lambda node: node.socket == "UP receiving offline"),
    (UNINITIALIZED, lambda node: node.gateway == "uninitialized"),
)


def _state(evidence: Evidence, node: Node) -> str:
    socket = f"socket_conn {node.socket}" if node.socket else ""
    gateway = f"gateway_status {node.gateway}" if node.gateway else ""
    return ", ".join(filter(None, (socket, gateway))) or evidence.say("no state told")


def _pointer(node: Node) -> Pointer:
    if node.gateway and not node.socket:
        return Pointer(HEALTH, node.gateway_place, node.gateway)
    return reported(node, "socket_conn")


CHECK = Check(
    id="connection",
    title=message("Is the client connected to WhatsApp?"),
    why=message(
        "Without the connection no message goes out or comes in; in a cluster only the owners of shards need one."
    ),
    looks_at=message("/v1/support: socket_conn, shards, role; /v1/health: gateway_status; /v1/account/shards"),
    tells=(DOWN, NOBODY, TOO_FEW, TOO_MANY, WITHOUT_SHARD, UNSETTLED, CATCHING_UP, UNINITIALIZED, NOT_TOLD),
    look=look,
    version=4,
)
