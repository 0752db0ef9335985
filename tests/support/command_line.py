"""The program as a user runs it: within the tests' own process, or in one of its own where the process is the point."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from unittest import mock

import pytest

from collector.cli.main import main


@dataclass(frozen=True)
class Ran:
    """How a command line ended."""

    code: int
    out: str
    err: str


def run_here(folder: Path, arguments: list[str], stdin: bytes, env: Mapping[str, str]) -> Ran:
    """Run it in the folder, with this environment only; its streams are files, and it ends by itself alone."""
    with contextlib.ExitStack() as around:
        given, out, err = (around.enter_context(tempfile.TemporaryFile()) for _ in range(3))
        given.write(stdin)
        given.seek(0)
        around.enter_context(mock.patch.dict(os.environ, env, clear=True))
        around.enter_context(contextlib.chdir(folder))
        around.enter_context(_signals_kept())
        around.enter_context(mock.patch("collector.protection.protect"))
        with (
            _text(given, "rb") as sys_stdin,
            _text(out, "wb") as sys_stdout,
            _text(err, "wb", errors="backslashreplace") as sys_stderr,
            mock.patch.multiple(sys, stdin=sys_stdin, stdout=sys_stdout, stderr=sys_stderr),
        ):
            code = _ended(arguments)
        return Ran(code, _read(out), _read(err))


def run_apart(folder: Path, arguments: list[str], stdin: bytes, env: Mapping[str, str]) -> Ran:
    """Run it in a process of its own."""
    process = subprocess.run(
        [sys.executable, "-m", "collector", *arguments],
        input=stdin,
        capture_output=True,
        cwd=folder,
        env=env,
        timeout=120,
        check=False,
    )
    return Ran(process.returncode, process.stdout.decode("utf-8", "replace"), process.stderr.decode("utf-8", "replace"))


def environment(home: Path, cache: Path, more: Mapping[str, str] | None) -> dict[str, str]:
    """Return the environment of a user whose home is the folder."""
    clean = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY") and "COLLECT_BUNDLE" not in k}
    own = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_CACHE_HOME": cache, "PYTHONPATH": Path.cwd()}
    return {**clean, **{name: str(path) for name, path in own.items()}, **(more or {})}


def _ended(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    code = ended.value.code
    assert isinstance(code, int)
    return code


def _text(stream: IO[bytes], mode: str, errors: str = "strict") -> io.TextIOWrapper:
    return io.TextIOWrapper(os.fdopen(os.dup(stream.fileno()), mode), encoding="utf-8", errors=errors)


def _read(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


@contextlib.contextmanager
def _signals_kept() -> Iterator[None]:
    """Have the signals answered afterwards by whom they were answered before."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
