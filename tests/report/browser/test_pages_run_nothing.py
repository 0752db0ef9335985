"""Words that would be markup run no script and load nothing: by escaping, and by the policy alone without it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from naughty import HOSTILE, LOADING, ODD
from playwright.sync_api import Dialog, Page, Response

from collector.report import pages as rendering
from collector.report import svg
from collector.run import Contents

Make = Callable[..., Contents]


def look(page: Page, html: bytes, path: Path) -> dict[str, Any]:
    """Return what became of the page: its title, what ran, what was loaded."""
    path.write_bytes(html)
    ran: list[str] = []
    loaded: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    def answered(response: Response) -> None:
        loaded.append(response.url)

    page.on("dialog", dismissed)
    page.on("response", answered)
    page.goto(path.as_uri())
    page.wait_for_timeout(30)
    seen = {
        "title": page.title(),
        "owned": page.evaluate("window.owned ?? null"),
        "ran": ran,
        "loaded": [url for url in loaded if url != path.as_uri()],
        "address": page.url,
    }
    page.remove_listener("dialog", dismissed)
    page.remove_listener("response", answered)
    return seen


def expected(path: Path) -> dict[str, Any]:
    return {
        "title": "Support bundle, 2026-11-23 08:45:12 UTC",
        "owned": None,
        "ran": [],
        "loaded": [],
        "address": path.as_uri(),
    }


def html_of(contents: Contents) -> bytes:
    return next(page.content for page in rendering.pages(contents) if page.name == "summary.html")


def without_escaping(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = rendering._environment
    monkeypatch.setattr(rendering, "_environment", lambda finalize, *, escaped: environment(finalize, escaped=False))


@pytest.mark.parametrize("word", [*HOSTILE, *LOADING, *ODD, '<meta http-equiv=refresh content="0;url=about:blank">'])
def test_escaped_words_do_nothing(word: str, page: Page, contents: Make, tmp_path: Path) -> None:
    path = tmp_path / "summary.html"
    assert look(page, html_of(contents(word)), path) == expected(path)


# A policy does not hold back a refresh by <meta>; escaping alone does.
@pytest.mark.parametrize("word", [*HOSTILE, *LOADING])
def test_the_policy_alone_holds_unescaped_words(
    word: str, page: Page, contents: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_escaping(monkeypatch)
    monkeypatch.setattr(rendering, "escape", str)
    monkeypatch.setattr(svg, "escape", Markup)
    html = html_of(contents(word))
    if word.startswith("<script>"):
        assert word.encode() in html  # the escaping is really off
    path = tmp_path / "summary.html"
    assert look(page, html, path) == expected(path)


def test_without_policy_and_escaping_a_script_would_run(
    page: Page, contents: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_escaping(monkeypatch)
    html = html_of(contents("<script>window.owned = 1</script>")).replace(b"Content-Security-Policy", b"x-nothing")
    assert look(page, html, tmp_path / "summary.html")["owned"] == 1
