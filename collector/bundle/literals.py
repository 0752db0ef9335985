"""Where any of many byte strings stands in some bytes: with Hyperscan where it pays, else by a table of all of them."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from collector.freed_memory import give_back

ONE_BY_ONE = 8
"""Texts up to which a pass for each is as quick as one for all of them."""
FEW = 64
SMALL = 64 * 1024
BEGINNING = 6
"""Bytes of a text that are compiled: numbers share them, and little else has them."""
MOST_TOGETHER = 8192
"""Texts that are compiled at once: more take memory, and little is gained."""


class Literals:
    """Byte strings to look for; compiled when they are first looked for in something large."""

    def __init__(self, texts: Iterable[bytes]) -> None:
        self._texts = frozenset(texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, text: object) -> bool:
        return text in self._texts

    def places(self, content: bytes) -> Iterator[int]:
        """Yield where one begins, in no order; a place may come twice."""
        if len(content) >= SMALL and len(self._texts) > ONE_BY_ONE and importlib.util.find_spec("hyperscan"):
            yield from self._together(content)
        elif len(self._texts) <= FEW:
            yield from self._one_by_one(content)
        else:
            beginnings = self._beginnings
            for length in {len(beginning) for beginning in beginnings}:
                every = range(len(content) - length + 1)
                begun = [at for at in every if content[at : at + length] in beginnings]
                yield from (at for at in begun if self._begins_at(content, at, content[at : at + length]))

    def _one_by_one(self, content: bytes) -> Iterator[int]:
        for text in self._texts:
            start = content.find(text)
            while start >= 0:
                yield start
                start = content.find(text, start + 1)

    def _together(self, content: bytes) -> Iterator[int]:
        for database in self._databases:
            for beginning, end in _ends(database, content):
                start = end - len(beginning)
                if self._begins_at(content, start, beginning):
                    yield start

    def _begins_at(self, content: bytes, start: int, beginning: bytes) -> bool:
        return any(content[start : start + length] in self._texts for length in self._beginnings[beginning])

    @cached_property
    def _beginnings(self) -> dict[bytes, tuple[int, ...]]:
        """How long the texts with the same first bytes are."""
        lengths: dict[bytes, tuple[int, ...]] = {}
        for text in self._texts:
            beginning = text[:BEGINNING]
            lengths[beginning] = _with(lengths.get(beginning, ()), len(text))
        return lengths

    @cached_property
    def _databases(self) -> list[_Database]:
        beginnings = tuple(self._beginnings)
        several = range(0, len(beginnings), MOST_TOGETHER)
        databases = [_compiled(beginnings[at : at + MOST_TOGETHER]) for at in several]
        give_back()
        return databases


@functools.lru_cache(maxsize=4096)
def _with(lengths: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Return lengths with another: the same tuple for all that have the same ones, which are thousands."""
    return tuple(sorted({*lengths, length}))


_Database = tuple[Any, tuple[bytes, ...]]
"""What Hyperscan compiled, and of which texts."""


def _ends(database: _Database, content: bytes) -> list[tuple[bytes, int]]:
    """Return (text, end of it) for every place."""
    found: list[tuple[bytes, int]] = []
    add = found.append
    compiled, texts = database

    def hear(number: int, start: int, end: int, flags: int, context: object) -> None:  # noqa: ARG001
        add((texts[number], end))

    compiled.scan(content, match_event_handler=hear)
    return found


def _compiled(texts: tuple[bytes, ...]) -> _Database:
    import hyperscan  # noqa: PLC0415  only large contents pay for it

    database = hyperscan.Database()
    database.compile(
        expressions=["".join(f"\\x{byte:02x}" for byte in text).encode() for text in texts],
        ids=list(range(len(texts))),
        elements=len(texts),
        flags=[0] * len(texts),
    )
    return database, texts
