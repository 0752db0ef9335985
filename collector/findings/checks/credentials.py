"""Is a password in use that anybody can read in the product's published examples?"""

from __future__ import annotations

from collections.abc import Iterator

from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Finding, Pointer, Severity
from collector.units import counted

TRAIT = "published-default"
_BASIS = "the setup scripts and manuals of the product publish these passwords; seen before redaction, never stored"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find removed values whose trait says they were published defaults."""
    found = [redaction for redaction in evidence.redactions if TRAIT in redaction.traits]
    if found:
        yield Finding(
            id="published-default-credential",
            severity=Severity.WARNING,
            title="A password in use is one that the product's own examples publish",
            seen=f"{counted(len(found), 'place')} held a published default before it was removed",
            expected="passwords of your own",
            remedy="set another password there and at the service it opens; treat the old one as known to everybody",
            basis=_BASIS,
            evidence=tuple(Pointer(r.member, r.place, r.mark) for r in found),
        )


CHECK = Check(
    id="credentials",
    title="Is a published password in use?",
    why=_BASIS,
    tells=("published-default-credential",),
    look=look,
)
