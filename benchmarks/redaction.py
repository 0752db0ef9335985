"""Prints how fast logs are redacted, as ratios of work measured side by side in this run: `make benchmark`.

Each piece of work is done five times in turn and the medians are compared; CPU time counts, so that a busy machine does
less harm.
"""

from __future__ import annotations

import io
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks import mixed_logs
from collector import Redactor
from collector.redaction.detector import Options
from collector.redaction.rules import RuleSet

ROUNDS = 5
BASELINE_BYTES = 1 << 19
OURS_BYTES = 16 << 20


def main() -> None:
    print(
        f"Python {platform.python_version()}, hyperscan {version('hyperscan')}, {os.cpu_count()} cores, {_processor()}"
    )
    print(f"mixed logs of benchmarks/mixed_logs.py, {mixed_logs.SENSITIVE:.0%} of the lines sensitive, one core\n")
    print("| work | MB/s | times the baseline |")
    print("| --- | --- | --- |")
    redactor = Redactor.from_file()
    _stream(redactor, mixed_logs.sample(2 << 20))
    small, large = mixed_logs.sample(BASELINE_BYTES), mixed_logs.sample(OURS_BYTES)
    lines = small.decode().splitlines()
    baseline, ours, packed = _interleaved(
        lambda: _rule_by_rule(redactor.rules, lines), lambda: _stream(redactor, large), lambda: _packed(large)
    )
    slow, fast, tar = len(small) / baseline / 1e6, len(large) / ours / 1e6, len(large) / packed / 1e6
    print(f"| `re`, rule by rule, line by line, find only, nothing decoded | {slow:.2f} | 1 |")
    print(f"| `Redactor.redact_stream`, everything on | {fast:.1f} | {fast / slow:.1f} |")
    print(f"| `tar czf` of the same file | {tar:.1f} | {tar / slow:.1f} |")
    print(f"\npeak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    nothing, one = _interleaved(lambda: _run("-c", "pass"), _redact_one)
    print(f"`collect-bundle redact` of 1 KB: {one / nothing:.1f} times `python -c pass`")


def _interleaved(*works: Callable[[], object]) -> list[float]:
    """Return the median CPU seconds of each work, its children's included."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, seconds in zip(works, taken, strict=True):
            before = os.times()
            work()
            after = os.times()
            seconds.append(sum(after[:4]) - sum(before[:4]))
    return [statistics.median(seconds) for seconds in taken]


def _rule_by_rule(rules: RuleSet, lines: list[str]) -> None:
    options = Options()
    for line in lines:
        for rule in rules.rules:
            if rule.detect:
                for _ in rule.detect.find(line, options):
                    pass


def _stream(redactor: Redactor, content: bytes) -> None:
    redactor.redact_stream(io.BytesIO(content), io.BytesIO())


def _packed(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mixed.log").write_bytes(content)
        subprocess.run(["tar", "czf", f"{folder}/mixed.tar.gz", "-C", folder, "mixed.log"], check=True)


def _redact_one() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.log"
        path.write_bytes(mixed_logs.sample(1024))
        _run("-m", "collector", "redact", str(path))


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


if __name__ == "__main__":
    main()
