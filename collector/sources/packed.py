"""Knows what is packed by its first bytes: what it holds is redacted once it is unpacked."""

from __future__ import annotations

from collector.errors import UsageError

_BEGINNINGS = {
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"\xfd7zXZ\x00": "xz",
    b"BZh": "bzip2",
    b"PK\x03\x04": "zip",
    b"7z\xbc\xaf\x27\x1c": "7z",
}
"""Magic numbers: RFC 1952, RFC 8878, the xz file format, bzip2, PKWARE's APPNOTE, 7-Zip's 7zFormat."""
_TAR, _TAR_AT = b"ustar", 257
"""POSIX.1-1988."""


def refuse_packed(head: bytes, called: str) -> None:
    """Raise UsageError where the first bytes of a file are those of something packed."""
    if kind := packed_as(head):
        raise UsageError(
            "{file} is packed ({kind}): nobody can say what it holds",
            cure="unpack it, and redact what it holds",
            file=called,
            kind=kind,
        )


def packed_as(head: bytes) -> str:
    """Return what the first bytes of a file are packed as, or nothing."""
    if b"\0" in head:
        if head.startswith(_TAR, _TAR_AT):
            return "tar"
        return next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), "")
    return ""
