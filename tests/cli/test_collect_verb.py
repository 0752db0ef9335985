"""`collect`: a run as a script sees it: exit code, streams, files, and what the service saw."""

import json
import os
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

Ca = Callable[[Simulator], Path]


def account(service: Simulator) -> dict[str, str]:
    admin = service.accounts.admin
    return {"COLLECT_BUNDLE_USERNAME": admin.username, "COLLECT_BUNDLE_PASSWORD": admin.password}


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


def test_a_wrong_password_exits_with_4_and_leaves_no_file(run: Any, ca_file: Ca, tmp_path: Path) -> None:
    with Simulator("single-healthy") as service:
        env = {"COLLECT_BUNDLE_USERNAME": "admin", "COLLECT_BUNDLE_PASSWORD": "Wr0ng&passw0rd!"}
        ran = run("--url", service.url, "--ca-file", ca_file(service), env=env)

    assert ran.code == ExitCode.ACCESS
    assert "next:" in ran.err
    assert "Wr0ng" not in ran.err
    assert not list(tmp_path.glob("support-*"))


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


def test_a_token_with_an_illegal_character_is_named_by_position_only(run: Any) -> None:
    ran = run("--url", "https://localhost:1", env={"COLLECT_BUNDLE_TOKEN": "abc def-secret"})

    assert ran.code == ExitCode.USAGE
    assert "position 4" in ran.err
    assert "def-secret" not in ran.err


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


def test_answers_saved_earlier_make_the_same_bundle(run: Any, tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers/support.json").write_text(
        '{"support": {"context": "healthcheck", "debug_info": "4915112345678"}}'
    )
    (tmp_path / "answers/notes.txt").write_text("customer 4915112345678 called\n")

    ran = run("--from", "answers", "--json")

    assert ran.code == 0
    assert run("verify", json.loads(ran.out)["bundle"]).code == 0


def test_one_answer_comes_by_stdin(run: Any) -> None:
    assert run("--from", "-", stdin='{"support": {"context": "healthcheck"}}').code == 0


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


def test_an_output_that_cannot_be_written_exits_with_9(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {}}')

    ran = run("--from", "support.json", "-o", "nowhere")

    assert ran.code == ExitCode.OUTPUT
    assert "--output" in ran.err


def test_progress_on_a_terminal_shows_what_is_asked(tmp_path: Path, ca_file: Ca) -> None:
    import pty

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


def test_the_address_that_was_typed_is_shown_as_it_was_typed(run: Any) -> None:
    ran = run("--url", "https://wa.internall.invalid:9090")

    assert ran.code == ExitCode.UNREACHABLE
    assert "the name of https://wa.internall.invalid:9090 is not known here" in ran.err


def test_a_password_typed_into_the_url_is_not_repeated(run: Any) -> None:
    ran = run("--url", "https://admin:Tr0ub4dor@wa.internal:9090", "--json")

    assert ran.code == ExitCode.USAGE
    assert "Tr0ub4dor" not in ran.out + ran.err


def test_without_a_credential_the_next_step_is_to_give_one(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service))

    assert ran.code == ExitCode.ACCESS
    assert "no credential was given" in ran.err
    assert "next: give --user NAME" in ran.err


def test_plain_http_to_a_tls_port_points_at_https(run: Any) -> None:
    with Simulator("single-healthy") as service:
        url = service.url.replace("https://", "http://")
        ran, looked = run("--url", url), run("doctor", "--url", url)

    assert (ran.code, looked.code) == (ExitCode.UNREACHABLE, ExitCode.UNREACHABLE)
    assert "https:// instead of http://" in ran.err
    assert "https:// instead of http://" in looked.out


def test_nothing_is_asked_for_a_bundle_that_has_no_place(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url, "--ca-file", ca_file(service), "-o", "nowhere", env=account(service))

        assert service.seen == ()
    assert ran.code == ExitCode.OUTPUT
    assert "create the directory first" in ran.err


def test_a_dry_run_asks_for_no_password(run: Any) -> None:
    ran = run("--url", "https://wa.internal:9090", "--user", "admin", "--dry-run")

    assert ran.code == 0
    assert "POST /v1/users/login" in ran.out


def test_options_for_a_service_are_refused_with_saved_answers(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {}}')

    ran = run("--from", "support.json", "--user", "admin")

    assert ran.code == ExitCode.USAGE
    assert "--user is for asking a service" in ran.err


def test_saved_answers_that_nobody_knows_give_no_all_clear(run: Any) -> None:
    ran = run("--from", "-", stdin="hello\n")

    assert ran.code == 0
    assert "1 kept as found" in ran.err
    assert "not saved  support" in ran.err
    assert "Not judged  The client's own report" in ran.out
    assert "nothing critical" not in ran.out


def test_an_api_key_that_collects_is_well_for_doctor_too(run: Any, ca_file: Ca) -> None:
    with Simulator("single-healthy") as service:
        env = {"COLLECT_BUNDLE_API_KEY": service.accounts.api_key}
        ran = run("doctor", "--url", service.url, "--ca-file", ca_file(service), env=env)

    assert ran.code == 0, ran.out
    assert "with the API key" in ran.out


def test_saved_answers_win_over_the_url_of_the_settings_file(run: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nurl: https://wa.internal:9090\nca_file: ca.pem\n")
    (tmp_path / "support.json").write_text('{"support": {}}')

    assert run("--settings", "s.yaml", "--from", "support.json").code == 0


def test_a_ticket_number_may_be_written_in_capitals(run: Any, tmp_path: Path) -> None:
    (tmp_path / "support.json").write_text('{"support": {}}')

    ran = run("--from", "support.json", "--label", "OPS-12", "--json")

    assert "-ops-12-" in json.loads(ran.out)["bundle"]


def test_an_error_names_the_address_its_reader_typed(run: Any) -> None:
    ran = run("--url", "https://wa.nothing.invalid:9090")

    assert ran.code == ExitCode.UNREACHABLE
    assert "error: the name of https://wa.nothing.invalid:9090 is not known here" in ran.err


def test_what_could_not_be_judged_is_no_all_clear_on_the_terminal_either(run: Any, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("some words of somebody\n")

    ran = run("--from", "notes.txt")

    assert "nothing critical" not in ran.out
    assert "Not judged" in ran.out


def test_a_plain_request_to_a_tls_port_is_told_to_try_https(run: Any) -> None:
    with Simulator("single-healthy") as service:
        ran = run("--url", service.url.replace("https", "http"))

    assert ran.code == ExitCode.UNREACHABLE
    assert "https://" in ran.err
