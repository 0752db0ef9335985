"""Do callbacks or messages pile up?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.findings.metrics import APP, DB, Series, series
from collector.language import message

OVERLOAD = 100_000
CALLBACKS = ((APP, "callback_queue_size"), (APP, "pending_callbacks"), (DB, "db_pending_callbacks"))
MESSAGES = ((APP, "pending_messages"), (APP, "in_messages_pending_processing"), (DB, "db_pending_messages"))
QUEUE = Told(
    "callback-queue-high",
    Severity.WARNING,
    message("{callbacks} wait: your webhook does not take them fast enough"),
    message("fewer than {limit} on every node"),
    message(
        "see whether the webhook is up and answers 200 at once (do the work later); compare callback_requests by "
        "result in app-stats; the queue empties by itself when the webhook answers"
    ),
    message("360dialog, API error messages, 1016: the system gets overloaded when the callback queue reaches 100K"),
    ("callback_queue", "callback_queue_full"),
)
PENDING = Told(
    "messages-pending",
    Severity.WARNING,
    message("{messages} wait to be sent or processed"),
    message("fewer than {limit} on every node"),
    message(
        "see whether the owners of shards are connected and the database answers quickly; send more slowly until they "
        "are gone"
    ),
    message("monitoring/alerting: High Pending Outgoing Message, the queue of outgoing messages is close to full"),
    ("pending_messages",),
)

NOT_TOLD = Told(
    "queues-not-told",
    Severity.UNJUDGED,
    message("Whether callbacks or messages pile up could not be judged: no figure of {metrics}"),
    message("a number of each queue"),
    message("see GET /v1/stats/app, and the Coreapp's log"),
    message("reference of /v1/stats/app"),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find a node whose callback queue nears the size at which the client refuses work, or whose messages wait."""
    say, limits = evidence.say, evidence.limits
    if queues := _waiting(evidence, CALLBACKS, limits.callback_queue):
        waiting = queues[0].value
        yield QUEUE.found(
            evidence,
            severity=Severity.CRITICAL if waiting >= limits.callback_queue_full else Severity.WARNING,
            callbacks=say.counted(int(waiting), "callback"),
            limit=f"{limits.callback_queue:,g}",
            seen=say(
                "{count} waiting on one node, {part} of the {most} at which the client refuses messages",
                count=f"{int(waiting):,}",
                part=f"{waiting / OVERLOAD:.0%}",
                most=f"{OVERLOAD:,}",
            ),
            at=[one.pointer for one in queues],
        )
    if pending := _waiting(evidence, MESSAGES, limits.pending_messages):
        yield PENDING.found(
            evidence,
            messages=say.counted(int(pending[0].value), "message"),
            limit=f"{limits.pending_messages:,g}",
            seen=evidence.lines([_line(one) for one in pending]),
            at=[one.pointer for one in pending],
        )
    yield from _untold(evidence)


def _untold(evidence: Evidence) -> Iterator[Finding]:
    groups = [[metric for member, metric in metrics if member == APP] for metrics in (CALLBACKS, MESSAGES)]
    lacking = [g for g in groups if not any(series(evidence, APP, metric) for metric in g)]
    if APP in evidence.documents and lacking:
        metrics = evidence.say.listed([metric for group in lacking for metric in group])
        seen = evidence.say("no figure: {metrics}", metrics=metrics)
        yield NOT_TOLD.found(evidence, metrics=metrics, seen=seen, at=[Pointer(APP, "", "…")])


def _waiting(evidence: Evidence, metrics: tuple[tuple[str, str], ...], limit: float) -> list[Series]:
    found = [one for member, metric in metrics for one in series(evidence, member, metric) if one.value >= limit]
    return sorted(found, key=lambda one: -one.value)


def _line(one: Series) -> str:
    metric = next(key for key in one.pointer.pointer.split("/") if "pending" in key)
    return f"{one.owner or 'node'}: {metric} {int(one.value):,}"


CHECK = Check(
    id="queue",
    title=message("Do callbacks or messages pile up?"),
    why=message("A queue that fills ends in error 1016: the client refuses new messages until it has emptied."),
    looks_at=message(
        "/v1/stats/app: callback_queue_size, pending_callbacks, pending_messages, in_messages_pending_processing; "
        "/v1/stats/db: db_pending_callbacks, db_pending_messages"
    ),
    tells=(QUEUE, PENDING, NOT_TOLD),
    look=look,
    version=3,
)
