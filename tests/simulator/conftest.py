"""A small client of our own: the standard library's, so that no room of collect-bundle stands in for itself."""

import http.client
import json
import ssl
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from types import MappingProxyType
from urllib.parse import urlsplit

import pytest

from collector.simulator import Simulator, Tls, find
from collector.simulator.accounts import Account

Reply = tuple[int, Message, bytes]


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)


@pytest.fixture
def ask() -> Callable[..., Reply]:
    return _ask


@pytest.fixture
def sign_in() -> Callable[[Simulator, Account], str]:
    return _sign_in


@pytest.fixture
def basic() -> Callable[[str, str], str]:
    return _basic


@pytest.fixture
def read() -> Callable[..., object]:
    """Return a function that signs in as admin and returns the JSON of a path."""

    def reading(simulator: Simulator, path: str) -> object:
        return json.loads(_ask(simulator, path, _sign_in(simulator, simulator.accounts.admin))[2])

    return reading


@pytest.fixture
def healthy_wire(now: datetime) -> Callable[[str], Simulator]:
    """Return a function that makes a simulator of a scenario without its faults, over plain HTTP."""

    def make(name: str) -> Simulator:
        return Simulator(replace(find(name), faults=MappingProxyType({})), now=now, tls=Tls.PLAIN)

    return make


def _ask(
    simulator: Simulator,
    path: str,
    authorization: str = "",
    method: str = "GET",
    headers: dict[str, str] | None = None,
) -> Reply:
    place = urlsplit(simulator.url)
    if place.scheme == "https":
        trust = ssl.create_default_context(cadata=simulator.ca_pem.decode())
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(place.netloc, context=trust)
    else:
        connection = http.client.HTTPConnection(place.netloc)
    who = {"Authorization": authorization} if authorization else {}
    try:
        connection.request(method, path, headers={**who, **(headers or {})})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def _basic(username: str, password: str) -> str:
    return "Basic " + b64encode(f"{username}:{password}".encode()).decode()


def _sign_in(simulator: Simulator, account: Account) -> str:
    _, _, body = _ask(simulator, "/v1/users/login", _basic(account.username, account.password), "POST")
    return f"Bearer {json.loads(body)['users'][0]['token']}"
