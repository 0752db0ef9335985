"""Checks that a profile holds, for services without code of ours: a path, a comparison, and a finding's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence, shown
from collector.model import WrittenCheck
from collector.written_checks import fires


def as_check(written: WrittenCheck) -> Check:
    """Return the check as a coded one; its words stay in the language they were written in."""
    told = Told(written.id, Severity(written.severity), written.title, written.expected, written.remedy, written.basis)
    looks_at = f"{written.member}: {written.at} {written.operator} {shown(written.operand)}"
    # A check's title is said, and what is said has its {names} filled in.
    title = written.title.replace("{value}", "…").replace("{", "{{").replace("}", "}}")
    return Check(written.id, title, written.why, looks_at, (told,), _looking(written))


def _looking(written: WrittenCheck) -> Callable[[Evidence], Iterator[Finding]]:
    def look(evidence: Evidence) -> Iterator[Finding]:
        if written.member not in evidence.documents:
            return
        found = fires(written, evidence.documents[written.member])
        if found:
            pointers = tuple(Pointer(written.member, place, shown(value)) for place, value in found)
            yield Finding(
                id=written.id,
                severity=Severity(written.severity),
                title=written.title.replace("{value}", pointers[0].shown),
                seen=evidence.lines([f"{one.pointer or '/'} {one.shown}" for one in pointers]),
                expected=written.expected,
                remedy=written.remedy,
                basis=written.basis,
                evidence=pointers,
            )

    return look
