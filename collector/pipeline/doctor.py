"""What `doctor` finds out: the service by the sources' probes, the disk and the rules here."""

from __future__ import annotations

from dataclasses import dataclass

from collector.errors import ExitCode
from collector.sources.preflight import Probe

LOW_DISK = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Examined:
    """Every probe in the order made, and the exit code of the first that failed."""

    probes: tuple[Probe, ...]
    exit_code: ExitCode
