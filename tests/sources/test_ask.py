from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from collector.errors import AccessError, NothingUsableError, UnreachableError, UsageError
from collector.simulator import Simulator, Tls
from collector.simulator.faults import (
    BAD_GATEWAY,
    EMPTY,
    EVERY_PATH,
    NOT_FOUND,
    NOT_JSON,
    NOT_PRIMARY,
    NULL,
    TOO_MANY,
    UNAUTHORISED,
    ErrorObject,
    Fault,
    First,
    GzipBomb,
    Hang,
    HangInHandshake,
    Redirect,
    Reset,
    Status,
    Truncated,
)
from collector.sources.http import Collected, ask
from collector.target import Trust

SUPPORT = "/v1/support"


@pytest.fixture
def run(kit: Any) -> Callable[..., tuple[Collected, Simulator]]:
    """Ask a simulator over plain http on this machine, which is where the shortest way leads."""

    def start(
        who: str = "admin", faults: dict[str, Fault] | None = None, names: tuple[str, ...] = (), timeout: float = 20.0
    ) -> tuple[Collected, Simulator]:
        with Simulator("single-healthy", tls=Tls.PLAIN, faults=faults or {}) as simulator:
            target = kit.target(simulator.url, timeout=timeout, **secrets(simulator, who))
            return ask(kit.profile, target, names=names, instruments=kit.instruments), simulator

    return start


def secrets(simulator: Simulator, who: str) -> dict[str, str]:
    accounts = simulator.accounts
    if who == "api-key":
        return {"api_key": accounts.api_key}
    if who == "nobody":
        return {}
    account = {"admin": accounts.admin, "support": accounts.support, "fresh": accounts.fresh}.get(who)
    return {"username": "admin", "password": who} if account is None else {
        "username": account.username, "password": account.password,
    }  # fmt: skip


def table(collected: Collected) -> dict[str, str]:
    return {t.attempt.source: f"{t.attempt.result} {t.attempt.code}".strip() for t in collected.taken}


def reason(collected: Collected, source: str) -> str:
    return next(t.attempt.reason.expose() for t in collected.taken if t.attempt.source == source)


def test_an_administrator_gets_everything_asked_by_default(run: Callable[..., Any]) -> None:
    collected, simulator = run()
    assert table(collected) == {
        "sign-in": "collected",
        "support": "collected",
        "health": "collected",
        "app-settings": "collected",
        "app-stats": "collected",
        "external-ca": "empty absent",
        "shards": "collected",
        "webapp-metrics": "collected",
        "app-stats-internal": "skipped not-asked",
        "business-profile": "skipped not-asked",
        "media-providers": "skipped not-asked",
        "profile-about": "skipped not-asked",
        "webhook-ca": "skipped not-asked",
        "db-stats": "skipped not-asked",
        "db-stats-internal": "skipped not-asked",
        "sign-out": "collected",
    }
    members = [t.raw.expose_name() for t in collected.taken if t.raw]
    assert members[:2] == ["collected/support.json", "collected/health.json"]
    assert collected.error is None
    assert simulator.revoked == simulator.tokens
    assert len(simulator.tokens) == 1


def test_on_the_wire_are_gets_and_one_sign_in_and_sign_out_without_a_body(run: Callable[..., Any]) -> None:
    collected, simulator = run(names=tuple(run_names()))
    posts = [(s.method, s.path, s.scheme, s.body_size) for s in simulator.seen if s.method != "GET"]
    assert posts == [("POST", "/v1/users/login", "Basic", 0), ("POST", "/v1/users/logout", "Bearer", 0)]
    gets = [s.path for s in simulator.seen if s.method == "GET"]
    assert len(gets) == len(set(gets)) == len(collected.taken) - 2
    ids = [s.request_id for s in simulator.seen]
    assert len(set(ids)) == len(ids)


def run_names() -> Iterator[str]:
    yield from ("app-stats-internal", "business-profile", "media-providers", "profile-about", "webhook-ca")
    yield from ("db-stats", "db-stats-internal")


def test_what_is_named_is_asked_too_and_an_error_of_the_service_is_repeated_in_the_reason(
    run: Callable[..., Any],
) -> None:
    collected, _ = run(names=("db-stats", "db-stats-internal", "webhook-ca"))
    assert table(collected)["db-stats"] == "collected"
    assert table(collected)["webhook-ca"] == "empty absent"
    assert table(collected)["db-stats-internal"] == "failed http-500"
    assert reason(collected, "db-stats-internal").startswith(
        "GET /v1/stats/db/internal answered 500: error 1014, Internal error, "
    )


