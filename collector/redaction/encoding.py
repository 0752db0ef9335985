"""Bytes to text and back, so that whatever a rule did not touch is the same byte for byte."""

from __future__ import annotations

import codecs
import contextlib
from dataclasses import dataclass

_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was encoded."""

    text: str
    encoding: str
    bom: bytes = b""

    def encode(self, clean: str) -> bytes:
        """Return the clean text in the encoding the content came in."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "strict"
        return self.bom + clean.encode(self.encoding, errors)


def decode(content: bytes) -> Decoded:
    """Return the content as text; bytes that are no UTF-8 survive as escapes, UTF-16 needs its byte order mark."""
    for bom, encoding in _BOMS:
        if content.startswith(bom) and b"\0" in content and not content.startswith(codecs.BOM_UTF32_LE):
            with contextlib.suppress(UnicodeDecodeError):
                return Decoded(content[len(bom) :].decode(encoding), encoding, bom)
    return Decoded(content.decode("utf-8", "surrogateescape"), "utf-8")
