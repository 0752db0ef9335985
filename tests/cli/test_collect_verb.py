"""`collect`: a run as a script sees it: exit code, streams, files, and what the service saw."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from collector.errors import ExitCode
from collector.simulator import Simulator, faults
from tests.conftest import account

Ca = Callable[[Simulator], Path]


def test_a_complete_run_prints_one_json_object_and_leaves_a_verified_bundle(run: Any, ca_file: Ca) -> None:
    with Simulator("mc-healthy") as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service), "--json", env=account(service))

    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["schema"] == "collect-bundle/result/1"
    assert document["complete"] is True
    assert run("verify", document["bundle"]).code == 0


def test_only_gets_are_sent_besides_signing_in_and_out_and_the_token_is_given_back(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        run("--url", service.url, "--ca-file", ca_file(service), env=account(service))

        posts = [s.path for s in service.seen if s.method != "GET"]
        assert posts == ["/v1/users/login", "/v1/users/logout"]
        assert service.revoked == service.tokens


def test_a_partial_run_publishes_names_what_is_missing_and_exits_with_8(run: Any, ca_file: Ca, tmp_path: Path) -> None:
    with Simulator("single-healthy", faults={"/v1/settings/application": faults.Status(500)}) as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service), "--json", env=account(service))

    assert ran.code == ExitCode.PARTIAL
    assert "GET /v1/settings/application answered 500" in ran.err
    assert json.loads(ran.out)["complete"] is False
    assert len(list(tmp_path.glob("support-*.tar.gz"))) == 1


def test_insecure_is_loud_and_recorded(run: Any, tmp_path: Path) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url, "--insecure", "--json", env=account(service))

    assert ran.err.count("warning: --insecure") == 1
    assert any("--insecure" in w for w in json.loads(ran.out)["warnings"])


def test_a_dry_run_says_what_would_be_asked_and_asks_nothing(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        ran = run(
            "--url", service.url, "--ca-file", ca_file(service), "--dry-run", "--with", "db-stats", "--json",
            env=account(service),
        )  # fmt: skip

        assert service.seen == ()
    asked = {r["name"]: r["asked"] for r in json.loads(ran.out)["requests"]}
    assert asked["support"]
    assert asked["db-stats"]
    assert not asked["media-providers"]


def test_a_bundle_goes_to_stdout_where_that_is_no_terminal(tmp_path: Path, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        command = [
            sys.executable,
            "-m",
            "collector",
            "--url",
            service.url,
            "--ca-file",
            str(ca_file(service)),
            "-o",
            "-",
        ]
        env = {**os.environ, **account(service), "PYTHONPATH": str(Path.cwd())}
        written = subprocess.run(command, capture_output=True, cwd=tmp_path, env=env, check=True).stdout

    (tmp_path / "b.tar.gz").write_bytes(written)
    assert written.startswith(b"\x1f\x8b")


def test_progress_on_a_terminal_shows_what_is_asked(tmp_path: Path, ca_file: Ca) -> None:

    with Simulator("single-healthy", faults={"/v1/health": faults.Slow(0.5)}) as service:
        ours, theirs = pty.openpty()
        env = {**os.environ, **account(service), "PYTHONPATH": str(Path.cwd()), "TERM": "xterm"}
        command = [sys.executable, "-m", "collector", "--url", service.url, "--ca-file", str(ca_file(service))]
        process = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=theirs, stdout=subprocess.DEVNULL)
        os.close(theirs)
        seen = b""
        while process.poll() is None or seen == b"":
            try:
                seen += os.read(ours, 65536)
            except OSError:
                break
        process.wait()
        os.close(ours)

    assert b"asking health" in seen
    assert b"ok         support" in seen
