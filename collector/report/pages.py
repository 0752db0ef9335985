"""Renders the four pages of a bundle from the templates; data in them is escaped by default and never evaluated."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from collector.model import Authored, Contents
from collector.report.escape import code, html, markdown, printable
from collector.report.members import measure
from collector.report.view import FULL, Limits, View, view
from collector.resources import template_text
from collector.units import counted

LARGEST_PAGE = 500_000
"""Bytes of summary.html, so that every browser and mail viewer opens it at once."""
_SMALLER = (
    FULL,
    Limits(rows=100, lines=120_000),
    Limits(rows=40, lines=40_000, text=400, evidence=4),
    Limits(rows=10, lines=0, text=80, evidence=2),
)
_SHORT = Limits(rows=60, lines=0)


def pages(contents: Contents) -> tuple[Authored, ...]:
    """Return README.txt, summary.md, summary.html and ticket.md; the same contents give the same bytes."""
    short = view(contents, (), _SHORT)
    return (
        _page("README.txt", _text("README.txt.j2", short, printable)),
        _page("summary.html", _html(contents)),
        _page("summary.md", _text("summary.md.j2", short, markdown)),
        _page("ticket.md", _text("ticket.md.j2", short, markdown)),
    )


def _page(name: str, text: str) -> Authored:
    return Authored(name, text.encode("utf-8", "backslashreplace"))


def _html(contents: Contents) -> str:
    """Return the page with as much of the members as fits."""
    style = template_text("summary.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    environment = Environment(autoescape=True, finalize=html, **_COMMON)
    environment.filters["counted"] = counted
    measured = measure(contents, most=FULL.rows)
    text = ""
    for limits in _SMALLER:
        text = environment.get_template("summary.html.j2").render(
            page=view(contents, measured, limits), style_digest=digest
        )
        if len(text.encode("utf-8", "backslashreplace")) <= LARGEST_PAGE:
            break
    return text


def _text(name: str, said: View, finalize: Callable[[object], object]) -> str:
    # Neither plain text nor Markdown is HTML: what is printed passes `finalize`, without exception.
    environment = Environment(autoescape=False, finalize=finalize, **_COMMON)  # noqa: S701
    environment.filters |= {"code": code, "counted": counted}
    return environment.get_template(name).render(page=said)


def _load(name: str) -> str | None:
    try:
        return template_text(name)
    except FileNotFoundError:
        return None


_COMMON: dict[str, Any] = {
    "loader": FunctionLoader(_load),
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
