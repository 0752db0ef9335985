"""Do the nodes of a cluster agree on what must be the same everywhere?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import mapping
from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported, shown
from collector.findings.untold import untold
from collector.language import message
from collector.topology import Node, Shape

_SOURCE = message("inferred, no document says it: a cluster is one client; WADebug 0.1.5 warns of several versions")
_EXPECTED = message("the same {field} on every node")
VERSION = Told(
    "version-skew",
    Severity.WARNING,
    message("The nodes run different versions: {nodes}"),
    _EXPECTED,
    message("finish the upgrade: bring every node to the newest version in use"),
    _SOURCE,
)
SCHEMA = Told(
    "schema-skew",
    Severity.WARNING,
    message("The nodes expect different database schemas: {nodes}"),
    _EXPECTED,
    message("bring every node to one version and restart those that are behind, so that they read the schema again"),
    _SOURCE,
)
ENGINE = Told(
    "database-engine-skew",
    Severity.WARNING,
    message("The nodes use different kinds of database: {nodes}"),
    _EXPECTED,
    message("point every node at the same database (WA_DB_ENGINE, WA_DB_HOSTNAME)"),
    _SOURCE,
)
NUMBER = Told(
    "number-skew",
    Severity.CRITICAL,
    message("The nodes work for different business numbers: {nodes}"),
    _EXPECTED,
    message("point every node at the same database; nodes of two numbers must not share a cluster"),
    _SOURCE,
)
MULTICONNECT = Told(
    "multiconnect-skew",
    Severity.WARNING,
    message("The nodes disagree on whether they are a cluster: {nodes}"),
    _EXPECTED,
    message("set WA_APP_MULTICONNECT=1 on every node of the cluster and restart those that differ"),
    _SOURCE,
)
OFF = Told(
    "multiconnect-off",
    Severity.WARNING,
    message("Several nodes run although none of them is set up for a cluster"),
    message("multi_connect true on every node of a cluster"),
    message(
        "set WA_APP_MULTICONNECT=1 everywhere, or stop all nodes but one: several clients outside a cluster can get "
        "the account banned"
    ),
    message("availability-scaling: several containers outside High Availability cause problems and temporary bans"),
)
ALONE = Told(
    "multiconnect-alone",
    Severity.WARNING,
    message("The client is set up for a cluster, but reports as a single instance"),
    message("multi_connect false on a single instance"),
    message("set WA_APP_MULTICONNECT=0, or start the masters and Coreapps of the cluster"),
    message("inferred: a cluster's report lists its nodes (reference of /v1/support)"),
)
NOT_TOLD = Told(
    "skew-not-told",
    Severity.UNJUDGED,
    message("Whether {nodes} agrees with the others could not be judged in everything"),
    message("version, schema, db_engine, debug_info and multi_connect of every node"),
    message("compare the nodes themselves: image, environment and database of each"),
    _SOURCE,
)
NO_FLAG = Told(
    "multiconnect-not-told",
    Severity.UNJUDGED,
    message("Whether the client is set up for a cluster could not be judged"),
    message("multi_connect is true or false"),
    message("see WA_APP_MULTICONNECT in the container's environment"),
    message("inferred: a cluster's report lists its nodes (reference of /v1/support)"),
)
_FIELDS = (
    (VERSION, "version"),
    (SCHEMA, "schema"),
    (ENGINE, "db_engine"),
    (NUMBER, "debug_info"),
    (MULTICONNECT, "multi_connect"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find fields that differ between the nodes that tell them, and a flag that does not fit their number."""
    nodes = evidence.installation.answering
    for told, field in _FIELDS:
        tellers = [node for node in nodes if _tells(node, field)]
        groups: dict[str, list[Node]] = {}
        for node in tellers:
            groups.setdefault(_value(node, field), []).append(node)
        if len(groups) > 1:
            yield _differs(evidence, told, field, groups)
    flags = [reported(node, "multi_connect") for node in nodes]
    if len(nodes) > 1 and all(node.report.get("multi_connect") is False for node in nodes):
        seen = evidence.say("multi_connect false on all {nodes}", nodes=evidence.say.counted(len(nodes), "node"))
        yield OFF.found(evidence, seen=seen, at=flags)
    if evidence.installation.shape is Shape.SINGLE and nodes and nodes[0].report.get("multi_connect") is True:
        yield ALONE.found(evidence, seen="multi_connect true", at=flags)
    yield from _open(evidence)


def _open(evidence: Evidence) -> Iterator[Finding]:
    nodes = evidence.installation.answering
    fields = [field for _, field in _FIELDS] if len(nodes) > 1 else []
    if left := untold(evidence, [(node, field) for field in fields for node in nodes if not _tells(node, field)]):
        yield NOT_TOLD.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)
    alone = nodes if evidence.installation.shape is Shape.SINGLE else ()
    if left := untold(evidence, [(node, "multi_connect") for node in alone if not _tells(node, "multi_connect")]):
        yield NO_FLAG.found(evidence, seen=left.seen, at=left.at)


def _tells(node: Node, field: str) -> bool:
    value = node.report.get(field)
    return isinstance(value, bool) if field == "multi_connect" else value not in (None, "")


def _value(node: Node, field: str) -> str:
    value = node.report[field]
    return shown(dict(sorted(mapping(value).items()))) if field == "schema" and mapping(value) else shown(value)


def _differs(evidence: Evidence, told: Told, field: str, groups: dict[str, list[Node]]) -> Finding:
    common = max(groups, key=lambda value: len(groups[value]))
    odd = [node for value, nodes in groups.items() if value != common for node in nodes]
    return told.found(
        evidence,
        nodes=evidence.names(odd),
        field=field,
        seen=evidence.lines([f"{value}: {evidence.names(nodes)}" for value, nodes in groups.items()]),
        at=[reported(node, field) for nodes in groups.values() for node in nodes],
    )


CHECK = Check(
    id="skew",
    title=message("Do the nodes agree with each other?"),
    why=message("Nodes of different versions, schemas or numbers work against each other on one database."),
    looks_at=message("/v1/support: version, schema, db_engine, debug_info, multi_connect of every node"),
    tells=(VERSION, SCHEMA, ENGINE, NUMBER, MULTICONNECT, OFF, ALONE, NOT_TOLD, NO_FLAG),
    look=look,
    version=3,
)
