"""Prints how fast logs are redacted, as ratios of work measured side by side in this run: `make benchmark`.

Pieces of work are done in turn, several times, and the medians are compared; `sos clean` where it is installed.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from unittest import mock

from benchmarks import mixed_logs
from collector import Redactor
from collector.bundle.residue import Wanted, search, wanted
from collector.model import KnownValues
from collector.redaction import decode, opaque
from collector.redaction.detector import Options
from collector.redaction.rules import RuleSet

ROUNDS = 5
BASELINE_BYTES = 1 << 19
OURS_BYTES = 16 << 20
WITHOUT_BYTES = 4 << 20
FILE_BYTES = 128 << 20
REPEATED_BYTES = 8 << 20
SOS_BYTES = 8 << 20
JSON_BYTES = 4 << 20
JSON_FILE_BYTES = 16 << 20
REAL_LOGS = "loghub.tar.gz"
REAL_LINES_EACH = 20
"""Every so many-th line of a log is enough for what takes a hundred times as long."""
SMALL_FILES = (2_000, 8_000)


def main() -> None:
    print(
        f"Python {platform.python_version()}, hyperscan {version('hyperscan')}, {os.cpu_count()} cores, {_processor()}"
    )
    print(f"mixed logs of benchmarks/mixed_logs.py, {mixed_logs.SENSITIVE:.0%} of the lines sensitive\n")
    with tempfile.TemporaryDirectory() as folder:
        _print_engine()
        _print_real_logs()
        _print_files(Path(folder))
        _print_documents(Path(folder))
        _print_folders(Path(folder))
        _print_start(Path(folder))


def _print_engine() -> None:
    redactor = Redactor.from_file()
    _stream(redactor, mixed_logs.sample(2 << 20))
    small, large = mixed_logs.sample(BASELINE_BYTES), mixed_logs.sample(OURS_BYTES)
    lines = small.decode().splitlines()
    clean, values = _cleaned(redactor, large)
    without, plain, part = Redactor.from_file(), Redactor.from_file(), large[:WITHOUT_BYTES]
    _stream_without_hyperscan(without, part)
    _stream_undecoded(plain, part)
    baseline, ours, undecoded, others, searched = _interleaved(
        lambda: _rule_by_rule(redactor.rules, lines),
        lambda: _stream(redactor, large),
        lambda: _stream_undecoded(plain, large),
        lambda: _stream_without_hyperscan(without, part),
        lambda: search("mixed.log", clean, values),
    )
    slow, fast, other = len(small) / baseline / 1e6, len(large) / ours / 1e6, len(part) / others / 1e6
    print("| work, one core, CPU time | MB/s | times the baseline |\n| --- | --- | --- |")
    print(f"| `re`, rule by rule, line by line, find only, nothing decoded | {slow:.2f} | 1 |")
    print(f"| `Redactor.redact_stream`, everything on | {fast:.1f} | {fast / slow:.1f} |")
    bare = len(large) / undecoded / 1e6
    print(f"| the same, nothing decoded | {bare:.1f} | {bare / slow:.1f} |")
    print(f"| everything on where Hyperscan is not installed | {other:.1f} | {other / slow:.1f} |")
    print(f"\nsearch of the finished bytes: {searched / ours:.2f} times the redaction's own time")


def _print_real_logs() -> None:
    """Compare on logs that programs wrote, where a folder of them is named: nearly every line has a host or address."""
    if corpora := os.environ.get("CORPORA"):
        logs = _logs_in(Path(corpora) / REAL_LOGS)
        lines = [line for log in logs for line in log.decode("utf-8", "replace").splitlines()[::REAL_LINES_EACH]]
        redactor = Redactor.from_file()
        _stream(redactor, mixed_logs.sample(2 << 20))
        baseline, ours = _interleaved(
            lambda: _rule_by_rule(redactor.rules, lines), lambda: [_stream(redactor, log) for log in logs], rounds=3
        )
        slow = sum(len(line) + 1 for line in lines) / baseline / 1e6
        fast = sum(map(len, logs)) / ours / 1e6
        print(
            f"\n{REAL_LOGS}, {len(logs)} logs, {sum(map(len, logs)) / 1e6:.1f} MB: `redact_stream` {fast:.2f} MB/s,"
            f" {fast / slow:.1f} times `re`"
        )


def _logs_in(archive: Path) -> list[bytes]:
    with tarfile.open(archive) as packed:
        files = (packed.extractfile(member) for member in packed if member.name.endswith(".log"))
        return [file.read() for file in files if file]


def _print_files(folder: Path) -> None:
    """Compare whole commands on one file by the clock on the wall: both passes and the search on all cores; tar."""
    path = folder / "mixed.log"
    path.write_bytes(mixed_logs.sample(FILE_BYTES))
    works = {
        "tar": lambda: _tar(path),
        "redact": lambda: _run("-m", "collector", "redact", str(path), "-o", str(folder / "clean.log")),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(3):
        for name, work in works.items():
            before = time.monotonic()
            work()
            taken[name].append(time.monotonic() - before)
            (folder / "clean.log").unlink(missing_ok=True)
    tar, redact = (statistics.median(taken[name]) for name in ("tar", "redact"))
    size = path.stat().st_size / 1e6
    print(
        f"\n`collect-bundle redact` of {size:.0f} MB, all cores: {size / redact:.1f} MB/s, {redact / tar:.1f} times the"
    )
    print(f"time of `tar czf` ({size / tar:.1f} MB/s); all its processes together took {_peak(path):.0f} MiB at most,")
    path.write_bytes(mixed_logs.sample(REPEATED_BYTES) * (FILE_BYTES // REPEATED_BYTES))
    print(f"and {_peak(path):.0f} MiB where the values of {REPEATED_BYTES >> 20} MiB repeat")
    if sos := shutil.which("sos"):
        part = folder / "part.log"
        part.write_bytes(mixed_logs.sample(SOS_BYTES))
        speed = part.stat().st_size / 1e6 / _sos(sos, folder, part)
        print(
            f"`sos clean` of {SOS_BYTES >> 20} MiB: {speed:.2f} MB/s;"
            f" `redact` is {size / redact / speed:.1f} times as fast"
        )


def _peak(path: Path) -> float:
    """Return the MiB of memory that the processes of `redact` take together, looked at five times a second."""
    process = subprocess.Popen(
        [sys.executable, "-m", "collector", "redact", str(path), "-o", f"{path}.again"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(0.2)
    again = Path(f"{path}.again")
    shutil.rmtree(again) if again.is_dir() else again.unlink(missing_ok=True)
    return peak / (1 << 20)


def _resident(pid: int) -> int:
    """Return the bytes in memory of a process and all below it, what they share counted once (proc(5))."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))
    return own + sum(_resident(int(child)) for child in below)


