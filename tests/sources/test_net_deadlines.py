from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, repeat
from threading import Event
from typing import Any

import pytest
import trustme

from collector.sources.net import Net

LIMIT = 0.4
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def dripping(*pieces: bytes) -> Callable[[socket.socket], None]:
    """Send the first piece at once and the rest a byte every 20 ms, for ever."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(pieces[0])
        rest: Iterator[bytes] = chain((bytes([b]) for piece in pieces[1:] for b in piece), repeat(b" "))
        for byte in rest:
            connection.sendall(byte)
            time.sleep(0.02)

    return behave


def hanging(*said: bytes) -> Callable[[socket.socket], None]:
    def behave(connection: socket.socket) -> None:
        connection.sendall(b"".join(said))
        connection.recv(1)

    return behave


def chunks(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1\r\n{\r\n")
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("behave", "status"),
    [
        (hanging(), None),
        (hanging(b"HTTP/1.1 200"), None),
        (hanging(HEAD), None),
        (hanging(HEAD + b"Content-Length: 100\r\n\r\n{"), 200),
        (hanging(HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), 200),
        (hanging(b"HTTP/1.1 100 Continue\r\n\r\n"), None),
        (dripping(b"HTTP/1.1 200 OK\r\n", b"X-Padding: "), None),
        (dripping(b"", b"HTTP/1.1 200 OK\r\nX-Padding: "), None),
        (dripping(HEAD + b"Content-Length: 1000000\r\n\r\n", b"{"), 200),
        (dripping(HEAD + b"\r\n", b"{"), 200),
        (chunks, 200),
    ],
)
def test_an_answer_that_never_ends_ends_at_the_limit(
    serve: Callable[..., Any], kit: Any, behave: Callable[[socket.socket], None], status: int | None
) -> None:
    peer = serve(behave)
    began = time.monotonic()
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=LIMIT)
    assert answer.failure is not None
    assert (answer.failure.code, answer.status) == ("deadline", status)
    assert time.monotonic() - began < 5


def test_a_tls_handshake_that_never_ends_ends_at_the_limit(kit: Any) -> None:
    silent = socket.create_server(("127.0.0.1", 0))  # the kernel takes the connection, nobody shakes hands
    with silent, Net(kit.target(f"https://127.0.0.1:{silent.getsockname()[1]}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=LIMIT)
    assert answer.failure is not None
    assert answer.failure.code == "tls-timeout"


def test_a_connection_nobody_takes_ends_at_the_limit(kit: Any) -> None:
    full = socket.create_server(("127.0.0.1", 0), backlog=0)
    waiting = [socket.socket() for _ in range(3)]  # they fill the kernel's queue
    for client in waiting:
        client.setblocking(False)
        client.connect_ex(full.getsockname())
    with full, Net(kit.target(f"http://127.0.0.1:{full.getsockname()[1]}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=LIMIT)
    for client in waiting:
        client.close()
    assert answer.failure is not None
    assert (answer.failure.code, answer.failure.is_lateness) == ("connection-timeout", True)


def test_a_name_lookup_that_hangs_ends_within_the_limit(kit: Any) -> None:
    release = Event()

    def hang(_host: str, _port: int) -> list[str]:
        release.wait(60)
        return []

    with Net(kit.target("https://wa.example"), replace(kit.instruments, resolve=hang)) as net:
        answer = net.request("GET", "/v1/support", limit=LIMIT)
    release.set()
    assert answer.failure is not None
    assert answer.failure.code == "name-timeout"
    assert answer.failure.is_lateness


def test_a_process_does_not_wait_for_a_name_lookup_that_hangs() -> None:
    program = """
import time
from collector.target import Target
from collector.sources.instruments import Instruments
from collector.sources.net import Net
with Net(Target("https://wa.example"), Instruments(resolve=lambda h, p: time.sleep(60), environ={})) as net:
    print(net.request("GET", "/", limit=0.2).failure.code)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "name-timeout"


def test_an_unknown_name_is_told_without_the_resolver_s_words(kit: Any) -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "hunter2")

    with Net(kit.target("https://wa.example"), replace(kit.instruments, resolve=unknown)) as net:
        failure = net.request("GET", "/", limit=5).failure
    assert failure is not None
    assert failure.code == "name-unknown"
    assert failure.what == "the name of https://wa.example is not known here"


def test_addresses_are_tried_in_order_until_one_takes_the_connection(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(kit.says(kit.answer()))
    instruments = replace(kit.instruments, resolve=lambda _h, _p: ["127.0.0.2", "127.0.0.1"])
    with Net(kit.target(f"http://wa.example:{peer.port}"), instruments) as net:
        answer = net.request("GET", "/v1/support", limit=10)
    assert (answer.status, answer.body) == (200, b"{}")
    assert f"Host: wa.example:{peer.port}".encode() in peer.received[0]


def test_a_loopback_name_that_leads_elsewhere_is_not_followed(kit: Any) -> None:
    instruments = replace(kit.instruments, resolve=lambda _h, _p: ["192.0.2.1"])
    with Net(kit.target("http://localhost:9090", token="hunter2"), instruments) as net:
        failure = net.request("GET", "/", limit=5).failure
    assert failure is not None
    assert failure.code == "name-not-loopback"


def test_nothing_listening_is_told_with_the_next_step(kit: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with Net(kit.target(f"http://127.0.0.1:{port}"), kit.instruments) as net:
        failure = net.request("GET", "/", limit=5).failure
    assert failure is not None
    assert (failure.code, failure.what) == ("connection-refused", f"nothing listens at http://127.0.0.1:{port}")
    assert failure.cure == "check host and port, and that the service runs"


def test_an_interrupt_ends_a_hanging_request_at_once(serve: Callable[..., Any], kit: Any) -> None:
    program = """
import os, signal, sys, threading, time
from collector.target import Target
from collector.sources.instruments import Instruments
from collector.sources.net import Net
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
began = time.monotonic()
try:
    with Net(Target(sys.argv[1]), Instruments(environ={})) as net:
        net.request("GET", "/", limit=60)
except KeyboardInterrupt:
    print("interrupted", time.monotonic() - began < 20)
"""
    peer = serve(hanging(HEAD))
    command = [sys.executable, "-c", program, f"http://127.0.0.1:{peer.port}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=40, check=True)
    assert done.stdout.strip() == "interrupted True"


def test_an_interrupted_request_hangs_up_before_the_run_goes_on(serve: Callable[..., Any], kit: Any) -> None:
    hung_up = Event()

    def behave(connection: socket.socket) -> None:
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
        if connection.recv(1) == b"":
            hung_up.set()

    peer = serve(behave)
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        with pytest.raises(KeyboardInterrupt):
            net.request("GET", "/", limit=30)
        assert hung_up.wait(10)


def test_a_server_that_stops_inside_tls_is_told_as_such(
    serve: Callable[..., Any], kit: Any, authority: trustme.CA
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("NULL-SHA256:@SECLEVEL=0")
    peer = serve(kit.says(kit.answer()), context)
    with Net(kit.target(f"https://127.0.0.1:{peer.port}"), kit.instruments) as net:
        failure = net.request("GET", "/", limit=5).failure
    assert failure is not None
    assert failure.code == "tls-failed"
    assert peer.received == []
