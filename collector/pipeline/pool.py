"""Does pieces of work in other processes of this machine, each of which has a worker."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any

from collector.errors import OutputError
from collector.pipeline.steps import Done, Step
from collector.pipeline.worker import Setup, Worker
from collector.protection import protect
from collector.redaction.spans import Span


class Elsewhere(Executor):
    """Does pieces in the processes of a pool, each of which has a worker."""

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def submit(self, step: Step[Done], /, *piece: Any, **named: Any) -> Future[Done]:
        """Return the future of a piece; its source is read there."""
        with _interruption_waits():  # this may start a process
            return self._pool.submit(_in_process, step, *piece, **named)


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine."""

    width: int

    @contextmanager
    def started(self, setup: Setup, learned: tuple[Span, ...]) -> Iterator[Executor]:
        """Start processes whose workers know the values; where the block is left early, what waits is not begun.

        Raises OutputError where the system ends one of them.
        """
        # A fresh interpreter: nothing of this process's memory, threads or descriptors goes along.
        fresh = multiprocessing.get_context("spawn")
        others = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(self.width, mp_context=fresh, initializer=_begin, initargs=(setup, learned))
        try:
            resource_tracker.ensure_running()  # it lets signals through when it starts
            yield Elsewhere(pool)
        except BrokenProcessPool:
            raise OutputError(
                "a process that redacts was ended by the system", cure="see whether memory is short, then try again"
            ) from None
        except BaseException:
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interruption_waits() -> Iterator[None]:
    """Hold SIGINT back; processes started meanwhile never get it, for they inherit what is held back."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: Worker | None = None


def _begin(setup: Setup, learned: tuple[Span, ...]) -> None:
    """Make this process a worker: its memory is its own."""
    global _worker  # noqa: PLW0603  a process of a pool has one worker
    protect()
    _worker = Worker(setup)
    _worker.know(learned)


def _in_process(step: Step[Done], *piece: Any, **named: Any) -> Done:
    assert _worker is not None  # noqa: S101
    return step(_worker, *piece, **named)
