"""Where any of many byte strings stands in some bytes: with Hyperscan where it pays, else by a table of all of them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

ONE_BY_ONE = 8
"""Texts up to which a pass for each is as quick as one for all of them."""
FEW = 64
SMALL = 64 * 1024


class Literals:
    """Byte strings to look for; compiled when they are first looked for in something large."""

    def __init__(self, texts: tuple[bytes, ...]) -> None:
        self._texts = texts
        self._lengths = sorted({len(text) for text in texts})
        self._table = frozenset(texts)
        self._database: Any = None

    def places(self, content: bytes) -> Iterator[int]:
        """Yield where one begins, in no order; a place may come twice."""
        if len(content) >= SMALL and len(self._texts) > ONE_BY_ONE and importlib.util.find_spec("hyperscan"):
            yield from self._together(content)
        elif len(self._texts) <= FEW:
            yield from self._one_by_one(content)
        else:
            for length in self._lengths:
                table = self._table
                yield from (at for at in range(len(content) - length + 1) if content[at : at + length] in table)

    def _one_by_one(self, content: bytes) -> Iterator[int]:
        for text in self._texts:
            start = content.find(text)
            while start >= 0:
                yield start
                start = content.find(text, start + 1)

    def _together(self, content: bytes) -> Iterator[int]:
        import hyperscan  # noqa: PLC0415  only large contents pay for it

        if self._database is None:
            self._database = hyperscan.Database()
            self._database.compile(
                expressions=["".join(f"\\x{byte:02x}" for byte in text).encode() for text in self._texts],
                ids=list(range(len(self._texts))),
                elements=len(self._texts),
                flags=[0] * len(self._texts),
            )
        ends: list[tuple[int, int]] = []
        add = ends.append

        def hear(number: int, start: int, end: int, flags: int, context: object) -> None:  # noqa: ARG001
            add((number, end))

        self._database.scan(content, match_event_handler=hear)
        for number, end in ends:
            yield end - len(self._texts[number])
