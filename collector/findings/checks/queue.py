"""Do callbacks pile up?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.documents import mapping, number
from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Finding, Pointer, Severity
from collector.units import counted

STATS = "collected/app-stats.json"
METRICS = ("callback_queue_size", "pending_callbacks")
OVERLOAD = 100_000
CRITICAL, HIGH = 90_000, 50_000
_BASIS = (
    "360dialog, API error messages, 1016: the system gets overloaded when the callback queue reaches 100K; the limits "
    "of 50,000 and 90,000 are chosen by collect-bundle"
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a node whose callback queue nears the size at which the client refuses work."""
    queues = sorted(_queues(evidence), key=lambda queue: -queue[0])
    waiting = queues[0][0] if queues else 0
    if waiting >= HIGH:
        yield Finding(
            id="callback-queue-high",
            severity=Severity.CRITICAL if waiting >= CRITICAL else Severity.WARNING,
            title=f"{counted(int(waiting), 'callback')} wait: your webhook does not take them fast enough",
            seen=f"{int(waiting):,} waiting on one node, {waiting / OVERLOAD:.0%} of the {OVERLOAD:,} at which the "
            "client is overloaded and refuses messages",
            expected=f"fewer than {HIGH:,} on every node",
            remedy="see whether the webhook is up and answers 200 at once (do the work later); compare "
            "callback_requests by result in app-stats; the queue empties by itself when the webhook answers",
            basis=_BASIS,
            evidence=tuple(pointer for size, pointer in queues if size >= HIGH),
        )


def _queues(evidence: Evidence) -> Iterator[tuple[float, Pointer]]:
    app = mapping(evidence.find(STATS, "stats", "app"))
    nodes: list[tuple[str, ...]] = [("stats", "app"), *(("stats", "app", key) for key in app if key not in METRICS)]
    for place in nodes:
        for metric in METRICS:
            series = mapping(evidence.find(STATS, *place, metric)).get("data")
            for index, one in enumerate(series if isinstance(series, list) else []):
                value = number(mapping(one).get("value"))
                if value is not None:
                    yield value, evidence.point(STATS, *place, metric, "data", index, "value")


CHECK = Check(
    id="queue",
    title="Do callbacks pile up?",
    why=_BASIS,
    tells=("callback-queue-high",),
    look=look,
)
