"""What a fault is, and how faults combine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from collector.simulator.answer import Answer

EVERY_PATH = "*"
"""The key of a fault that applies to each path without one of its own."""


class Spoiler(Protocol):
    """A fault that is the same at every call: frozen data."""

    def spoil(self, answer: Answer) -> Answer:
        """Turn the good answer into the one that is sent."""


@dataclass(frozen=True, slots=True)
class First:
    """Applies a fault to the first `calls` requests for a path only."""

    calls: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class After:
    """Applies a fault once `calls` requests for a path have been answered well."""

    calls: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Both:
    """Applies two faults, the second to what the first made."""

    first: Fault
    then: Fault


Fault = Spoiler | First | After | Both


def apply(fault: Fault, answer: Answer, call: int) -> Answer:
    """Return what to send to the `call`-th request for a path, counted from 1."""
    match fault:
        case First(calls, inner):
            return apply(inner, answer, call) if call <= calls else answer
        case After(calls, inner):
            return apply(inner, answer, call) if call > calls else answer
        case Both(first, then):
            return apply(then, apply(first, answer, call), call)
        case _:
            return fault.spoil(answer)
