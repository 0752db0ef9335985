from __future__ import annotations

import gzip
import resource
import socket
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from collector.sources.answer import Answer
from collector.sources.decoding import Body
from collector.sources.failures import ExchangeError
from collector.sources.net import Net

MIB = 1024 * 1024
JSON = b'{"support": {}}'


@pytest.fixture
def exchange(serve: Callable[..., Any], kit: Any) -> Callable[..., Answer]:
    def run(behave: Callable[[socket.socket], None]) -> Answer:
        peer = serve(behave)
        with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
            return net.request("GET", "/v1/support", limit=20)

    return run


def code(answer: Answer) -> str:
    return answer.failure.code if answer.failure else ""


@pytest.mark.parametrize("encoding", ["", "identity", "gzip", "x-gzip", "GZIP"])
def test_plain_and_gzip_are_what_is_taken(exchange: Callable[..., Answer], kit: Any, encoding: str) -> None:
    body = gzip.compress(JSON) if "zip" in encoding.lower() else JSON
    came = exchange(kit.says(kit.answer(body, "200 OK", f"Content-Encoding: {encoding}")))
    assert (code(came), came.body) == ("", JSON)


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "gzip, br", "compress"])
def test_a_compression_nobody_offered_is_not_guessed_at(
    exchange: Callable[..., Answer], kit: Any, encoding: str
) -> None:
    came = exchange(kit.says(kit.answer(gzip.compress(gzip.compress(JSON)), "200 OK", f"Content-Encoding: {encoding}")))
    assert (code(came), came.body) == ("encoding-not-offered", b"")


def test_a_gzip_bomb_costs_no_more_than_the_limit_it_hits() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(MIB)) for _ in range(128)) + packer.flush()
    body = Body("gzip", 4 * MIB)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ExchangeError, match="over-limit"):
        body.feed(bomb)
    assert len(body.content()) <= 4 * MIB + 64 * 1024
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before <= 64 * 1024


def test_a_bomb_over_the_wire_ends_the_exchange(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(kit.says(kit.answer(gzip.compress(bytes(80 * MIB), 1), "200 OK", "Content-Encoding: gzip")))
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        assert code(net.request("GET", "/v1/support", limit=30)) == "over-limit"


def test_an_endless_answer_ends_at_the_size_limit(exchange: Callable[..., Answer]) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            connection.sendall(b"100000\r\n" + bytes(MIB) + b"\r\n")

    assert code(exchange(endless)) == "over-limit"


def test_what_is_announced_too_large_is_not_even_begun(exchange: Callable[..., Answer], kit: Any) -> None:
    assert code(exchange(kit.says(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n{"))) == "over-limit"


@pytest.mark.parametrize(
    "said",
    [
        b"Content-Length: 100\r\n\r\n" + JSON,
        b"Transfer-Encoding: chunked\r\n\r\nf\r\n" + JSON + b"\r\n",
    ],
)
def test_a_truncated_answer_is_told_and_what_came_is_kept(
    exchange: Callable[..., Answer], kit: Any, said: bytes
) -> None:
    came = exchange(kit.says(b"HTTP/1.1 200 OK\r\n" + said))
    assert (code(came), came.status, came.body) == ("truncated", 200, JSON)


def test_a_truncated_gzip_is_told_even_where_no_length_is(exchange: Callable[..., Answer], kit: Any) -> None:
    cut = gzip.compress(JSON * 1000)[:-20]
    came = exchange(kit.says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + cut))
    assert code(came) == "truncated"
    assert came.body.startswith(JSON)


def test_a_broken_gzip_is_told(exchange: Callable[..., Answer], kit: Any) -> None:
    assert code(exchange(kit.says(kit.answer(JSON, "200 OK", "Content-Encoding: gzip")))) == "encoding-broken"


def test_a_body_delimited_by_closing_is_taken(exchange: Callable[..., Answer], kit: Any) -> None:
    came = exchange(kit.says(b"HTTP/1.1 200 OK\r\n\r\n" + JSON))
    assert (code(came), came.body) == ("", JSON)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (b"", "not-http-tls-port"),
        (b"\x15\x03\x01\x00\x02\x02\x16", "not-http-tls-port"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "not-http-tls-port"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", "not-http-tls-port"),
    ],
)
def test_what_is_not_http_is_told(exchange: Callable[..., Answer], kit: Any, said: bytes, expected: str) -> None:
    came = exchange(kit.says(said))
    assert code(came) == expected
    assert came.failure is not None
    assert came.failure.cure == "try https:// instead of http://"


def test_one_request_says_who_asks_what_it_takes_and_its_own_id(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(
        kit.says(kit.answer(JSON, "200 OK", "Date: Mon, 23 Nov 2026 08:45:00 GMT", "X-Request-ID: theirs", "X: y"))
    )
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        first, second = (net.request("GET", "/v1/support", limit=9) for _ in range(2))
    head = peer.received[0].decode()
    assert head.startswith("GET /v1/support HTTP/1.1\r\n")
    assert f"\r\nX-Request-ID: {first.request_id}\r\n" in head
    assert "\r\nAccept-Encoding: gzip, identity\r\n" in head
    assert "\r\nUser-Agent: collect-bundle/test\r\n" in head
    assert "authorization" not in head.lower()
    assert first.request_id != second.request_id
    assert [(name, value.expose()) for name, value in first.facts()] == [
        ("sent X-Request-ID", first.request_id),
        ("Date", "Mon, 23 Nov 2026 08:45:00 GMT"),
        ("X-Request-ID", "theirs"),
    ]


def test_nothing_of_an_answer_is_shown_by_its_repr(exchange: Callable[..., Answer], kit: Any) -> None:
    came = exchange(kit.says(kit.answer(b'"hunter2"', "200 OK", "Server: hunter2")))
    assert "hunter2" not in repr(came)
