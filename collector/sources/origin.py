"""Reads the address of a target: scheme, host and port, and nothing that could smuggle more than that."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from collector.errors import UsageError
from collector.sentence import Sentence

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_PORTS = {"http": 80, "https": 443}
_EXAMPLE = Sentence("for example https://wa.internal:9090")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a service listens; `host` is a lower-case ASCII name or an address without brackets."""

    scheme: str
    host: str
    port: int

    @property
    def address(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
        """Return the host as an address, or None if it is a name."""
        return _address(self.host)

    @property
    def is_loopback(self) -> bool:
        """Tell whether the host can only be this machine."""
        if self.address is not None:
            return self.address.is_loopback
        return self.host == "localhost" or self.host.endswith(".localhost")

    @property
    def netloc(self) -> str:
        """Return `host` or `host:port` as a Host header writes it."""
        return self.netloc_of(self.host)

    def netloc_of(self, host: str) -> str:
        """Return another host with this origin's port as a URL writes it."""
        shown = f"[{host}]" if ":" in host else host
        return shown if self.port == _PORTS[self.scheme] else f"{shown}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}"


def parse_origin(url: str) -> Origin:
    """Read `http(s)://host[:port]`; raise UsageError, which never repeats the URL, for anything more or else."""
    if not url.isascii() or not url.isprintable() or " " in url:
        raise UsageError(
            "the URL holds a character that is not plain ASCII",
            cure="write an international host name in its xn-- form, and no spaces",
        )
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.lower() not in _PORTS:
        raise UsageError(
            "the URL does not begin with https:// or http://", cure="give scheme and host, {example}", example=_EXAMPLE
        )
    authority, path = re.fullmatch(r"([^/?#\\]*)(.*)", rest).groups()  # type: ignore[union-attr]  # always matches
    if "@" in authority:
        raise UsageError(
            "the URL holds a user name or password",
            cure="remove what stands before @: process lists and logs show URLs; give credentials by file or prompt",
        )
    if path not in {"", "/"}:
        raise UsageError(
            "the URL goes on after the host",
            cure="give scheme, host and port only, {example}; the profile has paths",
            example=_EXAMPLE,
        )
    host, port = _split(authority)
    return Origin(scheme.lower(), _host(host), _port(port) if port is not None else _PORTS[scheme.lower()])


def _split(authority: str) -> tuple[str, str | None]:
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::(.*))?", authority)
    if bracketed:
        if not isinstance(_address(bracketed[1]), ipaddress.IPv6Address):
            raise UsageError("what stands in brackets in the URL is no IPv6 address", cure="for example https://[::1]")
        return bracketed[1], bracketed[2]
    host, colon, port = authority.partition(":")
    return host, port if colon else None


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise UsageError("the port in the URL is not a number from 1 to 65535", cure=_EXAMPLE)
    return int(text)


def _host(text: str) -> str:
    host = text.lower().removesuffix(".")
    address = _address(host)
    if address is not None:
        return str(address)
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise UsageError("the URL has no valid host name", cure=_EXAMPLE)
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):  # 127.1, 2130706433, 0x7f000001: readers disagree about these
        raise UsageError("the host in the URL is an incomplete address", cure="write all four numbers: 127.0.0.1")
    return host


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return None if getattr(address, "scope_id", None) else address
