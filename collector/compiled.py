"""Compiles this program's patterns, and keeps what that came to: compiling hundreds takes longer than a short text.

Python has no public way to keep a compiled pattern. `_sre.compile`, in which `re.compile` ends, takes the numbers that
one was compiled to and checks them (CPython, Lib/re/_compiler.py); it is some fifty times as quick. Only what comes
back equal is kept; where anything about it is not as expected, patterns are compiled as always.
"""

from __future__ import annotations

import array
import atexit
import functools
import marshal
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from collector.cache import cached, can_keep, keep
from collector.frozen import digest

MOST_KEPT = 1500
"""Patterns, and texts made of them, after which what earlier versions of this program used is forgotten."""

_NUMBER: Final = "I"
_Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, the numbers in bytes, read when they are asked for, and how many groups there are, by name and by number."""

_UNEXPECTED = (ArithmeticError, AttributeError, ImportError, LookupError, RuntimeError, TypeError, ValueError)
"""What a Python may raise whose compiled patterns are others."""
_new: dict[tuple[str, int], re.Pattern[str]] = {}
"""What this run had to compile."""
_derived: dict[str, str] = {}
"""What it had to derive."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return `re.compile` of a pattern that is the same in every run."""
    row = _kept().get(_key(pattern, flags))
    if isinstance(row, tuple):
        try:
            return _thawed(pattern, row)
        except _UNEXPECTED:
            pass
    return _new.setdefault((pattern, flags), re.compile(pattern, flags))


def derived(pattern: re.Pattern[str], make: Callable[[re.Pattern[str]], str], made_by: str) -> str:
    """Return the text that is made of a pattern, the same in every run; `made_by` tells in which version."""
    key = f"{made_by} {_key(pattern.pattern, pattern.flags)}"
    kept = _kept().get(key) or _derived.get(key)
    return kept if isinstance(kept, str) else _derived.setdefault(key, make(pattern))


@atexit.register
def keep_compiled() -> None:
    """Keep for the next run what this one had to compile; processes of a pool end without."""
    if not (_new or _derived) or not can_keep():
        return
    _kept.cache_clear()  # another run may have kept some meanwhile
    kept = _kept() if len(_kept()) <= MOST_KEPT else {}
    keep(_name(), marshal.dumps({**kept, **dict(_rows()), **_derived}))
    _new.clear()
    _derived.clear()


def _rows() -> Iterator[tuple[str, _Row]]:
    """Yield the rows of those new patterns that come back equal."""
    for asked, pattern in _new.items():
        try:
            row = _frozen(pattern)
            if _thawed(pattern.pattern, row) == pattern:
                yield _key(*asked), row
        except _UNEXPECTED:
            continue


@functools.cache
def _kept() -> dict[str, _Row | str]:
    content = cached(_name())
    try:
        # Of the same Python, in a file that no other user can have written: the quickest way to hundreds of rows.
        return dict(marshal.loads(content)) if content else {}  # noqa: S302
    except (EOFError, TypeError, ValueError):
        return {}


@functools.cache
def _name() -> str:
    return f"patterns-{digest(sys.version, sys.byteorder, str(sys.maxsize), Path(__file__))}.marshal"


def _key(pattern: str, flags: int) -> str:
    return f"{int(flags)} {pattern}"


def _thawed(pattern: str, row: _Row) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]  # noqa: PLC0415  CPython's own

    flags, content, groups, by_name, by_number = row
    numbers = array.array(_NUMBER, content).tolist()
    thawed: re.Pattern[str] = _sre.compile(pattern, flags, numbers, groups, by_name, tuple(by_number))
    return thawed


def _frozen(pattern: re.Pattern[str]) -> _Row:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    numbers = array.array(_NUMBER, map(int, _compiler._code(tree, pattern.flags)))  # noqa: SLF001
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in pattern.groupindex.items():
        by_number[number] = name
    return pattern.flags, numbers.tobytes(), pattern.groups, dict(pattern.groupindex), tuple(by_number)
