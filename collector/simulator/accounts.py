"""Who may ask what: the accounts, and the tokens they are given."""

from __future__ import annotations

import hmac
import json
from base64 import b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from threading import Lock

from collector.simulator import canaries as c


class AccountRole(StrEnum):
    """The client's two roles."""

    ADMIN = "ROLE_ADMIN"
    USER = "ROLE_USER"


@dataclass(frozen=True, slots=True)
class Account:
    """A user and password."""

    username: str
    password: str
    role: AccountRole
    must_change_password: bool = False


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everybody who can sign in, and the API key."""

    admin: Account = Account("admin", c.ADMIN_PASSWORD, AccountRole.ADMIN)
    support: Account = Account("support", c.SUPPORT_PASSWORD, AccountRole.USER)
    fresh: Account = Account("admin", "secret", AccountRole.ADMIN, must_change_password=True)
    """The documented default: accepted by a fresh installation only together with a new password."""
    api_key: str = c.API_KEY

    def by_basic(self, credentials: str) -> Account | None:
        """Return whose `base64(user:password)` this is; the password may hold colons."""
        try:
            username, _, password = b64decode(credentials, validate=True).decode().partition(":")
        except (Base64Error, UnicodeDecodeError):
            return None
        pair = (username, password)
        return next((a for a in (self.admin, self.support, self.fresh) if (a.username, a.password) == pair), None)

    def role_of(self, username: str) -> AccountRole | None:
        """Return the role of that user."""
        return next((a.role for a in (self.admin, self.support) if a.username == username), None)


EVERYBODY = Accounts()


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token, whose it is and until when."""

    text: str
    account: Account
    expires: datetime


class TokenDesk:
    """Gives out tokens, knows them again, and takes them back; may be used from several threads."""

    def __init__(self, clock: Callable[[], datetime], life: timedelta) -> None:
        self._clock = clock
        self._life = life
        self._lock = Lock()
        self._valid: dict[str, Token] = {}
        self._issued: list[str] = []

    @property
    def issued(self) -> tuple[str, ...]:
        """Return every token ever given out, in order."""
        with self._lock:
            return tuple(self._issued)

    @property
    def revoked(self) -> tuple[str, ...]:
        """Return the tokens that were given back."""
        with self._lock:
            return tuple(text for text in self._issued if text not in self._valid)

    def issue(self, account: Account) -> Token:
        """Return a new token; the n-th of a run is always the same."""
        with self._lock:
            expires = self._clock() + self._life
            token = Token(_jwt(account, expires, len(self._issued) + 1), account, expires)
            self._issued.append(token.text)
            self._valid[token.text] = token
        return token

    def holder(self, text: str) -> Account | None:
        """Return whose token this is, unless it is unknown, expired or revoked."""
        with self._lock:
            token = self._valid.get(text)
        return token.account if token and self._clock() < token.expires else None

    def revoke(self, text: str) -> None:
        """Make a token worthless."""
        with self._lock:
            self._valid.pop(text, None)


def _jwt(account: Account, expires: datetime, serial: int) -> str:
    claims = {"user": account.username, "exp": int(expires.timestamp()), "jti": serial}
    signed = ".".join(
        _part(json.dumps(part, separators=(",", ":")).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims)
    )
    return f"{signed}.{_part(hmac.digest(b64decode(c.JWT_KEY), signed.encode(), sha256))}"


def _part(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
