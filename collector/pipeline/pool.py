"""Does pieces of work in other processes of this machine, each of which has a worker."""

from __future__ import annotations

import errno
import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any

from collector.errors import OutputError
from collector.freed_memory import give_back_large
from collector.pipeline.steps import AHEAD, Done, Step
from collector.pipeline.worker import Setup, Worker
from collector.protection import protect
from collector.redaction.spans import Span

TOLD_AT_ONCE = 1024
"""Values that a worker is told in one message: packing all of them takes several times their memory."""


class Elsewhere(Executor):
    """Does pieces in processes; threads of this one wait for their answers.

    Each process has a pipe to itself, which ends with it, whenever that is. `ProcessPoolExecutor` waits for ever where
    one is lost before it has read what it is started with, or while it answers.
    """

    def __init__(self, threads: Executor) -> None:
        self._threads = threads
        self._idle: SimpleQueue[Connection] = SimpleQueue()

    def tell(self, pipe: Connection, setup: Setup, learned: Iterable[Span]) -> None:
        """Give the worker at the other end of a pipe what it must know, some values at a time, then pieces."""
        self._threads.submit(self._told, pipe, setup, learned)

    def submit(self, step: Step[Done], /, *piece: Any, **named: Any) -> Future[Done]:
        """Return the future of a piece; its source is read there. It raises OutputError where the process is lost."""
        with _refusal_told():  # threads start when there is something for them
            return self._threads.submit(self._done, step, piece, named)

    def _told(self, pipe: Connection, setup: Setup, learned: Iterable[Span]) -> None:
        try:
            pipe.send(setup)
            spans = iter(learned)
            while some := tuple(islice(spans, TOLD_AT_ONCE)):
                pipe.send(some)
            pipe.send(())
        except BaseException:
            pipe.close()  # a worker that was told half of it must get no piece
            raise
        finally:
            self._idle.put(pipe)  # a broken one, too: the next piece finds out

    def _done(self, step: Step[Done], piece: tuple[Any, ...], named: dict[str, Any]) -> Done:
        pipe = self._idle.get()
        try:
            pipe.send((step, piece, named))
            answer = pipe.recv_bytes()
        except (EOFError, OSError):
            raise OutputError(
                "a process that redacts was ended by the system", cure="see whether memory is short, then try again"
            ) from None
        finally:
            self._idle.put(pipe)
        done, failed = pickle.loads(answer)  # noqa: S301  it comes from a process of ours
        if failed is not None:
            raise failed
        return done  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine."""

    width: int

    @contextmanager
    def started(self, setup: Setup, learned: Iterable[Span]) -> Iterator[Executor]:
        """Start processes whose workers know the values; where the block is left early, what waits is not begun."""
        # More of them than processes: one reads an answer while another gives that process its next piece.
        threads = ThreadPoolExecutor(AHEAD * self.width)
        give_back_large()
        processes: list[SpawnProcess] = []
        try:
            elsewhere = Elsewhere(threads)
            with _refusal_told():
                resource_tracker.ensure_running()  # it lets signals through when it starts
                with _interruption_waits():
                    for _ in range(self.width):
                        process, pipe = _started()
                        processes.append(process)
                        elsewhere.tell(pipe, setup, learned)
            yield elsewhere
        finally:
            for process in processes:
                process.kill()
            threads.shutdown(wait=True, cancel_futures=True)
            for process in processes:
                process.join()


@contextmanager
def _refusal_told() -> Iterator[None]:
    """Raise OutputError where the system lets no further process start."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # the second where it lets no thread start
        raise OutputError(
            "no process could be started to redact in: {why}",
            cure="see whether memory, processes or open files are short (ulimit -a), then try again",
            why=getattr(error, "strerror", None) or os.strerror(errno.EAGAIN),
        ) from None


@contextmanager
def _interruption_waits() -> Iterator[None]:
    """Hold SIGINT back; processes started meanwhile never get it, for they inherit what is held back."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _started() -> tuple[SpawnProcess, Connection]:
    """Return a process and the pipe to it, whose other end nobody else has."""
    # A fresh interpreter: nothing of this process's memory, threads or descriptors goes along.
    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe()
    with theirs:
        process = fresh.Process(target=_work, args=(theirs,), daemon=True)
        process.start()
    return process, ours


def _work(pipe: Connection) -> None:
    """Make this process a worker, its memory its own, until whoever asks is gone."""
    protect()
    with suppress(EOFError, OSError, MemoryError):
        worker = Worker(pipe.recv())
        while learned := pipe.recv():
            worker.know(learned)
        while True:
            pipe.send(_answer(worker, *pipe.recv()))


def _answer(
    worker: Worker, step: Step[Done], piece: tuple[Any, ...], named: dict[str, Any]
) -> tuple[Done | None, Exception | None]:
    try:
        return step(worker, *piece, **named), None
    except Exception as error:  # noqa: BLE001  it is raised where the piece was asked for
        return None, error
