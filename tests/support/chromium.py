"""The browser that shows the pages: Debian's Chromium, headless, kept from talking to anybody on its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

WITHOUT = "COLLECT_BUNDLE_WITHOUT_BROWSER"
"""Set it to skip what needs a browser where there is none; nobody sets it for you."""
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def chromium() -> str | None:
    """Return where Chromium is, or None."""
    return shutil.which("chromium")


def may_be_absent() -> bool:
    """Tell whether somebody said that it is all right to have no browser."""
    return bool(os.environ.get(WITHOUT))


@contextmanager
def browsing() -> Iterator[Browser]:
    """Run one browser while the block runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
