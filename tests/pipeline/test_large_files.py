"""Large files go through the rules in parts, over processes, and come out as if they had gone through in one piece."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks import mixed_logs
from collector.errors import OutputError
from collector.pipeline import passes, redact, steps, work
from collector.settings import Settings, settle
from collector.sources.folder import File

SECRET = "tulip-9-Marmalade"


@pytest.fixture(autouse=True)
def small_parts_in_one_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(work, "PART", 48 * 1024)
    monkeypatch.setattr(steps, "WORTH_PROCESSES", 64 * 1024)
    monkeypatch.setattr(steps, "_processors", lambda: 1)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "app.log"
    path.write_bytes(
        b"first: the gateway began with " + SECRET.encode() + b" again\n" + mixed_logs.sample(300_000)
        + f"WA_DB_PASSWORD={SECRET}\n".encode()
    )  # fmt: skip
    return path


def settled() -> Settings:
    return settle({"key_scope": "site"})


def cleaned(path: Path) -> bytes:
    with redact.redacted_file(path, settled()) as (content, told):
        assert content is not None, told.withheld
        return content.read()


@pytest.fixture(params=[1, 2], ids=["here", "elsewhere"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "_processors", lambda: request.param)


def test_any_number_of_processes_gives_the_same(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results = set()
    for number in (1, 2, 3):
        monkeypatch.setattr(steps, "_processors", lambda number=number: number)
        results.add(cleaned(log))
    monkeypatch.setattr(work, "PART", 1 << 20)
    results.add(cleaned(log))
    assert len(results) == 1


@pytest.mark.usefixtures("processes")
def test_what_the_last_part_tells_is_gone_from_the_first(log: Path) -> None:
    clean = cleaned(log)
    assert clean.startswith(b"first: the gateway began with [secret] again\n")
    assert clean.endswith(b"WA_DB_PASSWORD=[secret]\n")
    assert len(clean.splitlines()) == len(log.read_bytes().splitlines())


@pytest.mark.usefixtures("processes")
def test_a_part_that_must_not_pass_withholds_the_file(log: Path, tmp_path: Path) -> None:
    content = log.read_bytes()
    log.write_bytes(content[:150_000] + b"\0" + content[150_000:])
    told = redact.redact_file(log, settled(), tmp_path / "clean.log")
    assert [withheld.reason for withheld in told.withheld] == ["it is binary: nobody can say what it holds"]
    assert not (tmp_path / "clean.log").exists()


ROWS = [f"tulip-{number:05d}-Xq9" for number in range(1_500)]
WIDE = "of the first floor " * 6
"""Makes few rows reach as far as many: it is the distance that tells, not how many passwords there are."""


@pytest.mark.parametrize(
    "table",
    [
        "user,password,since\n" + "".join(f"{WIDE},{row},2026\n" for row in ROWS),
        '"user";"password"\r\n' + "".join(f'"a;{WIDE}";"{row}"\r\n' for row in ROWS),
        "| user | password |\n|------|------|\n" + "".join(f"| {WIDE} | {row} |\n" for row in ROWS),
        "INSERT INTO users (name, password) VALUES\n" + ",\n".join(f"('{WIDE}', '{row}')" for row in ROWS) + ";\n",
    ],
    ids=["commas", "quoted, CRLF", "ruled", "insertion"],
)
def test_rows_are_read_with_the_line_that_names_their_columns_however_far_up_it_stands(
    table: str, tmp_path: Path
) -> None:
    path = tmp_path / "dump.log"
    path.write_text("before\n" * 6000 + table + "after, 12, 13\n" * 3000)
    clean = cleaned(path)
    assert b"tulip-" not in clean
    assert clean.endswith(b"after, 12, 13\n" * 3000)


def test_a_manifest_is_read_as_far_as_its_kind_reaches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "".join(f"  extra{number:04d}: tulip-{number:04d}-Xq9\n" for number in range(2_200))
    path = tmp_path / "manifest.log"
    path.write_text("before\n" * 300 + "---\nkind: Secret\ndata:\n" + entries + "---\n" + "after\n" * 9000)
    in_parts = cleaned(path)
    monkeypatch.setattr(work, "PART", 1 << 20)
    assert in_parts == cleaned(path)


def test_places_are_lines_of_the_whole_file(log: Path) -> None:
    told = redact.would_redact([log], settled())
    last = len(log.read_bytes().splitlines())
    assert (told.places[0].place, told.places[0].mark) == ("1:31", "[secret]")
    assert told.places[-1].place == f"{last}:16"
    assert sum(told.removed.values()) == len(told.places)


def test_a_large_document_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    path.write_text(json.dumps({"rows": [{"wa_id": 4915112345678, "n": n} for n in range(4000)]}, indent=1))
    document = json.loads(cleaned(path))
    assert {row["wa_id"][:7] for row in document["rows"]} == {"[phone:"}
    assert [row["n"] for row in document["rows"]] == list(range(4000))


def test_a_document_too_large_for_one_piece_is_read_as_lines_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "WHOLE", 100_000)
    path = tmp_path / "big.json"
    path.write_text(json.dumps({"rows": [{"password": f"tulip-{n}-Marmalade"} for n in range(4000)]}, indent=1))
    told = redact.redact_file(path, settled(), tmp_path / "clean.json")
    assert "read as lines" in told.notes[0]
    assert b"Marmalade" not in (tmp_path / "clean.json").read_bytes()
    assert told.removed == {"credentials": 4000}


@pytest.mark.parametrize("begin", ["[2026-11-23 08:45:12,120] ", "[4711] ", "[INFO] ", "{svc} "])
def test_a_log_whose_lines_begin_with_a_bracket_is_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: str
) -> None:
    monkeypatch.setattr(work, "WHOLE", 100_000)
    path = tmp_path / "app.log"
    path.write_text(f"{begin}took 15 ms\n" * 6000)
    assert redact.redact_file(path, settled(), tmp_path / "clean.log").notes == ()


def test_a_file_that_shrinks_is_withheld(log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = redact._planned(File(log.parent, log.name, str(log)))
    log.write_bytes(log.read_bytes()[:100_000])
    monkeypatch.setattr(redact, "_named", lambda path: planned)
    told = redact.redact_file(log, settled(), tmp_path / "clean.log")
    assert [withheld.reason for withheld in told.withheld] == [
        "it changed while it was read; next: copy it first, and redact the copy"
    ]


def test_where_the_clean_content_cannot_wait_it_is_said(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "IN_MEMORY", 1)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(OutputError, match="could not be kept until all of it has passed: No such file"):
        cleaned(log)


@pytest.mark.parametrize(("output", "why"), [("gone/clean.log", "No such file"), ("app.log", "File exists")])
def test_where_nothing_can_be_written_nothing_is_read(log: Path, output: str, why: str) -> None:
    heard: list[tuple[str, int, int]] = []
    with pytest.raises(OutputError, match=why):
        redact.redact_file(log, settled(), log.parent / output, watch=lambda *told: heard.append(told))
    assert heard == []


def test_progress_ends_with_all_of_it(log: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    redact.would_redact([log], settled(), watch=lambda *told: heard.append(told))
    size = log.stat().st_size
    assert [told for told in heard if told[1] == size] == [(d, size, size) for d in ("looking", "counting", "cleaning")]


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "app.log").write_bytes(mixed_logs.sample(3 << 20) * 8)
    terminal, shown_on = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "collector", "redact", str(tmp_path / "app.log"), "-o", str(tmp_path / "clean.log")],
        stderr=shown_on,
        env={**os.environ, "NO_COLOR": "1"},
    )
    os.close(shown_on)
    told = b""
    while b"MB" not in told:
        told += os.read(terminal, 1024)
    process.send_signal(signal.SIGINT)
    with suppress(OSError):  # a terminal on which nobody writes any more has no end of file
        while more := os.read(terminal, 1024):
            told += more
    os.close(terminal)
    assert process.wait(timeout=120) == 130
    assert told.decode().rstrip().endswith("error: interrupted: no file was written")
    assert {path.name for path in tmp_path.iterdir()} - {"state"} == {"app.log"}
