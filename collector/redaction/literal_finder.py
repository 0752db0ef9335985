"""Finds the lines on which heads stand with the standard library alone: by the literals the heads need.

A text is read in a few ways; where a literal of a head stands in one of them, the head itself is tried.
"""

from __future__ import annotations

import json
import platform
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from collector.cache import cached, keep
from collector.frozen import digest
from collector.redaction import byte_views, exact_texts, head_items, rarity, required_literals
from collector.redaction.byte_views import FOLDED, NAMES, RUNS, VIEWS, WORDS
from collector.redaction.head_items import looking_behind
from collector.redaction.line_check import LONG_LINE, LineCheck, scoped
from collector.redaction.required_literals import Literals, Required, is_run
from collector.redaction.text_finder import word_chunks

MOST_TRIES = 32
"""Of a head on a line, after which the line is reported as it is."""
MOST_AROUND = 256
MOST_REMEMBERED = 8 << 20
"""Bytes of words from which what was learned of them is forgotten."""
_MADE_BY = tuple(
    Path(str(module.__file__)) for module in (byte_views, exact_texts, head_items, rarity, required_literals)
)
_OF_RUNS = (NAMES.name, RUNS.name)


@dataclass
class _Check:
    """Heads of a group that need a literal, and how far from their beginning, if that is known."""

    group: int
    distance: tuple[int, int] | None = None
    heads: list[str] = field(default_factory=list)
    ahead: set[bytes] = field(default_factory=set)

    @cached_property
    def on_lines(self) -> LineCheck:
        return LineCheck(self.heads)

    @cached_property
    def goes_on(self) -> re.Pattern[bytes]:
        return re.compile(_either(sorted(self.ahead)))

    @cached_property
    def pattern(self) -> re.Pattern[bytes]:
        return re.compile("|".join(map(scoped, self.heads)).encode(), re.MULTILINE)


@dataclass
class _RunCheck(_Check):
    """Heads of a group that need a run of a length, with the most bytes of a match that stand behind it."""

    length: int = 0
    behind: int = 0


class _Literal(NamedTuple):
    view: str
    text: bytes
    pattern: bytes
    """What is looked for in place of it, if anything; the words have one for each check."""


