"""`collect` with a settings file: each value with its place, and what is typed wins."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.errors import ExitCode
from collector.resources import profile_text
from collector.simulator import Simulator
from tests.conftest import account

Ca = Callable[[Simulator], Path]


def test_a_settings_file_is_read_and_flags_win_over_it(run: Any, ca_file: Ca, tmp_path: Path) -> None:
    with Simulator("single-healthy") as service:
        ca_file(service)
        (tmp_path / "s.yaml").write_text(f"version: 1\nurl: {service.url}\nca_file: ca.pem\nlabel: from-file\n")
        ran = run("--settings", "s.yaml", "--label", "from-flag", "-v", "--json", env=account(service))

    assert "-from-flag-" in json.loads(ran.out)["bundle"]
    assert "setting url from s.yaml:2" in ran.err


def test_every_mistake_in_a_settings_file_has_its_place(run: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nurll: https://a\ntimeout: soon\n")

    ran = run("--settings", "s.yaml")

    assert ran.code == ExitCode.CONFIG
    assert "s.yaml:2:1" in ran.err
    assert "s.yaml:3:10" in ran.err
    assert "url" in ran.err


def test_a_ticket_number_may_be_written_in_capitals(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {}}')

    ran = run("--from", "support.json", "--label", "OPS-12", "--json")

    assert "-ops-12-" in json.loads(ran.out)["bundle"]


def test_a_dry_run_of_what_the_settings_file_names_says_would(run: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nurl: https://wa.example:9090\n")

    ran = run("--settings", "s.yaml", "--dry-run")

    assert ran.code == 0
    assert ran.err == "would ask https://wa.example:9090\n"


def test_saved_answers_have_no_dry_run_and_nothing_is_announced(run: Any) -> None:
    ran = run("--from", ".", "--dry-run")

    assert ran.code == 2
    assert ran.err.startswith("error: --dry-run shows requests, and --from makes none\n")


def test_a_profile_in_a_settings_file_is_relative_to_it(run: Any, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/mine.yaml").write_text(profile_text("whatsapp-onprem").replace("name: shards", "name: my-shards"))
    (tmp_path / "etc/s.yaml").write_text("version: 1\nurl: https://wa.example:9090\nprofile: mine.yaml\n")

    planned = run("--settings", "etc/s.yaml", "--dry-run", "--json").out

    assert "my-shards" in {row["name"] for row in json.loads(planned)["requests"]}


@pytest.mark.parametrize("verb", [["redact", "a.log"], ["check", "."], ["explain", "disk"]])
def test_every_verb_with_settings_tells_where_they_come_from(run: Any, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "a.log").write_text("fine\n")
    (tmp_path / "config/collect-bundle").mkdir(parents=True)
    (tmp_path / "config/collect-bundle/settings.yaml").write_text("version: 1\nlevel: strict\n")

    told = run(*verb, "-v").err

    assert "setting lang from default\n" in told
    assert "settings.yaml:2\n" in told


def test_a_service_that_does_not_answer_leaves_a_bundle_of_attempts_where_that_is_wished(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nurl: https://127.0.0.1:1\nwhen_empty: publish\n")

    ran = run("--settings", "s.yaml", "--json")

    told = json.loads(ran.out)
    assert ran.code == told["exit"] == ExitCode.UNREACHABLE
    assert ran.err.count("error: nothing listens at https://127.0.0.1:1\n  next: check host and port") == 1
    assert told["error"] == "nothing listens at https://127.0.0.1:1"
    assert told["attempts"][0]["code"] == "connection-refused"
    assert run("verify", told["bundle"]).code == 0
