"""The page stays within its budget for real clusters, and shows all of them."""

import tempfile
from pathlib import Path

import pytest
from given import NOW, captured

from collector.report.pages import pages
from collector.run import Contents
from collector.simulator import Simulator
from collector.simulator.topologies import cluster


def collected(nodes: int, shards: int) -> Contents:
    with Simulator(cluster(nodes, shards), now=NOW) as service, tempfile.TemporaryDirectory() as folder:
        return captured({"with": ["db-stats"]}, service, Path(folder)).contents


@pytest.mark.parametrize(("nodes", "shards", "budget"), [(8, 4, 500_000), (64, 32, 2_000_000)])
def test_the_budget_holds_and_nothing_is_left_out(nodes: int, shards: int, budget: int) -> None:
    written = {page.name: page.content for page in pages(collected(nodes, shards))}
    html = written["summary.html"].decode()
    assert len(html.encode()) <= budget
    assert f"coreapp-{nodes - 2}" in html
    assert "not shown, see the file" not in html
