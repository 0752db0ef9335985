"""A sentence that remembers what it was made of, so that a reader hears it in another language than English."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Self


class Sentence(str):
    """An English sentence with its values in place; `pattern` and `values` say how it was made.

    A value may be a sentence itself. As a string it is the English: what JSON documents and exceptions hold.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> Self:
        """Fill the pattern's `{names}` in; raises KeyError for one without a value."""
        made = super().__new__(cls, pattern.format(**values))
        made.pattern = pattern
        made.values = values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Let a copy in another process be made of the same parts."""
        return (self.pattern,), dict(self.values)

    def through(self, change: Callable[[str], str]) -> Sentence:
        """Return the sentence with every text among its values changed; its own words stay."""
        return Sentence(self.pattern, **{name: _changed(value, change) for name, value in self.values.items()})


def joined(parts: Iterable[str]) -> str:
    """Return `a, b, c` as one sentence, the joints in the reader's language; empty for no parts."""
    return _folded(parts, lambda one, other: Sentence("{one}, {other}", one=one, other=other))


def either(parts: Iterable[str]) -> str:
    """Return `a or b or c` as one sentence; empty for no parts."""
    return _folded(parts, lambda one, other: Sentence("{one} or {other}", one=one, other=other))


def _folded(parts: Iterable[str], joint: Callable[[str, str], str]) -> str:
    first, *rest = [*parts] or [""]
    return functools.reduce(joint, rest, first)


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, Sentence):
        return value.through(change)
    return change(value) if isinstance(value, str) else value
