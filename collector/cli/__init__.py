"""The command line: one file a verb, thin: parse, call, print."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["run"]


def run() -> NoReturn:
    """Run the program; what interrupts it as early as its modules are loaded is said as it is later."""
    try:
        from collector.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.stderr.write("error: interrupted: no file was written\n")
        sys.exit(130)
