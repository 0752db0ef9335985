"""What a person sees: results on stdout, talk on stderr, and never a control character that is not ours."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TextIO

from collector.errors import OutputError
from collector.language import ENGLISH, Language

# Bidirectional overrides and isolates can make a line read as something else (CVE-2021-42574).
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_ENGLISH = Language(ENGLISH)
STYLES = {"red": "31", "green": "32", "yellow": "33", "bold": "1", "dim": "2"}


def printable(text: str) -> str:
    """Return the text with every control, format and private character written out as a backslash and its number."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(c) for c in text)


def one_line(text: str) -> str:
    """Return the text printable and on one line, so that nothing in it can pass for a line of ours."""
    return printable(text).replace("\n", "\\n")


def _visible(character: str) -> str:
    if character == "\n" or unicodedata.category(character) not in HIDDEN:
        return character
    return character.encode("unicode_escape").decode()


@dataclass(frozen=True, slots=True)
class Console:
    """Where a verb talks: `json` puts one object on stdout, `quiet` keeps only results, warnings and errors."""

    json: bool = False
    quiet: bool = False
    verbose: int = 0
    language: Language = _ENGLISH
    """Of the words people read; a JSON document is English."""

    def result(self, text: str, document: Mapping[str, Any]) -> None:
        """Print the result of a verb once: as text for a person, or as one JSON object."""
        with delivering():
            if self.json:
                _write(sys.stdout, json.dumps(document, ensure_ascii=True))
            elif text:
                _write(sys.stdout, printable(text))

    def say(self, text: str) -> None:
        """Talk on stderr, unless asked to be quiet."""
        if not self.quiet:
            _talk(printable(text))

    def detail(self, text: str) -> None:
        """Talk on stderr if asked to be verbose."""
        if self.verbose:
            _talk(printable(text))

    def warn(self, text: str) -> None:
        """Warn on stderr, always."""
        say = self.language
        _talk(style("yellow", say("warning: {text}", text=one_line(text)), sys.stderr))

    def error(self, text: str) -> None:
        """Say on stderr why it did not work, always."""
        say = self.language
        _talk(style("red", say("error: "), sys.stderr) + printable(text))


def colourful(stream: TextIO) -> bool:
    """Tell whether the stream shows colours: a terminal, not a dumb one, and NO_COLOR is not set (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def style(name: str, text: str, stream: TextIO) -> str:
    """Return the text in a style if the stream shows colours."""
    return f"\x1b[{STYLES[name]}m{text}\x1b[0m" if colourful(stream) else text


@contextmanager
def delivering() -> Iterator[None]:
    """Turn a standard output that takes nothing (full, closed) into an OutputError; a reader that left stays itself."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            "standard output could not be written: {why}",
            cure="check where it is redirected to",
            why=error.strerror,
        ) from None


def fields(rows: Sequence[tuple[str, str]]) -> str:
    """Return labels and values in two columns, a row on one line; a wide character takes two columns."""
    width = max(columns(label) for label, _ in rows) + 2
    return "\n".join(padded(label, width) + one_line(value) for label, value in rows)


def padded(text: str, width: int) -> str:
    """Return the text with spaces behind it, as wide as `width` columns."""
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """Return how many columns a terminal gives the text."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _talk(line: str) -> None:
    with suppress(OSError):  # nobody listens; the exit code still speaks
        _write(sys.stderr, line)


def _write(stream: TextIO, line: str) -> None:
    try:
        stream.write(line + "\n")
        stream.flush()
    except UnicodeEncodeError:
        stream.write(line.encode("ascii", "backslashreplace").decode() + "\n")
        stream.flush()
