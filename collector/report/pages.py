"""Renders the four pages of a bundle from the templates; data in them is escaped by default and never evaluated."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import escape

from collector.language import Language, language
from collector.model import Authored
from collector.report.answers import Answers, answers
from collector.report.escape import Written, code, html, markdown, path, plain, sentence
from collector.report.members import measure
from collector.report.plain import wrapped
from collector.report.view import Limits, View, view
from collector.resources import template_text
from collector.run import Contents

_SMALL, _LARGE = (8, 500_000), (64, 2_000_000)
"""Bytes of summary.html by number of nodes: every browser and mail viewer opens the first at once."""
_MOST_MEMBERS = 200
_SHORT = Limits(rows=60, lines=0)


def pages(contents: Contents) -> tuple[Authored, ...]:
    """Return README.txt, summary.md, summary.html and ticket.md; the same contents give the same bytes."""
    read = answers(contents)
    short = view(contents, read, (), _SHORT)
    return (
        _page("README.txt", _text("README.txt.j2", short, plain)),
        _page("summary.html", _html(contents, read)),
        _page("summary.md", _text("summary.md.j2", short, markdown)),
        _page("ticket.md", _text("ticket.md.j2", short, markdown)),
    )


def largest_page(nodes: int) -> int:
    """Return how many bytes summary.html may have: 500 KB up to eight nodes, 2 MB from 64 on."""
    (few, small), (many, large) = _SMALL, _LARGE
    return small + (large - small) * (min(max(nodes, few), many) - few) // (many - few)


@dataclass(frozen=True, slots=True)
class Words:
    """What a template says by: our sentences pass the escaping, the values in them do not."""

    language: Language
    inert: Callable[[object], object]
    ours: Callable[[str], str]

    def __call__(self, sentence: str, /, **values: object) -> str:
        """Return the sentence in the page's language, with its values made inert."""
        text = self.ours(self.language.messages.get(sentence, sentence))
        # What `ours` returned may be Markup, whose format escapes what it is given.
        return type(text)(text.format(**{name: self.inert(_figure(value)) for name, value in values.items()}))

    def counted(self, count: int, noun: str) -> str:
        """Return a number of things."""
        return self.language.counted(count, noun)

    def listed(self, items: Sequence[str]) -> str:
        """Return things one after the other, each made inert."""
        return self.ours(self.language.listed([str(self.inert(item)) for item in items]))


def _figure(value: object) -> object:
    return f"{value:,}" if isinstance(value, int) else value


def _page(name: str, text: str) -> Authored:
    return Authored(name, text.encode("utf-8", "backslashreplace"))


def _html(contents: Contents, read: Answers) -> str:
    """Return the page with as much of the members as fits."""
    style = template_text("summary.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    template = _environment(html, escaped=True).get_template("summary.html.j2")
    say = Words(language(contents.run.language), html, escape)
    measured = measure(contents, most=_MOST_MEMBERS)
    largest = largest_page(len(read.installation.nodes))
    text = ""
    for limits in _smaller(largest):
        text = template.render(page=view(contents, read, measured, limits), say=say, style_digest=digest)
        if len(text.encode("utf-8", "backslashreplace")) <= largest:
            break
    return text


def _smaller(largest: int) -> Iterator[Limits]:
    yield Limits(rows=_MOST_MEMBERS, lines=largest * 6 // 10)
    yield Limits(rows=100, lines=largest * 2 // 10)
    yield Limits(rows=40, lines=largest * 6 // 100, text=400, evidence=4)
    yield Limits(rows=10, lines=0, text=80, evidence=2)


def _text(name: str, said: View, finalize: Callable[[object], object]) -> str:
    # Neither plain text nor Markdown is HTML: what is printed passes `finalize`, without exception.
    template = _environment(finalize, escaped=False).get_template(name)
    return template.render(page=said, say=Words(language(said.language), finalize, Written))


@cache
def _environment(finalize: Callable[[object], object], *, escaped: bool) -> Environment:
    """Return what the templates are compiled in, each once."""
    environment = Environment(
        autoescape=escaped,  # noqa: S701
        finalize=finalize,
        loader=FunctionLoader(_load),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"path": path, "sentence": sentence, "grouped": "{:,}".format}
    environment.filters |= {"code": code, "wrapped": lambda text: Written(wrapped(text))}
    return environment


def _load(name: str) -> str | None:
    try:
        return template_text(name)
    except FileNotFoundError:
        return None
