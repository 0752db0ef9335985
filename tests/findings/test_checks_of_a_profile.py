"""Checks in YAML beside the endpoints: found, silent, refused with their place, and explained like any other."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from collector.errors import ConfigError
from collector.finding import Severity
from collector.findings import judge
from collector.findings.judge import known_ids
from collector.profile import load_profile
from collector.run import Contents

PROFILE = """\
version: 1
name: little
title: A little service
main: status
errors: {code_at: /errors/0/code}
endpoints:
  - {name: status, path: /status, why: says how it is, needs: nothing, cost: cheap, member: collected/status.json}
checks:
  - id: jobs-waiting
    why: jobs that wait are jobs that are late
    member: collected/status.json
    at: "$.queues[*].waiting"
    above: 100
    severity: warning
    title: "{value} jobs wait"
    expected: at most 100 jobs wait
    remedy: start another worker
    basis: the service's manual, chapter 4
    examples:
      - {given: {queues: [{waiting: 101}]}, fires: true}
      - {given: {queues: [{waiting: 100}, {waiting: "101"}]}, silent: true}
"""
Bundle = Callable[..., Contents]


def complaints(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_profile(text, file="p.yaml", taken=known_ids())
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def test_a_check_finds_every_place_and_says_the_first_value(bundle: Bundle) -> None:
    profile = load_profile(PROFILE, file="p.yaml")
    contents = bundle({"status": {"queues": [{"waiting": 7}, {"waiting": 640}, {"waiting": 101}]}})

    found = {finding.id: finding for finding in judge(contents, profile.checks)}["jobs-waiting"]

    assert found.severity is Severity.WARNING
    assert found.title == "640 jobs wait"
    assert found.seen == "/queues/1/waiting 640; /queues/2/waiting 101"
    assert found.check == "jobs-waiting"
    assert [(p.member, p.pointer, p.shown) for p in found.evidence] == [
        ("collected/status.json", "/queues/1/waiting", "640"),
        ("collected/status.json", "/queues/2/waiting", "101"),
    ]


@pytest.mark.parametrize("documents", [{}, {"status": {"queues": []}}, {"status": None}, {"other": {"queues": 1}}])
def test_a_check_is_silent_where_nothing_is_wrong_or_nothing_is_there(documents: Any, bundle: Bundle) -> None:
    profile = load_profile(PROFILE, file="p.yaml")
    assert "jobs-waiting" not in {finding.id for finding in judge(bundle(documents), profile.checks)}


def test_a_check_that_fails_takes_nothing_else_with_it(bundle: Bundle) -> None:
    [check] = load_profile(PROFILE, file="p.yaml").checks
    contents = bundle({"status": {"queues": [{"waiting": 7}]}})
    found = {finding.id: finding for finding in judge(contents, [replace(check, operator="?", title="{} {value}")])}
    assert found["unjudged-jobs-waiting"].title == "Not judged: {} …"
    assert found["unjudged-jobs-waiting"].check == "jobs-waiting"


@pytest.mark.parametrize(
    ("comparison", "fires", "silent"),
    [
        ("above: 3", [4, 3.5], [3, "4", True, None]),
        ("below: 0.5", [0, -1, 0.25], [0.5, None, False]),
        ("equals: down", ["down"], ["DOWN", None, 0]),
        ("equals: true", [True], [1, "true", False]),
        ("differs: up", ["down", 0], ["up"]),
        ("in: [bad, worse, 7]", ["bad", 7], ["good", "7", True]),
        ("matches: 'code=5\\d\\d\\b'", ["GET code=503 failed"], ["code=5", "CODE=503", 503, None]),
        ("contains: refused", ["connection REFUSED by peer"], ["ok", 7, None]),
    ],
)
def test_every_comparison(comparison: str, fires: list[Any], silent: list[Any]) -> None:
    examples = [{"given": {"v": value}, "fires": True} for value in fires]
    examples += [{"given": {"v": value}, "silent": True} for value in silent]
    text = PROFILE.replace('"$.queues[*].waiting"', "$.v").replace("above: 100", comparison)
    text = text[: text.index("    examples:")] + f"    examples: {json.dumps(examples)}\n"
    assert load_profile(text, file="p.yaml").checks[0].operator == comparison.partition(":")[0]


@pytest.mark.parametrize(("exists", "fires", "silent"), [("true", {"v": None}, {}), ("false", {}, {"v": 0})])
def test_a_value_that_is_there_or_is_not(exists: str, fires: Any, silent: Any) -> None:
    examples = [{"given": fires, "fires": True}, {"given": silent, "silent": True}]
    text = PROFILE.replace('"$.queues[*].waiting"', "$.v").replace("above: 100", f"exists: {exists}")
    text = text[: text.index("    examples:")] + f"    examples: {json.dumps(examples)}\n"
    assert load_profile(text, file="p.yaml").checks


def test_a_pattern_that_fits_a_long_value_nowhere_is_done_at_once(bundle: Bundle) -> None:
    text = PROFILE.replace("above: 100", "matches: 'a+b'").replace("waiting: 101", "waiting: ab")
    contents = bundle({"status": {"queues": [{"waiting": "a" * 10_000_000}] * 3}})
    found = judge(contents, load_profile(text, file="p.yaml").checks)
    assert "jobs-waiting" not in {finding.id for finding in found}


def test_a_value_of_no_fitting_type_is_told_once() -> None:
    assert complaints(PROFILE.replace("above: 100", 'above: "100"')) == [
        "13:12: expected here: a whole number or a number"
    ]
    assert complaints(PROFILE.replace("above: 100", "in: [[1]]")) == [
        "13:10: expected here: a text or a whole number or a number or true or false"
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("above: 100", "abve: 100", "13:5: unknown key 'abve'; did you mean 'above'?"),
        ("above: 100", "matches: '(a+)+b'", "13:14: what is repeated can be read in many ways"),
        ("above: 100", "matches: 'a('", "13:14: not a regular expression"),
        ("above: 100", "above: 100\n    below: 3", "9:5: a check has exactly one of above, below, equals"),
        ("severity: warning", "severity: bad", "14:15: 'bad' is none of critical, warning"),
        ("$.queues[*]", "$.queues[", "12:9: '$.queues[.waiting' is not an RFC 9535 path"),
        (
            "status.json\n    at",
            "statsu.json\n    at",
            "11:13: no endpoint fills 'collected/statsu.json'",
        ),
        ("waiting: 101}]}, fires", "waiting: 99}]}, fires", "20:9: the example says fires, but the check is silent"),
        ("fires: true", "silent: true", "9:5: a check has examples: at least one that fires and one that is silent"),
        (
            "id: jobs-waiting",
            "id: disk-full",
            "9:9: the id 'disk-full' is that of a check or finding",
        ),
    ],
)
def test_a_mistake_is_told_where_it_stands(old: str, new: str, complaint: str) -> None:
    assert any(told.startswith(complaint) for told in complaints(PROFILE.replace(old, new, 1))), complaints(
        PROFILE.replace(old, new, 1)
    )
