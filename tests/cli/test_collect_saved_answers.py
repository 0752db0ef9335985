"""`collect --from`: answers saved earlier make a bundle, too, and say what they cannot tell."""

import json
from pathlib import Path
from typing import Any

from collector.errors import ExitCode


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


def test_saved_answers_win_over_the_url_of_the_settings_file(run: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("version: 1\nurl: https://wa.internal:9090\nca_file: ca.pem\n")
    (tmp_path / "support.json").write_text('{"support": {}}')

    assert run("--settings", "s.yaml", "--from", "support.json").code == 0
