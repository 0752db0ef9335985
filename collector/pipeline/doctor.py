"""What `doctor` finds out: the service step by step, then the disk and the rules here; collects nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from collector.errors import ConfigError, ExitCode, first_of
from collector.pipeline.configuration import profile_of, rules_of
from collector.sentence import Sentence
from collector.settings import Settings
from collector.sources.probing import Probe, probe
from collector.target import Target
from collector.units import size

__all__ = ["Examined", "Probe", "examine"]

LOW_DISK = 100 * 1024 * 1024
CODES = {
    "rules": ExitCode.CONFIG,
    "disk": ExitCode.OUTPUT,
    "credential": ExitCode.ACCESS,
    "role": ExitCode.PARTIAL,
    "clock": ExitCode.DONE,
}


@dataclass(frozen=True, slots=True)
class Examined:
    """Every step in the order taken."""

    probes: tuple[Probe, ...]

    @property
    def exit_code(self) -> ExitCode:
        """Return what `collect` would give: 3 rules, 4 credential, 5 anything on the way there, 8 role, 9 disk."""
        failed = {CODES.get(p.name, ExitCode.UNREACHABLE) for p in self.probes if not p.ok}
        return first_of(failed)


def examine(target: Target, settings: Settings) -> Examined:
    """Take every step; raises ConfigError where the profile itself is invalid."""
    profile = profile_of(settings)
    probes = (*probe(target, profile), _disk(Path(settings["output"])))
    try:
        rules = rules_of(settings)
    except ConfigError as error:
        return Examined(
            (*probes, Probe("rules", ok=False, said=error.what, next=Sentence("collect-bundle rules check FILE")))
        )
    said = Sentence("{count} in force, level {level}", count=len(rules.rules), level=rules.level)
    if rules.without:
        said = Sentence("{rules}, switched off: {without}", rules=said, without=", ".join(rules.without))
    return Examined((*probes, Probe("rules", ok=True, said=said)))


def _disk(directory: Path) -> Probe:
    try:
        status = os.statvfs(directory)
    except OSError as error:
        return Probe(
            "disk",
            ok=False,
            said=Sentence("{directory}: {why}", directory=directory, why=error.strerror),
            next=Sentence("choose another --output"),
        )
    free = status.f_bavail * status.f_frsize
    writable = os.access(directory, os.W_OK | os.X_OK)
    if not writable:
        return Probe(
            "disk",
            ok=False,
            said=Sentence("{directory} is not writable", directory=directory),
            next=Sentence("choose another --output"),
        )
    said = Sentence("{free} free in {directory}", free=size(free), directory=directory)
    return Probe("disk", ok=free >= LOW_DISK, said=said, next="" if free >= LOW_DISK else Sentence("free some space"))
