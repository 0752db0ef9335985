"""What the counters, the environment and the certificates tell."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from answer_faults import certificate

from collector.finding import Finding, Limits, Severity
from collector.findings import judge
from collector.model import Clean, CleanText
from collector.run import Contents

Answers = Callable[[object], dict[str, Any]]
Bundle = Callable[..., Contents]
ALWAYS = {"platform-sunset", "secrets-in-environment"}


def _judged(contents: Contents) -> dict[str, Finding]:
    return {finding.id: finding for finding in judge(contents) if finding.id not in ALWAYS}


def _series(value: float, **labels: str) -> dict[str, Any]:
    return {"data": [{"labels": labels, "value": value}], "help": "", "type": "counter"}


@pytest.mark.parametrize(
    ("result", "failed", "expected"),
    [("7", 9, set()), ("7", 10, {"callbacks-failing"}), ("204", 50, set()), ("503", 50, {"callbacks-failing"})],
)
def test_callbacks_fail_from_ten_in_a_hundred_on(
    result: str, failed: int, expected: set[str], answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["app-stats"]["stats"]["app"]["callback_requests"]["data"] = [
        {"labels": {"result": "success"}, "value": 100 - failed},
        {"labels": {"result": result}, "value": failed},
    ]
    assert _judged(bundle(documents)).keys() == expected


def test_a_code_of_libcurl_is_told_in_words(answers: Answers, bundle: Bundle) -> None:
    finding = _judged(bundle(answers("queue-high")))["callbacks-failing"]
    assert finding.seen == "197,000 of 287,451 since the start; result 7 (could not connect): 197,000"


@pytest.mark.parametrize(("seconds", "expected"), [(3.0, set()), (3.001, {"callbacks-slow"})])
def test_a_webhook_has_three_seconds(seconds: float, expected: set[str], answers: Answers, bundle: Bundle) -> None:
    documents = answers("single-healthy")
    app = documents["app-stats"]["stats"]["app"]
    app |= {
        "callback_requests_duration_ms_count": _series(1_000),
        "callback_requests_duration_ms_sum": _series(seconds * 1_000_000),
    }
    assert _judged(bundle(documents)).keys() == expected


@pytest.mark.parametrize(
    ("engine", "version", "expected"),
    [
        ("MYSQL", "5.7.44", set()),
        ("MYSQL", "8.0.33", set()),
        ("MYSQL", "5.6.51-log", {"database-version"}),
        ("PGSQL", "9.4.26", {"database-version"}),
        ("PGSQL", "9.6.24", set()),
        ("PGSQL", "16.2 (Debian 16.2-1)", set()),
        ("ORACLE", "19.1", {"database-engine-unknown"}),
    ],
)
def test_databases_the_product_names(
    engine: str, version: str, expected: set[str], answers: Answers, bundle: Bundle
) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"] |= {"db_engine": engine, "db_info": ["driver", version, 7]}
    assert _judged(bundle(documents)).keys() == expected


@pytest.mark.parametrize("name", ["env-as-list", "env-as-pairs", "env-as-object"])
def test_a_missing_database_setting_is_told_in_every_shape_of_the_environment(
    name: str, answers: Answers, bundle: Bundle
) -> None:
    documents = answers(name)
    env = documents["support"]["support"]["env"]
    if isinstance(env, dict):
        del env["WA_DB_PORT"]
    else:
        env[:] = [one for one in env if not str(one).startswith(("WA_DB_PORT", "{'name': 'WA_DB_PORT'"))]
    assert _judged(bundle(documents))["database-settings-missing"].seen == "node: not in env: WA_DB_PORT"


def test_no_value_of_the_environment_is_ever_shown(answers: Answers, bundle: Bundle) -> None:
    documents = answers("single-healthy")
    finding = next(f for f in judge(bundle(documents)) if f.id == "secrets-in-environment")
    assert "WA_DB_PASSWORD" in finding.seen
    assert "k7#Vq" not in repr(finding)


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        (-30, 30, set()),
        (-30, 29, {"certificate-expiring": Severity.WARNING}),
        (-30, -1, {"certificate-expired": Severity.WARNING}),
        (1, 400, {"certificate-not-yet-valid": Severity.WARNING}),
    ],
)
def test_a_certificate_is_valid_today_and_for_thirty_days(
    begins: int, ends: int, expected: dict[str, Severity], bundle: Bundle
) -> None:
    contents = bundle({})
    pem = Clean(CleanText("collected/external-ca.pem"), certificate(begins, ends))
    found = _judged(replace(contents, members=(pem,)))
    assert {f.id: f.severity for f in found.values()} == (expected or {})


@pytest.mark.parametrize(
    "content", [b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n", b"-----BEGIN \xff" * 3]
)
def test_a_certificate_nobody_can_read_could_not_be_judged(content: bytes, bundle: Bundle) -> None:
    pem = Clean(CleanText("collected/external-ca.pem"), content)
    found = _judged(replace(bundle({}), members=(pem,)))
    assert {f.id: f.severity for f in found.values()} == {"certificate-unreadable": Severity.UNJUDGED}


def test_app_expired_makes_access_denied_critical(bundle: Bundle) -> None:
    error = {
        "errors": [{"code": 1005, "title": "Access denied", "details": "App Expired: a version upgrade is required"}]
    }
    assert _judged(bundle({"health": error}))["service-error-1005"].severity is Severity.CRITICAL


def test_an_error_object_is_seen_wherever_it_stands(bundle: Bundle) -> None:
    document = {"contacts": [{"status": "failed", "errors": [{"code": 470, "title": "Re-engagement message"}]}]}
    finding = _judged(bundle({"app-stats-internal": document}))["service-error-470"]
    assert finding.evidence[0].pointer == "/contacts/0/errors/0"


def test_a_limit_that_is_set_is_kept_and_told(answers: Answers, bundle: Bundle) -> None:
    documents = answers("single-healthy")
    documents["support"]["support"]["free_space_data"] = 30 << 30
    contents = bundle(documents)
    assert _judged(contents) == {}
    set_ = replace(contents, run=replace(contents.run, limits=Limits(disk_low_gib=40)))
    finding = _judged(set_)["disk-low"]
    assert finding.expected == "at least 40.0 GiB free on every volume"
    assert "disk_low_gib 40: as the settings file says" in finding.basis


def test_a_limit_nobody_documents_says_so_and_one_that_is_documented_says_where(
    answers: Answers, bundle: Bundle
) -> None:
    full = _judged(bundle(answers("single-low-disk")))["disk-full"]
    assert "chosen by collect-bundle" in full.basis
    expiring = _judged(bundle(answers("single-expiring")))["build-expiring"]
    assert "build_days 7: WADebug 0.1.5, check_software_version" in expiring.basis
