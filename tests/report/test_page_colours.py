"""Every text can be read on its ground, in light and in dark: WCAG 2.2, 1.4.3, at least 4.5 to 1."""

import re

import pytest

from collector.resources import template_text

PAIRS = (
    *((ink, ground) for ink in ("ink", "quiet", "link") for ground in ("ground", "sheet", "soft")),
    *((level, ground) for level in ("critical", "warning", "info", "good") for ground in ("ground", "sheet", "soft")),
    ("critical", "critical-ground"),
    ("warning", "warning-ground"),
    ("info", "info-ground"),
    ("ink", "critical-ground"),
    ("ink", "warning-ground"),
    ("quiet", "warning-ground"),
    ("ink", "mark"),
    ("quiet", "mark"),
    ("link", "mark"),
)


def _colours(scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", template_text("summary.css"), re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[0 if scheme == "light" else 1]))


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(ink: str, ground: str, scheme: str) -> None:
    colours = _colours(scheme)
    darker, lighter = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
