"""One text by every rule: on the lines that matter to each, in every reading of them, and within encoded tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from collector.redaction import decode, opaque
from collector.redaction.detector import Form, Hit, Options, Ranges
from collector.redaction.detectors import _message_paths
from collector.redaction.head_patterns import head_of, literal
from collector.redaction.heads import Heads, everywhere, united
from collector.redaction.patterns import Patterns
from collector.redaction.rules import Rule, RuleSet
from collector.redaction.spans import Span
from collector.redaction.views import View, parts, whole

MAX_NESTING = 4
_OTHER_HEADS = 3
"""Groups of heads besides the rules': escapes, encoded tokens, documents."""
_LINE_ENDS = ("\n", "\r")
_NAMES_BESIDE = "label|field|property|param|parameter|attribute|k|parameterkey|optionname|type|path"
_IS = r"[\"']?[ \t]*(?::|=>)[ \t]*"
_DOCUMENTS = (
    r"\"[ \t]*:[ \t]*\[",
    r"(?::|=>)[ \t]*\[[^\]\n]*[\"']-",
    r"\[[ \t]*(?:\[|\(['\"])",
    rf"\b(?:support|health|stats){_IS}[{{\[]",
    rf"\bkind{_IS}[\"'](?:Sealed)?Secret[\"']",
    rf"(?i)\b(?:{_NAMES_BESIDE}){_IS}[\"'][^\"'\n]*(?:pass|pwd|secret|token|key|cred|auth|securestring)",
    rf"\"(?:{'|'.join(sorted(_message_paths.BESIDE))})\"",
    r"(?i)[\"'](?:auth|requirepass|masterauth)[\"'][ \t]*,[ \t]*[\"']",
)
"""On every line of JSON or the like that says more as a document than as a line, besides those of the rules' paths."""


class Look(NamedTuple):
    """A rule that reads text, by one of its detector's forms; without one, by the owner's pattern."""

    rule: Rule
    form: Form | None


class Seen(NamedTuple):
    """The lines of a text that are worth reading, those for each look, and those with escapes and encoded tokens."""

    worth: Ranges
    around: tuple[Ranges, ...]
    escaped: Ranges
    encoded: Ranges

    def moved(self, places: Sequence[int]) -> Seen:
        """Return the same in a view where the ranges of lines that are worth reading begin at these places."""
        move = partial(_moved, worth=self.worth, places=places)
        return Seen(move(self.worth), tuple(map(move, self.around)), move(self.escaped), move(self.encoded))


@dataclass(frozen=True, slots=True)
class Reading:
    """A view, the lines of it for each look if it is read for looks, and those with tokens that may encode a text."""

    view: View
    lines: tuple[Ranges, ...]
    encoded: View


class Scanner:
    """Every rule that reads text, with its options."""

    def __init__(self, rules: RuleSet, options: Options) -> None:
        self.rules = rules
        self.options = options
        private = [rule for rule in rules.rules if rule.is_private]
        self._private_looks = tuple(look for rule in private for look in _looks(rule))
        others = tuple(look for rule in rules.rules if not rule.is_private for look in _looks(rule))
        self._looks = (*others, *self._private_looks)
        self._heads = Heads(lambda: self._groups(others), lasting=True)
        # What is compiled of them lies in no cache, and its digest in no name.
        self._private_heads = Heads(lambda: [_heads(look, options) for look in self._private_looks])
        self._encoding_heads = Heads(lambda: [decode.HEADS, opaque.HEADS], lasting=True)
        self._patterns = Patterns()

    def _groups(self, looks: Iterable[Look]) -> list[Sequence[str]]:
        others = (decode.HEADS, opaque.HEADS, _documents(self.rules))
        assert len(others) == _OTHER_HEADS  # noqa: S101
        return [*(_heads(look, self.options) for look in looks), *others]

    def lines(self, text: str) -> Ranges:
        """Return the lines on which anything may be found, with all they have to be seen with."""
        return self.see(text).worth

    def see(self, text: str) -> Seen:
        """Return which lines of a text are worth reading, and what for."""
        lines = self._lines(text)
        return lines._replace(
            worth=united(
                *lines.around,
                opaque.around(text, lines.encoded),
                decode.around(text, lines.escaped),
                lines.worth,
                decode.non_ascii_lines(text),
            )
        )

    def _lines(self, text: str) -> Seen:
        *found, escaped, encoded, documents = self._stand_on(text)
        around = tuple(_around(look, text, lines) for look, lines in zip(self._looks, found, strict=True))
        return Seen(documents, around, escaped, encoded)

    def _stand_on(self, text: str) -> list[Ranges]:
        lines = self._heads.lines(text)
        private = self._private_heads.lines(text) if self._private_looks else []
        if lines is None or private is None:
            return [everywhere(text) for _ in range(len(self._looks) + _OTHER_HEADS)]
        return [*lines[:-_OTHER_HEADS], *private, *lines[-_OTHER_HEADS:]]

    def readings(self, view: View, seen: Seen | None = None) -> Iterator[Reading]:
        """Yield the view, and every other reading of the lines that read otherwise when they are decoded.

        `seen` are the lines of the view where somebody has looked already.
        """
        reading, escaped = self._read(view, seen)
        yield reading
        yield from _further(view, escaped, self._read)

    def decoded(self, view: View) -> Iterator[Reading]:
        """Yield the same readings without the lines for each look: enough to look for known values."""
        reading, escaped = self._read_encoded(view)
        yield reading
        yield from _further(view, escaped, self._read_encoded)

    def _read(self, view: View, seen: Seen | None = None) -> tuple[Reading, Ranges]:
        lines = seen or self._lines(view.text)
        return Reading(view, lines.around, _encoded(view, lines.encoded)), decode.around(view.text, lines.escaped)

    def _read_encoded(self, view: View) -> tuple[Reading, Ranges]:
        escaped, encoded = self._encoding_heads.lines(view.text) or [everywhere(view.text)] * 2
        return Reading(view, (), _encoded(view, encoded)), decode.around(view.text, escaped)

    def spans(self, readings: Iterable[Reading], depth: int = 0) -> Iterator[Span]:
        """Yield what the rules find in readings of a text and in all they encode; ranges are of the original."""
        for reading in readings:
            for look, lines in zip(self._looks, reading.lines, strict=True):
                if lines:
                    yield from self._found(look, parts(reading.view, lines))
            yield from self._opaque(reading.encoded, depth)
            for start, end in decode.undecoded(reading.view):
                for first, last in reading.view.original(start, end):
                    yield Span(
                        first, last, "encoded-too-deep", "secret", "secret", reading.view.text[start:end], "mask"
                    )

    def _found(self, look: Look, view: View) -> Iterator[Span]:
        rule = look.rule
        if look.form:
            for found in look.form.find(view.text, self.options):
                hit = _on_its_line(found, view.text)
                for start, end in view.original(hit.start, hit.end):
                    yield _span(rule, hit, start, end)
        elif rule.match and (lines := _with_keyword(rule, view.text)):
            view = parts(view, lines)
            for first, last in self._patterns.spans(rule.match, view.text, rule.name):
                for start, end in view.original(first, last):
                    yield Span(start, end, rule.name, "secret", rule.name, view.text[first:last], rule.replace)

    def _opaque(self, view: View, depth: int) -> Iterator[Span]:
        for start, end, content in opaque.tokens(view.text):
            inner = self._inside(content, depth)
            if inner is None:
                continue
            for first, last in view.original(start, end):
                yield Span(
                    first, last, inner.rule, inner.kind,
                    "secret" if inner.kind == "secret" else "encoded", view.text[start:end], "pseudonym",
                    holds=None if inner.kind == "secret" else (inner.mark, inner.value),
                )  # fmt: skip

    def _inside(self, content: str, depth: int) -> Span | None:
        if content == opaque.TOO_MUCH or (depth >= MAX_NESTING and next(opaque.tokens(content), None)):
            return Span(0, 1, "encoded", "secret", "secret", "")
        if depth >= MAX_NESTING:
            return None
        found = sorted(
            self.spans(self.readings(whole(content)), depth + 1), key=lambda s: (s.kind != "secret", s.start)
        )
        return found[0] if found else None


