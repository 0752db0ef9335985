"""Did every node tell about itself?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import mapping
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, shown
from collector.language import message
from collector.topology import SUPPORT

_SOURCE = message("reference of /v1/support: a cluster's answer holds an object for every node")
SILENT = Told(
    "node-silent",
    Severity.WARNING,
    message("No report from {nodes}"),
    message("an object of fields for every node"),
    message("see whether its container runs and the other nodes reach it; what it hides is not judged here"),
    _SOURCE,
)
NONE = Told(
    "nodes-missing",
    Severity.WARNING,
    message("The report lists no node at all"),
    message("the fields of a single instance, or an object for every node"),
    message("see whether the Coreapp and master containers run and reach the database"),
    _SOURCE,
)
UNREADABLE = Told(
    "support-unreadable",
    Severity.UNJUDGED,
    message("The client's own report (GET /v1/support) tells of no node: most checks had nothing to look at"),
    message("the fields of a single instance, or an object for every node"),
    message("see what the answer holds: an error, or the answer of another service; collect again"),
    _SOURCE,
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes that are listed without a report, a report without nodes, and one of no shape that is known."""
    installed, say = evidence.installation, evidence.say
    if silent := installed.silent:
        said = [f"{node.name}: {shown(node.said) if node.said else say('nothing')}" for node in silent]
        yield SILENT.found(
            evidence,
            nodes=evidence.names(silent),
            seen=evidence.lines(said),
            at=[Pointer(SUPPORT, node.place, shown(node.said)) for node in silent],
        )
    if installed.shape.is_cluster and not installed.nodes:
        seen = say("support holds neither the fields of a single instance nor a node")
        yield NONE.found(evidence, seen=seen, at=[evidence.point(SUPPORT, "support")])
    elif SUPPORT in evidence.documents and not any(node.place for node in installed.nodes):
        answer = evidence.documents[SUPPORT]
        point = evidence.point(SUPPORT, *(["support"] if "support" in mapping(answer) else []))
        yield UNREADABLE.found(evidence, seen=say("the answer holds {value}", value=point.shown), at=[point])


CHECK = Check(
    id="nodes",
    title=message("Did every node tell about itself?"),
    why=message("A node that is asked and says nothing may be down, and whatever it owns is not judged."),
    looks_at=message("/v1/support: the object of every node"),
    tells=(SILENT, NONE, UNREADABLE),
    look=look,
    version=3,
)
