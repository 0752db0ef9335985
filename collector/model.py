"""The nouns, in the order of a byte: a profile's endpoint is asked, Raw passes the door, Clean is packed.

Nothing here does I/O, and nothing here can print what has not passed the door.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, NewType, NoReturn, TypeVar

CleanText = NewType("CleanText", str)
"""A string that has passed the door, or that we wrote ourselves from such strings."""


class _Withheld:
    """Refuses to be printed, formatted, compared by content or pickled; `expose()` is the one way in."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: content withheld>"

    __str__ = __repr__

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be formatted: it has not passed the door")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot be pickled: it has not passed the door")


class RawText(_Withheld):
    """A string that has not passed the door: a server's words, a credential, a file's name."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def expose(self) -> str:
        """Return the string itself; called by redaction and by what sends a credential, nowhere else."""
        return self._text


class Raw(_Withheld):
    """One artifact that has not passed the door: its wished member name and its bytes."""

    __slots__ = ("_content", "_name")

    def __init__(self, name: str, content: bytes) -> None:
        self._name = name
        self._content = content

    def expose_name(self) -> str:
        """Return the wished member name (`collected/support.json`), which may itself hold a secret."""
        return self._name

    def expose(self) -> bytes:
        """Return the bytes; called by redaction, nowhere else."""
        return self._content


@dataclass(frozen=True, slots=True)
class Clean:
    """One artifact that has passed the door; only redaction/ makes one."""

    name: CleanText
    content: bytes


@dataclass(frozen=True, slots=True)
class Authored:
    """One file we wrote ourselves from clean things: findings, pages, manifest."""

    name: str
    content: bytes


Member = Clean | Authored


def sha256(content: bytes) -> str:
    """Return the SHA-256 of the bytes in lower-case hex."""
    return hashlib.sha256(content).hexdigest()


# --- what to ask ------------------------------------------------------------------------------------------------


class Needs(StrEnum):
    """The weakest credential an endpoint answers to."""

    NOTHING = "nothing"
    API_KEY = "api-key"
    TOKEN = "token"  # noqa: S105  (the name of a need)
    ADMIN = "admin"


class Cost(StrEnum):
    """What asking costs the service; `slow` and `delicate` endpoints are asked on request only."""

    CHEAP = "cheap"
    SLOW = "slow"
    DELICATE = "delicate"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One GET worth making: `path` is relative to the target's origin, `member` is where the answer goes."""

    name: str
    path: str
    why: str
    needs: Needs
    cost: Cost
    member: str

    @property
    def by_default(self) -> bool:
        """Tell whether it is asked without being named."""
        return self.cost is Cost.CHEAP


@dataclass(frozen=True, slots=True)
class SignIn:
    """Where a user and password become a token (POST, Basic, empty body) and where the token is given back (POST)."""

    login: str
    logout: str
    token_at: str
    """JSON pointer of the token in the answer to login."""


@dataclass(frozen=True, slots=True)
class SafeField:
    """A field whose values may pass as a type or shape: `at` is an RFC 9535 path, `shape` a name or listed words."""

    member: str
    at: str
    shape: str
    """integer, number, boolean, timestamp, version, text (own words of the product), or enum."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenCheck:
    """A check that a profile holds: which values of one member make a finding of it."""

    id: str
    why: str
    member: str
    at: str
    """RFC 9535 path of the values that are looked at."""
    operator: str
    """How a value is compared: `above`, `below`, `equals`, `differs`, `in`, `contains`, `matches` or `exists`."""
    operand: object
    severity: str
    title: str
    """`{value}` in it stands for the first value that fires."""
    expected: str
    remedy: str
    basis: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What to ask a service, and how its answers are read."""

    name: str
    title: str
    main: str
    """The endpoint without which a bundle is not worth having; its refusal decides the exit code."""
    endpoints: tuple[Endpoint, ...]
    sign_in: SignIn | None
    api_key_scheme: str | None
    """The Authorization scheme of an API key, for example `Apikey`."""
    safe: tuple[SafeField, ...]
    personal: tuple[str, ...]
    """RFC 9535 paths of people's own words, which go whole."""
    error_code_at: str
    """JSON pointer of the error code in an error answer, for example `/errors/0/code`."""
    error_text_at: tuple[str, ...]
    absent_codes: frozenset[int]
    """Error codes that say: this installation does not have it."""
    transient_codes: frozenset[int]
    """Error codes worth asking again for."""
    denied_codes: frozenset[int]
    checks: tuple[WrittenCheck, ...] = ()
    digest: str = ""

    def words(self) -> frozenset[str]:
        """Return every enum word, so that none of them is ever learned as a secret."""
        return frozenset(word.casefold() for field_ in self.safe for word in field_.words)

    def endpoint(self, name: str) -> Endpoint | None:
        """Return the endpoint of that name."""
        return next((e for e in self.endpoints if e.name == name), None)


