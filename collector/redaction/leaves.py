"""The keys and scalars of structured documents: where each stands, what it says and under which path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A key or a scalar: half-open offsets of its content (without quotes), its decoded text, its path."""

    start: int
    end: int
    value: str
    path: Path
    is_key: bool = False
    is_string: bool = True
    document: int = 0

    @property
    def key(self) -> str:
        """Return the nearest name above the value."""
        for step in reversed(self.path):
            if isinstance(step, str):
                return step
        return ""


def with_names(path: Path, names: Mapping[Path, str]) -> Path:
    """Return the path with the new names of those keys on it that have one."""
    if not names:
        return path
    return tuple(names.get(path[: index + 1], step) for index, step in enumerate(path))
