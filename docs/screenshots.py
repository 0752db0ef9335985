"""Makes the pictures of the pages in README and docs: `make screenshots` (needs Debian's package chromium)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from chromium import browsing
from given import NOW, captured, read, served
from playwright.sync_api import Browser

from collector.report.pages import pages

IMAGES = Path(__file__).parent / "images"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown of which scenario, how wide, in which colours and language, from which element on."""

    name: str
    scenario: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    lang: str = "en"
    at: str = ""


PICTURES = (
    Picture("summary", "demo", 1100, 720),
    Picture("nodes", "mc-missing-shard", 1100, 900, scheme="dark", at="#nodes"),
    Picture("measured", "demo", 1100, 860, at="#measured"),
    Picture("narrow", "single-expired-build", 390, 844, lang="zh"),
)


def page_of(picture: Picture, folder: Path) -> Path:
    """Return the path of a scenario's summary.html."""
    given = read(picture.scenario)
    with served(given, now=NOW) as service:
        contents = captured(given, service, folder, lang=picture.lang).contents
    path = folder / f"{picture.name}.html"
    path.write_bytes(next(page.content for page in pages(contents) if page.name == "summary.html"))
    return path


def take(browser: Browser, picture: Picture) -> None:
    """Write one picture."""
    with tempfile.TemporaryDirectory() as folder:
        context = browser.new_context(
            viewport={"width": picture.width, "height": picture.height},
            color_scheme=picture.scheme,
            device_scale_factor=2 if picture.width < 600 else 1,
        )
        page = context.new_page()
        page.goto(page_of(picture, Path(folder)).as_uri() + picture.at)
        page.screenshot(path=IMAGES / f"{picture.name}.png")
        context.close()


def main() -> None:
    """Write every picture."""
    with browsing() as browser:
        for picture in PICTURES:
            take(browser, picture)


if __name__ == "__main__":
    main()
