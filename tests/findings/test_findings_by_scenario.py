"""Each scenario gives exactly its findings; a healthy installation gives none."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from collector.finding import Severity
from collector.findings import judge
from collector.findings.judge import known_checks
from collector.model import Redaction
from collector.run import Contents
from collector.simulator import cluster, scenario_names
from collector.simulator.topologies import ALLOWED_SHARDS

CRITICAL, WARNING, INFO = Severity.CRITICAL, Severity.WARNING, Severity.INFO
ALWAYS = {"platform-sunset": INFO, "secrets-in-environment": INFO}
"""What is true of every installation that is simulated: its environment holds secrets, and the platform is gone."""
FAULTY = {
    "demo": {
        "callback-queue-high": CRITICAL,
        "callbacks-failing": WARNING,
        "disk-full": CRITICAL,
        "shard-without-owner": CRITICAL,
        "build-expiring": WARNING,
        "webhook-http": WARNING,
    },
    "single-unregistered": {"number-unregistered": WARNING},
    "single-expired-build": {"build-expired": CRITICAL},
    "single-expiring": {"build-expiring": WARNING},
    "single-low-disk": {"disk-full": CRITICAL},
    "single-socket-down": {"connection-down": CRITICAL},
    "queue-high": {"callback-queue-high": CRITICAL, "callbacks-failing": WARNING},
    "webhook-http": {"webhook-http": WARNING},
    "webhook-missing": {"webhook-missing": WARNING},
    "sunset": {"build-expired": CRITICAL},
    "ha-two-control-owners": {"control-shard-several": CRITICAL, "shard-owned-twice": CRITICAL},
    "ha-no-primary": {"primary-master-missing": CRITICAL},
    "clock-skew": {"clock-skew": WARNING},
    "mc-missing-shard": {"shard-without-owner": CRITICAL},
    "mc-version-skew": {"version-skew": WARNING},
    "mc-schema-skew": {"schema-skew": WARNING},
    "mc-unreachable-node": {"node-silent": WARNING},
}
Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]


@pytest.mark.parametrize("name", scenario_names())
def test_a_scenario_gives_exactly_its_findings(name: str, answers: Answers, bundle: Bundle) -> None:
    found = {finding.id: finding.severity for finding in judge(bundle(answers(name)))}
    assert found == {**FAULTY.get(name, {}), **ALWAYS}


@pytest.mark.parametrize("shards", ALLOWED_SHARDS)
def test_a_healthy_cluster_of_every_allowed_size_gives_none(shards: int, answers: Answers, bundle: Bundle) -> None:
    assert {f.id for f in judge(bundle(answers(cluster(shards + 4, shards))))} == ALWAYS.keys()


@pytest.mark.parametrize("name", ["single-healthy", "ha-healthy", "mc-healthy"])
@pytest.mark.parametrize("missing", ["support", "health", "app-settings", "app-stats", "shards"])
def test_a_missing_answer_makes_no_healthy_installation_ill(
    name: str, missing: str, answers: Answers, bundle: Bundle
) -> None:
    documents = answers(name)
    del documents[missing]
    assert {f.id for f in judge(bundle(documents))} <= ALWAYS.keys()


def test_a_published_default_is_told_by_the_ledger_and_never_shown(answers: Answers, bundle: Bundle) -> None:
    place = Redaction("collected/support.json", "/support/env/13", "env", "mask", "[env]", ("published-default",))
    found = {f.id: f for f in judge(bundle(answers("default-password"), redactions=(place,)))}
    finding = found["published-default-credential"]
    assert finding.severity is WARNING
    assert [(p.member, p.pointer, p.shown) for p in finding.evidence] == [
        ("collected/support.json", "/support/env/13", "[env]")
    ]


@pytest.mark.parametrize("name", scenario_names())
def test_evidence_leads_to_the_value_it_shows(name: str, answers: Answers, bundle: Bundle) -> None:
    documents = answers(name)
    for finding in judge(bundle(documents)):
        assert finding.evidence or finding.id == "platform-sunset"
        if finding.id == "secrets-in-environment":  # shows a name and a mark; here nothing was redacted
            assert {p.shown.rpartition("=")[2] for p in finding.evidence} == {"…"}
            continue
        for pointer in finding.evidence:
            value = documents[pointer.member.removeprefix("collected/").removesuffix(".json")]
            for key in pointer.pointer.split("/")[1:]:
                value = value[int(key)] if isinstance(value, list) else value[key.replace("~1", "/").replace("~0", "~")]
            assert pointer.shown == (value if isinstance(value, str) else json.dumps(value))[:160]


def test_every_finding_is_told_by_its_check_and_says_what_to_do(answers: Answers, bundle: Bundle) -> None:
    told = {(check.id, told.id) for check in known_checks() for told in check.tells}
    for name in scenario_names():
        for finding in judge(bundle(answers(name))):
            assert (finding.check, finding.id) in told
            assert finding.version >= 1
            assert all((finding.title, finding.seen, finding.expected, finding.remedy, finding.basis))


def test_the_worst_comes_first_then_by_id(answers: Answers, bundle: Bundle) -> None:
    assert [f.id for f in judge(bundle(answers("demo")))] == [
        "callback-queue-high",
        "disk-full",
        "shard-without-owner",
        "build-expiring",
        "callbacks-failing",
        "webhook-http",
        "platform-sunset",
        "secrets-in-environment",
    ]


def test_nodes_are_named_by_role_and_ordinal(answers: Answers, bundle: Bundle) -> None:
    found = {finding.id: finding for finding in judge(bundle(answers("demo")))}
    assert found["disk-full"].seen == "coreapp-1: free_space_logs 708.0 MiB"
