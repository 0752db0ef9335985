"""Steps of work on pieces, done in this process or by some workers elsewhere: how many, and in which order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from collector.pipeline.work import PART, Held, Work
from collector.pipeline.worker import Setup
from collector.redaction.spans import Span

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Done = TypeVar("Done")
Step = Callable[..., Done]
"""What a worker does with a piece: `Worker.learn`, `Worker.count`, `Worker.clean`, `Worker.place`."""
WORTH_PROCESSES = 4 * PART
"""Bytes from which starting other processes pays off."""
AHEAD = 2
"""Pieces a process that may wait to be taken: memory does not grow with the size of a file."""


class Where(Protocol):
    """Some workers, so many at a time."""

    @property
    def width(self) -> int:
        """Return how many pieces are done at a time."""

    def started(self, setup: Setup, learned: Iterable[Span]) -> AbstractContextManager[Executor]:
        """Return workers that know the values."""


def processes_for(works: Iterable[Work]) -> int:
    """Return how many processes the pieces are worth; 1 is this one."""
    listed = list(works)
    if any(isinstance(work.source, Held) for work in listed) or sum(w.length for w in listed) < WORTH_PROCESSES:
        return 1
    return min(len(listed), _processors())


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(executor: Executor, width: int, step: Step[Done], pieces: Iterable[tuple[Any, ...]]) -> Iterator[Done]:
    """Yield what comes of each piece, in their order; only a few are under way at a time."""
    waiting: deque[Future[Done]] = deque()
    for piece in pieces:
        waiting.append(executor.submit(step, *piece))
        if len(waiting) >= AHEAD * width:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
