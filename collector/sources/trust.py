"""Decides how a server's certificate is checked, and what may be sent over which channel."""

from __future__ import annotations

import hashlib
import hmac
import re
import ssl
from pathlib import Path

from collector.errors import UsageError
from collector.sources.origin import Origin
from collector.target import Trust


def check_channel(origin: Origin, trust: Trust, *, with_credential: bool) -> None:
    """Raise UsageError if the options contradict each other or a credential would travel unprotected."""
    if trust.insecure and (trust.pin_sha256 or trust.ca_file):
        raise UsageError("--insecure contradicts --ca-file and --pin-sha256", cure="leave --insecure out")
    if trust.pin_sha256 and trust.ca_file:
        raise UsageError("--pin-sha256 stands in for --ca-file, which would not be used", cure="leave one of them out")
    if origin.scheme == "http" and trust != Trust():
        raise UsageError(
            "{origin} has no certificate to check", cure="use https://, or leave the TLS options out", origin=origin
        )
    if trust.pin_sha256:
        pin(trust.pin_sha256)
    if with_credential and not origin.is_loopback:
        _check_protection(origin, trust)


def _check_protection(origin: Origin, trust: Trust) -> None:
    if origin.scheme == "http":
        raise UsageError(
            "a credential is not sent to {origin} over plain http; nothing was sent",
            cure="use https://; plain http is for this machine only (127.0.0.1, [::1], localhost)",
            origin=origin,
        )
    if trust.insecure:
        raise UsageError(
            "a credential is not sent to {origin} without checking its certificate; nothing was sent",
            cure="`collect-bundle doctor` prints the certificate's fingerprint: give it as --pin-sha256",
            origin=origin,
        )


def pin(text: str) -> bytes:
    """Read a SHA-256 fingerprint, 64 hex digits with or without colons; raise UsageError."""
    digits = text.strip().replace(":", "").lower().removeprefix("sha256")
    if not re.fullmatch(r"[0-9a-f]{64}", digits):
        raise UsageError(
            "the pin is not a SHA-256 fingerprint of 64 hex digits", cure="copy it from `collect-bundle doctor`"
        )
    return bytes.fromhex(digits)


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) in lower-case hex, as --pin-sha256 takes it."""
    return hashlib.sha256(certificate).hexdigest()


def matches(certificate: bytes | None, expected: bytes) -> bool:
    """Tell whether a certificate (DER) is the pinned one."""
    return certificate is not None and hmac.compare_digest(hashlib.sha256(certificate).digest(), expected)


def tls_context(trust: Trust) -> ssl.SSLContext:
    """Return the TLS settings of a client; raise UsageError for a CA file that cannot be used.

    Not `ssl.create_default_context`: that creates the file SSLKEYLOGFILE names, with the session keys of the run.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if trust.insecure or trust.pin_sha256:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif trust.ca_file:
        _load(context, trust.ca_file)
    else:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    return context


def _load(context: ssl.SSLContext, ca_file: str) -> None:
    try:
        context.load_verify_locations(cadata=Path(ca_file).read_text("ascii"))
    except (OSError, ValueError, ssl.SSLError):
        raise UsageError(
            "the CA file {ca_file} cannot be read, or holds no certificate",
            cure="give a PEM file (BEGIN CERTIFICATE)",
            ca_file=ca_file,
        ) from None
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # the file may hold the server's own or its issuer's
