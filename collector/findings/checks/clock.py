"""Do the clocks of nodes, service and collector agree?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from statistics import median_low

from collector.documents import text
from collector.findings.check import Check
from collector.findings.evidence import Evidence, reported
from collector.model import Attempt, CleanText, Finding, Pointer, Severity
from collector.topology import Node
from collector.units import as_utc, listed, moment, span

LIMIT = 60.0
_QUARTER = 900.0
_LONGEST_ZONE = 14 * 3600.0
_BASIS = (
    "guides/security: the hosts of Coreapp and Webapp need to have their clocks in sync; the limit of 60 s is "
    "chosen by collect-bundle"
)


@dataclass(frozen=True, slots=True)
class _Clock:
    """A node's clock, and how many seconds it is ahead of the reference."""

    node: Node
    ahead: float

    def __str__(self) -> str:
        return f"{self.node.name}: {span(self.ahead)} {'ahead' if self.ahead > 0 else 'behind'}"

    @property
    def may_be_a_zone(self) -> bool:
        """Tell whether the difference is that of a time zone: the reference page writes times without one."""
        whole = round(self.ahead / _QUARTER) * _QUARTER
        return _QUARTER <= abs(whole) <= _LONGEST_ZONE and abs(self.ahead - whole) <= LIMIT


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find nodes whose clock is more than 60 s off, and a collector whose clock differs from the service's."""
    times = [(node, when) for node in evidence.installation.answering if (when := _told(node))]
    reference, whose, slack = _reference(evidence, [when for _, when in times])
    clocks = [_Clock(node, (when - reference).total_seconds()) for node, when in times] if reference else []
    off = [clock for clock in clocks if abs(clock.ahead) > LIMIT + slack]
    if off and all(clock.may_be_a_zone for clock in clocks) and len({round(c.ahead / _QUARTER) for c in clocks}) == 1:
        yield _finding("clock-zone", off, whose)
    elif off:
        yield _finding("clock-skew", off, whose)
    yield from _collector(evidence)


def _told(node: Node) -> datetime | None:
    try:
        return as_utc(datetime.fromisoformat(text(node.report.get("device_iso8601"))))
    except (ValueError, OverflowError):
        return None


def _reference(evidence: Evidence, times: list[datetime]) -> tuple[datetime | None, str, float]:
    """Return the time to compare with, whose it is, and how many seconds the answer was on its way."""
    found = evidence.attempt("support")
    if found and found[1].status is not None:
        date = _date(found[1])
        when = date or as_utc(found[1].started)
        return when, "the service's Date header" if date else "the collector's clock", found[1].seconds
    # Answers saved earlier: all that can be said is whether the nodes agree with each other.
    return (median_low(times) if len(times) > 1 else None), "the other nodes", 0.0


def _date(attempt: Attempt[CleanText]) -> datetime | None:
    header = next((value for name, value in attempt.facts if name.lower() == "date"), None)
    try:
        return as_utc(parsedate_to_datetime(header)) if header else None
    except (ValueError, OverflowError):
        return None


def _finding(finding_id: str, off: list[_Clock], whose: str) -> Finding:
    is_zone = finding_id == "clock-zone"
    names = listed([clock.node.name for clock in off])
    return Finding(
        id=finding_id,
        severity=Severity.INFO if is_zone else Severity.WARNING,
        title=f"The clock of {names} differs by a whole time zone" if is_zone else f"The clock of {names} is off",
        seen=f"compared with {whose}: " + "; ".join(map(str, off[:8])),
        expected="device_iso8601 within 60 s of the service's time, UTC",
        remedy="if these hosts do not show UTC, nothing is wrong; else set their clocks"
        if is_zone
        else "run time synchronisation (NTP, chrony) on every host; leases and signatures depend on the time",
        basis=_BASIS,
        evidence=tuple(reported(clock.node, "device_iso8601") for clock in off),
    )


def _collector(evidence: Evidence) -> Iterator[Finding]:
    found = evidence.attempt("support")
    date = _date(found[1]) if found and found[1].status is not None else None
    if found is None or date is None:
        return
    started = as_utc(found[1].started)
    ahead = (started - date).total_seconds()
    if abs(ahead) > LIMIT + found[1].seconds:
        direction = "ahead of" if ahead > 0 else "behind"
        yield Finding(
            id="collector-clock-skew",
            severity=Severity.WARNING,
            title=f"The collecting machine's clock is {span(ahead)} {direction} the service's",
            seen=f"collector {moment(started)}, Date header {moment(date)}",
            expected="within 60 s of each other",
            remedy="set the clock of the machine that is wrong; until then the times of this bundle and of the "
            "service's logs do not match",
            basis=_BASIS,
            evidence=(Pointer("attempts.json", f"/attempts/{found[0]}/headers/Date", moment(date)),),
        )


CHECK = Check(
    id="clock",
    title="Do the clocks agree?",
    why=_BASIS,
    tells=("clock-skew", "clock-zone", "collector-clock-skew"),
    look=look,
)
