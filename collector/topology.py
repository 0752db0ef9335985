"""The installation as its answers show it: single instance, High Availability or Multiconnect, and its nodes.

Source: the reference pages of `/v1/support` and `/v1/health`, multiconnect_mc and availability-scaling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from collector.documents import Json, at, figure, mapping, pointer, text

SUPPORT, HEALTH, SHARDS = "collected/support.json", "collected/health.json", "collected/shards.json"
ALLOWED_SHARDS = (1, 2, 4, 8, 16, 32)
CONTROL = -1
PRIMARY_MASTER, SECONDARY_MASTER, COREAPP = "primary_master", "secondary_master", "coreapp"
ROLES = (PRIMARY_MASTER, SECONDARY_MASTER, COREAPP)
_FLAT = ("context", "version", "db_engine", "socket_conn")
_MOST_OWNED = 4096
_ONE = re.compile("1")
_NOT_UP = frozenset({"DN", "SC", "UNK"})
_GATEWAY: Mapping[str, bool] = MappingProxyType(
    {"connected": True, "connecting": True, "disconnected": False, "uninitialized": False, "unregistered": False}
)


class Shape(StrEnum):
    """What kind of installation it is; `cluster` where the number of shards is not known."""

    UNKNOWN = "unknown"
    SINGLE = "single instance"
    CLUSTER = "cluster"
    HA = "High Availability"
    MULTICONNECT = "Multiconnect"

    @property
    def is_cluster(self) -> bool:
        """Tell whether it has masters and shards."""
        return self in {Shape.CLUSTER, Shape.HA, Shape.MULTICONNECT}


@dataclass(frozen=True, slots=True)
class Node:
    """One container of the Coreapp image, by the name a page gives it (`coreapp-2`) and its clean key."""

    name: str
    key: str
    role: str
    """One of the three documented roles, or empty."""
    report: Mapping[str, Json]
    """Its part of `/v1/support`; empty where it gave none."""
    place: str
    """JSON pointer of that part; empty where it has none."""
    gateway: str
    """`gateway_status` of `/v1/health`; empty where it is not known."""
    gateway_place: str
    owned: tuple[int, ...] = ()
    """The shards it owns in order, each once, -1 for the control shard; what is no pair of numbers is left out."""
    said: str = ""
    """What stands in the place of its part of `/v1/support`, if that is no object."""

    @property
    def is_silent(self) -> bool:
        """Tell whether `/v1/support` lists it without telling anything about it."""
        return bool(self.place) and not self.report

    @property
    def is_vague_about_shards(self) -> bool:
        """Tell whether it may own more than it told: what stands there, if anything, is no list of pairs of numbers."""
        pairs = self.report.get("shards")
        return bool(self.report) and not (isinstance(pairs, list) and all(map(_ends, pairs)))

    @property
    def shards(self) -> tuple[int, ...]:
        """Return the shards of messages it owns."""
        return self.owned[1:] if CONTROL in self.owned[:1] else self.owned

    @property
    def socket(self) -> str:
        """Return `socket_conn`; empty where it is not known."""
        return text(self.report.get("socket_conn"))

    @property
    def is_connected(self) -> bool | None:
        """Tell whether it is connected to WhatsApp by `/v1/support`, else by `/v1/health`.

        None if neither tells in a word that is documented.
        """
        word = self.socket.strip().upper()
        if word == "UP" or word.startswith("UP "):
            return True
        return False if word in _NOT_UP else _GATEWAY.get(self.gateway)


@dataclass(frozen=True, slots=True)
class Installation:
    """All nodes in the order of the answers, and the number of shards where it can be told."""

    shape: Shape
    nodes: tuple[Node, ...]
    shard_count: int | None
    configured: int | None
    """What `/v1/account/shards` says, if it is a number that the product knows."""

    def having(self, role: str) -> tuple[Node, ...]:
        """Return the nodes of a role."""
        return tuple(node for node in self.nodes if node.role == role)

    @property
    def answering(self) -> tuple[Node, ...]:
        """Return the nodes that told about themselves in `/v1/support`."""
        return tuple(node for node in self.nodes if node.report)

    @property
    def silent(self) -> tuple[Node, ...]:
        """Return the nodes that `/v1/support` lists without telling anything about them."""
        return tuple(node for node in self.nodes if node.is_silent)


def installation(documents: Mapping[str, Json]) -> Installation:
    """Return the installation that the answers show; it has no nodes where they show none."""
    support, health = at(documents.get(SUPPORT), "support"), at(documents.get(HEALTH), "health")
    configured = figure(at(documents.get(SHARDS), "account", "shards"))
    known = configured if configured in ALLOWED_SHARDS else None
    if _is_single(support, health):
        return Installation(Shape.SINGLE, (_single(mapping(support), mapping(health)),), None, None)
    nodes = tuple(_cluster(mapping(support) if _lists_nodes(support) else {}, mapping(health)))
    if not nodes:
        return Installation(Shape.CLUSTER if support == {} else Shape.UNKNOWN, (), None, None)
    count = int(known) if known is not None else _count(nodes)
    return Installation(_shape(count), nodes, count, int(known) if known is not None else None)


def _is_single(support: object, health: object) -> bool:
    if isinstance(support, dict) and support:
        return any(key in support and not isinstance(support[key], dict | list) for key in _FLAT)
    return isinstance(at(health, "gateway_status"), str)


def _lists_nodes(support: object) -> bool:
    return isinstance(support, dict) and any(isinstance(value, dict) or ":" in key for key, value in support.items())


def _single(support: Mapping[str, Json], health: Mapping[str, Json]) -> Node:
    gateway = text(health.get("gateway_status"))
    owned = _owned(support.get("shards"))
    return Node("node", "", "", support, "/support" if support else "", gateway, "/health/gateway_status", owned)


def _cluster(support: Mapping[str, Json], health: Mapping[str, Json]) -> Iterator[Node]:
    keys = [*support, *(key for key in health if key not in support and isinstance(health[key], dict))]
    roles = [_role(at(support, key, "role")) or _role(at(health, key, "role")) for key in keys]
    for key, role, name in zip(keys, roles, _names(roles), strict=True):
        yield Node(
            name=name,
            key=key,
            role=role,
            report=mapping(support.get(key)),
            place=pointer(["support", key]) if key in support else "",
            gateway=text(at(health, key, "gateway_status")),
            gateway_place=pointer(["health", key, "gateway_status"]),
            owned=_owned(at(support, key, "shards")),
            said=text(support.get(key)),
        )


def _names(roles: list[str]) -> Iterator[str]:
    totals, seen = Counter(roles), Counter[str]()
    for role in roles:
        seen[role] += 1
        name = role.replace("_", "-") or "node"
        yield name if role == PRIMARY_MASTER and totals[role] == 1 else f"{name}-{seen[role]}"


def _role(value: object) -> str:
    # One mirror of the documentation writes roles with spaces.
    role = text(value).strip().lower().replace(" ", "_").replace("-", "_")
    return role if role in ROLES else ""


def _owned(pairs: object) -> tuple[int, ...]:
    # One bit a shard, the control shard's the lowest: a thousand ranges cost no more than they are long to write.
    bits = 0
    for low, high in filter(None, map(_ends, pairs if isinstance(pairs, list) else [])):
        bits |= (1 << high + 1 - CONTROL) - (1 << low - CONTROL)
    return tuple(one.start() + CONTROL for one in _ONE.finditer(bin(bits)[:1:-1]))


def _ends(pair: Json) -> tuple[int, int] | None:
    ends = pair if isinstance(pair, list) and len(pair) == 2 else [pair, pair]
    low, high = (end if type(end) is int else None for end in ends)
    return (low, high) if low is not None and high is not None and CONTROL <= low <= high < _MOST_OWNED else None


def _count(nodes: tuple[Node, ...]) -> int | None:
    """Return the least number of shards the product allows that holds every owned one.

    In Multiconnect the primary master owns the control shard, in High Availability a Coreapp does.
    """
    last = max((node.shards[-1] for node in nodes if node.shards), default=None)
    if last is None:
        return None
    least = 2 if any(CONTROL in n.owned and n.role == PRIMARY_MASTER for n in nodes) else 1
    return next((count for count in ALLOWED_SHARDS if count > last and count >= least), None)


def _shape(count: int | None) -> Shape:
    if count is None:
        return Shape.CLUSTER
    return Shape.HA if count == 1 else Shape.MULTICONNECT
