"""Are the certificates in front of the client, and those it trusts, still valid?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from collector.finding import Finding, Pointer, Severity
from collector.findings.check import Check, Told
from collector.findings.evidence import Evidence
from collector.language import message
from collector.units import moment

MEMBERS = ("collected/external-ca.pem", "collected/webhook-ca.pem")
_SOURCE = message(
    "RFC 5280, 4.1.2.5; the container's setup script makes a CA that is valid for 365 days (references of "
    "/v1/certificates)"
)
EXPIRED = Told(
    "certificate-expired",
    Severity.WARNING,
    message("The CA certificate in {member} expired {span} ago: whoever checks it is refused"),
    message("a certificate that is valid now"),
    message("make a new CA and certificate for the client, and give the CA to every caller"),
    _SOURCE,
)
EXPIRING = Told(
    "certificate-expiring",
    Severity.WARNING,
    message("The CA certificate in {member} expires in {span}"),
    message("a certificate that is valid for more than {limit}"),
    message("make a new CA and certificate for the client before that time, and give the CA to every caller"),
    _SOURCE,
    ("certificate_days",),
)
EARLY = Told(
    "certificate-not-yet-valid",
    Severity.WARNING,
    message("The CA certificate in {member} is not valid for another {span}"),
    message("a certificate that is valid now"),
    message("see whether the clock of the machine that made it, or that of the collecting machine, is wrong"),
    _SOURCE,
)
UNREADABLE = Told(
    "certificate-unreadable",
    Severity.UNJUDGED,
    message("The certificate in {member} could not be read"),
    message("an X.509 certificate in PEM form"),
    message("see what the member holds; openssl x509 -noout -dates shows the times of a certificate"),
    _SOURCE,
)


@dataclass(frozen=True, slots=True)
class _Validity:
    """From when to when every certificate of a member is valid."""

    begins: datetime
    ends: datetime


def look(evidence: Evidence) -> Iterator[Finding]:
    """Find certificates that are expired, soon will be, are not valid yet, or cannot be read."""
    for member in MEMBERS:
        content = evidence.contents.get(member, b"")
        if b"-----BEGIN" in content:
            yield from _judge(evidence, member, content)


def _judge(evidence: Evidence, member: str, content: bytes) -> Iterator[Finding]:
    say, now = evidence.say, evidence.now
    validity = _read(content)
    if validity is None:
        seen = say("a PEM block that is no certificate")
        yield UNREADABLE.found(evidence, member=member, seen=seen, at=[Pointer(member, "1:1", "-----BEGIN …")])
        return
    days = min(evidence.limits.certificate_days, 100_000)
    left, until = (validity.ends - now).total_seconds(), (validity.begins - now).total_seconds()
    told = EXPIRED if left < 0 else EARLY if until > 0 else EXPIRING if left < days * 86_400 else None
    if told:
        yield told.found(
            evidence,
            member=member.removeprefix("collected/"),
            span=say.span(until if told is EARLY else left),
            limit=say.span(timedelta(days=days).total_seconds()),
            seen=say(
                "valid from {begins} to {ends}; the run began {now}",
                begins=moment(validity.begins),
                ends=moment(validity.ends),
                now=moment(now),
            ),
            at=[Pointer(member, "1:1", "-----BEGIN CERTIFICATE-----")],
        )


def _read(content: bytes) -> _Validity | None:
    from cryptography import x509  # noqa: PLC0415 - only whoever collected a certificate pays for it

    try:
        read = x509.load_pem_x509_certificates(content)
        return _Validity(max(c.not_valid_before_utc for c in read), min(c.not_valid_after_utc for c in read))
    except ValueError:
        return None


CHECK = Check(
    id="certificates",
    title=message("Are the certificates still valid?"),
    why=message(
        "The client makes its own CA, which is valid for a year; from then on callers that check it are refused."
    ),
    looks_at=message(
        "/v1/certificates/external/ca and, if asked for, /v1/certificates/webhooks/ca: from when to when valid"
    ),
    tells=(EXPIRED, EXPIRING, EARLY, UNREADABLE),
    look=look,
)
