"""What a run needs of the outside world, in one place so that tests can bring their own."""

from __future__ import annotations

import importlib.metadata
import os
import random
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from collector.sources.lookup import Resolve, system_resolve


def agent() -> str:
    """Return the User-Agent: `collect-bundle/<version>`."""
    try:
        return f"collect-bundle/{importlib.metadata.version('collect-bundle')}"
    except importlib.metadata.PackageNotFoundError:  # run from a checkout that was never installed
        return "collect-bundle/0"


@dataclass(frozen=True, slots=True)
class Instruments:
    """Clocks (`clock` in monotonic seconds, `now` in UTC), sleep, chance, names, environment, request ids."""

    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    uniform: Callable[[float, float], float] = random.uniform
    resolve: Resolve = system_resolve
    request_id: Callable[[], str] = lambda: str(uuid.uuid4())
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ), repr=False)
    agent: str = field(default_factory=agent)
