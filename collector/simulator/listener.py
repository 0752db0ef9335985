"""A listening socket on the loopback interface, a thread per connection, and an end to all of them."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread

from collector.errors import UsageError

_HOST = "127.0.0.1"


class Listener:
    """Hands each connection, wrapped, to `serve` in a thread of its own, until `stop`.

    Stopping sets `stopping`, shuts every connection down and joins every thread: `serve` must return when its
    connection fails or `stopping` is set. Raises UsageError if the port cannot be had.
    """

    def __init__(
        self,
        port: int,
        wrap: Callable[[socket.socket], socket.socket],
        serve: Callable[[socket.socket], None],
        stopping: Event,
    ) -> None:
        self._wrap = wrap
        self._serve = serve
        self._stopping = stopping
        self._listening = _bound(port)
        self.port = int(self._listening.getsockname()[1])
        self._waker, self._alarm = socket.socketpair()
        self._guard = Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[Thread] = []
        self._acceptor = Thread(target=self._accept, name="simulator")
        self._acceptor.start()

    def stop(self) -> None:
        """End every connection and thread, and give the port back."""
        self._stopping.set()
        self._waker.send(b"!")
        self._acceptor.join()
        with self._guard:
            for connection in self._open:
                _hang_up(connection)
        for thread in self._threads:
            thread.join()
        for opened in (self._listening, self._waker, self._alarm):
            opened.close()

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listening, selectors.EVENT_READ)
            selector.register(self._alarm, selectors.EVENT_READ)
            while all(key.fileobj is self._listening for key, _ in selector.select()):
                self._start(self._listening.accept()[0])

    def _start(self, plain: socket.socket) -> None:
        try:
            connection = self._wrap(plain)
        except OSError:  # the client is gone already
            plain.close()
            return
        thread = Thread(target=self._converse, args=(connection,), name="simulator-connection")
        with self._guard:
            self._open.add(connection)
        # A thread that has left `_open` may still be closing its connection: only the dead need no join.
        self._threads = [thread, *(t for t in self._threads if t.is_alive())]
        thread.start()

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._serve(connection)
            finally:
                with self._guard:
                    self._open.discard(connection)


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
    except (OSError, OverflowError) as error:
        listening.close()
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(
            "port {port} cannot be used: {why}", cure="choose another port, or 0 for any", port=port, why=why
        ) from error
    listening.listen(128)
    return listening


def _hang_up(connection: socket.socket) -> None:
    """End a connection that another thread is using; SSLSocket.shutdown would pull TLS from under that thread."""
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
