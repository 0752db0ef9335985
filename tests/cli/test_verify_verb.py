"""`collect-bundle verify` from the command line: a file, a pipe, and what is no bundle."""

import hashlib
import json
import sys
from pathlib import Path
from subprocess import run as run_process
from typing import Any

import pytest

from collector.errors import ExitCode


@pytest.fixture
def bundle(run: Any, tmp_path: Path) -> Path:
    (tmp_path / "support.json").write_text('{"support": {"context": "healthcheck"}}')
    told = json.loads(run("--from", "support.json", "--json").out)
    return tmp_path / str(told["bundle"])


def test_a_whole_bundle_is_named_with_its_digest(run: Any, bundle: Path) -> None:
    ran = run("verify", bundle)

    assert ran.code == 0
    assert hashlib.sha256(bundle.read_bytes()).hexdigest() in ran.out


def test_a_bundle_comes_through_a_pipe(run: Any, bundle: Path) -> None:
    ran = run("verify", "-", stdin=bundle.read_bytes())

    assert ran.code == 0
    assert ran.out.split()[:2] == ["whole", bundle.name.removesuffix(".tar.gz")]


def test_a_pipe_that_is_cut_is_no_bundle(run: Any, bundle: Path) -> None:
    ran = run("verify", "-", stdin=bundle.read_bytes()[:-9])

    assert ran.code == ExitCode.NOT_A_BUNDLE
    assert "next:" in ran.err


def test_an_endless_pipe_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "collector", "verify", "-"]
    with Path("/dev/zero").open("rb") as endless:
        ran = run_process(command, stdin=endless, capture_output=True, text=True, check=False, timeout=100)

    assert ran.returncode == ExitCode.NOT_A_BUNDLE
    assert "larger than a bundle may be" in ran.stderr


def test_an_unpacked_bundle_is_no_file_to_verify(run: Any, tmp_path: Path) -> None:
    ran = run("verify", tmp_path)

    assert ran.code == ExitCode.NOT_A_BUNDLE
    assert "is a folder" in ran.err
    assert "next: give the packed file" in ran.err
