"""Progress of a run: a live line per endpoint on a terminal, a plain line elsewhere; on stderr either way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from collector.cli.console import Console, printable

if TYPE_CHECKING:
    from collector.model import Result

# By the values of model.Result.
WORDS = {
    "collected": "ok",
    "partial": "partial",
    "empty": "not there",
    "skipped": "skipped",
    "refused": "refused",
    "failed": "failed",
    "timed-out": "timed out",
}


class Progress(Protocol):
    """Is told what is asked and how it ended; everything it hears is our own words."""

    def asking(self, source: str) -> None:
        """Hear which source is being asked."""

    def ended(self, source: str, result: Result, seconds: float) -> None:
        """Hear how it ended."""


class _Plain:
    def __init__(self, console: Console) -> None:
        self._console = console

    def asking(self, source: str) -> None:
        self._console.detail(f"asking {source}")

    def ended(self, source: str, result: Result, seconds: float) -> None:
        self._console.say(_line(source, result, seconds))


class _Live(_Plain):
    def __init__(self, console: Console, status: object) -> None:
        super().__init__(console)
        self._status = status

    def asking(self, source: str) -> None:
        self._status.update(f"asking {source} …")  # type: ignore[attr-defined]

    def ended(self, source: str, result: Result, seconds: float) -> None:
        self._status.console.print(_line(source, result, seconds), markup=False, highlight=False)  # type: ignore[attr-defined]


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """Show progress while the block runs."""
    if console.quiet or not sys.stderr.isatty():
        yield _Plain(console)
        return
    from rich.console import Console as RichConsole

    rich = RichConsole(stderr=True, markup=False, highlight=False)
    with rich.status("", spinner="dots") as status:
        yield _Live(console, status)


def _line(source: str, result: Result, seconds: float) -> str:
    return f"  {WORDS[result.value]:<10} {printable(source):<24} {seconds * 1000:6.0f} ms"
