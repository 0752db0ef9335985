"""Each scenario shows what its name says, told from its answers alone."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from collector.errors import UsageError
from collector.simulator import Simulator, Tls, cluster, describe, find, scenario_names
from collector.simulator.accounts import Account

Ask = Callable[..., tuple[int, Any, bytes]]
Read = Callable[[Simulator, str], Any]
SignIn = Callable[[Simulator, Account], str]

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
ON_THE_WIRE = {
    "null-body",
    "truncated-json",
    "html-502",
    "rate-limited",
    "not-primary",
    "core-unreachable",
    "slow-stats",
    "gzip",
    "redirect",
}


class View:
    """What a scenario answers, read once."""

    def __init__(self, simulator: Simulator, read: Read) -> None:
        self.support = read(simulator, "/v1/support")
        self.node = self.support["support"]
        self.nodes = list(self.node.values())
        self.app = read(simulator, "/v1/settings/application")["settings"]["application"]
        self.health = read(simulator, "/v1/health")["health"]
        self.shards = read(simulator, "/v1/account/shards")["account"]["shards"]
        self.stats = read(simulator, "/v1/stats/app")["stats"]["app"]

    @property
    def days_left(self) -> float:
        node = self.node if "context" in self.node else self.nodes[0]
        ends = datetime.fromisoformat(node["expire_timestamp"]).replace(tzinfo=UTC)
        return (ends - NOW) / timedelta(days=1)

    @property
    def connected(self) -> list[str]:
        return [node["role"] for node in self.health.values() if node["gateway_status"] == "connected"]

    @property
    def owned(self) -> list[tuple[int, int]]:
        nodes = [node for node in self.nodes if isinstance(node, dict)]
        return sorted(tuple(pair) for node in nodes for pair in node["shards"])

    def all_of(self, *keys: str) -> set[Any]:
        found: set[Any] = set()
        for node in self.nodes:
            value = node
            for key in keys:
                value = value[key]
            found.add(value)
        return found


PROPERTIES: dict[str, Callable[[View], bool]] = {
    "demo": lambda v: (
        v.days_left == 5
        and v.owned == [(-1, -1), (0, 0)]
        and v.shards == 2
        and v.app["webhooks"]["url"].startswith("http:")
        and min(n["free_space_logs"] for n in v.nodes) < 1 << 30
        and max(n["callback_queue_size"]["data"][0]["value"] for n in v.stats.values()) > 90_000
    ),
    "single-healthy": lambda v: v.days_left > 7 and v.node["socket_conn"] == "UP",
    "single-unregistered": lambda v: v.node["debug_info"] == v.health["gateway_status"] == "unregistered",
    "single-expired-build": lambda v: v.days_left == -12,
    "single-expiring": lambda v: v.days_left == 3,
    "single-low-disk": lambda v: v.node["free_space_data"] < 1 << 30,
    "single-socket-down": lambda v: v.node["socket_conn"] == "DN" and v.health["gateway_status"] == "disconnected",
    "efs-free-space": lambda v: v.node["free_space_data"] == 9223372036853727232,
    "queue-high": lambda v: v.stats["callback_queue_size"]["data"][0]["value"] == 98_500,
    "webhook-http": lambda v: v.app["webhooks"]["url"].startswith("http://"),
    "webhook-missing": lambda v: v.app["webhooks"]["url"] == "",
    "default-password": lambda v: "WA_DB_PASSWORD=testpass" in v.node["env"],
    "sunset": lambda v: v.node["expire_timestamp"] == "2025-10-23T00:00:00",
    "ha-healthy": lambda v: v.connected == ["coreapp"] and v.owned == [(-1, -1), (0, 0)],
    "ha-two-control-owners": lambda v: v.owned == [(-1, -1), (-1, -1), (0, 0), (0, 0)],
    "ha-no-primary": lambda v: v.all_of("role") == {"secondary_master", "coreapp"},
    "clock-skew": lambda v: v.all_of("device_iso8601") == {"2026-11-23T08:45:12", "2026-11-23T08:38:12"},
    "mc-healthy": lambda v: (
        v.connected == ["primary_master", "coreapp", "coreapp"]
        and v.owned == [(-1, -1), (0, 0), (1, 1)]
        and v.nodes[0]["shards"] == [[-1, -1]]
        and v.nodes[-1]["shards"] == []
    ),
    "mc-missing-shard": lambda v: v.owned == [(-1, -1), (0, 0)] and v.shards == 2,
    "mc-version-skew": lambda v: v.all_of("version") == {"2.57.2", "2.55.4"},
    "mc-schema-skew": lambda v: len(v.all_of("schema", "message")) == 2,
    "mc-unreachable-node": lambda v: [n for n in v.nodes if isinstance(n, str)] == ["timeout"],
    "env-as-list": lambda v: "WA_DB_ENGINE=MYSQL" in v.node["env"],
    "env-as-pairs": lambda v: {"name": "WA_DB_ENGINE", "value": "MYSQL"} in v.node["env"],
    "env-as-object": lambda v: isinstance(v.node["env"], dict) and v.node["env"]["WA_DB_ENGINE"] == "MYSQL",
    "unknown-fields": lambda v: "last_errors" in v.node and "arch" in v.node,
    "no-meta": lambda v: "meta" not in v.support,
}


def test_every_scenario_is_described_and_has_its_test() -> None:
    assert set(scenario_names()) == set(PROPERTIES) | ON_THE_WIRE
    assert scenario_names()[0] == "demo"
    assert all(describe(name) for name in scenario_names())


@pytest.mark.parametrize("name", PROPERTIES)
def test_scenario_shows_what_its_name_says(name: str, read: Read) -> None:
    with Simulator(name, now=NOW, tls=Tls.PLAIN) as simulator:
        assert PROPERTIES[name](View(simulator, read))


@pytest.mark.parametrize("name", [n for n in PROPERTIES if n not in {"single-healthy", "ha-healthy", "mc-healthy"}])
def test_what_a_scenario_shows_is_not_there_when_all_is_well(name: str, read: Read) -> None:
    clustered = find(name).clustered
    healthy = ("ha-healthy" if name.startswith(("ha", "clock")) else "mc-healthy") if clustered else "single-healthy"
    if name == "env-as-list":
        healthy = "env-as-object"
    with Simulator(healthy, now=NOW, tls=Tls.PLAIN) as simulator:
        assert not PROPERTIES[name](View(simulator, read))


def test_a_queue_grows_with_the_clock(read: Read) -> None:
    def size(minutes: int) -> int:
        scenario = find("queue-high")
        from collector.simulator.stats import queue_size

        return queue_size(scenario, NOW, NOW + timedelta(minutes=minutes))

    assert [size(0), size(1), size(10)] == [98_500, 98_560, 99_100]


def test_a_null_body_and_a_cut_one(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("null-body", tls=Tls.PLAIN) as simulator:
        assert ask(simulator, "/v1/support", sign_in(simulator, simulator.accounts.admin))[2] == b"null"
    with Simulator("truncated-json", tls=Tls.PLAIN) as simulator:
        status, headers, body = ask(simulator, "/v1/support", sign_in(simulator, simulator.accounts.admin))
        assert (status, headers["Content-Length"], len(body)) == (200, None, 400)
        with pytest.raises(json.JSONDecodeError):
            json.loads(body)


@pytest.mark.parametrize(
    ("name", "path", "statuses", "codes"),
    [
        ("rate-limited", "/v1/support", [429, 200], [1015, None]),
        ("not-primary", "/v1/settings/application", [500, 200], [1017, None]),
        ("core-unreachable", "/v1/support", [500, 500], [1014, 1014]),
    ],
)
def test_errors_of_the_service_and_when_they_pass(
    name: str, path: str, statuses: list[int], codes: list[int | None], ask: Ask, sign_in: SignIn
) -> None:
    with Simulator(name, tls=Tls.PLAIN) as simulator:
        token = sign_in(simulator, simulator.accounts.admin)
        replies = [ask(simulator, path, token) for _ in statuses]
        assert [status for status, _, _ in replies] == statuses
        errors = [json.loads(body).get("errors", [{}])[0].get("code") for _, _, body in replies]
        assert errors == codes


def test_a_proxys_page_stands_in_for_every_answer(ask: Ask) -> None:
    with Simulator("html-502", tls=Tls.PLAIN) as simulator:
        for method, path in (("POST", "/v1/users/login"), ("GET", "/v1/support")):
            status, headers, body = ask(simulator, path, "Basic eA==", method)
            assert (status, headers["Content-Type"], body[:6]) == (502, "text/html", b"<html>")


def test_compressed_redirected_and_slow(ask: Ask, basic: Callable[[str, str], str], sign_in: SignIn) -> None:
    with Simulator("gzip", tls=Tls.PLAIN) as simulator:
        _, headers, body = ask(simulator, "/v1/users/login", basic("admin", "x"), "POST")
        assert (headers["Content-Encoding"], body[:2]) == ("gzip", b"\x1f\x8b")
    with Simulator("redirect", tls=Tls.PLAIN) as simulator:
        status, headers, _ = ask(simulator, "/v1/support", sign_in(simulator, simulator.accounts.admin))
        assert (status, headers["Location"]) == (302, "https://elsewhere.invalid/v1/support")
    assert list(find("slow-stats").faults) == ["/v1/stats/db"]


@pytest.mark.parametrize(("nodes", "shards"), [(4, 1), (5, 2), (64, 32), (3, 1), (64, 1)])
def test_a_generated_cluster_covers_its_shards_once(nodes: int, shards: int, read: Read) -> None:
    with Simulator(cluster(nodes, shards), now=NOW, tls=Tls.PLAIN) as simulator:
        view = View(simulator, read)
        assert len(view.nodes) == nodes
        assert view.owned == [(-1, -1), *((n, n) for n in range(shards))]
        assert [node["role"] for node in view.nodes].count("primary_master") == 1
        assert view.connected == (["coreapp"] if shards == 1 else ["primary_master", *["coreapp"] * shards])


@pytest.mark.parametrize(("nodes", "shards"), [(5, 3), (3, 2), (65, 32), (0, 1), (10, 64)])
def test_an_impossible_cluster_is_refused_with_a_cure(nodes: int, shards: int) -> None:
    with pytest.raises(UsageError) as caught:
        cluster(nodes, shards)
    assert caught.value.cure


def test_a_mistyped_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match="single-expird") as caught:
        Simulator("single-expird")
    assert "single-expired-build" in caught.value.cure
