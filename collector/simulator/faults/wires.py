"""Faults of the wire: connections that break, lie about lengths, drip, hang or never end. Times are seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collector.simulator.answer import Answer, Drip, Framing


@dataclass(frozen=True, slots=True)
class Reset:
    """Resets the connection (TCP RST) instead of answering."""

    def spoil(self, answer: Answer) -> Answer:
        """Return an answer that is a reset."""
        return replace(answer, wire=replace(answer.wire, reset=True))


@dataclass(frozen=True, slots=True)
class Truncated:
    """Closes after `keep` bytes of the body; `close_delimited` tells no length, so nothing shows the loss."""

    keep: int
    close_delimited: bool = False

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer cut off."""
        framing = Framing.CLOSE if self.close_delimited else Framing.LENGTH
        return replace(answer, wire=replace(answer.wire, cut_at=self.keep, framing=framing))


@dataclass(frozen=True, slots=True)
class WrongLength:
    """Tells another Content-Length than the true one, for example 10**10, and closes."""

    declared: int

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer with the wrong length."""
        return replace(answer, wire=replace(answer.wire, declared=self.declared))


@dataclass(frozen=True, slots=True)
class Dripping:
    """Sends the head or the body byte by byte, `interval` apart."""

    what: Drip
    interval: float

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer slowed down."""
        return replace(answer, wire=replace(answer.wire, drip=self.what, interval=self.interval))


@dataclass(frozen=True, slots=True)
class Chunked:
    """Sends the good answer as a chunk, without a length."""

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer in chunks."""
        return replace(answer, wire=replace(answer.wire, framing=Framing.CHUNKED))


@dataclass(frozen=True, slots=True)
class Endless:
    """Sends chunk after chunk and never the last."""

    chunk: bytes = b" " * 65_536

    def spoil(self, answer: Answer) -> Answer:
        """Return an answer without an end."""
        wire = replace(answer.wire, framing=Framing.CHUNKED, endless=True)
        return replace(answer, body=self.chunk, wire=wire)


@dataclass(frozen=True, slots=True)
class Slow:
    """Waits `seconds` before the first byte."""

    seconds: float

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer delayed."""
        return replace(answer, wire=replace(answer.wire, wait=self.seconds))


@dataclass(frozen=True, slots=True)
class Hang:
    """Takes the request and never answers."""

    def spoil(self, answer: Answer) -> Answer:
        """Return an answer that never comes."""
        return replace(answer, wire=replace(answer.wire, hang=True))


@dataclass(frozen=True, slots=True)
class HangInHandshake:
    """Accepts connections and never begins TLS; belongs under `EVERY_PATH`, for there is no path yet."""

    def spoil(self, answer: Answer) -> Answer:
        """Return an answer that never comes."""
        return replace(answer, wire=replace(answer.wire, hang=True))
