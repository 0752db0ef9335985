"""Foreign words in every place of every page stay words: no tag, link, table cell, heading or escape sequence."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from naughty import HOSTILE, LOADING, ODD

from collector.report.pages import pages
from collector.run import Contents

Make = Callable[..., Contents]
NAUGHTY = (*HOSTILE, *LOADING, *ODD)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Skeleton(HTMLParser):
    """The tags and names of attributes in order, and what stands in attributes that lead somewhere.

    Whatever looks like an option of a command line is kept on one line by a tag: that is no structure.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, attrs) == ("span", [("class", "option")]):
            return
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def _read(contents: Contents) -> dict[str, str]:
    return {page.name: page.content.decode() for page in pages(contents)}


@cache
def _plain(contents: Make) -> dict[str, str]:
    """Return the pages in which only plain words stand."""
    return _read(contents("plain"))


def _markdown(text: str) -> tuple[list[str], str]:
    """Return the kinds of blocks and spans in order, and the HTML."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [inner for token in parser.parse(text) for inner in (token, *(token.children or ()))]
    # Text may be split where a character is escaped: that is no structure.
    return [token.type for token in tokens if token.type not in {"text", "text_special"}], parser.render(text)


@pytest.mark.parametrize("word", NAUGHTY)
def test_html_has_the_same_tags_whatever_stands_in_them(word: str, contents: Make) -> None:
    expected, found = Skeleton(_plain(contents)["summary.html"]), Skeleton(_read(contents(word))["summary.html"])
    assert found.tags == expected.tags
    assert found.links == expected.links


@QUICK
@example(word="--a")
@given(word=st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_html_and_markdown_keep_their_structure_for_any_text(word: str, contents: Make) -> None:
    read = _read(contents(word))
    assert Skeleton(read["summary.html"]).tags == Skeleton(_plain(contents)["summary.html"]).tags
    assert _markdown(read["ticket.md"])[0] == _markdown(_plain(contents)["ticket.md"])[0]
    assert _markdown(read["summary.md"])[0] == _markdown(_plain(contents)["summary.md"])[0]


def test_html_is_closed_to_everything_but_itself(contents: Make) -> None:
    text = _read(contents())["summary.html"]
    skeleton = Skeleton(text)
    names = {name for _, attributes in skeleton.tags for name in attributes}
    assert {tag for tag, _ in skeleton.tags}.isdisjoint({"script", "iframe", "object", "embed", "form", "base", "link"})
    assert not any(name.startswith("on") or name == "style" for name in names)
    assert all(link.startswith("#") for link in skeleton.links)
    assert {link[1:] for link in skeleton.links} <= set(skeleton.ids)
    assert len(skeleton.ids) == len(set(skeleton.ids))


def test_the_policy_allows_exactly_the_style_that_is_there(contents: Make) -> None:
    text = _read(contents())["summary.html"]
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'" in text
    )


@pytest.mark.parametrize("word", NAUGHTY)
@pytest.mark.parametrize("name", ["summary.md", "ticket.md"])
def test_markdown_has_the_same_structure_whatever_stands_in_it(word: str, name: str, contents: Make) -> None:
    kinds, rendered = _markdown(_read(contents(word))[name])
    assert kinds == _markdown(_plain(contents)[name])[0]
    assert not re.search(r"<(?!/?(?:p|h[1-3]|ul|li|table|thead|tbody|tr|t[hd]|code|strong)>)", rendered)


@pytest.mark.parametrize("word", NAUGHTY)
def test_no_page_holds_a_character_that_steers_a_terminal_or_the_eye(word: str, contents: Make) -> None:
    for text in _read(contents(word)).values():
        assert text.replace("\n", "").isprintable()


def test_what_steers_is_spelled_out_not_dropped(contents: Make) -> None:
    read = _read(contents("a\x1bb\u202ec"))
    assert all("a\\u001bb\\u202ec" in text for text in read.values())


def test_data_is_never_evaluated(contents: Make) -> None:
    for text in _read(contents("{{ 7 * 7 }}")).values():
        assert "{{ 7 * 7 }}" in text.replace("\\", "")


def test_words_that_would_guess_an_address_are_broken_up_in_prose(contents: Make) -> None:
    summary = _read(contents("see www.evil.example or https://evil.example or me@evil.example"))["summary.md"]
    prose = re.sub(r"`[^`]*`", "", summary)
    assert "evil.example" not in prose
    assert "https://" not in prose
    assert "me@" not in prose
