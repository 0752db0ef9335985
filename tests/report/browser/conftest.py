"""One browser for all tests of the pages, and the page of each golden scenario, made once."""

import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from chromium import WITHOUT, browsing, chromium, may_be_absent
from given import NOW, captured, read, served
from playwright.sync_api import Browser, Page

from collector.errors import CollectBundleError
from collector.report.pages import pages

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
PageOf = Callable[..., Path]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium() is None and may_be_absent():
        pytest.skip(f"NO CHROMIUM, and {WITHOUT} is set: the pages were not looked at in a browser")
    assert chromium(), f"these tests need Debian's package chromium: apt-get install chromium (or set {WITHOUT}=1)"
    with browsing() as running:
        yield running


@pytest.fixture(scope="session")
def page(browser: Browser) -> Iterator[Page]:
    """Show one document after the other: each has its own window object, and a process less to start."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    assert AXE.is_file(), "axe-core is missing: make browser"
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def page_of() -> Iterator[PageOf]:
    """Return a function that runs a golden scenario and gives the path of its summary.html."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)

        @cache
        def made(name: str, lang: str = "en") -> Path:
            given = read(name)
            path = room / f"{name}-{lang}.html"
            with served(given, now=NOW) as service, tempfile.TemporaryDirectory() as output:
                try:
                    contents = captured(given, service, Path(output), lang=lang).contents
                except CollectBundleError:
                    pytest.skip("a run without a bundle has no page")
            path.write_bytes(next(page.content for page in pages(contents) if page.name == "summary.html"))
            return path

        yield made


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if chromium() is None and may_be_absent():
        terminalreporter.section("THE PAGES WERE NOT LOOKED AT IN A BROWSER", sep="!", red=True)
        terminalreporter.line(f"there is no Chromium, and {WITHOUT} is set")
