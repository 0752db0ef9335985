"""Does exactly one master hold the lease, and can others take over?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported, shown
from collector.language import message
from collector.topology import COREAPP, HEALTH, PRIMARY_MASTER, SECONDARY_MASTER, SUPPORT, Node

_LEASE = message("availability-scaling: one master holds the lease and is primary, all others are secondary")
_COUNT = message("availability-scaling: High Availability requires at least two master nodes and two Coreapp nodes")
_RESTART = message(
    "check that all masters reach the database, where the lease is kept, and that their clocks agree; then restart the "
    "masters one at a time"
)
MISSING = Told(
    "primary-master-missing",
    Severity.CRITICAL,
    message("No master is primary: nobody manages the cluster"),
    message("exactly one node with role primary_master"),
    _RESTART,
    _LEASE,
)
SEVERAL = Told(
    "primary-master-several",
    Severity.CRITICAL,
    message("Several masters say they are primary"),
    message("exactly one node with role primary_master"),
    _RESTART,
    _LEASE,
)
FEW_MASTERS = Told(
    "masters-too-few",
    Severity.WARNING,
    message("Only {count}: if one fails, no other can take over"),
    message("at least two masters"),
    message("start another master container against the same database"),
    _COUNT,
)
FEW_COREAPPS = Told(
    "coreapps-too-few",
    Severity.WARNING,
    message("Only {count}: if one fails, no other can take over"),
    message("at least two Coreapps"),
    message("start another Coreapp container against the same database"),
    _COUNT,
)
NO_SPARE = Told(
    "coreapp-no-spare",
    Severity.WARNING,
    message("No spare Coreapp: if one fails, its shard has no owner"),
    message("more Coreapps than shards"),
    message("start one Coreapp more than there are shards"),
    message("availability-scaling: have more Coreapps than shards running for High Availability"),
)
NO_ROLES = Told(
    "roles-not-told",
    Severity.UNJUDGED,
    message("Whether the cluster has enough masters and Coreapps could not be judged: {nodes} told no role"),
    message("a role for every node: primary_master, secondary_master or coreapp"),
    message("see the role in /v1/health, and collect it too"),
    message("reference of /v1/support and /v1/health: role, in a cluster"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a cluster without exactly one primary master, with too few nodes, or without a spare Coreapp."""
    installed, say = evidence.installation, evidence.say
    if not installed.shape.is_cluster or not installed.nodes:
        return
    # Who is in health only may be a node that is gone: it is told as a contradiction, and counts for nothing here.
    nodes = tuple(node for node in installed.nodes if node.place) or installed.nodes
    primaries, masters = _having(nodes, PRIMARY_MASTER), _having(nodes, SECONDARY_MASTER)
    masters = (*primaries, *masters)
    if len(primaries) > 1:
        yield _lease(evidence, primaries, masters)
    if unknown := [node for node in nodes if not node.role]:
        if told := [node for node in unknown if not node.is_silent]:
            names = evidence.names(told)
            yield NO_ROLES.found(evidence, nodes=names, seen=say("no role: {nodes}", nodes=names), at=_roles(told))
        return
    coreapps = _having(nodes, COREAPP)
    if not primaries:
        yield _lease(evidence, primaries, masters)
    few = ((FEW_MASTERS, masters, say.counted(len(masters), "master")),)
    for told_few, those, count in (*few, (FEW_COREAPPS, coreapps, say.counted(len(coreapps), "Coreapp"))):
        if len(those) < 2:
            seen = say("{count} in the cluster", count=count)
            yield told_few.found(evidence, count=count, seen=seen, at=_roles(those or nodes))
    if installed.shard_count and 2 <= len(coreapps) <= installed.shard_count:
        yield NO_SPARE.found(
            evidence,
            seen=say(
                "{coreapps} for {shards}",
                coreapps=say.counted(len(coreapps), "Coreapp"),
                shards=say.counted(installed.shard_count, "shard"),
            ),
            at=_roles(coreapps),
        )


def _lease(evidence: Evidence, primaries: tuple[Node, ...], masters: tuple[Node, ...]) -> Finding:
    say = evidence.say
    seen = say(
        "{primaries} among {masters}",
        primaries=say.counted(len(primaries), "primary master"),
        masters=say.counted(len(masters), "master"),
    )
    if primaries:
        return SEVERAL.found(evidence, seen=f"{seen}: {evidence.names(primaries)}", at=_roles(primaries))
    return MISSING.found(evidence, seen=seen, at=_roles(masters or evidence.installation.nodes))


def _having(nodes: tuple[Node, ...], role: str) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node.role == role)


def _roles(nodes: tuple[Node, ...] | list[Node]) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(SUPPORT, f"{node.place}/role", node.role or shown(node.report["role"]))
        if node.report.get("role")
        else reported(node, "role")
        if node.report and not node.role
        else Pointer(HEALTH, node.gateway_place.removesuffix("gateway_status") + "role", node.role)
        for node in nodes
    )


CHECK = Check(
    id="masters",
    title=message("Is one master primary, and can others take over?"),
    why=message(
        "The primary master gives shards to Coreapps; without it, or without a spare, the next failure stops messages."
    ),
    looks_at=message("/v1/support and /v1/health: role of every node; the number of shards"),
    tells=(MISSING, SEVERAL, FEW_MASTERS, FEW_COREAPPS, NO_SPARE, NO_ROLES),
    look=look,
    version=3,
)
