"""What a simulated installation is made of; times are relative to the run's `now`, sizes are bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from collector.simulator.canaries import BUSINESS_PHONE
from collector.simulator.faults import Fault

VERSION = "2.57.2"
GIB = 1 << 30
Shards = tuple[tuple[int, int], ...]


class Role(StrEnum):
    """What a node of a cluster does, in the words of `/v1/support`."""

    PRIMARY_MASTER = "primary_master"
    SECONDARY_MASTER = "secondary_master"
    COREAPP = "coreapp"


class EnvShape(StrEnum):
    """How `/v1/support` writes the environment; the documentation says `list` and no more."""

    LIST = "list"
    PAIRS = "pairs"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Disk:
    """Free bytes of the four volumes that `/v1/support` reports."""

    data: int = 21 * GIB + 414_208
    logs: int = 17 * GIB + 86_016
    media_incoming: int = 48 * GIB + 1_093_632
    media_outgoing: int = 48 * GIB + 1_093_632


@dataclass(frozen=True, slots=True)
class Node:
    """One container of the Coreapp image; `role` and `shards` are shown in clusters only."""

    host: str
    role: Role = Role.COREAPP
    shards: Shards = ()
    socket: str = "UP"
    gateway: str = "connected"
    version: str = VERSION
    schema_ahead: int = 0
    """How many migrations its `message` schema is ahead of the others."""
    clock_off: timedelta = timedelta()
    disk: Disk = Disk()
    unreachable: str = ""
    """What stands in the place of its answer when it cannot be asked."""

    @property
    def container(self) -> str:
        """Return its container id: 12 hex digits, always the same for the same host."""
        return sha256(self.host.encode()).hexdigest()[:12]

    @property
    def key(self) -> str:
        """Return `host:container`, its name in the answers of a cluster."""
        return f"{self.host}:{self.container}"


@dataclass(frozen=True, slots=True)
class Queue:
    """The callback queue: its size at the start and its growth in callbacks per minute."""

    size: int = 3
    growth: int = 0


@dataclass(frozen=True, slots=True)
class Scenario:
    """An installation and what is wrong with it."""

    name: str
    about: str
    nodes: tuple[Node, ...]
    clustered: bool = False
    shards: int = 1
    phone: str | None = BUSINESS_PHONE
    expires: timedelta | datetime = timedelta(days=120)
    env_shape: EnvShape = EnvShape.LIST
    database_password: str | None = None
    """Another password of the database than the usual strong one."""
    has_meta: bool = True
    has_unknown_fields: bool = False
    webhook_scheme: str = "https"
    """Empty: no webhook is set."""
    queue: Queue = Queue()
    faults: Mapping[str, Fault] = field(default_factory=lambda: MappingProxyType({}))
    """What goes wrong on the wire, by path."""
