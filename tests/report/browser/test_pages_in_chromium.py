"""The page of every golden scenario in a real browser: silent, accessible, readable, its evidence one click away.

A scenario whose run gives no bundle has no page; its outcome is told on the terminal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from given import NAMES, SCENARIOS
from playwright.sync_api import Page

PageOf = Callable[..., Path]
WITH_PAGE = [name for name in NAMES if (SCENARIOS / name / "expect" / "bundle").is_dir()]
FAULTY = [name for name in WITH_PAGE if "healthy" not in name]
AT_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules on which a colour scheme has a bearing."""
WIDTHS = (1280, 640, 360)
"""CSS pixels; a window of 1280 pixels at 200 % has 640."""
FOLLOWED = 6
"""Evidence links followed on one page."""


@contextmanager
def opened(page: Page, path: Path, *, width: int = 1280) -> Iterator[None]:
    """Show a page in daylight; whatever it says on the console or asks for fails the test."""
    said: list[str] = []
    asked: list[str] = []
    hearing: dict[str, Callable[[Any], None]] = {
        "console": lambda message: said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }
    page.set_viewport_size({"width": width, "height": 1280})
    page.emulate_media(color_scheme="light")
    page.goto("about:blank")
    for event, hear in hearing.items():
        page.on(event, hear)  # type: ignore[call-overload]
    try:
        page.goto(path.as_uri())
        yield
        assert said == []
        assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
    finally:
        for event, hear in hearing.items():
            page.remove_listener(event, hear)


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")


def too_small(page: Page) -> int:
    """Return how many texts stand below 11 pixels, those of the drawing as they are scaled."""
    return int(
        page.evaluate(
            """Array.from(document.querySelectorAll('p, dd, td, th, li, text')).filter(e => {
                const scale = e.ownerSVGElement ? e.getScreenCTM().a : 1
                return e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) * scale < 10.5
            }).length"""
        )
    )


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("name", WITH_PAGE)
def test_it_opens_silently_and_axe_has_nothing_to_say(name: str, page: Page, axe: str, page_of: PageOf) -> None:
    with opened(page, page_of(name)):
        unfold(page)
        page.evaluate(axe)
        asked: tuple[tuple[Literal["light", "dark"], list[str]], ...] = (("light", AT_AA), ("dark", OF_COLOURS))
        for scheme, rules in asked:
            page.emulate_media(color_scheme=scheme)
            found: dict[str, Any] = page.evaluate(
                "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", rules
            )
            told = [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found["violations"]]
            assert (scheme, told) == (scheme, [])


@pytest.mark.parametrize("name", WITH_PAGE)
def test_it_never_scrolls_sideways_at_360_pixels_nor_at_twice_the_size(name: str, page: Page, page_of: PageOf) -> None:
    with opened(page, page_of(name)):
        unfold(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 1280})
            assert (width, overflow(page)) == (width, 0)
            assert (width, too_small(page)) == (width, 0)


@pytest.mark.parametrize("name", WITH_PAGE)
def test_every_link_lands_and_what_it_leads_to_is_seen(name: str, page: Page, page_of: PageOf) -> None:
    with opened(page, page_of(name)):
        links = page.locator(".evidence a, .glance a, nav a")
        evidence = page.locator(".evidence a")
        targets = {str(link.get_attribute("href")) for link in links.all()}
        assert page.evaluate("refs => refs.filter(r => !document.querySelector(r))", sorted(targets)) == []
        for link in evidence.all()[:FOLLOWED]:
            link.click()
            assert page.evaluate(
                """() => {
                    const target = document.querySelector(':target')
                    const box = target.getBoundingClientRect()
                    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
                    return box.height > 0 && target.contains(hit)
                }"""
            ), link.get_attribute("href")
            page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = false })")


@pytest.mark.parametrize("name", FAULTY)
def test_the_cause_is_read_on_the_first_screen(name: str, page: Page, page_of: PageOf) -> None:
    with opened(page, page_of(name), width=900):
        causes = page.locator(".glance li.critical a, .glance li.warning a, .glance li.unjudged a")
        for cause in causes.all():
            box = cause.bounding_box()
            assert box
            assert box["y"] + box["height"] <= 1280
            assert cause.inner_text().strip()
        assert page.locator("h1").inner_text()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_is_marked_with_its_language(lang: str, page: Page, axe: str, page_of: PageOf) -> None:
    with opened(page, page_of("demo", lang), width=360):
        assert page.evaluate("document.documentElement.lang") == lang
        assert overflow(page) == 0


def test_the_drawing_can_be_heard_and_is_shown_once(page: Page, page_of: PageOf) -> None:
    for width in (360, 1280):
        with opened(page, page_of("demo"), width=width):
            [drawing] = [one for one in page.get_by_role("img").all() if one.is_visible()]
            assert "The installation and its connections" in (page.locator(".drawing title").first.text_content() or "")
            described = str(drawing.get_attribute("aria-describedby"))
            assert "no owner of shard 1" in (page.locator(f"#{described}").text_content() or "")


def test_it_is_printed_on_pages_of_a4(page: Page, page_of: PageOf, tmp_path: Path) -> None:
    with opened(page, page_of("demo")):
        printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
