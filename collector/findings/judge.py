"""Runs every check over the evidence and puts what they find in order."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from collector.findings import checks
from collector.findings.check import Check
from collector.findings.evidence import Evidence, gather
from collector.model import Contents, Finding, Severity


def judge(contents: Contents) -> tuple[Finding, ...]:
    """Return what the clean contents show, the worst first, then by id.

    A check that fails becomes a finding `unjudged-<check>` of severity `unjudged`. Raises ImportError or ValueError
    where a check file cannot be loaded or an id is taken twice: the program must not judge with half its checks.
    """
    evidence = gather(contents)
    found = [finding for check in known_checks() for finding in run_check(check, evidence)]
    return tuple(sorted(found, key=lambda finding: (finding.severity.rank, finding.id)))


@cache
def known_checks() -> tuple[Check, ...]:
    """Return the checks of every file in the folder, in order of file name."""
    names = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    return distinct(importlib.import_module(f"{checks.__name__}.{name}").CHECK for name in names)


def distinct(found: Iterable[Check]) -> tuple[Check, ...]:
    """Return the checks; raises ValueError where two share an id, of their own or of a finding."""
    listed = tuple(found)
    ids = Counter(name for check in listed for name in (f"check {check.id}", *check.tells))
    twice = sorted(name for name, count in ids.items() if count > 1)
    if twice:
        raise ValueError(f"an id is taken twice among the checks: {', '.join(twice)}")
    return listed


def run_check(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """Yield what the check finds; where it fails, that it could not judge."""
    try:
        yield from tuple(check.look(evidence))
    except Exception:  # noqa: BLE001 - a bundle with one question open is worth more than no bundle
        yield _unjudged(check)


def _unjudged(check: Check) -> Finding:
    return Finding(
        id=f"unjudged-{check.id}",
        severity=Severity.UNJUDGED,
        title=f"Not judged: {check.title[:1].lower()}{check.title[1:]}",
        seen=f"the check {check.id} stopped at something in the answers that it was not made for",
        expected="every check comes to a verdict",
        remedy="read the collected answers for this topic yourself, and report the check's name to collect-bundle",
        basis=check.why,
    )
