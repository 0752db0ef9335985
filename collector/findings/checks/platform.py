"""Is the platform still in operation?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from collector.finding import Finding, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.language import message
from collector.units import moment

SUNSET = datetime(2025, 10, 23, tzinfo=UTC)
ENDED = Told(
    "platform-sunset",
    Severity.INFO,
    message("WhatsApp switched the On-Premises API off on 2025-10-23"),
    message("a platform that is in operation"),
    message("move the number to the Cloud API; what this client still reports is of use for that move only"),
    message(
        "on-premises/reference/health, current copy: officially sunset on October 23, 2025 and no longer available"
    ),
)


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find an on-premises client that is asked after the day the platform was switched off."""
    if evidence.run.profile == "whatsapp-onprem" and evidence.now >= SUNSET:
        yield ENDED.found(evidence, seen=evidence.say("the run began {now}", now=moment(evidence.now)))


CHECK = Check(
    id="platform",
    title=message("Is the platform still in operation?"),
    why=message("Whoever still runs this client should know that it has no counterpart any more."),
    looks_at=message("the profile and the time of the run"),
    tells=(ENDED,),
    look=look,
    version=2,
)
