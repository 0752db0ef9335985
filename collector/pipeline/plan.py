"""What a run would ask, before anything is sent."""

from __future__ import annotations

from collector.pipeline.configuration import profile_of
from collector.settings import Settings
from collector.sources.preflight import Planned, requests
from collector.target import Target

__all__ = ["Planned", "plan"]


def plan(settings: Settings, target: Target) -> tuple[Planned, ...]:
    """Return every request of a run and why it would be made or left out. Raises ConfigError, UsageError."""
    return requests(profile_of(settings), target, tuple(settings["with"]))
