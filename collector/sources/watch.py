"""Follows one connection through the HTTP library's trace hook and ends it before a byte of ours if it must."""

from __future__ import annotations

from typing import Any

from collector.sources.failures import ExchangeError
from collector.sources.trust import matches, pin
from collector.target import Trust


class SeenEnoughError(Exception):
    """Ends a connection that was made only to look at the peer."""


class Watch:
    """What one connection showed so far; it is httpx's `trace` extension."""

    def __init__(self, trust: Trust, *, only_look: bool) -> None:
        self._stream: Any = None
        self.tls_version: str | None = None
        self.certificate: bytes | None = None
        self._pin = pin(trust.pin_sha256) if trust.pin_sha256 else None
        self._only_look = only_look

    @property
    def connected(self) -> bool:
        """Tell whether the peer, or the proxy, took the connection."""
        return self._stream is not None

    async def close(self) -> None:
        """Close the connection; httpcore 1.0 forgets to if a deadline falls into the TLS handshake."""
        if self._stream is not None:
            await self._stream.aclose()

    async def __call__(self, name: str, info: dict[str, Any]) -> None:
        """Take one event: a direct connection reports connection.start_tls, a tunnel proxy.start_tls."""
        if name.endswith("start_tls.complete"):
            tls = info["return_value"].get_extra_info("ssl_object")
            self.tls_version, self.certificate = tls.version(), tls.getpeercert(binary_form=True)
        elif name.endswith("connect_tcp.complete"):
            self._stream = info["return_value"]
        elif name.endswith("send_request_headers.started") and info["request"].method != b"CONNECT":
            self._allow()

    def _allow(self) -> None:
        if self._pin is not None and not matches(self.certificate, self._pin):
            raise ExchangeError("tls-wrong-pin")
        if self._only_look:
            raise SeenEnoughError
