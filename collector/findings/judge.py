"""Runs every check over the evidence and puts what they find in order."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from collector.finding import Finding, Severity
from collector.findings import checks
from collector.findings.check import Check
from collector.findings.evidence import Evidence, gather
from collector.findings.written import as_check
from collector.language import message
from collector.model import WrittenCheck
from collector.run import Contents

UNJUDGED_SOURCE = message("collect-bundle: a check that fails is told, and the others still judge")


def judge(contents: Contents, written: Sequence[WrittenCheck] = ()) -> tuple[Finding, ...]:
    """Return what the clean contents show by the coded checks and those a profile holds, the worst first, then by id.

    A check that fails becomes a finding `unjudged-<check>` of severity `unjudged`. Raises ImportError or ValueError
    where a check file cannot be loaded or an id is taken twice: the program must not judge with half its checks.
    """
    return judged(gather(contents), written)


def judged(evidence: Evidence, written: Sequence[WrittenCheck] = ()) -> tuple[Finding, ...]:
    """Return what the evidence shows, as `judge` does."""
    found = [finding for check in checks_with(written) for finding in run_check(check, evidence)]
    return tuple(sorted(found, key=lambda finding: (finding.severity.rank, finding.id)))


def at_least(findings: Iterable[Finding], severity: Severity) -> bool:
    """Tell whether one of the findings is as bad as that, or worse."""
    return any(finding.severity.rank <= severity.rank for finding in findings)


def checks_with(written: Sequence[WrittenCheck]) -> tuple[Check, ...]:
    """Return the coded checks and a profile's own; raises ValueError where two share an id."""
    return distinct([*known_checks(), *map(as_check, written)]) if written else known_checks()


@cache
def known_checks() -> tuple[Check, ...]:
    """Return the checks of every file in the folder, in order of file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    return distinct(importlib.import_module(f"{checks.__name__}.{name}").CHECK for name in names)


def known_ids() -> frozenset[str]:
    """Return the ids of every coded check and finding."""
    return frozenset(name for check in known_checks() for name in (check.id, *(told.id for told in check.tells)))


def distinct(found: Iterable[Check]) -> tuple[Check, ...]:
    """Return the checks; raises ValueError where two share an id, of their own or of a finding."""
    listed = tuple(found)
    ids = Counter(name for check in listed for name in (f"check {check.id}", *(told.id for told in check.tells)))
    twice = sorted(name for name, count in ids.items() if count > 1)
    if twice:
        raise ValueError(f"an id is taken twice among the checks: {', '.join(twice)}")
    return listed


def run_check(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """Yield what the check finds; where it fails, that it could not judge."""
    try:
        found = tuple(check.look(evidence))
    except Exception:  # noqa: BLE001 - a bundle with one question open is worth more than no bundle
        found = (_unjudged(check, evidence),)
    yield from (replace(finding, check=check.id, version=check.version) for finding in found)


def _unjudged(check: Check, evidence: Evidence) -> Finding:
    say = evidence.say
    return Finding(
        id=f"unjudged-{check.id}",
        severity=Severity.UNJUDGED,
        title=say("Not judged: {question}", question=say(check.title)),
        seen=say("the check {name} stopped at something in the answers that it was not made for", name=check.id),
        expected=say("every check comes to a verdict"),
        remedy=say("read the collected answers for this topic yourself, and report the check's name to collect-bundle"),
        basis=say(UNJUDGED_SOURCE),
    )
