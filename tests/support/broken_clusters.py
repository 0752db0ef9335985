"""Installations of 1 to 64 nodes, broken at random by somebody who writes down what was broken.

`python tests/support/broken_clusters.py` prints how many of the planted faults the checks find (recall) and how many of
the findings were planted (precision).
"""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from answer_faults import ALONE, ANSWER_FAULTS
from node_faults import NODE_FAULTS
from patient import NOW, Fault, Patient

from collector.findings import judge
from collector.model import Clean, CleanText
from collector.run import Contents, Run
from collector.simulator import settings, stats
from collector.simulator.health import health
from collector.simulator.scenario import Scenario
from collector.simulator.support import support
from collector.simulator.topologies import ALLOWED_SHARDS, ha_nodes, mc_nodes, single_node
from collector.target import Attempt, Result

SEEDS = range(200)
ALWAYS = frozenset({"platform-sunset", "secrets-in-environment"})
"""What is true of every simulated installation."""


def healthy(random: Random, size: int) -> tuple[Scenario, set[str]]:
    """Return an installation of so many nodes, and what is to be said of one that is too small."""
    if size == 1:
        return Scenario("single", "", (single_node(),)), set()
    if size < 4:
        nodes = ha_nodes(2)
        kept = (nodes[0], *((nodes[1],) if size == 3 else ()), nodes[2])
        few = {"coreapps-too-few"} | ({"masters-too-few"} if size == 2 else set())
        return Scenario("small", "", kept, clustered=True), few
    shards = random.choice([1, *(count for count in ALLOWED_SHARDS if 1 < count <= size - 2)])
    nodes = ha_nodes(size - 2) if shards == 1 else mc_nodes(shards, size - 2)
    no_spare = {"coreapp-no-spare"} if shards > 1 and size - 2 == shards else set()
    return Scenario("cluster", "", nodes, clustered=True, shards=shards), no_spare


def broken(seed: int) -> tuple[Contents, frozenset[str]]:
    """Return the contents of a run against a broken installation, and what must be found in them."""
    random = Random(seed)
    scenario, told = healthy(random, 1 + seed % 64)
    patient = Patient(random, scenario, set(told))
    faults = random.choice([0, 1, 1, 2, 2, 3, 4])
    applied: set[Fault] = set()
    for row in random.sample(NODE_FAULTS, min(faults, len(NODE_FAULTS))):
        _apply(patient, random.choice(row), applied)
    patient.documents = copy.deepcopy(answers_of(patient.scenario))
    rows = random.sample(ANSWER_FAULTS, random.choice([0, 1, 1, 2, 3]))
    chosen = [random.choice(row) for row in rows]
    for fault in chosen:
        if not (fault in ALONE and (_touches_shards(applied) or applied & ALONE)):
            _apply(patient, fault, applied)
    return contents_of(patient), frozenset(patient.told)


def _touches_shards(applied: set[Fault]) -> bool:
    return bool(applied & {*NODE_FAULTS[7], *NODE_FAULTS[8], *NODE_FAULTS[9]})


def _apply(patient: Patient, fault: Fault, applied: set[Fault]) -> None:
    told = fault(patient)
    if told is not None:
        patient.told |= told
        applied.add(fault)


def answers_of(scenario: Scenario) -> dict[str, Any]:
    """Return the documents that the simulator would answer with."""
    return {
        "support": support(scenario, NOW, NOW),
        "health": health(scenario),
        "app-settings": settings.application(scenario),
        "app-stats": stats.app_stats(scenario, 3),
        "shards": settings.shards(scenario),
    }


def contents_of(patient: Patient) -> Contents:
    """Return the contents of a run against the installation."""
    members = {f"{name}.json": json.dumps(value).encode() for name, value in patient.documents.items()}
    usual = {name: {"result": Result.COLLECTED, "code": "", "reason": "", "status": 200} for name in patient.documents}
    return Contents(
        RUN,
        tuple(
            Attempt(source=source, request=CleanText(f"GET /{source}"), started=NOW, seconds=0.05, **told)
            for source, told in (usual | patient.attempts).items()
        ),
        tuple(Clean(CleanText(f"collected/{name}"), content) for name, content in (members | patient.files).items()),
        tuple(patient.redactions),
        tuple(patient.withheld),
    )


RUN = Run(
    tool_version="1.0",
    profile="whatsapp-onprem",
    profile_title="WhatsApp Business API client (On-Premises)",
    profile_digest="",
    rules_digest="",
    level="standard",
    without=(),
    key_scope="one bundle, thrown away",
    started=NOW,
    ended=NOW,
    target=CleanText("https://[host:k3v9m2q7x4td8]:9090"),
    trust="verified",
    signed_in="token",
)


@dataclass(frozen=True)
class Measured:
    """How the checks did on all broken installations."""

    right: int
    missed: tuple[tuple[int, str], ...]
    """Seed and finding."""
    wrong: tuple[tuple[int, str], ...]
    planted: Counter[str]
    installations: int

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    def __str__(self) -> str:
        lines = [
            f"{self.installations} installations, {self.right + len(self.missed)} planted ({len(self.planted)} kinds)"
        ]
        lines += [f"recall {self.recall:.2%}, precision {self.precision:.2%}"]
        lines += [f"missed in {seed}: {name}" for seed, name in self.missed]
        return "\n".join([*lines, *(f"wrong in {seed}: {name}" for seed, name in self.wrong)])


def measure(seeds: range = SEEDS) -> Measured:
    """Judge every broken installation and compare with what was broken."""
    right, missed, wrong, planted = 0, [], [], Counter[str]()
    for seed, found, told in _judged(seeds):
        right += len(found & told)
        missed += [(seed, name) for name in sorted(told - found)]
        wrong += [(seed, name) for name in sorted(found - told)]
        planted.update(told)
    return Measured(right, tuple(missed), tuple(wrong), planted, len(seeds))


def _judged(seeds: range) -> Iterator[tuple[int, frozenset[str], frozenset[str]]]:
    for seed in seeds:
        contents, told = broken(seed)
        yield seed, frozenset(finding.id for finding in judge(contents)) - ALWAYS, told


if __name__ == "__main__":
    measured = measure()
    sys.stdout.write(f"{measured}\n")
    sys.exit(min(measured.recall, measured.precision) < 0.99)
