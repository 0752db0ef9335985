"""Finds heads with Hyperscan: all of a kind in one pass, in databases that are kept for the next run."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from collector.cache import cached, keep
from collector.redaction.head_patterns import unbounded


class HyperscanFinder:
    """Compiled databases of heads, each of a group."""

    def __init__(self, databases: list[_Database]) -> None:
        self._databases = databases

    @classmethod
    def kept(cls, groups: list[list[str]]) -> HyperscanFinder | None:
        """Return a finder of heads that were compiled before."""
        databases = []
        for part in _parts(groups):
            database = part.kept()
            if database is None:
                return None
            databases.append(database)
        return cls(databases)

    @classmethod
    def compiled(cls, groups: list[list[str]], *, lasting: bool) -> HyperscanFinder:
        """Return a finder of heads; what they were compiled to is kept where they are the same in every run."""
        return cls([part.compiled(lasting=lasting) for part in _parts(groups)])

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        """Return (offset of the last byte of a match, group) in order: at least one on every line with a head."""
        found = [end for database in self._databases for end in database.ends(data)]
        found.sort()
        return found


class _Database:
    """Some heads, compiled, each of a group."""

    def __init__(self, compiled: Any, group: list[int]) -> None:
        import hyperscan  # noqa: PLC0415  14 ms that only large texts pay

        self._compiled = compiled
        self._compiled.scratch = hyperscan.Scratch(compiled)
        self._group = group

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        add, group = found.append, self._group

        def hear(head: int, start: int, end: int, flags: int, context: object) -> None:  # noqa: ARG001
            add((end - 1, group[head]))

        self._compiled.scan(data, match_event_handler=hear)
        return found


class _Part(NamedTuple):
    """Heads of one kind and their groups."""

    heads: list[str]
    group: list[int]

    def kept(self) -> _Database | None:
        import hyperscan  # noqa: PLC0415

        content = cached(_name(self.heads))
        if content is None:
            return None
        try:
            return _Database(hyperscan.loadb(content, hyperscan.HS_MODE_BLOCK), self.group)
        except hyperscan.error:
            return None

    def compiled(self, *, lasting: bool) -> _Database:
        import hyperscan  # noqa: PLC0415

        database = hyperscan.Database()
        database.compile(
            expressions=[head.encode() for head in self.heads],
            ids=list(range(len(self.heads))),
            elements=len(self.heads),
            flags=[hyperscan.HS_FLAG_MULTILINE] * len(self.heads),
        )
        if lasting:
            keep(_name(self.heads), bytes(hyperscan.dumpb(database)))
        return _Database(database, self.group)


def _parts(groups: list[list[str]]) -> list[_Part]:
    """Return the heads by their kind: to look for each kind by itself takes an eighth less than for all together."""
    parts: dict[tuple[bool, bool], _Part] = {}
    for group, listed in enumerate(groups):
        for head in map(unbounded, listed):
            folds = head.startswith("(?i)")
            part = parts.setdefault((folds, head.removeprefix("(?i)").startswith("^")), _Part([], []))
            part.heads.append(head)
            part.group.append(group)
    return list(parts.values())


def _name(heads: list[str]) -> str:
    import platform  # noqa: PLC0415  what only large texts pay

    import hyperscan  # noqa: PLC0415

    made_from = json.dumps([getattr(hyperscan, "__version__", ""), platform.machine(), platform.node(), heads])
    return f"heads-{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.hs"
