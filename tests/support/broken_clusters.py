"""Installations of 1 to 64 nodes, broken at random by somebody who writes down what was broken.

`python tests/support/broken_clusters.py` prints how many of the planted faults the checks find (recall) and how many of
the findings were planted (precision).
"""

from __future__ import annotations

import copy
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from collector.findings import judge
from collector.model import Attempt, Clean, CleanText, Contents, Redaction, Result, Run, Withheld
from collector.simulator import settings, stats
from collector.simulator.health import health
from collector.simulator.scenario import GIB, Disk, Node, Role, Scenario
from collector.simulator.support import support
from collector.simulator.topologies import ALLOWED_SHARDS, CONTROL, ha_nodes, mc_nodes, single_node

NOW = datetime(2026, 11, 23, 8, 45, 12, tzinfo=UTC)
SEEDS = range(200)
ALWAYS = frozenset({"platform-sunset", "secrets-in-environment"})
"""What is true of every simulated installation."""


@dataclass
class Patient:
    """An installation in the making: its nodes, its answers, and what was broken."""

    random: Random
    scenario: Scenario
    told: set[str] = field(default_factory=set)
    documents: dict[str, Any] = field(default_factory=dict)
    attempts: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    redactions: list[Redaction] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """The nodes that one fault already has to itself."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.scenario.nodes

    @property
    def is_single(self) -> bool:
        return not self.scenario.clustered

    @property
    def is_multiconnect(self) -> bool:
        return self.scenario.clustered and self.scenario.shards > 1

    def change(self, index: int, **changes: Any) -> None:
        nodes = tuple(replace(n, **changes) if i == index else n for i, n in enumerate(self.nodes))
        self.scenario = replace(self.scenario, nodes=nodes)
        self.taken.add(index)

    def pick(self, wanted: Callable[[Node], bool]) -> int | None:
        found = [i for i, node in enumerate(self.nodes) if wanted(node) and i not in self.taken]
        return self.random.choice(found) if found else None

    def reports(self) -> list[dict[str, Any]]:
        """Return what `/v1/support` says of each node that answered."""
        said = self.documents["support"]["support"]
        return [said] if self.is_single else [node for node in said.values() if isinstance(node, dict)]

    def one_report(self) -> dict[str, Any]:
        return self.random.choice(self.reports())

    def application(self) -> dict[str, Any]:
        application: dict[str, Any] = self.documents["app-settings"]["settings"]["application"]
        return application

    def metrics(self) -> dict[str, Any]:
        """Return the counters of one node."""
        app = self.documents["app-stats"]["stats"]["app"]
        found: dict[str, Any] = app if self.is_single else self.random.choice(list(app.values()))
        return found


def is_owner(node: Node) -> bool:
    return node.role is Role.COREAPP and any(low >= 0 for low, _ in node.shards)


def is_spare(node: Node) -> bool:
    return node.role is Role.COREAPP and not node.shards


def is_idle(node: Node) -> bool:
    return not node.shards


# --- faults of the nodes: each returns what must be found, or None where it cannot be planted ------------------------

Fault = Callable[[Patient], set[str] | None]
UP = {"socket": "UP", "gateway": "connected"}
DOWN = {"socket": "DN", "gateway": "disconnected"}


def build_expired(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, expires=-timedelta(seconds=p.random.randint(1, 10**7)))
    return {"build-expired"}


def build_expiring(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, expires=timedelta(seconds=p.random.randint(0, 7 * 86_400 - 1)))
    return {"build-expiring"}


def version_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: len(p.nodes) > 1)
    if index is None:
        return None
    p.change(index, version="2.55.4")
    return {"version-skew"}


def schema_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: len(p.nodes) > 1)
    if index is None:
        return None
    p.change(index, schema_ahead=p.random.choice([-1, 1, 2]))
    return {"schema-skew"}


def clock_skew(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    p.change(index, clock_off=timedelta(seconds=p.random.choice([-1, 1]) * p.random.randint(62, 800)))
    return {"clock-skew"}


def clock_zone(p: Patient) -> set[str]:
    hours = timedelta(hours=p.random.choice([-5, 1, 2, 9]))
    p.scenario = replace(p.scenario, nodes=tuple(replace(node, clock_off=hours) for node in p.nodes))
    return {"clock-zone"}


def _disk(p: Patient, free: int, finding: str) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    volume = p.random.choice(["data", "logs", "media_incoming", "media_outgoing"])
    p.change(index, disk=replace(Disk(), **{volume: free}))
    return {finding}


def disk_full(p: Patient) -> set[str] | None:
    return _disk(p, p.random.randint(0, GIB - 1), "disk-full")


def disk_low(p: Patient) -> set[str] | None:
    return _disk(p, p.random.randint(GIB, 5 * GIB - 1), "disk-low")


def network_file_system(p: Patient) -> set[str] | None:
    index = p.pick(lambda _: True)
    if index is None:
        return None
    p.change(index, disk=Disk(2**63 - 2**20, 17 * GIB, 2**63 - 2**20, 2**63 - 2**20))
    return set()


def connection_down(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node) or (p.is_multiconnect and bool(node.shards)))
    if index is None:
        return None
    p.change(index, **DOWN)
    return {"connection-down"}


def connection_unsettled(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node))
    if index is None:
        return None
    p.change(index, socket=p.random.choice(["SC", "UNK"]), gateway="connecting")
    return {"connection-unsettled"}


def catching_up(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_owner(node))
    if index is None:
        return None
    p.change(index, socket="UP receiving offline")
    return {"connection-catching-up"}


def connected_spare(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_idle)
    if index is None:
        return None
    p.change(index, **UP)
    return {"connection-without-shard"}


def unregistered(p: Patient) -> set[str]:
    nodes = tuple(replace(node, socket="DN", gateway="unregistered") for node in p.nodes)
    p.scenario = replace(p.scenario, phone=None, nodes=nodes)
    return {"number-unregistered"}


def uninitialized(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_single or is_spare(node))
    if index is None:
        return None
    p.change(index, socket="DN", gateway="uninitialized")
    return {"service-uninitialized"}


def shard_without_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_multiconnect and is_owner(node))
    if index is None:
        return None
    p.change(index, shards=(), **DOWN)
    return {"shard-without-owner"}


def nobody_owns_anything(p: Patient) -> set[str] | None:
    index = None if p.is_single or p.is_multiconnect else p.pick(is_owner)
    if index is None:
        return None
    p.change(index, shards=(), **DOWN)
    return {"shard-without-owner", "connection-no-coreapp"}


def shard_owned_twice(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    shard = p.random.randrange(p.scenario.shards)
    p.change(index, shards=((shard, shard),), **UP)
    return {"shard-owned-twice"}


def shard_beyond(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    p.change(index, shards=((p.scenario.shards, p.scenario.shards),), **UP)
    return {"shard-beyond-configured"}


def two_control_owners(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_spare)
    if index is None:
        return None
    p.change(index, shards=(CONTROL,), **UP)
    return {"control-shard-several"}


def no_control_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: CONTROL in node.shards)
    if index is None:
        return None
    shards = tuple(pair for pair in p.nodes[index].shards if pair != CONTROL)
    p.change(index, shards=shards, **(UP if shards else DOWN))
    return {"control-shard-missing"}


def control_misplaced(p: Patient) -> set[str] | None:
    spare = p.pick(lambda node: p.is_multiconnect and is_spare(node))
    primary = p.pick(lambda node: node.role is Role.PRIMARY_MASTER and CONTROL in node.shards)
    if spare is None or primary is None:
        return None
    p.change(primary, shards=(), **DOWN)
    p.change(spare, shards=(CONTROL,), **UP)
    return {"control-shard-misplaced"}


def coreapp_with_many(p: Patient) -> set[str] | None:
    owners = [i for i, node in enumerate(p.nodes) if p.is_multiconnect and is_owner(node) and i not in p.taken]
    if len(owners) < 2:
        return None
    giver, taker = p.random.sample(owners, 2)
    both = (*p.nodes[taker].shards, *p.nodes[giver].shards)
    p.change(giver, shards=(), **DOWN)
    p.change(taker, shards=both)
    return {"coreapp-many-shards"}


def no_primary(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: node.role is Role.PRIMARY_MASTER and not p.is_multiconnect and not p.is_single)
    if index is None:
        return None
    p.change(index, role=Role.SECONDARY_MASTER)
    return {"primary-master-missing"}


def two_primaries(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: node.role is Role.SECONDARY_MASTER)
    if index is None:
        return None
    p.change(index, role=Role.PRIMARY_MASTER)
    return {"primary-master-several"}


def one_master(p: Patient) -> set[str] | None:
    if len([node for node in p.nodes if node.role is not Role.COREAPP]) != 2 or p.taken:
        return None
    p.scenario = replace(p.scenario, nodes=tuple(n for n in p.nodes if n.role is not Role.SECONDARY_MASTER))
    return {"masters-too-few"}


def silent_spare(p: Patient) -> set[str] | None:
    index = None if p.is_single else p.pick(is_idle)
    if index is None:
        return None
    p.change(index, unreachable=p.random.choice(["timeout", "connection refused", "error 502"]))
    return {"node-silent"}


def silent_owner(p: Patient) -> set[str] | None:
    index = p.pick(lambda node: p.is_multiconnect and is_owner(node))
    if index is None:
        return None
    p.change(index, unreachable="timeout")
    return {"node-silent", "shard-without-owner"}


def webhook_http(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, webhook_scheme="http")
    return {"webhook-http"}


def webhook_missing(p: Patient) -> set[str]:
    p.scenario = replace(p.scenario, webhook_scheme="")
    return {"webhook-missing"}


# --- faults of the answers -------------------------------------------------------------------------------------------


def number_skew(p: Patient) -> set[str] | None:
    if len(p.reports()) < 2:
        return None
    p.one_report()["debug_info"] = "12025550177"
    return {"number-skew"}


def engine_skew(p: Patient) -> set[str] | None:
    if len(p.reports()) < 2:
        return None
    p.one_report().update(db_engine="PGSQL", db_info=["QPSQL", "13.8"])
    return {"database-engine-skew"}


def old_database(p: Patient) -> set[str]:
    for report in p.reports():
        report["db_info"] = ["QMYSQL", p.random.choice(["5.6.51", "5.5.62-log", "8.4.2"])]
    return {"database-version"}


def unknown_database(p: Patient) -> set[str]:
    for report in p.reports():
        report["db_engine"] = "SQLITE"
    return {"database-engine-unknown"}


def database_settings(p: Patient) -> set[str]:
    report, name = p.one_report(), p.random.choice(["WA_DB_PORT", "WA_DB_HOSTNAME", "WA_DB_USERNAME"])
    report["env"] = [entry for entry in report["env"] if not entry.startswith(f"{name}=")]
    return {"database-settings-missing"}


def flag_skew(p: Patient) -> set[str] | None:
    if len(p.reports()) < 2:
        return None
    p.one_report()["multi_connect"] = False
    return {"multiconnect-skew"}


def flag_off(p: Patient) -> set[str]:
    for report in p.reports():
        report["multi_connect"] = p.is_single
    return {"multiconnect-alone"} if p.is_single else {"multiconnect-off"}


def expiry_unreadable(p: Patient) -> set[str]:
    p.one_report()["expire_timestamp"] = p.random.choice(["soon", "2027-13-45", 1_800_000_000])
    if len(p.reports()) == 1:
        p.told -= {"build-expired", "build-expiring"}
    return {"build-expiry-unreadable"}


def callbacks_not_kept(p: Patient) -> set[str]:
    p.application()["callback_persist"] = False
    return {"callbacks-not-kept"}


def failover_too_early(p: Patient) -> set[str] | None:
    p.application().update(heartbeat_interval="30", unhealthy_interval=p.random.choice([5, "30", 29.5]))
    return set() if p.is_single else {"failover-too-early"}


def _set(p: Patient, metric: str, value: float) -> None:
    p.metrics()[metric]["data"][0]["value"] = value


def queue_high(p: Patient) -> set[str]:
    _set(p, p.random.choice(["callback_queue_size", "pending_callbacks"]), p.random.randint(50_000, 200_000))
    return {"callback-queue-high"}


def messages_pending(p: Patient) -> set[str]:
    metric = p.random.choice(["pending_messages", "in_messages_pending_processing"])
    _set(p, metric, p.random.randint(10_000, 10**6))
    return {"messages-pending"}


def callbacks_failing(p: Patient) -> set[str]:
    metric, every = p.metrics()["callback_requests"]["data"], 90_451
    metric[1] = {"labels": {"type": "status_change", "result": p.random.choice(["7", "28", "301", "503"])}}
    metric[1]["value"] = p.random.randint(every // 8, every * 4)
    return {"callbacks-failing"}


def callbacks_slow(p: Patient) -> set[str]:
    _set(p, "callback_requests_duration_ms_sum", 90_451 * p.random.randint(3_001, 60_000))
    return {"callbacks-slow"}


def database_slow(p: Patient) -> set[str]:
    _set(p, "db_request_duration_us_sum", 1_204_554 * p.random.randint(100_001, 10**7))
    return {"database-slow"}


def database_errors(p: Patient) -> set[str]:
    every = 1_204_554
    series = {"labels": {"db": "messageStore"}, "value": p.random.randint(every // 90, every)}
    p.metrics()["db_request_error_duration_us_count"] = {"data": [series], "help": "", "type": "counter"}
    return {"database-errors"}


def ghost_in_health(p: Patient) -> set[str] | None:
    if p.is_single:
        return None
    p.documents["health"]["health"]["ghost:c0ffee000000"] = {"gateway_status": "disconnected", "role": "coreapp"}
    return {"health-contradicts-support"}


def health_contradicts(p: Patient) -> set[str] | None:
    said = p.documents["health"]["health"]
    if p.is_single:
        if said["gateway_status"] != "connected" or p.reports()[0]["socket_conn"] != "UP":
            return None
        said["gateway_status"] = "disconnected"
        return {"health-contradicts-support"}
    reports = p.documents["support"]["support"]
    idle = [k for k in said if isinstance(reports[k], dict) and reports[k]["socket_conn"] == "DN"]
    known = [key for key in idle if said[key]["gateway_status"] == "disconnected"]
    if not known:
        return None
    said[p.random.choice(known)]["gateway_status"] = "connected"
    return {"health-contradicts-support"}


def other_shape(p: Patient) -> set[str]:
    cluster = {"a:c0ffee": {"gateway_status": "connected", "role": "coreapp"}}
    p.documents["health"]["health"] = cluster if p.is_single else {"gateway_status": "connected"}
    return {"health-and-support-differ-in-shape"}


def odd_number_of_shards(p: Patient) -> set[str]:
    if p.is_single:
        p.documents["shards"]["account"]["shards"] = p.random.choice([2, 4, 8, 16, 32])
        return {"shards-on-single-instance"}
    p.documents["shards"]["account"]["shards"] = p.random.choice([0, 3, 7, 64])
    return {"shards-not-allowed"}


def lost_source(p: Patient) -> set[str]:
    source = p.random.choice(["webapp-metrics", "external-ca", "app-stats-internal"])
    p.attempts[source] = {"result": Result.TIMED_OUT, "code": "deadline", "reason": "no answer in time", "status": None}
    return {"parts-missing"}


def error_answer(p: Patient) -> set[str]:
    code = p.random.choice([1000, 1005, 1011, 1014, 1015, 1016, 1017, 1018, 1023, 1031])
    reason = f"GET /v1/stats/db answered 500: error {code}, Some title"
    p.attempts["db-stats"] = {"result": Result.FAILED, "code": "http-500", "reason": reason, "status": 500}
    return {f"service-error-{code}", "parts-missing"}


def error_in_answer(p: Patient) -> set[str]:
    code = p.random.choice([1016, 470, 2061, 4711])
    p.documents["webapp-metrics"] = {"statuses": [{"errors": [{"code": code, "title": "x"}]}]}
    return {"service-error" if code == 4711 else f"service-error-{code}"}


def published_password(p: Patient) -> set[str]:
    place = "/support/env/13"
    p.redactions.append(Redaction("collected/support.json", place, "env", "mask", "[env]", ("published-default",)))
    return {"published-default-credential"}


def withheld_member(p: Patient) -> set[str]:
    p.withheld.append(Withheld(CleanText("collected/app-stats-internal.json"), "it is nested too deep"))
    return {"members-withheld"}


def certificate_expired(p: Patient) -> set[str]:
    p.files["external-ca.pem"] = certificate(-30, -p.random.choice([1, 9]))
    return {"certificate-expired"}


def certificate_expiring(p: Patient) -> set[str]:
    p.files["external-ca.pem"] = certificate(-30, p.random.choice([1, 29]))
    return {"certificate-expiring"}


def certificate_early(p: Patient) -> set[str]:
    p.files["external-ca.pem"] = certificate(2, 300)
    return {"certificate-not-yet-valid"}


def certificate_unreadable(p: Patient) -> set[str]:
    p.files["external-ca.pem"] = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    return {"certificate-unreadable"}


def certificate_sound(p: Patient) -> set[str]:
    p.files["external-ca.pem"] = certificate(-30, 335)
    return set()


def roles_with_spaces(p: Patient) -> set[str]:
    for report in [] if p.is_single else p.reports():
        report["role"] = report["role"].replace("_", " ")
    return set()


def fields_unknown(p: Patient) -> set[str]:
    p.one_report().update(arch="x86_64", extra={"errors": 3, "shards": "none"}, uptime_s=348_842)
    return set()


NODE_FAULTS: tuple[tuple[Fault, ...], ...] = (
    (build_expired, build_expiring),
    (version_skew,),
    (schema_skew,),
    (clock_skew, clock_zone),
    (disk_full,),
    (disk_low,),
    (network_file_system,),
    (connection_down, connection_unsettled, catching_up, connected_spare, unregistered, uninitialized),
    (
        shard_without_owner,
        nobody_owns_anything,
        shard_owned_twice,
        shard_beyond,
        two_control_owners,
        no_control_owner,
        control_misplaced,
        coreapp_with_many,
        silent_owner,
    ),
    (no_primary, two_primaries, one_master, silent_spare),
    (webhook_http, webhook_missing),
)
ANSWER_FAULTS: tuple[tuple[Fault, ...], ...] = (
    (number_skew,),
    (engine_skew, old_database, unknown_database),
    (database_settings,),
    (flag_skew, flag_off),
    (expiry_unreadable,),
    (callbacks_not_kept,),
    (failover_too_early,),
    (queue_high,),
    (messages_pending,),
    (callbacks_failing,),
    (callbacks_slow,),
    (database_slow,),
    (database_errors,),
    (ghost_in_health, health_contradicts, other_shape),
    (odd_number_of_shards,),
    (lost_source, error_answer),
    (error_in_answer,),
    (published_password,),
    (withheld_member,),
    (certificate_expired, certificate_expiring, certificate_early, certificate_unreadable, certificate_sound),
    (roles_with_spaces, fields_unknown),
)
"""Faults of one row exclude each other: who breaks two of them would have to know how they add up."""
SHARDS_ALONE = {odd_number_of_shards, other_shape, number_skew}
"""Not together with faults that change which number of shards or which connection can be told."""


@cache
def certificate(begins: int, ends: int) -> bytes:
    """Return a self-signed certificate, PEM, valid from and to so many days from the run."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    unsigned = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    dated = unsigned.not_valid_before(NOW + timedelta(days=begins)).not_valid_after(NOW + timedelta(days=ends))
    return dated.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


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
        if not (fault in SHARDS_ALONE and (_touches_shards(applied) or applied & SHARDS_ALONE)):
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
