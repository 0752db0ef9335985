from __future__ import annotations

import hashlib
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from collector.errors import UsageError
from collector.model import RawText
from collector.simulator.tls import Tls, identity
from collector.sources.answer import Answer, Peer
from collector.sources.failures import Failure
from collector.sources.net import Net
from collector.target import Trust

TOKEN = "hunter2-hunter2-hunter2"


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    path.write_bytes(authority.cert_pem.bytes())
    return str(path)


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


def der_pin(certificate: trustme.LeafCert) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())).hexdigest()


def ask(kit: Any, port: int, trust: Trust, token: str = TOKEN, host: str = "127.0.0.1") -> Answer:
    with Net(kit.target(f"https://{host}:{port}", trust=trust), kit.instruments) as net:
        return net.request("GET", "/v1/support", limit=10, authorization=RawText(f"Bearer {token}"))


def code(answer: Answer) -> str:
    return answer.failure.code if answer.failure else ""


def test_a_certificate_of_the_given_ca_for_the_name_is_accepted(
    serve: Callable[..., Any], kit: Any, authority: trustme.CA, ca_file: str
) -> None:
    peer = serve(kit.says(kit.answer()), context(authority.issue_cert("localhost", "127.0.0.1")))
    assert code(ask(kit, peer.port, Trust(ca_file=ca_file))) == ""
    assert code(ask(kit, peer.port, Trust(ca_file=ca_file), host="localhost")) == ""
    assert f"Authorization: Bearer {TOKEN}".encode() in peer.received[0]


@pytest.mark.parametrize(("host", "expected"), [("wa.example", ""), ("other.example", "tls-wrong-name")])
def test_though_the_connection_goes_to_an_address_the_name_is_what_the_certificate_must_hold(
    serve: Callable[..., Any], kit: Any, authority: trustme.CA, ca_file: str, host: str, expected: str
) -> None:
    asked: list[str] = []
    server = context(authority.issue_cert("wa.example"))
    server.sni_callback = lambda _socket, name, _context: asked.append(name)
    peer = serve(kit.says(kit.answer()), server)
    instruments = replace(kit.instruments, resolve=lambda _host, _port: ["127.0.0.1"])
    with Net(kit.target(f"https://{host}:{peer.port}", trust=Trust(ca_file=ca_file)), instruments) as net:
        assert code(net.request("GET", "/v1/support", limit=10)) == expected
    assert asked == [host]


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1")
@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("unknown-ca", "tls-unknown-ca"),
        ("self-signed", "tls-self-signed"),
        ("wrong-name", "tls-wrong-name"),
        ("expired", "tls-expired"),
        ("not-yet-valid", "tls-not-yet-valid"),
        ("wrong-pin", "tls-wrong-pin"),
        ("old-tls", "tls-version"),
    ],
)
def test_a_server_that_cannot_be_trusted_sees_no_byte_of_the_request(
    serve: Callable[..., Any], kit: Any, authority: trustme.CA, ca_file: str, case: str, expected: str
) -> None:
    today = datetime.now(UTC).replace(tzinfo=None)
    trust = Trust(ca_file=ca_file)
    if case == "self-signed":
        made = identity(Tls.SELF_SIGNED)
        assert made is not None
        server, trust = made.context(), Trust()
    elif case == "expired":
        server = context(authority.issue_cert("127.0.0.1", not_after=today - timedelta(days=1)))
    elif case == "not-yet-valid":
        server = context(authority.issue_cert("127.0.0.1", not_before=today + timedelta(days=1)))
    else:
        server = context(authority.issue_cert("other.example" if case == "wrong-name" else "127.0.0.1"))
    if case == "unknown-ca":
        trust = Trust()
    if case == "wrong-pin":
        trust = Trust(pin_sha256="ab" * 32)
    if case == "old-tls":
        server.minimum_version = ssl.TLSVersion.TLSv1
        server.maximum_version = ssl.TLSVersion.TLSv1_1
        server.set_ciphers("ALL:@SECLEVEL=0")
    peer = serve(kit.says(kit.answer()), server)
    answer = ask(kit, peer.port, trust)
    assert code(answer) == expected
    assert b"".join(peer.received) == b""
    assert answer.failure is not None
    assert f"https://127.0.0.1:{peer.port}" in answer.failure.what
    assert answer.failure.cure


@pytest.mark.parametrize("kind", [Tls.SELF_SIGNED, Tls.EXPIRED, Tls.WRONG_NAME, Tls.TRUSTED])
def test_a_pin_stands_in_for_chain_name_and_expiry(serve: Callable[..., Any], kit: Any, kind: Tls) -> None:
    made = identity(kind)
    assert made is not None
    peer = serve(kit.says(kit.answer()), made.context())
    spelled = ":".join(made.pin[i : i + 2].upper() for i in range(0, 64, 2))
    assert code(ask(kit, peer.port, Trust(pin_sha256=made.pin))) == ""
    assert code(ask(kit, peer.port, Trust(pin_sha256=spelled))) == ""
    assert len([head for head in peer.received if TOKEN.encode() in head]) == 2


