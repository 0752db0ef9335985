"""What tests share: a simulated service, and the program run as a user runs it."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from unittest import mock

import pytest
from command_line import Ran, environment, run_apart, run_here

from collector import Redactor
from collector.redaction.heads import WORTH_COMPILING
from collector.simulator import Simulator

WORKER = os.environ.get("PYTEST_XDIST_WORKER")
"""The name of this process where several share the tests."""
NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every run keeps what is expensive to make, as runs of one user do: all workers have the same."""
    folder = tmp_path_factory.getbasetemp()
    return (folder.parent if WORKER else folder) / "cache"


@pytest.fixture(scope="session", autouse=True)
def _kept_here(cache_folder: Path) -> Iterator[None]:
    """Keep nothing where the user's own runs would find it; the first of several workers compiles what takes long."""
    cache_folder.mkdir(exist_ok=True)
    with mock.patch.dict(os.environ, XDG_CACHE_HOME=str(cache_folder)):
        if WORKER == "gw0":
            Redactor.from_file().redact_text("took 15 ms\n" * (WORTH_COMPILING // 10))
        yield


@pytest.fixture(scope="session")
def of_large_logs() -> Redactor:
    """Return a redactor that has seen as much as makes it look only at lines with a head."""
    redactor = Redactor.from_file(key=b"large logs have a key of their own")
    redactor.redact_text("took 15 ms\n" * (WORTH_COMPILING // 10))
    return redactor


@pytest.fixture(scope="session")
def run_in(cache_folder: Path) -> Callable[..., Ran]:
    """Run `collect-bundle` in a folder that is also its home; `apart` is in a process of its own."""

    def running(
        folder: Path,
        *arguments: str | Path,
        stdin: str | bytes = "",
        env: Mapping[str, str] | None = None,
        apart: bool = False,
    ) -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        runner = run_apart if apart else run_here
        return runner(folder, [*map(str, arguments)], given, environment(folder, cache_folder, env))

    return running


@pytest.fixture
def run(tmp_path: Path, run_in: Callable[..., Ran]) -> Run:
    """Run `collect-bundle` in a folder of the test's own."""
    return partial(run_in, tmp_path)


@pytest.fixture
def demo_service() -> Iterator[Simulator]:
    """Serve the demo scenario for tests that only read."""
    with Simulator("demo", now=NOW) as service:
        yield service


@pytest.fixture
def ca_file(tmp_path: Path) -> Callable[[Simulator], Path]:
    """Write a service's CA where an option can name it."""

    def writing(service: Simulator) -> Path:
        path = tmp_path / "ca.pem"
        path.write_bytes(service.ca_pem)
        return path

    return writing


def account(service: Simulator) -> dict[str, str]:
    """Return the environment that signs in as the service's administrator."""
    admin = service.accounts.admin
    return {"COLLECT_BUNDLE_USERNAME": admin.username, "COLLECT_BUNDLE_PASSWORD": admin.password}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--accept` write the expected bundles of tests/scenarios anew; the diff is the review."""
    parser.addoption("--accept", action="store_true", help="write tests/scenarios/*/expect anew")
