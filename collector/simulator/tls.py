"""The server's certificate: a good one, and those that a careful client refuses."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory


class Tls(StrEnum):
    """How the server shows itself."""

    TRUSTED = "trusted"
    """Issued by our own CA for localhost."""
    SELF_SIGNED = "self-signed"
    """CN=localhost and no subjectAltName, as the real client generates for itself."""
    EXPIRED = "expired"
    """Issued by our own CA, no longer valid."""
    WRONG_NAME = "wrong-name"
    """Issued by our own CA for another host."""
    PLAIN = "plain"
    """No TLS at all."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate with its key, PEM, and what a client must trust to accept it."""

    chain: bytes
    key: bytes
    ca: bytes

    @property
    def pin(self) -> str:
        """Return the SHA-256 of the server's certificate (DER), in lower-case hex."""
        first, _, _ = self.chain.decode().partition("-----END CERTIFICATE-----")
        return sha256(ssl.PEM_cert_to_DER_cert(f"{first}-----END CERTIFICATE-----\n")).hexdigest()

    def context(self) -> ssl.SSLContext:
        """Return a server's TLS context; the key touches the disk for as long as loading takes, 0600."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with TemporaryDirectory(prefix="collect-bundle-simulator-") as folder:
            path = Path(folder, "identity.pem")
            path.touch(mode=0o600)
            path.write_bytes(self.key + self.chain)
            context.load_cert_chain(path)
        return context


def identity(tls: Tls) -> Identity | None:
    """Return a fresh identity of that kind, or None without TLS."""
    makers: dict[Tls, Callable[[], Identity]] = {
        Tls.TRUSTED: lambda: _issued("localhost", "127.0.0.1"),
        Tls.WRONG_NAME: lambda: _issued("wa.example"),
        Tls.EXPIRED: lambda: _issued("localhost", "127.0.0.1", ended=timedelta(days=3)),
        Tls.SELF_SIGNED: _self_signed,
    }
    return makers[tls]() if tls in makers else None


def _issued(*names: str, ended: timedelta | None = None) -> Identity:
    import trustme  # noqa: PLC0415 - only whoever serves pays for it

    ca = trustme.CA(organization_name="collect-bundle simulator")
    not_after = None if ended is None else datetime.now(UTC).replace(tzinfo=None) - ended
    issued = ca.issue_cert(*names, common_name=names[0], not_after=not_after)
    chain = b"".join(blob.bytes() for blob in issued.cert_chain_pems)
    return Identity(chain, issued.private_key_pem.bytes(), ca.cert_pem.bytes())


def _self_signed() -> Identity:
    from cryptography import x509  # noqa: PLC0415 - only whoever serves pays for it
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.now(UTC)
    unsigned = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    dated = unsigned.not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=365))
    certificate = dated.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    key_pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Identity(certificate, key_pem, certificate)
