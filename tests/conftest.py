"""What tests share: a simulated service, and the program run as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from collector.simulator import Simulator

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Ran:
    """How a command line ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every run keeps what is expensive to make, as runs of one user do."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def run_in(cache_folder: Path) -> Callable[..., Ran]:
    """Run `collect-bundle` in a process of its own, in a folder that is also its home."""

    def running(
        folder: Path, *arguments: str | Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None
    ) -> Ran:
        clean = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY") and "COLLECT_BUNDLE" not in k}
        home = {
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(cache_folder),
            "PYTHONPATH": str(Path.cwd()),
        }
        process = subprocess.run(
            [sys.executable, "-m", "collector", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=folder,
            env={**clean, **home, **(env or {})},
            timeout=120,
            check=False,
        )
        return Ran(
            process.returncode, process.stdout.decode("utf-8", "replace"), process.stderr.decode("utf-8", "replace")
        )

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
