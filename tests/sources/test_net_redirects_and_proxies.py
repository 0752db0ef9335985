from __future__ import annotations

import logging
import socket
import threading
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from collector.model import RawText
from collector.simulator.tls import Tls, identity
from collector.sources.answer_verdict import judge, redirect_origin
from collector.sources.net import Net
from collector.target import Result, Trust

TOKEN = RawText("Bearer hunter2-hunter2")


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1:{port}/v1/support", "//127.0.0.1:{port}/x?t=hunter2", "http://u:hunter2@127.0.0.1:{port}/"],
)
def test_a_redirect_is_told_and_never_followed(serve: Callable[..., Any], kit: Any, status: str, location: str) -> None:
    second = serve(kit.says(kit.answer()))
    where = location.format(port=second.port)
    first = serve(kit.says(kit.answer(b"", status, f"Location: {where}")))
    with Net(kit.target(f"http://127.0.0.1:{first.port}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=5, authorization=TOKEN)
    verdict = judge("GET /v1/support", answer, kit.profile, as_json=True)
    assert (verdict.result, verdict.code) == (Result.REFUSED, "redirect")
    assert f"//127.0.0.1:{second.port}" in verdict.reason
    assert "hunter2" not in verdict.reason
    assert (first.connections, second.connections) == (1, 0)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("/v1/login?token=x", "another path of the same host"),
        ("", "another path of the same host"),
        ("https://sso.example:8443/a?b", "https://sso.example:8443"),
        ("HTTPS://sso.example/a@b", "https://sso.example"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]"),
        ("javascript:alert(1)", "another path of the same host"),
    ],
)
def test_of_a_redirect_only_the_origin_is_told(location: str, shown: str) -> None:
    assert redirect_origin(location) == shown


def tunnel(target: int, *, status: bytes = b"200 ok") -> Callable[[socket.socket], None]:
    """A CONNECT proxy for one target; the head it got has already been read."""

    def pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while chunk := source.recv(65536):
                sink.sendall(chunk)
        except OSError:
            pass
        finally:
            sink.close()

    def behave(client: socket.socket) -> None:
        client.sendall(b"HTTP/1.1 " + status + b"\r\n\r\n")
        if status.startswith(b"200"):
            with socket.create_connection(("127.0.0.1", target)) as server:
                back = threading.Thread(target=pump, args=(server, client), daemon=True)
                back.start()
                pump(client, server)
                back.join()

    return behave


def proxied(kit: Any, port: int, userinfo: str = "") -> Any:
    return replace(kit.instruments, environ={"HTTPS_PROXY": f"http://{userinfo}127.0.0.1:{port}"})


def test_through_a_proxy_the_name_and_the_pin_are_the_target_s(serve: Callable[..., Any], kit: Any) -> None:
    made = identity(Tls.WRONG_NAME)
    assert made is not None
    server = serve(kit.says(kit.answer()), made.context())
    proxy = serve(tunnel(server.port))
    target = kit.target(f"https://10.9.8.7:{server.port}", trust=Trust(pin_sha256=made.pin))
    with Net(target, proxied(kit, proxy.port, "me:s3cret@")) as net:
        answer = net.request("GET", "/v1/support", limit=10, authorization=TOKEN)
    assert answer.status == 200
    assert b"hunter2" in server.received[0]
    assert proxy.received[0].startswith(f"CONNECT 10.9.8.7:{server.port} HTTP/1.1".encode())
    assert b"Basic " + b64encode(b"me:s3cret") in proxy.received[0]
    assert b"hunter2" not in proxy.received[0]
    assert b"s3cret" not in server.received[0]


