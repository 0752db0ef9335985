"""Every scenario by name: what is wrong with it is what differs from a healthy installation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache

from collector.errors import UsageError
from collector.sentence import either
from collector.simulator import faults
from collector.simulator.canaries import PUBLISHED_DEFAULT
from collector.simulator.faults import Fault, First
from collector.simulator.scenario import GIB, Disk, EnvShape, Node, Queue, Role, Scenario
from collector.simulator.topologies import CONTROL, ha_nodes, mc_nodes, single_node

EFS_FREE_SPACE = 9_223_372_036_853_727_232
"""2**63 - 2**20: what an AWS EFS mount reports."""
FINAL_BUILD_EXPIRES = datetime(2025, 10, 23, tzinfo=UTC)
"""The day the on-premises API was switched off."""

SINGLE = Scenario("single-healthy", "a single instance, nothing wrong", (single_node(),))
HA = Scenario("ha-healthy", "High Availability: one Coreapp owns all, the others idle", ha_nodes(), clustered=True)
MC = Scenario("mc-healthy", "Multiconnect, two shards, one spare Coreapp", mc_nodes(2, 3), clustered=True, shards=2)


def find(name: str) -> Scenario:
    """Return the scenario of that name; raises UsageError with the nearest names."""
    table = _table()
    if name in table:
        return table[name]
    near = get_close_matches(name, table, n=3, cutoff=0.4)
    raise UsageError(
        "there is no scenario {name!r}",
        cure="did you mean {near}?" if near else "choose one of {known}",
        name=name,
        near=either(near),
        known=", ".join(table),
    )


def scenario_names() -> tuple[str, ...]:
    """Return every name, the default `demo` first."""
    return tuple(_table())


def describe(name: str) -> str:
    """Return in one line what the scenario shows; raises UsageError for an unknown name."""
    return find(name).about


@cache
def _table() -> dict[str, Scenario]:
    everything = (demo(), *_singles(), *_clusters(), *_shapes(), *_wires())
    return {scenario.name: scenario for scenario in everything}


def demo() -> Scenario:
    """Return the cluster of `collect-bundle demo`: five real problems at once, and every kind of plant."""
    primary, secondary, first, second, spare = mc_nodes(2, 3)
    low = Disk(logs=742_391_808)
    return Scenario(
        "demo",
        "a cluster whose build expires in less than 5 days; a shard without owner, a low disk, an http webhook, "
        "a growing queue",
        (
            primary,
            secondary,
            replace(first, disk=low),
            replace(second, shards=(), socket="DN", gateway="disconnected"),
            spare,
        ),
        clustered=True,
        shards=2,
        expires=timedelta(days=5),
        has_unknown_fields=True,
        webhook_scheme="http",
        queue=Queue(91_862, growth=240),
    )


def _singles() -> tuple[Scenario, ...]:
    node = single_node()
    return (
        SINGLE,
        replace(
            SINGLE, name="single-unregistered", about="no number registered", phone=None, nodes=(_unregistered(node),)
        ),
        replace(
            SINGLE, name="single-expired-build", about="the build expired 12 days ago", expires=timedelta(days=-12)
        ),
        replace(
            SINGLE, name="single-expiring", about="the build expires in less than 3 days", expires=timedelta(days=3)
        ),
        _with_node(SINGLE, "single-low-disk", "300 MB left for data", replace(node, disk=Disk(data=314_572_800))),
        _with_node(SINGLE, "single-socket-down", "no connection to WhatsApp", _down(node)),
        _with_node(SINGLE, "efs-free-space", "volumes on a network file system", replace(node, disk=_efs())),
        replace(SINGLE, name="queue-high", about="98,500 callbacks wait, more every minute", queue=Queue(98_500, 60)),
        replace(SINGLE, name="webhook-http", about="callbacks go over http", webhook_scheme="http"),
        replace(SINGLE, name="webhook-missing", about="no webhook is set", webhook_scheme=""),
        replace(
            SINGLE, name="default-password", about="a published test password", database_password=PUBLISHED_DEFAULT
        ),
        replace(SINGLE, name="sunset", about="the final build, expired on 2025-10-23", expires=FINAL_BUILD_EXPIRES),
    )


def _clusters() -> tuple[Scenario, ...]:
    late = timedelta(minutes=-7)
    return (
        HA,
        _altered(HA, "ha-two-control-owners", "two Coreapps own the control shard", 3, _owns(CONTROL, (0, 0))),
        _altered(HA, "ha-no-primary", "no master holds the lease", 0, lambda n: replace(n, role=Role.SECONDARY_MASTER)),
        _altered(HA, "clock-skew", "one node's clock is seven minutes late", 2, lambda n: replace(n, clock_off=late)),
        MC,
        _altered(MC, "mc-missing-shard", "shard 1 has no owner", 3, lambda n: replace(_down(n), shards=())),
        _altered(MC, "mc-version-skew", "one node runs an older build", 4, lambda n: replace(n, version="2.55.4")),
        _altered(MC, "mc-schema-skew", "one node's schema is ahead", 4, lambda n: replace(n, schema_ahead=1)),
        _altered(MC, "mc-unreachable-node", "one node cannot be asked", 4, lambda n: replace(n, unreachable="timeout")),
    )


def _shapes() -> tuple[Scenario, ...]:
    about = "the environment as"
    return (
        replace(SINGLE, name="env-as-list", about=f"{about} NAME=value strings", env_shape=EnvShape.LIST),
        replace(SINGLE, name="env-as-pairs", about=f"{about} name and value objects", env_shape=EnvShape.PAIRS),
        replace(SINGLE, name="env-as-object", about=f"{about} one object", env_shape=EnvShape.OBJECT),
        replace(SINGLE, name="unknown-fields", about="fields no document names", has_unknown_fields=True),
        replace(SINGLE, name="no-meta", about="answers without meta, as older builds give", has_meta=False),
    )


def _wires() -> tuple[Scenario, ...]:
    support, settings = "/v1/support", "/v1/settings/application"
    return (
        _failing("null-body", "the support answer is null", {support: faults.NULL}),
        _failing(
            "truncated-json", "the support answer is cut off", {support: faults.Truncated(400, close_delimited=True)}
        ),
        _failing("html-502", "a proxy answers for the service", {faults.EVERY_PATH: faults.BAD_GATEWAY}),
        _failing("rate-limited", "the first support call is one too many", {support: First(1, faults.TOO_MANY)}),
        _failing("not-primary", "settings fail once, then answer", {settings: First(1, faults.NOT_PRIMARY)}),
        _failing("core-unreachable", "the Coreapp does not answer the Webapp", {support: faults.UNREACHABLE_CORE}),
        _failing("slow-stats", "database stats take 5 seconds", {"/v1/stats/db": faults.Slow(5)}),
        _failing("gzip", "every answer is compressed", {faults.EVERY_PATH: faults.Gzip()}),
        _failing(
            "redirect",
            "support moved to another host",
            {support: faults.Redirect("https://elsewhere.invalid/v1/support")},
        ),
    )


def _failing(name: str, about: str, on: Mapping[str, Fault]) -> Scenario:
    return replace(SINGLE, name=name, about=about, faults=on)


def _with_node(base: Scenario, name: str, about: str, node: Node) -> Scenario:
    return replace(base, name=name, about=about, nodes=(node,))


def _altered(base: Scenario, name: str, about: str, index: int, change: Callable[[Node], Node]) -> Scenario:
    nodes = tuple(change(node) if n == index else node for n, node in enumerate(base.nodes))
    return replace(base, name=name, about=about, nodes=nodes)


def _owns(*shards: tuple[int, int]) -> Callable[[Node], Node]:
    return lambda node: replace(node, shards=shards, socket="UP", gateway="connected")


def _down(node: Node) -> Node:
    return replace(node, socket="DN", gateway="disconnected")


def _unregistered(node: Node) -> Node:
    return replace(node, socket="DN", gateway="unregistered")


def _efs() -> Disk:
    return Disk(EFS_FREE_SPACE, 19 * GIB, EFS_FREE_SPACE, EFS_FREE_SPACE)
