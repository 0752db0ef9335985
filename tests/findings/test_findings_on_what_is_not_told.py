"""A field that an answer leaves out is told once, as an open question: silence is not health."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from collector.finding import Finding, Pointer
from collector.findings import judge
from collector.model import CleanText
from collector.run import Contents
from collector.target import Attempt

Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]
FIELDS = {
    "expire_timestamp": "build-expiry-unreadable",
    "device_iso8601": "clock-unreadable",
    "free_space_data": "disk-unreadable",
    "db_info": "database-not-told",
    "env": "environment-unreadable",
}
COMPARED = {
    "version": "skew-not-told",
    "schema": "skew-not-told",
    "debug_info": "skew-not-told",
    "multi_connect": "skew-not-told",
}
EMPTY = [None, ""]


def reports(documents: dict[str, Any]) -> list[dict[str, Any]]:
    support = documents["support"]["support"]
    return [support] if "socket_conn" in support else list(support.values())


def without(field: str, *nodes: int) -> Callable[[dict[str, Any]], None]:
    """Return what takes a field from the nodes of those numbers, or from every node."""

    def change(documents: dict[str, Any]) -> None:
        for number, report in enumerate(reports(documents)):
            if not nodes or number in nodes:
                del report[field]

    return change


@pytest.fixture
def told(answers: Answers, bundle: Bundle) -> Callable[..., dict[str, Finding]]:
    """Return a function that changes a scenario's answers and returns the open questions."""

    def made(scenario: str, change: Callable[[dict[str, Any]], object], **more: Any) -> dict[str, Finding]:
        documents = copy.deepcopy(answers(scenario))
        change(documents)
        found = judge(bundle(documents, **more))
        return {finding.id: finding for finding in found if finding.severity.value == "unjudged"}

    return made


@pytest.mark.parametrize("scenario", ["single-healthy", "ha-healthy", "mc-healthy"])
@pytest.mark.parametrize(("field", "finding"), FIELDS.items())
def test_a_field_that_no_node_tells_is_one_open_question(
    scenario: str, field: str, finding: str, judged: Any, told: Any
) -> None:
    assert judged(scenario, without(field)) == {finding: "unjudged"}
    found = told(scenario, without(field))[finding]
    node = "node" if scenario == "single-healthy" else "every node"
    assert node in found.title
    assert found.seen == f"{node}: no {field}"
    assert found.evidence == (Pointer("collected/support.json", "/support", "…"),)


@pytest.mark.parametrize(("field", "finding"), (FIELDS | COMPARED).items())
def test_a_field_that_one_node_lacks_is_told_with_its_name(field: str, finding: str, judged: Any, told: Any) -> None:
    assert judged("mc-healthy", without(field, 1)) == {finding: "unjudged"}
    found = told("mc-healthy", without(field, 1))[finding]
    assert found.seen == f"secondary-master-1: no {field}"
    assert [pointer.shown for pointer in found.evidence] == ["…"]


@pytest.mark.parametrize("empty", EMPTY)
def test_an_empty_value_tells_as_little(empty: object, judged: Any) -> None:
    for field, finding in FIELDS.items():
        changed = judged("single-healthy", lambda d, field=field: reports(d)[0].update({field: empty}))
        assert changed == {finding: "unjudged"}


def test_fields_that_the_same_nodes_lack_are_told_together(told: Any) -> None:
    def change(documents: dict[str, Any]) -> None:
        for volume in ("data", "logs", "media_incoming", "media_outgoing"):
            without(f"free_space_{volume}")(documents)
        reports(documents)[1]["free_space_data"] = "plenty"

    found = told("mc-healthy", change)["disk-unreadable"]
    assert found.seen == (
        "secondary-master-1: free_space_data plenty; primary-master, coreapp-1, coreapp-2 and coreapp-3: no "
        "free_space_data; every node: no free_space_logs, free_space_media_incoming and free_space_media_outgoing"
    )


def test_an_answer_that_is_not_there_leaves_no_question_of_its_fields(
    answers: Answers, bundle: Bundle, judged: Any
) -> None:
    for source in answers("mc-healthy"):
        assert judged("mc-healthy", lambda d, source=source: d.pop(source)) == {}


def test_a_single_instance_is_not_compared_but_must_say_that_it_is_one(judged: Any) -> None:
    assert judged("single-healthy", without("multi_connect")) == {"multiconnect-not-told": "unjudged"}
    for field in ("version", "schema"):
        assert judged("single-healthy", without(field)) == {}


