"""Does every shard have exactly one owner, and the control shard its own?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Pointer, Severity
from collector.topology import CONTROL, COREAPP, PRIMARY_MASTER, SHARDS, Installation, Node, Shape
from collector.units import counted, listed

_BASIS = "reference of /v1/support (shards), multiconnect_mc: every shard is owned by one Coreapp at a time"
_CONTROL = (
    "reference of /v1/support: shard -1 is the control shard; in High Availability a Coreapp owns it, "
    "in Multiconnect the primary master"
)
_ONE_EACH = "multiconnect_mc: currently, one Coreapp can only own 1 shard at the same time"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find shards without owner, with several, unknown ones, and a control shard in the wrong hands."""
    installed = evidence.installation
    tellers = [node for node in installed.nodes if isinstance(node.report.get("shards"), list)]
    if not installed.shape.is_cluster or not tellers:
        return
    yield from _coverage(evidence, tellers)
    yield from _control(installed, tellers)
    many = [node for node in tellers if node.role == COREAPP and len(set(node.shards)) > 1]
    if many:
        yield _many(many)


def _coverage(evidence: Evidence, tellers: list[Node]) -> Iterator[Finding]:
    installed = evidence.installation
    owners: dict[int, list[Node]] = defaultdict(list)
    for node in tellers:
        for shard in dict.fromkeys(node.shards):
            owners[shard].append(node)
    count = installed.shard_count or 1
    if missing := [shard for shard in range(count) if shard not in owners]:
        yield _without_owner(evidence, missing, tellers)
    if several := {shard: nodes for shard, nodes in sorted(owners.items()) if len(nodes) > 1}:
        yield _owned_twice(several)
    if beyond := [shard for shard in sorted(owners) if shard >= count]:
        yield _beyond(evidence, beyond, {node.name: node for shard in beyond for node in owners[shard]})


def _without_owner(evidence: Evidence, missing: list[int], tellers: list[Node]) -> Finding:
    silent = evidence.installation.silent
    names = listed([str(shard) for shard in missing])
    unsure = f"; {listed([node.name for node in silent])} told nothing and may own one" if silent else ""
    word = "Shard" if len(missing) == 1 else "Shards"
    return Finding(
        id="shard-without-owner",
        severity=Severity.WARNING if silent else Severity.CRITICAL,
        title=f"{word} {names} of {evidence.installation.shard_count or 1} without an owner: "
        "messages to a part of the recipients wait",
        seen=f"no node that answered owns {word.lower()} {names}{unsure}",
        expected="every shard from 0 to the configured number less one has one owner",
        remedy="start Coreapps until there are more than shards; look in the primary master's log why the free ones "
        "were not given the shard",
        basis=_BASIS,
        evidence=(*_configured(evidence), *(reported(node, "shards") for node in tellers)),
    )


def _owned_twice(several: dict[int, list[Node]]) -> Finding:
    nodes = {node.name: node for owners in several.values() for node in owners}
    return Finding(
        id="shard-owned-twice",
        severity=Severity.CRITICAL,
        title=f"{'Shard' if len(several) == 1 else 'Shards'} {listed([str(shard) for shard in several])} owned by "
        "several nodes at once",
        seen="; ".join(f"shard {shard}: {listed([n.name for n in owners])}" for shard, owners in several.items()),
        expected="one owner a shard",
        remedy="stop the nodes that should not own it, then see whether masters and Coreapps agree on one database "
        "and on the time",
        basis=_BASIS,
        evidence=tuple(reported(node, "shards") for node in nodes.values()),
    )


def _beyond(evidence: Evidence, beyond: list[int], nodes: dict[str, Node]) -> Finding:
    count = evidence.installation.shard_count or 1
    return Finding(
        id="shard-beyond-configured",
        severity=Severity.CRITICAL,
        title=f"Nodes own shards that are not configured: {listed([str(shard) for shard in beyond])}",
        seen=f"{counted(count, 'shard')} configured; {listed(list(nodes))} own others",
        expected=f"shards 0 to {count - 1}",
        remedy="see whether a change of the number of shards was completed; restart the nodes that were left behind",
        basis=_BASIS,
        evidence=(*_configured(evidence), *(reported(node, "shards") for node in nodes.values())),
    )


def _control(installed: Installation, tellers: list[Node]) -> Iterator[Finding]:
    owners = [node for node in tellers if CONTROL in node.owned]
    expected = {Shape.HA: COREAPP, Shape.MULTICONNECT: PRIMARY_MASTER}.get(installed.shape)
    if len(owners) > 1:
        yield _control_finding("control-shard-several", "Several nodes own the control shard", owners)
    elif not owners and not installed.silent and any(node.shards for node in tellers):
        yield _control_finding("control-shard-missing", "No node owns the control shard", tellers)
    elif owners and expected and owners[0].role and owners[0].role != expected and installed.configured:
        title = f"The control shard is owned by {owners[0].name}, not by a {expected.replace('_', ' ')}"
        yield _control_finding("control-shard-misplaced", title, owners)


def _control_finding(finding_id: str, title: str, nodes: list[Node]) -> Finding:
    return Finding(
        id=finding_id,
        severity=Severity.CRITICAL,
        title=title,
        seen=f"shard -1: {listed([n.name for n in nodes if CONTROL in n.owned]) or 'no owner'}",
        expected="one owner: a Coreapp in High Availability, the primary master in Multiconnect",
        remedy="check that all nodes reach the same database and agree on the time, then restart the wrong owner",
        basis=_CONTROL,
        evidence=tuple(reported(node, "shards") for node in nodes),
    )


def _many(nodes: list[Node]) -> Finding:
    return Finding(
        id="coreapp-many-shards",
        severity=Severity.WARNING,
        title=f"{listed([node.name for node in nodes])} owns more than one shard",
        seen="; ".join(f"{node.name}: {counted(len(set(node.shards)), 'shard')}" for node in nodes[:8]),
        expected="at most one shard a Coreapp",
        remedy="start more Coreapps than there are shards, and see whether they reach the masters",
        basis=_ONE_EACH,
        evidence=tuple(reported(node, "shards") for node in nodes),
    )


def _configured(evidence: Evidence) -> tuple[Pointer, ...]:
    return (evidence.point(SHARDS, "account", "shards"),) if evidence.installation.configured else ()


CHECK = Check(
    id="shards",
    title="Does every shard have exactly one owner?",
    why=f"{_BASIS}; {_CONTROL}; {_ONE_EACH}",
    tells=(
        "shard-without-owner",
        "shard-owned-twice",
        "shard-beyond-configured",
        "control-shard-several",
        "control-shard-missing",
        "control-shard-misplaced",
        "coreapp-many-shards",
    ),
    look=look,
)
