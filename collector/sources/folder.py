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
from collector.model import Raw, RawText
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
        with opened(self.folder, RawText(self.name), called=self.called) as stream:
            yield stream


def files(folder: Path) -> tuple[File, ...]:
    """Return everything below a folder but folders, in order; links are not followed."""
    whole = folder.resolve()
    return tuple(File(whole, name.expose()) for name in names(folder))


def names(folder: Path) -> tuple[RawText, ...]:
    """Return the paths of everything below a folder but folders, relative to it, in order; links are not followed."""
    return tuple(RawText(name) for name in sorted(_walk(folder, "", 0)))


def read(folder: Path, name: RawText, *, called: str = _IT) -> Raw:
    """Return the bytes of a regular file of a folder; raises UsageError for anything else, or above 512 MiB.

    The error names the file as `called`; never by its name in the folder, which may hold a secret.
    """
    with opened(folder, name, called=called) as stream:
        if os.fstat(stream.fileno()).st_size > LARGEST:
            raise UsageError("{file} is larger than {mib} MiB", cure="split it first", file=called, mib=LARGEST >> 20)
        return Raw(name.expose(), stream.read())


@contextmanager
def opened(folder: Path, name: RawText, *, called: str = _IT) -> Iterator[BinaryIO]:
    """Open a regular file of a folder for reading; raises UsageError for anything else, and where reading fails."""
    try:
        fd = os.open(folder / name.expose(), os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(fd, "rb") as stream:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise UsageError(
                    "{file} is not a regular file", cure="give a file, a folder, or - for stdin", file=called
                )
            yield stream
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UsageError(
                "{file} is a link, which is not followed", cure="give the file it leads to", file=called
            ) from None
        raise UsageError(
            "{file} cannot be read: {why}",
            cure="check the path and its permissions",
            file=called,
            why=error.strerror,
        ) from None


def _walk(folder: Path, below: str, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise UsageError(
            "the folder is nested deeper than {deepest} levels", cure="give a folder further down", deepest=DEEPEST
        )
    try:
        with os.scandir(folder / below) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError as error:
        raise UsageError("the folder cannot be read: {why}", cure="check its permissions", why=error.strerror) from None
    for name, is_folder in found:
        if is_folder:
            yield from _walk(folder, f"{below}{name}/", depth + 1)
        else:
            yield f"{below}{name}"
