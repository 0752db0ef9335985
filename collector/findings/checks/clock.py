"""Do the clocks of nodes, service and collector agree?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from statistics import median_low

from collector.documents import text
from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, reported
from collector.findings.untold import untold
from collector.language import message
from collector.model import CleanText
from collector.target import Attempt
from collector.topology import Node
from collector.units import as_utc, moment

_QUARTER = 900.0
_LONGEST_ZONE = 14 * 3600.0
_SLACK = 60.0
_SOURCE = message("guides/security: the clocks of the hosts of Coreapp and Webapp need to be in sync")
SKEW = Told(
    "clock-skew",
    Severity.WARNING,
    message("The clock of {nodes} is off"),
    message("device_iso8601 within {limit} of the service's time, UTC"),
    message("run time synchronisation (NTP, chrony) on every host; leases and signatures depend on the time"),
    _SOURCE,
    ("clock_seconds",),
)
ZONE = Told(
    "clock-zone",
    Severity.INFO,
    message("The clock of {nodes} differs by a whole time zone"),
    message("device_iso8601 within {limit} of the service's time, UTC"),
    message("if these hosts do not show UTC, nothing is wrong; else set their clocks"),
    message("reference of /v1/support: device_iso8601 is written without a time zone"),
    ("clock_seconds",),
)
COLLECTOR = Told(
    "collector-clock-skew",
    Severity.WARNING,
    message("The collecting machine's clock differs from the service's by {span}"),
    message("within {limit} of each other"),
    message(
        "set the clock of the machine that is wrong; until then the times of this bundle and of the service's logs "
        "do not match"
    ),
    message("RFC 9110, 6.6.1: Date is when the answer was made"),
    ("clock_seconds",),
)
UNREADABLE = Told(
    "clock-unreadable",
    Severity.UNJUDGED,
    message("What time {nodes} has could not be read"),
    message("device_iso8601 is a time such as 2026-11-23T08:45:12"),
    message("compare the clocks on the hosts themselves"),
    message("reference of /v1/support: device_iso8601 is written without a time zone"),
)
ALONE = Told(
    "clock-not-compared",
    Severity.UNJUDGED,
    message("Whether the clock of {node} is right could not be judged: saved answers do not say when they were made"),
    message("the time of another node, or that of the answer"),
    message("compare the clocks on the hosts themselves"),
    _SOURCE,
)


@dataclass(frozen=True, slots=True)
class _Clock:
    """A node's clock, and how many seconds it is ahead of the reference."""

    node: Node
    ahead: float

    @property
    def may_be_a_zone(self) -> bool:
        """Tell whether the difference is that of a time zone: the reference page writes times without one."""
        whole = round(self.ahead / _QUARTER) * _QUARTER
        return _QUARTER <= abs(whole) <= _LONGEST_ZONE and abs(self.ahead - whole) <= _SLACK


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes whose clock is off or cannot be told, and a collector whose clock differs from the service's."""
    answering = evidence.installation.answering
    times = [(node, when) for node in answering if (when := _told(node))]
    reference, whose, slack = _reference(evidence, [when for _, when in times])
    clocks = [_Clock(node, (when - reference).total_seconds()) for node, when in times] if reference else []
    off = [clock for clock in clocks if abs(clock.ahead) > evidence.limits.clock_seconds + slack]
    if not off and (clock := _apart(evidence, times, slack)):
        earliest = min(times, key=lambda one: one[1])[0]
        yield _finding(evidence, SKEW, [clock], earliest.name)
    if off:
        together = len({round(clock.ahead / _QUARTER) for clock in clocks}) == 1
        is_zone = together and all(clock.may_be_a_zone for clock in clocks)
        yield _finding(evidence, ZONE if is_zone else SKEW, off, whose)
    if left := untold(evidence, [(node, "device_iso8601") for node in answering if not _told(node)]):
        yield UNREADABLE.found(evidence, nodes=left.nodes, seen=left.seen, at=left.at)
    if times and not reference:
        [(node, when)] = times
        at = [reported(node, "device_iso8601")]
        yield ALONE.found(evidence, node=node.name, seen=f"device_iso8601 {moment(when)}", at=at)
    yield from _collector(evidence)


def _apart(evidence: Evidence, times: list[tuple[Node, datetime]], slack: float) -> _Clock | None:
    """Return the clock that is furthest ahead of another node's where the two differ by more than the limit."""
    if len(times) < 2:
        return None
    ordered = sorted(times, key=lambda one: one[1])
    ahead = (ordered[-1][1] - ordered[0][1]).total_seconds()
    return _Clock(ordered[-1][0], ahead) if ahead > evidence.limits.clock_seconds + slack else None


def _told(node: Node) -> datetime | None:
    try:
        return as_utc(datetime.fromisoformat(text(node.report.get("device_iso8601"))))
    except (ValueError, OverflowError):
        return None


def _reference(evidence: Evidence, times: list[datetime]) -> tuple[datetime | None, str, float]:
    """Return the time to compare with, whose it is, and how many seconds the answer was on its way."""
    say, found = evidence.say, evidence.attempt("support")
    if found and found[1].status is not None:
        date = _date(found[1])
        when = date or as_utc(found[1].started)
        return when, say("the service's Date header") if date else say("the collector's clock"), found[1].seconds
    # Answers saved earlier: all that can be said is whether the nodes agree with each other.
    return (median_low(times) if len(times) > 1 else None), say("the other nodes"), 0.0


def _date(attempt: Attempt[CleanText]) -> datetime | None:
    header = next((value for name, value in attempt.facts if name.lower() == "date"), None)
    try:
        return as_utc(parsedate_to_datetime(header)) if header else None
    except (ValueError, OverflowError):
        return None


def _finding(evidence: Evidence, told: Told, off: list[_Clock], whose: str) -> Finding:
    say = evidence.say
    clocks = [
        say("{node}: {span} ahead", node=clock.node.name, span=say.span(clock.ahead))
        if clock.ahead > 0
        else say("{node}: {span} behind", node=clock.node.name, span=say.span(clock.ahead))
        for clock in off
    ]
    return told.found(
        evidence,
        nodes=evidence.names(clock.node for clock in off),
        limit=say.span(evidence.limits.clock_seconds),
        seen=say("compared with {whose}: {clocks}", whose=whose, clocks=evidence.lines(clocks)),
        at=[reported(clock.node, "device_iso8601") for clock in off],
    )


def _collector(evidence: Evidence) -> Iterator[Finding]:
    say, found = evidence.say, evidence.attempt("support")
    date = _date(found[1]) if found and found[1].status is not None else None
    if found is None or date is None:
        return
    started = as_utc(found[1].started)
    ahead = (started - date).total_seconds()
    if abs(ahead) > evidence.limits.clock_seconds + found[1].seconds:
        yield COLLECTOR.found(
            evidence,
            span=say.span(ahead),
            limit=say.span(evidence.limits.clock_seconds),
            seen=say("collector {here}, Date header {there}", here=moment(started), there=moment(date)),
            at=[Pointer("attempts.json", f"/attempts/{found[0]}/headers/Date", moment(date))],
        )


CHECK = Check(
    id="clock",
    title=message("Do the clocks agree?"),
    why=message(
        "Leases, signatures and tokens depend on the time; logs of clocks that differ cannot be laid side by side."
    ),
    looks_at=message("/v1/support: device_iso8601 of every node; the Date header of its answer; the collector's clock"),
    tells=(SKEW, ZONE, COLLECTOR, UNREADABLE, ALONE),
    look=look,
    version=3,
)
