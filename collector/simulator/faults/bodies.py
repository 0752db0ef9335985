"""Faults of the body: other bytes, or the same bytes in a coding."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collector.simulator.answer import Answer
from collector.simulator.payloads import as_gzip, gzip_bomb, noise


@dataclass(frozen=True, slots=True)
class Body:
    """Keeps the status and replaces the body."""

    content: bytes
    content_type: str | None = "application/json"

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer with another body."""
        return replace(answer, body=self.content, content_type=self.content_type)


@dataclass(frozen=True, slots=True)
class Gzip:
    """Compresses the body `layers` times, asked or not, and says so."""

    layers: int = 1

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer compressed."""
        body = answer.body
        for _ in range(self.layers):
            body = as_gzip(body)
        return _coded(answer, ", ".join(["gzip"] * self.layers), body)


@dataclass(frozen=True, slots=True)
class GzipBomb:
    """Answers with zeros that unpack to `size` bytes (to the next MiB), about a thousand times what is sent."""

    size: int

    def spoil(self, answer: Answer) -> Answer:
        """Return the bomb instead of the body."""
        return _coded(answer, "gzip", gzip_bomb(self.size))


@dataclass(frozen=True, slots=True)
class Announced:
    """Announces a coding nobody asked for (`br`, `zstd`) over bytes that are not in it."""

    coding: str

    def spoil(self, answer: Answer) -> Answer:
        """Return noise instead of the body."""
        return _coded(answer, self.coding, noise(4096))


def _coded(answer: Answer, coding: str, body: bytes) -> Answer:
    return replace(answer, body=body, headers=(*answer.headers, ("Content-Encoding", coding)))
