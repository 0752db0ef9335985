"""What is expensive to make is kept for the next run, and removed where no run asks for it any more."""

import os
import time
from pathlib import Path

import pytest

from collector import cache


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "collect-bundle"


def aged(path: Path, days: int) -> None:
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))


def test_what_no_run_asked_for_in_two_months_goes_when_something_new_is_kept(folder: Path) -> None:
    cache.keep("heads-of-an-earlier-version.hs", b"x" * 64)
    cache.keep("heads-of-other-rules.hs", b"y" * 64)
    aged(folder / "heads-of-an-earlier-version.hs", days=90)
    aged(folder / "heads-of-other-rules.hs", days=30)
    cache.keep("heads-of-this-version.hs", b"z" * 64)
    assert sorted(kept.name for kept in folder.iterdir()) == ["heads-of-other-rules.hs", "heads-of-this-version.hs"]


def test_what_a_run_asks_for_stays(folder: Path) -> None:
    cache.keep("heads-in-use.hs", b"x" * 64)
    aged(folder / "heads-in-use.hs", days=90)
    assert cache.cached("heads-in-use.hs") == b"x" * 64
    cache.keep("heads-of-other-rules.hs", b"y" * 64)
    assert cache.cached("heads-in-use.hs") == b"x" * 64


def test_what_was_kept_is_there_and_only_its_owners(folder: Path) -> None:
    cache.keep("some-thing", b"content")
    (kept,) = folder.iterdir()
    assert cache.cached("some-thing") == b"content"
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", ["content", "mode", "link", "cut"])
def test_what_somebody_else_could_have_written_is_not_used(change: str, folder: Path, tmp_path: Path) -> None:
    cache.keep("some-thing", b"content")
    kept = folder / "some-thing"
    if change == "content":
        kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    elif change == "mode":
        kept.chmod(0o666)
    elif change == "cut":
        kept.write_bytes(b"")
    else:
        elsewhere = tmp_path / "elsewhere"
        kept.rename(elsewhere)
        kept.symlink_to(elsewhere)
    assert cache.cached("some-thing") is None


def test_what_was_kept_under_another_name_is_not_used(folder: Path) -> None:
    cache.keep("weaker", b"content")
    (folder / "weaker").rename(folder / "renamed")
    assert cache.cached("renamed") is None


def test_where_nothing_can_be_kept_nothing_is_and_nobody_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    cache.keep("some-thing", b"content")
    assert cache.cached("some-thing") is None
