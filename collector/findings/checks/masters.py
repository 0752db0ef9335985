"""Does exactly one master hold the lease, and can others take over?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Finding, Pointer, Severity
from collector.topology import COREAPP, HEALTH, PRIMARY_MASTER, SECONDARY_MASTER, SUPPORT, Node
from collector.units import counted, listed

_LEASE = "availability-scaling: one master holds the lease and is primary, all others are secondary"
_COUNT = "availability-scaling: High Availability requires at least two master nodes and two Coreapp nodes"
_SPARE = "availability-scaling: have more Coreapps than shards running for High Availability"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a cluster without exactly one primary master, with too few nodes, or without a spare Coreapp."""
    installed = evidence.installation
    if not installed.shape.is_cluster or not installed.nodes or any(not node.role for node in installed.nodes):
        return
    primaries, coreapps = installed.having(PRIMARY_MASTER), installed.having(COREAPP)
    masters = (*primaries, *installed.having(SECONDARY_MASTER))
    if len(primaries) != 1:
        yield _lease(primaries, masters)
    for nodes, kind, finding_id in ((masters, "master", "masters-too-few"), (coreapps, "Coreapp", "coreapps-too-few")):
        if len(nodes) < 2:
            yield _too_few(finding_id, kind, nodes)
    if installed.shard_count and 2 <= len(coreapps) <= installed.shard_count:
        yield _no_spare(coreapps, installed.shard_count)


def _lease(primaries: tuple[Node, ...], masters: tuple[Node, ...]) -> Finding:
    several = len(primaries) > 1
    return Finding(
        id="primary-master-several" if several else "primary-master-missing",
        severity=Severity.CRITICAL,
        title="Several masters say they are primary" if several else "No master is primary: nobody manages the cluster",
        seen=f"{counted(len(primaries), 'primary master')} among {counted(len(masters), 'master')}"
        + (f": {listed([node.name for node in primaries])}" if several else ""),
        expected="exactly one node with role primary_master",
        remedy="check that all masters reach the database, where the lease is kept, and that their clocks agree; then "
        "restart the masters one at a time",
        basis=_LEASE,
        evidence=_roles(primaries or masters),
    )


def _too_few(finding_id: str, kind: str, nodes: tuple[Node, ...]) -> Finding:
    return Finding(
        id=finding_id,
        severity=Severity.WARNING,
        title=f"Only {counted(len(nodes), kind)}: if one fails, no other can take over",
        seen=f"{counted(len(nodes), kind)} in the cluster",
        expected=f"at least two {kind}s",
        remedy=f"start another {kind} container against the same database",
        basis=_COUNT,
        evidence=_roles(nodes),
    )


def _no_spare(coreapps: tuple[Node, ...], shards: int) -> Finding:
    return Finding(
        id="coreapp-no-spare",
        severity=Severity.WARNING,
        title="No spare Coreapp: if one fails, its shard has no owner",
        seen=f"{counted(len(coreapps), 'Coreapp')} for {counted(shards, 'shard')}",
        expected=f"at least {shards + 1} Coreapps",
        remedy="start one Coreapp more than there are shards",
        basis=_SPARE,
        evidence=_roles(coreapps),
    )


def _roles(nodes: tuple[Node, ...]) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(SUPPORT, f"{node.place}/role", node.role)
        if node.report.get("role")
        else Pointer(HEALTH, node.gateway_place.removesuffix("gateway_status") + "role", node.role)
        for node in nodes
    )


CHECK = Check(
    id="masters",
    title="Is one master primary, and can others take over?",
    why=f"{_LEASE}; {_COUNT}; {_SPARE}",
    tells=(
        "primary-master-missing",
        "primary-master-several",
        "masters-too-few",
        "coreapps-too-few",
        "coreapp-no-spare",
    ),
    look=look,
)
