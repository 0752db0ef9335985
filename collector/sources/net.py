"""Sends requests to one target: the only user of httpx, and the place where every limit holds.

httpx 0.28 has neither a deadline for a whole exchange nor a bound on size or decompression, looks names up in threads
the process then waits for, and reads proxies and netrc by itself. Here an event loop in a daemon thread runs each
request under one deadline, over a connection of its own, to an address looked up beforehand.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

import httpx

from collector.model import RawText
from collector.sources.answer import Answer, Peer
from collector.sources.background import Background
from collector.sources.decoding import ACCEPT_ENCODING, Body
from collector.sources.failures import Failure, code_of, failure, proxy_code
from collector.sources.instruments import Instruments
from collector.sources.lookup import addresses
from collector.sources.origin import parse_origin
from collector.sources.proxies import choose_proxy
from collector.sources.retrying import STATUSES, persist
from collector.sources.trust import check_channel, tls_context
from collector.sources.watch import SeenEnoughError, Watch
from collector.target import Target, Trust

for _name in ("httpx", "httpcore"):  # both write URLs and headers, and so secrets, into the log
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_CODES = {
    httpx.ReadError: "connection-reset",
    httpx.WriteError: "connection-reset",
    httpx.ConnectTimeout: "connection-timeout",
}


@dataclass(slots=True)
class _Arriving:
    """What has come of an answer so far; it outlives the exception that ends the exchange."""

    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: Body | None = None
    watch: Watch | None = None


class Net:
    """A target under one deadline, which begins with the object; a context manager that owns one thread."""

    def __init__(self, target: Target, instruments: Instruments | None = None) -> None:
        """Raise UsageError for an impossible URL, proxy or trust, or a credential that would travel unprotected."""
        self.instruments = instruments or Instruments()
        self.origin = parse_origin(target.url)
        check_channel(self.origin, target.trust, with_credential=target.credentials.kind != "none")
        self.proxy = choose_proxy(target.url, self.instruments.environ)
        self._trust, self._limit_bytes = target.trust, target.max_bytes
        self._tls = tls_context(target.trust)
        self._deadline = self.instruments.clock() + target.timeout
        self._addresses: list[str] = []
        self._background = Background()

    def __enter__(self) -> Self:
        self._background.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._background.__exit__(kind, error, trace)

    def remaining(self) -> float:
        """Return the seconds left of the run."""
        return self._deadline - self.instruments.clock()

    def request(
        self,
        method: str,
        path: str,
        *,
        limit: float,
        authorization: RawText | None = None,
        again: Callable[[Answer], bool] = lambda _answer: False,
    ) -> Answer:
        """Send GET or POST and return what came within `limit` seconds, retries included; never raises for the net.

        Only GET is tried again: after a reset, 429, 502, 503, 504, or where `again` says so. Raises UsageError if the
        authorization would travel unprotected.
        """
        check_channel(self.origin, self._trust, with_credential=authorization is not None)
        if not path.startswith("/") or path.startswith("//"):
            raise ValueError("a path stays on the target's origin")
        clock = self.instruments.clock
        began, until = clock(), clock() + limit

        def send() -> Answer:
            return self._background.run(self._exchange(method, path, authorization, until))

        if method != "GET":
            return send()
        answer, tries = persist(
            send,
            again=lambda answer: _is_passing(answer) or again(answer),
            until=until,
            clock=clock,
            sleep=self.instruments.sleep,
            uniform=self.instruments.uniform,
            now=self.instruments.now,
        )
        return replace(answer, tries=tries, seconds=clock() - began)

    def look(self, limit: float, trust: Trust | None = None) -> Peer | Failure:
        """Connect, shake hands as `trust` says and hang up before a byte of a request is sent."""
        return self._background.run(self._look(self.instruments.clock() + limit, trust or self._trust))

    async def _exchange(self, method: str, path: str, authorization: RawText | None, until: float) -> Answer:
        started, began = self.instruments.now(), self.instruments.clock()
        request_id = self.instruments.request_id()
        headers = {
            "Host": self.origin.netloc,
            "User-Agent": self.instruments.agent,
            "Accept": "*/*",
            "Accept-Encoding": ACCEPT_ENCODING,
            "Connection": "close",
            "X-Request-ID": request_id,
        }
        if authorization is not None:
            headers["Authorization"] = authorization.expose()
        came = _Arriving()

        async def attempt(address: str, patience: float | None) -> None:
            came.watch = Watch(self._trust, only_look=False)
            await self._stream(method, address, path, headers, came, patience)

        failed = await self._within(until, attempt, came)
        seconds = self.instruments.clock() - began
        body = came.body.content() if came.body else b""
        return Answer(came.status, came.headers, body, failed, request_id, started, seconds)

    async def _look(self, until: float, trust: Trust) -> Peer | Failure:
        came, seen = _Arriving(), {"address": self.origin.host}

        async def attempt(address: str, patience: float | None) -> None:
            seen["address"] = address
            came.watch = Watch(trust, only_look=True)
            async with self._client(tls_context(trust), patience) as client:
                await client.get(self._url(address, "/"), extensions=self._extensions(came.watch))

        failed = await self._within(until, attempt, came)
        watch = came.watch
        if failed or watch is None:
            return failed or self._failure("connection-failed")
        return Peer(seen["address"], watch.tls_version, watch.certificate)

    async def _within(
        self,
        until: float,
        attempt: Callable[[str, float | None], Coroutine[Any, Any, None]],
        came: _Arriving,
    ) -> Failure | None:
        """Try the target's addresses in order under one deadline; return how it failed."""
        try:
            async with asyncio.timeout(until - self.instruments.clock()):
                await self._first_that_connects(until, attempt)
        except SeenEnoughError:
            return None
        except TimeoutError:
            return self._failure(self._lateness(came.watch))
        except Exception as error:  # noqa: BLE001  the table of failures names them all, and shows none of their texts
            return self._failure(self._code(error, came))
        finally:
            if came.watch:
                await came.watch.close()
        return None

    async def _first_that_connects(
        self, until: float, attempt: Callable[[str, float | None], Coroutine[Any, Any, None]]
    ) -> None:
        left = until - self.instruments.clock()
        if not self._addresses:
            peer = self.proxy.origin if self.proxy else self.origin
            self._addresses = await addresses(peer, self.instruments.resolve, left / 2)
        for address in list(self._addresses):
            waiting = len(self._addresses) - self._addresses.index(address)
            try:
                return await attempt(address, left / 2 / waiting if waiting > 1 else None)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if waiting == 1 or (code_of(error) or "").startswith("tls-"):
                    raise
        return None

    async def _stream(
        self, method: str, address: str, path: str, headers: dict[str, str], came: _Arriving, patience: float | None
    ) -> None:
        async with (
            self._client(self._tls, patience) as client,
            client.stream(
                method, self._url(address, path), headers=headers, extensions=self._extensions(came.watch)
            ) as response,
        ):
            came.status = response.status_code
            came.headers = {name.lower(): value for name, value in response.headers.items()}
            body = came.body = Body(came.headers.get("content-encoding", ""), self._limit_bytes)
            body.expect(came.headers.get("content-length", ""))
            async for chunk in response.aiter_raw():
                body.feed(chunk)
            body.finish()

    def _client(self, context: Any, patience: float | None) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            verify=context,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(None, connect=patience),
            proxy=self._proxy(),
        )

    def _proxy(self) -> httpx.Proxy | None:
        if self.proxy is None:
            return None
        user, password = self.proxy.username, self.proxy.password
        auth = (user.expose(), password.expose() if password else "") if user else None
        return httpx.Proxy(f"http://{self.proxy.origin.netloc_of(self._addresses[0])}", auth=auth)

    def _url(self, address: str, path: str) -> str:
        """Return the URL with the address in place of the name; a proxy gets the name, which is its to look up."""
        netloc = self.origin.netloc if self.proxy else self.origin.netloc_of(address)
        return f"{self.origin.scheme}://{netloc}{path}"

    def _extensions(self, watch: Watch | None) -> dict[str, Any]:
        return {"trace": watch, "sni_hostname": self.origin.host}

    def _failure(self, code: str) -> Failure:
        at_proxy = self.proxy is not None and not code.startswith(("tls-", "over-", "trunc", "enc"))
        where = f"{self.proxy.origin}" if self.proxy and at_proxy else f"{self.origin}"
        return failure(code, where, self.origin.scheme)

    def _code(self, error: Exception, came: _Arriving) -> str:
        if isinstance(error, httpx.ProxyError):
            return proxy_code(str(error))
        if isinstance(error, httpx.RemoteProtocolError):
            return self._protocol_code(error, came)
        if isinstance(error, httpx.ConnectError):
            shaking_hands = came.watch is not None and came.watch.connected and self.origin.scheme == "https"
            return code_of(error) or ("tls-failed" if shaking_hands else "connection-failed")
        fallback = next((code for kind, code in _CODES.items() if isinstance(error, kind)), "exchange-failed")
        return code_of(error) or fallback

    def _lateness(self, watch: Watch | None) -> str:
        """Return the code of a passed deadline: before a connection, before TLS, or during the exchange itself."""
        if watch is None or not watch.connected:
            return "connection-timeout"
        return "tls-timeout" if self.origin.scheme == "https" and watch.tls_version is None else "deadline"

    def _protocol_code(self, error: httpx.RemoteProtocolError, came: _Arriving) -> str:
        if came.status is not None:
            return "truncated"
        if self.origin.scheme == "http":
            return "not-http-tls-port"
        cause = error.__cause__ and error.__cause__.__cause__
        return "not-http" if type(cause).__module__.startswith("h11") else "closed"


def _is_passing(answer: Answer) -> bool:
    reset = answer.failure is not None and answer.failure.code == "connection-reset"
    return reset or (answer.failure is None and answer.status in STATUSES)
