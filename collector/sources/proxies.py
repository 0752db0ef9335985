"""Chooses the proxy of a target from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, given as a mapping."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from collector.errors import UsageError
from collector.model import RawText
from collector.sources.origin import Origin, parse_origin


@dataclass(frozen=True, slots=True)
class Proxy:
    """An http:// proxy; its own user and password may stand in its URL, and are never shown."""

    origin: Origin
    username: RawText | None = None
    password: RawText | None = None
    variable: str = ""
    """The environment variable it came from."""

    def secrets(self) -> tuple[RawText, ...]:
        """Return what must be found nowhere."""
        return tuple(value for value in (self.username, self.password) if value)


def choose_proxy(url: str, environ: Mapping[str, str]) -> Proxy | None:
    """Return the proxy for `url`, or None for a direct connection; raise UsageError for an unusable proxy.

    Lower-case names win over upper-case ones, an empty value counts as none, and loopback and link-local hosts are
    always reached directly. NO_PROXY takes names (with their subdomains), .suffixes, addresses, CIDR ranges, each with
    an optional port, and `*`.
    """
    origin = parse_origin(url)
    variable, value = _first(environ, f"{origin.scheme}_proxy", "all_proxy")
    if not value or _is_near(origin) or _bypassed(origin, _first(environ, "no_proxy")[1]):
        return None
    return _read(variable, value)


def _first(environ: Mapping[str, str], *names: str) -> tuple[str, str]:
    spellings = [spelling for name in names for spelling in (name, name.upper())]
    return next(((name, environ[name].strip()) for name in spellings if environ.get(name, "").strip()), ("", ""))


def _is_near(origin: Origin) -> bool:
    return origin.is_loopback or (origin.address is not None and origin.address.is_link_local)


def _bypassed(origin: Origin, no_proxy: str) -> bool:
    return any(_covers(entry.lower(), origin) for entry in re.split(r"[,\s]+", no_proxy) if entry)


def _covers(entry: str, origin: Origin) -> bool:
    if entry == "*":
        return True
    entry, port = _without_port(entry)
    if port is not None and port != str(origin.port):
        return False
    network = _network(entry)
    if network is not None:
        return origin.address is not None and origin.address in network
    name = entry.removeprefix("*").removesuffix(".")
    return origin.host.endswith(name if name.startswith(".") else f".{name}") or origin.host == name


def _without_port(entry: str) -> tuple[str, str | None]:
    bracketed = re.fullmatch(r"\[([^\]]+)\](?::([0-9]+))?", entry)
    if bracketed:
        return bracketed[1], bracketed[2]
    if entry.count(":") == 1:
        host, _, port = entry.partition(":")
        return host, port
    return entry, None


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return None


def _read(variable: str, value: str) -> Proxy:
    scheme, separator, rest = value.partition("://")
    if not separator:
        scheme, rest = "http", value
    if scheme.lower() != "http":
        raise UsageError(
            "the proxy in {variable} is not an http:// proxy",
            cure="give an http:// proxy (it passes TLS through), or name the target in NO_PROXY",
            variable=variable,
        )
    userinfo, at, authority = rest.rpartition("@")
    username, _, password = userinfo.partition(":")
    try:
        origin = parse_origin(f"http://{authority}")
    except UsageError as error:
        raise UsageError(
            "the proxy in {variable} is unusable: {what}", cure="http://host:port", variable=variable, what=error.what
        ) from None
    if not at:
        return Proxy(origin, variable=variable)
    return Proxy(origin, RawText(unquote(username)), RawText(unquote(password)), variable)
