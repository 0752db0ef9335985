"""An installation in the making, as whoever breaks it holds it: its nodes, its answers, and what was broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random
from typing import Any

from collector.model import Redaction, Withheld
from collector.simulator.scenario import Node, Role, Scenario

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)


@dataclass
class Patient:
    """An installation in the making: its nodes, its answers, and what was broken."""

    random: Random
    scenario: Scenario
    told: set[str] = field(default_factory=set)
    documents: dict[str, Any] = field(default_factory=dict)
    attempts: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    redactions: list[Redaction] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """The nodes that one fault already has to itself."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.scenario.nodes

    @property
    def is_single(self) -> bool:
        return not self.scenario.clustered

    @property
    def is_multiconnect(self) -> bool:
        return self.scenario.clustered and self.scenario.shards > 1

    def change(self, index: int, **changes: Any) -> None:
        """Change a node; one without a number never connects."""
        if self.scenario.phone is None:
            changes = {key: value for key, value in changes.items() if key not in {"socket", "gateway"}}
        nodes = tuple(replace(n, **changes) if i == index else n for i, n in enumerate(self.nodes))
        self.scenario = replace(self.scenario, nodes=nodes)
        self.taken.add(index)

    def pick(self, wanted: Callable[[Node], bool]) -> int | None:
        found = [i for i, node in enumerate(self.nodes) if wanted(node) and i not in self.taken]
        return self.random.choice(found) if found else None

    def reports(self) -> list[dict[str, Any]]:
        """Return what `/v1/support` says of each node that answered."""
        said = self.documents["support"]["support"]
        return [said] if self.is_single else [node for node in said.values() if isinstance(node, dict)]

    def one_report(self) -> dict[str, Any]:
        return self.random.choice(self.reports())

    def spare_keys(self) -> list[str]:
        """Return the keys of the Coreapps that told that they own nothing."""
        said = {} if self.is_single else self.documents["support"]["support"]
        told = {key: node for key, node in said.items() if isinstance(node, dict)}
        return [key for key, node in told.items() if node["role"] == "coreapp" and node["shards"] == []]

    def application(self) -> dict[str, Any]:
        application: dict[str, Any] = self.documents["app-settings"]["settings"]["application"]
        return application

    def metrics(self) -> dict[str, Any]:
        """Return the counters of one node."""
        app = self.documents["app-stats"]["stats"]["app"]
        found: dict[str, Any] = app if self.is_single else self.random.choice(list(app.values()))
        return found


def is_owner(node: Node) -> bool:
    return node.role is Role.COREAPP and any(low >= 0 for low, _ in node.shards)


def is_spare(node: Node) -> bool:
    return node.role is Role.COREAPP and not node.shards


def is_idle(node: Node) -> bool:
    return not node.shards


Fault = Callable[[Patient], set[str] | None]
"""Breaks something and returns what must be found, or None where it cannot be planted."""