def test_every_secret_of_the_run_is_handed_over(run: Callable[..., Any]) -> None:
    collected, simulator = run()
    known = {secret.expose() for secret in collected.secrets}
    assert {simulator.accounts.admin.username, simulator.accounts.admin.password, *simulator.tokens} <= known


def test_an_api_key_degrades_to_what_it_reaches_without_asking_for_the_rest(run: Callable[..., Any]) -> None:
    collected, simulator = run("api-key")
    asked = {source for source, outcome in table(collected).items() if not outcome.startswith("skipped")}
    assert asked == {"health", "app-stats", "webapp-metrics"}
    assert table(collected)["support"] == "skipped needs-token"
    assert {s.scheme for s in simulator.seen} == {"Apikey"}
    assert SUPPORT not in [s.path for s in simulator.seen]
    assert collected.error is None


def test_a_user_without_the_admin_role_gets_all_but_the_settings(run: Callable[..., Any]) -> None:
    collected, _ = run("support")
    assert table(collected)["support"] == "collected"
    assert table(collected)["app-settings"] == "refused not-permitted"
    assert collected.error is None


def test_nobody_is_refused_everywhere(run: Callable[..., Any]) -> None:
    collected, simulator = run("nobody")
    assert table(collected)["support"] == "refused not-authorised"
    assert isinstance(collected.error, AccessError)
    assert {s.scheme for s in simulator.seen} == {""}


def test_a_wrong_password_ends_the_run_without_a_second_try(run: Callable[..., Any]) -> None:
    collected, simulator = run("wrong-hunter2")
    assert table(collected)["sign-in"] == "refused not-authorised"
    assert table(collected)["support"] == "skipped not-signed-in"
    assert isinstance(collected.error, AccessError)
    assert "hunter2" not in str(collected.error)
    assert [s.path for s in simulator.seen] == ["/v1/users/login"]


def test_a_fresh_installation_s_default_password_is_told_and_never_changed(run: Callable[..., Any]) -> None:
    collected, simulator = run("fresh")
    assert table(collected)["sign-in"] == "refused password-change"
    assert isinstance(collected.error, AccessError)
    assert "never changes one" in collected.error.what
    assert [s.body_size for s in simulator.seen] == [0]


@pytest.mark.parametrize(
    ("fault", "outcome", "kept"),
    [
        (Truncated(40), "partial truncated", True),
        (Truncated(40, close_delimited=True), "partial not-json", True),
        (NOT_JSON, "partial not-json", True),
        (NULL, "empty null-answer", False),
        (EMPTY, "empty empty-answer", False),
        (NOT_FOUND, "empty absent", False),
        (BAD_GATEWAY, "failed http-502", False),
        (TOO_MANY, "failed http-429", False),
        (UNAUTHORISED, "refused not-authorised", False),
        (ErrorObject(1005, "Access denied", status=403), "refused not-permitted", False),
        (ErrorObject(1006, "Resource not found", status=400), "empty absent", False),
        (ErrorObject(1005, "Access denied"), "refused not-permitted", False),
        (Redirect("https://sso.example/login?t=hunter2"), "refused redirect", False),
        (GzipBomb(80 * 1024 * 1024), "failed over-limit", False),
        (Reset(), "failed connection-reset", False),
    ],
)
def test_one_bad_endpoint_costs_itself_only(run: Callable[..., Any], fault: Fault, outcome: str, kept: bool) -> None:
    collected, simulator = run(faults={"/v1/health": fault})
    assert table(collected)["health"] == outcome
    assert [bool(t.raw) for t in collected.taken if t.attempt.source == "health"] == [kept]
    assert table(collected)["support"] == table(collected)["webapp-metrics"] == "collected"
    assert collected.error is None
    assert set(simulator.revoked) == set(simulator.tokens)


def test_a_hanging_endpoint_leaves_the_others_their_time(run: Callable[..., Any]) -> None:
    collected, _ = run(faults={SUPPORT: Hang()}, timeout=4.0)
    assert table(collected)["support"] == "timed-out deadline"
    assert table(collected)["webapp-metrics"] == "collected"
    assert table(collected)["sign-out"] == "collected"


