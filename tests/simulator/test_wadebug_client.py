"""The predecessor as a witness: WADebug 0.1.5, written against the real client, talks to the simulator."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.simulator import Simulator, Tls, faults

# setuptools 81 drops pkg_resources, which WADebug imports.
PACKAGES = ("wadebug==0.1.5", "setuptools<81")
CALLS = """
import json, sys
from wadebug.wa_actions.wabiz_api import WABizAPI

def outcome(act):
    try:
        return act()
    except Exception as error:
        return "raised " + type(error).__name__

url, user, password = sys.argv[1:]
try:
    api = WABizAPI(baseUrl=url, user=user, password=password)
except Exception as error:
    print(json.dumps({"login": "raised " + type(error).__name__}))
else:
    names = ("get_support_info", "get_phone_number", "get_webhook_url", "get_webhook_cert")
    print(json.dumps({"login": "ok"} | {name: outcome(getattr(api, name)) for name in names}))
"""
WADebug = Callable[[Simulator, str, str], dict[str, Any]]


@pytest.fixture(scope="session")
def wadebug_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an interpreter that imports WADebug; COLLECT_BUNDLE_WADEBUG_VENV names a folder to keep it in."""
    kept = os.environ.get("COLLECT_BUNDLE_WADEBUG_VENV")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("wadebug")
    python = folder / "bin" / "python"
    if not python.exists() or run(python, "-c", "import wadebug.wa_actions.wabiz_api").returncode:
        ours = Path(sys.executable)
        created = run(ours, "-m", "venv", "--without-pip", str(folder))
        pip = ("-m", "pip", "--python", str(python), "install", "--quiet", "--no-compile")
        installed = created if created.returncode else run(ours, *pip, *PACKAGES)
        if installed.returncode:
            what = f"{' '.join(PACKAGES)} could not be installed from PyPI; "
            cure = "let pip reach it, or name a venv that has them in COLLECT_BUNDLE_WADEBUG_VENV"
            pytest.fail(f"{what}{cure}:\n{installed.stderr[-2000:]}")
    return python


@pytest.fixture
def wadebug(wadebug_python: Path, tmp_path: Path) -> WADebug:
    """Return a function that lets WADebug's own class sign in and read, and returns what it got."""

    def call(simulator: Simulator, user: str, password: str) -> dict[str, Any]:
        done = run(wadebug_python, "-c", CALLS, simulator.url, user, password, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    return call


def run(python: Path, *arguments: str, folder: Path | None = None) -> "subprocess.CompletedProcess[str]":
    direct = {**os.environ, "NO_PROXY": "localhost", "no_proxy": "localhost"}
    return subprocess.run([python, *arguments], capture_output=True, text=True, check=False, cwd=folder, env=direct)


def test_an_admin_reads_number_webhook_and_support(wadebug: WADebug) -> None:
    no_certificate = {"/v1/certificates/webhooks/ca": faults.NOT_FOUND}
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED, faults=no_certificate) as simulator:
        admin = simulator.accounts.admin
        got = wadebug(simulator, admin.username, admin.password)
        assert got["login"] == "ok"
        assert got["get_phone_number"] == "12025550143"
        assert got["get_webhook_url"].startswith("https://hooks.acme-retail.example/wa/12025550143/inbound?token=whk_")
        assert got["get_webhook_cert"] is None
        assert got["get_support_info"]["support"]["context"] == "healthcheck"
        assert [(seen.method, seen.scheme) for seen in simulator.seen] == [("POST", "Basic"), *[("GET", "Bearer")] * 4]


def test_a_user_reads_support_and_is_told_that_settings_need_an_admin(wadebug: WADebug) -> None:
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED) as simulator:
        support = simulator.accounts.support
        got = wadebug(simulator, support.username, support.password)
        assert got["get_phone_number"] == "12025550143"
        assert got["get_webhook_url"] == "raised WABizAccessError"


def test_a_wrong_password_is_an_authentication_error(wadebug: WADebug) -> None:
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED) as simulator:
        assert wadebug(simulator, "admin", "wrong") == {"login": "raised WABizAuthError"}


def test_a_cluster_has_no_number_where_wadebug_looks_for_one(wadebug: WADebug) -> None:
    with Simulator("mc-healthy", tls=Tls.SELF_SIGNED) as simulator:
        admin = simulator.accounts.admin
        got = wadebug(simulator, admin.username, admin.password)
        assert got["get_phone_number"] == "raised KeyError"
        assert len(got["get_support_info"]["support"]) == 5
