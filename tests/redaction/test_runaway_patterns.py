"""A pattern of the owner's that does not come to an end is ended; what it was to look at does not pass."""

import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from collector import Redactor
from collector.redaction import pattern_worker
from collector.redaction.patterns import Patterns, RunawayPatternError

SLOW = re.compile("z(?:x|y|xy|yx){1,60}q")
ENDLESS = "z" + "xy" * 60
RULES = """
version: 1
rules:
  - name: slow-one
    match: 'z(?:x|y|xy|yx){1,60}q'
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
        interrupted.setattr(select, "select", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            patterns.spans(SLOW, "zxq", "slow")
    assert patterns.spans(re.compile("b+"), "abba", "quick") == [(1, 3)]
    patterns.close()


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


def test_a_library_call_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text(RULES)
    redactor = Redactor.from_file(tmp_path / "own.yaml")
    monkeypatch.setattr(redactor._engine.scanner, "_patterns", Patterns(deadline=0.5))
    with pytest.raises(RunawayPatternError):
        redactor.redact_text(ENDLESS)
