"""Is the platform still in operation?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from collector.findings.check import Check
from collector.findings.evidence import Evidence
from collector.model import Finding, Severity
from collector.units import moment

SUNSET = datetime(2025, 10, 23, tzinfo=UTC)
_BASIS = "on-premises/reference/health, current copy: officially sunset on October 23, 2025 and no longer available"


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find an on-premises client that is asked after the day the platform was switched off."""
    if evidence.run.profile == "whatsapp-onprem" and evidence.now >= SUNSET:
        yield Finding(
            id="platform-sunset",
            severity=Severity.INFO,
            title="WhatsApp switched the On-Premises API off on 2025-10-23",
            seen=f"the run began {moment(evidence.now)}",
            expected="a platform that is in operation",
            remedy="move the number to the Cloud API; what this client still reports is of use for that move only",
            basis=_BASIS,
        )


CHECK = Check(
    id="platform",
    title="Is the platform still in operation?",
    why=_BASIS,
    tells=("platform-sunset",),
    look=look,
)
