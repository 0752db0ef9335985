"""The help of a verb in the reader's language: click lays it out in English, and here its words are said."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator

import click

from collector.cli.console import Console, columns, padded
from collector.language import ENGLISH, Language

# What stands beside a command, or after `#`; the command itself stays as it is.
_REMARK = re.compile(r"(?P<command>\s+\S.*?\s{3,})(?P<remark>\S.*)")
_WIDE = "\u2e80-\uffef"
_CLOSING = "\uff0c\u3002\uff1b\uff1a\u3001\uff09"
_UNIT = rf"\s+|[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+[{_CLOSING}]*"


class SpokenContext(click.Context):
    """The context of every verb: its help is written in the language of the console."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return click's own formatter for English, ours for any other language."""
        console = self.find_object(Console)
        plain = super().make_formatter()
        if console is None or console.language.code == ENGLISH:
            return plain
        return SpokenHelp(console.language, plain.width)


class SpokenHelp(click.HelpFormatter):
    """Writes a help page in a language other than English, in which a character may take two columns."""

    def __init__(self, say: Language, width: int) -> None:
        super().__init__(width=width)
        self._say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the verb is called."""
        say = self._say
        super().write_usage(prog, args, prefix=prefix or say("Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        say = self._say
        self.write(say("{title}:", title=say.pattern(heading)) + "\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs: words flow, lines that click must not wrap (`\\b`) stay lines."""
        indent = " " * self.current_indent
        written = [self._paragraph(paragraph) for paragraph in inspect.cleandoc(text).split("\n\n")]
        self.write("\n".join("".join(f"{indent}{line}\n" for line in lines) for lines in written))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean in two columns."""
        rows = list(rows)
        first = min(max(columns(term) for term, _ in rows), col_max) + col_spacing
        width = max(self.width - self.current_indent - first, 10)
        indent = " " * self.current_indent
        for term, meaning in rows:
            lines = list(_folded(self._meaning(meaning), width)) or [""]
            if columns(term) > first - col_spacing:
                self.write(f"{indent}{term}\n")
                term = ""  # noqa: PLW2901  it stands on a line of its own
            for line in lines:
                self.write(f"{indent}{padded(term, first)}{line}".rstrip() + "\n")
                term = ""  # noqa: PLW2901

    def _paragraph(self, paragraph: str) -> list[str]:
        if paragraph.startswith("\b\n"):
            return [self._line(line) for line in paragraph.splitlines()[1:]]
        return list(_folded(self._say.pattern(" ".join(paragraph.split())), self.width - self.current_indent))

    def _line(self, line: str) -> str:
        if not line.startswith(" "):
            return self._say.pattern(line)
        found = _REMARK.fullmatch(line)
        return found["command"] + self._say.pattern(found["remark"]) if found else line

    def _meaning(self, meaning: str) -> str:
        """Say what an option means; click adds what values it takes in brackets."""
        say = self._say
        words, gap, values = meaning.partition("  [")
        return say.pattern(words) + ("  " + say("[required]") if values == "required]" else gap + values)


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, none wider than `width` columns; no line begins with a mark that closes."""
    line = ""
    for unit in re.findall(_UNIT, text):
        if line and columns(line + unit) > width:
            yield line.rstrip()
            line = unit.lstrip()
        else:
            line += unit
    if line:
        yield line.rstrip()
