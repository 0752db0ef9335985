"""Reads YAML: 1.2 core scalars, no surprises, every mistake at once.

Works on the events of PyYAML's pure parser, never on its C loader (which crashes on deep nesting) and never on its
constructors, so that aliases, tags and YAML 1.1 guesses cannot happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from collector.compiled import compiled
from collector.errors import ConfigError, Problem
from collector.sentence import Sentence

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40

Scalar = str | int | float | bool | None
Value = Scalar | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
Position = tuple[int, int]
_WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = compiled(r"-?(?:0|[1-9][0-9]{0,18})")
_FLOAT = compiled(r"-?(?:0|[1-9][0-9]{0,18})\.[0-9]{1,17}")
# What other readers take for a boolean, an octal, base 60, a date or another number than the one written.
_SURPRISE = compiled(
    r"(?:[yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\.[0-9]+|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9:.+\-Zz ]*)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|=|<<)"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its plain value, and where each part of it stands; lines and columns count from 1."""

    file: str
    value: Value
    lines: tuple[str, ...] = field(repr=False)
    values: Mapping[Path, Position] = field(repr=False)
    keys: Mapping[Path, Position] = field(repr=False)
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file whatever it is for; `validate` tells it together with the rest."""

    def mark(self, path: Path, *, key: bool = False) -> Position:
        """Return line and column of the value at `path` (of its key with `key`), or of the nearest part around it."""
        while True:
            places = (self.keys, self.values) if key else (self.values, self.keys)
            for place in places:
                if path in place:
                    return place[path]
            if not path:
                return (1, 1)
            path = path[:-1]

    def problem(self, path: Path, message: Sentence, *, key: bool = False) -> Problem:
        """Return the problem that stands at `path`."""
        line, column = self.mark(path, key=key)
        return _problem(self.file, self.lines, (line, column), message)


def _problem(file: str, lines: tuple[str, ...], position: Position, message: Sentence) -> Problem:
    line, column = position
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return Problem(file, line, column, message, excerpt[:200])


def parse(text: str, *, file: str) -> Document:
    """Parse one YAML document of at most 1 MiB and 40 levels; raise ConfigError for what is no YAML at all.

    Doubled keys, aliases, tags and scalars that readers disagree about are problems of the document, which stay in it.
    """
    lines = tuple(text.splitlines())
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise refused(file, [Problem(file, 1, 1, Sentence("the file is larger than {count} bytes", count=MAX_BYTES))])
    builder = _Builder(file, lines)
    try:
        value = builder.document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        builder.syntax(error)
    except yaml.YAMLError:
        builder.problems.append(Problem(file, 1, 1, Sentence("the file holds a character that YAML does not allow")))
    except _TooDeepError:
        pass
    else:
        return Document(file, value, lines, builder.values, builder.keys, tuple(builder.problems))
    raise refused(file, builder.problems)


def refused(file: str, problems: Iterable[Problem]) -> ConfigError:
    """Return the error that says a file is not usable, with every problem in the order of the file."""
    ordered = tuple(sorted(problems, key=lambda p: (p.line, p.column)))
    return ConfigError(
        "{file} is not usable: 1 problem" if len(ordered) == 1 else "{file} is not usable: {count} problems",
        cure="correct the lines shown",
        problems=ordered,
        file=file,
        count=len(ordered),
    )


class _TooDeepError(Exception):
    """Ends building: what follows would be nested too deep."""


class _Builder:
    """Builds plain values from parser events and remembers where everything stands."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file, self.lines = file, lines
        self.problems: list[Problem] = []
        self.values: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}

    def report(self, position: Position, message: Sentence) -> None:
        self.problems.append(_problem(self.file, self.lines, position, message))

    def syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.report(position, Sentence("not YAML: {why}", why=error.problem or error.context or Sentence("unreadable")))

    def document(self, events: Iterator[yaml.Event]) -> Value:
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self.report(
                        _at(event), Sentence("directives are not used here: remove the line that begins with %")
                    )
                if documents == 2:
                    self.report(_at(event), Sentence("one document a file: remove what follows ---"))
                read = self.node(next(events), events, ())
                value = read if documents == 1 else value
        return value

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        if len(path) > MAX_DEPTH:
            self.report(_at(event), Sentence("nested deeper than {count} levels", count=MAX_DEPTH))
            raise _TooDeepError
        self.values[path] = _at(event)
        if isinstance(event, yaml.AliasEvent):
            self.report(
                _at(event), Sentence("aliases are not used here: write the value of *{anchor} out", anchor=event.anchor)
            )
            return None
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self.report(_at(event), Sentence("anchors are not used here: remove &{anchor}", anchor=event.anchor))
        if getattr(event, "tag", None):
            self.report(_at(event), Sentence("tags are not used here: remove the word that begins with !"))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        return self.scalar(event)

    def sequence(self, events: Iterator[yaml.Event], path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, (*path, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], path: Path) -> Value:
        found: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event, events, path)
            if key in found:
                first = self.keys[(*path, key)]
                self.report(_at(event), Sentence("the key {key!r} is already on line {line}", key=key, line=first[0]))
            else:
                self.keys[(*path, key)] = _at(event)
            found[key] = self.node(next(events), events, (*path, key))
        return found

    def key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.report(_at(event), Sentence("a key is a word, not a list, a mapping or an alias"))
            self.node(event, events, (*path, "?"))
            return "?"
        if event.value == "<<":
            self.report(_at(event), Sentence("merge keys are not used here: write the keys out"))
        if event.anchor or event.tag:
            self.report(_at(event), Sentence("anchors and tags are not used here"))
        return event.value

    def scalar(self, event: yaml.Event) -> Scalar:
        assert isinstance(event, yaml.ScalarEvent)  # noqa: S101  the parser yields no other event here
        text = event.value
        if event.style is not None:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text) and text != "-0":
            return int(text)
        if _FLOAT.fullmatch(text) and repr(float(text)) == text:
            return float(text)
        if _SURPRISE.fullmatch(text):
            self.report(
                _at(event), Sentence('readers disagree about what {text} means: write "{text}" in quotes', text=text)
            )
        return text


def _at(event: yaml.Event) -> Position:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