def _further(view: View, escaped: Ranges, read: Callable[[View], tuple[Reading, Ranges]]) -> Iterator[Reading]:
    otherwise = united(escaped, decode.non_ascii_lines(view.text))
    if otherwise:
        views = decode.views(parts(view, otherwise))
        next(views)
        yield from (read(further)[0] for further in views)


def _encoded(view: View, lines: Ranges) -> View:
    return parts(view, united(opaque.around(view.text, lines)))


def _moved(lines: Ranges, worth: Ranges, places: Sequence[int]) -> Ranges:
    moved: Ranges = []
    index = 0
    for start, end in lines:
        while worth[index][1] <= start:
            index += 1
        by = places[index] - worth[index][0]
        moved.append((start + by, end + by))
    return moved


def _looks(rule: Rule) -> Iterator[Look]:
    if rule.detect:
        yield from (Look(rule, form) for form in rule.detect.forms)
    elif rule.match:
        yield Look(rule, None)


def _heads(look: Look, options: Options) -> tuple[str, ...]:
    if look.form:
        return tuple(head if isinstance(head, str) else head_of(head) for head in look.form.heads(options))
    return tuple(f"(?i){literal(keyword)}" for keyword in look.rule.keywords)


def _with_keyword(rule: Rule, text: str) -> Ranges:
    """Return the lines with a keyword of a rule, in either case: all that its pattern is shown of any text."""
    keyword = re.compile("|".join(map(re.escape, rule.keywords)), re.IGNORECASE | re.ASCII)
    lines = []
    end = 0
    while found := keyword.search(text, end):
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end()) + 1 or len(text)
        lines.append((start, end))
    return united(lines)


def _documents(rules: RuleSet) -> tuple[str, ...]:
    heads = list(_DOCUMENTS)
    for rule in rules.rules:
        if rule.at:
            names = sorted(rule.at.needed)
            heads.append(rf"\b{literal(names[0])}[\"']?[ \t]*(?::|=>)" if names else r"^[ \t]*\{")
    return tuple(heads)


def _around(look: Look, text: str, lines: Ranges) -> Ranges:
    """Return the lines that a look has to see to decide about some; a pattern of the owner's sees one at a time."""
    if not lines or lines == everywhere(text):
        return lines
    return united(look.form.around(text, lines) if look.form else lines)


def _on_its_line(hit: Hit, text: str) -> Hit:
    """Return the find without a backslash at its end that says that the line goes on below."""
    if text[hit.end - 1] != "\\" or text[hit.end : hit.end + 1] not in _LINE_ENDS:
        return hit
    found = text[hit.start : hit.end]
    if (len(found) - len(found.rstrip("\\"))) % 2 == 0 or len(found) == 1:
        return hit
    return hit._replace(end=hit.end - 1, value=hit.value.removesuffix("\\"))


def _span(rule: Rule, hit: Hit, start: int, end: int) -> Span:
    detector = rule.detect
    assert detector is not None  # noqa: S101
    mark = hit.mark or detector.mark
    return Span(start, end, rule.name, detector.kind, mark, hit.value, rule.replace, hit.learn, hit.traits, hit.holds)
