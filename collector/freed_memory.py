"""Gives freed memory back to the system, which glibc keeps for later."""

from __future__ import annotations

import contextlib
import ctypes

LARGE = 1024 * 1024
"""Bytes; to the system and back costs less than one part in a thousand of the work on as much text."""
_MMAP_THRESHOLD = -3
"""glibc's number for it (malloc.h)."""


def give_back() -> None:
    """Return what is free to the system (malloc_trim(3)); without glibc there is nothing to do."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def give_back_large() -> None:
    """Let whatever is large go back as soon as it is freed, from now on (M_MMAP_THRESHOLD, mallopt(3)).

    glibc raises what counts as large to the size of the largest that was freed, and keeps all that is smaller.
    """
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE)
