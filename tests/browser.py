"""A headless Chromium that shows an exported page at a width, in a colour scheme, on paper, or to axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import judges

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (320, 360, 500, 1280, 2000)
"""Widths of windows at which no page may scroll sideways."""
STICKING_OUT = """() => [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && box.height && !each.closest(".skip") && (box.right > innerWidth + 1 || box.left < -1);
}).map(each => each.tagName + " " + each.textContent.slice(0, 40))"""
"""The elements that stick out of the window."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium under Playwright, which needs no browser of its own; skips the test where one is missing.

    It must end within the test that began it: as long as it runs, no other test can have an event loop.
    """
    program = judges.program("chromium", "apt install chromium")
    if not find_spec("playwright"):
        judges.missing("playwright", "pip install playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def open_page(browser: Browser, path: Path, width: int = 1280, scheme: Any = "light") -> Page:
    """Open a page in a new window of a width, which is asserted."""
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    page.goto(path.as_uri())
    assert page.evaluate("innerWidth") == width
    return page


def sideways(page: Page, width: int) -> list[Any]:
    """Return what makes a page wider than a window of a width; [] where nothing does."""
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("innerWidth") == width
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    found: list[Any] = page.evaluate(STICKING_OUT)
    return found if wide == width else [wide, *found]


def axe_findings(page: Page) -> list[str]:
    """Return the serious and critical findings of axe-core in a page; skips the test without axe-core."""
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        judges.missing("axe-core", "pip install axe-playwright-python")
    page.evaluate((Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(result["passes"]) > 10
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in result["violations"]
        if each["impact"] in ("serious", "critical")
    ]
