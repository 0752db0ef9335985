"""`redact`: what is no plain text of one's own is named with the next step, and leaves nothing behind."""

import gzip
import os
import tarfile
from pathlib import Path
from typing import Any

import pytest

LOG = "2026-11-23 08:45:12 INFO sent to +49 151 12345678 password=Tr0ub4dor&3xyz took 15 ms\n"


def zipped(path: Path) -> None:
    path.write_bytes(gzip.compress(LOG.encode()))


def archived(path: Path) -> None:
    (path.parent / "app.log").write_text(LOG)
    with tarfile.open(path, "w") as archive:
        archive.add(path.parent / "app.log")
    (path.parent / "app.log").unlink()


@pytest.mark.parametrize(("pack", "kind"), [(zipped, "gzip"), (archived, "tar")])
def test_what_is_packed_is_to_be_unpacked_first(run: Any, tmp_path: Path, pack: Any, kind: str) -> None:
    (tmp_path / "logs").mkdir()
    pack(tmp_path / "logs" / "old")

    alone = run("redact", "logs/old", "-o", "clean.log")
    piped = run("redact", "-", "-o", "clean.log", stdin=(tmp_path / "logs/old").read_bytes())
    in_folder = run("redact", "logs", "-o", "clean")

    assert (alone.code, piped.code, in_folder.code) == (2, 2, 8)
    assert f"logs/old is packed ({kind})" in alone.err
    assert f"standard input is packed ({kind})" in piped.err
    assert f"old was withheld: it is packed ({kind})" in in_folder.err
    assert all("next: unpack it, and redact what it holds" in ran.err for ran in (alone, piped, in_folder))
    assert not (tmp_path / "clean.log").exists()


def test_a_link_that_leads_to_itself_is_named(run: Any, tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")

    for arguments in (["redact", "one"], ["rules", "coverage", "one"], ["--from", "one"]):
        ran = run(*arguments)
        assert ran.code == 2
        assert "error: one " in ran.err
        assert "next: " in ran.err


@pytest.mark.parametrize("arguments", [["redact", ""], ["redact", "", "-o", "x"], ["--from", ""], ["verify", ""]])
def test_an_empty_path_is_not_the_current_folder(run: Any, tmp_path: Path, arguments: list[str]) -> None:
    ran = run(*arguments)

    assert ran.code == 2
    assert "is empty" in ran.err
    assert not (tmp_path / "x").exists()


def test_a_folder_without_files_is_said_to_be_one(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()

    ran = run("redact", "logs", "-o", "clean", "-q")

    assert ran.code == 0
    assert "there was nothing to redact: the folder holds no file" in ran.err


def test_names_with_line_ends_and_without_meaning_come_out_as_names(run: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    for name in (b"new\nline.log", b"not\xff\xfeutf8.log"):
        Path(os.fsdecode(bytes(tmp_path / "logs") + b"/" + name)).write_text(LOG)

    ran = run("redact", "logs", "-o", "clean")

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "clean").iterdir()) == ["new_line.log", "not__utf8.log"]


def test_a_case_is_named_only_for_the_key_of_a_case(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text(LOG)

    ran = run("redact", "app.log", "--label", "ops-12")

    assert ran.code == 2
    assert "next: give --key-scope case, too" in ran.err


def test_a_value_too_common_to_go_everywhere_is_a_warning(run: Any, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("password=Tr0ub4dor&3xyz\n" * 500)

    ran = run("redact", "app.log", "-q")

    assert "warning: a learned value stands in 500 places" in ran.err
    assert "Tr0ub4dor" not in ran.out
