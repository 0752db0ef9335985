"""Is there room left on the volumes?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import number
from collector.findings.check import CHOSEN, Check
from collector.findings.evidence import Evidence, reported
from collector.model import Finding, Severity
from collector.topology import Node
from collector.units import size

GIB = 1 << 30
CRITICAL, LOW = GIB, 5 * GIB
NETWORK = 1 << 62
"""From here on it is the size a network file system reports (AWS EFS: 2**63 - 2**20), not room that was measured."""
VOLUMES = ("data", "logs", "media_incoming", "media_outgoing")
_BASIS = f"reference of /v1/support, free_space_*, bytes; the limits of 1 GiB and 5 GiB are {CHOSEN}"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find volumes with less than 1 GiB, or less than 5 GiB left."""
    rooms = [room for node in evidence.installation.answering for room in _rooms(node)]
    for finding_id, severity, low, high, title in _LEVELS:
        short = sorted((room for room in rooms if low <= room[2] < high), key=lambda room: room[2])
        if short:
            node, volume, free = short[0]
            yield Finding(
                id=finding_id,
                severity=severity,
                title=title.format(size(free), volume.replace("_", " "), node.name),
                seen="; ".join(f"{node.name}: free_space_{volume} {size(free)}" for node, volume, free in short[:8]),
                expected="at least 5 GiB free on every volume",
                remedy="make room or enlarge the volume; delete old logs and media first, never files of the database",
                basis=_BASIS,
                evidence=tuple(reported(node, f"free_space_{volume}") for node, volume, _ in short),
            )


_LEVELS = (
    ("disk-full", Severity.CRITICAL, 0, CRITICAL, "Only {} left on the volume for {} of {}"),
    ("disk-low", Severity.WARNING, CRITICAL, LOW, "{} left on the volume for {} of {}"),
)


def _rooms(node: Node) -> Iterator[tuple[Node, str, float]]:
    for volume in VOLUMES:
        free = number(node.report.get(f"free_space_{volume}"))
        if free is not None and 0 <= free < NETWORK:
            yield node, volume, free


CHECK = Check(
    id="disk",
    title="Is there room left on the volumes?",
    why=_BASIS,
    tells=("disk-full", "disk-low"),
    look=look,
)
