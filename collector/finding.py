"""What is wrong with a service, how bad it is, and from where on: made from clean things only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; `unjudged` means a check could not decide, with the reason in `seen`."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"
    UNJUDGED = "unjudged"

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in the bundle that shows it: member, JSON pointer in it, and the clean value there."""

    member: str
    pointer: str
    shown: str


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on a value is a finding; every one can be set under `limits` in the settings file."""

    build_days: float = 7
    callback_failed_percent: float = 10
    callback_queue: float = 50_000
    callback_queue_full: float = 90_000
    callback_seconds: float = 3
    certificate_days: float = 30
    clock_seconds: float = 60
    database_failed_percent: float = 1
    database_ms: float = 100
    disk_full_gib: float = 1
    disk_low_gib: float = 5
    pending_messages: float = 10_000


def limits_of(written: Mapping[str, float] | None) -> Limits:
    """Return the limits with those that are written in place of the defaults."""
    return Limits(**(written or {}))


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnosis for the ticket, made from clean things only."""

    id: str
    severity: Severity
    title: str
    seen: str
    expected: str
    remedy: str
    basis: str
    """Where the expectation is documented, or `chosen by collect-bundle` where no document states it."""
    evidence: tuple[Pointer, ...] = ()
    check: str = ""
    """The id of the check that made it."""
    version: int = 1
    """Of that check: it rises when the check judges differently."""
