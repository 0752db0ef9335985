"""Alternatives of a pattern by their first letters: `re` tries one a letter, not each of them at every place."""

from __future__ import annotations

from collections.abc import Iterable


def by_first_letter(alternatives: Iterable[str]) -> str:
    """Return a pattern of alternatives that begin with a letter each, or with one in either case: `[aA]`; no repeat.

    Which one of several matches stays the same: those with a first letter in common keep their order.
    """
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        length = len("[aA]") if alternative[0] == "[" else 1
        rests.setdefault(alternative[:length], []).append(alternative[length:])
    return "|".join(first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items())
