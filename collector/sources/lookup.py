"""Looks names up in threads of their own, so that a resolver that hangs holds neither the run nor the process."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable

from collector.sources.failures import ExchangeError
from collector.sources.origin import Origin

Resolve = Callable[[str, int], list[str]]
"""Returns the addresses of a name in the order to try them; raises OSError."""


def system_resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def addresses(origin: Origin, resolve: Resolve, limit: float) -> list[str]:
    """Return the addresses of an origin, of a loopback name only loopback ones; raise ExchangeError."""
    if origin.address is not None:
        return [origin.host]
    try:
        async with asyncio.timeout(limit):
            found = await _in_thread(resolve, origin)
    except TimeoutError:
        raise ExchangeError("name-timeout") from None
    except OSError:
        raise ExchangeError("name-unknown") from None
    if origin.is_loopback:  # what may be sent to a loopback name rests on its being one
        found = [address for address in found if ipaddress.ip_address(address.partition("%")[0]).is_loopback]
    if not found:
        raise ExchangeError("name-not-loopback" if origin.is_loopback else "name-unknown")
    return found


async def _in_thread(resolve: Resolve, origin: Origin) -> list[str]:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[list[str]] = loop.create_future()

    def settle(result: list[str] | BaseException) -> None:
        if done.done():
            return
        if isinstance(result, BaseException):
            done.set_exception(result)
        else:
            done.set_result(result)

    def look_up() -> None:
        result: list[str] | BaseException
        try:
            result = resolve(origin.host, origin.port)
        except Exception as error:  # noqa: BLE001  whatever a resolver raises belongs to the one who waits
            result = error if isinstance(error, OSError) else OSError()
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result)

    threading.Thread(target=look_up, name="name lookup", daemon=True).start()
    return await done
