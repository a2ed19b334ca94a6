"""What a browser can measure on a page; each page is opened once and measured for all tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.visits import PAGES, PHONE, SMALL, WIDE, Watched, visitor
from tests.site.provinces import ROOT

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SPILL = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > width + 0.5)
    .map((each) => each.outerHTML.slice(0, 120));
  return wide.length ? wide.slice(0, 5) : ["the page itself"];
}"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 30);
})"""
TINY = """() => [...document.querySelectorAll("button, .btn, input, summary, .pager a")]
  .filter((each) => each.offsetParent)
  .map((each) => (each.type === "radio" ? each.closest("label") : each))
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width < 24 || box.height < 24;
  }).map((each) => each.outerHTML.slice(0, 120))"""


@dataclass(frozen=True)
class Measured:
    """One page on one screen."""

    complaints: tuple[str, ...]
    """What the browser complained of while it loaded."""

    hosts: frozenset[str]
    headings: int
    shift: float
    """How much the text moved while the page loaded."""

    tiny: tuple[str, ...]
    """Buttons and fields too small for a finger."""

    spilt: Mapping[int, tuple[str, ...]]
    """Width of the screen → what spills over its edge."""

    broken_rules: Mapping[str, tuple[str, ...]]
    """Colour scheme → the rules of WCAG that are broken, and where."""


def measure_all(browser: Browser, site: str) -> Mapping[tuple[str, str], Measured]:
    """Each page on a wide screen in light, and on a phone in dark: (screen, path) → what was found.

    The wide page is also held against the rules in dark, the phone's also on the smallest phone.
    """
    found = {}
    with visitor(browser, WIDE, "light", reduced_motion="reduce") as reader:
        for path in PAGES:
            found["wide", path] = measure(reader, site + path, [WIDE], ["light", "dark"])
    with visitor(browser, PHONE, "dark", reduced_motion="reduce") as reader:
        for path in PAGES:
            found["phone", path] = measure(reader, site + path, [PHONE, SMALL], ["dark"])
    return found


def measure(
    reader: Watched, address: str, sizes: Iterable[tuple[int, int]], schemes: Iterable[str]
) -> Measured:
    """Open a page and measure it on screens of these sizes and in these schemes."""
    reader.hosts.clear()
    page = reader.visit(address)
    complaints, shift = tuple(reader.told()), page.evaluate(SHIFT)
    tiny, headings = tuple(page.evaluate(TINY)), page.locator("h1").count()
    rules = {}
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        rules[scheme] = tuple(violations(page))
    page.emulate_media(color_scheme=next(iter(rules)))  # type: ignore[arg-type]
    spilt = {}
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        spilt[width] = tuple(page.evaluate(SPILL))
    first = next(iter(sizes))
    page.set_viewport_size({"width": first[0], "height": first[1]})
    return Measured(complaints, frozenset(reader.hosts), headings, shift, tiny, spilt, rules)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page: the rule, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{_axe()}; undefined")
    found: dict[str, Any] = page.evaluate(
        f"axe.run(document, {{runOnly: {LEVELS}, resultTypes: ['violations']}})"
    )
    assert len(found["passes"]) > 5
    return [
        f"{each['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _axe() -> str:
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
