"""What a check is: one topic, the findings it can tell, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from collector.findings.evidence import Evidence
from collector.language import message
from collector.model import Finding, Limits, Pointer, Severity

DOCUMENTED: Mapping[str, str] = MappingProxyType(
    {
        "build_days": message("WADebug 0.1.5, check_software_version"),
        "callback_seconds": message("WADebug 0.1.5, check_webhook"),
    }
)
"""Who states a limit, where anybody does; every other is our choice."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding that a check can tell, as it is documented; `{names}` are filled in with what was seen."""

    id: str
    severity: Severity
    """The usual one; a check may tell it as another where the evidence is weaker or stronger."""
    title: str
    expected: str
    remedy: str
    source: str
    limits: tuple[str, ...] = ()
    """The names of the limits it depends on."""

    def found(
        self,
        evidence: Evidence,
        *,
        seen: str,
        at: Iterable[Pointer] = (),
        severity: Severity | None = None,
        **values: object,
    ) -> Finding:
        """Return the finding in the reader's language."""
        say = evidence.say
        return Finding(
            id=self.id,
            severity=severity or self.severity,
            title=say(self.title, **values),
            seen=seen,
            expected=say(self.expected, **values),
            remedy=say(self.remedy, **values),
            basis=say("; ").join([say(self.source), *(_limit(name, evidence) for name in self.limits)]),
            evidence=tuple(at),
        )


def _limit(name: str, evidence: Evidence) -> str:
    say, value = evidence.say, getattr(evidence.limits, name)
    shown = f"{value:,g}" if value < 1_000_000 else f"{value:,.0f}"
    if value != getattr(Limits(), name):
        return say("limit {name} {value}: as the settings file says", name=name, value=shown)
    if name in DOCUMENTED:
        return say("limit {name} {value}: {source}", name=name, value=shown, source=say(DOCUMENTED[name]))
    return say(
        "limit {name} {value}: chosen by collect-bundle, no document of the product states a figure; "
        "limits.{name} in the settings file sets another",
        name=name,
        value=shown,
    )


@dataclass(frozen=True, slots=True)
class Check:
    """One topic of judgement; `tells` are all the findings that `look` can make."""

    id: str
    title: str
    """The question it answers."""
    why: str
    """Why anybody should care."""
    looks_at: str
    """The answers and fields it reads."""
    tells: tuple[Told, ...]
    look: Callable[[Evidence], Iterable[Finding]] = field(repr=False)
    version: int = 1
