"""Where pieces of work are done: in this process, or in as many others as there are processors; in order either way."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any, Protocol, TypeVar

from collector.errors import OutputError
from collector.pipeline.work import PART, Held, Work
from collector.pipeline.worker import Setup, Worker
from collector.protection import protect
from collector.redaction.spans import Span

Done = TypeVar("Done")
Step = Callable[..., Done]
"""What a worker does with a piece: `Worker.learn`, `Worker.count`, `Worker.clean`."""
WORTH_PROCESSES = 2 * PART
"""Bytes from which starting other processes pays off."""
AHEAD = 2
"""Pieces a process that may wait to be taken: memory does not grow with the size of a file."""


class Here(Executor):
    """Does every piece in this process when it is asked for."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def submit(self, step: Step[Done], /, *piece: Any, **named: Any) -> Future[Done]:
        """Return a future that is done."""
        future: Future[Done] = Future()
        future.set_result(step(self._worker, *piece, **named))
        return future


class Elsewhere(Executor):
    """Does pieces in the processes of a pool, each of which has a worker."""

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def submit(self, step: Step[Done], /, *piece: Any, **named: Any) -> Future[Done]:
        """Return the future of a piece; its source is read there."""
        with _interruption_waits():  # this may start a process
            return self._pool.submit(_in_process, step, *piece, **named)


def processes_for(works: Iterable[Work]) -> int:
    """Return how many processes the pieces are worth; 1 is this one."""
    listed = list(works)
    if any(isinstance(work.source, Held) for work in listed) or sum(w.length for w in listed) < WORTH_PROCESSES:
        return 1
    return min(len(listed), _processors())


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Where(Protocol):
    """Some workers, so many at a time."""

    @property
    def width(self) -> int:
        """Return how many pieces are done at a time."""

    def started(self, setup: Setup, learned: tuple[Span, ...]) -> AbstractContextManager[Executor]:
        """Return workers that know the values."""


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


def in_order(executor: Executor, width: int, step: Step[Done], pieces: Iterable[tuple[Any, ...]]) -> Iterator[Done]:
    """Yield what comes of each piece, in their order; only a few are under way at a time."""
    waiting: deque[Future[Done]] = deque()
    for piece in pieces:
        waiting.append(executor.submit(step, *piece))
        if len(waiting) >= AHEAD * width:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


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
