"""Progress of a run: a live line per endpoint on a terminal, a plain line elsewhere; on stderr either way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from collector.cli.console import Console, padded, printable
from collector.language import message

if TYPE_CHECKING:
    from rich.status import Status

    from collector.language import Language
    from collector.target import Result

# By the values of model.Result.
WORDS = {
    "collected": message("ok"),
    "partial": message("partial"),
    "empty": message("not there"),
    "skipped": message("skipped"),
    "refused": message("refused"),
    "failed": message("failed"),
    "timed-out": message("timed out"),
}


class Plain:
    """A line for each source that ended; the skipped ones only on request."""

    def __init__(self, console: Console, say: Language) -> None:
        self._console = console
        self._say = say

    def asking(self, source: str) -> None:
        """Say which source is being asked, on request."""
        say = self._say
        self._console.detail("  " + say("asking {source}", source=printable(source)))

    def ended(self, source: str, result: Result, seconds: float) -> None:
        """Say how a source ended."""
        word = self._say(WORDS[result.value])
        line = f"  {padded(word, 10)} {printable(source):<24} {seconds * 1000:6.0f} ms"
        (self._console.detail if result.value == "skipped" else self._console.say)(line)


class Live(Plain):
    """The same, and below it a spinner with what is being asked."""

    def __init__(self, console: Console, say: Language, status: Status) -> None:
        super().__init__(console, say)
        self._status = status

    def asking(self, source: str) -> None:
        """Show which source is being asked."""
        say = self._say
        self._status.update(say("asking {source}", source=printable(source)) + " …")

    def ended(self, source: str, result: Result, seconds: float) -> None:
        """Show no longer what is asked; after the last source comes the rest of the work."""
        say = self._say
        self._status.update(say("working") + " …")
        super().ended(source, result, seconds)


@contextmanager
def progress(console: Console, say: Language) -> Iterator[Plain]:
    """Show progress while the block runs."""
    if console.quiet or not sys.stderr.isatty():
        yield Plain(console, say)
        return
    from rich.console import Console as RichConsole

    rich = RichConsole(stderr=True, markup=False, highlight=False)
    with rich.status("", spinner="dots") as status:
        yield Live(console, say, status)
