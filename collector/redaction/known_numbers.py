"""Known numbers: where one stands in a text, its digits together or in groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from collector.compiled import compiled
from collector.redaction.detector import Ranges
from collector.redaction.heads import GrowingHeads, line_of, united
from collector.redaction.spans import Span, of_value, template
from collector.redaction.views import View

BEGINNING = 6
"""Digits by which numbers are looked for: few enough that numbers share them, enough that little else has them."""
_SEPARATORS = dict.fromkeys(map(ord, " \t-./()"))
# However long: one that ended after so many digits could end amid a number, and hide it behind others.
_NUMBERS = compiled(r"(?<!\d)\d(?:[ \t\-./()]{0,3}+\d){7,}+")
_GROUP = compiled(r"\d+")
_MOST_DIGITS = 19
Listed = TypeVar("Listed", int, tuple[int, int])


class KnownNumbers:
    """Numbers by their E.164 digits, with what is found of each."""

    def __init__(self) -> None:
        self._found: dict[str, Span] = {}
        self._heads = GrowingHeads()
        """The first digits of numbers, which many have in common."""
        self._lengths: dict[str, tuple[int, ...]] = {}
        """How long the numbers with the same first digits are."""

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def digits(self) -> frozenset[str]:
        """Return the numbers that are searched for."""
        return frozenset(self._found)

    def learn(self, digits: str, span: Span) -> None:
        """Look for a number, too."""
        if digits in self._found:
            return
        self._found[digits] = template(span, digits)
        beginning = digits[:BEGINNING]
        if beginning not in self._lengths:
            self._heads.add(beginning)
        self._lengths[beginning] = with_another(self._lengths.get(beginning, ()), len(digits))

    def lines(self, text: str) -> Ranges:
        """Return the lines whose digits, joined over what separates groups, hold one of the numbers."""
        if not self._found:
            return []
        joined = text.translate(_SEPARATORS)
        places = self._heads.places(joined)
        if places is None:
            return united([line_of(text, *match.span()) for match in _NUMBERS.finditer(text) if self._holds(match)])
        found: Ranges = []
        start = at = 0
        for place, end in places:
            lengths = self._lengths[joined[place:end]]
            if not any(joined[place : place + length] in self._found for length in lengths):
                continue
            passed = joined.count("\n", at, place)
            if found and not passed:
                continue
            for _ in range(passed):
                start = text.find("\n", start) + 1
            found.append((start, text.find("\n", start) + 1 or len(text)))
            at = place
        return united(found)

    def spans(self, view: View) -> Iterator[Span]:
        """Yield every place of a number in a view."""
        for match in _NUMBERS.finditer(view.text) if self._found else ():
            if not self._may_hold(match.group()):
                continue
            for start, end, digits in _windows(match):
                number = digits if digits in self._found else digits.removeprefix("00")
                if number in self._found:
                    span = of_value(self._found[number], number)
                    for first, last in view.original(start, end):
                        yield span.at(first, last)

    def _holds(self, match: re.Match[str]) -> bool:
        return any(d in self._found or d.removeprefix("00") in self._found for _, _, d in _windows(match))

    def _may_hold(self, written: str) -> bool:
        """Tell whether digits in groups hold the beginning of one of the numbers."""
        digits = written.translate(_SEPARATORS)
        beginnings = (digits[at : at + BEGINNING] for at in range(len(digits) - BEGINNING + 1))
        return not self._lengths.keys().isdisjoint(beginnings)


@lru_cache(maxsize=4096)
def with_another(listed: tuple[Listed, ...], one: Listed) -> tuple[Listed, ...]:
    """Return what is listed with one more, the largest first; the same tuple for all that have the same ones."""
    found = set(listed)
    found.add(one)
    return tuple(sorted(found, reverse=True))


def _windows(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, digits) of every row of groups."""
    groups = [(m.start() + match.start(), m.end() + match.start(), m.group()) for m in _GROUP.finditer(match.group())]
    for first in range(len(groups)):
        digits = ""
        for last in range(first, len(groups)):
            digits += groups[last][2]
            if len(digits) > _MOST_DIGITS:
                break
            yield groups[first][0], groups[last][1], digits
