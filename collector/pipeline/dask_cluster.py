"""Pieces of work on an existing Dask cluster over shared storage: the same workers, on other machines."""

from __future__ import annotations

import ipaddress
import logging
import re
import secrets
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, TypeVar

from collector.errors import OutputError, UnreachableError, UsageError
from collector.pipeline.steps import Step
from collector.pipeline.worker import Setup, Worker
from collector.redaction.spans import Span

Done = TypeVar("Done")
_ADDRESS = re.compile(r"(?P<scheme>tls|tcp)://(?P<host>[A-Za-z0-9.\-_]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
"""Nothing but a host and a port: Dask reads the rest of an address otherwise than a URL is read."""


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to the scheduler at `tls://HOST:PORT`, or `tcp://` on this machine only.

    Certificates and how long to wait are read from Dask's own configuration (`distributed.comm`). Raises UsageError for
    another address, where Dask is not installed or the workers have another version of this program; UnreachableError.
    """
    _check(address)
    try:
        import distributed  # noqa: PLC0415  an extra
    except ImportError:
        raise UsageError(
            "--dask needs Dask, which is not installed here", cure="pip install 'collect-bundle[distributed]'"
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # whatever it says is not ours, nor redacted
    try:
        client: Any = distributed.Client(address)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError, TypeError):
        raise UnreachableError(
            "the Dask scheduler {address} was not reached",
            cure="check the address, that it runs, and the certificates in Dask's configuration (distributed.comm.tls)",
            address=address,
        ) from None
    with client:
        yield Cluster(client, _width(client))


class Cluster:
    """A connected cluster of a certain number of threads."""

    def __init__(self, client: Any, width: int) -> None:
        self._client = client
        self.width = width

    @contextmanager
    def started(self, setup: Setup, learned: Iterable[Span]) -> Iterator[Executor]:
        """Give every worker the rules and the known values, and take them away at the end.

        Raises OutputError where the cluster fails.
        """
        token = secrets.token_hex(8)
        with _told_where_lost():
            told = self._client.scatter([_Told(setup, tuple(learned))], broadcast=True, hash=False)[0]
            executor = self._client.get_executor(pure=False)
            try:
                yield _There(executor, token, told)
            finally:
                executor.shutdown(wait=False)
                told.cancel()
                self._client.run(_forget, token)


@contextmanager
def _told_where_lost() -> Iterator[None]:
    """Raise OutputError where the cluster or the way to it fails: further out it reads as a file not written."""
    import distributed  # noqa: PLC0415  an extra

    try:
        yield
    except (distributed.KilledWorker, distributed.CancelledError, OSError):
        raise OutputError(
            "the Dask cluster lost the work", cure="look at its workers' memory and logs, then try again"
        ) from None


@dataclass(frozen=True, slots=True, repr=False)
class _Told:
    """What workers are told: without a text, for a worker logs what a task that failed was given."""

    setup: Setup
    learned: tuple[Span, ...]


class _There(Executor):
    def __init__(self, executor: Executor, token: str, told: Any) -> None:
        self._executor = executor
        self._token = token
        self._told = told

    def submit(self, step: Step[Done], /, *piece: Any, **named: Any) -> Future[Done]:
        return self._executor.submit(_on_cluster, self._token, self._told, step, *piece, **named)


def _check(address: str) -> None:
    if found := _ADDRESS.fullmatch(address):
        host = found["host"].strip("[]")
        if found["scheme"] == "tls" or _is_here(host):
            return
    raise UsageError(
        "{address} is no address for secrets: what is read and what is known goes there",
        cure="give tls://HOST:8786; tcp:// is taken on this machine only (127.0.0.1)",
        address=address,
    )


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _width(client: Any) -> int:
    """Return how many threads the workers have; raises UsageError where one of them runs another version."""
    threads = client.nthreads()
    if not threads:
        raise UsageError("the Dask cluster has no workers", cure="start some: dask worker tls://HOST:8786")
    ours = version("collect-bundle")
    try:
        theirs = set(client.run(version, "collect-bundle").values())
    except Exception:  # noqa: BLE001  whatever a worker answers, it cannot do the work
        theirs = {"?"}
    if theirs != {ours}:
        raise UsageError(
            "the Dask workers have another version of collect-bundle: {theirs}",
            cure="install collect-bundle {ours} where they run",
            theirs=", ".join(sorted(map(str, theirs))),
            ours=ours,
        )
    return int(sum(threads.values()))


_workers: dict[tuple[str, int], Worker] = {}
_making = threading.Lock()


def _on_cluster(token: str, told: _Told, step: Step[Done], *piece: Any) -> Done:
    """Do a step with the worker of this thread, made when it is first needed."""
    key = (token, threading.get_ident())
    worker = _workers.get(key)
    if worker is None:
        with _making:
            worker = Worker(told.setup)
            worker.know(told.learned)
            _workers[key] = worker
    return step(worker, *piece)


def _forget(token: str) -> None:
    """Forget what one pass was told; another run on the same cluster goes on."""
    with _making:
        for key in [key for key in _workers if key[0] == token]:
            del _workers[key]
