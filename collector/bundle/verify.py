"""Is this file a bundle, and is it the bundle its manifest describes?"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from collector.bundle.layout import MANIFEST, digest_of
from collector.bundle.manifest import SCHEMA
from collector.bundle.reader import MAX_TOTAL_BYTES, Entry, entries, refuse
from collector.bundle.residue import search, wanted
from collector.errors import NotABundleError, UsageError
from collector.model import KnownValues, sha256

MAX_MANIFEST = 64 * 1024 * 1024
CHUNK = 1024 * 1024
SPOOLED = 32 * 1024 * 1024
"""Bytes of a piped bundle up to which it stays in memory."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A bundle that is whole: its folder's name, its manifest and the SHA-256 of the file."""

    name: str
    manifest: dict[str, Any]
    sha256: str
    members: int


def verify(path: Path) -> Verified:
    """Check a bundle without extracting it; raises NotABundleError that names the first thing that is wrong.

    Checked are: the archive's structure and limits, every member's name, size and SHA-256 against the manifest in both
    directions, the digest in the bundle's name, the `.sha256` beside it where there is one, and that nothing inside has
    a shape that cannot be innocent. Raises UsageError where there is nothing to read.
    """
    try:
        # Not blocking: a named pipe would keep us waiting for a writer, and a device never ends.
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(fd, "rb") as stream:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise refuse("it is not a regular file")
            return _verify(stream, path)
    except IsADirectoryError:
        raise NotABundleError(
            "{path} is a folder", cure="give the packed file; `check` reads an unpacked bundle, too", path=path
        ) from None
    except OSError as error:
        raise UsageError(
            "{path} cannot be read: {why}", cure="check the path and its permissions", path=path, why=error.strerror
        ) from None


def verify_stream(reader: BinaryIO) -> Verified:
    """Check a bundle that comes through a pipe, as `verify` does; it is kept in a nameless file meanwhile."""
    with tempfile.SpooledTemporaryFile(max_size=SPOOLED) as stream:
        while chunk := reader.read(CHUNK):
            if stream.tell() + len(chunk) > MAX_TOTAL_BYTES:
                raise refuse("it is larger than a bundle may be")
            stream.write(chunk)
        stream.seek(0)
        return _verify(stream, None)


def _verify(stream: IO[bytes], path: Path | None) -> Verified:
    whole = _digest(stream)
    if path:
        _check_sidecar(path, whole)
    stream.seek(0)
    folder, document, members = described(entries(stream))
    return Verified(folder, document, whole, members)


def described(members: Iterable[Entry]) -> tuple[str, dict[str, Any], int]:
    """Return the folder, the manifest and the number of members, which are what the manifest describes.

    Raises NotABundleError that names the first that is not, or that holds what cannot be innocent.
    """
    seen: dict[str, tuple[str, int]] = {}
    held: Entry | None = None
    nothing_known = wanted(KnownValues(frozenset(), frozenset()))
    for entry in members:
        seen[entry.name] = (sha256(entry.content), len(entry.content))
        held = entry if entry.name == MANIFEST else held
        if residues := search(entry.name, entry.content, nothing_known):
            raise refuse("something sensitive stands in {place}", place=residues[0].told)
    if held is None:
        raise refuse("it holds no manifest.json")
    document = _manifest(held.content)
    _compare(document, seen, held.folder)
    return held.folder, document, len(seen)


def _manifest(content: bytes) -> dict[str, Any]:
    if len(content) > MAX_MANIFEST:
        raise refuse("manifest.json is too large")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise refuse("manifest.json is not JSON") from None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise refuse("manifest.json does not say {schema}", schema=SCHEMA)
    return document


def _compare(document: dict[str, Any], seen: dict[str, tuple[str, int]], folder: str) -> None:
    rows = document.get("members")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise refuse("manifest.json lists no members")
    listed = {str(row.get("name")): (row.get("sha256"), row.get("bytes")) for row in rows}
    if len(listed) != len(rows):
        raise refuse("manifest.json lists a member twice")
    for name in sorted(seen.keys() - {MANIFEST} - listed.keys()):
        raise refuse("{name} is not in the manifest", name=name)
    for name in sorted(listed.keys() - seen.keys()):
        if len(name) > 200:
            raise refuse("a member of the manifest is missing")
        raise refuse("{name!r} is missing", name=name)
    for name, expected in listed.items():
        if seen[name] != expected:
            raise refuse("{name} is not what the manifest describes", name=name)
    digest = digest_of((name, digest) for name, (digest, _) in seen.items() if name != MANIFEST)
    if document.get("bundle") != folder or folder.rpartition("-")[2] != digest:
        raise refuse("its name does not fit its contents: members of two bundles were mixed, or it was renamed inside")


def _check_sidecar(path: Path, whole: str) -> None:
    side = path.with_name(f"{path.name}.sha256")
    if not side.is_file():
        return
    with side.open("rb") as stream:
        first = stream.read(64)
    if first != whole.encode():
        raise refuse("its SHA-256 is not the one in {name}", name=side.name)


def _digest(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
