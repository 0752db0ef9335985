"""manifest.json: what a bundle holds, how it came about, and what was removed; the seal of its contents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from collector.bundle.layout import MANIFEST
from collector.bundle.seal import COMPRESSOR
from collector.finding import Finding
from collector.model import Authored, CleanText, Member, sha256
from collector.run import Contents
from collector.target import Attempt

SCHEMA = "collect-bundle/manifest/1"
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "log": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pem": "application/x-pem-file",
    "txt": "text/plain; charset=utf-8",
}


def manifest(name: str, contents: Contents, members: Sequence[Member]) -> Authored:
    """Return manifest.json over all other members of the bundle `name`."""
    run = contents.run
    document = {
        "schema": SCHEMA,
        "bundle": name,
        "tool": {"name": "collect-bundle", "version": run.tool_version},
        "complete": contents.complete,
        "started": instant(run.started),
        "ended": instant(run.ended),
        "label": run.label,
        "language": run.language,
        "target": {"url": run.target, "trust": run.trust, "signed_in": run.signed_in},
        "profile": {"name": run.profile, "title": run.profile_title, "sha256": run.profile_digest},
        "rules": {"sha256": run.rules_digest, "level": run.level, "without": list(run.without)},
        "pseudonyms": {"key": run.key_scope, "algorithm": "HMAC-SHA-256, 65 bits, by type"},
        "compressor": COMPRESSOR,
        "warnings": list(run.warnings),
        "withheld": [{"member": w.name, "reason": w.reason} for w in contents.withheld],
        "redactions": dict(sorted(Counter(r.rule for r in contents.redactions).items())),
        "findings": dict(sorted(Counter(f.severity.value for f in contents.findings).items())),
        "members": [_row(m, contents) for m in sorted(members, key=lambda m: m.name)],
    }
    return Authored(MANIFEST, as_json(document))


def attempts_file(attempts: Sequence[Attempt[CleanText]]) -> Authored:
    """Return attempts.json: what was asked, what came, how long it took; a failure is evidence."""
    rows = [
        {
            "source": a.source,
            "result": a.result.value,
            "code": a.code,
            "request": a.request,
            "reason": a.reason,
            "status": a.status,
            "started": instant(a.started),
            "seconds": round(a.seconds, 3),
            "tries": a.tries,
            "headers": dict(a.facts),
            "member": a.member,
        }
        for a in attempts
    ]
    return Authored("attempts.json", as_json({"schema": "collect-bundle/attempts/1", "attempts": rows}))


def redactions_file(contents: Contents) -> Authored:
    """Return redactions.json: where a mark stands, by which rule; never the value, its hash or its length."""
    rows = [
        {"member": r.member, "place": r.place, "rule": r.rule, "action": r.action, "mark": r.mark, "traits": r.traits}
        for r in contents.redactions
    ]
    return Authored("redactions.json", as_json({"schema": "collect-bundle/redactions/1", "redactions": rows}))


def findings_file(contents: Contents) -> Authored:
    """Return findings.json: every finding with its evidence as pointers into the bundle."""
    rows = finding_rows(contents.findings)
    return Authored("findings.json", as_json({"schema": "collect-bundle/findings/1", "findings": rows}))


def finding_rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the findings as every JSON document of ours writes them."""
    return [
        {
            "id": f.id,
            "severity": f.severity.value,
            "title": f.title,
            "check": f.check,
            "version": f.version,
            "seen": f.seen,
            "expected": f.expected,
            "remedy": f.remedy,
            "basis": f.basis,
            "evidence": [{"member": p.member, "pointer": p.pointer, "shown": p.shown} for p in f.evidence],
        }
        for f in findings
    ]


def _row(member: Member, contents: Contents) -> dict[str, Any]:
    row: dict[str, Any] = {
        "name": member.name,
        "sha256": sha256(member.content),
        "bytes": len(member.content),
        "media_type": MEDIA_TYPES.get(member.name.rpartition(".")[2], "application/octet-stream"),
        "origin": "authored" if isinstance(member, Authored) else "collected",
    }
    source = next((a.source for a in contents.attempts if a.member == member.name), None)
    return row | ({"source": source} if source else {}) | _note(member.name, contents)


def _note(name: str, contents: Contents) -> dict[str, str]:
    return {"note": contents.notes[name]} if name in contents.notes else {}


def instant(moment: datetime) -> str:
    """Return the moment in UTC, `2026-11-23T08:45:12Z` (RFC 3339)."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def as_json(document: object) -> bytes:
    """Return the document as JSON for people and machines: two spaces, UTF-8, a final newline."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
