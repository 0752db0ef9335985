"""Takes a body off the wire under limits: plain or gzip once, never more bytes than allowed, wire or decoded."""

from __future__ import annotations

import zlib

from collector.sources.failures import ExchangeError

ACCEPT_ENCODING = "gzip, identity"
_STEP = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS


class Body:
    """A growing body of at most `limit` bytes on the wire and decoded; a bomb costs one step of 64 KiB beyond."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Raise ExchangeError(`encoding-not-offered`) for anything but identity and a single gzip."""
        encodings = [word.strip().lower() for word in encoding.split(",") if word.strip()]
        self._gzip = encodings in (["gzip"], ["x-gzip"])
        if encodings not in ([], ["identity"]) and not self._gzip:
            raise ExchangeError("encoding-not-offered")
        self._limit, self._wire = limit, 0
        self._inflate = zlib.decompressobj(_GZIP)
        self._decoded = bytearray()

    def expect(self, content_length: str) -> None:
        """Take the announced size; raise ExchangeError(`over-limit`) without reading what is too large anyway."""
        if content_length.isdecimal() and int(content_length[:20]) > self._limit:
            raise ExchangeError("over-limit")

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes off the wire; raise ExchangeError(`over-limit` or `encoding-broken`)."""
        self._wire += len(chunk)
        if self._wire > self._limit:
            raise ExchangeError("over-limit")
        if self._gzip:
            self._inflate_all(chunk)
        else:
            self._decoded += chunk

    def _inflate_all(self, chunk: bytes) -> None:
        while chunk:
            if self._inflate.eof:  # a gzip file may have several parts
                self._inflate = zlib.decompressobj(_GZIP)
            try:
                self._decoded += self._inflate.decompress(chunk, _STEP)
            except zlib.error:
                raise ExchangeError("encoding-broken") from None
            if len(self._decoded) > self._limit:
                raise ExchangeError("over-limit")
            chunk = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def finish(self) -> None:
        """Check that nothing is missing; raise ExchangeError(`truncated`)."""
        if self._gzip and self._wire and not self._inflate.eof:
            raise ExchangeError("truncated")

    def content(self) -> bytes:
        """Return what has come so far."""
        return bytes(self._decoded)
