"""Who may ask what: accounts, roles, API key, expiry, sign-out, and everything that is not a GET."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from collector.simulator import Seen, Simulator, Tls
from collector.simulator.accounts import Account

Ask = Callable[..., tuple[int, Any, bytes]]
SignIn = Callable[[Simulator, Account], str]
Basic = Callable[[str, str], str]

ADMIN_ONLY = (
    "/v1/settings/application",
    "/v1/settings/application/media/providers",
    "/v1/settings/business/profile",
    "/v1/settings/profile/about",
    "/v1/certificates/webhooks/ca",
    "/v1/users/support",
)
API_KEY_TOO = ("/v1/health", "/v1/stats/app", "/v1/stats/db", "/metrics")
TOKEN_ONLY = ("/v1/support", "/v1/account/shards", "/v1/certificates/external/ca", "/v1/stats/app/internal")


def test_login_answers_with_a_jwt_and_its_end_in_seven_days(ask: Ask, basic: Basic, now: Any) -> None:
    with Simulator("single-healthy", now=now) as simulator:
        admin = simulator.accounts.admin
        status, _, body = ask(simulator, "/v1/users/login", basic(admin.username, admin.password), "POST")
        (user,) = json.loads(body)["users"]
        assert status == 200
        assert re.fullmatch(r"eyJ[\w-]+\.[\w-]+\.[\w-]+", user["token"])
        assert user["expires_after"] == "2026-11-30 08:45:12+00:00"
        assert simulator.tokens == (user["token"],)


@pytest.mark.parametrize("password", ["wrong", "Zq7", "secret"])
def test_a_wrong_or_unchanged_password_is_refused(ask: Ask, basic: Basic, password: str) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        status, _, body = ask(simulator, "/v1/users/login", basic("admin", password), "POST")
        assert status == 401
        assert json.loads(body)["errors"][0]["code"] == (1024 if password == "secret" else 1005)
        assert simulator.tokens == ()


@pytest.mark.parametrize("authorization", ["Basic !!!", "Basic /////w==", "Bearer nothing", "Apikey nothing"])
def test_unreadable_credentials_are_refused_with_code_1005(ask: Ask, authorization: str) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        for method, path in (("POST", "/v1/users/login"), ("GET", "/v1/health"), ("POST", "/v1/users/logout")):
            status, _, body = ask(simulator, path, authorization, method)
            assert (status, json.loads(body)["errors"][0]["code"]) == (401, 1005)


@pytest.mark.parametrize("path", [*ADMIN_ONLY, *API_KEY_TOO, *TOKEN_ONLY, "/v1/nothing"])
def test_nobody_gets_an_empty_401(ask: Ask, path: str) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        status, headers, body = ask(simulator, path)
        assert (status, body, headers["Content-Type"]) == (401, b"", None)


def test_the_api_key_opens_health_stats_and_metrics_and_nothing_else(ask: Ask) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        key = f"Apikey {simulator.accounts.api_key}"
        assert {path: ask(simulator, path, key)[0] for path in API_KEY_TOO} == dict.fromkeys(API_KEY_TOO, 200)
        closed = (*ADMIN_ONLY, *TOKEN_ONLY)
        assert {path: ask(simulator, path, key)[0] for path in closed} == dict.fromkeys(closed, 401)


def test_a_user_reads_support_but_no_settings(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("single-healthy") as simulator:
        token = sign_in(simulator, simulator.accounts.support)
        for path in ADMIN_ONLY:
            status, _, body = ask(simulator, path, token)
            assert (status, json.loads(body)["errors"][0]["code"]) == (403, 1005)
        opened = (*API_KEY_TOO, *TOKEN_ONLY)
        assert {path: ask(simulator, path, token)[0] for path in opened} == dict.fromkeys(opened, 200)


def test_a_token_ends_with_its_life(ask: Ask, sign_in: SignIn, now: Any) -> None:
    with Simulator("single-healthy", now=now, tls=Tls.PLAIN, token_life=timedelta(0)) as simulator:
        assert ask(simulator, "/v1/support", sign_in(simulator, simulator.accounts.admin))[0] == 401


def test_a_token_is_worthless_after_logout(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        token = sign_in(simulator, simulator.accounts.admin)
        assert ask(simulator, "/v1/support", token)[0] == 200
        assert simulator.revoked == ()
        assert ask(simulator, "/v1/users/logout", token, "POST")[0] == 200
        assert ask(simulator, "/v1/support", token)[0] == 401
        assert simulator.revoked == simulator.tokens
        assert ask(simulator, "/v1/users/logout", token, "POST")[0] == 401


def test_each_sign_in_gives_another_token(sign_in: SignIn) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        assert sign_in(simulator, simulator.accounts.admin) != sign_in(simulator, simulator.accounts.admin)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/v1/users/support"),
        ("DELETE", "/v1/users/support"),
        ("POST", "/v1/users"),
        ("PATCH", "/v1/settings/application"),
        ("POST", "/v1/settings/backup"),
        ("PUT", "/v1/services/message/gc"),
        ("POST", "/v1/support"),
        ("HEAD", "/v1/support"),
        ("GET", "/v1/users/login"),
        ("GET", "/v1/users/logout"),
    ],
)
def test_anything_but_get_login_and_logout_is_405_and_remembered(
    ask: Ask, sign_in: SignIn, method: str, path: str
) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        status, headers, _ = ask(simulator, path, sign_in(simulator, simulator.accounts.admin), method)
        assert (status, headers["Allow"]) == (405, "GET")
        assert (simulator.seen[-1].method, simulator.seen[-1].path) == (method, path)


def test_the_answer_to_head_has_no_body(ask: Ask) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        _, headers, _ = ask(simulator, "/v1/support", method="HEAD")
        assert headers["Content-Length"] == "0"


def test_the_log_keeps_scheme_and_header_names_but_no_values(ask: Ask) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        sent = {"X-Request-ID": "run-1", "X-Custom": "very secret", "Content-Length": "0"}
        _, headers, _ = ask(simulator, "/metrics?format=prometheus", "Apikey hush", headers=sent)
        (seen,) = simulator.seen
        assert headers["X-Request-ID"] == "run-1"
        names = frozenset({"host", "accept-encoding", "authorization", "content-length", "x-request-id", "x-custom"})
        assert seen == Seen("GET", "/metrics", "format=prometheus", "Apikey", names, 0, "run-1")
        assert "hush" not in repr(seen)
        assert "very secret" not in repr(seen)


def test_an_unknown_path_is_404_with_code_1014(ask: Ask, sign_in: SignIn) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        status, _, body = ask(simulator, "/v1/nothing", sign_in(simulator, simulator.accounts.admin))
        assert (status, json.loads(body)["errors"][0]["code"]) == (404, 1014)
