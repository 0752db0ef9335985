"""No detector is on the page of detectors without figures for what it finds and for what it leaves."""

import re
from pathlib import Path

import pytest

from collector.redaction.detectors import load

ROW = re.compile(r"\| `(?P<name>[a-z0-9-]+)` \| (?P<goes>\d+) \| [\d.]+ \| [\d.]+ \| (?P<stays>\d+) \| [\d.]+ \|")
MEASURED = {match["name"]: match for match in ROW.finditer(Path("docs/quality.md").read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", load())
def test_recall_and_innocence_of_every_detector_are_measured(name: str) -> None:
    assert int(MEASURED[name]["goes"]) >= 100
    assert int(MEASURED[name]["stays"]) >= 50
