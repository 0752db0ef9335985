"""What the pages say, as values: the templates only put them in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from collector.model import Attempt, CleanText, Contents, Finding, Pointer, Result, Severity
from collector.report.members import Layout, Measured, lay_out
from collector.report.nodes import NodeTable, node_table
from collector.units import as_utc, counted, cut, listed, moment

WORDS = {
    Severity.CRITICAL: ("Critical", "✕"),
    Severity.WARNING: ("Warning", "▲"),
    Severity.INFO: ("Info", "●"),
    Severity.UNJUDGED: ("Not judged", "?"),
}
_NOUNS = {
    Severity.CRITICAL: "critical problem",
    Severity.WARNING: "warning",
    Severity.UNJUDGED: "open question",
}
_IDS = ("x-request-id", "sent x-request-id", "x-fb-trace-id")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a page may show: rows of a table, and bytes of collected lines."""

    rows: int
    lines: int
    text: int = 1_200
    """Characters of one text."""
    evidence: int = 8
    """Places of one finding."""

    def cut(self, text: str, most: int) -> str:
        """Return the text within `most` characters and within the limit."""
        return cut(text, min(most, self.text))


FULL = Limits(rows=200, lines=300_000)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A place that shows it."""

    member: str
    pointer: str
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its severity in words."""

    id: str
    level: str
    word: str
    icon: str
    title: str
    seen: str
    expected: str
    remedy: str
    basis: str
    evidence: tuple[EvidenceView, ...]
    more_evidence: int


