"""The three documented shapes of an installation: single instance, High Availability, Multiconnect."""

from __future__ import annotations

from collector.errors import UsageError
from collector.simulator.scenario import Node, Role, Scenario, Shards

CONTROL = (-1, -1)
ALLOWED_SHARDS = (1, 2, 4, 8, 16, 32)
_DOMAIN = "prod.acme-retail.example"


def single_node() -> Node:
    """Return the one Coreapp of a single instance."""
    return Node(f"wacore-1.{_DOMAIN}")


def ha_nodes(coreapps: int = 2) -> tuple[Node, ...]:
    """Return two masters and `coreapps` on one shard: one Coreapp owns everything and is the only one connected.

    Source: availability-scaling and the health reference; "disconnected" is the healthy state of all others.
    """
    owner = Node("10.60.17.201", shards=(CONTROL, (0, 0)))
    idle = (Node(f"ip-10-60-17-{202 + n}.eu-central-1.compute.internal") for n in range(coreapps - 1))
    return (*_masters("disconnected"), owner, *map(_idle, idle))


def mc_nodes(shards: int, coreapps: int) -> tuple[Node, ...]:
    """Return two masters and `coreapps` Coreapps: the primary master owns the control shard, a Coreapp one shard each.

    Source: multiconnect_mc and the health reference; the owners and the primary master are connected.
    """
    owners = tuple(_coreapp(n, ((n, n),) if n < shards else ()) for n in range(coreapps))
    return (*_masters("connected", (CONTROL,)), *owners)


def cluster(nodes: int, shards: int) -> Scenario:
    """Return a healthy Multiconnect cluster of `nodes` (at most 64, two of them masters) and `shards`.

    Raises UsageError for a shard number the client does not know, or too few nodes to own the shards.
    """
    if shards not in ALLOWED_SHARDS:
        raise UsageError(
            "{shards} shards are not possible",
            cure="choose one of {known}",
            shards=shards,
            known=", ".join(map(str, ALLOWED_SHARDS)),
        )
    if not shards + 2 <= nodes <= 64:
        raise UsageError(
            "{nodes} nodes cannot run {shards} shards",
            cure="choose {least} to 64: two masters, a Coreapp a shard",
            nodes=nodes,
            shards=shards,
            least=shards + 2,
        )
    members = ha_nodes(nodes - 2) if shards == 1 else mc_nodes(shards, nodes - 2)
    return Scenario(f"cluster-{nodes}x{shards}", "a healthy cluster", members, clustered=True, shards=shards)


def _masters(gateway: str, shards: Shards = ()) -> tuple[Node, Node]:
    socket = "UP" if gateway == "connected" else "DN"
    primary = Node(f"wa-master-1.{_DOMAIN}", Role.PRIMARY_MASTER, shards, socket, gateway)
    return primary, _idle(Node(f"wa-master-2.{_DOMAIN}", Role.SECONDARY_MASTER))


def _coreapp(number: int, shards: Shards) -> Node:
    host = f"10.60.17.{201 + number}" if number == 1 else f"wacore-00{417 + number}.{_DOMAIN}"
    node = Node(host, shards=shards)
    return node if shards else _idle(node)


def _idle(node: Node) -> Node:
    return Node(node.host, node.role, (), "DN", "disconnected")
