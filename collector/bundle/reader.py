"""Reading a bundle as a stranger would: a stream under limits, nothing ever extracted.

Only what our own packer writes is accepted: one gzip member, USTAR, regular files under one folder. The walk over the
blocks is our own because tarfile's loops for ever on some hostile archives (CVE-2025-8194) and follows PAX headers;
the header itself is parsed by tarfile.
"""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from collector.bundle.layout import may_hold
from collector.errors import NotABundleError
from collector.sentence import Sentence

BLOCK = 512
CHUNK = 64 * 1024
MAX_MEMBERS = 10_000
MAX_MEMBER_BYTES = 256 * 1024 * 1024
OWNER_ONLY = 0o600
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
CURE = Sentence("ask the sender for the file again, or compare its SHA-256 with the one they saw")


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as it stands in the archive: `folder` is the top-level directory, `name` is relative to it."""

    folder: str
    name: str
    content: bytes


def refuse(why: str, **values: object) -> NotABundleError:
    """Return the error that says why the file is not a bundle; `why` may name values."""
    return NotABundleError("not a bundle: {why}", cure=CURE, why=Sentence(why, **values))


def entries(stream: IO[bytes]) -> Iterator[Entry]:
    """Yield every member in the order of the archive.

    Raises NotABundleError for anything our packer does not write: other types, absolute or climbing paths, doubled
    names, several folders, truncation, bytes after the end, more than 10,000 members, 256 MiB a member or 1 GiB in all.
    """
    plain = _Inflated(stream)
    names: set[str] = set()
    folder = last = ""
    while (header := _header(plain.exactly(BLOCK))) is not None:
        top, _, name = header.name.partition("/")
        folder = folder or top
        _check(header, bool(top) and top == folder, name, names)
        if name <= last:
            raise refuse("member {number} is not in order", number=len(names) + 1)
        last = name
        names.add(_folded(name))
        content = plain.exactly(header.size)
        if any(plain.exactly(-header.size % BLOCK)):
            raise refuse("bytes hidden behind member {number}", number=len(names))
        yield Entry(folder, name, content)
    plain.end()


def _check(header: tarfile.TarInfo, same_folder: bool, name: str, names: set[str]) -> None:  # noqa: FBT001
    place = Sentence("member {number}", number=len(names) + 1)
    if header.type != tarfile.REGTYPE or header.pax_headers or header.linkname:
        raise refuse("{place} is not a regular file", place=place)
    if (header.uid, header.gid, header.uname, header.gname, header.mode) != (0, 0, "", "", OWNER_ONLY):
        raise refuse("{place} names an owner or a mode that a bundle does not have", place=place)
    if not same_folder or not name:
        raise refuse("{place} lies outside the one folder of a bundle", place=place)
    if not may_hold(name):
        raise refuse("{place} has a name that a bundle cannot hold", place=place)
    if _folded(name) in names:
        raise refuse("{place} has the name of an earlier member", place=place)
    if not 0 <= header.size <= MAX_MEMBER_BYTES:
        raise refuse("{place} is larger than {mib} MiB", place=place, mib=MAX_MEMBER_BYTES >> 20)
    if len(names) >= MAX_MEMBERS:
        raise refuse("more than {count} members", count=MAX_MEMBERS)


def _folded(name: str) -> str:
    return name.casefold()


def _header(block: bytes) -> tarfile.TarInfo | None:
    if not any(block):
        return None
    if block[257:265] != b"ustar\x0000":
        raise refuse("the archive inside is not the USTAR format")
    try:
        return tarfile.TarInfo.frombuf(block, "ascii", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError, ValueError):
        raise refuse("a damaged header inside the archive") from None


class _Inflated:
    """The decompressed stream, read in exact portions and never more than the limit in all."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._fresh = True
        self._inflater = zlib.decompressobj(wbits=31)
        self._held = bytearray()
        self._total = 0

    def exactly(self, size: int) -> bytes:
        while len(self._held) < size:
            more = self._more(size - len(self._held))
            if not more:
                raise refuse("the file ends in the middle")
            self._held += more
        portion = bytes(self._held[:size])
        del self._held[:size]
        return portion

    def end(self) -> None:
        """Accept zero blocks up to the end of one gzip member, and nothing behind it."""
        while more := bytes(self._held) or self._more(CHUNK):
            self._held.clear()
            if any(more):
                raise refuse("bytes hidden behind the end of the archive")
        if not self._inflater.eof:
            raise refuse("the file ends in the middle")
        if self._inflater.unused_data or self._stream.read(1):
            raise refuse("bytes hidden behind the end of the file")

    def _more(self, wished: int) -> bytes:
        while not self._inflater.eof:
            compressed = self._inflater.unconsumed_tail or self._stream.read(CHUNK)
            if not compressed:
                return b""
            # RFC 1952, 2.3.1: any flag would announce a name, a comment or other bytes that nobody has searched.
            if self._fresh and compressed[3:4] != b"\0":
                raise refuse("damaged, or not gzip as a bundle has it")
            self._fresh = False
            try:
                plain = self._inflater.decompress(compressed, max(wished, CHUNK))
            except zlib.error:
                raise refuse("damaged, or not gzip") from None
            self._total += len(plain)
            if self._total > MAX_TOTAL_BYTES:
                raise refuse("unpacks to more than {mib} MiB", mib=MAX_TOTAL_BYTES >> 20)
            if plain:
                return plain
        return b""
