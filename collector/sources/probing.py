"""Looks at a target step by step, for `doctor`: name, connection, TLS, trust, credential, role, clock."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from cryptography import x509

from collector.errors import UsageError
from collector.model import Endpoint, Needs, Profile
from collector.sentence import Sentence
from collector.sources.answer import Answer, Peer
from collector.sources.answer_verdict import judge
from collector.sources.credentials import reaches
from collector.sources.failures import Failure
from collector.sources.instruments import Instruments
from collector.sources.net import Net
from collector.sources.session import HOW_TO_SIGN_IN, Session
from collector.sources.trust import fingerprint
from collector.target import Credentials, Target, Trust

_STEP_SECONDS = 10.0
_SKEW_SECONDS = 60
_MODES = {"verified": Sentence("verified"), "ca-file": Sentence("ca-file"), "pinned": Sentence("pinned")}
_WHO = {
    "none": Sentence("no credential"),
    "password": Sentence("the password"),
    "token": Sentence("the token"),
    "api-key": Sentence("the API key"),
}


@dataclass(frozen=True, slots=True)
class Probe:
    """One step: whether it went well, what was seen, and the next step if it did not; no foreign text in either."""

    name: str
    ok: bool
    said: str
    next: str = ""


def probe(target: Target, profile: Profile, instruments: Instruments | None = None) -> tuple[Probe, ...]:
    """Return the steps taken, the last one being the first that failed if the rest depends on it.

    A credential is sent only after its channel was found trustworthy; signs out of what it signed in to.
    """
    return tuple(_probes(target, profile, instruments))


def _probes(target: Target, profile: Profile, instruments: Instruments | None) -> Iterator[Probe]:
    try:
        net = Net(replace(target, credentials=Credentials()), instruments)
    except UsageError as error:
        yield Probe("url", ok=False, said=error.what, next=error.cure)
        return
    with net:
        yield Probe("url", ok=True, said=_way(net))
        trusted = yield from _connection(net, target.trust)
    if trusted:
        yield from _access(target, profile, instruments)


def _way(net: Net) -> Sentence:
    if net.proxy is None:
        return Sentence("{origin}, directly", origin=net.origin)
    proxy, variable = net.proxy.origin, net.proxy.variable
    return Sentence(
        "{origin}, through the proxy {proxy} ({variable})", origin=net.origin, proxy=proxy, variable=variable
    )


def _connection(net: Net, trust: Trust) -> Generator[Probe, None, bool]:
    """Look at the channel; return whether it may be used."""
    peer = net.look(_STEP_SECONDS, Trust(insecure=net.origin.scheme == "https"))
    if isinstance(peer, Failure):
        step = "name" if peer.code.startswith("name-") else "tls" if peer.code.startswith("tls-") else "connection"
        yield Probe(step, ok=False, said=peer.what, next=peer.cure)
        return False
    yield Probe("connection", ok=True, said=Sentence("connected to {address}", address=peer.address))
    if peer.certificate is None:
        return True
    yield _certificate(peer, peer.certificate, net)
    checked = net.look(_STEP_SECONDS)
    if isinstance(checked, Failure):
        cure = Sentence(
            "if `openssl x509 -in CERT -noout -fingerprint -sha256` shows the same digits on the server: {option}",
            option=f"--pin-sha256 {fingerprint(peer.certificate)}",
        )
        if checked.code == "tls-unknown-ca":
            cure = Sentence("give the CA's certificate with --ca-file; or, {compare}", compare=cure)
        yield Probe("trust", ok=False, said=checked.what, next=cure)
        return False
    yield Probe("trust", ok=True, said=Sentence("the certificate is accepted ({mode})", mode=_MODES[trust.mode]))
    return True


def _certificate(peer: Peer, der: bytes, net: Net) -> Probe:
    seen = Sentence("{version}, certificate SHA-256 {digest}", version=peer.tls_version, digest=fingerprint(der))
    try:
        certificate = x509.load_der_x509_certificate(der)
        kind = Sentence("self-signed" if certificate.issuer == certificate.subject else "issued by a CA")
        names = ", ".join(_names(certificate)) or Sentence("no name a client may check")
        days = (certificate.not_valid_after_utc - net.instruments.now()).days
        until = certificate.not_valid_after_utc.date()
    except ValueError:
        return Probe("tls", ok=True, said=Sentence("{seen}; the certificate cannot be read", seen=seen))
    said = Sentence("{seen}, {kind}, for {names}, valid until {until}", seen=seen, kind=kind, names=names, until=until)
    if days < 0:
        return Probe(
            "tls", ok=False, said=Sentence("{said}: expired", said=said), next=Sentence("renew the certificate")
        )
    return Probe("tls", ok=True, said=said)


def _names(certificate: x509.Certificate) -> list[str]:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return []
    names = [*extension.get_values_for_type(x509.DNSName), *map(str, extension.get_values_for_type(x509.IPAddress))]
    return [name for name in names if re.fullmatch(r"[A-Za-z0-9.:*_-]{1,253}", name)][:5]


def _access(target: Target, profile: Profile, instruments: Instruments | None) -> Iterator[Probe]:
    try:
        net = Net(target, instruments)
        session = Session(net, profile, target.credentials)
    except UsageError as error:
        yield Probe("credential", ok=False, said=error.what, next=error.cure)
        return
    with net:
        try:
            signed = session.sign_in(_STEP_SECONDS)
            if signed and signed[1]:
                yield Probe("credential", ok=False, said=signed[1].error.what, next=signed[1].error.cure)
                return
            yield from _reading(net, session, profile, target.credentials.kind)
        finally:
            session.sign_out()


def _reading(net: Net, session: Session, profile: Profile, kind: str) -> Iterator[Probe]:
    main = profile.endpoint(profile.main)
    if main and not reaches(kind, main.needs):
        main = next((e for e in profile.endpoints if e.by_default and reaches(kind, e.needs)), None)
    admin = next((e for e in profile.endpoints if e.needs is Needs.ADMIN and e.by_default), None)
    if main is None:
        return
    answer = _get(net, session, main)
    yield _read("credential", main, answer, profile, kind)
    yield from _clock(answer, net)
    if admin and answer.status == 200 and reaches(kind, admin.needs):
        yield _read("role", admin, _get(net, session, admin), profile, kind)


def _get(net: Net, session: Session, endpoint: Endpoint) -> Answer:
    return net.request("GET", endpoint.path, limit=_STEP_SECONDS, authorization=session.authorization)


def _read(name: str, endpoint: Endpoint, answer: Answer, profile: Profile, kind: str) -> Probe:
    request = f"GET {endpoint.path}"
    if answer.status is None and answer.failure:
        return Probe(
            "answer",
            ok=False,
            said=Sentence("{request}: {what}", request=request, what=answer.failure.what),
            next=answer.failure.cure,
        )
    verdict = judge(request, answer, profile, as_json=True)
    answered = f"{answer.status} ({verdict.code})" if verdict.code else answer.status
    said = Sentence("{request} answered {answered} with {who}", request=request, answered=answered, who=_WHO[kind])
    if not verdict.result.is_loss:
        return Probe(name, ok=True, said=said)
    accepted = Sentence("give a user and password, or a token, that the service accepts")
    cures = {
        "not-authorised": HOW_TO_SIGN_IN if kind == "none" else accepted,
        "not-permitted": Sentence("give an account with the administrator role, or do without this endpoint"),
    }
    return Probe(name, ok=False, said=said, next=cures.get(verdict.code, Sentence("look at the service's log")))


def _clock(answer: Answer, net: Net) -> Iterator[Probe]:
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
        skew = round((theirs - net.instruments.now()).total_seconds())
    except (ValueError, TypeError):
        return
    good = abs(skew) <= _SKEW_SECONDS
    cure = "" if good else Sentence("let both machines follow a time server")
    yield Probe("clock", ok=good, said=_compared(skew), next=cure)


def _compared(skew: int) -> Sentence:
    if abs(skew) <= 1:
        return Sentence("the clocks agree")
    if skew > 0:
        return Sentence("the service's clock is {seconds} s ahead of this machine's", seconds=skew)
    return Sentence("the service's clock is {seconds} s behind this machine's", seconds=-skew)
