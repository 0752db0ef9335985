"""What could not be collected, and what does that hide?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.language import message
from collector.model import CleanText
from collector.target import Attempt, Result

_SOURCE = message("every source that was asked leaves an attempt; a failure is evidence, not an absence")
_NOTHING = frozenset({"null-answer", "empty-answer", "empty-file"})
HIDES: Mapping[str, str] = MappingProxyType(
    {
        "support": message("build and expiry, connection, disk space, shards of every node"),
        "health": message("whether each node is connected, and its role"),
        "app-settings": message("webhook, callback and log settings"),
        "app-stats": message("counters of messages, callbacks and database requests"),
        "db-stats": message("row counts of the database"),
        "shards": message("the configured number of shards"),
        "external-ca": message("the certificate in front of the client and its expiry"),
        "webapp-metrics": message("load of the web server in front of the client"),
        "sign-in": message("everything that needs a token"),
        "sign-in-again": message("everything that needs a token, from then on"),
    }
)
_OTHER = message("what this source tells")
LOST = Told(
    "parts-missing",
    Severity.WARNING,
    message("Not collected: {sources}"),
    message("every source that is asked answers completely"),
    message("what this hides: {hidden}; see why in the table of requests, and collect again"),
    _SOURCE,
)
EMPTY = Told(
    "parts-empty",
    Severity.WARNING,
    message("Answered, but without content: {sources}"),
    message("an answer with content"),
    message("what this hides: {hidden}; see whether the Coreapp runs, and collect again"),
    _SOURCE,
)
NOT_ASKED = Told(
    "parts-not-asked",
    Severity.INFO,
    message("Not in this bundle: {sources}"),
    message("every source that is asked by default"),
    message("what this hides: {hidden}; collect with a credential that may read it, or save that answer too"),
    _SOURCE,
)
NO_SUPPORT = Told(
    "support-not-inside",
    Severity.UNJUDGED,
    message("The client's own report (GET /v1/support) is not in this bundle: most checks had nothing to look at"),
    message("the answer of GET /v1/support, which most checks look at"),
    message("what this hides: {hidden}; collect with a token or with user and password, or save that answer too"),
    _SOURCE,
)
WITHHELD = Told(
    "members-withheld",
    Severity.WARNING,
    message("Withheld because it could not be made safe: {members}"),
    message("every collected member can be read, redacted and checked"),
    message(
        "a finding that rests on these members may be missing; tell the receiver, and look at the original on the "
        "machine it came from"
    ),
    message("collect-bundle fails closed: what cannot be read, parsed, redacted or checked is withheld and named"),
)
Numbered = tuple[int, Attempt[CleanText]]


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find losses, what was never asked, and members that were withheld because they could not be made safe."""
    numbered = tuple(enumerate(evidence.attempts))
    skipped = [one for one in numbered if one[1].result is Result.SKIPPED and one[1].code != "not-asked"]
    kinds: tuple[tuple[Told, Sequence[Numbered]], ...] = (
        (LOST, [one for one in numbered if one[1].result.is_loss]),
        (EMPTY, [one for one in numbered if one[1].code in _NOTHING]),
        (NOT_ASKED, [one for one in skipped if one[1].source in HIDES and one[1].source != "support"]),
        (NO_SUPPORT, [one for one in skipped if one[1].source == "support"]),
    )
    yield from (_finding(evidence, told, attempts) for told, attempts in kinds if attempts)
    if withheld := evidence.withheld:
        yield WITHHELD.found(
            evidence,
            members=evidence.say.listed([str(one.name) for one in withheld]),
            seen=evidence.lines([f"{one.name}: {one.reason}" for one in withheld]),
        )


def _finding(evidence: Evidence, told: Told, attempts: Sequence[Numbered]) -> Finding:
    say = evidence.say
    hidden = {a.source: f"{a.source}: {say(HIDES.get(a.source, _OTHER))}" for _, a in attempts}
    return told.found(
        evidence,
        sources=say.listed([str(a.request) if a.source == "saved" else a.source for _, a in attempts]),
        hidden=evidence.lines(list(hidden.values())),
        seen=evidence.lines([f"{a.source} {a.result.value}{f' ({a.code})' if a.code else ''}" for _, a in attempts]),
        at=[Pointer("attempts.json", f"/attempts/{n}", a.reason or a.code) for n, a in attempts],
    )


CHECK = Check(
    id="missing",
    title=message("Is everything here that was asked for?"),
    why=message("A bundle that is silent about a topic may mean that all is well there, or that nobody could look."),
    looks_at=message("attempts.json: the result of every request; the members that were withheld"),
    tells=(LOST, EMPTY, NOT_ASKED, NO_SUPPORT, WITHHELD),
    look=look,
    version=2,
)
