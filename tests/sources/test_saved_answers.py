from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from collector.errors import UsageError
from collector.sources import saved as saved_module
from collector.sources.saved import saved, saved_bytes
from collector.target import Result, Taken

SUPPORT = b'{"support": {"context": "healthcheck"}}'
HEALTH = b'{"health": {"gateway_status": "connected"}}'


@pytest.fixture
def read(kit: Any) -> Any:
    return lambda path: list(saved(path, kit.profile, now=lambda: kit.now))


def brought(taken: list[Taken]) -> dict[str, tuple[str, bytes]]:
    return {t.raw.expose_name(): (t.attempt.source, t.raw.expose()) for t in taken if t.raw}


def outcomes(taken: list[Taken]) -> dict[str, str]:
    return {t.attempt.request.expose(): f"{t.attempt.result} {t.attempt.code}".strip() for t in taken}


def write(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "name", ["support.json", "GET__v1__support.json", "GET__v1__support", "collected/support.json", "old/support.json"]
)
def test_a_file_is_recognised_by_its_name(read: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(SUPPORT)
    assert brought(read(tmp_path)) == {"collected/support.json": ("support", SUPPORT)}


def test_a_file_of_any_name_is_recognised_by_what_it_holds(read: Any, kit: Any, tmp_path: Path) -> None:
    (tmp_path / "2026-11-23.txt").write_bytes(HEALTH)
    assert brought(read(tmp_path / "2026-11-23.txt")) == {"collected/health.json": ("health", HEALTH)}
    piped = list(saved_bytes(SUPPORT, kit.profile, now=lambda: kit.now))
    assert brought(piped) == {"collected/support.json": ("support", SUPPORT)}


def test_a_name_counts_more_than_a_resemblance_and_the_other_file_is_kept_too(read: Any, tmp_path: Path) -> None:
    write(tmp_path, **{"a.json": SUPPORT, "support.json": SUPPORT + b"\n"})
    assert brought(read(tmp_path)) == {
        "collected/support.json": ("support", SUPPORT + b"\n"),
        "collected/other/a.json": ("saved", SUPPORT),
    }


def test_files_nobody_knows_are_kept_under_their_own_name(read: Any, tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    write(tmp_path / "logs", **{"core.log": b"line\n"})
    assert brought(read(tmp_path)) == {"collected/other/logs/core.log": ("saved", b"line\n")}


def test_default_endpoints_without_a_file_say_so_and_are_no_loss(read: Any, tmp_path: Path) -> None:
    taken = read(write(tmp_path, **{"support.json": SUPPORT}))
    missing = {t.attempt.source for t in taken if t.attempt.code == "not-saved"}
    assert missing == {"health", "app-settings", "app-stats", "external-ca", "shards", "webapp-metrics"}
    assert not any(t.attempt.result.is_loss for t in taken)


def test_what_is_not_json_is_kept_as_partial_and_what_is_empty_is_told(read: Any, tmp_path: Path) -> None:
    taken = read(write(tmp_path, **{"support.json": SUPPORT[:-3], "health.json": b" \n"}))
    assert outcomes(taken)["support.json"] == "partial not-json"
    assert outcomes(taken)["health.json"] == "empty empty-file"
    assert brought(taken) == {"collected/support.json": ("support", SUPPORT[:-3])}


def test_links_pipes_and_unreadable_things_are_told_and_not_followed(read: Any, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    write(outside, secret=b"hunter2")
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "support.json").symlink_to(outside / "secret")
    (folder / "all").symlink_to(outside)
    os.mkfifo(folder / "pipe")
    taken = read(folder)
    assert {k: v for k, v in outcomes(taken).items() if "GET" not in k} == {
        "support.json": "refused link",
        "all": "refused link",
        "pipe": "refused not-a-file",
    }
    assert brought(taken) == {}
    assert [t.attempt.source for t in taken].count("support") == 1


def test_a_file_over_the_limit_is_told_and_left_out(read: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_module, "LIMIT", 20)
    taken = read(write(tmp_path, **{"support.json": SUPPORT, "health.json": b"{}"}))
    assert outcomes(taken)["support.json"] == "failed over-limit"
    assert outcomes(taken)["health.json"] == "collected"


def test_what_is_packed_is_told_as_that_and_left_out(read: Any, tmp_path: Path) -> None:
    taken = read(write(tmp_path, **{"support.json": SUPPORT, "health.json.gz": gzip.compress(b"{}", mtime=0)}))
    assert outcomes(taken)["health.json.gz"] == "failed packed"
    (told,) = (t.attempt.reason.expose() for t in taken if t.attempt.code == "packed")
    assert told == "health.json.gz is packed (gzip): unpack it, then collect again"
    assert list(brought(taken)) == ["collected/support.json"]


def test_a_folder_of_too_many_files_is_refused(read: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_module, "MOST_FILES", 2)
    with pytest.raises(UsageError, match="more than 2 files"):
        read(write(tmp_path, a=b"1", b=b"2", c=b"3"))


def test_a_path_that_is_not_there_is_refused_at_once(kit: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        saved(tmp_path / "nothing", kit.profile, now=lambda: kit.now)


def test_a_name_that_is_no_text_is_spelled_out(read: Any, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.log")).write_bytes(b"x")
    assert list(brought(read(tmp_path))) == ["collected/other/caf\\xe9.log"]


def test_results_are_of_the_documented_kinds(read: Any, tmp_path: Path) -> None:
    taken = read(write(tmp_path, **{"support.json": SUPPORT}))
    assert taken[0].attempt.result is Result.COLLECTED
    assert taken[0].attempt.member == "collected/support.json"
