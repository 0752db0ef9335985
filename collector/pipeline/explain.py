"""What is documented about a finding, a check or a rule."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from collector.errors import UsageError
from collector.finding import Limits, Severity
from collector.findings.check import DOCUMENTED, Check, Told
from collector.findings.judge import UNJUDGED_SOURCE, checks_with
from collector.language import ENGLISH, Language, language, message
from collector.pipeline.configuration import profile_of, rules_of
from collector.redaction.rules import Rule
from collector.sentence import either
from collector.settings import Settings

__all__ = ["Page", "Rule", "explain", "limits"]

CHOSEN = message("chosen by collect-bundle: no document of the product states a figure")


@dataclass(frozen=True, slots=True)
class Page:
    """The documented page of one finding."""

    id: str
    severity: str
    title: str
    check: str
    version: int
    why: str
    looks_at: str
    expected: str
    limits: tuple[tuple[str, float, str], ...]
    """Name, default and who states it."""
    remedy: str
    source: str


def explain(name: str, settings: Settings) -> tuple[Page, ...] | Rule:
    """Return the page of a finding, the pages of a check, or a rule; raises UsageError with the nearest names."""
    say = language(settings["lang"])
    checks = checks_with(profile_of(settings).checks)
    by_id = {page.id: page for check in checks for page in pages(check, say)}
    if name in by_id:
        return (by_id[name],)
    for check in checks:
        if check.id == name:
            return tuple(pages(check, say))
    rules = {rule.name: rule for rule in rules_of(settings).rules}
    if name in rules:
        return rules[name]
    known = [*by_id, *rules, *(check.id for check in checks)]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    raise UsageError(
        "there is no finding, check or rule {name!r}",
        cure="did you mean {near}?" if near else "see docs/findings.md, or collect-bundle rules list",
        name=name,
        near=either(near),
    )


_ENGLISH = Language(ENGLISH)


def pages(check: Check, say: Language = _ENGLISH) -> Iterator[Page]:
    """Yield the page of every finding a check can tell, and of its own failure; English where nothing else is asked."""
    for told in check.tells:
        yield _page(check, told, say)
    failure = Told(
        f"unjudged-{check.id}",
        Severity.UNJUDGED,
        say("Not judged: {question}", question=_open(_said(check.title, say))),
        message("every check comes to a verdict"),
        message("read the collected answers for this topic yourself, and report the check's name to collect-bundle"),
        UNJUDGED_SOURCE,
    )
    yield _page(check, failure, say)


def _page(check: Check, told: Told, say: Language) -> Page:
    return Page(
        id=told.id,
        severity=told.severity.value,
        title=_open(_said(told.title, say)),
        check=check.id,
        version=check.version,
        why=_said(check.why, say),
        looks_at=_said(check.looks_at, say),
        expected=_open(_said(told.expected, say)),
        limits=tuple((name, value, _said(source, say)) for name, value, source in limits() if name in told.limits),
        remedy=_open(_said(told.remedy, say)),
        source=_said(told.source, say),
    )


def limits() -> tuple[tuple[str, float, str], ...]:
    """Return every limit with its default and who states it."""
    usual: Mapping[str, Any] = {field.name: getattr(Limits(), field.name) for field in fields(Limits)}
    return tuple((name, value, DOCUMENTED.get(name, CHOSEN)) for name, value in usual.items())


def _said(sentence: str, say: Language) -> str:
    """Return the sentence in the language, its names still open; a profile's own words stay as they were written."""
    return say.pattern(sentence)


def _open(sentence: str) -> str:
    return re.sub(r"\{[a-z]+\}", "…", sentence)
