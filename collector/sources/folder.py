"""Files people already have at hand: a folder's regular files by name, and one file's bytes."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from collector.errors import UsageError
from collector.model import Raw, RawText

DEEPEST = 64
LARGEST = 512 * 1024 * 1024


def names(folder: Path) -> tuple[RawText, ...]:
    """Return the paths of everything below a folder but folders, relative to it, in order; links are not followed."""
    return tuple(RawText(name) for name in sorted(_walk(folder, "", 0)))


def read(folder: Path, name: RawText) -> Raw:
    """Return the bytes of a regular file of a folder; raises UsageError for anything else, or above 512 MiB."""
    try:
        fd = os.open(folder / name.expose(), os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(fd, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UsageError("it is not a regular file", cure="give a file, a folder, or - for stdin")
            if status.st_size > LARGEST:
                raise UsageError(f"it is larger than {LARGEST >> 20} MiB", cure="split it first")
            return Raw(name.expose(), stream.read())
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UsageError("it is a link, which is not followed", cure="give the file it leads to") from None
        raise UsageError(f"it cannot be read: {error.strerror}", cure="check the path and its permissions") from None


def _walk(folder: Path, below: str, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise UsageError(f"the folder is nested deeper than {DEEPEST} levels", cure="give a folder further down")
    try:
        with os.scandir(folder / below) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError as error:
        raise UsageError(f"the folder cannot be read: {error.strerror}", cure="check its permissions") from None
    for name, is_folder in found:
        if is_folder:
            yield from _walk(folder, f"{below}{name}/", depth + 1)
        else:
            yield f"{below}{name}"