def test_whether_a_number_is_registered_follows_from_health_too(judged: Any) -> None:
    assert judged("single-healthy", without("debug_info")) == {}

    def neither(documents: dict[str, Any]) -> None:
        documents.pop("health")
        without("debug_info")(documents)

    assert judged("single-healthy", neither) == {"number-not-told": "unjudged"}
    assert judged("mc-healthy", neither) == {"number-not-told": "unjudged", "skew-not-told": "unjudged"}


def test_a_node_that_only_health_knows_does_not_hide_that_no_number_is_registered(judged: Any) -> None:
    def ghost(documents: dict[str, Any]) -> None:
        for report in reports(documents):
            report.update(debug_info="unregistered", socket_conn="DN")
        for said in documents["health"]["health"].values():
            said["gateway_status"] = "unregistered"
        documents["health"]["health"]["ghost:c0ffee"] = {"gateway_status": "disconnected", "role": "coreapp"}

    assert judged("mc-healthy", ghost) == {"number-unregistered": "warning", "health-contradicts-support": "warning"}


def test_the_clock_of_a_saved_single_instance_has_nothing_to_be_compared_with(
    answers: Answers, bundle: Bundle, attempt: Callable[..., Attempt[CleanText]], told: Any
) -> None:
    saved = (attempt("support", status=None),)
    assert told("single-healthy", lambda _: None, attempts=saved).keys() == {"clock-not-compared"}
    assert told("mc-healthy", lambda _: None, attempts=saved).keys() == set()


@pytest.mark.parametrize("answer", [None, 7, [], {"account": None}, {"account": {}}, {"account": {"shards": None}}])
@pytest.mark.parametrize("scenario", ["single-healthy", "ha-healthy", "mc-healthy"])
def test_a_number_of_shards_that_cannot_be_read_is_told(scenario: str, answer: object, judged: Any) -> None:
    assert judged(scenario, lambda d: d.update(shards=answer)) == {"account-shards-unreadable": "unjudged"}


@pytest.mark.parametrize("told", [True, False, "two", [2], {"number": 2}])
def test_a_number_of_shards_that_is_no_number_is_told(told: object, judged: Any) -> None:
    found = judged("mc-healthy", lambda d: d["shards"]["account"].update(shards=told))
    assert found == {"account-shards-unreadable": "unjudged"}


def test_a_cluster_in_which_nobody_owns_anything_has_no_owner_of_the_control_shard_either(judged: Any) -> None:
    def nobody(documents: dict[str, Any]) -> None:
        for report in reports(documents):
            report.update(shards=[], socket_conn="DN")
        documents.pop("health")

    for scenario in ("ha-healthy", "mc-healthy"):
        assert judged(scenario, nobody) == {
            "shard-without-owner": "critical",
            "control-shard-missing": "critical",
            "connection-no-coreapp": "critical",
        } | ({"connection-down": "critical"} if scenario == "mc-healthy" else {})


def test_only_the_nodes_that_lack_a_database_setting_are_named(answers: Answers, bundle: Bundle) -> None:
    documents = copy.deepcopy(answers("mc-healthy"))
    report = reports(documents)[3]
    report["env"] = [entry for entry in report["env"] if not entry.startswith("WA_DB_PORT=")]
    [found] = [finding for finding in judge(bundle(documents)) if finding.id == "database-settings-missing"]
    assert found.title == "The environment of coreapp-2 does not say how to reach the database: WA_DB_PORT"
    assert found.seen == "coreapp-2: not in env: WA_DB_PORT"
    assert len(found.evidence) == 1


@pytest.mark.parametrize("answer", [None, {"stats": {"app": {}}}, {"stats": []}])
def test_counters_that_are_not_there_leave_the_queues_open(answer: object, judged: Any) -> None:
    assert judged("mc-healthy", lambda d: d.update({"app-stats": answer})) == {"queues-not-told": "unjudged"}


@pytest.mark.parametrize("answer", [None, [], {"settings": {}}, {"settings": {"application": {}}}])
def test_settings_that_cannot_be_read_leave_the_webhook_open(answer: object, judged: Any) -> None:
    assert judged("single-healthy", lambda d: d.update({"app-settings": answer})) == {"webhook-unreadable": "unjudged"}


def test_a_connection_that_no_coreapp_tells_is_open_where_nobody_tells_shards_either(judged: Any) -> None:
    def change(documents: dict[str, Any]) -> None:
        documents.pop("health")
        for report in reports(documents):
            report.pop("shards")
            report.pop("socket_conn")

    assert judged("ha-healthy", change) == {"shards-not-told": "unjudged", "connection-not-told": "unjudged"}
