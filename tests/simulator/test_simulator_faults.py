"""Each fault as a client sees it on the wire: raw bytes from a socket, no HTTP library in between."""

import json
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import pytest

from collector.simulator import Simulator, Tls, faults
from collector.simulator.answer import Drip
from collector.simulator.canaries import API_KEY
from collector.simulator.faults import After, Both, Fault, First

Ask = Callable[..., tuple[int, Any, bytes]]

PATH = "/metrics"
HOURS = 36_000.0
REQUEST = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Apikey %b\r\n\r\n" % API_KEY.encode()


def serving(fault: Fault, path: str = PATH) -> Simulator:
    return Simulator("single-healthy", tls=Tls.PLAIN, faults={path: fault})


def connect(simulator: Simulator) -> socket.socket:
    return socket.create_connection(("127.0.0.1", urlsplit(simulator.url).port))


def receive(client: socket.socket) -> bytes:
    received = b""
    while piece := client.recv(65_536):
        received += piece
    return received


def exchange(simulator: Simulator) -> tuple[bytes, bytes]:
    """Return head and body of one answer, up to the end of the connection."""
    with connect(simulator) as client:
        client.sendall(REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        head, _, body = receive(client).partition(b"\r\n\r\n")
        return head, body


def key(simulator: Simulator) -> str:
    return f"Apikey {simulator.accounts.api_key}"


@pytest.mark.parametrize(
    ("fault", "status", "header"),
    [
        (faults.Status(500), 500, None),
        (faults.BAD_GATEWAY, 502, None),
        (faults.Status(503, retry_after="0"), 503, "0"),
        (faults.Status(429, retry_after="-1"), 429, "-1"),
        (faults.Status(429, retry_after="Mon, 23 Nov 2026 08:45:14 GMT"), 429, "Mon, 23 Nov 2026 08:45:14 GMT"),
        (faults.TOO_MANY, 429, "2"),
    ],
)
def test_a_status_with_or_without_retry_after(fault: Fault, status: int, header: str | None, ask: Ask) -> None:
    with serving(fault) as simulator:
        seen, headers, _ = ask(simulator, PATH, key(simulator))
        assert (seen, headers["Retry-After"]) == (status, header)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["https://other.invalid:1/", "//other.invalid/x", "http://user:pw@localhost/"])
def test_a_redirect_keeps_its_location_as_it_stands(status: int, to: str, ask: Ask) -> None:
    with serving(faults.Redirect(to, status)) as simulator:
        seen, headers, body = ask(simulator, PATH)
        assert (seen, headers["Location"], body) == (status, to, b"")


@pytest.mark.parametrize(
    ("fault", "body"),
    [
        (faults.NOT_JSON, b"wa-service: starting, please wait\n"),
        (faults.INVALID_UTF8, b'{"support": {"version": "2.57\xff\xfe.2"}}'),
        (faults.EMPTY, b""),
        (faults.NULL, b"null"),
    ],
)
def test_a_body_that_is_no_answer(fault: Fault, body: bytes, ask: Ask) -> None:
    with serving(fault) as simulator:
        status, headers, received = ask(simulator, PATH, key(simulator))
        assert (status, headers["Content-Length"], received) == (200, str(len(body)), body)


def test_a_fault_that_passes_after_two_calls(ask: Ask) -> None:
    with serving(First(2, faults.NOT_PRIMARY)) as simulator:
        assert [ask(simulator, PATH, key(simulator))[0] for _ in range(4)] == [500, 500, 200, 200]


def test_a_fault_that_comes_after_two_calls(ask: Ask) -> None:
    with serving(After(2, faults.UNAUTHORISED)) as simulator:
        assert [ask(simulator, PATH, key(simulator))[0] for _ in range(4)] == [200, 200, 401, 401]


def test_two_faults_at_once(ask: Ask) -> None:
    with serving(Both(faults.NOT_READY, faults.Gzip())) as simulator:
        status, headers, body = ask(simulator, PATH, key(simulator))
        assert (status, headers["Content-Encoding"]) == (500, "gzip")
        assert b'"code": 1011' in zlib.decompress(body, wbits=31)


