"""Says on which lines of a text something may stand: the heads of all rules at once.

Hyperscan finds them in one pass; where that is not installed, `literal_finder.py` finds the same lines. For texts that
neither is worth being made ready for, the answer is every line: slower, and the same in the end.
"""

from __future__ import annotations

import importlib.util
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from collector.freed_memory import give_back
from collector.redaction.detector import Ranges
from collector.redaction.head_patterns import literal
from collector.redaction.hyperscan_finder import HyperscanFinder

if TYPE_CHECKING:
    from collector.redaction.literal_finder import LiteralFinder
    from collector.redaction.text_finder import TextFinder

WORTH_SCANNING = 32 * 1024
"""Characters, of all texts so far, from which reading what was compiled before pays off; then all texts are scanned."""
WORTH_COMPILING = 1024 * 1024
"""Characters from which compiling the heads of all rules (seconds) pays off at once; later runs find them kept."""
WORTH_DERIVING = 256 * 1024
"""The same where Hyperscan is not installed."""
LEAST_COUNTED = 512
"""Characters that a text counts for at least: to look at one by every form takes milliseconds, however short it is."""

AT_ONCE = 8
"""Databases of about one size that become one: compiling costs per text in them, scanning per database."""


_NOWHERE: Ranges = []
"""Shared by all groups that stand nowhere, which are nearly all: of many small texts, lists of their own take much."""
MOST_TOGETHER = 8192
"""Texts that become one database: compiling twice as many takes 20 MiB more for a moment, a hundred thousand 270."""
MANY = 1024
"""Texts from which compiling leaves megabytes of memory that nobody uses."""


class Finder(Protocol):
    """Finds heads, each of a group."""

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        """Return (offset on the line of a match, group) in order: at least one on every line with a head."""


class Heads:
    """The lines of a text on which each group of heads stands; `lasting` groups are the same in every run.

    The groups are made where a text is large enough to be scanned.
    """

    def __init__(self, groups: Callable[[], Sequence[Sequence[str]]], *, lasting: bool = False) -> None:
        self._make = groups
        self._lasting = lasting
        self._finder: Finder | None = None
        self._looked = False
        self._asked = 0

    @cached_property
    def _groups(self) -> list[list[str]]:
        return [list(group) for group in self._make()]

    @cached_property
    def _shared(self) -> dict[tuple[int, ...], list[str]]:
        """The heads by the groups that name them: one that several name is looked for once."""
        named: dict[str, list[int]] = {}
        for group, heads in enumerate(self._groups):
            for head in dict.fromkeys(heads):
                named.setdefault(head, []).append(group)
        shared: dict[tuple[int, ...], list[str]] = {}
        for head, groups in named.items():
            shared.setdefault(tuple(groups), []).append(head)
        return shared

    def lines(self, text: str) -> list[Ranges] | None:
        """Return, a group each, the lines of the text with one of its heads; None where they may be any."""
        finder = self._made_for(len(text))
        if finder is None:
            return None
        data = text.encode("utf-8", "surrogatepass")
        found: list[Ranges] = [_NOWHERE] * len(self._groups)
        groups = list(self._shared)
        start = end = 0
        for at, which in finder.ends(data):
            if at >= end:
                start = data.rfind(b"\n", 0, at) + 1
                end = data.find(b"\n", at) + 1 or len(data)
            for group in groups[which]:
                listed = found[group]
                if not listed:
                    found[group] = [(start, end)]
                elif listed[-1][0] != start:
                    listed.append((start, end))
        return found if len(data) == len(text) else _in_characters(found, data, text)

    def _made_for(self, size: int) -> Finder | None:
        self._asked += max(size, LEAST_COUNTED)
        if self._finder or self._asked < WORTH_SCANNING:
            return self._finder
        kind, worth = _finders()
        if self._lasting and not self._looked:
            self._looked = True
            self._finder = kind.kept(list(self._shared.values()))
        if self._finder is None and (not self._lasting or self._asked >= worth):
            self._finder = kind.compiled(list(self._shared.values()), lasting=self._lasting)
        return self._finder


