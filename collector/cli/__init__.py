"""The command line: one file a verb, thin: parse, call, print."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import NoReturn

__all__ = ["run"]
MADE_AT_ONCE = 50_000
"""Objects that are made before the collector of cycles walks them: those of loaded modules stay."""


def run() -> NoReturn:
    """Run the program; what interrupts it as early as its modules are loaded is said as it is later."""
    gc.set_threshold(MADE_AT_ONCE)
    atexit.register(gc.freeze)  # what is alive at the end would be walked once more
    try:
        from collector.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("error: interrupted: no file was written\n")
        sys.exit(130)
