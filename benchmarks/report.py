"""Prints how long findings and pages of a large cluster take, and how much memory: `make benchmark`.

The answers are collected from a simulated cluster; then a process of its own judges and renders them, five times from
its start, so that loading the program counts.
"""

from __future__ import annotations

import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from given import NOW, captured

from collector.simulator import Simulator
from collector.simulator.topologies import cluster

ROUNDS = 5
NODES, SHARDS = 64, 32
ALSO = (
    "app-stats-internal", "business-profile", "media-providers", "profile-about", "webhook-ca", "db-stats",
    "db-stats-internal",
)  # fmt: skip
JUDGE_AND_RENDER = """
import pickle, sys
from dataclasses import replace
from pathlib import Path
from collector.findings.judge import judge
from collector.report.pages import pages
contents = pickle.loads(Path(sys.argv[1]).read_bytes())
contents = replace(contents, findings=judge(contents))
written = {page.name: page.content for page in pages(contents)}
peak = next(l for l in Path("/proc/self/status").read_text().splitlines() if l.startswith("VmHWM"))
print(len(contents.members), len(contents.findings), len(written["summary.html"]), peak.split()[1])
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "contents"
        with Simulator(cluster(NODES, SHARDS), now=NOW) as service:
            saved.write_bytes(pickle.dumps(captured({"with": ALSO}, service, Path(folder)).contents))
        taken, told = [], ""
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            told = subprocess.run(
                [sys.executable, "-c", JUDGE_AND_RENDER, str(saved)], check=True, capture_output=True, text=True
            ).stdout
            taken.append(time.perf_counter() - begun)
    members, findings, size, peak = map(int, told.split())
    print(
        f"{NODES} nodes, {SHARDS} shards, {members} members collected: {findings} findings, summary.html {size:,} bytes"
    )
    print(
        f"judged and rendered in {statistics.median(taken):.2f} s with the start of Python, peak {peak / 1024:.0f} MiB"
    )


if __name__ == "__main__":
    main()
