"""Writes down what happened when a source was asked, or why it was not."""

from __future__ import annotations

from datetime import datetime

from collector.model import Raw, RawText
from collector.sources.answer import Answer
from collector.sources.answer_verdict import Verdict
from collector.target import Attempt, Taken


def attempted(source: str, request: str, answer: Answer, verdict: Verdict, member: str | None = None) -> Taken:
    """Return the attempt of a source that was asked, with its body under `member` if the verdict keeps it."""
    raw = Raw(member, answer.body) if member and verdict.keep else None
    attempt = Attempt(
        source=source,
        result=verdict.result,
        code=verdict.code,
        request=RawText(request),
        reason=RawText(verdict.reason),
        started=answer.started,
        seconds=answer.seconds,
        status=answer.status,
        tries=answer.tries,
        facts=answer.facts(),
        member=member if raw else None,
    )
    return Taken(attempt, raw)


def not_asked(source: str, request: str, verdict: Verdict, at: datetime) -> Taken:
    """Return the attempt of a source that was left alone."""
    return Taken(
        Attempt(source, verdict.result, verdict.code, RawText(request), RawText(verdict.reason), at, 0.0, tries=0)
    )
