"""Credentials that are words neither leak nor blank the bundle."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from collector.model import RawText
from collector.pipeline.collect import Capture, collect
from collector.settings import settle
from collector.simulator import Simulator
from collector.simulator.accounts import Account, AccountRole, Accounts
from collector.target import Credentials, Target, Trust


def members(capture: Capture) -> dict[str, str]:
    with tarfile.open(fileobj=io.BytesIO(capture.sealed.content)) as archive:
        return {m.name.partition("/")[2]: (archive.extractfile(m) or io.BytesIO()).read().decode() for m in archive}


def collected(service: Simulator, tmp_path: Path, who: Credentials) -> dict[str, str]:
    (tmp_path / "ca.pem").write_bytes(service.ca_pem)
    target = Target(service.url, who, Trust(ca_file=str(tmp_path / "ca.pem")))
    return members(collect(target, settings=settle({"output": str(tmp_path), "with": ("media-providers",)})))


@pytest.mark.parametrize("password", ["secret", "true", "connected", "admin", "MYSQL"])
def test_a_password_that_is_a_word_stays_a_word_elsewhere(tmp_path: Path, password: str) -> None:
    accounts = Accounts(admin=Account("admin", password, AccountRole.ADMIN), fresh=Account("x", "x", AccountRole.USER))
    with Simulator("mc-healthy", accounts=accounts) as service:
        strong = collected(service, tmp_path, Credentials(RawText("admin"), RawText(password)))

    support = json.loads(strong["collected/support.json"])["support"]
    node = next(iter(support.values()))
    assert node["multi_connect"] is True
    assert node["db_engine"] == "MYSQL"
    assert node["context"] == "healthcheck"
    health = json.loads(strong["collected/health.json"])["health"]
    assert {n["gateway_status"] for n in health.values()} == {"connected", "disconnected"}
    assert "withheld" not in " ".join(strong)


def test_in_the_place_of_a_credential_even_a_word_goes(tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers/support.json").write_text(
        json.dumps({"support": {"context": "healthcheck", "env": ["WA_DB_PASSWORD=true", "WA_APP_MULTICONNECT=1"]}})
    )
    (tmp_path / "answers/app.log").write_text("login user=admin password=secret ok=true\n")

    capture = collect(saved=tmp_path / "answers", settings=settle({"output": str(tmp_path)}))

    inside = members(capture)
    assert "true" not in inside["collected/support.json"]
    assert inside["collected/other/app.log"] == "login user=admin password=[secret] ok=true\n"


def test_a_token_that_begins_another_leaves_no_tail(tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    short = "tk-4F9a2Lq8Zx"
    (tmp_path / "answers/a.log").write_text(
        f"token={short}\ntoken={short}YzW7-tail-55\nsaw {short}YzW7-tail-55 and {short}\n"
    )

    inside = members(collect(saved=tmp_path / "answers", settings=settle({"output": str(tmp_path)})))

    assert inside["collected/other/a.log"] == "token=[secret]\ntoken=[secret]\nsaw [secret] and [secret]\n"
