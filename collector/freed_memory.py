"""Gives freed memory back to the system, which glibc keeps for later: after what takes a lot once."""

from __future__ import annotations

import contextlib
import ctypes


def give_back() -> None:
    """Return what is free to the system (malloc_trim(3)); without glibc there is nothing to do."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
