"""A request as it came, and what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote


@dataclass(frozen=True, slots=True)
class Request:
    """One parsed request; header names are in lower case."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body_size: int

    @property
    def scheme(self) -> str:
        """Return the first word of Authorization, or nothing."""
        return self.headers.get("authorization", "").partition(" ")[0]

    @property
    def credentials(self) -> str:
        """Return what follows the scheme."""
        return self.headers.get("authorization", "").partition(" ")[2]

    @property
    def wants_prometheus(self) -> bool:
        """Tell whether `format=prometheus` was asked for."""
        return parse_qs(self.query).get("format") == ["prometheus"]

    @property
    def wants_close(self) -> bool:
        """Tell whether the client will not ask again on this connection."""
        return self.headers.get("connection", "").lower() == "close"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the server remembers of a request: never a header's value but the request id's."""

    method: str
    path: str
    query: str
    scheme: str
    """The word before the credentials: Basic, Bearer, Apikey, or nothing."""
    headers: frozenset[str]
    """The names of all headers, in lower case."""
    body_size: int
    request_id: str | None


class Malformed(Exception):  # noqa: N818 - it names what came, not what broke
    """Says that what came is no request this server reads."""


def parse(head: bytes) -> Request:
    """Return the request whose head this is, up to and without the empty line; raises Malformed."""
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise Malformed(first)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = headers.get("content-length", "0")
    if not length.isdecimal() or "transfer-encoding" in headers:
        raise Malformed(first)
    path, _, query = parts[1].partition("?")
    return Request(parts[0], unquote(path), query, headers, int(length))


def remember(request: Request) -> Seen:
    """Return what may be remembered."""
    return Seen(
        request.method,
        request.path,
        request.query,
        request.scheme,
        frozenset(request.headers),
        request.body_size,
        request.headers.get("x-request-id"),
    )
