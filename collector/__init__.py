"""Collects a service's diagnostics, removes what must not leave the house, and packs one verified file."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collector.pipeline.collect import collect
    from collector.pipeline.verify import verify
    from collector.redaction.redactor import Redactor

__all__ = ["Redactor", "collect", "verify"]

_HOMES = {
    "Redactor": "collector.redaction.redactor",
    "collect": "collector.pipeline.collect",
    "verify": "collector.pipeline.verify",
}


def __getattr__(name: str) -> Any:
    # Importing the package must stay cheap: each public name loads its room when it is first used.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
