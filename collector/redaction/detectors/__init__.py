"""The detectors: one module a kind, found in this folder in sorted order; a broken or doubled one stops the program."""

from __future__ import annotations

import importlib
import pkgutil

from collector.redaction.detector import Detector


def load() -> dict[str, Detector]:
    """Return every detector by name; an import error or a doubled name is raised, never skipped."""
    found: dict[str, Detector] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")):
        detector: Detector = importlib.import_module(f"{__name__}.{module}").DETECTOR
        if detector.name in found:
            raise ImportError(f"two detectors are named {detector.name}")
        found[detector.name] = detector
    return found
