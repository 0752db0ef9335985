"""Packing, and the search of the finished bytes."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass

from isal import igzip

from collector.bundle.layout import member_name
from collector.bundle.reader import OWNER_ONLY, entries
from collector.bundle.residue import Residue, Wanted, search
from collector.model import Member, sha256

COMPRESSOR = "isal igzip, level 2"


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
