"""What came back for one request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from collector.model import RawText
from collector.sources.failures import Failure

KEPT_HEADERS = ("Date", "Content-Type", "Retry-After", "X-Request-ID", "x-fb-trace-id", "Server")


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange, complete or not; without a status no answer began. Headers have lower-case names."""

    status: int | None
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    failure: Failure | None
    request_id: str
    started: datetime
    seconds: float
    tries: int = 1

    @property
    def retry_after(self) -> str | None:
        """Return the Retry-After header."""
        return self.headers.get("retry-after")

    def facts(self) -> tuple[tuple[str, RawText], ...]:
        """Return what the service's owner needs to find this request in its logs, and its clock."""
        kept = [(name, self.headers[name.lower()]) for name in KEPT_HEADERS if name.lower() in self.headers]
        return tuple((name, RawText(value)) for name, value in [("sent X-Request-ID", self.request_id), *kept])


@dataclass(frozen=True, slots=True)
class Peer:
    """Who took a connection: its address, and what TLS showed (version, certificate in DER), if it was TLS."""

    address: str
    tls_version: str | None = None
    certificate: bytes | None = field(default=None, repr=False)
