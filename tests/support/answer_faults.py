"""What can be wrong with the answers of an installation, and with what else a run holds."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import open_questions
from open_questions import (
    account_untold,
    clock_untold,
    comparison_untold,
    connection_untold,
    database_untold,
    engine_untold,
    environment_untold,
    error_without_code,
    expiry_untold,
    flag_untold,
    health_unreadable,
    number_untold,
    queues_untold,
    role_untold,
    room_untold,
    shards_of_a_spare_untold,
    shards_untold,
    too_many_connected,
    webhook_of_another_kind,
    webhook_unreadable,
)
from patient import NOW, Fault, Patient

from collector.model import CleanText, Redaction, Withheld
from collector.target import Result


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


ANSWER_FAULTS: tuple[tuple[Fault, ...], ...] = (
    (number_skew,),
    (engine_skew, old_database, unknown_database, database_untold, engine_untold),
    (database_settings, environment_untold),
    (flag_skew, flag_off, flag_untold),
    (comparison_untold,),
    (expiry_untold,),
    (clock_untold,),
    (room_untold,),
    (callbacks_not_kept,),
    (failover_too_early,),
    (queue_high, queues_untold),
    (webhook_unreadable, webhook_of_another_kind),
    (messages_pending,),
    (callbacks_failing,),
    (callbacks_slow,),
    (database_slow,),
    (database_errors,),
    (
        ghost_in_health,
        health_contradicts,
        other_shape,
        number_untold,
        health_unreadable,
        connection_untold,
        role_untold,
    ),
    (odd_number_of_shards, account_untold),
    (shards_of_a_spare_untold, shards_untold, too_many_connected),
    (lost_source, error_answer),
    (error_in_answer, error_without_code),
    (published_password,),
    (withheld_member,),
    (certificate_expired, certificate_expiring, certificate_early, certificate_unreadable, certificate_sound),
    (roles_with_spaces, fields_unknown),
)
"""Faults of one row exclude each other: who breaks two of them would have to know how they add up."""
ALONE = open_questions.ALONE | {odd_number_of_shards, other_shape, number_skew}
"""Not together with each other, nor with faults that change which number of shards or which connection can be told."""
