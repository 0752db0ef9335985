"""What could not be collected, and what does that hide?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Attempt, CleanText, Finding, Pointer, Result, Severity
from collector.units import listed

_BASIS = "every source that was asked leaves an attempt; a failure is evidence, not an absence"
NOTHING = frozenset({"null-answer", "empty-answer", "empty-file"})
HIDES = {
    "support": "build and expiry, connection, disk space, shards of every node",
    "health": "whether each node is connected, and its role",
    "app-settings": "webhook, callback and log settings",
    "app-stats": "counters of messages, callbacks and database requests",
    "db-stats": "row counts of the database",
    "shards": "the configured number of shards",
    "external-ca": "the certificate in front of the client and its expiry",
    "webapp-metrics": "load of the web server in front of the client",
    "sign-in": "everything that needs a token",
    "sign-in-again": "everything that needs a token, from then on",
}


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find losses, and members that were withheld because they could not be made safe."""
    lost = [(number, attempt) for number, attempt in enumerate(evidence.attempts) if attempt.result.is_loss]
    if lost:
        names = [str(a.request) if a.source == "saved" else a.source for _, a in lost]
        yield Finding(
            id="parts-missing",
            severity=Severity.WARNING,
            title=f"Not collected: {listed(names)}",
            seen="; ".join(f"{a.source} {a.result.value}{f' ({a.code})' if a.code else ''}" for _, a in lost[:8]),
            expected="every source that is asked answers completely",
            remedy=f"what this hides: {'; '.join(_hidden(attempt) for _, attempt in lost[:8])}; see why in the table "
            "of requests, and collect again",
            basis=_BASIS,
            evidence=tuple(Pointer("attempts.json", f"/attempts/{n}", a.reason or a.code) for n, a in lost),
        )
    empty = [(number, attempt) for number, attempt in enumerate(evidence.attempts) if attempt.code in NOTHING]
    if empty:
        yield Finding(
            id="parts-empty",
            severity=Severity.WARNING,
            title=f"Answered, but without content: {listed([attempt.source for _, attempt in empty])}",
            seen="; ".join(f"{a.source}: {a.code}" for _, a in empty[:8]),
            expected="an answer with content",
            remedy=f"what this hides: {'; '.join(_hidden(attempt) for _, attempt in empty[:8])}; see whether the "
            "Coreapp runs, and collect again",
            basis=_BASIS,
            evidence=tuple(Pointer("attempts.json", f"/attempts/{n}", a.reason or a.code) for n, a in empty),
        )
    skipped = [(n, a) for n, a in enumerate(evidence.attempts) if a.source == "support" and a.result is Result.SKIPPED]
    for number, attempt in skipped:
        yield Finding(
            id="support-not-inside",
            severity=Severity.UNJUDGED,
            title="The client's own report (GET /v1/support) is not in this bundle: most checks had nothing to look at",
            seen=f"support skipped ({attempt.code})",
            expected="the answer of GET /v1/support, which most checks look at",
            remedy=f"what this hides: {HIDES['support']}; collect with a token or with user and password, or save that "
            "answer too",
            basis=_BASIS,
            evidence=(Pointer("attempts.json", f"/attempts/{number}", attempt.reason or attempt.code),),
        )
    if evidence.withheld:
        yield Finding(
            id="members-withheld",
            severity=Severity.WARNING,
            title=f"Withheld because it could not be made safe: {listed([str(w.name) for w in evidence.withheld])}",
            seen="; ".join(f"{w.name}: {w.reason}" for w in evidence.withheld[:8]),
            expected="every collected member can be read, redacted and checked",
            remedy="a finding that rests on these members may be missing; tell the receiver, and look at the original "
            "on the machine it came from",
            basis="collect-bundle fails closed: what cannot be read, parsed, redacted or checked is withheld and named",
        )


def _hidden(attempt: Attempt[CleanText]) -> str:
    return f"{attempt.source}: {HIDES.get(attempt.source, 'what this source tells')}"


CHECK = Check(
    id="missing",
    title="Is everything here that was asked for?",
    why=_BASIS,
    tells=("parts-missing", "parts-empty", "support-not-inside", "members-withheld"),
    look=look,
)
