"""What keeps the process's memory its own: no core dump, not dumpable."""

from __future__ import annotations

import contextlib
import ctypes
import resource
import sys

PR_SET_DUMPABLE = 4


def protect() -> None:
    """Switch core dumps off, and on Linux the reading of our memory by the same user's other processes (prctl(2))."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