class GrowingHeads:
    """Where one of many texts stands, while texts are added: each is compiled again a few times only."""

    def __init__(self) -> None:
        self._added: list[str] = []
        self._made: list[_Texts] = []
        self._asked = 0
        self._finder: TextFinder | None = None

    def add(self, text: str) -> None:
        """Look for a text, too."""
        self._added.append(text)

    def places(self, text: str) -> Ranges | None:
        """Return where each of the texts stands, in order; None where to look for them otherwise is quicker."""
        self._asked += len(text)
        is_ready = bool(self._made or self._finder) and not self._added
        if not is_ready and self._asked < WORTH_SCANNING:
            return None
        data = text.encode("utf-8", "surrogatepass")
        if importlib.util.find_spec("hyperscan"):
            self._compile()
            found = sorted(place for made in self._made for place in made.places(data))
        else:
            found = self._found_without(data)
        return found if len(data) == len(text) else _places_in_characters(found, data)

    def _found_without(self, data: bytes) -> Ranges:
        from collector.redaction.text_finder import TextFinder  # noqa: PLC0415  only large texts need it

        self._finder = self._finder or TextFinder()
        texts, self._added, self._asked = self._added, [], 0
        for text in texts:
            self._finder.add(text.encode("utf-8", "surrogatepass"))
        return self._finder.places(data)

    def _compile(self) -> None:
        if not self._added:
            return
        texts, self._added, self._asked = self._added, [], 0
        before = 1 - AT_ONCE
        while len(self._made) >= -before and len(self._made[before].texts) < min(AT_ONCE * len(texts), MOST_TOGETHER):
            texts = [text for made in self._made[before:] for text in made.texts] + texts
            del self._made[before:]
        for at in range(0, len(texts), MOST_TOGETHER):
            self._made.append(_Texts(texts[at : at + MOST_TOGETHER]))
            if len(texts) >= MANY:
                give_back()


def _finders() -> tuple[type[HyperscanFinder | LiteralFinder], int]:
    """Return what finds heads on this machine, and from how many characters on making it ready pays off."""
    if importlib.util.find_spec("hyperscan"):
        return HyperscanFinder, WORTH_COMPILING
    from collector.redaction.literal_finder import LiteralFinder  # noqa: PLC0415  only large texts need it

    return LiteralFinder, WORTH_DERIVING


class _Texts:
    """Texts that are looked for together."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._lengths = [len(text.encode("utf-8", "surrogatepass")) for text in texts]
        self._finder = HyperscanFinder.compiled([[literal(text)] for text in texts], lasting=False)

    def places(self, data: bytes) -> Ranges:
        return [(last + 1 - self._lengths[which], last + 1) for last, which in self._finder.ends(data)]


def everywhere(text: str) -> Ranges:
    """Return every line of the text."""
    return [(0, len(text))] if text else []


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line, or the lines, that a range stands on."""
    return text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)


def _in_characters(found: list[Ranges], data: bytes, text: str) -> list[Ranges]:
    """Return ranges of bytes as ranges of characters."""
    places: dict[int, tuple[int, int]] = {}
    byte = character = 0
    for start in sorted({start for ranges in found for start, _ in ranges}):
        character += len(data[byte:start].decode("utf-8", "surrogatepass"))
        byte = start
        places[start] = (character, text.find("\n", character) + 1 or len(text))
    return [[places[start] for start, _ in ranges] if ranges else ranges for ranges in found]


def _places_in_characters(found: Ranges, data: bytes) -> Ranges:
    """Return places in bytes as places in characters."""
    characters: dict[int, int] = {}
    byte = character = 0
    for place in sorted({place for both in found for place in both}):
        character += len(data[byte:place].decode("utf-8", "surrogatepass"))
        byte = place
        characters[place] = character
    return [(characters[start], characters[end]) for start, end in found]


def united(*listed: Ranges) -> Ranges:
    """Return the ranges of all lists, in order, joined where they touch."""
    joined: Ranges = []
    for start, end in sorted(one for ranges in listed for one in ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def covers(ranges: Ranges, start: int, end: int) -> bool:
    """Tell whether one of the ranges holds the whole of another."""
    index = bisect_left(ranges, (start + 1, 0)) - 1
    return index >= 0 and ranges[index][1] >= end
