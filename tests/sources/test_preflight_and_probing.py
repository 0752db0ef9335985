from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from collector.simulator import Simulator, Tls
from collector.simulator.faults import UNAUTHORISED
from collector.sources.preflight import requests
from collector.sources.probing import Probe, probe
from collector.target import Trust


def test_a_dry_run_lists_every_request_and_why_some_are_left_out(kit: Any) -> None:
    planned = requests(kit.profile, kit.target("https://wa.example", username="u", password="p"), ("db-stats",))
    assert [p.name for p in planned if p.asked] == [
        "sign-in", "support", "health", "app-settings", "app-stats", "external-ca", "shards", "webapp-metrics",
        "db-stats", "sign-out",
    ]  # fmt: skip
    first, second = planned[:2]
    assert (first.method, first.path) == ("POST", "/v1/users/login")
    assert (second.method, second.path, second.needs, second.cost) == ("GET", "/v1/support", "token", "cheap")
    left_out = {p.name: p.because for p in planned if not p.asked}
    assert left_out["media-providers"] == "delicate: asked only when it is named (--with media-providers)"


def test_a_dry_run_with_an_api_key_says_what_it_does_not_reach(kit: Any) -> None:
    planned = requests(kit.profile, kit.target("https://wa.example", api_key="k"))
    assert {p.name for p in planned if p.asked} == {"health", "app-stats", "webapp-metrics"}
    support = next(p for p in planned if p.name == "support")
    assert support.because == "an API key does not reach it: give a user and password, or a token"


def steps(probes: tuple[Probe, ...]) -> dict[str, bool]:
    return {p.name: p.ok for p in probes}


def said(probes: tuple[Probe, ...], name: str) -> Probe:
    return next(p for p in probes if p.name == name)


def test_a_good_target_passes_every_step_and_is_signed_out_of(kit: Any, tmp_path: Path) -> None:
    with Simulator("single-healthy") as simulator:
        (tmp_path / "ca.pem").write_bytes(simulator.ca_pem)
        admin = simulator.accounts.admin
        trust = Trust(ca_file=str(tmp_path / "ca.pem"))
        target = kit.target(simulator.url, trust=trust, username=admin.username, password=admin.password)
        probes = probe(target, kit.profile, kit.instruments)
        assert simulator.revoked == simulator.tokens
        assert [(s.method, s.path) for s in simulator.seen] == [
            ("POST", "/v1/users/login"),
            ("GET", "/v1/support"),
            ("GET", "/v1/settings/application"),
            ("POST", "/v1/users/logout"),
        ]
        pin = simulator.pin
    assert list(steps(probes).items()) == [
        ("url", True), ("connection", True), ("tls", True), ("trust", True), ("credential", True), ("clock", True),
        ("role", True),
    ]  # fmt: skip
    assert f"certificate SHA-256 {pin}" in said(probes, "tls").said
    assert "issued by a CA, for localhost, 127.0.0.1, valid until" in said(probes, "tls").said


def test_an_untrusted_certificate_ends_with_the_option_to_copy_and_no_request(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.SELF_SIGNED) as simulator:
        admin = simulator.accounts.admin
        target = kit.target(simulator.url, username=admin.username, password=admin.password)
        probes = probe(target, kit.profile, kit.instruments)
        assert simulator.seen == ()
        assert said(probes, "trust").next.endswith(f"--pin-sha256 {simulator.pin}")
        copied = replace(target, trust=Trust(pin_sha256=simulator.pin))
        assert all(steps(probe(copied, kit.profile, kit.instruments)).values())
    assert list(steps(probes).items()) == [("url", True), ("connection", True), ("tls", True), ("trust", False)]
    assert "self-signed, for no name a client may check" in said(probes, "tls").said


def test_of_an_unknown_ca_the_next_step_names_its_certificate_first(kit: Any) -> None:
    with Simulator("single-healthy") as simulator:
        told = said(probe(kit.target(simulator.url), kit.profile, kit.instruments), "trust")
        assert told.next.startswith("give the CA's certificate with --ca-file; or, if `openssl")
        assert told.next.endswith(f"--pin-sha256 {simulator.pin}")


def test_an_expired_certificate_is_told(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.EXPIRED) as simulator:
        probes = probe(kit.target(simulator.url), kit.profile, kit.instruments)
    assert said(probes, "tls").said.endswith(": expired")
    assert said(probes, "tls").next == "renew the certificate"


def test_a_missing_role_and_a_wrong_clock_are_told(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN, now=datetime.now(UTC) + timedelta(hours=1)) as simulator:
        user = simulator.accounts.support
        target = kit.target(simulator.url, username=user.username, password=user.password)
        probes = probe(target, kit.profile, kit.instruments)
    assert steps(probes) == {"url": True, "connection": True, "credential": True, "clock": False, "role": False}
    assert "administrator role" in said(probes, "role").next
    assert "ahead of" in said(probes, "clock").said


def test_a_wrong_password_is_told_and_nothing_is_read(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN) as simulator:
        probes = probe(kit.target(simulator.url, username="u", password="hunter2"), kit.profile, kit.instruments)
        assert [s.path for s in simulator.seen] == ["/v1/users/login"]
    assert not said(probes, "credential").ok
    assert "hunter2" not in str(probes)


@pytest.mark.parametrize(
    ("url", "step"),
    [("https://wa.example/v1", "url"), ("https://wa.example", "name"), ("http://127.0.0.1:1", "connection")],
)
def test_the_first_step_that_fails_is_the_last(kit: Any, url: str, step: str) -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise OSError

    probes = probe(kit.target(url), kit.profile, replace(kit.instruments, resolve=unknown))
    assert probes[-1].name == step
    assert not probes[-1].ok
    assert probes[-1].next


def test_a_credential_for_plain_http_elsewhere_is_never_sent(kit: Any, serve: Any) -> None:
    peer = serve(kit.says(kit.answer()))
    instruments = replace(kit.instruments, resolve=lambda _h, _p: ["127.0.0.1"])
    probes = probe(kit.target(f"http://wa.example:{peer.port}", token="hunter2"), kit.profile, instruments)
    assert not said(probes, "credential").ok
    assert b"hunter2" not in b"".join(peer.received)


def test_without_a_credential_the_refusal_itself_shows_that_the_service_answers(kit: Any) -> None:
    with Simulator("single-healthy", tls=Tls.PLAIN, faults={"/v1/support": UNAUTHORISED}) as simulator:
        probes = probe(kit.target(simulator.url), kit.profile, kit.instruments)
    assert said(probes, "credential").said == "GET /v1/support answered 401 (not-authorised) with no credential"
