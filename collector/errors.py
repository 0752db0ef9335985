"""Errors a person can act on: what failed, where, what to do next, and the exit code that says so to a script.

CollectBundleError
├── UsageError        2   the command line asks for something impossible
├── ConfigError       3   settings, rules or profile are invalid
├── AccessError       4   the service did not accept who we are
├── UnreachableError  5   the service was not reached
├── NothingUsableError 6  the service answered, nothing usable came
├── ResidueError      7   the sealed search found what withholding could not remove
├── OutputError       9   the file could not be written
└── NotABundleError  10   not a bundle, or verification failed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from collector.sentence import Sentence


class ExitCode(IntEnum):
    """The exit codes of every verb; docs/exit-codes.md is made from this table."""

    DONE = 0
    BUG = 1
    USAGE = 2
    CONFIG = 3
    ACCESS = 4
    UNREACHABLE = 5
    NOTHING_USABLE = 6
    RESIDUE = 7
    PARTIAL = 8
    OUTPUT = 9
    NOT_A_BUNDLE = 10
    FINDINGS = 13
    INTERRUPTED = 130
    TERMINATED = 143

    @property
    def meaning(self) -> str:
        """Return what the code tells a script, as one line for a person."""
        return MEANINGS[self]


MEANINGS = {
    ExitCode.DONE: "done, complete",
    ExitCode.BUG: "a bug in collect-bundle",
    ExitCode.USAGE: "usage: the command line asks for something impossible",
    ExitCode.CONFIG: "settings, rules or profile are invalid",
    ExitCode.ACCESS: "not authorised: the service did not accept the credentials",
    ExitCode.UNREACHABLE: "the service was not reached (name, connection, TLS, proxy, time)",
    ExitCode.NOTHING_USABLE: "the service answered, but nothing usable came",
    ExitCode.RESIDUE: "the sealed search found a residue that withholding could not remove: nothing published",
    ExitCode.PARTIAL: "bundle published, but something could not be collected or was withheld (named inside)",
    ExitCode.OUTPUT: "output: exists, no space, no permission",
    ExitCode.NOT_A_BUNDLE: "not a bundle, or verification failed",
    ExitCode.FINDINGS: "findings at or above --fail-on",
    ExitCode.INTERRUPTED: "interrupted (SIGINT)",
    ExitCode.TERMINATED: "terminated (SIGTERM, SIGHUP)",
}

# Where several apply, the first of these is given.
PRECEDENCE = (
    ExitCode.RESIDUE,
    ExitCode.OUTPUT,
    ExitCode.CONFIG,
    ExitCode.ACCESS,
    ExitCode.UNREACHABLE,
    ExitCode.NOTHING_USABLE,
    ExitCode.PARTIAL,
    ExitCode.FINDINGS,
)


def first_of(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the code to give where several apply; 0 where none does."""
    given = set(codes)
    return next((code for code in PRECEDENCE if code in given), ExitCode.DONE)


class CollectBundleError(Exception):
    """Says that a run cannot go on: `what` failed and where, `cure` is the next step; neither holds a secret.

    Both are patterns whose `{names}` stand among the values, or sentences that are complete. As a string the error
    is English; `told` says it in another language.
    """

    exit_code = ExitCode.BUG

    def __init__(self, what: str, /, *, cure: str = "", **values: object) -> None:
        self.what = _complete(what, values)
        self.cure = _complete(cure, values)
        super().__init__(self.what)

    @property
    def reason(self) -> Sentence:
        """Return what failed and the next step as one sentence, for what is only told beside others."""
        return Sentence("{what}; next: {step}", what=self.what, step=self.cure) if self.cure else self.what

    def told(self, say: Callable[[str], str]) -> str:
        """Return the whole error as a person reads it, each of its sentences as `say` says it."""
        return "\n".join([say(self.what), *self._details(say), *self._next(say)])

    def _details(self, say: Callable[[str], str]) -> Iterator[str]:  # noqa: ARG002  (a child has some)
        return iter(())

    def _next(self, say: Callable[[str], str]) -> Iterator[str]:
        if self.cure:
            yield "  " + say(Sentence("next: {step}", step=self.cure))

    def __str__(self) -> str:
        return self.told(str)


def _complete(text: str, values: dict[str, object]) -> Sentence:
    return text if isinstance(text, Sentence) else Sentence(text, **values)


class UsageError(CollectBundleError):
    """Says that the command line asks for something impossible."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file a person wrote; line and column count from 1, `excerpt` is the line itself."""

    file: str
    line: int
    column: int
    message: Sentence
    excerpt: str = ""

    def told(self, say: Callable[[str], str]) -> str:
        """Return the problem as a person reads it, its message as `say` says it."""
        head = f"{self.file}:{self.line}:{self.column}: {say(self.message)}"
        if not self.excerpt:
            return head
        return f"{head}\n    {self.excerpt}\n    {' ' * (self.column - 1)}^"

    def __str__(self) -> str:
        return self.told(str)


class ConfigError(CollectBundleError):
    """Says that settings, rules or a profile are invalid; carries every problem at once."""

    exit_code = ExitCode.CONFIG

    def __init__(self, what: str, /, *, cure: str = "", problems: tuple[Problem, ...] = (), **values: object) -> None:
        super().__init__(what, cure=cure, **values)
        self.problems = problems

    def _details(self, say: Callable[[str], str]) -> Iterator[str]:
        return (problem.told(say) for problem in self.problems)


class AccessError(CollectBundleError):
    """Says that the service did not accept who we are."""

    exit_code = ExitCode.ACCESS


class UnreachableError(CollectBundleError):
    """Says that the service was not reached: name, connection, TLS, proxy or time."""

    exit_code = ExitCode.UNREACHABLE


class NothingUsableError(CollectBundleError):
    """Says that the service answered and nothing usable came."""

    exit_code = ExitCode.NOTHING_USABLE


class ResidueError(CollectBundleError):
    """Says that the sealed search found what withholding could not remove; nothing was published."""

    exit_code = ExitCode.RESIDUE


class OutputError(CollectBundleError):
    """Says that the file could not be written under its final name; nothing was left behind."""

    exit_code = ExitCode.OUTPUT


class NotABundleError(CollectBundleError):
    """Says that a file is not a bundle, or is not the bundle its manifest describes."""

    exit_code = ExitCode.NOT_A_BUNDLE