def test_a_service_that_hangs_everywhere_holds_the_run_no_longer_than_its_timeout(kit: Any) -> None:
    began = time.monotonic()
    with Simulator("single-healthy", tls=Tls.PLAIN, faults={EVERY_PATH: Hang()}) as simulator:
        collected = ask(kit.profile, kit.target(simulator.url, timeout=1.0), instruments=kit.instruments)
    outcomes = set(table(collected).values())
    assert "timed-out deadline" in outcomes
    assert all(outcome.startswith(("timed-out", "skipped")) for outcome in outcomes), outcomes
    assert time.monotonic() - began < 10
    assert isinstance(collected.error, UnreachableError)


def test_a_handshake_that_hangs_is_waited_for_once(kit: Any) -> None:
    with Simulator("single-healthy", faults={EVERY_PATH: HangInHandshake()}) as simulator:
        collected = ask(kit.profile, kit.target(simulator.url, timeout=1.0), instruments=kit.instruments)
    assert table(collected)["support"] == "timed-out tls-timeout"
    assert table(collected)["health"] == "skipped not-reached"


def test_what_the_profile_calls_transient_is_asked_again(run: Callable[..., Any]) -> None:
    collected, _ = run(faults={"/v1/settings/application": First(2, NOT_PRIMARY)})
    assert table(collected)["app-settings"] == "collected"
    assert [t.attempt.tries for t in collected.taken if t.attempt.source == "app-settings"] == [3]


def test_a_token_revoked_in_between_is_renewed_once(run: Callable[..., Any]) -> None:
    collected, simulator = run(faults={"/v1/health": First(1, UNAUTHORISED)})
    assert table(collected)["sign-in-again"] == "collected"
    assert table(collected)["health"] == "collected"
    assert len(simulator.tokens) == 2
    assert simulator.revoked == simulator.tokens
    assert set(simulator.tokens) <= {secret.expose() for secret in collected.secrets}


def test_a_token_the_user_brought_is_used_and_never_given_back(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        first = ask(
            kit.small("support"), kit.target(simulator.url, **secrets(simulator, "admin")), instruments=kit.instruments
        )
        assert first.error is None
        collected = ask(kit.profile, kit.target(simulator.url, token="brought"), instruments=kit.instruments)
        assert table(collected)["support"] == "refused not-authorised"
        assert [s.path for s in simulator.seen].count("/v1/users/logout") == 1
        assert isinstance(collected.error, AccessError)


def test_a_failure_to_sign_out_is_told_but_is_no_loss(run: Callable[..., Any]) -> None:
    collected, _ = run(faults={"/v1/users/logout": BAD_GATEWAY})
    assert table(collected)["sign-out"] == "skipped sign-out-failed"
    assert reason(collected, "sign-out").endswith("the token lives until it expires")
    assert collected.error is None


@pytest.mark.parametrize(
    ("fault", "outcome", "error"),
    [
        (NULL, "failed no-token", NothingUsableError),
        (NOT_JSON, "failed no-token", NothingUsableError),
        (BAD_GATEWAY, "failed http-502", NothingUsableError),
        (NOT_FOUND, "failed no-token", NothingUsableError),
        (Reset(), "failed connection-reset", UnreachableError),
    ],
)
def test_signing_in_can_fail_in_other_ways(
    run: Callable[..., Any], fault: Fault, outcome: str, error: type[Exception]
) -> None:
    collected, simulator = run(faults={"/v1/users/login": fault})
    assert table(collected)["sign-in"] == outcome
    assert isinstance(collected.error, error)
    assert [s.path for s in simulator.seen] == ["/v1/users/login"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [(BAD_GATEWAY, NothingUsableError), (Reset(), UnreachableError)],
)
def test_with_no_answer_at_all_the_run_says_which_error_fits(kit: Any, fault: Fault, error: type[Exception]) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN, faults={EVERY_PATH: fault}) as simulator:
        collected = ask(kit.profile, kit.target(simulator.url), instruments=kit.instruments)
    assert isinstance(collected.error, error)
    assert collected.main is not None


def test_answers_without_content_are_nothing_usable(run: Callable[..., Any], kit: Any) -> None:
    collected, _ = run(faults={endpoint.path: NULL for endpoint in kit.profile.endpoints})
    assert table(collected)["support"] == "empty null-answer"
    assert isinstance(collected.error, NothingUsableError)


