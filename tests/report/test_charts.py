"""Charts are shapes alone: the same numbers give the same shapes, and no number leaves the frame."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.report.charts import Part, bar, columns, dot, stacked
from collector.report.svg import element

SHARES = st.floats(-2, 3)


def widths(svg: str, kind: str) -> list[float]:
    return [float(width) for width in re.findall(rf'<rect class="{kind}[^"]*"[^>]* width="([\d.]+)"', svg)]


def test_a_bar_is_as_long_as_its_share() -> None:
    assert bar(0.25, "critical") == (
        '<svg class="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100" height="10"/><rect class="fill critical" width="25" height="10"/></svg>'
    )


def test_the_least_that_is_more_than_nothing_can_be_seen() -> None:
    assert widths(bar(0), "fill") == [0]
    assert widths(bar(0.000_1), "fill") == [1]


def test_parts_stand_in_proportion() -> None:
    assert widths(stacked([Part(3, "collected"), Part(1, "warning")]), "fill") == [74.6, 24.6]
    assert widths(stacked([]), "fill") == []


def test_the_highest_column_fills_the_height() -> None:
    heights = re.findall(r'height="([\d.]+)"', columns([5, 10]))
    assert heights == ["5", "10"]


@given(place=SHARES, origin=SHARES)
def test_nothing_leaves_the_frame(place: float, origin: float) -> None:
    for svg in (dot(place, origin), bar(place, limits=(origin,))):
        for x, width in re.findall(r' x="([-\d.]+)"[^>]* width="([-\d.]+)"', svg):
            assert -0.01 <= float(x) <= float(x) + float(width) <= 100.01


@pytest.mark.parametrize("word", ["<script>", '" onload="x', "&lt;", "\x1b\u202e"])
def test_words_in_an_element_stay_words(word: str) -> None:
    svg = element("text", word, class_=word)
    assert re.fullmatch(r'<text class="[^"<>]*">[^"<>]*</text>', svg)
    assert svg.isprintable()