def test_through_a_proxy_the_certificate_is_checked_against_the_target_s_name(
    serve: Callable[..., Any], kit: Any, tmp_path: Any
) -> None:
    made = identity(Tls.WRONG_NAME)
    assert made is not None
    (tmp_path / "ca.pem").write_bytes(made.ca)
    server = serve(kit.says(kit.answer()), made.context())
    proxy = serve(tunnel(server.port))
    codes = {}
    for host in ("wa.example", "other.example"):
        target = kit.target(f"https://{host}:{server.port}", trust=Trust(ca_file=str(tmp_path / "ca.pem")))
        with Net(target, proxied(kit, proxy.port)) as net:
            answer = net.request("GET", "/", limit=10, authorization=TOKEN)
        codes[host] = answer.failure.code if answer.failure else answer.status
    assert codes == {"wa.example": 200, "other.example": "tls-wrong-name"}


def test_a_wrong_pin_behind_a_proxy_sends_the_server_nothing(serve: Callable[..., Any], kit: Any) -> None:
    made = identity(Tls.TRUSTED)
    assert made is not None
    server = serve(kit.says(kit.answer()), made.context())
    proxy = serve(tunnel(server.port))
    target = kit.target(f"https://10.9.8.7:{server.port}", trust=Trust(pin_sha256="ab" * 32))
    with Net(target, proxied(kit, proxy.port)) as net:
        answer = net.request("GET", "/", limit=10, authorization=TOKEN)
    assert answer.failure is not None
    assert answer.failure.code == "tls-wrong-pin"
    assert b"".join(server.received) == b""


@pytest.mark.parametrize(
    ("status", "code"),
    [(b"407 hunter2", "proxy-sign-in"), (b"403 hunter2", "proxy-refused"), (b"502 x", "proxy-refused")],
)
def test_a_proxy_that_refuses_is_named_without_its_words(
    serve: Callable[..., Any], kit: Any, status: bytes, code: str
) -> None:
    proxy = serve(tunnel(1, status=status))
    with Net(kit.target("https://wa.example"), proxied(kit, proxy.port)) as net:
        failure = net.request("GET", "/", limit=10).failure
    assert failure is not None
    assert failure.code == code
    assert f"http://127.0.0.1:{proxy.port}" in failure.what
    assert "hunter2" not in failure.what + failure.cure


def test_a_proxy_for_plain_http_gets_the_whole_url_and_no_credential_ever(serve: Callable[..., Any], kit: Any) -> None:
    proxy = serve(kit.says(kit.answer()))
    instruments = replace(kit.instruments, environ={"HTTP_PROXY": f"http://127.0.0.1:{proxy.port}"})
    with Net(kit.target("http://wa.example:8080"), instruments) as net:
        assert net.request("GET", "/v1/support", limit=5).status == 200
    assert proxy.received[0].startswith(b"GET http://wa.example:8080/v1/support HTTP/1.1\r\n")


def test_the_environment_s_proxies_and_netrc_are_not_read_behind_our_back(
    serve: Callable[..., Any], kit: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password hunter2\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    proxy, server = serve(kit.says(kit.answer(b"proxy"))), serve(kit.says(kit.answer(b"direct")))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    with Net(kit.target(f"http://127.0.0.1:{server.port}"), kit.instruments) as net:
        assert net.request("GET", "/", limit=5).body == b"direct"
    assert b"authorization" not in server.received[0].lower()
    assert proxy.connections == 0


def test_the_http_library_logs_nothing(serve: Callable[..., Any], kit: Any, caplog: pytest.LogCaptureFixture) -> None:
    peer = serve(kit.says(kit.answer(b"{}", "200 OK", "Set-Cookie: a=hunter2")))
    with caplog.at_level(logging.DEBUG), Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        net.request("GET", "/v1/support", limit=5, authorization=TOKEN)
    assert [record.getMessage() for record in caplog.records if record.name.startswith("http")] == []


def test_no_cookie_is_kept(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(kit.says(kit.answer(b"{}", "200 OK", "Set-Cookie: a=b; Path=/")))
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        for _ in range(2):
            net.request("GET", "/v1/support", limit=5)
    assert b"cookie" not in peer.received[1].lower()
