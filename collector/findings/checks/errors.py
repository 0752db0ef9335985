"""What the service's own error codes mean, and what to do about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from collector.documents import at, number
from collector.findings.check import Check
from collector.findings.evidence import Evidence, shown
from collector.model import Finding, Pointer, Result, Severity
from collector.units import counted, cut

_BASIS = (
    "published error codes of the API (whatsapp.turn.io/docs/api/errors, changelog) and the references they concern"
)
_TOLD = re.compile(r"[A-Z]+ \S+ answered \d{3}: error (-?\d{1,9})(?!\d)")
OTHER = "service-error"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One error code: how bad, what it says, what to do."""

    severity: Severity
    title: str
    remedy: str


def _warning(title: str, remedy: str) -> Meaning:
    return Meaning(Severity.WARNING, title, remedy)


MEANINGS: Mapping[int, Meaning] = MappingProxyType(
    {
        1000: _warning("a general error", "look in the service's log at the time of the request"),
        1005: _warning(
            "access denied",
            "use an account with the role ROLE_ADMIN for settings; if the text says App Expired, upgrade the build",
        ),
        1011: _warning("the service is not ready", "wait until start or upgrade is complete, then collect again"),
        1013: _warning("the user is not valid", "check the account's name and the number it asks about"),
        1014: _warning(
            "an internal error",
            "see whether the Coreapp (wacore) container runs and the Webapp reaches it on ports 6250 to 6253",
        ),
        1015: _warning("too many requests", "ask less often; collect again when the load is lower"),
        1016: Meaning(
            Severity.CRITICAL,
            "the system is overloaded",
            "see whether the webhook answers 200 and the callback queue empties; send fewer messages until it does",
        ),
        1017: _warning(
            "the request did not reach the primary master",
            "collect again; if it stays, see whether exactly one master is primary",
        ),
        1018: _warning(
            "the request did not reach the Coreapp that owns the shard",
            "collect again after the failover; if it stays, see whether every shard has an owner",
        ),
        1022: _warning("the webhook's address is not set", "set webhooks.url in the application settings"),
        1023: _warning("the database reported an error", "check that every node reaches the database"),
        1024: _warning(
            "the password must be changed before the first use", "change it as the product's documentation says"
        ),
        1031: Meaning(
            Severity.CRITICAL,
            "the account is locked for a breach of policy",
            "see the account's quality and policy notices in the business manager and appeal there",
        ),
    }
)
_IDS = {code: f"service-error-{code}" for code in MEANINGS}


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find every error code that an attempt tells or an answer holds, once a code."""
    told: dict[int, list[Pointer]] = {}
    for code, pointer in (*_in_attempts(evidence), *_in_documents(evidence)):
        told.setdefault(code, []).append(pointer)
    for code in sorted(told.keys() & MEANINGS.keys()):
        yield _finding(_IDS[code], MEANINGS[code], f"error {code}", told[code])
    others = sorted(told.keys() - MEANINGS.keys())
    if others:
        codes = f"error {', '.join(map(str, others[:8]))}"
        meaning = _warning("not in our table of codes", "give the code and its text to the service's support")
        yield _finding(OTHER, meaning, codes, [pointer for code in others for pointer in told[code]])


def _in_attempts(evidence: Evidence) -> Iterator[tuple[int, Pointer]]:
    for index, attempt in enumerate(evidence.attempts):
        match = _TOLD.match(attempt.reason)
        if match and attempt.result is not Result.EMPTY:
            yield int(match[1]), Pointer("attempts.json", f"/attempts/{index}/reason", shown(str(attempt.reason)))


def _in_documents(evidence: Evidence) -> Iterator[tuple[int, Pointer]]:
    for member, document in sorted(evidence.documents.items()):
        errors = at(document, "errors")
        for index, error in enumerate(errors if isinstance(errors, list) else []):
            code = number(at(error, "code"))
            if code is not None and code == int(code):
                yield int(code), evidence.point(member, "errors", index)


def _finding(finding_id: str, meaning: Meaning, codes: str, pointers: list[Pointer]) -> Finding:
    return Finding(
        id=finding_id,
        severity=meaning.severity,
        title=f"The service answered {codes}: {meaning.title}",
        seen=f"{counted(len(pointers), 'time')}, first: {cut(pointers[0].shown, 140)}",
        expected="answers without an error object",
        remedy=meaning.remedy,
        basis=_BASIS,
        evidence=tuple(pointers),
    )


CHECK = Check(
    id="errors",
    title="Which errors did the service tell?",
    why=_BASIS,
    tells=(*_IDS.values(), OTHER),
    look=look,
)
