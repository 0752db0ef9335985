"""Where a finding begins and ends: the day, the byte, the second, the callback."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from collector.finding import Finding, Severity
from collector.findings import judge
from collector.model import CleanText
from collector.run import Contents
from collector.target import Attempt

Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]
MakeAttempt = Callable[..., Attempt[CleanText]]
ALWAYS = {"platform-sunset", "secrets-in-environment"}
GIB = 1 << 30


def _judged(contents: Contents) -> dict[str, Finding]:
    return {finding.id: finding for finding in judge(contents) if finding.id not in ALWAYS}


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(seconds=-1), {"build-expired"}),
        (timedelta(0), {"build-expiring"}),
        (timedelta(days=7, seconds=-1), {"build-expiring"}),
        (timedelta(days=7), set()),
    ],
)
def test_a_build_expires_to_the_second(
    left: timedelta, expected: set[str], now: datetime, answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"]["expire_timestamp"] = (now + left).strftime("%Y-%m-%dT%H:%M:%S")
    assert _judged(bundle(documents)).keys() == expected


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        (0, {"disk-full"}),
        (GIB - 1, {"disk-full"}),
        (GIB, {"disk-low"}),
        (5 * GIB - 1, {"disk-low"}),
        (5 * GIB, set()),
        ((1 << 63) - (1 << 20), set()),
        (9223372036853727000.0, set()),
        (-1, {"disk-unreadable"}),
        ("512", {"disk-full"}),
        ("much", {"disk-unreadable"}),
        (True, {"disk-unreadable"}),
        (None, {"disk-unreadable"}),
    ],
)
def test_room_on_a_disk_is_judged_to_the_byte_and_a_network_file_system_never(
    free: object, expected: set[str], answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"]["free_space_media_incoming"] = free
    assert _judged(bundle(documents)).keys() == expected


@pytest.mark.parametrize(
    ("waiting", "severity"),
    [(49_999, None), (50_000, Severity.WARNING), (89_999, Severity.WARNING), (90_000, Severity.CRITICAL)],
)
def test_a_callback_queue_is_judged_by_its_distance_from_100000(
    waiting: int, severity: Severity | None, answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["app-stats"]["stats"]["app"]["callback_queue_size"]["data"][0]["value"] = waiting
    found = _judged(bundle(documents)).get("callback-queue-high")
    assert (found.severity if found else None) is severity


@pytest.mark.parametrize(
    ("socket", "expected"),
    [
        ("UP", {}),
        ("UP receiving offline", {"connection-catching-up": Severity.INFO}),
        ("SC", {"connection-unsettled": Severity.WARNING}),
        ("UNK", {"connection-unsettled": Severity.WARNING}),
    ],
)
def test_a_single_instance_tells_its_connection(
    socket: str, expected: dict[str, Severity], answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"]["socket_conn"] = socket
    assert {f.id: f.severity for f in _judged(bundle(documents)).values()} == expected


def test_health_and_support_that_disagree_are_told(answers: Answers, bundle: Bundle) -> None:
    documents = answers("single-healthy")
    documents["health"]["health"]["gateway_status"] = "disconnected"
    found = _judged(bundle(documents))
    assert found.keys() == {"health-contradicts-support"}
    assert found["health-contradicts-support"].seen == "node: socket_conn UP, gateway_status disconnected"


def test_a_node_that_only_health_knows_is_told(answers: Answers, bundle: Bundle) -> None:
    documents = answers("mc-healthy")
    documents["health"]["health"]["other:c0ffee"] = {"gateway_status": "disconnected", "role": "coreapp"}
    assert _judged(bundle(documents))["health-contradicts-support"].seen == "coreapp-4: known to health only"


def test_a_database_schema_in_the_making_is_told_from_health_alone(answers: Answers, bundle: Bundle) -> None:
    documents = {"health": {"health": {"gateway_status": "uninitialized"}}}
    assert _judged(bundle(documents)).keys() == {"service-uninitialized"}


def test_a_cluster_none_of_whose_coreapps_is_connected_is_told_from_health_alone(
    answers: Answers, bundle: Bundle
) -> None:
    documents = {"health": answers("ha-healthy")["health"]}
    for node in documents["health"]["health"].values():
        node["gateway_status"] = "disconnected"
    assert _judged(bundle(documents)).keys() == {"connection-no-coreapp"}


def test_a_whole_time_zone_is_a_note_where_all_nodes_agree(
    now: datetime, answers: Answers, bundle: Bundle, attempt: MakeAttempt
) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"]["device_iso8601"] = (now + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S")
    found = _judged(bundle(documents))
    assert {f.id: f.severity for f in found.values()} == {"clock-zone": Severity.INFO}


def test_the_service_clock_is_its_date_header_not_ours(
    now: datetime, answers: Answers, bundle: Bundle, attempt: MakeAttempt
) -> None:
    late = attempt("support", started=now + timedelta(minutes=5), facts=(("Date", "Mon, 23 Nov 2026 08:45:12 GMT"),))
    found = _judged(bundle(answers("single-healthy"), attempts=(late,)))
    assert found.keys() == {"collector-clock-skew"}
    assert (
        found["collector-clock-skew"].title == "The collecting machine's clock differs from the service's by 5 minutes"
    )


def test_answers_saved_long_ago_have_no_clock_to_compare_with(
    now: datetime, answers: Answers, bundle: Bundle, attempt: MakeAttempt
) -> None:
    documents = answers("mc-healthy")
    for node in documents["support"]["support"].values():
        node["device_iso8601"] = "2026-09-01T10:00:00"
    saved = attempt("support", status=None)
    assert _judged(bundle(documents, attempts=(saved,))).keys() == set()


def test_a_cluster_on_its_last_legs_is_told_what_it_lacks(answers: Answers, bundle: Bundle) -> None:
    documents = answers("mc-healthy")
    master, _, first, second, _ = documents["support"]["support"]
    documents["support"]["support"] = {key: documents["support"]["support"][key] for key in (master, first, second)}
    documents["health"]["health"] = {key: documents["health"]["health"][key] for key in (master, first, second)}
    assert _judged(bundle(documents)).keys() == {"masters-too-few", "coreapp-no-spare"}


def test_nodes_of_two_numbers_in_one_cluster_are_critical(answers: Answers, bundle: Bundle) -> None:
    documents = answers("mc-healthy")
    next(iter(documents["support"]["support"].values()))["debug_info"] = "[phone:k3v9m2q7x4td8]"
    found = _judged(bundle(documents))
    assert {f.id: f.severity for f in found.values()} == {"number-skew": Severity.CRITICAL}
    assert "primary-master" in found["number-skew"].title


def test_a_shard_that_a_silent_node_may_own_is_a_warning(answers: Answers, bundle: Bundle) -> None:
    documents = answers("mc-missing-shard")
    documents["support"]["support"][list(documents["support"]["support"])[-1]] = "timeout"
    found = _judged(bundle(documents))
    assert {f.id: f.severity for f in found.values()} == {
        "node-silent": Severity.WARNING,
        "shard-without-owner": Severity.WARNING,
    }
