"""Says where the scalars of a YAML stream stand and under which path; aliases are never followed."""

from __future__ import annotations

import yaml

from collector.compiled import compiled
from collector.redaction.json_tokens import MAX_DEPTH
from collector.redaction.leaves import Leaf
from collector.sentence import Sentence

MAX_LENGTH = 1024 * 1024
# An anchor and a tag may stand before a scalar, in either order (YAML 1.2, 6.9).
_PROPERTIES = compiled(r"(?:[&!][^\s\[\]{},]{0,200}[ \t\n]{1,20}){1,2}")


class NotYamlError(Exception):
    """Says in our words why a text is not read as YAML."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Leaf] = []
        self.plain: list[tuple[int, int]] = []
        self.flow: set[int] = set()
        self.steps: list[str | int] = []
        # One entry a container: True while a mapping waits for a key, False while it waits for a value, None in a list.
        self.waiting: list[bool | None] = []
        self.brackets = 0
        self.document = 0

    def event(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.document += 1
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.waiting) >= MAX_DEPTH:
                raise NotYamlError(Sentence("nested too deep"))
            self.waiting.append(True if isinstance(event, yaml.MappingStartEvent) else None)
            self.steps.append(0)
            self.brackets += bool(self.brackets or event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.waiting.pop()
            self.steps.pop()
            self.brackets -= self.brackets > 0
            self.advance("")
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self.advance("*")

    def advance(self, key: str) -> None:
        if not self.waiting:
            return
        state = self.waiting[-1]
        if state is None:
            self.steps[-1] = int(self.steps[-1]) + 1
            return
        if state:
            self.steps[-1] = key
        self.waiting[-1] = not state

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if event.start_mark is None or event.end_mark is None:
            return
        start, end = event.start_mark.index, event.end_mark.index
        is_key = bool(self.waiting) and self.waiting[-1] is True
        if is_key:
            self.steps[-1] = event.value
        properties = _PROPERTIES.match(self.text, start, end)
        start = properties.end() if properties else start
        if event.style in ("'", '"'):
            start, end = start + 1, end - 1
        elif event.style in ("|", ">"):
            start, end = self._block(start, end)
        elif event.style is None and start < end:
            self.plain.append((start, end))
            self.flow.update([start] if self.brackets else ())
        path = tuple(self.steps)
        self.found.append(Leaf(start, end, event.value, path, is_key, document=self.document))
        self.advance(event.value)

    def _block(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of a block scalar's own words: without its header, indentation and last line break."""
        first = self.text.find("\n", start, end) + 1 or end
        words = self.text[first:end]
        return first + len(words) - len(words.lstrip()), first + len(words.rstrip())


def scan(text: str) -> tuple[list[Leaf], list[tuple[int, int]], frozenset[int]]:
    """Return every scalar in order, the ranges of the plain ones, which of these brackets hold; raise NotYamlError."""
    if len(text) > MAX_LENGTH:
        raise NotYamlError(Sentence("larger than 1 MiB"))
    walk = _Walk(text)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            walk.event(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise NotYamlError(Sentence("not valid YAML at {place}" if place else "not valid YAML", place=place)) from None
    except yaml.YAMLError:
        raise NotYamlError(Sentence("not valid YAML")) from None
    return walk.found, walk.plain, frozenset(walk.flow)
