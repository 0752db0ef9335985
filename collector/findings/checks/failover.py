"""Is the time after which a node counts as lost longer than the time between its signs of life?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import mapping, number
from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.language import message

SETTINGS = "collected/app-settings.json"
_PLACE = ("settings", "application")
EARLY = Told(
    "failover-too-early",
    Severity.WARNING,
    message("A Coreapp counts as lost before its next sign of life is due: shards change hands for nothing"),
    message("unhealthy_interval longer than heartbeat_interval"),
    message("set unhealthy_interval to several times heartbeat_interval (documented: 30 s and 5 s)"),
    message("reference of /v1/settings/application: heartbeat_interval 5 s, unhealthy_interval 30 s"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find an unhealthy_interval that is not longer than the heartbeat_interval."""
    application = mapping(evidence.find(SETTINGS, *_PLACE))
    beat, lost = (_seconds(application.get(name)) for name in ("heartbeat_interval", "unhealthy_interval"))
    if evidence.installation.shape.is_cluster and beat and lost and lost <= beat:
        points = [evidence.point(SETTINGS, *_PLACE, name) for name in ("heartbeat_interval", "unhealthy_interval")]
        yield EARLY.found(evidence, seen=f"heartbeat_interval {beat:g} s, unhealthy_interval {lost:g} s", at=points)


def _seconds(value: object) -> float | None:
    # The reference shows such settings as numbers and lists them as strings.
    return float(value) if isinstance(value, str) and value.isdecimal() and len(value) < 10 else number(value)


CHECK = Check(
    id="failover",
    title=message("Does the cluster wait long enough before it moves a shard?"),
    why=message("Every move of a shard interrupts the messages of its recipients."),
    looks_at=message("/v1/settings/application: heartbeat_interval, unhealthy_interval"),
    tells=(EARLY,),
    look=look,
)
