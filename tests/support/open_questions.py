"""What an installation's answers may leave out or write oddly: nobody can judge it, and the checks must say so."""

from __future__ import annotations

from typing import Any

from patient import Fault, Patient

VOLUMES = ("data", "logs", "media_incoming", "media_outgoing")
FEW = {"masters-too-few", "coreapps-too-few", "coreapp-no-spare"}


def _some(p: Patient) -> list[dict[str, Any]]:
    """Return every report or one."""
    return p.random.choice([p.reports(), [p.one_report()]])


def _spoil(p: Patient, reports: list[dict[str, Any]], field: str, odd: object) -> None:
    """Leave a field out, or write in it what no document names."""
    leaves_out = p.random.choice([True, False])
    for report in reports:
        if leaves_out:
            del report[field]
        else:
            report[field] = odd


def expiry_untold(p: Patient) -> set[str]:
    reports = _some(p)
    _spoil(p, reports, "expire_timestamp", p.random.choice(["soon", "2027-13-45", 1_800_000_000]))
    if len(reports) == len(p.reports()):
        p.told -= {"build-expired", "build-expiring"}
    return {"build-expiry-unreadable"}


def clock_untold(p: Patient) -> set[str] | None:
    reports = _some(p)
    if len(reports) < len(p.reports()) and "clock-skew" in p.told:
        return None
    _spoil(p, reports, "device_iso8601", "noon")
    if len(reports) == len(p.reports()):
        p.told -= {"clock-skew", "clock-zone"}
    return {"clock-unreadable"}


def room_untold(p: Patient) -> set[str] | None:
    if p.told & {"disk-full", "disk-low"}:
        return None
    _spoil(p, _some(p), f"free_space_{p.random.choice(VOLUMES)}", p.random.choice(["plenty", -1, True]))
    return {"disk-unreadable"}


def environment_untold(p: Patient) -> set[str]:
    _spoil(p, _some(p), "env", p.random.choice(["WA_DB_PORT", [7, "x"], 1]))
    return {"environment-unreadable"}


def database_untold(p: Patient) -> set[str]:
    _spoil(p, _some(p), "db_info", p.random.choice([["QMYSQL"], "8.0.33", {"version": 8}]))
    return {"database-not-told"}


def engine_untold(p: Patient) -> set[str]:
    del p.one_report()["db_engine"]
    return {"database-not-told"} | ({"skew-not-told"} if len(p.reports()) > 1 else set())


def comparison_untold(p: Patient) -> set[str] | None:
    if len(p.reports()) < 2 or p.told & {"version-skew", "schema-skew"}:
        return None
    _spoil(p, _some(p), p.random.choice(["version", "schema"]), p.random.choice([None, ""]))
    return {"skew-not-told"}


def flag_untold(p: Patient) -> set[str]:
    _spoil(p, _some(p), "multi_connect", "yes")
    return {"skew-not-told"} if len(p.reports()) > 1 else {"multiconnect-not-told"}


def number_untold(p: Patient) -> set[str]:
    del p.documents["health"]
    for report in p.reports():
        del report["debug_info"]
    return {"number-not-told"} | ({"skew-not-told"} if len(p.reports()) > 1 else set())


def health_unreadable(p: Patient) -> set[str]:
    p.documents["health"] = p.random.choice([None, [], {"health": None}, {"health": "up"}, {"health": {}}])
    return {"health-unreadable"}


def connection_untold(p: Patient) -> set[str] | None:
    said = p.documents["health"]["health"]
    if p.is_single:
        p.reports()[0]["socket_conn"] = said["gateway_status"] = "READY"
        return {"connection-not-told"}
    reports = p.documents["support"]["support"]
    key = p.random.choice([key for key in said if isinstance(reports[key], dict) and reports[key]["shards"]])
    reports[key]["socket_conn"] = said[key]["gateway_status"] = "READY"
    is_master = reports[key]["role"] != "coreapp"
    return {"connection-not-told"} if not is_master or p.is_multiconnect else set()


def role_untold(p: Patient) -> set[str] | None:
    spares = p.spare_keys()
    if not spares:
        return None
    key = p.random.choice(spares)
    p.documents["support"]["support"][key]["role"] = p.random.choice(["chief", "", "boss"])
    p.documents["health"]["health"][key].pop("role")
    p.told -= FEW
    return {"roles-not-told"}


def account_untold(p: Patient) -> set[str]:
    odd: Any = p.random.choice(
        [None, [], {"account": None}, {"account": {"shards": p.random.choice([None, True, "two"])}}]
    )
    p.documents["shards"] = odd
    return {"account-shards-unreadable"}


def shards_of_a_spare_untold(p: Patient) -> set[str] | None:
    spares = p.spare_keys()
    if not spares:
        return None
    _spoil(p, [p.documents["support"]["support"][p.random.choice(spares)]], "shards", p.random.choice(["0", [[1, 0]]]))
    return {"shards-unreadable"}


def shards_untold(p: Patient) -> set[str] | None:
    if p.is_single:
        return None
    for report in p.reports():
        del report["shards"]
    return {"shards-not-told"}


def too_many_connected(p: Patient) -> set[str] | None:
    spares = p.spare_keys()
    if not spares:
        return None
    key = p.random.choice(spares)
    p.documents["support"]["support"][key]["socket_conn"] = "UP"
    p.documents["health"]["health"][key]["gateway_status"] = "connected"
    for report in p.reports():
        del report["shards"]
    return {"shards-not-told", "connection-too-many"}


def queues_untold(p: Patient) -> set[str]:
    app = p.documents["app-stats"]["stats"]["app"]
    for metrics in [app] if p.is_single else app.values():
        for metric in ("callback_queue_size", "pending_callbacks"):
            metrics.pop(metric, None)
    return {"queues-not-told"}


def webhook_unreadable(p: Patient) -> set[str]:
    p.application()["webhooks"] = p.random.choice(["https://hook.example", [], {"url": 5}])
    p.told -= {"webhook-http", "webhook-missing"}
    return {"webhook-unreadable"}


def webhook_of_another_kind(p: Patient) -> set[str]:
    p.application()["webhooks"]["url"] = p.random.choice(["ftp://hook.example", "hook.example/wa"])
    p.told -= {"webhook-http", "webhook-missing"}
    return {"webhook-not-https"}


def error_without_code(p: Patient) -> set[str]:
    p.documents["webapp-metrics"] = {"errors": [{"title": "Internal error"}]}
    return {"service-error-uncoded"}


ALONE: frozenset[Fault] = frozenset(
    {
        number_untold,
        health_unreadable,
        connection_untold,
        role_untold,
        account_untold,
        shards_of_a_spare_untold,
        shards_untold,
        too_many_connected,
    }
)
"""Not together with faults that change which number of shards or which connection can be told."""
