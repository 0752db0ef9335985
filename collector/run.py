"""The facts of one run, and everything its bundle says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from collector.finding import Finding, Limits
from collector.model import Clean, CleanText, Redaction, Withheld
from collector.target import Attempt

GIVEN = "given by the caller"
"""The scope of a key that this program neither made nor keeps."""


@dataclass(frozen=True, slots=True)
class Run:
    """The facts of one run that manifest and pages show; every text is clean."""

    tool_version: str
    profile: str
    profile_title: str
    profile_digest: str
    rules_digest: str
    level: str
    without: tuple[str, ...]
    key_scope: str
    started: datetime
    ended: datetime
    target: CleanText
    trust: str
    signed_in: str
    label: str | None = None
    warnings: tuple[str, ...] = ()
    language: str = "en"
    """Of the words people read in the bundle (BCP 47)."""
    limits: Limits = field(default_factory=Limits)

    @property
    def is_key_kept(self) -> bool:
        """Tell whether the key is of a case, a site or the caller's own: other bundles can have the same marks."""
        return self.key_scope.startswith(("case", "site", GIVEN))


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a bundle says, before it is written: what manifest and pages are made from."""

    run: Run
    attempts: tuple[Attempt[CleanText], ...]
    members: tuple[Clean, ...]
    redactions: tuple[Redaction, ...]
    withheld: tuple[Withheld, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Per member, what a reader must know: `read as text: not valid JSON`."""

    @property
    def complete(self) -> bool:
        """Tell whether everything asked for is inside."""
        return not self.withheld and not any(a.result.is_loss for a in self.attempts)