# --- whom to ask ------------------------------------------------------------------------------------------------


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


# --- what happened ----------------------------------------------------------------------------------------------


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


# --- what was removed -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing removed: where its mark stands now and why; never the value, its hash or its length."""

    member: str
    place: str
    """JSON pointer (`/support/debug_info`) or `line:column` in the clean text."""
    rule: str
    action: str
    mark: str
    traits: tuple[str, ...] = ()
    """Facts safe to tell, such as `published-default` or `holds [phone:…]`."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A member that could not be made safe, and why, in our own words."""

    name: CleanText
    reason: str


class KnownValues(_Withheld):
    """The distinctive values this run removed; it can be searched for, but not printed.

    `texts` are secrets and names as they stand; `numbers` are the digits of phone numbers, international form
    without `+`. The sealed search looks for both in every encoded form.
    """

    __slots__ = ("_numbers", "_texts")

    def __init__(self, texts: frozenset[str], numbers: frozenset[str]) -> None:
        self._texts = texts
        self._numbers = numbers

    def expose_texts(self) -> frozenset[str]:
        """Return the text values; called by the sealed search, nowhere else."""
        return self._texts

    def expose_numbers(self) -> frozenset[str]:
        """Return the phone numbers' digits; called by the sealed search, nowhere else."""
        return self._numbers

    def __len__(self) -> int:
        return len(self._texts) + len(self._numbers)


# --- what it means ----------------------------------------------------------------------------------------------


class Severity(StrEnum):
    """How bad a finding is; `unjudged` means a check could not decide, with the reason in `seen`."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"
    UNJUDGED = "unjudged"

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in the bundle that shows it: member, JSON pointer in it, and the clean value there."""

    member: str
    pointer: str
    shown: str


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on a value is a finding; every one can be set under `limits` in the settings file."""

    build_days: float = 7
    callback_failed_percent: float = 10
    callback_queue: float = 50_000
    callback_queue_full: float = 90_000
    callback_seconds: float = 3
    certificate_days: float = 30
    clock_seconds: float = 60
    database_failed_percent: float = 1
    database_ms: float = 100
    disk_full_gib: float = 1
    disk_low_gib: float = 5
    pending_messages: float = 10_000


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnosis for the ticket, made from clean things only."""

    id: str
    severity: Severity
    title: str
    seen: str
    expected: str
    remedy: str
    basis: str
    """Where the expectation is documented, or `chosen by collect-bundle` where no document states it."""
    evidence: tuple[Pointer, ...] = ()
    check: str = ""
    """The id of the check that made it."""
    version: int = 1
    """Of that check: it rises when the check judges differently."""


# --- the run ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """The facts of one run that manifest and pages show; every text is clean."""

    tool_version: str
    profile: str
    profile_title: str
    profile_digest: str
    rules_digest: str
    level: str
    without: tuple[str, ...]
    key_scope: str
    started: datetime
    ended: datetime
    target: CleanText
    trust: str
    signed_in: str
    label: str | None = None
    warnings: tuple[str, ...] = ()
    language: str = "en"
    """Of the words people read in the bundle (BCP 47)."""
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a bundle says, before it is written: what manifest and pages are made from."""

    run: Run
    attempts: tuple[Attempt[CleanText], ...]
    members: tuple[Clean, ...]
    redactions: tuple[Redaction, ...]
    withheld: tuple[Withheld, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Per member, what a reader must know: `read as text: not valid JSON`."""

    @property
    def complete(self) -> bool:
        """Tell whether everything asked for is inside."""
        return not self.withheld and not any(a.result.is_loss for a in self.attempts)
