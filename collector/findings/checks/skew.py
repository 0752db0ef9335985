"""Do the nodes of a cluster agree on what must be the same everywhere?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collector.documents import mapping
from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported, shown
from collector.model import Finding, Severity
from collector.topology import Node
from collector.units import listed

_BASIS = "a cluster is one client: inferred, no document says it; WADebug 0.1.5 warns of several versions"


@dataclass(frozen=True, slots=True)
class _Same:
    """A field whose value must be the same on every node."""

    id: str
    field: str
    severity: Severity
    title: str
    remedy: str


_FIELDS = (
    _Same(
        "version-skew",
        "version",
        Severity.WARNING,
        "The nodes run different versions",
        "finish the upgrade: bring every node to the newest version in use",
    ),
    _Same(
        "schema-skew",
        "schema",
        Severity.WARNING,
        "The nodes expect different database schemas",
        "bring every node to one version and restart those that are behind, so that they read the schema again",
    ),
    _Same(
        "database-engine-skew",
        "db_engine",
        Severity.WARNING,
        "The nodes use different kinds of database",
        "point every node at the same database (WA_DB_ENGINE, WA_DB_HOSTNAME)",
    ),
    _Same(
        "number-skew",
        "debug_info",
        Severity.CRITICAL,
        "The nodes work for different business numbers",
        "point every node at the same database; nodes of two numbers must not share a cluster",
    ),
    _Same(
        "multiconnect-skew",
        "multi_connect",
        Severity.WARNING,
        "The nodes disagree on whether they are a cluster",
        "set WA_APP_MULTICONNECT=1 on every node of the cluster and restart those that differ",
    ),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find fields that differ between the nodes that tell them, and a cluster that says it is none."""
    nodes = evidence.installation.answering
    for field in _FIELDS:
        tellers = [node for node in nodes if field.field in node.report]
        groups: dict[str, list[Node]] = {}
        for node in tellers:
            groups.setdefault(_value(node, field.field), []).append(node)
        if len(groups) > 1:
            yield _differs(field, tellers, groups)
    if len(nodes) > 1 and all(node.report.get("multi_connect") is False for node in nodes):
        yield _not_a_cluster(nodes)


def _value(node: Node, field: str) -> str:
    value = node.report[field]
    return shown(dict(sorted(mapping(value).items()))) if field == "schema" and mapping(value) else shown(value)


def _differs(field: _Same, tellers: list[Node], groups: dict[str, list[Node]]) -> Finding:
    common = max(groups, key=lambda value: len(groups[value]))
    odd = [node for value, nodes in groups.items() if value != common for node in nodes]
    return Finding(
        id=field.id,
        severity=field.severity,
        title=f"{field.title}: {listed([node.name for node in odd])} {'differs' if len(odd) == 1 else 'differ'}",
        seen="; ".join(f"{value} on {listed([n.name for n in nodes])}" for value, nodes in list(groups.items())[:4]),
        expected=f"the same {field.field} on every node",
        remedy=field.remedy,
        basis=_BASIS,
        evidence=tuple(reported(node, field.field) for node in tellers),
    )


def _not_a_cluster(nodes: tuple[Node, ...]) -> Finding:
    return Finding(
        id="multiconnect-off",
        severity=Severity.WARNING,
        title="Several nodes run although none of them is set up for a cluster",
        seen=f"multi_connect false on all {len(nodes)} nodes",
        expected="multi_connect true on every node of a cluster",
        remedy="set WA_APP_MULTICONNECT=1 everywhere, or stop all nodes but one: several clients outside a cluster can "
        "get the account banned",
        basis="availability-scaling: several containers outside High Availability cause problems and temporary bans",
        evidence=tuple(reported(node, "multi_connect") for node in nodes),
    )


CHECK = Check(
    id="skew",
    title="Do the nodes agree with each other?",
    why=_BASIS,
    tells=(*(field.id for field in _FIELDS), "multiconnect-off"),
    look=look,
)
