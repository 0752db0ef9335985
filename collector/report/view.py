"""What the pages say, as values: the templates only put them in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from collector.finding import Finding, Pointer, Severity
from collector.language import Language, language, message
from collector.model import CleanText
from collector.report.answers import Answers
from collector.report.charts import Part, bar, stacked
from collector.report.differences import Difference, differences
from collector.report.drawing import NARROW, WIDE, drawing
from collector.report.measures import Chart, measures
from collector.report.members import Layout, Measured, lay_out
from collector.report.nodes import NodeTable, node_table
from collector.run import GIVEN, Contents
from collector.target import Attempt, Result
from collector.units import as_utc, cut, moment
from collector.verdict import WORDS, completeness, reason, verdict

ICONS = {Severity.CRITICAL: "✕", Severity.WARNING: "▲", Severity.INFO: "●", Severity.UNJUDGED: "?"}
RESULTS = {
    Result.COLLECTED: message("collected"),
    Result.PARTIAL: message("partial"),
    Result.EMPTY: message("not there"),
    Result.SKIPPED: message("skipped"),
    Result.REFUSED: message("refused"),
    Result.FAILED: message("failed"),
    Result.TIMED_OUT: message("timed out"),
}
_TRUST = {
    "verified": message("certificate verified by the CAs of the collecting machine"),
    "ca-file": message("certificate verified by a CA file"),
    "pinned": message("certificate pinned by its SHA-256"),
    "insecure": message("certificate not checked"),
    "none": message("no connection was made"),
}
_SIGNED_IN = {
    "password": message("user and password"),
    "token": message("token"),
    "api-key": message("API key"),
    "none": message("nothing"),
}
_SCOPES = {
    "one bundle, thrown away": message("one bundle, thrown away"),
    GIVEN: message("given by the caller"),
}
_SAVED = message("answers saved earlier")
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
    is_skipped: bool
    status: str
    started: str
    milliseconds: str
    chart: Markup
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
class Kind:
    """How often a rule removed something in all."""

    rule: str
    count: int
    chart: Markup


@dataclass(frozen=True, slots=True)
class View:
    """Everything a page says."""

    language: str
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
    worst: str
    """The word of the worst severity, or empty."""
    nodes: NodeTable
    drawings: tuple[Markup, ...]
    differences: tuple[Difference, ...]
    charts: tuple[Chart, ...]
    results: tuple[tuple[str, int], ...]
    results_chart: Markup
    attempts: tuple[AttemptView, ...]
    more_attempts: int
    kinds: tuple[Kind, ...]
    more_kinds: int
    removed: tuple[RemovedRow, ...]
    more_removed: int
    removed_total: int
    is_key_kept: bool
    """Whether other bundles have the same marks for the same values."""
    withheld: tuple[tuple[str, str], ...]
    more_withheld: int
    members: Layout
    when: str


def view(contents: Contents, answers: Answers, measured: tuple[Measured, ...], limits: Limits) -> View:
    """Return what the pages say about the contents, within the limits; `measured` are its members."""
    say = language(contents.run.language)
    members = lay_out(contents, measured, budget=limits.lines, most=limits.rows)
    nodes = node_table(contents, answers, say, most=limits.rows)
    worst = contents.findings[0].severity if contents.findings else None
    removed = sorted(Counter((r.rule, r.member) for r in contents.redactions).items())
    attempts = contents.attempts[: limits.rows]
    return View(
        language=say.code,
        verdict=verdict(contents.findings, say),
        level=_level(contents, worst),
        worst=say(WORDS[worst]) if worst else "",
        target=_target(contents, say, limits),
        completeness=completeness(contents, say),
        is_complete=contents.complete,
        product=limits.cut(contents.run.profile_title, 200),
        made_by=f"collect-bundle {contents.run.tool_version}",
        facts=tuple((label, limits.cut(value, 300)) for label, value in _facts(contents, say)),
        warnings=tuple(limits.cut(say.told(warning), 400) for warning in contents.run.warnings[: limits.rows]),
        findings=tuple(_finding(finding, contents, members, limits, say) for finding in contents.findings),
        nodes=nodes,
        drawings=tuple(drawing(nodes, say, sheet) for sheet in (WIDE, NARROW)) if nodes.rows else (),
        differences=differences(answers, say, most=min(30, limits.rows)),
        charts=measures(contents, answers, say),
        results=tuple((say(RESULTS[r]), n) for r, n in _results(contents)),
        results_chart=stacked([Part(n, "warning" if r.is_loss else r.value) for r, n in _results(contents)]),
        attempts=tuple(_attempt(n, attempt, _slowest(contents), limits, say) for n, attempt in enumerate(attempts)),
        more_attempts=len(contents.attempts) - len(attempts),
        kinds=tuple(_kinds(contents, limits)),
        more_kinds=max(0, len({r.rule for r in contents.redactions}) - limits.rows),
        removed=tuple(
            RemovedRow(limits.cut(rule, 80), limits.cut(member, 160), count)
            for (rule, member), count in removed[: limits.rows]
        ),
        more_removed=max(0, len(removed) - limits.rows),
        removed_total=len(contents.redactions),
        is_key_kept=contents.run.is_key_kept,
        withheld=tuple(
            (limits.cut(w.name, 160), limits.cut(say.told(w.reason), 400)) for w in contents.withheld[: limits.rows]
        ),
        more_withheld=max(0, len(contents.withheld) - limits.rows),
        members=members,
        when=moment(contents.run.started),
    )


def _level(contents: Contents, worst: Severity | None) -> str:
    if worst in {Severity.CRITICAL, Severity.WARNING}:
        return worst.value
    return "good" if contents.complete and worst is not Severity.UNJUDGED else "warning"


def _target(contents: Contents, say: Language, limits: Limits) -> str:
    return say(_SAVED) if contents.run.target == _SAVED else limits.cut(contents.run.target, 300)


def _results(contents: Contents) -> list[tuple[Result, int]]:
    counts = Counter(attempt.result for attempt in contents.attempts)
    return [(result, counts[result]) for result in Result if counts[result]]


def _slowest(contents: Contents) -> float:
    return max((attempt.seconds for attempt in contents.attempts), default=0.0) or 1.0


def _kinds(contents: Contents, limits: Limits) -> Iterator[Kind]:
    counts = sorted(Counter(r.rule for r in contents.redactions).items(), key=lambda kind: (-kind[1], kind[0]))
    for rule, count in counts[: limits.rows]:
        yield Kind(limits.cut(rule, 80), count, bar(count / counts[0][1], "plain"))


def _facts(contents: Contents, say: Language) -> Iterator[tuple[str, str]]:
    run = contents.run
    seconds = max(0.0, (as_utc(run.ended) - as_utc(run.started)).total_seconds())
    yield say("Collected at"), say("{moment}, in {seconds} s", moment=moment(run.started), seconds=f"{seconds:.1f}")
    yield say("From"), say(_SAVED) if run.target == _SAVED else str(run.target)
    yield say("Product"), run.profile_title
    if run.label:
        yield say("Label"), run.label
    yield say("TLS"), say(_TRUST[run.trust]) if run.trust in _TRUST else run.trust
    yield say("Signed in with"), say(_SIGNED_IN[run.signed_in]) if run.signed_in in _SIGNED_IN else run.signed_in
    level = say("level {level}", level=run.level)
    without = say("; switched off: {rules}", rules=say.listed(run.without)) if run.without else ""
    yield say("Redaction"), level + without
    yield say("Pseudonym key"), say(_SCOPES[run.key_scope]) if run.key_scope in _SCOPES else run.key_scope
    yield say("Made by"), f"collect-bundle {run.tool_version}"


def _finding(finding: Finding, contents: Contents, members: Layout, limits: Limits, say: Language) -> FindingView:
    shown = finding.evidence[: limits.evidence]
    return FindingView(
        id=limits.cut(finding.id, 80),
        level=finding.severity.value,
        word=say(WORDS[finding.severity]),
        icon=ICONS[finding.severity],
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


def _attempt(number: int, attempt: Attempt[CleanText], slowest: float, limits: Limits, say: Language) -> AttemptView:
    is_skipped = attempt.result is Result.SKIPPED
    facts = {name.lower(): str(value) for name, value in attempt.facts}
    return AttemptView(
        anchor=f"request-{number}",
        source=limits.cut(attempt.source, 80),
        request=limits.cut(attempt.request, 200),
        result=say(RESULTS[attempt.result]),
        is_loss=attempt.result.is_loss,
        is_skipped=is_skipped,
        status=str(attempt.status) if attempt.status is not None else "—",
        started="—" if is_skipped else f"{as_utc(attempt.started):%H:%M:%S}",
        milliseconds="—" if is_skipped else f"{attempt.seconds * 1000:,.0f}",
        chart=Markup("") if is_skipped else bar(attempt.seconds / slowest, "plain"),
        tries=attempt.tries,
        reason=limits.cut(reason(attempt, say), 400),
        request_id=limits.cut(next((facts[name] for name in _IDS if facts.get(name)), ""), 120),
    )
