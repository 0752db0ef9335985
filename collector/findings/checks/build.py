"""Does the build still run, and for how long?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from collector.documents import text
from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Severity
from collector.topology import Node
from collector.units import as_utc, listed, moment, span

SOON = timedelta(days=7)
_BASIS = (
    "reference of /v1/support, expire_timestamp (no zone, read as UTC); WADebug 0.1.5, check_software_version: "
    "expired is a problem, fewer than 7 days left a warning; error 1005, App Expired"
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes whose build has expired, and nodes whose build will within 7 days."""
    dated = [(node, when) for node in evidence.installation.answering if (when := _expiry(node))]
    expired = [(node, when) for node, when in dated if when < evidence.now]
    expiring = [(node, when) for node, when in dated if evidence.now <= when < evidence.now + SOON]
    for nodes, build in ((expired, _EXPIRED), (expiring, _EXPIRING)):
        if nodes:
            first = min(when for _, when in nodes)
            ago = span((evidence.now - first).total_seconds())
            yield Finding(
                id=build[0],
                severity=build[1],
                title=build[2].format(ago),
                seen=f"{listed([_versioned(node) for node, _ in nodes])}: "
                f"expire_timestamp {moment(first)}; the run began {moment(evidence.now)}",
                expected="expire_timestamp lies more than 7 days ahead",
                remedy=build[3],
                basis=_BASIS,
                evidence=tuple(reported(node, "expire_timestamp") for node, _ in nodes),
            )


_EXPIRED = (
    "build-expired",
    Severity.CRITICAL,
    "The build expired {} ago; the client refuses to work",
    "upgrade every node to a build that has not expired; nothing else brings the client back",
)
_EXPIRING = (
    "build-expiring",
    Severity.WARNING,
    "The build expires in {}; the client stops then",
    "plan the upgrade of every node before that time",
)


def _versioned(node: Node) -> str:
    return f"{node.name} (version {text(node.report.get('version')) or 'not told'})"


def _expiry(node: Node) -> datetime | None:
    value = text(node.report.get("expire_timestamp"))
    try:
        return as_utc(datetime.fromisoformat(value)) if value else None
    except (ValueError, OverflowError):
        return None


CHECK = Check(
    id="build",
    title="Does the build still run?",
    why=_BASIS,
    tells=("build-expired", "build-expiring"),
    look=look,
)