def test_a_fault_for_every_path_gives_way_to_a_paths_own(ask: Ask) -> None:
    both = {faults.EVERY_PATH: faults.Status(503), PATH: faults.Status(500)}
    with Simulator("single-healthy", tls=Tls.PLAIN, faults=both) as simulator:
        assert ask(simulator, PATH)[0] == 500
        assert ask(simulator, "/v1/health")[0] == 503


def test_a_reset_is_a_reset() -> None:
    with serving(faults.Reset()) as simulator, connect(simulator) as client:
        client.sendall(REQUEST)
        with pytest.raises(ConnectionResetError):
            client.recv(1)


def test_a_truncated_body_is_shorter_than_its_length() -> None:
    with serving(faults.Both(faults.NOT_JSON, faults.Truncated(5))) as simulator:
        head, body = exchange(simulator)
        assert b"Content-Length: 34" in head
        assert body == b"wa-se"


def test_a_close_delimited_truncation_tells_no_length() -> None:
    with serving(faults.Both(faults.NOT_JSON, faults.Truncated(5, close_delimited=True))) as simulator:
        head, body = exchange(simulator)
        assert b"Content-Length" not in head
        assert b"Connection: close" in head
        assert body == b"wa-se"


@pytest.mark.parametrize("declared", [0, 3, 10**10])
def test_a_wrong_length_is_told_and_the_connection_ends(declared: int) -> None:
    with serving(faults.Both(faults.NOT_JSON, faults.WrongLength(declared))) as simulator:
        with connect(simulator) as client:
            client.sendall(REQUEST)
            head, _, body = receive(client).partition(b"\r\n\r\n")
        assert b"Content-Length: %d\r\n" % declared in head + b"\r\n"
        assert body == b"wa-service: starting, please wait\n"


def test_chunks_come_without_a_length() -> None:
    with serving(faults.Both(faults.NOT_JSON, faults.Chunked())) as simulator:
        head, body = exchange(simulator)
        assert b"Transfer-Encoding: chunked" in head
        assert b"Content-Length" not in head
        assert body == b"22\r\nwa-service: starting, please wait\n\r\n0\r\n\r\n"


def test_an_endless_answer_goes_on_until_the_client_leaves() -> None:
    with serving(faults.Endless(b"x" * 1000)) as simulator, connect(simulator) as client:
        client.sendall(REQUEST)
        received = b""
        while len(received) < 5_000_000:
            received += client.recv(1 << 20)
        assert b"\r\n0\r\n" not in received


def test_a_bomb_unpacks_to_a_thousand_times_its_size(ask: Ask) -> None:
    with serving(faults.GzipBomb(32 << 20)) as simulator:
        _, headers, body = ask(simulator, PATH, key(simulator))
        assert headers["Content-Encoding"] == "gzip"
        assert len(zlib.decompress(body, wbits=31)) == 32 << 20
        assert len(body) * 900 < 32 << 20


def test_gzip_in_gzip_says_so(ask: Ask) -> None:
    with serving(faults.Both(faults.NULL, faults.Gzip(2))) as simulator:
        _, headers, body = ask(simulator, PATH, key(simulator))
        assert headers["Content-Encoding"] == "gzip, gzip"
        assert zlib.decompress(zlib.decompress(body, wbits=31), wbits=31) == b"null"


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_a_coding_nobody_asked_for(coding: str, ask: Ask) -> None:
    with serving(faults.Announced(coding)) as simulator:
        _, headers, body = ask(simulator, PATH, key(simulator), headers={"Accept-Encoding": "identity"})
        assert (headers["Content-Encoding"], len(body)) == (coding, 4096)


def test_a_huge_header() -> None:
    with serving(faults.HugeHeader(200_000)) as simulator:
        head, _ = exchange(simulator)
        assert b"\r\nX-Padding: " + b"x" * 200_000 in head


