from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest
import trustme

from collector.model import Profile, RawText
from collector.profile import load_profile
from collector.sources.instruments import Instruments
from collector.target import Credentials, Target, Trust

Behave = Callable[[socket.socket], None]
NOW = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)


class Peer:
    """A server at socket level: hands every connection to a behaviour, and keeps what was received."""

    def __init__(self, behave: Behave, context: ssl.SSLContext | None = None) -> None:
        self._behave, self._context = behave, context
        self.received: list[bytes] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            self.received.append(read_head(connection))
            self._behave(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def stop(self) -> None:
        self.stopping.set()
        self._listening.close()
        for connection in self._open:
            connection.close()


def read_head(connection: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and not head.startswith(b"\x16"):  # the first byte of a TLS handshake
        chunk = connection.recv(65536)
        if not chunk:
            break
        head += chunk
    return head


def says(content: bytes) -> Behave:
    return lambda connection: connection.sendall(content)


def answer(body: bytes = b"{}", status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass
class Clock:
    """A clock that only sleeping moves."""

    seconds: float = 1000.0
    slept: Any = None

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept = [*(self.slept or []), seconds]
        self.seconds += seconds


@pytest.fixture
def serve() -> Iterator[Callable[..., Peer]]:
    peers: list[Peer] = []

    def start(behave: Behave, context: ssl.SSLContext | None = None) -> Peer:
        peers.append(Peer(behave, context))
        return peers[-1]

    yield start
    for peer in peers:
        peer.stop()


@dataclass(frozen=True)
class Kit:
    """What the tests of this room share; a fixture, because test folders are no packages."""

    profile: Profile
    instruments: Instruments

    says = staticmethod(says)
    answer = staticmethod(answer)
    read_head = staticmethod(read_head)
    clock = Clock
    now = NOW

    def target(self, url: str, *, timeout: float = 20.0, trust: Trust = Trust(), **secrets: str) -> Target:  # noqa: B008
        credentials = Credentials(**{name: RawText(value) for name, value in secrets.items()})
        return Target(url, credentials, trust, timeout)

    def small(self, *names: str) -> Profile:
        """The shipped profile, cut down to some endpoints."""
        return replace(self.profile, endpoints=tuple(e for e in self.profile.endpoints if e.name in names))


@pytest.fixture(scope="session")
def profile() -> Profile:
    text = files("collector.profiles").joinpath("whatsapp-onprem.yaml").read_text("utf-8")
    return load_profile(text, file="whatsapp-onprem.yaml")


@pytest.fixture
def kit(profile: Profile) -> Kit:
    return Kit(profile, Instruments(sleep=lambda _seconds: None, environ={}, agent="collect-bundle/test"))


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()
