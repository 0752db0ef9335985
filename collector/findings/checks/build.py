"""Does the build still run, and for how long?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from collector.documents import text
from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.untold import untold
from collector.language import message
from collector.topology import Node
from collector.units import as_utc, moment

EXPIRED = Told(
    "build-expired",
    Severity.CRITICAL,
    message("The build expired {span} ago; the client refuses to work"),
    message("expire_timestamp lies in the future"),
    message("upgrade every node to a build that has not expired; nothing else brings the client back"),
    message(
        "reference of /v1/support, expire_timestamp (no zone, read as UTC); error 1005, App Expired: a version "
        "upgrade is required"
    ),
)
EXPIRING = Told(
    "build-expiring",
    Severity.WARNING,
    message("The build expires in {span}; the client stops then"),
    message("expire_timestamp lies more than {limit} ahead"),
    message("plan the upgrade of every node before that time"),
    message("reference of /v1/support, expire_timestamp (no zone, read as UTC)"),
    ("build_days",),
)
UNDATED = Told(
    "build-expiry-unreadable",
    Severity.UNJUDGED,
    message("When the build of {nodes} expires could not be read"),
    message("expire_timestamp is a time such as 2027-03-01T00:00:00"),
    message("compare the version with the release notes: a build lives about 180 days"),
    message("reference of /v1/support, expire_timestamp (no zone, read as UTC)"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes whose build has expired, nodes whose build soon will, and expiries nobody tells or can read."""
    answering = evidence.installation.answering
    soon = evidence.now + timedelta(days=min(evidence.limits.build_days, 100_000))
    dated = [(node, when) for node in answering if (when := _expiry(node))]
    expired = [(node, when) for node, when in dated if when < evidence.now]
    expiring = [(node, when) for node, when in dated if evidence.now <= when < soon]
    for told, nodes in ((EXPIRED, expired), (EXPIRING, expiring)):
        if nodes:
            yield _finding(evidence, told, nodes)
    if left := untold(evidence, [(node, "expire_timestamp") for node in answering if not _expiry(node)]):
        yield UNDATED.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)


def _finding(evidence: Evidence, told: Told, nodes: list[tuple[Node, datetime]]) -> Finding:
    say, first = evidence.say, min(when for _, when in nodes)
    return told.found(
        evidence,
        span=say.span((evidence.now - first).total_seconds()),
        limit=say.span(evidence.limits.build_days * 86_400),
        seen=say(
            "{nodes}: expire_timestamp {expiry}; the run began {now}",
            nodes=say.listed([f"{node.name} (version {text(node.report.get('version')) or '?'})" for node, _ in nodes]),
            expiry=moment(first),
            now=moment(evidence.now),
        ),
        at=[reported(node, "expire_timestamp") for node, _ in nodes],
    )


def _expiry(node: Node) -> datetime | None:
    value = text(node.report.get("expire_timestamp"))
    try:
        return as_utc(datetime.fromisoformat(value)) if value else None
    except (ValueError, OverflowError):
        return None


CHECK = Check(
    id="build",
    title=message("Does the build still run?"),
    why=message("A build lives about 180 days; from its expiry on the client refuses every message."),
    looks_at=message("/v1/support: expire_timestamp and version of every node, compared with the time of the run"),
    tells=(EXPIRED, EXPIRING, UNDATED),
    look=look,
    version=3,
)
