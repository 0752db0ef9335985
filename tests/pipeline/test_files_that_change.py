"""A file that changes between two looks at it: a log that grows passes as it was, all else is withheld."""

from pathlib import Path

import pytest

from collector.errors import UsageError
from collector.pipeline.work import content, plan
from collector.sources.folder import named


def changed(path: Path, before: str, after: str) -> bytes:
    """Return what is read of a file that is another than when it was planned."""
    path.write_text(before)
    (work,) = plan(named(path)).works
    path.write_text(after)
    return content(work)


def test_of_a_log_that_grows_the_lines_that_were_there_are_read(tmp_path: Path) -> None:
    assert changed(tmp_path / "a.log", "one\ntwo\n", "one\ntwo\nthree\n") == b"one\ntwo\n"
    assert changed(tmp_path / "a.log", "one\ntw", "one\ntwo\n") == b"one\n"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.json", '{"a": 1}\n', '{"a": 1, "b": 2}\n'),
        ("a.yaml", "a: 1\n", "a: 1\nb: 2\n"),
        ("a.log", "one\ntwo\n", "one\n"),
        ("a.log", "one", "one more"),
    ],
)
def test_what_else_changes_is_refused(tmp_path: Path, name: str, before: str, after: str) -> None:
    with pytest.raises(UsageError, match="it changed while it was read\n  next: copy it first"):
        changed(tmp_path / name, before, after)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("one\n")
    (work,) = plan(named(tmp_path / "a.log")).works
    (tmp_path / "a.log").unlink()
    with pytest.raises(UsageError, match="No such file"):
        content(work)
