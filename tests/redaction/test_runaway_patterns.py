"""A pattern of the owner's that does not come to an end is ended; what it was to look at does not pass."""

import os
import re
import select
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from collector import Redactor
from collector.redaction import pattern_worker
from collector.redaction.patterns import Patterns, RunawayPatternError

SLOW = re.compile("z[xy]{1,500}[xy]{0,500}[xy]{0,500}[xy]{0,500}q")
ENDLESS = "z" + "xy" * 1000
RULES = """
version: 1
rules:
  - name: slow-one
    match: 'z[xy]{1,500}[xy]{0,500}[xy]{0,500}[xy]{0,500}q'
    keywords: [z]
    examples:
      - {text: zxq, becomes: "[slow-one]"}
      - {text: zq, unchanged: true}
"""


def test_a_match_is_found_at_its_offsets() -> None:
    patterns = Patterns()
    text = "\u00e9\U0001f600 zxyq \ud800 zxq"
    found = patterns.spans(SLOW, text, "slow")
    assert [text[start:end] for start, end in found] == ["zxyq", "zxq"]
    patterns.close()


def test_a_pattern_that_runs_away_is_ended_and_the_next_one_runs() -> None:
    patterns = Patterns(deadline=0.5)
    with pytest.raises(RunawayPatternError, match=r"the rule slow .* within 0.5 s"):
        patterns.spans(SLOW, ENDLESS, "slow")
    assert patterns.spans(re.compile("b+"), "abba", "quick") == [(1, 3)]
    patterns.close()


@pytest.mark.parametrize("text", ["b", "b" * (8 << 20)], ids=["short", "longer than a pipe holds"])
def test_a_process_that_is_stopped_is_ended_at_the_deadline_and_the_next_one_runs(text: str) -> None:
    patterns = Patterns(deadline=0.5)
    patterns.spans(SLOW, "zxq", "slow")
    process = patterns._process
    assert process is not None
    process.send_signal(signal.SIGSTOP)
    guard = threading.Timer(120, process.kill)
    guard.start()
    with pytest.raises(RunawayPatternError, match=r"within 0.5 s"):
        patterns.spans(re.compile("b+"), text, "quick")
    assert guard.is_alive(), "it waited until the process was ended from outside"
    guard.cancel()
    assert patterns.spans(re.compile("b+"), "abba", "quick") == [(1, 3)]
    patterns.close()


def test_its_process_ends_with_it() -> None:
    patterns = Patterns()
    patterns.spans(SLOW, "zxq", "slow")
    process = patterns._process
    assert process is not None
    assert process.poll() is None
    del patterns
    assert process.wait(timeout=10) != 0


def test_an_answer_nobody_waited_for_is_not_heard_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = Patterns()
    with monkeypatch.context() as interrupted:
        interrupted.setattr(select, "select", interrupted_where_it_waits_for_an_answer)
        with pytest.raises(KeyboardInterrupt):
            patterns.spans(SLOW, "zxq", "slow")
    assert patterns.spans(re.compile("b+"), "abba", "quick") == [(1, 3)]
    patterns.close()


def interrupted_where_it_waits_for_an_answer(answers: list[object], questions: list[object], *_: object) -> object:
    if answers:
        raise KeyboardInterrupt
    return [], questions, []


def test_its_process_ends_itself_where_nobody_is_left_to_end_it() -> None:
    worker = subprocess.Popen(
        [sys.executable, "-I", "-S", pattern_worker.__file__, "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert worker.stdin is not None
    worker.stdin.write(pattern_worker.HEADER.pack(len(SLOW.pattern), len(ENDLESS)) + (SLOW.pattern + ENDLESS).encode())
    worker.stdin.close()
    assert worker.wait(timeout=30) == -signal.SIGALRM


def test_the_file_is_withheld_and_all_others_pass(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "bad.log").write_text(f"queue {ENDLESS}\n")
    (logs / "good.log").write_text("saw zxyq at +4915112345678\n")
    (tmp_path / "own.yaml").write_text(RULES)
    ran = run("redact", "logs", "-o", "clean", "--rules", "own.yaml")
    assert ran.code == 8
    assert "bad.log was withheld: the pattern of the rule slow-one did not come to an end" in ran.err
    assert (tmp_path / "clean/good.log").read_text().startswith("saw [slow-one] at [phone:")
    assert [path.name for path in (tmp_path / "clean").iterdir() if "bad" in path.name] == ["bad.log.withheld.txt"]


def test_a_file_whose_pattern_is_stopped_from_outside_is_withheld_and_all_others_pass(tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    for number in range(20):
        (logs / f"{number}.log").write_text(("took 15 ms\n" * 20 + "saw zxyq again\n") * 40)
    (tmp_path / "own.yaml").write_text(RULES)
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    # Its examples are run by this, and no more by what follows.
    subprocess.run([sys.executable, "-m", "collector", "rules", "check", tmp_path / "own.yaml"], env=env, check=True)
    program = subprocess.Popen(
        [sys.executable, "-m", "collector", "redact", logs, "-o", tmp_path / "clean", "--rules", tmp_path / "own.yaml"],
        stderr=subprocess.PIPE,
        env=env,
    )
    try:
        os.kill(matching_below(program), signal.SIGSTOP)
        _, told = program.communicate(timeout=120)
    finally:
        program.kill()
    assert program.returncode == 8
    assert told.decode().count("was withheld: the pattern of the rule slow-one did not come to an end within 10 s") == 1
    clean = [path.name for path in (tmp_path / "clean").iterdir()]
    assert (len(clean), sum(name.endswith(".log.withheld.txt") for name in clean)) == (20, 1)


def matching_below(program: subprocess.Popen[bytes]) -> int:
    """Return the process below one that matches patterns, as soon as it is there."""
    while program.poll() is None:
        for child in map(int, Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()):
            with suppress(OSError):
                if b"pattern_worker" in Path(f"/proc/{child}/cmdline").read_bytes():
                    return child
    raise AssertionError("it ended without one")


def test_a_library_call_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text(RULES)
    redactor = Redactor.from_file(tmp_path / "own.yaml")
    monkeypatch.setattr(redactor._engine.scanner, "_patterns", Patterns(deadline=0.5))
    with pytest.raises(RunawayPatternError):
        redactor.redact_text(ENDLESS)