def _print_documents(folder: Path) -> None:
    redactor = Redactor.from_file()
    print()
    for every in (1, 20):
        text = _document(JSON_BYTES, every)
        loaded, redacted = _interleaved(partial(json.loads, text), partial(redactor.redact_text, text), rounds=3)
        print(
            f"JSON of {len(text) / 1e6:.0f} MB, a phone in one row of {every}:"
            f" {loaded / redacted:.3f} of the speed of json.loads, {len(text) / redacted / 1e6:.2f} MB/s"
        )
    path = folder / "rows.json"
    path.write_text(_document(JSON_FILE_BYTES, 20))
    size = path.stat().st_size
    print(f"`redact` of such a document of {size / 1e6:.0f} MB took {_peak(path):.0f} MiB")


def _print_folders(folder: Path) -> None:
    for count in SMALL_FILES:
        small = folder / str(count)
        small.mkdir()
        for number, line in enumerate(mixed_logs.sample(count * 160).splitlines()[:count]):
            (small / f"{number}.log").write_bytes(line)
        before = time.monotonic()
        _run("-m", "collector", "redact", str(small), "-o", f"{small}.clean")
        each = (time.monotonic() - before) / count
        print(f"`redact` of a folder of {count:,} files of a line: {each * 1000:.1f} ms a file, {_peak(small):.0f} MiB")


def _document(size: int, every: int) -> str:
    """Return a document of rows; one of so many holds a phone number."""
    numbers = (f"49151{n:08}" if n % every == 0 else "none" for n in range(size // 70))
    rows = [{"id": n, "wa_id": wa_id, "status": "ok", "bytes": n * 977} for n, wa_id in enumerate(numbers)]
    return json.dumps({"rows": rows})


def _print_start(folder: Path) -> None:
    path = folder / "one.log"
    path.write_bytes(mixed_logs.sample(1024))
    nothing, one = _interleaved(lambda: _run("-c", "pass"), lambda: _run("-m", "collector", "redact", str(path)))
    print(f"\n`collect-bundle redact` of 1 KB: {one / nothing:.1f} times `python -c pass`")


def _interleaved(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median CPU seconds of each work, its children's included."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
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


def _stream_undecoded(redactor: Redactor, content: bytes) -> None:
    """Redact as if the rules read texts only as they stand; there is no such option."""
    with (
        mock.patch.multiple(decode, HEADS=(), views=lambda view: iter((view,)), undecoded=lambda view: ()),  # noqa: ARG005
        mock.patch.multiple(opaque, HEADS=(), tokens=lambda text: ()),  # noqa: ARG005
    ):
        _stream(redactor, content)


def _stream_without_hyperscan(redactor: Redactor, content: bytes) -> None:
    found = importlib.util.find_spec
    with mock.patch.object(importlib.util, "find_spec", lambda name: None if name == "hyperscan" else found(name)):
        _stream(redactor, content)


def _cleaned(redactor: Redactor, content: bytes) -> tuple[bytes, Wanted]:
    clean = io.BytesIO()
    redactor.redact_stream(io.BytesIO(content), clean)
    values = tuple(f"s3cr3t-{n:05}-of-a-thousand" for n in range(1000))
    return clean.getvalue(), wanted(KnownValues(frozenset(values), frozenset()))


def _tar(path: Path) -> None:
    subprocess.run(["tar", "czf", f"{path}.tar.gz", "-C", str(path.parent), path.name], check=True)


def _sos(sos: str, folder: Path, path: Path) -> float:
    """Return the seconds `sos clean` takes for a folder with the file in it, as an unpacked report."""
    report = folder / "sosreport-host-2026-11-26-abcdefg"
    for name in ("sos_commands", "sos_logs", "sos_reports"):
        (report / name).mkdir(parents=True)
    (report / "sos_reports" / "manifest.json").write_text('{"components": {"report": {"sections": {}}}}')
    shutil.copy(path, report / "sos_commands" / "mixed.log")
    before = time.monotonic()
    subprocess.run(
        [sos, "clean", "--batch", "--no-update", "--tmp-dir", str(folder), str(report)], check=True, capture_output=True
    )
    return time.monotonic() - before


def _run(*arguments: str) -> None:
    # As an installed package runs: with its bytecode.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=env)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


if __name__ == "__main__":
    main()
