"""A value that no document names is said to be unreadable: it is neither taken for a fault nor passed over."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from collector.findings import judge
from collector.run import Contents

Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]


def node(documents: dict[str, Any], index: int) -> dict[str, Any]:
    """Return what the nth node reports; in mc-healthy: primary, secondary, owner of 0, owner of 1, spare."""
    found: dict[str, Any] = list(documents["support"]["support"].values())[index]
    return found


def without_health(socket: object) -> Callable[[dict[str, Any]], object]:
    return lambda d: (d.pop("health"), d["support"]["support"].update(socket_conn=socket))


@pytest.mark.parametrize("socket", ["CONNECTED", "", None, 5, ["UP"]])
def test_a_connection_told_in_unknown_words_is_not_judged(socket: object, judged: Any) -> None:
    assert judged("single-healthy", without_health(socket)) == {"connection-not-told": "unjudged"}
    with_health = judged("single-healthy", lambda d: d["support"]["support"].update(socket_conn=socket))
    assert with_health == {}


def test_how_a_connection_is_spelt_does_not_matter(judged: Any) -> None:
    assert judged("single-healthy", without_health("up")) == {}
    assert judged("single-healthy", without_health("dn")) == {"connection-down": "critical"}


@pytest.mark.parametrize("support", [{}, None, [], [1], "gone"])
def test_a_report_that_tells_of_no_node_is_never_called_healthy(support: object, judged: Any) -> None:
    assert judged("single-healthy", lambda d: d["support"].update(support=support)) == {
        "support-unreadable": "unjudged"
    }


@pytest.mark.parametrize("shards", ["0", [["0", "0"]], [[1, 0]], {"0": 0}])
def test_shards_that_cannot_be_read_are_no_shards_without_owner_for_certain(shards: object, judged: Any) -> None:
    assert judged("mc-healthy", lambda d: node(d, 2).update(shards=shards)) == {
        "shards-unreadable": "unjudged",
        "shard-without-owner": "warning",
    }


def test_a_coreapp_that_tells_no_shards_may_own_the_one_that_is_missing(judged: Any) -> None:
    assert judged("mc-healthy", lambda d: node(d, 2).pop("shards")) == {
        "shards-unreadable": "unjudged",
        "shard-without-owner": "warning",
    }


def test_a_master_that_owns_a_shard_of_messages_is_told(judged: Any) -> None:
    def moved(documents: dict[str, Any]) -> None:
        node(documents, 0)["shards"].append([0, 0])
        node(documents, 2).update(shards=[], socket_conn="DN")
        documents.pop("health")

    assert judged("mc-healthy", moved) == {"shard-misplaced": "warning"}


def test_two_primary_masters_are_told_even_where_another_node_tells_no_role(judged: Any) -> None:
    def changed(documents: dict[str, Any]) -> None:
        documents.pop("health")
        node(documents, 1).update(role="primary_master")
        node(documents, 4).update(role="chief")

    assert judged("mc-healthy", changed) == {"primary-master-several": "critical", "roles-not-told": "unjudged"}


@pytest.mark.parametrize(
    ("down", "expected"),
    [(0, {"connection-down": "critical"}), (2, {"connection-too-few": "critical"}), (None, {})],
)
def test_who_must_be_connected_follows_from_the_account_where_no_node_tells_shards(
    down: int | None, expected: dict[str, str], judged: Any
) -> None:
    def changed(documents: dict[str, Any]) -> None:
        documents.pop("health")
        for index in range(5):
            node(documents, index).pop("shards")
            if index == down:
                node(documents, index).update(socket_conn="DN")

    assert judged("mc-healthy", changed) == {**expected, "shards-not-told": "unjudged"}


def test_more_connected_coreapps_than_shards_are_told_where_no_node_tells_shards(judged: Any) -> None:
    def changed(documents: dict[str, Any]) -> None:
        documents.pop("health")
        for index in range(5):
            node(documents, index).pop("shards")
        node(documents, 4).update(socket_conn="UP")

    assert judged("mc-healthy", changed) == {"connection-too-many": "warning", "shards-not-told": "unjudged"}


@pytest.mark.parametrize("told", [2, "2", 2.0])
def test_a_number_of_shards_is_read_in_digits_too(told: object, judged: Any) -> None:
    assert judged("mc-healthy", lambda d: d["shards"]["account"].update(shards=told)) == {}
    alone = judged("single-healthy", lambda d: d["shards"]["account"].update(shards=told))
    assert alone == {"shards-on-single-instance": "critical"}


@pytest.mark.parametrize("told", [0, 3, 64, "64"])
def test_a_number_of_shards_that_is_not_allowed_is_critical(told: object, judged: Any) -> None:
    found = judged("mc-healthy", lambda d: d["shards"]["account"].update(shards=told))
    assert found == {"shards-not-allowed": "critical"}


def queue(value: object) -> Callable[[dict[str, Any]], object]:
    return lambda d: d["app-stats"]["stats"]["app"]["callback_queue_size"]["data"][0].update(value=value)


def test_a_counter_is_read_in_digits_too(judged: Any) -> None:
    assert judged("single-healthy", queue("60000")) == {"callback-queue-high": "warning"}


def hook(**changes: object) -> Callable[[dict[str, Any]], object]:
    return lambda d: d["app-settings"]["settings"]["application"]["webhooks"].update(changes)


@pytest.mark.parametrize("url", ["ftp://hook.example/wa", "hook.example/wa", "httpsx://hook.example"])
def test_a_webhook_that_is_neither_http_nor_https_is_told(url: str, judged: Any) -> None:
    assert judged("single-healthy", hook(url=url)) == {"webhook-not-https": "critical"}


@pytest.mark.parametrize("url", ["https://hook.example/", " HTTPS://hook.example/", "[url:k3v9m2q7x4td8]"])
def test_a_webhook_that_is_https_or_was_removed_as_a_whole_is_not_told(url: str, judged: Any) -> None:
    assert judged("single-healthy", hook(url=url)) == {}


def test_a_webhook_of_no_known_shape_is_not_judged(judged: Any) -> None:
    assert judged("single-healthy", hook(url=5)) == {"webhook-unreadable": "unjudged"}
    changed = judged("single-healthy", lambda d: d["app-settings"]["settings"]["application"].update(webhooks=[]))
    assert changed == {"webhook-unreadable": "unjudged"}


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        (["PostgreSQL 9.4.26 on x86_64-pc-linux-gnu"], {"database-version": "info"}),
        (["MySQL 5.5.62-log"], {"database-version": "info"}),
        (["MySQL 5.7.44-log"], {}),
        (["10.0.0.5", "8.0.33"], {}),
        (["libmysql 8.0.33 at 10.0.0.5"], {}),
    ],
)
def test_the_version_of_the_database_is_found_behind_its_name(
    info: list[str], expected: dict[str, str], judged: Any
) -> None:
    assert judged("single-healthy", lambda d: d["support"]["support"].update(db_info=info)) == expected


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        ([{"code": "1016"}], {"service-error-1016": "critical"}),
        ({"code": 1016, "title": "System overloaded"}, {"service-error-1016": "critical"}),
        ([{"title": "Internal error"}], {"service-error-uncoded": "warning"}),
        ([{"code": None, "details": "?"}], {"service-error-uncoded": "warning"}),
        ([{}, None, 7], {}),
        ({}, {}),
    ],
)
def test_an_error_object_is_told_however_it_is_written(errors: object, expected: dict[str, str], judged: Any) -> None:
    found = judged("single-healthy", lambda d: d.update(health={"errors": errors}))
    assert found == {**expected, "health-unreadable": "unjudged"}


@pytest.mark.parametrize("field", ["shards", "role", "socket_conn"])
def test_evidence_of_a_field_that_lacks_leads_to_the_node(field: str, answers: Answers, bundle: Bundle) -> None:
    documents = copy.deepcopy(answers("mc-healthy"))
    documents.pop("health")
    for index in range(5):
        node(documents, index).pop(field)
    found = [pointer for finding in judge(bundle(documents)) for pointer in finding.evidence]
    assert [pointer for pointer in found if pointer.pointer.endswith(f"/{field}")] == []


@pytest.mark.parametrize("health", [None, [], "up", {"gateway_status": 5}, {"h1:c0ffee": "up"}])
@pytest.mark.parametrize("scenario", ["single-healthy", "mc-healthy"])
def test_a_health_of_no_known_shape_is_told(scenario: str, health: object, judged: Any) -> None:
    assert judged(scenario, lambda d: d.update(health={"health": health})) == {"health-unreadable": "unjudged"}


def test_two_nodes_of_high_availability_that_share_what_one_owns_are_told(judged: Any) -> None:
    def apart(documents: dict[str, Any]) -> None:
        documents.pop("health")
        node(documents, 2).update(shards=[[0, 0]])
        node(documents, 3).update(shards=[[-1, -1]], socket_conn="UP")

    assert judged("ha-healthy", apart) == {"control-shard-apart": "critical"}


def test_two_clocks_near_the_service_s_may_still_be_far_from_each_other(judged: Any) -> None:
    def apart(documents: dict[str, Any]) -> None:
        node(documents, 1)["device_iso8601"] = "2026-11-23T08:44:22"
        node(documents, 2)["device_iso8601"] = "2026-11-23T08:46:02"

    assert judged("mc-healthy", apart) == {"clock-skew": "warning"}
    assert judged("mc-healthy", lambda d: node(d, 1).update(device_iso8601="2026-11-23T08:44:22")) == {}
