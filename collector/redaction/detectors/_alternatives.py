"""Alternatives of a pattern by their first letters: `re` tries one a letter, not each of them at every place."""

from __future__ import annotations

from collections.abc import Iterable


def by_first_letter(alternatives: Iterable[str]) -> str:
    """Return a pattern of alternatives that begin with a letter each, which it may not repeat; their order stays."""
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        rests.setdefault(alternative[0], []).append(alternative[1:])
    return "|".join(first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items())
