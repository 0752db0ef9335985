"""An answer and the way it goes over the wire; faults change either."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JSON_TYPE = "application/json; charset=utf-8"
TEXT_TYPE = "text/plain; charset=utf-8"


class Framing(StrEnum):
    """How the client is to know where the body ends."""

    LENGTH = "length"
    CHUNKED = "chunked"
    CLOSE = "close"


class Drip(StrEnum):
    """What is sent byte by byte."""

    HEAD = "head"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Wire:
    """How an answer is sent; the default is at once, whole, with its length. Times are seconds."""

    framing: Framing = Framing.LENGTH
    wait: float = 0.0
    """Before the first byte."""
    hang: bool = False
    """Send nothing at all until the server stops."""
    drip: Drip | None = None
    interval: float = 0.0
    """Between two bytes of a drip."""
    declared: int | None = None
    """The Content-Length told, if not the true one."""
    cut_at: int | None = None
    """Close after so many bytes of the body."""
    endless: bool = False
    """Repeat the body as chunks until the client leaves or the server stops."""
    reset: bool = False
    """Reset the connection (TCP RST) instead of answering."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers of its own, body bytes, and how they are sent."""

    status: int
    body: bytes = b""
    content_type: str | None = JSON_TYPE
    headers: tuple[tuple[str, str], ...] = ()
    wire: Wire = field(default=Wire())


def json_answer(document: Json, status: int = 200) -> Answer:
    """Return the document as JSON in ASCII, keys in the order given."""
    return Answer(status, json.dumps(document).encode())


def text_answer(text: str) -> Answer:
    """Return plain text in UTF-8."""
    return Answer(200, text.encode(), TEXT_TYPE)


def error_answer(status: int, code: int, title: str, details: str = "") -> Answer:
    """Return an error object as documented: `{"errors": [{"code", "title", "details"}]}`; no details, no key."""
    error: dict[str, Json] = {"code": code, "title": title}
    if details:
        error["details"] = details
    return json_answer({"errors": [error]}, status)
