"""Faults of what is said: another status, an error object, a redirect, a header."""

from __future__ import annotations

from dataclasses import dataclass, replace

from collector.simulator.answer import Answer, error_answer


@dataclass(frozen=True, slots=True)
class Status:
    """Answers with a status and whatever body a proxy might add; `retry_after` is sent as it stands."""

    status: int
    body: bytes = b""
    content_type: str | None = "text/html"
    retry_after: str | None = None

    def spoil(self, answer: Answer) -> Answer:
        """Return the status instead of the answer."""
        kind = self.content_type if self.body else None
        bare = replace(answer, status=self.status, body=self.body, content_type=kind)
        return _asking_to_wait(bare, self.retry_after)


@dataclass(frozen=True, slots=True)
class ErrorObject:
    """Answers with an error object of the API; title and details may hold anything."""

    code: int
    title: str = "Internal error"
    details: str = ""
    status: int = 500
    retry_after: str | None = None

    def spoil(self, answer: Answer) -> Answer:
        """Return the error instead of the answer."""
        error = error_answer(self.status, self.code, self.title, self.details)
        return _asking_to_wait(replace(error, headers=answer.headers, wire=answer.wire), self.retry_after)


@dataclass(frozen=True, slots=True)
class Redirect:
    """Sends the client elsewhere; `to` is the Location as it stands."""

    to: str
    status: int = 302

    def spoil(self, answer: Answer) -> Answer:
        """Return the redirect instead of the answer."""
        headers = (*answer.headers, ("Location", self.to))
        return replace(answer, status=self.status, body=b"", content_type=None, headers=headers)


@dataclass(frozen=True, slots=True)
class HugeHeader:
    """Adds one header of `size` bytes."""

    size: int

    def spoil(self, answer: Answer) -> Answer:
        """Return the answer with the header."""
        return replace(answer, headers=(*answer.headers, ("X-Padding", "x" * self.size)))


def _asking_to_wait(answer: Answer, retry_after: str | None) -> Answer:
    if retry_after is None:
        return answer
    return replace(answer, headers=(*answer.headers, ("Retry-After", retry_after)))