def test_terminal_codes_reach_the_client_inside_json(ask: Ask) -> None:
    with serving(faults.TERMINAL_CODES) as simulator:
        error = json.loads(ask(simulator, PATH, key(simulator))[2])["errors"][0]
        assert {"\x1b", "\x07", "\x9b", "\x08", "\u202e", "\r"} <= set(error["title"])
        assert {"\n", "\x00", "\u2028"} <= set(error["details"])


@pytest.mark.parametrize("what", list(Drip))
def test_a_drip_delivers_everything_in_the_end(what: Drip) -> None:
    with serving(faults.Both(faults.NULL, faults.Dripping(what, 0.0001))) as simulator:
        head, body = exchange(simulator)
        assert head.startswith(b"HTTP/1.1 200 OK\r\n")
        assert body == b"null"


@pytest.mark.parametrize(
    ("fault", "sent"),
    [
        (faults.Hang(), b""),
        (faults.Slow(HOURS), b""),
        (faults.Dripping(Drip.HEAD, HOURS), b""),
        (faults.Dripping(Drip.BODY, HOURS), b"HTTP/1.1 200 OK"),
        (faults.Endless(), b"HTTP/1.1 200 OK"),
    ],
)
def test_what_hangs_or_drips_ends_when_the_server_stops(fault: Fault, sent: bytes) -> None:
    with serving(Both(faults.NULL, fault)) as simulator:
        client = connect(simulator)
        client.sendall(REQUEST)
        client.settimeout(30)
        if sent:
            assert client.recv(len(sent)) == sent
        wait_for_request(simulator)
    with client:
        assert b"null" not in receive(client)
    assert_no_thread_is_left()


def test_a_handshake_that_never_begins_ends_when_the_server_stops() -> None:
    hang = {faults.EVERY_PATH: faults.HangInHandshake()}
    with Simulator("single-healthy", faults=hang) as simulator:
        client = connect(simulator)
        client.sendall(client_hello())
    with client, suppress(ConnectionResetError):  # the hello was never read
        assert receive(client) == b""
    assert simulator.seen == ()
    assert_no_thread_is_left()


def test_idle_and_silent_connections_end_when_the_server_stops() -> None:
    with Simulator("single-healthy") as simulator, Simulator("single-healthy", tls=Tls.PLAIN) as plain:
        silent, idle = connect(simulator), connect(plain)
        idle.sendall(REQUEST)
        assert idle.recv(12) == b"HTTP/1.1 200"
    with silent, idle:
        assert receive(silent) == b""
        assert receive(idle)
    assert_no_thread_is_left()


def test_one_connection_serves_many_requests() -> None:
    with serving(faults.NULL) as simulator:
        with connect(simulator) as client:
            client.sendall(REQUEST * 2 + REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
            assert receive(client).count(b"HTTP/1.1 200 OK\r\n") == 3
        assert len(simulator.seen) == 3


def test_a_body_is_skipped_and_its_size_remembered() -> None:
    with serving(faults.NULL) as simulator, connect(simulator) as client:
        client.sendall(b"POST /metrics HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
        client.sendall(b"cde" + REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        assert re.findall(rb"HTTP/1.1 (\d+)", receive(client)) == [b"405", b"200"]
        assert [seen.body_size for seen in simulator.seen] == [5, 0]


@pytest.mark.parametrize(
    "request_bytes",
    [b"hello\r\n\r\n", b"\x16\x03\x01", b"GET / HTTP/2\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"],
)
def test_what_is_no_request_gets_a_400_and_the_end(request_bytes: bytes) -> None:
    with serving(faults.NULL) as simulator, connect(simulator) as client:
        client.sendall(request_bytes)
        assert receive(client).startswith(b"HTTP/1.1 400 ")
        assert simulator.seen == ()


def wait_for_request(simulator: Simulator) -> None:
    while not simulator.seen:
        threading.Event().wait(0.001)


def client_hello() -> bytes:
    outgoing = ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname="localhost")
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    return outgoing.read()


def assert_no_thread_is_left() -> None:
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("simulator")]
