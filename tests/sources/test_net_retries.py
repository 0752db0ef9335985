from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from collector.sources.net import Net
from collector.sources.retrying import persist, seconds

NOW = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        (None, None),
        ("0", 0.0),
        ("1", 1.0),
        (" 7 ", 7.0),
        ("86400", 86400.0),
        ("Mon, 23 Nov 2026 08:45:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 08:44:30 GMT", 0.0),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("9" * 5000, None),
        ("Mon, 99 Nov 2026 08:45:30 GMT", None),
    ],
)
def test_what_a_retry_after_header_asks_for(header: str | None, pause: float | None) -> None:
    assert seconds(header, NOW) == pause


@dataclass(frozen=True)
class Try:
    good: bool
    retry_after: str | None = None


def persisting(kit: Any, tries: list[Try], left: float = 100.0) -> tuple[int, list[float]]:
    clock, waiting = kit.clock(), iter(tries)
    answer, count = persist(
        lambda: next(waiting),
        again=lambda answer: not answer.good,
        until=clock() + left,
        clock=clock,
        sleep=clock.sleep,
        uniform=lambda low, high: high,
        now=lambda: NOW,
    )
    assert answer is tries[count - 1]
    return count, clock.slept or []


def test_a_good_answer_is_not_asked_for_again(kit: Any) -> None:
    assert persisting(kit, [Try(good=True)]) == (1, [])


def test_pauses_grow_and_three_tries_are_all(kit: Any) -> None:
    assert persisting(kit, [Try(good=False)] * 5) == (3, [0.5, 1.0])


def test_the_service_may_choose_the_pause(kit: Any) -> None:
    assert persisting(kit, [Try(good=False, retry_after="7"), Try(good=True)]) == (2, [7.0])


def test_a_pause_beyond_the_deadline_is_not_begun(kit: Any) -> None:
    assert persisting(kit, [Try(good=False, retry_after="86400")]) == (1, [])
    assert persisting(kit, [Try(good=False)] * 3, left=0.75) == (2, [0.5])


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def in_turn(*behaviours: Callable[[socket.socket], None]) -> Callable[[socket.socket], None]:
    waiting = iter(behaviours)

    def behave(connection: socket.socket) -> None:
        next(waiting)(connection)

    return behave


@pytest.mark.parametrize("status", ["429 Too Many", "502 Bad Gateway", "503 Unavailable", "504 Timeout"])
def test_what_passes_is_asked_again(serve: Callable[..., Any], kit: Any, status: str) -> None:
    peer = serve(in_turn(kit.says(kit.answer(b"", status)), reset, kit.says(kit.answer())))
    clock = kit.clock()
    instruments = replace(kit.instruments, sleep=clock.sleep)
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), instruments) as net:
        answer = net.request("GET", "/v1/support", limit=10)
    assert (answer.status, answer.tries, peer.connections) == (200, 3, 3)


@pytest.mark.parametrize("status", ["500 Internal", "404 Not Found", "401 Unauthorized", "400 Bad"])
def test_what_does_not_pass_is_not(serve: Callable[..., Any], kit: Any, status: str) -> None:
    peer = serve(kit.says(kit.answer(b"", status)))
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=10)
    assert (answer.tries, peer.connections) == (1, 1)


def test_resets_are_told_after_three_tries(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(reset)
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        answer = net.request("GET", "/v1/support", limit=10)
    assert answer.failure is not None
    assert (answer.failure.code, answer.tries, peer.connections) == ("connection-reset", 3, 3)


def test_what_changes_something_is_sent_once(serve: Callable[..., Any], kit: Any) -> None:
    peer = serve(kit.says(kit.answer(b"", "503 Unavailable")))
    with Net(kit.target(f"http://127.0.0.1:{peer.port}"), kit.instruments) as net:
        assert net.request("POST", "/v1/users/login", limit=10).status == 503
    assert peer.connections == 1
