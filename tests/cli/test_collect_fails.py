"""`collect` that fails: the exit code, what failed and what to do, and no file left behind."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.cli.main import main
from collector.errors import ExitCode
from collector.simulator import Simulator, faults
from tests.conftest import account

Ca = Callable[[Simulator], Path]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_no_file_and_no_token(
    tmp_path: Path, ca_file: Ca, number: signal.Signals, code: int
) -> None:
    with Simulator("single-healthy", faults={"/v1/health": faults.Hang()}) as service:
        command = [sys.executable, "-m", "collector", "--url", service.url, "--ca-file", str(ca_file(service)), "-v"]
        env = {**os.environ, **account(service), "HOME": str(tmp_path)}
        process = subprocess.Popen(
            command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env={**env, "PYTHONPATH": str(Path.cwd())}
        )
        assert process.stderr is not None
        while "asking health" not in process.stderr.readline():
            pass
        process.send_signal(number)
        _, err = process.communicate(timeout=30)

        assert process.returncode == code
        assert "no file was written" in err
        assert "Traceback" not in err
        assert service.revoked == service.tokens != ()
        assert not list(tmp_path.glob("support-*"))


def test_a_bug_is_one_line_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("Tr0ub4dor&3xyz")

    monkeypatch.setattr("collector.pipeline.verify.verify", broken)

    with pytest.raises(SystemExit) as stopped:
        main(["verify", "x.tar.gz"])

    said = capsys.readouterr().err
    assert stopped.value.code == ExitCode.BUG
    assert "RuntimeError" in said
    assert "Tr0ub4dor" not in said
    assert "Traceback" not in said


def test_a_residue_stops_the_run_with_7_and_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that repeats what was removed is what the sealed search is for."""
    from collector.model import Authored
    from collector.run import Contents

    def leaking(contents: Contents) -> tuple[Authored, ...]:
        return (Authored("summary.md", b"call +49 30 901820\n"),)

    monkeypatch.setattr("collector.pipeline.assemble.pages", leaking)
    (tmp_path / "support.json").write_text('{"support": {}}')

    with pytest.raises(SystemExit) as stopped:
        main(["--from", str(tmp_path / "support.json"), "-o", str(tmp_path)])

    said = capsys.readouterr().err
    assert stopped.value.code == ExitCode.RESIDUE
    assert "summary.md: phone number" in said
    assert "901820" not in said
    assert not list(tmp_path.glob("support-*"))


def test_nothing_is_asked_for_a_bundle_that_has_no_place(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service), "-o", "nowhere", env=account(service))

        assert service.seen == ()
    assert ran.code == ExitCode.OUTPUT
    assert "create the directory first" in ran.err


def test_the_address_that_was_typed_is_shown_as_it_was_typed(run: Any) -> None:
    ran = run("--url", "https://wa.internall.invalid:9090")

    assert ran.code == ExitCode.UNREACHABLE
    assert "the name of https://wa.internall.invalid:9090 is not known here" in ran.err


def test_plain_http_to_a_tls_port_points_at_https(run: Any) -> None:
    with Simulator("single-healthy") as service:
        url = service.url.replace("https://", "http://")
        ran, looked = run("--url", url), run("doctor", "--url", url)

    assert (ran.code, looked.code) == (ExitCode.UNREACHABLE, ExitCode.UNREACHABLE)
    assert "https:// instead of http://" in ran.err
    assert "https:// instead of http://" in looked.out


def test_doctor_tells_free_space_with_its_unit_as_the_pages_do(run: Any) -> None:
    ran = run("doctor", "--url", "https://127.0.0.1:1")

    assert re.search(r"^ok +disk +[0-9.]+ [MGTP]iB free in \.$", ran.out, re.MULTILINE)
