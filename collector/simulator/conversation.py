"""One connection from handshake to close: requests in, answers out."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from threading import Event

from collector.simulator.answer import error_answer
from collector.simulator.request import Malformed, parse
from collector.simulator.service import Service
from collector.simulator.wire import Gone, read_head, send, skip_body


def converse(connection: socket.socket, service: Service, stopping: Event) -> None:
    """Answer requests until the client leaves, an answer ends the connection, or the server stops."""
    with suppress(Gone):
        _shake_hands(connection)
        behind, goes_on = b"", True
        while goes_on:
            behind, goes_on = _exchange(connection, behind, service, stopping)


def _shake_hands(connection: socket.socket) -> None:
    if isinstance(connection, ssl.SSLSocket):
        try:
            connection.do_handshake()
        except (OSError, ValueError) as error:
            raise Gone from error


def _exchange(connection: socket.socket, behind: bytes, service: Service, stopping: Event) -> tuple[bytes, bool]:
    head, behind = read_head(connection, behind)
    try:
        request = parse(head)
    except Malformed:
        send(connection, error_answer(400, 1000, "Generic error"), service.clock(), stopping)
        return b"", False
    behind = skip_body(connection, behind, request.body_size)
    can_go_on = send(connection, service.answer(request), service.clock(), stopping)
    return behind, can_go_on and not request.wants_close
