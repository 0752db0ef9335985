"""How often the checks are right: two hundred installations, broken by somebody who knows what was broken."""

import json
from random import Random

import pytest
from broken_clusters import ALWAYS, SEEDS, Measured, answers_of, broken, contents_of, healthy, measure
from patient import Patient

from collector.finding import Pointer
from collector.findings import judge
from collector.findings.evidence import shown
from collector.findings.judge import known_checks
from collector.run import Contents

ELSEWHERE = {"secrets-in-environment", "published-default-credential"}
"""What shows a mark; here nothing was redacted."""


def place(contents: Contents, pointer: Pointer) -> object:
    """Return what stands where a pointer points to; what lies in attempts.json or in a certificate is as it says."""
    member = {str(one.name): one.content for one in contents.members}.get(pointer.member)
    if member is None or not pointer.member.endswith(".json"):
        return pointer.shown
    value, key = json.loads(member), ""
    for key in pointer.pointer.split("/")[1:]:
        value = value[int(key)] if isinstance(value, list) else value[key.replace("~1", "/").replace("~0", "~")]
    return value.replace(" ", "_") if key == "role" else value


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure()


def test_what_was_broken_is_found_and_nothing_else(measured: Measured) -> None:
    assert measured.recall >= 0.99, f"\n{measured}"
    assert measured.precision >= 0.99, f"\n{measured}"


def test_the_measure_covers_every_size_and_most_kinds(measured: Measured) -> None:
    assert {1 + seed % 64 for seed in SEEDS} == set(range(1, 65))
    told = {told.id for check in known_checks() for told in check.tells}
    assert measured.planted.keys() <= told
    assert len(measured.planted) >= 75


@pytest.mark.parametrize("seed", range(0, 200, 37))
def test_the_same_seed_breaks_the_same(seed: int) -> None:
    first, second = broken(seed), broken(seed)
    assert first[1] == second[1]
    assert {f.id for f in judge(first[0])} == {f.id for f in judge(second[0])}


@pytest.mark.parametrize("seed", range(200, 328))
def test_no_finding_is_told_twice_and_every_one_is_whole(seed: int) -> None:
    contents, _ = broken(seed)
    found = judge(contents)
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        for pointer in finding.evidence if finding.id not in ELSEWHERE else ():
            assert pointer.shown in {shown(place(contents, pointer)), "…"}
        assert all((finding.title, finding.seen, finding.expected, finding.remedy, finding.basis, finding.check))


def test_a_healthy_installation_of_any_size_is_called_healthy() -> None:
    for size in range(4, 65):
        scenario, small = healthy(Random(size), size)
        patient = Patient(Random(size), scenario)
        patient.documents = answers_of(scenario)
        assert {finding.id for finding in judge(contents_of(patient))} - ALWAYS == small
