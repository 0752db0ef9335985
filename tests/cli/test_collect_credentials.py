"""`collect`: who we are, given in every way there is, and never shown again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from collector.errors import ExitCode
from collector.simulator import Simulator

Ca = Callable[[Simulator], Path]


@pytest.mark.parametrize(
    ("way", "text"),
    [
        ("--credentials FILE", "username={0.username}\npassword={0.password}\n"),
        ("--credentials -", "password={0.password}\nusername={0.username}\n"),
        ("systemd", ""),
    ],
)
def test_every_way_of_giving_credentials_signs_in(run: Any, ca_file: Ca, tmp_path: Path, way: str, text: str) -> None:
    with Simulator("single-healthy") as service:
        admin = service.accounts.admin
        command: list[str | Path] = ["--url", service.url, "--ca-file", ca_file(service)]
        env, stdin = {}, ""
        if way == "--credentials FILE":
            (tmp_path / "who").write_text(text.format(admin))
            (tmp_path / "who").chmod(0o600)
            command += ["--credentials", "who"]
        elif way == "--credentials -":
            command, stdin = [*command, "--credentials", "-"], text.format(admin)
        else:
            (tmp_path / "collect-bundle.username").write_text(f"{admin.username}\n")
            (tmp_path / "collect-bundle.password").write_text(admin.password)
            env = {"CREDENTIALS_DIRECTORY": str(tmp_path)}
        ran = run(*command, stdin=stdin, env=env)

    assert ran.code == 0, ran.err


def test_a_credentials_file_that_others_can_read_is_refused(run: Any, tmp_path: Path) -> None:
    (tmp_path / "who").write_text("token=abc")
    (tmp_path / "who").chmod(0o644)

    ran = run("--url", "https://localhost:1", "--credentials", "who")

    assert ran.code == ExitCode.USAGE
    assert "chmod 600 who" in ran.err


def test_a_credentials_file_that_is_not_there_is_told_as_that(run: Any) -> None:
    ran = run("--url", "https://localhost:1", "--credentials", "who")

    assert "who cannot be read: No such file or directory\n  next: check the path" in ran.err


def test_a_token_with_an_illegal_character_is_named_by_position_only(run: Any) -> None:
    ran = run("--url", "https://localhost:1", env={"COLLECT_BUNDLE_TOKEN": "abc def-secret"})

    assert ran.code == ExitCode.USAGE
    assert "position 4" in ran.err
    assert "def-secret" not in ran.err


def test_a_wrong_password_exits_with_4_and_leaves_no_file(run: Any, ca_file: Ca, tmp_path: Path) -> None:
    with Simulator("single-healthy") as service:
        env = {"COLLECT_BUNDLE_USERNAME": "admin", "COLLECT_BUNDLE_PASSWORD": "Wr0ng&passw0rd!"}
        ran = run("--url", service.url, "--ca-file", ca_file(service), env=env)

    assert ran.code == ExitCode.ACCESS
    assert "next:" in ran.err
    assert "Wr0ng" not in ran.err
    assert not list(tmp_path.glob("support-*"))


def test_without_a_credential_the_next_step_is_to_give_one(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service))

    assert ran.code == ExitCode.ACCESS
    assert "no credential was given" in ran.err
    assert "next: give --user NAME" in ran.err


def test_a_password_typed_into_the_url_is_not_repeated(run: Any) -> None:
    ran = run("--url", "https://admin:Tr0ub4dor@wa.internal:9090", "--json")

    assert ran.code == ExitCode.USAGE
    assert "Tr0ub4dor" not in ran.out + ran.err


def test_a_dry_run_asks_for_no_password(run: Any) -> None:
    ran = run("--url", "https://wa.internal:9090", "--user", "admin", "--dry-run")

    assert ran.code == 0
    assert "POST /v1/users/login" in ran.out


def test_an_api_key_that_collects_is_well_for_doctor_too(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        env = {"COLLECT_BUNDLE_API_KEY": service.accounts.api_key}
        ran = run("doctor", "--url", service.url, "--ca-file", ca_file(service), env=env)

    assert ran.code == 0, ran.out
    assert "with the API key" in ran.out
