"""Whom to ask, as whom, and what became of it: an attempt for every source, whatever happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from collector.model import CleanText, Raw, RawText


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who we are: nothing, or one of user and password, token, API key."""

    username: RawText | None = None
    password: RawText | None = None
    token: RawText | None = None
    api_key: RawText | None = None

    @property
    def kind(self) -> str:
        """Return `password`, `token`, `api-key` or `none`."""
        if self.token:
            return "token"
        if self.username and self.password:
            return "password"
        return "api-key" if self.api_key else "none"

    def secrets(self) -> tuple[RawText, ...]:
        """Return every value that must be found nowhere."""
        return tuple(v for v in (self.username, self.password, self.token, self.api_key) if v)


@dataclass(frozen=True, slots=True)
class Trust:
    """How the server's certificate is checked: system CAs, own CA file, a SHA-256 pin of the DER, or not at all."""

    ca_file: str | None = None
    pin_sha256: str | None = None
    insecure: bool = False

    @property
    def mode(self) -> str:
        """Return `verified`, `ca-file`, `pinned` or `insecure`."""
        if self.insecure:
            return "insecure"
        if self.pin_sha256:
            return "pinned"
        return "ca-file" if self.ca_file else "verified"


@dataclass(frozen=True, slots=True)
class Target:
    """A service to ask: `url` is an origin (scheme, host, port), times are seconds, sizes bytes."""

    url: str
    credentials: Credentials = Credentials()
    trust: Trust = Trust()
    timeout: float = 120.0
    """The whole run's, sign-in and sign-out included."""
    max_bytes: int = 64 * 1024 * 1024
    """Of one answer, on the wire and decoded."""


class Result(StrEnum):
    """How asking one source ended."""

    COLLECTED = "collected"
    PARTIAL = "partial"
    EMPTY = "empty"
    SKIPPED = "skipped"
    REFUSED = "refused"
    FAILED = "failed"
    TIMED_OUT = "timed-out"

    @property
    def is_loss(self) -> bool:
        """Tell whether something that was asked for is not in the bundle."""
        return self in {Result.PARTIAL, Result.REFUSED, Result.FAILED, Result.TIMED_OUT}


Text = TypeVar("Text", RawText, CleanText)


@dataclass(frozen=True, slots=True)
class Attempt(Generic[Text]):
    """What happened when one source was asked; exists for every source, whatever happened.

    `source`, `code` and `endpoint` are our own words; `reason`, `request` and `facts` may carry the server's.
    """

    source: str
    result: Result
    code: str
    """A short stable word for the reason: `http-500`, `tls-unknown-ca`, `not-asked`, `over-limit`; "" if collected."""
    request: Text
    """`GET /v1/support`, or the path of a saved file."""
    reason: Text
    """One sentence for a person; empty where all went well."""
    started: datetime
    seconds: float
    status: int | None = None
    tries: int = 1
    facts: tuple[tuple[str, Text], ...] = ()
    """Response headers worth keeping: Date, Content-Type, request ids, Retry-After."""
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a source hands over: always an attempt, and the answer where there is one."""

    attempt: Attempt[RawText]
    raw: Raw | None = None
