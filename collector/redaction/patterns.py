"""Finds an owner's pattern in a process of its own: one that runs away is ended, and its text withheld."""

from __future__ import annotations

import array
import math
import os
import re
import select
import sys
import time
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from collector.errors import CollectBundleError, ExitCode
from collector.redaction import pattern_worker
from collector.redaction.pattern_worker import HEADER

if TYPE_CHECKING:
    import subprocess

DEADLINE = 10.0
"""Seconds a pattern may take for one text, or for one part of a long one."""


class RunawayPatternError(CollectBundleError):
    """Says that an owner's pattern did not come to an end, and was ended; its text must not pass."""

    exit_code = ExitCode.PARTIAL


class Patterns:
    """Runs patterns one after the other; the process starts with the first, and ends with this object."""

    def __init__(self, *, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[..., Patterns] | None = None

    def spans(self, pattern: re.Pattern[str], text: str, rule: str) -> list[tuple[int, int]]:
        """Return where the pattern matches, in order; raises RunawayPatternError, naming the rule, at the deadline."""
        process = self._running()
        until = time.monotonic() + self._deadline
        try:
            _ask(process, pattern.pattern, text, until)
            length, _ = HEADER.unpack(_read(process, HEADER.size, until))
            offsets = array.array("Q", _read(process, length, until))
        except (TimeoutError, BrokenPipeError, EOFError):
            self.close()
            raise RunawayPatternError(
                "the pattern of the rule {rule} did not come to an end within {seconds:g} s, and was ended",
                cure="make it simpler, and bound its repeats as in {bounds}",
                rule=rule,
                seconds=self._deadline,
                bounds="{1,64}",
            ) from None
        except BaseException:  # whoever asks next must not hear the answer to this
            self.close()
            raise
        return list(zip(offsets[::2], offsets[1::2], strict=True))

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._end:
            self._end()
            self._process = self._end = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            import subprocess  # noqa: PLC0415  only an owner's patterns need it

            worker = str(Path(pattern_worker.__file__))
            self._process = subprocess.Popen(  # noqa: S603  our own file
                [sys.executable, "-I", "-S", worker, str(math.ceil(self._deadline) + 1)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            assert self._process.stdin is not None  # noqa: S101
            os.set_blocking(self._process.stdin.fileno(), False)  # one that is stopped reads nothing
            self._end = weakref.finalize(self, _killed, self._process)
        return self._process


def _killed(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def _ask(process: subprocess.Popen[bytes], pattern: str, text: str, until: float) -> None:
    assert process.stdin is not None  # noqa: S101
    parts = [pattern.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass")]
    rest = memoryview(HEADER.pack(*map(len, parts)) + b"".join(parts))
    while rest:
        _, ready, _ = select.select([], [process.stdin], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise TimeoutError
        rest = rest[os.write(process.stdin.fileno(), rest) :]


def _read(process: subprocess.Popen[bytes], length: int, until: float) -> bytes:
    assert process.stdout is not None  # noqa: S101
    content = bytearray()
    while len(content) < length:
        ready, _, _ = select.select([process.stdout], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(process.stdout.fileno(), length - len(content))
        if not part:
            raise EOFError
        content += part
    return bytes(content)
