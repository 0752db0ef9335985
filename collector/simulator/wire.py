"""Bytes in and out of one connection, and every way of sending them badly."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from threading import Event

from collector.simulator.answer import Answer, Drip, Framing, Wire

_HEAD_LIMIT = 65_536
_NO_LINGER = struct.pack("ii", 1, 0)


class Gone(Exception):  # noqa: N818 - it names the state of the peer, which is no failure of ours
    """Says that the connection is over: the client left, or the server stops."""


def read_head(connection: socket.socket, rest: bytes) -> tuple[bytes, bytes]:
    """Return a request's head without its empty line, and what came behind it; raises Gone."""
    received = rest
    while b"\r\n\r\n" not in received:
        if len(received) > _HEAD_LIMIT:
            raise Gone
        received += _receive(connection)
    head, _, behind = received.partition(b"\r\n\r\n")
    return head, behind


def skip_body(connection: socket.socket, behind: bytes, size: int) -> bytes:
    """Read and forget `size` bytes of body; return what came behind them; raises Gone."""
    while len(behind) < size:
        size -= len(behind)
        behind = _receive(connection)
    return behind[size:]


def send(connection: socket.socket, answer: Answer, now: datetime, stopping: Event) -> bool:
    """Send an answer as its `wire` says; return whether the connection can go on. Raises Gone."""
    how = answer.wire
    _pause(stopping, how.wait)
    if how.hang:
        stopping.wait()
        raise Gone
    if how.reset:
        reset(connection)
        raise Gone
    head = _head(answer, now)
    _write(connection, head, how.interval if how.drip is Drip.HEAD else 0, stopping)
    for piece in _body(answer):
        _write(connection, piece, how.interval if how.drip is Drip.BODY else 0, stopping)
    return how.framing is not Framing.CLOSE and how.cut_at is None and how.declared is None


def reset(connection: socket.socket) -> None:
    """Make closing this connection a TCP reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)


def _receive(connection: socket.socket) -> bytes:
    try:
        received = connection.recv(65_536)
    except (OSError, ValueError) as error:
        raise Gone from error
    if not received:
        raise Gone
    return received


def _head(answer: Answer, now: datetime) -> bytes:
    lines = [
        f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}",
        f"Date: {format_datetime(now, usegmt=True)}",
        "Server: lighttpd",
    ]
    if answer.content_type:
        lines.append(f"Content-Type: {answer.content_type}")
    lines += [_framing(answer), *(f"{name}: {value}" for name, value in answer.headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _framing(answer: Answer) -> str:
    match answer.wire.framing:
        case Framing.LENGTH:
            declared = answer.wire.declared
            return f"Content-Length: {len(answer.body) if declared is None else declared}"
        case Framing.CHUNKED:
            return "Transfer-Encoding: chunked"
        case Framing.CLOSE:
            return "Connection: close"


def _body(answer: Answer) -> Iterator[bytes]:
    how: Wire = answer.wire
    if how.framing is not Framing.CHUNKED:
        yield answer.body[: how.cut_at]
        return
    chunk = b"%x\r\n%b\r\n" % (len(answer.body), answer.body)
    yield chunk
    while how.endless:
        yield chunk
    yield b"0\r\n\r\n"


def _write(connection: socket.socket, content: bytes, interval: float, stopping: Event) -> None:
    step = 1 if interval else max(len(content), 1)
    for start in range(0, len(content), step):
        _pause(stopping, interval)
        try:
            connection.sendall(content[start : start + step])
        except (OSError, ValueError) as error:
            raise Gone from error


def _pause(stopping: Event, seconds: float) -> None:
    if stopping.wait(seconds) if seconds else stopping.is_set():
        raise Gone
