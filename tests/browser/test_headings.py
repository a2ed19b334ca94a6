"""Who reads by headings, as many who listen do, meets them level by level."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import PAGES, PHONE, WIDE, visitor

ASKED = "mo-hinh/?q=phan+loai+rac"
SKIPS = """() => {
  const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((each) => each.checkVisibility());
  const level = (each) => Number(each.tagName[1]);
  return all.filter((each, at) => level(each) > (at ? level(all[at - 1]) : 0) + 1)
    .map((each) => each.outerHTML.slice(0, 90));
}"""


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_no_level_of_headings_is_left_out(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    """On no page, nor among the results of a search, does a heading skip a level."""
    skips = {}
    with visitor(browser, size) as reader:
        for path in (*PAGES, "nhan-rong/", "nhan-rong/cay/", ASKED):
            reader.visit(site + path)
            if path == ASKED:
                reader.page.wait_for_selector("[data-search-state=done]")
            skips[path] = reader.page.evaluate(SKIPS)

    assert {path: found for path, found in skips.items() if found} == {}


def test_a_left_out_level_would_be_found(browser: Browser) -> None:
    """A third level right after the first is a gap, and a heading nobody meets fills none."""
    with visitor(browser) as reader:
        reader.page.set_content("<h1>a</h1><h2 hidden>b</h2><h3>c</h3><h2>d</h2><h3>e</h3>")
        assert reader.page.evaluate(SKIPS) == ["<h3>c</h3>"]
