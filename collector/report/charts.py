"""Small charts as inline SVG: only shapes, for the words and figures stand beside them as text.

Every chart is 100 wide and stretches with its cell; shares lie between 0 and 1 and are held there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from collector.report.svg import element, joined

_HEIGHT = 10
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar: how much, and the class that colours it."""

    amount: float
    level: str


def bar(share: float, level: str = "", limits: Sequence[float] = ()) -> Markup:
    """Return a bar from the left; `limits` are upright lines across it. What is more than nothing can be seen."""
    held = _held(share)
    filled = max(1.0, held * 100) if held else 0
    lines = (element("rect", class_="limit", x=_held(at) * 99.2, y=0, width=0.8, height=_HEIGHT) for at in limits)
    return _chart(_track(), element("rect", class_=f"fill {level}".strip(), width=filled, height=_HEIGHT), *lines)


def stacked(parts: Sequence[Part]) -> Markup:
    """Return a bar divided in proportion, with a gap between its parts."""
    total = sum(part.amount for part in parts)
    shapes, left = [_track()], 0.0
    for part in parts if total > 0 else ():
        width = part.amount / total * 100
        shapes.append(
            element("rect", class_=f"fill {part.level}".strip(), x=left, width=max(0.5, width - 0.4), height=_HEIGHT)
        )
        left += width
    return _chart(*shapes)


def columns(values: Sequence[float]) -> Markup:
    """Return one column a value, the highest of full height; beyond 64 values the rest is left out."""
    shown = list(values[:_MOST_COLUMNS])
    top, width = max(shown, default=0), 100 / max(1, len(shown))
    heights = [max(0.6, _held(value / top) * _HEIGHT) if top > 0 else 0.6 for value in shown]
    gap = min(2.0, width / 4)
    return _chart(
        *(
            element("rect", class_="fill", x=n * width, y=_HEIGHT - h, width=width - gap, height=h)
            for n, h in enumerate(heights)
        )
    )


def dot(place: float, origin: float, level: str = "") -> Markup:
    """Return a line with a point at `place`, a stroke at `origin` and the way between the two."""
    at, zero = _held(place) * 98 + 1, _held(origin) * 98 + 1
    way = element("rect", class_=f"way {level}".strip(), x=min(at, zero), y=4, width=abs(at - zero), height=2)
    stroke = element("rect", class_="limit", x=zero - 0.4, y=0, width=0.8, height=_HEIGHT)
    point = element("rect", class_=f"fill {level}".strip(), x=at - 1, y=1.5, width=2, height=7, rx=1)
    return _chart(element("rect", class_="track", x=0, y=4.5, width=100, height=1), way, stroke, point)


def _chart(*shapes: Markup) -> Markup:
    return element(
        "svg",
        joined(*shapes),
        class_="chart",
        viewBox=f"0 0 100 {_HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def _track() -> Markup:
    return element("rect", class_="track", width=100, height=_HEIGHT)


def _held(share: float) -> float:
    return min(1.0, max(0.0, share))
