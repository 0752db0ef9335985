"""What a check is: one topic, the findings it can make, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from collector.findings.evidence import Evidence
from collector.model import Finding

CHOSEN = "chosen by collect-bundle: no document of the product states a figure"
"""The basis of a limit that is ours."""


@dataclass(frozen=True, slots=True)
class Check:
    """One topic of judgement; `tells` are the ids of all findings that `look` can make."""

    id: str
    title: str
    why: str
    tells: tuple[str, ...]
    look: Callable[[Evidence], Iterable[Finding]]
    version: int = 1
