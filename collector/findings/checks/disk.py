"""Is there room left on the volumes?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import figure
from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.untold import untold
from collector.language import message
from collector.topology import Node
from collector.units import size

GIB = 1 << 30
NETWORK = 1 << 62
"""From here on it is the size a network file system reports (AWS EFS: 2**63 - 2**20), not room that was measured."""
VOLUMES = ("data", "logs", "media_incoming", "media_outgoing")
FULL = Told(
    "disk-full",
    Severity.CRITICAL,
    message("Only {free} left on the volume for {volume} of {node}"),
    message("at least {limit} free on every volume"),
    message("make room or enlarge the volume; delete old logs and media first, never files of the database"),
    message("reference of /v1/support, free_space_*, bytes"),
    ("disk_full_gib", "disk_low_gib"),
)
LOW = Told(
    "disk-low",
    Severity.WARNING,
    message("{free} left on the volume for {volume} of {node}"),
    message("at least {limit} free on every volume"),
    message("make room or enlarge the volume; delete old logs and media first, never files of the database"),
    message("reference of /v1/support, free_space_*, bytes"),
    ("disk_low_gib",),
)
UNREADABLE = Told(
    "disk-unreadable",
    Severity.UNJUDGED,
    message("How much room {nodes} has left could not be read"),
    message("free_space_* is a number of bytes"),
    message("see the volumes on the hosts themselves: df -h"),
    message("reference of /v1/support, free_space_*, bytes"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find volumes with hardly any room left, or little, and figures nobody tells or can read."""
    limits = evidence.limits
    full, low = limits.disk_full_gib * GIB, limits.disk_low_gib * GIB
    rooms = [room for node in evidence.installation.answering for room in _rooms(node)]
    for told, least, most in ((FULL, 0.0, full), (LOW, full, low)):
        short = sorted((room for room in rooms if least <= room[2] < most), key=lambda room: room[2])
        if short:
            node, volume, free = short[0]
            yield told.found(
                evidence,
                free=size(free),
                volume=volume.replace("_", " "),
                node=node.name,
                limit=size(max(full, low)),
                seen=evidence.lines([f"{node.name}: free_space_{volume} {size(free)}" for node, volume, free in short]),
                at=[reported(node, f"free_space_{volume}") for node, volume, _ in short],
            )
    names = [(volume, f"free_space_{volume}") for volume in VOLUMES]
    answering = evidence.installation.answering
    unread = [(node, name) for node in answering for volume, name in names if _free(node, volume) is None]
    if left := untold(evidence, unread):
        yield UNREADABLE.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)


def _free(node: Node, volume: str) -> float | None:
    free = figure(node.report.get(f"free_space_{volume}"))
    return free if free is not None and free >= 0 else None


def _rooms(node: Node) -> Iterator[tuple[Node, str, float]]:
    for volume in VOLUMES:
        free = _free(node, volume)
        if free is not None and free < NETWORK:
            yield node, volume, free


CHECK = Check(
    id="disk",
    title=message("Is there room left on the volumes?"),
    why=message("A full volume stops logging, media and, where it holds data, the client itself."),
    looks_at=message(
        "/v1/support: free_space_data, _logs, _media_incoming, _media_outgoing of every node; what a network file "
        "system reports as its size (from 2**62 bytes on) is not judged"
    ),
    tells=(FULL, LOW, UNREADABLE),
    look=look,
    version=4,
)
