"""Files people already have at hand: a folder's regular files by name, and one file's bytes."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from collector.errors import UsageError
from collector.model import Raw
from collector.sentence import Sentence

DEEPEST = 64
LARGEST = 512 * 1024 * 1024
_IT = Sentence("it")


@dataclass(frozen=True, slots=True, repr=False)
class File:
    """A file by its folder and its name there, which may hold a secret; `called` is what an error names it by.

    Unlike what has been read from it, it can be told to another process.
    """

    folder: Path
    name: str
    called: str = _IT

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open it for reading; raises UsageError for what is no regular file, and where reading fails."""
        try:
            fd = os.open(self.folder / self.name, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(fd, "rb") as stream:
                if not stat.S_ISREG(os.fstat(fd).st_mode):
                    raise UsageError(
                        "{file} is not a regular file", cure="give a file, a folder, or - for stdin", file=self.called
                    )
                yield stream
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise UsageError(
                    "{file} is a link, which is not followed", cure="give the file it leads to", file=self.called
                ) from None
            raise UsageError(
                "{file} cannot be read: {why}",
                cure="check the path and its permissions",
                file=self.called,
                why=error.strerror,
            ) from None


def named(path: Path) -> File:
    """Return the file that a person names, such as a log's current.log: a link is followed."""
    real = Path(os.path.realpath(path))
    return File(real.parent, real.name, str(path))


def files(folder: Path) -> tuple[File, ...]:
    """Return everything below a folder but folders, in order; links are not followed.

    A folder below it that cannot be listed stands for itself: opening it says why. Raises UsageError for the folder.
    """
    whole = Path(os.path.realpath(folder))
    return tuple(File(whole, name) for name in sorted(_walk(folder, "", 0)))


def read(file: File) -> Raw:
    """Return the bytes of a regular file; raises UsageError for anything else, or above 512 MiB."""
    with file.opened() as stream:
        if os.fstat(stream.fileno()).st_size > LARGEST:
            raise UsageError(
                "{file} is larger than {mib} MiB", cure="split it first", file=file.called, mib=LARGEST >> 20
            )
        return Raw(file.name, stream.read())


def _walk(folder: Path, below: str, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise UsageError(
            "the folder is nested deeper than {deepest} levels", cure="give a folder further down", deepest=DEEPEST
        )
    try:
        with os.scandir(folder / below) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError as error:
        if below:
            yield below.rstrip("/")
            return
        raise UsageError(
            "{path} cannot be read: {why}", cure="check the path and its permissions", path=folder, why=error.strerror
        ) from None
    for name, is_folder in found:
        if is_folder:
            yield from _walk(folder, f"{below}{name}/", depth + 1)
        else:
            yield f"{below}{name}"