def test_a_server_s_own_certificate_may_be_its_ca_file(serve: Callable[..., Any], kit: Any, tmp_path: Path) -> None:
    made = identity(Tls.TRUSTED)
    assert made is not None
    (tmp_path / "leaf.pem").write_bytes(made.chain)
    peer = serve(kit.says(kit.answer()), made.context())
    assert code(ask(kit, peer.port, Trust(ca_file=str(tmp_path / "leaf.pem")))) == ""


def test_tls_to_a_plain_port_and_plain_to_a_tls_port_have_their_own_sentences(
    serve: Callable[..., Any], kit: Any, authority: trustme.CA
) -> None:
    plain = serve(kit.says(kit.answer(b"plain", "400 Bad Request")))
    tls = serve(kit.says(kit.answer()), context(authority.issue_cert("127.0.0.1")))
    answer = ask(kit, plain.port, Trust())
    assert code(answer) == "tls-not-spoken"
    with Net(kit.target(f"http://127.0.0.1:{tls.port}"), kit.instruments) as net:
        back = net.request("GET", "/", limit=5)
    assert back.failure is not None
    assert back.failure.code in {"not-http-tls-port", "connection-reset"}
    assert "https://" in back.failure.cure


UNPROTECTED = [
    ("http://wa.example", Trust(), "plain http"),
    ("http://10.1.2.3:9090", Trust(), "plain http"),
    ("https://wa.example", Trust(insecure=True), "without checking"),
]


@pytest.mark.parametrize(("url", "trust", "why"), UNPROTECTED)
@pytest.mark.parametrize("secret", ["token", "api_key", "password"])
def test_a_credential_does_not_travel_unprotected(kit: Any, url: str, trust: Trust, why: str, secret: str) -> None:
    secrets = {secret: TOKEN} | ({"username": "admin"} if secret == "password" else {})
    with pytest.raises(UsageError, match=why) as caught:
        Net(kit.target(url, trust=trust, **secrets), kit.instruments)
    assert "nothing was sent" in caught.value.what
    assert caught.value.cure
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize(("url", "trust", "why"), UNPROTECTED)
def test_without_a_credential_the_same_channels_may_be_used(kit: Any, url: str, trust: Trust, why: str) -> None:
    assert Net(kit.target(url, trust=trust), kit.instruments).origin.host


@pytest.mark.parametrize("trust", [Trust(), Trust(insecure=True)])
def test_this_machine_may_be_asked_without_protection(serve: Callable[..., Any], kit: Any, trust: Trust) -> None:
    made = identity(Tls.SELF_SIGNED) if trust.insecure else None
    peer = serve(kit.says(kit.answer()), made.context() if made else None)
    url = f"{'https' if made else 'http'}://127.0.0.1:{peer.port}"
    with Net(kit.target(url, trust=trust, token=TOKEN), kit.instruments) as net:
        assert net.request("GET", "/", limit=5).status == 200


@pytest.mark.parametrize(
    ("url", "trust"),
    [
        ("https://wa.example", Trust(insecure=True, pin_sha256="ab" * 32)),
        ("https://wa.example", Trust(insecure=True, ca_file="ca.pem")),
        ("https://wa.example", Trust(ca_file="ca.pem", pin_sha256="ab" * 32)),
        ("http://wa.example", Trust(pin_sha256="ab" * 32)),
        ("https://wa.example", Trust(pin_sha256="abc")),
        ("https://wa.example", Trust(ca_file="/nowhere/ca.pem")),
    ],
)
def test_contradicting_or_unusable_trust_is_refused(kit: Any, url: str, trust: Trust) -> None:
    with pytest.raises(UsageError):
        Net(kit.target(url, trust=trust), kit.instruments)


def test_no_session_key_is_ever_written(
    serve: Callable[..., Any], kit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    made = identity(Tls.SELF_SIGNED)
    assert made is not None
    peer = serve(kit.says(kit.answer()), made.context())
    assert code(ask(kit, peer.port, Trust(pin_sha256=made.pin))) == ""
    assert list(tmp_path.iterdir()) == []


def test_looking_at_a_peer_sends_nothing(serve: Callable[..., Any], kit: Any) -> None:
    made = identity(Tls.SELF_SIGNED)
    assert made is not None
    peer = serve(kit.says(kit.answer()), made.context())
    with Net(kit.target(f"https://127.0.0.1:{peer.port}"), kit.instruments) as net:
        seen = net.look(5, Trust(insecure=True))
        refused = net.look(5)
    assert isinstance(seen, Peer)
    assert hashlib.sha256(seen.certificate or b"").hexdigest() == made.pin
    assert seen.tls_version in {"TLSv1.2", "TLSv1.3"}
    assert isinstance(refused, Failure)
    assert b"".join(peer.received) == b""