def test_a_service_that_is_not_there_is_asked_once(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as gone:
        url = gone.url
    collected = ask(kit.profile, kit.target(url), instruments=kit.instruments)
    assert table(collected)["support"] == "failed connection-refused"
    assert table(collected)["health"] == "skipped not-reached"
    assert isinstance(collected.error, UnreachableError)


@pytest.mark.parametrize("kind", [Tls.TRUSTED, Tls.SELF_SIGNED, Tls.EXPIRED, Tls.WRONG_NAME])
def test_over_tls_nothing_is_sent_before_the_service_is_trusted(kit: Any, kind: Tls) -> None:
    with Simulator("single-healthy", tls=kind) as simulator:
        who = secrets(simulator, "admin")
        refused = ask(kit.profile, kit.target(simulator.url, **who), instruments=kit.instruments)
        assert simulator.seen == ()
        trust = Trust(pin_sha256=simulator.pin)
        pinned = ask(kit.small("support"), kit.target(simulator.url, trust=trust, **who), instruments=kit.instruments)
    assert isinstance(refused.error, UnreachableError)
    assert "--pin-sha256" in refused.error.cure
    assert table(refused)["sign-in"].startswith("failed tls-")
    assert table(pinned)["support"] == "collected"


def test_a_ca_file_vouches_for_the_service(kit: Any, tmp_path: Path) -> None:
    with Simulator("single-healthy") as simulator:
        (tmp_path / "ca.pem").write_bytes(simulator.ca_pem)
        trust = Trust(ca_file=str(tmp_path / "ca.pem"))
        target = kit.target(simulator.url, trust=trust, **secrets(simulator, "admin"))
        collected = ask(kit.profile, target, instruments=kit.instruments)
    assert table(collected)["support"] == table(collected)["external-ca"] == "collected"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError])
def test_whatever_ends_a_run_it_signs_out(kit: Any, error: type[BaseException]) -> None:
    seen: list[str] = []

    def stop(attempt: Any) -> None:
        seen.append(attempt.source)
        if attempt.source == "support":
            raise error

    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        target = kit.target(simulator.url, **secrets(simulator, "admin"))
        with pytest.raises(error):
            ask(kit.profile, target, instruments=kit.instruments, on_attempt=stop)
        assert len(simulator.tokens) == 1
        assert simulator.revoked == simulator.tokens
    assert seen == ["sign-in", "support", "sign-out"]


def test_ctrl_c_in_a_hanging_request_signs_out(kit: Any) -> None:
    def interrupt_soon(attempt: Any) -> None:
        if attempt.source == "sign-in":
            threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()

    with Simulator("single-healthy", tls=Tls.PLAIN, faults={SUPPORT: Hang()}) as simulator:
        target = kit.target(simulator.url, **secrets(simulator, "admin"))
        with pytest.raises(KeyboardInterrupt):
            ask(kit.profile, target, instruments=kit.instruments, on_attempt=interrupt_soon)
        assert len(simulator.tokens) == 1
        assert simulator.revoked == simulator.tokens


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"token": "hunter2\nhunter2"}, "position 8"),
        ({"token": "hunter2 "}, "position 8"),
        ({"token": "\n"}, "empty"),
        ({"api_key": "schlüssel"}, "position 5"),
        ({"username": "a:b", "password": "hunter2"}, "colon"),
    ],
)
def test_a_credential_no_header_can_carry_is_refused_by_its_place(kit: Any, given: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why) as caught:
        ask(kit.profile, kit.target("https://wa.example", **given), instruments=kit.instruments)
    assert "hunter2" not in str(caught.value)


def test_a_line_break_at_the_end_of_a_token_is_the_file_s(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        target = kit.target(simulator.url, api_key=simulator.accounts.api_key + "\n")
        assert table(ask(kit.profile, target, instruments=kit.instruments))["health"] == "collected"


def test_an_unknown_name_is_refused_before_anything_is_sent(kit: Any) -> None:
    with pytest.raises(UsageError, match="no endpoint 'db-stat'; did you mean 'db-stats'"):
        ask(kit.profile, kit.target("https://wa.example"), names=("db-stat",), instruments=kit.instruments)


def test_a_wait_longer_than_the_run_is_not_waited_but_told(run: Callable[..., Any]) -> None:
    collected, simulator = run(faults={"/v1/health": Status(503, retry_after="86400")})
    assert reason(collected, "health") == "GET /v1/health answered 503 (it asks to wait 86400 s)"
    assert [s.path for s in simulator.seen].count("/v1/health") == 1


def test_attempts_cannot_print_what_the_service_said(run: Callable[..., Any]) -> None:
    collected, _ = run(faults={"/v1/health": ErrorObject(1014, "hunter2", "hunter2")})
    assert "hunter2" in reason(collected, "health")
    assert "hunter2" not in repr(collected)
