"""The keys and scalars of structured documents: where each stands, what it says and under which path."""

from __future__ import annotations

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
