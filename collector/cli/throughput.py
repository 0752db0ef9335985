"""Progress of long work over bytes: how much is done, how fast, how long it will take; on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from collector.cli.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

    from collector.pipeline.passes import Watch

PATIENCE = 1.0
"""Seconds that nobody minds waiting for: shorter work shows nothing."""


@contextmanager
def throughput(console: Console) -> Iterator[Watch]:
    """Show progress while the block runs, once it takes longer than a moment."""
    if console.quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    with ExitStack() as stack:
        yield _Bar(console, stack).hear


class _Bar:
    def __init__(self, console: Console, stack: ExitStack) -> None:
        self._console = console
        self._stack = stack
        self._begun = time.monotonic()
        self._progress: Progress | None = None
        self._doing = ""

    def hear(self, doing: str, done: int, total: int) -> None:
        """Show what is done of what."""
        if self._progress is None:
            if time.monotonic() - self._begun < PATIENCE:
                return
            self._progress = self._stack.enter_context(_bar())
        if doing != self._doing:
            for task in self._progress.task_ids:
                self._progress.remove_task(task)
            self._progress.add_task(self._console.language(doing), total=total)
            self._doing = doing
        self._progress.update(self._progress.task_ids[-1], completed=done)
        if done >= total:
            self._progress.stop()  # what comes next may be written to the same terminal
            self._progress, self._doing = None, ""


def _bar() -> Progress:
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    return Progress(*columns, TimeRemainingColumn(), console=RichConsole(stderr=True), transient=True)
