"""`redact`: what people have at hand comes out clean, told apart by content."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from collector.redaction.parts import AROUND
from collector.redaction.redactor import STREAM_CHUNK

LOG = "2026-11-23 08:45:12 INFO sent to +49 151 12345678 password=Tr0ub4dor&3xyz took 15 ms\n"


def test_a_file_goes_to_stdout_and_the_talk_to_stderr(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    ran = run("redact", "app.log")

    assert ran.code == 0
    assert ran.out.startswith("2026-11-23 08:45:12 INFO sent to [phone:")
    assert ran.out.endswith("] password=[secret] took 15 ms\n")
    assert "redacted 1 file" in ran.err
    assert "Tr0ub4dor" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("name", "text", "gone", "stays"),
    [
        ("a", '{"wa_id": 4915112345678, "bytes": 1416322108}', "4915112345678", "1416322108"),
        ("b", "db:\n  password: Tr0ub4dor&3xyz # rotate\n  port: 3306\n", "Tr0ub4dor", "port: 3306"),
        ("c", "WA_DB_PASSWORD=Tr0ub4dor&3xyz\nWA_DB_PORT=3306\n", "Tr0ub4dor", "WA_DB_PORT=3306"),
        ("d", LOG, "Tr0ub4dor", "took 15 ms"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_content(
    run: Any, tmp_path: Path, name: str, text: str, gone: str, stays: str
) -> None:
    (tmp_path / name).write_text(text)

    ran = run("redact", name)

    assert gone not in ran.out
    assert stays in ran.out


def test_json_stays_json(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"to": 4915112345678, "n": 9223372036853727232, "n": 1.0, "ok": true}')

    document = json.loads(run("redact", "a.json").out, object_pairs_hook=list)

    assert document[0][1].startswith("[phone:")
    assert document[1:] == [("n", 9223372036853727232), ("n", 1.0), ("ok", True)]


def test_a_large_pipe_has_one_pass_and_says_so(run: Any) -> None:
    ran = run("redact", "-", stdin=LOG + "took 15 ms\n" * ((STREAM_CHUNK + 2 * AROUND) // 11))

    assert "[phone:" in ran.out
    assert "one pass" in ran.err


def test_of_a_pipe_that_is_no_larger_a_value_recognised_late_goes_everywhere(run: Any) -> None:
    ran = run("redact", "-", stdin="sent tulips9KxHarbour7\n" + LOG * 4000 + "password=tulips9KxHarbour7\n")

    assert "tulips9KxHarbour7" not in ran.out
    assert "one pass" not in ran.err


def test_an_output_file_is_private_and_never_overwritten(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    assert run("redact", "app.log", "-o", "clean.log").code == 0
    assert (tmp_path / "clean.log").stat().st_mode & 0o777 == 0o600
    again = run("redact", "app.log", "-o", "clean.log")

    assert again.code == 9
    assert "File exists" in again.err


def test_a_folder_keeps_its_shape_and_one_person_has_one_pseudonym(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs/a").mkdir(parents=True)
    (tmp_path / "logs/a/one.log").write_text("call +4915112345678\n")
    (tmp_path / "logs/two.json").write_text('{"wa_id": "4915112345678"}')
    (tmp_path / "logs/4915112345678.log").write_text("nothing here\n")

    ran = run("redact", "logs", "-o", "clean", "--json")

    assert ran.code == 0
    assert json.loads(ran.out)["files"] == 3
    mark = (tmp_path / "clean/a/one.log").read_text().split()[1]
    assert json.loads((tmp_path / "clean/two.json").read_text()) == {"wa_id": mark}
    assert (tmp_path / f"clean/{mark}.log").read_text() == "nothing here\n"


def test_a_secret_found_in_one_file_is_gone_from_all(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/a.log").write_text("auth failed with tulip-9-Marmalade for svc\n")
    (tmp_path / "logs/b.env").write_text("WA_DB_PASSWORD=tulip-9-Marmalade\n")

    run("redact", "logs", "-o", "clean")

    assert (tmp_path / "clean/a.log").read_text() == "auth failed with [secret] for svc\n"


def test_what_cannot_be_made_safe_is_withheld_and_named(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/core.bin").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "logs/good.log").write_text("fine\n")

    ran = run("redact", "logs", "-o", "clean")

    assert ran.code == 8
    assert "core.bin" in ran.err
    assert sorted(p.name for p in (tmp_path / "clean").iterdir()) == ["core.bin.withheld.txt", "good.log"]


def test_a_name_that_holds_a_known_value_is_not_shown(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "a.log").write_text("password=tulip9KxSecretValue77\n")
    encoded = base64.b64encode(b"tulip9KxSecretValue77").decode()
    (folder / f"x-{encoded}.log").write_text("started\n")
    (folder / f"x-{encoded}.bin").write_bytes(b"\0")

    ran, foretold = run("redact", "logs", "-o", "clean"), run("redact", "logs", "--dry-run", "--json")

    assert (ran.code, foretold.code) == (8, 8)
    assert ran.err.count("warning: a file whose name holds it was withheld: ") == 2
    assert [row["member"] for row in json.loads(foretold.out)["withheld"]] == ["a file whose name holds it"] * 2
    assert encoded not in ran.err + foretold.out + foretold.err + str(list((tmp_path / "clean").iterdir()))


def test_links_are_not_followed_and_named(run: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("outside")
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/link").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "logs/a").write_text("inside")

    ran = run("redact", "logs", "-o", "clean")

    assert ran.code == 8
    assert "link was withheld: it is a link, which is not followed" in ran.err
    assert sorted(p.name for p in (tmp_path / "clean").iterdir()) == ["a", "link.withheld.txt"]


@pytest.mark.parametrize("arguments", [["redact", "nowhere"], ["redact", "."]])
def test_what_makes_no_sense_is_a_usage_error_with_the_next_step(run: Any, arguments: list[str]) -> None:
    ran = run(*arguments)

    assert ran.code == 2
    assert "next:" in ran.err


def test_what_was_not_written_is_not_named_as_written(run: Any, tmp_path: Path) -> None:
    (tmp_path / "core.bin").write_bytes(bytes(range(256)) * 4)

    ran = run("redact", "core.bin", "-o", "clean.bin")
    told = json.loads(run("redact", "core.bin", "-o", "clean.bin", "--json").out)

    assert ran.code == 8
    assert ran.out == ""
    assert "nothing was written" in ran.err
    assert told["output"] is None
    assert not (tmp_path / "clean.bin").exists()


def test_a_region_nobody_knows_is_refused(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "s.yaml").write_text("version: 1\nregion: Germany\n")

    assert run("redact", "app.log", "--region", "Germany").code == 2
    assert run("--settings", "s.yaml", "--from", "app.log").code == 3
    assert run("redact", "app.log", "--region", "DE").code == 0


def test_rules_that_are_switched_off_are_named_even_when_quiet(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("all is well\n")
    (tmp_path / "r.yaml").write_text("version: 1\nwithout: [user-names]\n")

    assert "switched off by the rules file: user-names" in run("redact", "app.log", "--rules", "r.yaml", "-q").err
    assert "switched off: user-names" in run("rules", "check", "r.yaml").out


def test_a_link_that_is_named_is_followed(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app-1.log").write_text(LOG)
    (tmp_path / "current.log").symlink_to("app-1.log")

    ran = run("redact", "current.log")

    assert ran.code == 0, ran.err
    assert "password=[secret]" in ran.out


def test_a_pipe_goes_to_the_file_that_is_named_in_two_passes(run: Any, tmp_path: Path) -> None:
    ran = run("redact", "-", "-o", "clean.log", "--json", stdin="first Tr0ub4dor&3xyz\n" + LOG)

    text = (tmp_path / "clean.log").read_text()
    assert ran.code == 0
    assert json.loads(ran.out)["output"] == "clean.log"
    assert "Tr0ub4dor" not in text
    assert "took 15 ms" in text
    assert (tmp_path / "clean.log").stat().st_mode & 0o777 == 0o600
    assert run("redact", "-", "-o", "clean.log", stdin=LOG).code == 9


def test_a_hyphen_as_output_is_stdout(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    ran = run("redact", "app.log", "-o", "-")

    assert "took 15 ms" in ran.out
    assert not (tmp_path / "-").exists()


def test_what_cannot_be_read_is_named(run: Any) -> None:
    ran = run("redact", "nothing-there.log")

    assert ran.code == 2
    assert "nothing-there.log cannot be read: No such file" in ran.err


def test_json_holds_the_clean_text_where_no_output_is_named(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    told = json.loads(run("redact", "app.log", "--json").out)

    assert told["output"] is None
    assert "took 15 ms" in told["text"]
    assert "Tr0ub4dor" not in told["text"]


def test_a_folder_is_not_written_into_itself(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()

    ran = run("redact", "logs", "-o", "logs/clean")

    assert ran.code == 2
    assert "logs/clean is inside logs" in ran.err


def test_a_pipe_is_told_rule_by_rule(run: Any) -> None:
    assert "credentials 1" in run("redact", "-", stdin="password=Tr0ub4dor&3xyz\n").err


def test_a_dry_run_tells_every_place_and_writes_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "app.log").write_text("quiet\npassword=Tr0ub4dor&3xyz\n")
    (tmp_path / "logs" / "a.json").write_text('{"wa_id": "4915123456789"}')
    (tmp_path / "logs" / "core.bin").write_bytes(b"\0")

    ran = run("redact", "logs", "--dry-run")
    told = json.loads(run("redact", "logs", "--dry-run", "--json").out)

    assert ran.code == 8
    assert "core.bin would be withheld: it is binary" in ran.err
    assert "would redact 2 files: credentials 1, phone-numbers 1" in ran.err
    assert "app.log:2:10  credentials  [secret]" in ran.out
    assert "a.json:/wa_id  phone-numbers  [phone:" in ran.out
    assert told["redactions"] == {"credentials": 1, "phone-numbers": 1}
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "config") == ["logs"]


def test_a_dry_run_takes_no_output(run: Any) -> None:
    assert run("redact", "app.log", "--dry-run", "-o", "x").code == 2


def test_several_files_go_together_into_a_folder_with_the_same_marks(run: Any, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "app.log").write_text("call +49 151 12345678\n")
    (tmp_path / "old/app.log").write_text("called +49 151 12345678, password=Tr0ub4dor&3xyz\n")
    (tmp_path / "core.bin").write_bytes(b"\0")

    ran = run("redact", "app.log", "old/app.log", "core.bin", "-o", "clean")
    foretold = run("redact", "app.log", "old/app.log", "core.bin", "--dry-run")

    clean = {path.name: path.read_text() for path in (tmp_path / "clean").iterdir()}
    assert (ran.code, foretold.code) == (8, 8)
    assert set(clean) == {"app.log", "app-2.log", "core.bin.withheld.txt"}
    assert clean["app.log"].split()[1] == clean["app-2.log"].split()[1].removesuffix(",")
    assert "password=[secret]" in clean["app-2.log"]
    assert "app-2.log:1:40  credentials  [secret]" in foretold.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("a.log", "b.log"),
            "several files need a folder to go to\n  next: collect-bundle redact a.log b.log --output",
        ),
        (("a.log", "logs", "-o", "clean"), "logs is a folder among files\n  next: redact it by itself"),
        (("a.log", "gone.log", "-o", "clean"), "gone.log cannot be read: No such file"),
        (("a.log", "-", "-o", "clean"), "a pipe goes by itself"),
    ],
)
def test_several_files_are_files_and_have_a_place_to_go(run: Any, tmp_path: Path, arguments: Any, told: str) -> None:
    (tmp_path / "logs").mkdir()
    for name in ("a.log", "b.log"):
        (tmp_path / name).write_text("fine\n")

    ran = run("redact", *arguments)

    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "clean").exists()
