"""`redact --dask`: the same bytes from a real scheduler and two workers, over TLS; nothing goes in the open."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from benchmarks import mixed_logs

LOG = mixed_logs.sample(200_000)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment that tells Dask where its certificates are."""
    folder = tmp_path_factory.mktemp("tls")
    ca = trustme.CA()
    ca.cert_pem.write_to_path(folder / "ca.pem")
    ca.issue_cert("127.0.0.1", "localhost").private_key_and_cert_chain_pem.write_to_path(folder / "pair.pem")
    tls = {"ca-file": str(folder / "ca.pem")}
    for role in ("scheduler", "worker", "client"):
        tls |= {f"{role}.cert": str(folder / "pair.pem"), f"{role}.key": str(folder / "pair.pem")}
    named = {name.upper().replace("-", "_").replace(".", "__"): value for name, value in tls.items()}
    return {f"DASK_DISTRIBUTED__COMM__TLS__{name}": value for name, value in named.items()}


@pytest.fixture(scope="module")
def scheduler(certificates: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a scheduler and two workers; yield the address."""
    folder = tmp_path_factory.mktemp("dask")
    env = os.environ | certificates | {"PYTHONPATH": str(Path.cwd())}
    known = folder / "scheduler.json"
    common = ["--protocol", "tls", "--scheduler-file", str(known), "--no-dashboard"]
    commands = [["scheduler", "--host", "127.0.0.1", "--port", "0"], *[["worker", "--no-nanny", "--nthreads", "1"]] * 2]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", name, *options, *common],
            env=env, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for name, *options in commands
    ]  # fmt: skip
    try:
        for _ in range(300):
            if known.exists() and known.stat().st_size:
                break
            time.sleep(0.1)
        yield json.loads(known.read_text())["address"]
    finally:
        for process in running:
            process.kill()
        for process in running:
            process.wait(timeout=30)


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    (folder / "deep").mkdir(parents=True)
    (folder / "app.log").write_bytes(b"the gateway began with tulip-9-Marmalade\n" + LOG)
    (folder / "deep/env.env").write_text("WA_DB_PASSWORD=tulip-9-Marmalade\n")
    (folder / "core.bin").write_bytes(bytes(range(256)))
    return folder


def clean(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_cluster_gives_the_same_as_this_machine(
    run: Any, logs: Path, tmp_path: Path, scheduler: str, certificates: dict[str, str]
) -> None:
    env = certificates | {"XDG_STATE_HOME": str(tmp_path / "state")}
    here = run("redact", logs, "-o", "here", "--key-scope", "site", env=env)
    there = run("redact", logs, "-o", "there", "--key-scope", "site", "--dask", scheduler, env=env, apart=True)
    assert (there.code, there.err) == (here.code, here.err)
    assert clean(tmp_path / "there") == clean(tmp_path / "here")
    assert (tmp_path / "there/app.log").read_bytes().startswith(b"the gateway began with [secret]\n")


def test_a_file_goes_to_stdout(run: Any, logs: Path, scheduler: str, certificates: dict[str, str]) -> None:
    ran = run("redact", logs / "deep/env.env", "--dask", scheduler, env=certificates, apart=True)
    assert (ran.code, ran.out) == (0, "WA_DB_PASSWORD=[env]\n")


@pytest.mark.parametrize(
    "address",
    [
        "tcp://10.0.0.7:8786",
        "tcp://scheduler:8786",
        "http://127.0.0.1:8786",
        "x",
        "tcp://127.0.0.1#.example.com:8786",
        "tcp://127.0.0.1/.example.com:8786",
        "tcp://[x",
    ],
)
def test_nothing_is_sent_in_the_open(run: Any, logs: Path, address: str) -> None:
    ran = run("redact", logs, "-o", "clean", "--dask", address)
    assert ran.code == 2
    assert f"{address} is no address for secrets" in ran.err
    assert not (logs.parent / "clean").exists()


def test_a_scheduler_that_is_not_there_is_named_after_as_long_as_dask_is_told_to_wait(run: Any, logs: Path) -> None:
    env = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    ran = run("redact", logs, "-o", "clean", "--dask", "tcp://127.0.0.1:1", env=env, apart=True)
    assert ran.code == 5
    assert "the Dask scheduler tcp://127.0.0.1:1 was not reached" in ran.err


def test_a_pipe_stays_here(run: Any) -> None:
    ran = run("redact", "-", "--dask", "tls://127.0.0.1:8786", stdin="x")
    assert ran.code == 2
    assert "a pipe cannot be read by a cluster" in ran.err
