"""A folder below the one that is named, which cannot be listed, stands for what is in it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from collector.errors import UsageError
from collector.sources.folder import files, read
from collector.sources.saved import saved


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with one inside that cannot be listed, whoever runs the tests."""
    (tmp_path / "logs/locked").mkdir(parents=True)
    (tmp_path / "logs/a.log").write_text("fine\n")
    scan = os.scandir

    def refusing(path: Any) -> Any:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refusing)
        yield tmp_path / "logs"


def test_it_is_listed_and_cannot_be_read(locked: Path) -> None:
    listed = files(locked)
    assert [file.name for file in listed] == ["a.log", "locked"]
    with pytest.raises(UsageError, match="it "):
        read(listed[1])


def test_it_leaves_an_attempt_among_saved_answers(locked: Path, kit: Any) -> None:
    taken = {t.attempt.request.expose(): t.attempt for t in saved(locked, kit.profile, now=lambda: kit.now)}
    assert taken["locked"].code == "not-readable"
    assert taken["locked"].reason.expose() == "locked cannot be read: Permission denied"
    assert taken["a.log"].code == ""


def test_the_folder_that_is_named_is_an_error_with_its_name(locked: Path, kit: Any) -> None:
    with pytest.raises(UsageError, match="locked cannot be read: Permission denied\n  next: check the path"):
        files(locked / "locked")
    with pytest.raises(UsageError, match="locked cannot be read: Permission denied\n  next: check the path"):
        saved(locked / "locked", kit.profile, now=lambda: kit.now)
