"""Packing, searching and publishing: a complete, searched bundle under its final name, or no file at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import secrets
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from isal import igzip

from collector.bundle.layout import member_name
from collector.bundle.reader import entries
from collector.bundle.residue import Residue, Wanted, search
from collector.errors import OutputError
from collector.model import Member, sha256

COMPRESSOR = "isal igzip, level 2"
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Sealed:
    """A packed archive and what the search of its finished bytes found; publishable only where nothing was found."""

    name: str
    content: bytes
    residues: tuple[Residue, ...]

    @property
    def file_name(self) -> str:
        """Return the final name, `….tar.gz`."""
        return f"{self.name}.tar.gz"

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the whole file."""
        return sha256(self.content)


@dataclass(frozen=True, slots=True)
class Published:
    """Where a bundle lies now."""

    path: Path
    size: int
    sha256: str


def pack(name: str, members: Sequence[Member], *, mtime: int) -> bytes:
    """Return the tar (USTAR, sorted, owner 0, mode 0600) of the members under one folder; same input, same bytes."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for member in sorted(members, key=lambda m: m.name):
            info = tarfile.TarInfo(f"{name}/{member.name}")
            info.size, info.mtime, info.mode = len(member.content), mtime, OWNER_ONLY
            archive.addfile(info, io.BytesIO(member.content))
    return buffer.getvalue()


def seal(name: str, members: Sequence[Member], values: Wanted, *, mtime: int) -> Sealed:
    """Pack the members, then read the finished bytes back and search every one of them."""
    for member in members:
        if member_name(member.name) != member.name:
            raise AssertionError("a member's name must come from layout.member_name")
    content = igzip.compress(pack(name, members, mtime=mtime), compresslevel=2, mtime=0)
    found = [residue for entry in entries(io.BytesIO(content)) for residue in search(entry.name, entry.content, values)]
    return Sealed(name, content, (*search(f"{name}.tar.gz", b"", values), *found))


def publish(sealed: Sealed, directory: Path) -> Published:
    """Write the bundle and its `.sha256` into the directory under their final names, 0600, never over another file.

    Both are complete and on disk before either has a name. Raises OutputError and leaves nothing behind otherwise.
    """
    if sealed.residues:
        raise AssertionError("a bundle with a residue must not be published")
    target = directory / sealed.file_name
    sums = f"{sealed.sha256}  {sealed.file_name}\n".encode()
    side = directory / f"{sealed.file_name}.sha256"
    with _reported(directory), _unnamed(directory, sealed.content) as bundle, _unnamed(directory, sums) as sidecar:
        bundle.link(target)
        try:
            sidecar.link(side)
        except OSError:
            target.unlink()
            raise
        _sync_directory(directory)
    return Published(target, len(sealed.content), sealed.sha256)


def write_to(sealed: Sealed, stream: BinaryIO) -> None:
    """Write the bundle to an open stream, such as standard output."""
    if sealed.residues:
        raise AssertionError("a bundle with a residue must not be published")
    try:
        stream.write(sealed.content)
        stream.flush()
    except OSError as error:
        raise OutputError(f"the bundle could not be written: {os.strerror(error.errno or errno.EIO)}") from None


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
def _unnamed(directory: Path, content: bytes) -> Iterator[_Written]:
    fd, spare = _open(directory)
    try:
        os.fchmod(fd, OWNER_ONLY)
        with os.fdopen(os.dup(fd), "wb") as stream:
            stream.write(content)
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
    spare = directory / f".collect-bundle-{secrets.token_hex(8)}.part"
    return os.open(spare, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY), spare


def _sync_directory(directory: Path) -> None:
    fd = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


CURES = {
    errno.EEXIST: "choose another directory with --output, or move the file there away",
    errno.ENOSPC: "free some space, or choose another directory with --output",
    errno.EDQUOT: "free some space, or choose another directory with --output",
    errno.EACCES: "choose a directory you may write to with --output",
    errno.EPERM: "choose a directory you may write to with --output",
    errno.EROFS: "choose a directory you may write to with --output",
    errno.ENOENT: "create the directory first, or choose another with --output",
    errno.ENOTDIR: "--output takes a directory, or - for standard output",
}


@contextlib.contextmanager
def _reported(directory: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        number = error.errno or errno.EIO
        raise OutputError(
            f"no bundle was written to {directory}: {os.strerror(number)}",
            cure=CURES.get(number, "try another directory with --output"),
        ) from None