@dataclass(frozen=True, slots=True)
class AttemptView:
    """A request and what came of it."""

    anchor: str
    source: str
    request: str
    result: str
    is_loss: bool
    status: str
    milliseconds: str
    tries: int
    reason: str
    request_id: str


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """How often a rule removed something from a member."""

    rule: str
    member: str
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything a page says."""

    verdict: str
    level: str
    target: str
    completeness: str
    is_complete: bool
    product: str
    made_by: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    findings: tuple[FindingView, ...]
    nodes: NodeTable
    attempts: tuple[AttemptView, ...]
    more_attempts: int
    removed: tuple[RemovedRow, ...]
    more_removed: int
    removed_total: int
    withheld: tuple[tuple[str, str], ...]
    more_withheld: int
    members: Layout
    when: str


def view(contents: Contents, measured: tuple[Measured, ...], limits: Limits) -> View:
    """Return what the pages say about the contents, within the limits; `measured` are its members."""
    members = lay_out(contents, measured, budget=limits.lines, most=limits.rows)
    worst = contents.findings[0].severity if contents.findings else None
    removed = sorted(Counter((r.rule, r.member) for r in contents.redactions).items())
    attempts = contents.attempts[: limits.rows]
    return View(
        verdict=_verdict(contents.findings),
        level=_level(contents, worst),
        target=limits.cut(contents.run.target, 300),
        completeness=_completeness(contents),
        is_complete=contents.complete,
        product=limits.cut(contents.run.profile_title, 200),
        made_by=f"collect-bundle {contents.run.tool_version}",
        facts=tuple((label, limits.cut(value, 300)) for label, value in _facts(contents)),
        warnings=tuple(limits.cut(warning, 400) for warning in contents.run.warnings[: limits.rows]),
        findings=tuple(_finding(finding, contents, members, limits) for finding in contents.findings),
        nodes=node_table(contents, most=limits.rows),
        attempts=tuple(_attempt(n, attempt, limits) for n, attempt in enumerate(attempts)),
        more_attempts=len(contents.attempts) - len(attempts),
        removed=tuple(
            RemovedRow(limits.cut(rule, 80), limits.cut(member, 160), count)
            for (rule, member), count in removed[: limits.rows]
        ),
        more_removed=max(0, len(removed) - limits.rows),
        removed_total=len(contents.redactions),
        withheld=tuple((limits.cut(w.name, 160), limits.cut(w.reason, 400)) for w in contents.withheld[: limits.rows]),
        more_withheld=max(0, len(contents.withheld) - limits.rows),
        members=members,
        when=moment(contents.run.started),
    )


def _level(contents: Contents, worst: Severity | None) -> str:
    if worst in {Severity.CRITICAL, Severity.WARNING}:
        return worst.value
    return "good" if contents.complete and worst is not Severity.UNJUDGED else "warning"


def _verdict(findings: tuple[Finding, ...]) -> str:
    counts = Counter(finding.severity for finding in findings)
    told = [severity for severity in Severity if severity is not Severity.INFO and counts[severity]]
    said = listed([counted(counts[severity], _NOUNS[severity]) for severity in told])
    if counts[Severity.CRITICAL] + counts[Severity.WARNING]:
        return f"{said}."
    if counts[Severity.UNJUDGED]:
        return f"No verdict: {said}; nothing wrong was found in the rest."
    return "Nothing wrong was found in what was collected."


def _completeness(contents: Contents) -> str:
    losses = sum(1 for attempt in contents.attempts if attempt.result.is_loss)
    parts = [f"{losses} of {counted(len(contents.attempts), 'request')} brought nothing or a part"] if losses else []
    parts += [f"{counted(len(contents.withheld), 'member')} withheld"] if contents.withheld else []
    return f"Incomplete: {'; '.join(parts)}" if parts else "Complete: everything asked for is inside"


def _facts(contents: Contents) -> Iterator[tuple[str, str]]:
    run = contents.run
    seconds = max(0.0, (as_utc(run.ended) - as_utc(run.started)).total_seconds())
    yield "Collected", f"{moment(run.started)}, in {seconds:.1f} s"
    yield "From", str(run.target)
    yield "Product", run.profile_title
    if run.label:
        yield "Label", run.label
    yield "TLS", run.trust
    yield "Signed in with", run.signed_in
    yield "Redaction", f"level {run.level}" + (f"; switched off: {', '.join(run.without)}" if run.without else "")
    yield "Pseudonym key", run.key_scope
    yield "Made by", f"collect-bundle {run.tool_version}"


def _finding(finding: Finding, contents: Contents, members: Layout, limits: Limits) -> FindingView:
    word, icon = WORDS[finding.severity]
    shown = finding.evidence[: limits.evidence]
    return FindingView(
        id=limits.cut(finding.id, 80),
        level=finding.severity.value,
        word=word,
        icon=icon,
        title=limits.cut(finding.title, 400),
        seen=limits.cut(finding.seen, 1_200),
        expected=limits.cut(finding.expected, 600),
        remedy=limits.cut(finding.remedy, 1_200),
        basis=limits.cut(finding.basis, 600),
        evidence=tuple(_evidence(pointer, contents, members, limits) for pointer in shown),
        more_evidence=len(finding.evidence) - len(shown),
    )


def _evidence(pointer: Pointer, contents: Contents, members: Layout, limits: Limits) -> EvidenceView:
    href = members.href(pointer)
    if pointer.member == "attempts.json":
        place = pointer.pointer.removeprefix("/attempts/").partition("/")[0]
        known = place.isascii() and place.isdecimal() and int(place) < len(contents.attempts)
        href = f"#request-{int(place)}" if known else ""
    return EvidenceView(
        limits.cut(pointer.member, 160), limits.cut(pointer.pointer, 300), limits.cut(pointer.shown, 160), href
    )


def _attempt(number: int, attempt: Attempt[CleanText], limits: Limits) -> AttemptView:
    facts = {name.lower(): str(value) for name, value in attempt.facts}
    return AttemptView(
        anchor=f"request-{number}",
        source=limits.cut(attempt.source, 80),
        request=limits.cut(attempt.request, 200),
        result=attempt.result.value,
        is_loss=attempt.result.is_loss,
        status=str(attempt.status) if attempt.status is not None else "—",
        milliseconds=f"{attempt.seconds * 1000:,.0f}" if attempt.result is not Result.SKIPPED else "—",
        tries=attempt.tries,
        reason=limits.cut(attempt.reason, 400),
        request_id=limits.cut(next((facts[name] for name in _IDS if facts.get(name)), ""), 120),
    )
