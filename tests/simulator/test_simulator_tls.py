"""The certificates: one that a careful client accepts, and those it refuses before saying who it is."""

import socket
import ssl
from collections.abc import Callable
from contextlib import nullcontext
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography import x509

from collector.errors import UsageError
from collector.simulator import Simulator, Tls

Ask = Callable[..., tuple[int, Any, bytes]]


def certificate(simulator: Simulator) -> bytes:
    """Return the server's certificate as a client sees it that checks nothing, DER."""
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.check_hostname = False
    trust.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", urlsplit(simulator.url).port)) as plain,
        trust.wrap_socket(plain) as client,
    ):
        return client.getpeercert(binary_form=True) or b""


def test_the_trusted_server_is_accepted_with_its_own_ca(ask: Ask) -> None:
    with Simulator("single-healthy") as simulator:
        assert simulator.url.startswith("https://localhost:")
        assert ask(simulator, "/v1/health")[0] == 401


@pytest.mark.parametrize(
    ("tls", "reason"),
    [(Tls.EXPIRED, "has expired"), (Tls.WRONG_NAME, "Hostname mismatch")],
)
def test_a_careful_client_refuses_and_has_told_nothing(tls: Tls, reason: str, ask: Ask) -> None:
    with Simulator("single-healthy", tls=tls) as simulator:
        with pytest.raises(ssl.SSLCertVerificationError, match=reason):
            ask(simulator, "/v1/health", "Bearer hush")
        assert simulator.seen == ()


@pytest.mark.parametrize(
    ("tls", "reason"), [(Tls.TRUSTED, "unable to get local issuer"), (Tls.SELF_SIGNED, "self-signed certificate")]
)
def test_without_its_ca_every_server_is_unknown(tls: Tls, reason: str) -> None:
    with Simulator("single-healthy", tls=tls) as simulator:
        place = ("127.0.0.1", urlsplit(simulator.url).port)
        with socket.create_connection(place) as plain, pytest.raises(ssl.SSLCertVerificationError, match=reason):
            ssl.create_default_context().wrap_socket(plain, server_hostname="localhost")
        assert simulator.seen == ()


@pytest.mark.parametrize(("reads_common_name", "is_accepted"), [(True, True), (False, False)])
def test_a_trusted_self_signed_server_is_known_by_its_common_name_only(
    reads_common_name: bool, is_accepted: bool
) -> None:
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED) as simulator:
        trust = ssl.create_default_context(cadata=simulator.ca_pem.decode())
        trust.hostname_checks_common_name = reads_common_name
        place = ("127.0.0.1", urlsplit(simulator.url).port)
        refusal = nullcontext() if is_accepted else pytest.raises(ssl.SSLCertVerificationError, match="mismatch")
        with socket.create_connection(place) as plain, refusal:
            trust.wrap_socket(plain, server_hostname="localhost").close()


def test_the_self_signed_certificate_is_like_the_real_clients() -> None:
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED) as simulator:
        seen = x509.load_der_x509_certificate(certificate(simulator))
        assert seen.subject == seen.issuer
        assert seen.subject.rfc4514_string() == "CN=localhost"
        with pytest.raises(x509.ExtensionNotFound):
            seen.extensions.get_extension_for_class(x509.SubjectAlternativeName)


@pytest.mark.parametrize("tls", [Tls.TRUSTED, Tls.SELF_SIGNED])
def test_the_pin_is_the_sha256_of_the_certificate(tls: Tls) -> None:
    with Simulator("single-healthy", tls=tls) as simulator:
        assert simulator.pin == sha256(certificate(simulator)).hexdigest()


def test_without_tls_the_url_says_so_and_there_is_nothing_to_trust(ask: Ask) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        assert simulator.url.startswith("http://localhost:")
        assert (simulator.ca_pem, simulator.pin) == (b"", "")
        assert ask(simulator, "/v1/health")[0] == 401


def test_a_tls_client_at_a_plain_port_gets_nowhere() -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        place = ("127.0.0.1", urlsplit(simulator.url).port)
        trust = ssl.create_default_context()
        with socket.create_connection(place) as plain, pytest.raises(ssl.SSLError):
            trust.wrap_socket(plain, server_hostname="localhost")
        assert simulator.seen == ()


def test_a_taken_port_is_named_with_a_cure() -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        port = urlsplit(simulator.url).port or 0
        with pytest.raises(UsageError, match=f"port {port} cannot be used") as caught, Simulator(port=port):
            pass
        assert "another port" in caught.value.cure
