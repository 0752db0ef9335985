"""The texts in files and folders that a person names; what redacting withholds is passed over, and counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from collector.errors import UsageError
from collector.model import Raw
from collector.redaction.artifact import is_text
from collector.sources.folder import File, files, named, read


class Texts:
    """Reads one after the other each time it is gone through; the counts are complete at its end.

    Raises UsageError where what is named cannot be read; below a folder, that is passed over.
    """

    def __init__(self, *paths: Path) -> None:
        self._paths = paths
        self.count = 0
        self.passed_over = 0

    def __iter__(self) -> Iterator[Raw]:
        """Yield the content of each."""
        self.count = self.passed_over = 0
        for path in self._paths:
            for raw in map(_readable, files(path)) if path.is_dir() else (read(named(path)),):
                if raw is not None and is_text(raw):
                    self.count += 1
                    yield raw
                else:
                    self.passed_over += 1


def _readable(file: File) -> Raw | None:
    try:
        return read(file)
    except UsageError:
        return None
