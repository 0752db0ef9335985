"""Which lines may belong together: what a setting, an element or a command goes on to below, and where it began."""

from __future__ import annotations

import sys
from collections.abc import Callable

from collector.redaction.detector import Ranges

NEAR = 3
"""Lines on either side of a name that may hold what belongs to it, whatever they begin with."""
_GOES_ON = frozenset(" \t-\"'()[]}<>,|#")
"""What the further lines of lists, blocks, elements, rows to insert and commands begin with."""


def around(text: str, lines: Ranges) -> Ranges:
    """Return the lines that may belong together: three on either side, what goes on below, what it goes on from above.

    A line that is an object from brace to brace belongs to itself.
    """
    found: Ranges = []
    first = reached = 0
    for start, end in lines:
        if _is_object(text, start, end):
            found.append((start, end))
            continue
        # What goes on goes on to one place from wherever it is entered: nothing is walked twice.
        above, last = _near(text, start, _upwards), _near(text, end, _downwards)
        if above >= reached:
            first = _goes_on(text, above, _upwards)
        if last > reached:
            last = reached = _goes_on(text, last, _downwards)
        found.append((min(first, above), last))
    return found


def four_below(text: str, lines: Ranges) -> Ranges:
    """Return the lines with the four below each, as a protocol of lines has them that counts what follows."""
    found: Ranges = []
    for start, end in lines:
        last = end
        for _ in range(NEAR + 1):
            last = text.find("\n", last) + 1 or len(text)
        found.append((start, last))
    return found


def belonging(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Return the lines that a part of a text surely belongs to: its own, and those that go on from or to them.

    `around` returns all of these lines of every line in them; none further away than `reach` characters is looked at.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) + 1 or len(text)
    return (
        _goes_on(text, first, _upwards, start - reach, len(text)),
        _goes_on(text, last, _downwards, 0, end + reach),
    )


def near(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the lines of a part of a text with three on either side; `around` returns all of these, too."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) + 1 or len(text)
    return _near(text, first, _upwards), _near(text, last, _downwards)


def _is_object(text: str, start: int, end: int) -> bool:
    return text[start : start + 1] == "{" and text[start:end].rstrip().endswith("}")


def _upwards(text: str, start: int) -> int:
    """Return where the line before begins; the same place where there is none to go to."""
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    return start if start == 0 or _is_object(text, above, start) else above


def _downwards(text: str, end: int) -> int:
    """Return where the line after ends; the same place where there is none to go to."""
    below = text.find("\n", end) + 1 or len(text)
    return end if end >= len(text) or _is_object(text, end, below) else below


def _near(text: str, place: int, step: Callable[[str, int], int]) -> int:
    for _ in range(NEAR):
        place = step(text, place)
    return place


def _goes_on(text: str, place: int, step: Callable[[str, int], int], least: int = 0, most: int = sys.maxsize) -> int:
    while least <= place <= most and text[place : place + 1] in _GOES_ON and (further := step(text, place)) != place:
        place = further
    return place
