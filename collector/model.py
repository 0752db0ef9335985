"""The nouns, in the order of a byte: a profile's endpoint is asked, Raw passes the door, Clean is packed.

Nothing here does I/O, and nothing here can print what has not passed the door.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, NoReturn

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
