"""The command line: one file a verb, thin: parse, call, print."""

from collector.cli.main import main

__all__ = ["main"]
