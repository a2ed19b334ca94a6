"""Numbers that lead to the search: it finds exactly as many models as the page has counted."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.visits import WIDE, visitor

SEARCHES = """() => [...document.querySelectorAll('main a[href*="?loai="]')]
  .map(a => [a.href, a.textContent.trim()])
  .filter(([, text]) => /^[0-9.]+$/.test(text))"""
FEW = 16


def test_a_crossing_opens_the_models_it_counts(browser: Browser, site: str) -> None:
    """A number of a crossing, a stage or a year is the number of results behind its link."""
    with visitor(browser, WIDE) as reader:
        page = reader.visit(f"{site}so-lieu/")
        told = dict(page.evaluate(SEARCHES))
        kinds = {frozenset(url.partition("?")[2].replace("&", "=").split("=")[::2]) for url in told}
        assert len(told) > FEW
        assert len(kinds) >= 5
        for url in list(told)[:: len(told) // FEW]:
            page.goto(url)
            results = page.wait_for_selector("#ket-qua[data-search-state=done]")
            assert (url, results.get_attribute("data-total")) == (url, told[url].replace(".", ""))


def test_opened_tables_keep_to_the_narrowest_screen(page: Page, site: str) -> None:
    """With every table of numbers open, a screen of 320 pixels needs no sideways scrolling."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{site}so-lieu/")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
