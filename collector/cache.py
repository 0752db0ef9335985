"""Keeps what is expensive to make, by the digest of what it was made from; the user's own files, never a bundle's."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import time
from pathlib import Path

import platformdirs

UNUSED = 60 * 24 * 3600
"""Seconds after which what no run has asked for is removed: an earlier version of this program made it."""
_DAY = 24 * 3600
_DIGEST_BYTES = 32


def cached(name: str) -> bytes | None:
    """Return what was kept under a name; None where there is nothing, or what another user could have written."""
    try:
        fd = os.open(_folder() / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(fd, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o022:
                return None
            digest, content = stream.read(_DIGEST_BYTES), stream.read()
            if status.st_mtime < time.time() - _DAY:
                with contextlib.suppress(OSError):
                    os.utime(fd)
    except OSError:
        return None
    return content if _digest(name, content) == digest else None


def keep(name: str, content: bytes) -> None:
    """Keep something under a name, whole or not at all; where nothing can be written, nothing is kept."""
    folder = _folder()
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = folder / f"{name}.{secrets.token_hex(4)}.part"
        fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(fd, "wb") as stream:
            stream.write(_digest(name, content) + content)
        part.replace(folder / name)
        _remove_unused(folder)


def _remove_unused(folder: Path) -> None:
    for kept in folder.iterdir():
        if kept.stat(follow_symlinks=False).st_mtime < time.time() - UNUSED:
            kept.unlink()


def can_keep() -> bool:
    """Tell whether anything can be kept: what is made only to be kept need not be made."""
    folder = _folder()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _digest(name: str, content: bytes) -> bytes:
    """Return a digest of the content under its name: who may only rename files must not make one stand for another."""
    return hashlib.sha256(name.encode() + b"\0" + content).digest()


def _folder() -> Path:
    return platformdirs.user_cache_path("collect-bundle")
