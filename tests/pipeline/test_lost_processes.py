"""Processes that redact may be lost at any moment: whoever waits for them is told, and nothing is written."""

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks import mixed_logs
from collector.errors import ExitCode

GUARD = 120
"""Seconds after which a test that waits has failed."""
Redacting = Callable[[bytes], subprocess.Popen[bytes]]


@pytest.fixture
def redacting(tmp_path: Path) -> Iterator[Redacting]:
    """Redact a log in two processes of a program of its own; whatever is left of them ends with the test."""
    begun: list[subprocess.Popen[bytes]] = []

    def begin(log: bytes) -> subprocess.Popen[bytes]:
        (tmp_path / "app.log").write_bytes(log)
        command = "import os; os.sched_getaffinity = lambda _: {0, 1}; from collector.cli import run; run()"
        arguments = ["redact", str(tmp_path / "app.log"), "-o", str(tmp_path / "clean.log")]
        begun.append(
            subprocess.Popen(
                [sys.executable, "-c", command, *arguments], stderr=subprocess.PIPE, start_new_session=True
            )
        )
        return begun[-1]

    yield begin
    for process in begun:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@functools.cache
def log() -> bytes:
    """Return a third of what is worth two processes, and some."""
    return mixed_logs.sample(3 << 20)


def assert_lost(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Hear that a process was lost; all others are gone, too, for they have standard error open."""
    _, told = process.communicate(timeout=GUARD)
    assert process.returncode == ExitCode.OUTPUT
    assert told.decode() == (
        "error: a process that redacts was ended by the system\n  next: see whether memory is short, then try again\n"
    )
    assert not (folder / "clean.log").exists()


def workers_of(pid: int) -> list[int]:
    """Return the processes below one that redact, the oldest first."""
    workers = []
    for child in map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()):
        with suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                workers.append(child)
    return workers


def started_below(pid: int, number: int) -> int:
    """Return the process that redacts, so many in all, as soon as it is there."""
    seen: dict[int, None] = {}
    while len(seen) < number:
        seen |= dict.fromkeys(workers_of(pid))
    return list(seen)[number - 1]


def working_below(pid: int, *, seconds: float) -> int:
    """Return a process that redacts once it has worked for so long."""
    while True:
        for worker in workers_of(pid):
            with suppress(OSError):
                if state_of(worker)[1] > seconds * os.sysconf("SC_CLK_TCK"):
                    return worker
        time.sleep(0.01)


def until_at_rest(pid: int) -> None:
    """Return once a process has waited for half a second, and done nothing."""
    before, seen = state_of(pid), 0
    while seen < 10:
        time.sleep(0.05)
        now = state_of(pid)
        seen = seen + 1 if now == before and now[0] == "S" else 0
        before = now


def state_of(pid: int) -> tuple[str, int]:
    """Return what a process does, by one letter, and its ticks of work."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return told[0], int(told[11])


def test_a_process_that_the_system_ends_leaves_nothing(redacting: Redacting, tmp_path: Path) -> None:
    process = redacting(log() * 8)
    os.kill(working_below(process.pid, seconds=1.0), signal.SIGKILL)
    assert_lost(process, tmp_path)


@pytest.mark.parametrize("number", [1, 2, 3, 4], ids=["first to learn", "second", "first to clean", "second to clean"])
def test_a_process_that_the_system_ends_as_it_starts_leaves_nothing(
    redacting: Redacting, tmp_path: Path, number: int
) -> None:
    process = redacting(log() * 3)
    os.kill(started_below(process.pid, number), signal.SIGKILL)
    assert_lost(process, tmp_path)


def test_a_process_that_the_system_ends_as_it_answers_leaves_nothing(redacting: Redacting, tmp_path: Path) -> None:
    filler = "of the first floor " * 20
    much_to_learn = "".join(f"WA_DB_PASSWORD=tulip-{number:06d}-Xq9 {filler}\n" for number in range(24_000))
    process = redacting(much_to_learn.encode())
    worker = working_below(process.pid, seconds=0.2)
    process.send_signal(signal.SIGSTOP)  # nobody listens: an answer larger than a pipe stays half said
    until_at_rest(worker)
    os.kill(worker, signal.SIGKILL)
    process.send_signal(signal.SIGCONT)
    assert_lost(process, tmp_path)


def test_processes_end_where_the_system_ends_the_one_that_started_them(redacting: Redacting, tmp_path: Path) -> None:
    process = redacting(log() * 8)
    working_below(process.pid, seconds=1.0)
    process.kill()
    process.communicate(timeout=GUARD)  # whoever still runs has standard error open
    assert not (tmp_path / "clean.log").exists()


def test_where_no_process_can_be_started_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "app.log").write_bytes(mixed_logs.sample(9 << 20))
    command = (
        "import os, resource; os.sched_getaffinity = lambda _: {0, 1}; from collector.cli import run;"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (10, 10)); run()"
    )
    arguments = ["redact", str(tmp_path / "app.log"), "-o", str(tmp_path / "clean.log")]
    ran = subprocess.run([sys.executable, "-c", command, *arguments], stderr=subprocess.PIPE, check=False)

    assert ran.returncode == ExitCode.OUTPUT
    assert b"error: no process could be started to redact in: Too many open files" in ran.stderr
    assert not (tmp_path / "clean.log").exists()
