"""Whatever the answers hold, every check comes to a verdict; a check that cannot says so and nothing more."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collector.finding import Severity
from collector.findings import judge
from collector.findings.check import Check, Told
from collector.findings.checks.errors import MEANINGS
from collector.findings.evidence import gather
from collector.findings.judge import distinct, known_checks, run_check
from collector.model import Clean, CleanText
from collector.profile import load_profile
from collector.resources import profile_text
from collector.run import Contents

Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(["UP", "DN", "coreapp", "primary_master", "[phone:k3v9m2q7x4td8]", "[env]", "unregistered"])
    | st.sampled_from(
        ["9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00+23:59", "http://", 10**400, -(2**70), "\ud800"]
    )
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


MEMBERS = [endpoint.name for endpoint in load_profile(profile_text("whatsapp-onprem"), file="p.yaml").endpoints]


@QUICK
@given(documents=st.dictionaries(st.sampled_from([*MEMBERS, "anything-else"]), JSON))
def test_any_json_is_judged(documents: dict[str, Any], bundle: Bundle) -> None:
    assert [f.id for f in judge(bundle(documents)) if f.id.startswith("unjudged-")] == []


@QUICK
@given(data=st.data(), name=st.sampled_from(["single-healthy", "ha-healthy", "demo"]))
def test_any_value_in_any_place_is_judged(data: st.DataObject, name: str, answers: Answers, bundle: Bundle) -> None:
    documents = copy.deepcopy(answers(name))
    for _ in range(3):
        place: Any = documents
        while isinstance(inner := _child(data, place), dict | list) and inner and data.draw(st.integers(0, 4)):
            place = inner
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if place is not documents:
            place[key] = data.draw(JSON)
    assert [f.id for f in judge(bundle(documents)) if f.id.startswith("unjudged-")] == []


@QUICK
@given(content=st.binary(max_size=60), armour=st.sampled_from([b"", b"-----BEGIN CERTIFICATE-----\n"]))
def test_any_bytes_in_the_place_of_a_certificate_are_judged(content: bytes, armour: bytes, bundle: Bundle) -> None:
    members = (Clean(CleanText("collected/external-ca.pem"), armour + content + b"\n-----END CERTIFICATE-----\n"),)
    found = judge(replace(bundle({}), members=members))
    assert [f.id for f in found if f.id.startswith("unjudged-")] == []


@QUICK
@given(rows=st.lists(st.tuples(st.sampled_from(sorted(MEANINGS)), st.text(max_size=20)), max_size=4), where=JSON)
def test_error_objects_anywhere_are_judged(rows: list[tuple[int, str]], where: Any, bundle: Bundle) -> None:
    document = {"a": [where, {"errors": [{"code": code, "title": title} for code, title in rows]}]}
    found = {f.id for f in judge(bundle({"app-stats-internal": document}))}
    assert {f"service-error-{code}" for code, _ in rows} <= found
    assert not [name for name in found if name.startswith("unjudged-")]


def _child(data: st.DataObject, place: Any) -> Any:
    keys = sorted(place) if isinstance(place, dict) else range(len(place))
    return place[data.draw(st.sampled_from(keys))]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"support": ' * 5_000,
    ],
)
def test_bytes_that_are_no_sound_json_are_left_out(content: bytes, bundle: Bundle) -> None:
    assert [f.id for f in judge(bundle({"support": content}))] == ["platform-sunset"]


def test_a_number_beyond_all_bounds_is_no_figure(answers: Answers, bundle: Bundle) -> None:
    documents = copy.deepcopy(answers("single-healthy"))
    documents["support"]["support"]["free_space_data"] = 0
    documents["support"] = json.dumps(documents["support"]).replace('"free_space_data": 0', '"free_space_data": 1e999')
    documents["support"] = documents["support"].encode()
    assert [f.id for f in judge(bundle(documents))] == ["platform-sunset", "secrets-in-environment", "disk-unreadable"]


def test_a_hundred_thousand_ranges_of_shards_are_read_at_once(answers: Answers, bundle: Bundle) -> None:
    documents = copy.deepcopy(answers("mc-healthy"))
    next(iter(documents["support"]["support"].values()))["shards"] = [[-1, 4095]] * 100_000
    assert "control-shard-missing" not in {f.id for f in judge(bundle(documents))}


def test_one_number_of_thousands_of_digits_spoils_nothing_else(answers: Answers, bundle: Bundle) -> None:
    documents = answers("single-socket-down")
    documents["support"]["support"]["free_space_data"] = 0
    text = json.dumps(documents["support"])
    documents["support"] = text.replace('"free_space_data": 0', f'"free_space_data": {"9" * 9_000}').encode()
    usual = ["connection-down", "platform-sunset", "secrets-in-environment"]
    assert [f.id for f in judge(bundle(documents))] == [*usual, "disk-unreadable"]


def _told(name: str) -> Told:
    return Told(name, Severity.INFO, "a title", "something", "do it", "a test")


def test_a_check_that_fails_says_its_name_and_not_what_it_saw(answers: Answers, bundle: Bundle) -> None:
    def look(_: object) -> list[Any]:
        raise ValueError("hunter2")

    broken = Check("broken", "Is it whole?", "a test", "nothing", (_told("broken-finding"),), look)
    [finding] = run_check(broken, gather(bundle(answers("single-healthy"))))
    assert finding.id == "unjudged-broken"
    assert finding.severity is Severity.UNJUDGED
    assert "broken" in finding.seen
    assert "hunter2" not in repr(finding)


def test_two_checks_with_one_id_stop_the_program() -> None:
    first = Check("one", "?", "", "", (_told("same"),), lambda _: ())
    with pytest.raises(ValueError, match="same"):
        distinct([first, Check("two", "?", "", "", (_told("same"),), lambda _: ())])
    with pytest.raises(ValueError, match="check one"):
        distinct([first, Check("one", "?", "", "", (_told("other"),), lambda _: ())])


def test_every_check_file_is_found_in_order() -> None:
    assert [check.id for check in known_checks()] == [
        "agreement",
        "build",
        "callbacks",
        "certificates",
        "clock",
        "connection",
        "credentials",
        "database",
        "disk",
        "errors",
        "failover",
        "masters",
        "missing",
        "nodes",
        "platform",
        "queue",
        "registration",
        "shards",
        "skew",
        "webhook",
    ]
