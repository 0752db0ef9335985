"""What can be wrong with the nodes of an installation, before it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from patient import Fault, Patient, is_idle, is_owner, is_spare

from collector.simulator.scenario import GIB, Disk, Role
from collector.simulator.topologies import CONTROL

UP = {"socket": "UP", "gateway": "connected"}
DOWN = {"socket": "DN", "gateway": "disconnected"}


def build_expired(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, expires=-timedelta(seconds=p.random.randint(1, 10**7)))
    return {"build-expired"}


def build_expiring(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, expires=timedelta(seconds=p.random.randint(0, 7 * 86_400 - 1)))
    return {"build-expiring"}


def version_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: len(p.nodes) > 1)
    if index is None:
        return None
    p.change(index, version="2.55.4")
    return {"version-skew"}


def schema_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: len(p.nodes) > 1)
    if index is None:
        return None
    p.change(index, schema_ahead=p.random.choice([-1, 1, 2]))
    return {"schema-skew"}


def clock_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    p.change(index, clock_off=timedelta(seconds=p.random.choice([-1, 1]) * p.random.randint(62, 800)))
    return {"clock-skew"}


def clocks_apart(p: Patient) -> set[str] | None:
    early = p.pick(lambda _: True)
    late = p.pick(lambda node: early is not None and node is not p.nodes[early])
    if early is None or late is None:
        return None
    p.change(early, clock_off=-timedelta(seconds=p.random.randint(31, 59)))
    p.change(late, clock_off=timedelta(seconds=p.random.randint(31, 59)))
    return {"clock-skew"}


def clock_zone(p: Patient) -> set[str]:
    hours = timedelta(hours=p.random.choice([-5, 1, 2, 9]))
    p.scenario = replace(p.scenario, nodes=tuple(replace(node, clock_off=hours) for node in p.nodes))
    return {"clock-zone"}


def _disk(p: Patient, free: int, finding: str) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    volume = p.random.choice(["data", "logs", "media_incoming", "media_outgoing"])
    p.change(index, disk=replace(Disk(), **{volume: free}))
    return {finding}


def disk_full(p: Patient) -> set[str] | None:
    return _disk(p, p.random.randint(0, GIB - 1), "disk-full")


def disk_low(p: Patient) -> set[str] | None:
    return _disk(p, p.random.randint(GIB, 5 * GIB - 1), "disk-low")


def network_file_system(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    p.change(index, disk=Disk(2**63 - 2**20, 17 * GIB, 2**63 - 2**20, 2**63 - 2**20))
    return set()


def connection_down(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node) or (p.is_multiconnect and bool(node.shards)))
    if index is None:
        return None
    p.change(index, **DOWN)
    return {"connection-down"}


def connection_unsettled(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node))
    if index is None:
        return None
    p.change(index, socket=p.random.choice(["SC", "UNK"]), gateway="connecting")
    return {"connection-unsettled"}


def catching_up(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node))
    if index is None:
        return None
    p.change(index, socket="UP receiving offline")
    return {"connection-catching-up"}


def connected_spare(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_idle)
    if index is None:
        return None
    p.change(index, **UP)
    return {"connection-without-shard"}


def unregistered(p: Patient) -> set[str]:
    nodes = tuple(replace(node, socket="DN", gateway="unregistered") for node in p.nodes)
    p.scenario = replace(p.scenario, phone=None, nodes=nodes)
    # Without a number nobody connects, and nobody has to.
    p.told -= {"connection-no-coreapp", "connection-down"}
    return {"number-unregistered"}


def uninitialized(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_spare(node))
    if index is None:
        return None
    p.change(index, socket="DN", gateway="uninitialized")
    return {"service-uninitialized"}


def shard_without_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_multiconnect and is_owner(node))
    if index is None:
        return None
    p.change(index, shards=(), **DOWN)
    return {"shard-without-owner"}


def nobody_owns_anything(p: Patient) -> set[str] | None:
    if p.is_single or p.taken:
        return None
    for index in range(len(p.nodes)):
        p.change(index, shards=(), **DOWN)
    connected = {"connection-no-coreapp"} if p.scenario.phone else set()
    down = {"connection-down"} if p.scenario.phone and p.is_multiconnect else set()
    return {"shard-without-owner", "control-shard-missing", *connected, *down}


def shard_owned_twice(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    shard = p.random.randrange(p.scenario.shards)
    p.change(index, shards=((shard, shard),), **UP)
    return {"shard-owned-twice"}


def shard_beyond(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    p.change(index, shards=((p.scenario.shards, p.scenario.shards),), **UP)
    return {"shard-beyond-configured"}


def two_control_owners(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    p.change(index, shards=(CONTROL,), **UP)
    return {"control-shard-several"}


def no_control_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: CONTROL in node.shards)
    if index is None:
        return None
    shards = tuple(pair for pair in p.nodes[index].shards if pair != CONTROL)
    p.change(index, shards=shards, **(UP if shards else DOWN))
    return {"control-shard-missing"}


def control_misplaced(p: Patient) -> set[str] | None:
    spare = p.pick(lambda node: p.is_multiconnect and is_spare(node))
    primary = p.pick(lambda node: node.role is Role.PRIMARY_MASTER and CONTROL in node.shards)
    if spare is None or primary is None:
        return None
    p.change(primary, shards=(), **DOWN)
    p.change(spare, shards=(CONTROL,), **UP)
    return {"control-shard-misplaced"}


def shard_misplaced(p: Patient) -> set[str] | None:
    owner = p.pick(lambda node: p.is_multiconnect and is_owner(node))
    primary = p.pick(lambda node: node.role is Role.PRIMARY_MASTER and CONTROL in node.shards)
    if owner is None or primary is None:
        return None
    shards = (*p.nodes[primary].shards, *p.nodes[owner].shards)
    p.change(owner, shards=(), **DOWN)
    p.change(primary, shards=shards)
    return {"shard-misplaced"}


def control_apart(p: Patient) -> set[str] | None:
    owner = p.pick(lambda node: not p.is_multiconnect and CONTROL in node.shards)
    spare = p.pick(is_spare)
    if owner is None or spare is None:
        return None
    p.change(owner, shards=((0, 0),))
    p.change(spare, shards=(CONTROL,), **UP)
    return {"control-shard-apart"}


def coreapp_with_many(p: Patient) -> set[str] | None:
    owners = [i for i, node in enumerate(p.nodes) if p.is_multiconnect and is_owner(node) and i not in p.taken]
    if len(owners) < 2:
        return None
    giver, taker = p.random.sample(owners, 2)
    both = (*p.nodes[taker].shards, *p.nodes[giver].shards)
    p.change(giver, shards=(), **DOWN)
    p.change(taker, shards=both)
    return {"coreapp-many-shards"}


def no_primary(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: node.role is Role.PRIMARY_MASTER and not p.is_multiconnect and not p.is_single)
    if index is None:
        return None
    p.change(index, role=Role.SECONDARY_MASTER)
    return {"primary-master-missing"}


def two_primaries(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: node.role is Role.SECONDARY_MASTER)
    if index is None:
        return None
    p.change(index, role=Role.PRIMARY_MASTER)
    return {"primary-master-several"}


def one_master(p: Patient) -> set[str] | None:
    if len([node for node in p.nodes if node.role is not Role.COREAPP]) != 2 or p.taken:
        return None
    p.scenario = replace(p.scenario, nodes=tuple(n for n in p.nodes if n.role is not Role.SECONDARY_MASTER))
    return {"masters-too-few"}


def silent_spare(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_idle)
    if index is None:
        return None
    p.change(index, unreachable=p.random.choice(["timeout", "connection refused", "error 502"]))
    return {"node-silent"}


def silent_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_multiconnect and is_owner(node))
    if index is None:
        return None
    p.change(index, unreachable="timeout")
    return {"node-silent", "shard-without-owner"}


def webhook_http(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, webhook_scheme="http")
    return {"webhook-http"}


def webhook_missing(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, webhook_scheme="")
    return {"webhook-missing"}


NODE_FAULTS: tuple[tuple[Fault, ...], ...] = (
    (build_expired, build_expiring),
    (version_skew,),
    (schema_skew,),
    (clock_skew, clocks_apart, clock_zone),
    (disk_full,),
    (disk_low,),
    (network_file_system,),
    (connection_down, connection_unsettled, catching_up, connected_spare, unregistered, uninitialized),
    (
        shard_without_owner,
        nobody_owns_anything,
        shard_owned_twice,
        shard_beyond,
        two_control_owners,
        no_control_owner,
        control_misplaced,
        shard_misplaced,
        control_apart,
        coreapp_with_many,
        silent_owner,
    ),
    (no_primary, two_primaries, one_master, silent_spare),
    (webhook_http, webhook_missing),
)
"""Faults of one row exclude each other: who breaks two of them would have to know how they add up."""
