"""Is this bundle whole and safe to send? A public name."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import BinaryIO

from collector.bundle.verify import Verified, verify_stream
from collector.bundle.verify import verify as verify_bundle

__all__ = ["Verified", "verify"]


def verify(bundle: str | PathLike[str] | BinaryIO) -> Verified:
    """Check the structure, digests and contents of a bundle, or of a stream, without extracting it.

    Raises NotABundleError that names the first thing that is wrong.
    """
    if isinstance(bundle, str | PathLike):
        return verify_bundle(Path(bundle))
    return verify_stream(bundle)