class LiteralFinder:
    """A finder of heads, each of a group; it learns the words of the texts it sees."""

    def __init__(self, groups: list[list[str]], literals: Sequence[Literals]) -> None:
        self._checks: dict[_Literal, dict[tuple[int, tuple[int, int] | None], _Check]] = {}
        self._runs: dict[tuple[str, bytes], dict[tuple[object, ...], _RunCheck]] = {}
        self._everywhere: list[_Check] = []
        heads = [(group, head) for group, heads in enumerate(groups) for head in heads]
        for (group, head), required in zip(heads, literals, strict=True):
            self._add(group, looking_behind(head), required)
        self._words_with: dict[bytes, list[_Literal]] = {}
        self._patterns: dict[_Literal, re.Pattern[bytes]] = {}
        self._telling: set[bytes] = set()
        self._remembered = 0
        self._seen: set[bytes] = set()

    @classmethod
    def kept(cls, groups: list[list[str]]) -> LiteralFinder | None:
        """Return a finder of heads whose literals were derived before."""
        content = cached(_name(groups))
        try:
            return None if content is None else cls(groups, required_literals.read(content))
        except (TypeError, ValueError):
            return None

    @classmethod
    def compiled(cls, groups: list[list[str]], *, lasting: bool) -> LiteralFinder:
        """Return a finder of heads; what it takes to make one is kept where they are the same in every run."""
        literals = [required_literals.required(looking_behind(head)) for heads in groups for head in heads]
        if lasting:
            keep(_name(groups), required_literals.written(literals))
        return cls(groups, literals)

    def _add(self, group: int, head: str, literals: Literals) -> None:
        if not literals:
            self._everywhere.append(_Check(group, None, [head]))
        for one in literals:
            if one.view in _OF_RUNS or (one.view != WORDS.name and is_run(one.text)):
                self._add_run(group, head, one)
                continue
            plain = one.view == WORDS.name or not one.pattern
            literal = _Literal(one.view, one.text if plain else b"", b"" if plain else one.pattern)
            checks = self._checks.setdefault(literal, {})
            check = checks.setdefault((group, one.distance), _Check(group, one.distance))
            check.heads.append(head)
            check.ahead.add(one.pattern)

    def _add_run(self, group: int, head: str, one: Required) -> None:
        behind = MOST_AROUND if one.after is None else one.after - len(one.text)
        checks = self._runs.setdefault((one.view, one.text[:1]), {})
        key = (group, one.distance, len(one.text), behind)
        checks.setdefault(key, _RunCheck(group, one.distance, length=len(one.text), behind=behind)).heads.append(head)

    @cached_property
    def _by_view(self) -> dict[str, list[_Literal]]:
        found: dict[str, list[_Literal]] = {view: [] for view, _ in self._runs}
        for literal in self._checks:
            found.setdefault(literal.view, []).append(literal)
        return found

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        """Return (offset on the line of a match, group) in order: at least one on every line with a head."""
        found: list[tuple[int, int]] = []
        folded = data.translate(FOLDED.table)
        for check in self._everywhere:
            found += [(match.end() - 1, check.group) for match in check.pattern.finditer(data)]
        for view, literals in self._by_view.items():
            read = data.translate(VIEWS[view].table)
            if view == WORDS.name:
                found += self._by_words(data, folded, read)
                continue
            found += self._in_runs(data, folded, view, read)
            for literal in literals:
                found += self._around(literal, data, folded, _places(read, literal))
        found.sort()
        return found

    def _by_words(self, data: bytes, folded: bytes, read: bytes) -> Iterator[tuple[int, int]]:
        chunks = list(word_chunks(read))
        present: dict[_Literal, list[tuple[int, int]]] = {}
        for start, end in chunks:
            for literal in self._words_in(read[start:end]):
                present.setdefault(literal, []).append((start, end))
        for literal, listed in present.items():
            pattern = self._goes_on(literal)
            if len(listed) > len(chunks) / 2:
                places = [match.start() for match in pattern.finditer(folded)]
            else:
                found = (place for start, end in listed for place in _each(read, literal.text, start, end))
                places = [place for place in found if pattern.match(folded, place)]
            yield from self._by_word(literal, data, folded, places)

    def _by_word(self, literal: _Literal, data: bytes, folded: bytes, places: list[int]) -> Iterator[tuple[int, int]]:
        """Yield what each check of a word finds where the word goes on as that check needs it."""
        checks = self._checks[literal].values()
        for check in checks if places else ():
            own = places if len(checks) == 1 else [place for place in places if check.goes_on.match(folded, place)]
            yield from _confirmed(check, data, folded, own)

    def _goes_on(self, literal: _Literal) -> re.Pattern[bytes]:
        if literal not in self._patterns:
            ahead = {pattern for check in self._checks[literal].values() for pattern in check.ahead}
            self._patterns[literal] = re.compile(_either(sorted(ahead)))
        return self._patterns[literal]

    def _around(self, literal: _Literal, data: bytes, folded: bytes, places: list[int]) -> Iterator[tuple[int, int]]:
        for check in self._checks[literal].values() if places else ():
            yield from _confirmed(check, data, folded, places)

    def _in_runs(self, data: bytes, folded: bytes, view: str, read: bytes) -> Iterator[tuple[int, int]]:
        for (of_view, symbol), checks in self._runs.items():
            if of_view != view:
                continue
            least = min(check.length for check in checks.values())
            runs = [match.span() for match in re.finditer(symbol * least + symbol + b"*+", read)]
            for check in sorted(checks.values(), key=lambda check: check.length):
                if check.length > least:
                    least = check.length
                    runs = [run for run in runs if run[1] - run[0] >= least]
                yield from _confirmed_in_runs(check, data, folded, runs)

    def _words_in(self, text: bytes) -> set[_Literal]:
        """Return the literals that some word of a text holds."""
        words = set(text.split())
        if not words <= self._seen:
            new = words - self._seen
            joined = b" ".join(new)
            self._remembered += len(joined)
            if self._remembered > MOST_REMEMBERED:
                self._seen.clear()
                self._words_with.clear()
                self._telling.clear()
                new, joined = words, b" ".join(words)
                self._remembered = len(joined)
            self._learn(joined)
            self._telling |= self._words_with.keys()
            self._seen |= new
        return {literal for word in self._telling & words for literal in self._words_with[word]}

    def _learn(self, words: bytes) -> None:
        for literal in self._by_view[WORDS.name]:
            end, place = 0, words.find(literal.text)
            while place >= 0:
                start, end = words.rfind(b" ", end, place) + 1, words.find(b" ", place)
                end = end if end >= 0 else len(words)
                self._words_with.setdefault(words[start:end], []).append(literal)
                place = words.find(literal.text, end)


