"""What a check is: one topic, the findings it can tell, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from collector.finding import Finding, Limits, Pointer, Severity
from collector.findings.evidence import Evidence
from collector.language import message

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
            basis=say("; ").join([say(self.source), *_limits(self.limits, evidence)]),
            evidence=tuple(at),
        )


def _limits(names: tuple[str, ...], evidence: Evidence) -> Iterator[str]:
    """Yield where the limits come from: the settings file, a document, or nobody but us."""
    say = evidence.say
    is_set = {name: getattr(evidence.limits, name) != getattr(Limits(), name) for name in names}
    chosen = [_value(name, evidence) for name in names if not is_set[name] and name not in DOCUMENTED]
    if chosen:
        yield say(
            "chosen by collect-bundle, for no document of the product states a figure: {limits} (limits in the "
            "settings file sets another)",
            limits=say.listed(chosen),
        )
    for name in names:
        if is_set[name]:
            yield say("{limit}: as the settings file says", limit=_value(name, evidence))
        elif name in DOCUMENTED:
            yield say("{limit}: {source}", limit=_value(name, evidence), source=say(DOCUMENTED[name]))


def _value(name: str, evidence: Evidence) -> str:
    value = getattr(evidence.limits, name)
    return f"{name} {value:,g}" if value < 1_000_000 else f"{name} {value:,.0f}"


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
