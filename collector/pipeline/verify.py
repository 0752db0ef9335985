"""Is this bundle whole and safe to send? A public name."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from collector.bundle.verify import Verified
from collector.bundle.verify import verify as verify_bundle

__all__ = ["Verified", "verify"]


def verify(bundle: str | PathLike[str]) -> Verified:
    """Check a bundle's structure, digests and contents without extracting it; raises NotABundleError."""
    return verify_bundle(Path(bundle))