def _name(groups: list[list[str]]) -> str:
    made_from = json.dumps([platform.python_version(), groups])
    return f"literals-{digest(made_from, *_MADE_BY)}.json"


def _either(patterns: list[bytes]) -> bytes:
    """Return one pattern of several that look ahead, most of which begin alike."""
    begins = {pattern[: pattern.index(b"(?=")] for pattern in patterns}
    if len(begins) > 1:
        return b"|".join(patterns)
    return begins.pop() + b"(?:" + b"|".join(pattern[pattern.index(b"(?=") :] for pattern in patterns) + b")"


def _places(read: bytes, literal: _Literal) -> list[int]:
    """Return where a literal stands, or what is looked for in its place."""
    if literal.pattern:
        return [match.start() for match in re.finditer(literal.pattern, read)]
    return list(_each(read, literal.text))


def _each(text: bytes, literal: bytes, start: int = 0, end: int | None = None) -> Iterator[int]:
    place = text.find(literal, start, end)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1, end)


def _confirmed(check: _Check, data: bytes, folded: bytes, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places on whose line a head stands around them, and the group."""
    if check.distance is None:
        yield from _confirmed_on_lines(check, data, folded, places)
        return
    match = check.pattern.match
    back = range(check.distance[0], check.distance[1] + 1)
    done = tries = line_end = 0
    for place in places:
        if place < done:
            continue
        if place >= line_end:
            tries, line_end = 0, data.find(b"\n", place) + 1 or len(data)
        tries += 1
        for by in back:
            if tries > MOST_TRIES or (place >= by and match(data, place - by)):
                yield place, check.group
                done = line_end
                break


def _confirmed_on_lines(check: _Check, data: bytes, folded: bytes, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    end = 0
    for place in places:
        if place >= end:
            start = data.rfind(b"\n", 0, place) + 1
            end = data.find(b"\n", place) + 1 or len(data)
            if check.on_lines.may_hold(data, folded, start, end):
                yield place, check.group


def _confirmed_in_runs(
    check: _RunCheck, data: bytes, folded: bytes, runs: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the places of runs in which what a head needs stands in one, and the group."""
    if check.distance is None:
        yield from _confirmed_on_lines(check, data, folded, (first for first, _ in runs))
        return
    bounded = check.behind < MOST_AROUND
    if bounded:
        runs = _likely(check, data, runs)
    done = tries = line_end = 0
    for first, last in runs:
        if first < done:
            continue
        begin = max(0, first - check.distance[1])
        start = max(data.rfind(b"\n", begin, first) + 1, begin)
        if first >= line_end:
            tries, line_end = 0, data.find(b"\n", last) + 1 or len(data)
        tries += 1
        end = min(line_end, last + check.behind + 1) if bounded else line_end
        if tries > MOST_TRIES or end - start > LONG_LINE or check.pattern.search(data, start, end):
            yield first, check.group
            done = line_end


def _likely(check: _RunCheck, data: bytes, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs in which, seen with what is around them, a head may stand: all are searched at once."""
    assert check.distance  # noqa: S101
    before, behind = check.distance[1] + 1, check.behind + 1
    seen = [data[max(0, first - before) : last + behind] for first, last in runs]
    matches = list(check.pattern.finditer(b"\n".join(seen)))
    ends = list(accumulate(len(one) + 1 for one in seen)) if matches else []
    found = {bisect_right(ends, place) for match in matches for place in (match.start(), match.end() - 1)}
    return [runs[index] for index in sorted(found) if index < len(runs)]
