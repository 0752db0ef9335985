"""Reads the counters of `/v1/stats/app` and `/v1/stats/db`, flat or by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from collector.documents import Json, at, figure, mapping, text
from collector.finding import Pointer
from collector.findings.evidence import Evidence

APP, DB = "collected/app-stats.json", "collected/db-stats.json"
_SECTIONS = {APP: "app", DB: "db"}


@dataclass(frozen=True, slots=True)
class Series:
    """One value of a metric: whose it is (`coreapp-1`, empty on a single instance), its labels and its place."""

    owner: str
    labels: Mapping[str, Json]
    value: float
    pointer: Pointer

    def label(self, name: str) -> str:
        """Return a label as text; empty where there is none."""
        value = self.labels.get(name)
        return str(value) if isinstance(value, int) else text(value)


def series(evidence: Evidence, member: str, metric: str) -> tuple[Series, ...]:
    """Return every series of a metric, of every node."""
    section = _SECTIONS[member]
    metrics = mapping(evidence.find(member, "stats", section))
    names = {node.key: node.name for node in evidence.installation.nodes if node.key}
    owners: list[tuple[str, ...]] = [(), *((key,) for key in metrics if metric in mapping(metrics[key]))]
    return tuple(
        one
        for owner in owners
        for one in _read(
            evidence, member, ("stats", section, *owner, metric), names.get("".join(owner), "".join(owner))
        )
    )


def _read(evidence: Evidence, member: str, place: tuple[str, ...], owner: str) -> Iterator[Series]:
    data = mapping(evidence.find(member, *place)).get("data")
    for index, one in enumerate(data if isinstance(data, list) else []):
        value = figure(at(one, "value"))
        if value is not None:
            labels = mapping(at(one, "labels"))
            yield Series(owner, labels, value, evidence.point(member, *place, "data", index, "value"))


def by_owner(found: Iterable[Series]) -> dict[str, list[Series]]:
    """Return the series of each node, in order."""
    owners: dict[str, list[Series]] = {}
    for one in found:
        owners.setdefault(one.owner, []).append(one)
    return owners


def total(found: Iterable[Series]) -> float:
    """Return the sum of all values."""
    return sum(one.value for one in found)
