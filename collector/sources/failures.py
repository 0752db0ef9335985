"""Every way an exchange can fail, in our own words: what, and what to do next. Foreign texts never pass."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from collector.language import message
from collector.sentence import Sentence

_TRUST = message(
    "`collect-bundle doctor` prints its fingerprint; then give --ca-file FILE, or --pin-sha256 FINGERPRINT"
)

# code: (what, next step). `{where}` is the origin the person gave, or the proxy; `{trust}` how to trust a certificate.
SENTENCES = {
    "deadline": (
        message("{where} did not finish answering in time"),
        message("raise --timeout, or look at the service's load"),
    ),
    "name-unknown": (
        message("the name of {where} is not known here"),
        message("check the spelling, or the DNS of this machine"),
    ),
    "name-timeout": (
        message("looking up the name of {where} took too long"),
        message("check the DNS here, or give an address"),
    ),
    "name-not-loopback": (
        message("the name of {where} does not lead to this machine"),
        message("give 127.0.0.1 or [::1]"),
    ),
    "connection-refused": (
        message("nothing listens at {where}"),
        message("check host and port, and that the service runs"),
    ),
    "connection-reset": (
        message("{where} broke the connection off"),
        message("look at the service's log and at firewalls in between"),
    ),
    "connection-timeout": (
        message("{where} did not take the connection in time"),
        message("check host, port and firewalls in between"),
    ),
    "no-route": (message("there is no route to {where}"), message("check the network of this machine")),
    "connection-failed": (
        message("{where} could not be connected to"),
        message("check host, port and the network of this machine"),
    ),
    "closed": (
        message("{where} closed the connection without an answer"),
        message("check that the port speaks {scheme}"),
    ),
    "not-http": (message("{where} answered something that is not HTTP"), message("check the port")),
    "not-http-tls-port": (
        message("{where} did not answer plain http in HTTP, as a TLS port would"),
        message("try https:// instead of http://"),
    ),
    "tls-self-signed": (message("the certificate of {where} is self-signed, so nobody vouches for it"), _TRUST),
    "tls-unknown-ca": (message("the certificate of {where} was issued by a CA unknown to this machine"), _TRUST),
    "tls-wrong-name": (
        message("the certificate of {where} is for another name"),
        message("use the name that stands in the certificate; or: {trust}"),
    ),
    "tls-expired": (
        message("the certificate of {where}, or its issuer's, has expired"),
        message("renew it; or: {trust}"),
    ),
    "tls-not-yet-valid": (
        message("the certificate of {where} is not valid yet"),
        message("check the clock of this machine; or: {trust}"),
    ),
    "tls-untrusted": (message("the certificate of {where} was not accepted"), _TRUST),
    "tls-wrong-pin": (
        message("the certificate of {where} is not the pinned one; nothing was sent"),
        message("find out why it changed; `collect-bundle doctor` prints the fingerprint it has now"),
    ),
    "tls-not-spoken": (
        message("{where} does not speak TLS"),
        message("try http:// if this is this machine, or another port"),
    ),
    "tls-version": (
        message("{where} offers no TLS version that is still safe"),
        message("enable TLS 1.2 or 1.3 on the service"),
    ),
    "tls-timeout": (
        message("no TLS connection with {where} came about in time"),
        message("check the service and proxies in between"),
    ),
    "tls-failed": (
        message("the TLS handshake with {where} failed"),
        message("look at the service's log; `openssl s_client` shows more"),
    ),
    "proxy-sign-in": (message("the proxy {where} wants a user and password"), message("put them into the proxy's URL")),
    "proxy-refused": (
        message("the proxy {where} did not let the connection through"),
        message("ask its owner, or use NO_PROXY"),
    ),
    "truncated": (message("the answer of {where} ended before it was complete"), message("look at the service's log")),
    "over-limit": (
        message("the answer of {where} is larger than the limit"),
        message("raise the limit in the settings file"),
    ),
    "encoding-not-offered": (
        message("{where} answered in a compression that was not offered"),
        message("look at proxies in between"),
    ),
    "encoding-broken": (message("the compressed answer of {where} is broken"), message("look at proxies in between")),
    "exchange-failed": (
        message("the exchange with {where} failed"),
        message("try again; `collect-bundle doctor` looks closer"),
    ),
}

_VERIFY_CODES = {
    9: "tls-not-yet-valid",
    10: "tls-expired",
    18: "tls-self-signed",
    19: "tls-unknown-ca",
    20: "tls-unknown-ca",
    21: "tls-unknown-ca",
    62: "tls-wrong-name",
    64: "tls-wrong-name",
}
_TLS_REASONS = {
    "WRONG_VERSION_NUMBER": "tls-not-spoken",
    "HTTP_REQUEST": "tls-not-spoken",
    "UNKNOWN_PROTOCOL": "tls-not-spoken",
    "RECORD_LAYER_FAILURE": "tls-not-spoken",
    "PACKET_LENGTH_TOO_LONG": "tls-not-spoken",
    "TLSV1_ALERT_PROTOCOL_VERSION": "tls-version",
    "UNSUPPORTED_PROTOCOL": "tls-version",
}
_ERRNOS = {
    errno.ECONNREFUSED: "connection-refused",
    errno.ECONNRESET: "connection-reset",
    errno.EPIPE: "connection-reset",
    errno.ECONNABORTED: "connection-reset",
    errno.ETIMEDOUT: "connection-timeout",
    errno.EHOSTUNREACH: "no-route",
    errno.ENETUNREACH: "no-route",
    errno.EADDRNOTAVAIL: "no-route",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed exchange: a stable code, one sentence, the next step, both free of foreign text."""

    code: str
    what: Sentence
    cure: Sentence

    @property
    def is_lateness(self) -> bool:
        """Tell whether time ran out."""
        return self.code in {"deadline", "name-timeout", "connection-timeout", "tls-timeout"}


class ExchangeError(Exception):
    """Ends an exchange with one of the codes above."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def failure(code: str, where: str, scheme: str = "https") -> Failure:
    """Return the failure of that code at `where`."""
    what, pattern = SENTENCES[code]
    cure = Sentence(pattern, scheme=scheme, trust=Sentence(_TRUST))
    if scheme == "http" and code in {"connection-reset", "closed", "not-http"}:
        cure = Sentence("if it is a TLS port, as the client's is: https:// instead of http://; or {cure}", cure=cure)
    return Failure(code, Sentence(what, where=where), cure)


def code_of(error: BaseException) -> str | None:
    """Return the code of what lies beneath an exception of the HTTP library, or None if nothing known does."""
    for cause in _causes(error):
        code = _code(cause)
        if code:
            return code
    return None


def _code(error: BaseException) -> str | None:
    if isinstance(error, ExchangeError):
        return error.code
    if isinstance(error, ssl.SSLCertVerificationError):
        return _VERIFY_CODES.get(error.verify_code, "tls-untrusted")
    if isinstance(error, ssl.SSLError):
        return _TLS_REASONS.get(error.reason or "", "tls-failed")
    if isinstance(error, socket.gaierror):
        return "name-unknown"
    return _ERRNOS.get(error.errno or 0) if isinstance(error, OSError) else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield from getattr(error, "exceptions", ())
        yield error
        error = error.__cause__ or error.__context__


def proxy_code(message: str) -> str:
    """Return the code for the status a proxy answered CONNECT with, of which only the three digits are read."""
    status = re.match(r"[0-9]{3}\b", message)
    return "proxy-sign-in" if status and status[0] == "407" else "proxy-refused"
