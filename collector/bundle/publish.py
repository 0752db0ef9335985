"""Publication: complete and on disk first, then a name; never over another file, never a half one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from collector.bundle.reader import OWNER_ONLY
from collector.bundle.seal import Sealed
from collector.errors import OutputError
from collector.sentence import Sentence

Content = bytes | IO[bytes]
"""What a file is to hold; a stream is read from where it stands."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where a bundle lies now."""

    path: Path
    size: int
    sha256: str


def publish(sealed: Sealed, directory: Path) -> Published:
    """Write the bundle and its `.sha256` into the directory under their final names, 0600.

    Raises OutputError and leaves nothing behind where that cannot be.
    """
    _refuse_residue(sealed)
    target = directory / sealed.file_name
    sums = f"{sealed.sha256}  {sealed.file_name}\n".encode()
    write_files({target: sealed.content, directory / f"{sealed.file_name}.sha256": sums})
    return Published(target, len(sealed.content), sealed.sha256)


def check_directory(directory: Path) -> None:
    """Raise OutputError where a bundle could not be written, before anything is collected for it."""
    if not directory.exists():
        number = errno.ENOENT
    elif not directory.is_dir():
        number = errno.ENOTDIR
    elif not os.access(directory, os.W_OK | os.X_OK):
        number = errno.EACCES
    else:
        return
    raise _error(directory, OSError(number, ""))


def check_file(target: Path) -> None:
    """Raise OutputError where a file could not be written, before anything is read for it."""
    check_directory(target.parent)
    _refuse_existing(target)


def _refuse_existing(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise _error(target, OSError(errno.EEXIST, ""))


def write_files(files: Mapping[Path, Content]) -> None:
    """Write files, 0600, all or none: each is complete and on disk before the first has a name.

    Raises OutputError where one exists already or cannot be written; then none of them is there.
    """
    with contextlib.ExitStack() as stack:
        linked: list[Path] = []
        place = next(iter(files)).parent
        try:
            written = {path: stack.enter_context(_unnamed(path.parent, content)) for path, content in files.items()}
            for path, file in written.items():
                place = path
                file.link(path)
                linked.append(path)
            for directory in {path.parent for path in files}:
                _sync(directory)
        except BaseException as error:
            for path in linked:
                path.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _error(place, error) from None
            raise


def write_to(sealed: Sealed, stream: BinaryIO) -> None:
    """Write the bundle to an open stream, such as standard output."""
    _refuse_residue(sealed)
    try:
        stream.write(sealed.content)
        stream.flush()
    except OSError as error:
        raise OutputError(
            "the bundle could not be written: {why}",
            cure="check where it is redirected to",
            why=os.strerror(error.errno or errno.EIO),
        ) from None


def _refuse_residue(sealed: Sealed) -> None:
    if sealed.residues:
        raise AssertionError("a bundle with a residue must not be published")


@dataclass(frozen=True, slots=True)
class _Written:
    """A complete file which has no final name yet."""

    fd: int
    spare: Path | None
    """The temporary name, where the file system knows no anonymous files."""

    def link(self, target: Path) -> None:
        if self.spare:
            os.link(self.spare, target)
            return
        here = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            # Without a directory descriptor CPython calls link(), which does not follow the magic link (EXDEV).
            os.link(f"/proc/self/fd/{self.fd}", target, src_dir_fd=here, follow_symlinks=True)
        finally:
            os.close(here)


@contextlib.contextmanager
def _unnamed(directory: Path, content: Content) -> Iterator[_Written]:
    fd, spare = _open(directory)
    try:
        os.fchmod(fd, OWNER_ONLY)
        with os.fdopen(os.dup(fd), "wb") as stream:
            _copy(content, stream)
        os.fsync(fd)
        yield _Written(fd, spare)
    finally:
        os.close(fd)
        if spare:
            spare.unlink(missing_ok=True)


def _open(directory: Path) -> tuple[int, Path | None]:
    anonymous = getattr(os, "O_TMPFILE", None)
    if anonymous is not None:
        try:
            return os.open(directory, anonymous | os.O_RDWR, OWNER_ONLY), None
        except OSError as error:
            if error.errno not in {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL}:
                raise
    spare = _spare_in(directory)
    return os.open(spare, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY), spare


def _spare_in(directory: Path) -> Path:
    """Return a temporary name that nobody else has."""
    return directory / f".collect-bundle-{secrets.token_hex(8)}.part"


def _copy(content: Content, stream: BinaryIO) -> None:
    if isinstance(content, bytes):
        stream.write(content)
    else:
        shutil.copyfileobj(content, stream)


def _sync_below(folder: Path) -> None:
    """Put a folder with all in it on disk; once all is written, many small files go there together."""
    for path in folder.iterdir():
        if path.is_dir():
            _sync_below(path)
        else:
            _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


_FULL = Sentence("free some space, or choose another directory with --output")
_FORBIDDEN = Sentence("choose a directory you may write to with --output")
CURES = {
    errno.EEXIST: Sentence("choose another --output, or move away what is there; nothing is ever overwritten"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: Sentence("create the directory first, or choose another with --output"),
    errno.ENOTDIR: Sentence("--output takes a directory, or - for standard output"),
}


def _error(place: Path, error: OSError) -> OutputError:
    number = error.errno or errno.EIO
    return OutputError(
        "nothing was written to {place}: {why}",
        cure=CURES.get(number, Sentence("try another directory with --output")),
        place=place,
        why=os.strerror(number),
    )


def write_folder(target: Path, files: Iterable[tuple[str, Content]]) -> int:
    """Write files under a new folder (0700, files 0600) and return their number; it is all on disk, or not there.

    Names are relative and clean. Raises OutputError where the folder exists already or cannot be written.
    """
    spare = _spare_in(target.parent)
    place = spare
    count = 0
    try:
        _refuse_existing(target)
        spare.mkdir(mode=0o700)
        for name, content in files:
            path = spare / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY)
            with os.fdopen(fd, "wb") as stream:
                _copy(content, stream)
            count += 1
        _sync_below(spare)
        spare.rename(target)
        place = target
        _sync(target.parent)
    except BaseException as error:
        shutil.rmtree(place, ignore_errors=True)
        if isinstance(error, OSError):
            raise _error(target, error) from None
        raise
    return count
