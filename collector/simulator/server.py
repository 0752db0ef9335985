"""The simulator: a real server on the loopback interface that behaves like a WhatsApp Business API client."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from threading import Event
from types import TracebackType
from typing import Self

from collector.simulator.accounts import EVERYBODY, Accounts, TokenDesk
from collector.simulator.conversation import converse
from collector.simulator.faults import EVERY_PATH, Fault, HangInHandshake
from collector.simulator.listener import Listener
from collector.simulator.plants import Plants, plants
from collector.simulator.request import Seen
from collector.simulator.scenario import Scenario
from collector.simulator.scenarios import find
from collector.simulator.service import Log, Service
from collector.simulator.tls import Tls, identity


class Simulator:
    """Serves one scenario while its `with` block runs; leaving it ends every connection and thread.

    Answers depend on scenario, time and earlier calls only. With `now` (UTC) the clock stands still there; without, it
    runs. Faults are added to those of the scenario, by path, and win over them. Raises UsageError for an unknown
    scenario, and on entering for a port that cannot be had.
    """

    def __init__(
        self,
        scenario: str | Scenario = "demo",
        *,
        now: datetime | None = None,
        port: int = 0,
        tls: Tls = Tls.TRUSTED,
        faults: Mapping[str, Fault] | None = None,
        token_life: timedelta = timedelta(days=7),
        accounts: Accounts = EVERYBODY,
    ) -> None:
        self.scenario = find(scenario) if isinstance(scenario, str) else scenario
        self.plants: Plants = plants(self.scenario)
        self.accounts = accounts
        self._now = now
        self._port = port
        self._identity = identity(tls)
        self._faults = {**self.scenario.faults, **(faults or {})}
        self._tokens = TokenDesk(self._clock, token_life)
        self._log = Log()
        self._service = self._make_service()
        self._context = self._make_context()
        self._stopping = Event()
        self._listener: Listener | None = None

    @property
    def url(self) -> str:
        """Return the origin, for example `https://localhost:41234`; the port is known once the server runs."""
        port = self._listener.port if self._listener else self._port
        return f"{'https' if self._identity else 'http'}://localhost:{port}"

    @property
    def ca_pem(self) -> bytes:
        """Return what a client must trust, PEM; empty without TLS."""
        return self._identity.ca if self._identity else b""

    @property
    def pin(self) -> str:
        """Return the SHA-256 of the server's certificate (DER) in hex; empty without TLS."""
        return self._identity.pin if self._identity else ""

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Return every request so far, in order of arrival."""
        return self._log.seen

    @property
    def tokens(self) -> tuple[str, ...]:
        """Return every token given out so far."""
        return self._tokens.issued

    @property
    def revoked(self) -> tuple[str, ...]:
        """Return the tokens given back so far."""
        return self._tokens.revoked

    def __enter__(self) -> Self:
        self._listener = Listener(self._port, self._wrap, self._serve, self._stopping)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._listener:
            self._listener.stop()

    def _clock(self) -> datetime:
        return self._now or datetime.now(UTC)

    def _make_service(self) -> Service:
        started = self._clock()
        certificate = self.ca_pem or None
        return Service(
            self.scenario, self.accounts, self._tokens, self._faults, self._log, self._clock, started, certificate
        )

    def _make_context(self) -> ssl.SSLContext | None:
        """Return the TLS context, or None where TLS is off or never begins."""
        hangs = isinstance(self._faults.get(EVERY_PATH), HangInHandshake)
        return None if hangs or self._identity is None else self._identity.context()

    def _wrap(self, plain: socket.socket) -> socket.socket:
        if self._context is None:
            return plain
        return self._context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)

    def _serve(self, connection: socket.socket) -> None:
        if self._context is None and self._identity:
            self._stopping.wait()
        else:
            converse(connection, self._service, self._stopping)
