"""Bodies made to hurt a careless client."""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import sha256

_GZIP_WINDOW = 31
_BLOCK = bytes(1 << 20)


def as_gzip(content: bytes) -> bytes:
    """Return the content as one gzip member with no time stamp."""
    packer = zlib.compressobj(wbits=_GZIP_WINDOW)
    return packer.compress(content) + packer.flush()


@lru_cache(maxsize=4)
def gzip_bomb(size: int) -> bytes:
    """Return a gzip member that unpacks to `size` zero bytes (to the next MiB), at about 1000:1."""
    packer = zlib.compressobj(9, wbits=_GZIP_WINDOW)
    blocks = -(-size // len(_BLOCK))
    return b"".join(packer.compress(_BLOCK) for _ in range(blocks)) + packer.flush()


def noise(size: int) -> bytes:
    """Return `size` bytes that look random and are always the same."""
    blocks = -(-size // 32)
    return b"".join(sha256(n.to_bytes(4, "big")).digest() for n in range(blocks))[:size]
