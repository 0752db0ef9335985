"""What can be measured in the answers, as charts: room on disks, queues, latencies, dates and clocks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from markupsafe import Markup

from collector.documents import Json, at, mapping, number, text
from collector.finding import Limits
from collector.language import Language, message
from collector.report.answers import Answers
from collector.report.charts import bar, columns, dot
from collector.report.nodes import NETWORK, VOLUMES
from collector.run import Contents
from collector.topology import Installation, Node
from collector.units import as_utc, cut, moment, size

STATS = "collected/app-stats.json"
MOST_BARS = 10
_GIB = 1 << 30
_OVERLOAD = 100_000
_QUEUES = {
    "callback_queue_size": message("callbacks waiting in memory"),
    "pending_callbacks": message("callbacks waiting in the database"),
    "pending_messages": message("messages waiting to be sent"),
    "in_messages_pending_processing": message("messages waiting to be processed"),
}
_TIMES = {
    "callback_requests_duration_ms": (message("a callback to the webhook"), 1.0),
    "db_request_duration_us": (message("a request to the database"), 0.001),
}
SWITCHED_OFF = datetime(2025, 10, 23, tzinfo=UTC)
"""The day the vendor ended this product."""
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: what it is, the chart, the figure, and a severity's word where a limit is passed."""

    name: str
    chart: Markup
    figure: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows on one scale, and what a reader must know of it; `more` rows are left out."""

    name: str
    title: str
    note: str
    figure: str
    rows: tuple[Row, ...] = field(default=())
    more: int = 0


def measures(contents: Contents, answers: Answers, say: Language) -> tuple[Chart, ...]:
    """Return the charts that have something to show."""
    installed = answers.installation
    stats = list(_stats(answers))
    limits = contents.run.limits
    charts = (
        _disks(installed, limits, say),
        _queues(stats, limits, say),
        _latencies(stats, say),
        _clocks(contents, installed, say),
        _dates(contents, installed, say),
    )
    return tuple(chart for chart in charts if chart.rows)


def _disks(installed: Installation, limits: Limits, say: Language) -> Chart:
    rooms = sorted(
        (free, node.name, volume)
        for node in installed.answering
        for volume in VOLUMES
        if (free := number(node.report.get(f"free_space_{volume}"))) is not None and 0 <= free < NETWORK
    )
    scale = max((free for free, _, _ in rooms), default=0) or 1
    full, low = limits.disk_full_gib * _GIB, limits.disk_low_gib * _GIB
    return Chart(
        "disks",
        say("Free space"),
        say(
            "The volumes with the least room. The strokes stand at {full} and {low}, limits that no document states.",
            full=size(full),
            low=size(low),
        ),
        say("Free"),
        tuple(
            Row(
                say("{node}: {volume}", node=node, volume=say(VOLUMES[volume])),
                bar(free / scale, _short(free, full, low), [limit / scale for limit in (full, low) if limit < scale]),
                size(free),
                _short(free, full, low),
            )
            for free, node, volume in rooms[:MOST_BARS]
        ),
        max(0, len(rooms) - MOST_BARS),
    )


def _short(free: float, full: float, low: float) -> str:
    return "critical" if free < full else "warning" if free < low else ""


def _queues(stats: list[tuple[str, Mapping[str, Json]]], limits: Limits, say: Language) -> Chart:
    told = [(name, metric, _sum(metrics.get(metric))) for name, metrics in stats for metric in _QUEUES]
    known = [(waiting, name, metric) for name, metric, waiting in told if waiting is not None]
    shown = sorted((one for one in known if one[0] > 0), key=lambda one: (-one[0], one[1], one[2]))
    scale = max([_OVERLOAD, *(waiting for waiting, _, _ in shown)])
    rows = tuple(
        Row(
            say("{node}: {queue}", node=name, queue=say(_QUEUES[metric])),
            bar(waiting / scale, _pressure(metric, waiting, limits), (_OVERLOAD / scale,)),
            f"{waiting:,.0f}",
            _pressure(metric, waiting, limits),
        )
        for waiting, name, metric in shown[:MOST_BARS]
    )
    if known and not rows:
        rows = (Row(say("every queue of {nodes}", nodes=say.counted(len(stats), "node")), bar(0), "0"),)
    return Chart(
        "queues",
        say("Queues"),
        say("The stroke stands at {limit}, where the client is overloaded and refuses messages.", limit="100,000"),
        say("Waiting"),
        rows,
        max(0, len(shown) - MOST_BARS),
    )


def _pressure(metric: str, waiting: float, limits: Limits) -> str:
    if "callback" not in metric:
        return "warning" if metric == "pending_messages" and waiting >= limits.pending_messages else ""
    return (
        "critical" if waiting >= limits.callback_queue_full else "warning" if waiting >= limits.callback_queue else ""
    )


def _latencies(stats: list[tuple[str, Mapping[str, Json]]], say: Language) -> Chart:
    rows = []
    for metric, (words, factor) in _TIMES.items():
        sums = [(_sum(m.get(f"{metric}_sum")), _sum(m.get(f"{metric}_count"))) for _, m in stats]
        means = [total * factor / count for total, count in sums if total is not None and count]
        if means:
            mean = sum(total or 0 for total, count in sums if count) * factor / sum(count or 0 for _, count in sums)
            rows.append(Row(say(words), columns(means), f"{mean:,.1f} ms"))
    note = say("Means since the start of each node; a column is a node, the highest is the slowest.")
    return Chart("latencies", say("Latencies of the service"), note, say("Mean"), tuple(rows))


def _dates(contents: Contents, installed: Installation, say: Language) -> Chart:
    now, soon = as_utc(contents.run.started).replace(microsecond=0), contents.run.limits.build_days * _DAY
    expiries: dict[datetime, list[str]] = defaultdict(list)
    for node in installed.answering:
        if when := _instant(node, "expire_timestamp"):
            expiries[when].append(node.name)
    events = [
        (when, say("the build of {nodes} expires", nodes=say.listed(names, most=3)), True)
        for when, names in expiries.items()
    ]
    if not events:
        return Chart("dates", "", "", "")
    events.append((now, say("this bundle was collected"), False))
    events.append((SWITCHED_OFF, say("WhatsApp switched this product off"), False))
    events.sort()
    scale = max(1.0, *(abs(_nearer(when, now)) for when, _, _ in events))
    rows = tuple(
        Row(
            say("{moment}: {event}", moment=moment(when), event=what),
            dot(0.5 + _nearer(when, now) / scale / 2, 0.5, _haste(when, now, soon) if expires else ""),
            _from_now((when - now).total_seconds(), say),
            _haste(when, now, soon) if expires else "",
        )
        for when, what, expires in events[:MOST_BARS]
    )
    note = say("The stroke is the time of this bundle; the further away, the closer together (logarithmic).")
    return Chart("dates", say("Timeline"), note, say("From then"), rows, max(0, len(events) - MOST_BARS))


def _nearer(when: datetime, now: datetime) -> float:
    """Return how far it is from now on a scale that shows days and years alike, with its sign."""
    days = (when - now).total_seconds() / _DAY
    return math.copysign(math.log1p(abs(days)), days)


def _haste(when: datetime, now: datetime, soon: float) -> str:
    left = (when - now).total_seconds()
    return "critical" if left < 0 else "warning" if left < soon else ""


def _from_now(seconds: float, say: Language) -> str:
    if not seconds:
        return say("now")
    return say("in {span}", span=say.span(seconds)) if seconds > 0 else say("{span} ago", span=say.span(seconds))


def _clocks(contents: Contents, installed: Installation, say: Language) -> Chart:
    reference = next((_date(a.facts) for a in contents.attempts if a.source == "support"), None)
    told = [(node.name, when) for node in installed.answering if (when := _instant(node, "device_iso8601"))]
    if not reference or not told:
        return Chart("clocks", "", "", "")
    off = [((when - reference).total_seconds(), name) for name, when in told]
    far = sorted((one for one in off if abs(one[0]) > 1), key=lambda one: -abs(one[0]))
    limit = contents.run.limits.clock_seconds
    scale = max([limit or 1.0, *(abs(ahead) for ahead, _ in far)])
    rows = [
        Row(name, dot(0.5 + ahead / scale / 2, 0.5, _skew(ahead, limit)), _offset(ahead, say), _skew(ahead, limit))
        for ahead, name in far[:MOST_BARS]
    ]
    near = len(off) - len(far)
    if near:
        rows.append(Row(say("clock of {nodes}", nodes=say.counted(near, "node")), dot(0.5, 0.5), say("in step")))
    note = say("Compared with the Date header of the answer; left is behind, right is ahead.")
    return Chart("clocks", say("Clocks"), note, say("Difference"), tuple(rows), max(0, len(far) - MOST_BARS))


def _skew(ahead: float, limit: float) -> str:
    return "warning" if abs(ahead) > limit else ""


def _offset(ahead: float, say: Language) -> str:
    return say("{span} ahead", span=say.span(ahead)) if ahead > 0 else say("{span} behind", span=say.span(ahead))


def _instant(node: Node, key: str) -> datetime | None:
    try:
        return as_utc(datetime.fromisoformat(text(node.report.get(key))))
    except (ValueError, OverflowError):
        return None


def _date(facts: tuple[tuple[str, object], ...]) -> datetime | None:
    header = next((str(value) for name, value in facts if name.lower() == "date"), "")
    try:
        return as_utc(parsedate_to_datetime(header))
    except (ValueError, OverflowError):
        return None


def _stats(answers: Answers) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield the metrics by the name of their node; a single instance has them without a node's key."""
    app = mapping(at(answers.documents.get(STATS), "stats", "app"))
    names = {node.key: node.name for node in answers.installation.nodes}
    if any(metric in app for metric in _QUEUES):
        yield names.get("", "node"), app
        return
    for key, metrics in app.items():
        if isinstance(metrics, dict):
            yield names.get(key) or cut(key, 60), metrics


def _sum(metric: Json) -> float | None:
    """Return the sum over a metric's series; None where it has none."""
    series = mapping(metric).get("data")
    found = [number(mapping(one).get("value")) for one in (series if isinstance(series, list) else [])]
    values = [value for value in found if value is not None]
    return float(sum(values)) if values else None
