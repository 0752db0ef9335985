"""Every answer keeps the documented rules, in every scenario."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from collector.simulator import Simulator, Tls, scenario_names
from collector.simulator.accounts import Account

Ask = Callable[..., tuple[int, Any, bytes]]
Read = Callable[[Simulator, str], Any]
SignIn = Callable[[Simulator, Account], str]
Make = Callable[[str], Simulator]

SECONDS = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"
SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? \d+')
every_scenario = pytest.mark.parametrize("name", scenario_names())


@every_scenario
def test_support_is_one_flat_node_or_nodes_by_host_and_container(name: str, healthy_wire: Make, read: Read) -> None:
    with healthy_wire(name) as simulator:
        support = read(simulator, "/v1/support")["support"]
        if not simulator.scenario.clustered:
            check_node(support, simulator)
            assert "role" not in support
            return
        assert all(re.fullmatch(r".+:[0-9a-f]{12}", key) for key in support)
        assert len(support) == len(simulator.scenario.nodes)
        for node in (n for n in support.values() if isinstance(n, dict)):
            check_node(node, simulator)
            assert node["role"] in {"primary_master", "secondary_master", "coreapp"}
            assert all(lo <= hi and lo >= -1 for lo, hi in node["shards"])


def check_node(node: dict[str, Any], simulator: Simulator) -> None:
    phone = simulator.scenario.phone
    assert node["context"] == "healthcheck"
    assert node["db_engine"] in {"MYSQL", "PGSQL"}
    assert all(isinstance(line, str) for line in node["db_info"])
    assert node["debug_info"] == (phone or "unregistered")
    assert re.fullmatch(SECONDS, node["device_iso8601"])
    assert re.fullmatch(SECONDS, node["expire_timestamp"])
    assert isinstance(node["e2e"]["identity_timestamp"], str)
    assert isinstance(node["e2e"]["registration_id"], int)
    for volume in ("data", "logs", "media_incoming", "media_outgoing"):
        assert isinstance(node[f"free_space_{volume}"], int)
    assert node["multi_connect"] is simulator.scenario.clustered
    assert set(node["schema"]) == {"axolotl", "callback", "cluster", "config", "contact", "jobqueue", "message"}
    assert node["socket_conn"] in {"DN", "UP", "SC", "UP receiving offline", "UNK"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", node["version"])


@every_scenario
def test_health_names_the_same_nodes_and_known_states(name: str, healthy_wire: Make, read: Read) -> None:
    with healthy_wire(name) as simulator:
        health, support = read(simulator, "/v1/health")["health"], read(simulator, "/v1/support")["support"]
        nodes = health.values() if simulator.scenario.clustered else [health]
        known = {"connected", "connecting", "disconnected", "uninitialized", "unregistered"}
        assert {node["gateway_status"] for node in nodes} <= known
        if simulator.scenario.clustered:
            assert list(health) == list(support)
            assert all(node["role"] in {"primary_master", "secondary_master", "coreapp"} for node in nodes)


@every_scenario
def test_stats_hold_typed_metrics_with_labelled_values(name: str, healthy_wire: Make, read: Read) -> None:
    with healthy_wire(name) as simulator:
        app, db = read(simulator, "/v1/stats/app")["stats"]["app"], read(simulator, "/v1/stats/db")["stats"]["db"]
        if simulator.scenario.clustered:
            primaries = [n for n in simulator.scenario.nodes if n.role.value == "primary_master"]
            assert len([node for node in db.values() if node]) == len(primaries)
            assert list(app) == list(db) == [n.key for n in simulator.scenario.nodes]
        groups = [*app.values(), *db.values()] if simulator.scenario.clustered else [app, db]
        for metric in (metric for group in groups for metric in group.values()):
            check_metric(metric)


def check_metric(metric: dict[str, Any]) -> None:
    assert set(metric) == {"data", "help", "type"}
    assert metric["type"] in {"gauge", "counter"}
    for series in metric["data"]:
        assert isinstance(series["value"], int)
        assert all(isinstance(word, str) for pair in series["labels"].items() for word in pair)


@pytest.mark.parametrize("name", ["single-healthy", "demo"])
@pytest.mark.parametrize("path", ["/v1/stats/app", "/v1/stats/db", "/metrics"])
def test_prometheus_text_holds_the_samples_of_the_json(
    name: str, path: str, healthy_wire: Make, ask: Ask, sign_in: SignIn
) -> None:
    with healthy_wire(name) as simulator:
        token = sign_in(simulator, simulator.accounts.support)
        status, headers, body = ask(simulator, f"{path}?format=prometheus", token)
        samples = [line for line in body.decode().splitlines() if not line.startswith("# ")]
        assert (status, headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
        assert all(SAMPLE.fullmatch(line) for line in samples)
        assert len(samples) == json.dumps(json.loads(ask(simulator, path, token)[2])).count('"labels"')


def test_web_metrics_stand_under_metrics_with_a_container_as_node(healthy_wire: Make, read: Read) -> None:
    with healthy_wire("demo") as simulator:
        metrics = read(simulator, "/metrics")["metrics"]
        assert metrics["web_uptime"]["data"][0]["labels"] == {"node": "06475793be9d"}
        for metric in metrics.values():
            check_metric(metric)


@every_scenario
def test_application_settings_hold_the_number_and_the_webhook(name: str, healthy_wire: Make, read: Read) -> None:
    with healthy_wire(name) as simulator:
        application = read(simulator, "/v1/settings/application")["settings"]["application"]
        assert application["wa_id"] == (simulator.scenario.phone or "")
        assert application["webhooks"]["url"].partition(":")[0] == simulator.scenario.webhook_scheme
        assert application["heartbeat_interval"] == 5
        assert application["unhealthy_interval"] == 30


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/v1/account/shards", {"account": {"shards": 2}}),
        ("/v1/users/support", {"users": [{"username": "support", "ROLES": "ROLE_USER"}]}),
        ("/v1/users/admin", {"users": [{"username": "admin", "ROLES": "ROLE_ADMIN"}]}),
        (
            "/v1/settings/profile/about",
            {"settings": {"profile": {"about": {"text": "Hello, we are open from 9 to 5"}}}},
        ),
    ],
)
def test_small_answers_word_for_word(path: str, expected: object, healthy_wire: Make, read: Read) -> None:
    with healthy_wire("mc-healthy") as simulator:
        answer = read(simulator, path)
        assert answer.pop("meta") == {"api_status": "stable", "version": "v2.57.2"}
        assert answer == expected


def test_media_providers_show_their_credentials(healthy_wire: Make, read: Read) -> None:
    with healthy_wire("single-healthy") as simulator:
        media = read(simulator, "/v1/settings/application/media/providers")["settings"]["application"]["media"]
        kinds = [kind for provider in media["providers"] for kind in provider["config"]]
        assert kinds == ["basic", "bearer"]


def test_business_profile_names_an_address_and_an_email(healthy_wire: Make, read: Read) -> None:
    with healthy_wire("single-healthy") as simulator:
        profile = read(simulator, "/v1/settings/business/profile")["settings"]["business"]["profile"]
        assert {"address", "description", "email", "vertical", "websites"} == set(profile)


def test_an_unknown_user_is_not_valid(healthy_wire: Make, ask: Ask, sign_in: SignIn) -> None:
    with healthy_wire("single-healthy") as simulator:
        status, _, body = ask(simulator, "/v1/users/nobody", sign_in(simulator, simulator.accounts.admin))
        assert (status, json.loads(body)["errors"][0]["code"]) == (404, 1013)


def test_internal_stats_answer_or_fail_with_code_1014(healthy_wire: Make, ask: Ask, sign_in: SignIn) -> None:
    with healthy_wire("single-healthy") as simulator:
        token = sign_in(simulator, simulator.accounts.support)
        assert ask(simulator, "/v1/stats/app/internal", token)[0] == 200
        status, _, body = ask(simulator, "/v1/stats/db/internal", token)
        assert (status, json.loads(body)["errors"][0]["code"]) == (500, 1014)


def test_the_own_certificate_is_shown_and_the_webhook_one_is_an_empty_404(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("single-healthy") as simulator:
        token = sign_in(simulator, simulator.accounts.admin)
        assert ask(simulator, "/v1/certificates/external/ca", token)[2] == simulator.ca_pem
        status, headers, body = ask(simulator, "/v1/certificates/webhooks/ca", token)
        assert (status, body, headers["Content-Type"]) == (404, b"", None)


def test_without_tls_there_is_no_own_certificate(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        token = sign_in(simulator, simulator.accounts.admin)
        assert ask(simulator, "/v1/certificates/external/ca", token)[0] == 404


def test_date_header_is_the_servers_clock(healthy_wire: Make, ask: Ask) -> None:
    with healthy_wire("single-healthy") as simulator:
        assert ask(simulator, "/v1/health")[1]["Date"] == "Mon, 23 Nov 2026 08:45:12 GMT"


@pytest.mark.parametrize("name", ["single-healthy", "demo"])
def test_the_same_moment_gives_the_same_bytes(name: str, healthy_wire: Make, ask: Ask, sign_in: SignIn) -> None:
    def everything() -> list[bytes]:
        with healthy_wire(name) as simulator:
            token = sign_in(simulator, simulator.accounts.admin)
            paths = ("/v1/support", "/v1/health", "/v1/stats/app", "/v1/stats/db", "/v1/settings/application")
            return [token.encode(), *(ask(simulator, path, token)[2] for path in paths)]

    assert everything() == everything()
