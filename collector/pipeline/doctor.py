"""What `doctor` finds out: the service by the sources' probes, the disk and the rules here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from collector.errors import ConfigError, ExitCode
from collector.model import RawText, Target
from collector.pipeline.options import profile_of, rules_of
from collector.redaction.door import Door
from collector.settings import Settings
from collector.sources.preflight import Probe, probe

LOW_DISK = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Examined:
    """Every probe in the order made, and the exit code of the first that failed."""

    probes: tuple[Probe, ...]
    exit_code: ExitCode
