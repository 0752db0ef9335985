"""The clean answers as every part of the pages reads them: parsed once, with the installation they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from collector.documents import Json, documents
from collector.run import Contents
from collector.topology import Installation, installation


@dataclass(frozen=True, slots=True)
class Answers:
    """The members that are JSON, by name, and the nodes they tell of."""

    documents: Mapping[str, Json]
    installation: Installation


def answers(contents: Contents) -> Answers:
    """Return what the contents' members hold."""
    found = documents(contents)
    return Answers(found, installation(found))
