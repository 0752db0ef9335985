"""A value and the name it stands under."""

from __future__ import annotations

from typing import NamedTuple


class NamedValue(NamedTuple):
    """A name, where it begins, and where its value stands (half-open)."""

    name: str
    at: int
    start: int
    end: int
