"""Did every node tell about itself?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence, shown
from collector.model import Finding, Pointer, Severity
from collector.topology import SUPPORT
from collector.units import listed

_BASIS = "reference of /v1/support: a cluster's answer holds an object for every node"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that are listed without a report, and a report without nodes."""
    installed = evidence.installation
    if silent := installed.silent:
        yield Finding(
            id="node-silent",
            severity=Severity.WARNING,
            title=f"{listed([node.name for node in silent])} did not tell about itself",
            seen="; ".join(
                f"{node.name}: {shown(node.said)}" if node.said else f"{node.name}: nothing" for node in silent[:8]
            ),
            expected="an object of fields for every node",
            remedy="see whether its container runs and the other nodes reach it; what it hides is not judged here",
            basis=_BASIS,
            evidence=tuple(Pointer(SUPPORT, node.place, shown(node.said)) for node in silent),
        )
    if installed.shape.is_cluster and not installed.nodes:
        yield Finding(
            id="nodes-missing",
            severity=Severity.WARNING,
            title="The report lists no node at all",
            seen="support holds neither the fields of a single instance nor a node",
            expected="the fields of a single instance, or an object for every node",
            remedy="see whether the Coreapp and master containers run and reach the database",
            basis=_BASIS,
            evidence=(evidence.point(SUPPORT, "support"),),
        )


CHECK = Check(
    id="nodes",
    title="Did every node tell about itself?",
    why=_BASIS,
    tells=("node-silent", "nodes-missing"),
    look=look,
)
