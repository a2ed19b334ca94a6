"""What a page costs a reader on the wire: as the first of a site, and after another page of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.visits import PHONE, visitor

FIRST = 120_000
"""Bytes that the first view of a page may cost, all included and compressed."""

NEXT = 12_000
"""Bytes that a further page may cost, when what all pages share is there already."""

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
"""A network of 400 kbit/s with 0.4 s to an answer: fonts and scripts come late."""


@dataclass(frozen=True)
class Weight:
    """Bytes on the wire, heads of answers included."""

    first: int
    next: int


def weigh(browser: Browser, site: str, before: str, path: str) -> Weight:
    """What a page costs a phone that has nothing yet, and one that comes from the page before."""
    with _counting(browser) as (page, sizes):
        page.goto(site + path, wait_until="networkidle")
        first = round(sum(sizes))
    with _counting(browser) as (page, sizes):
        page.goto(site + before, wait_until="networkidle")
        sizes.clear()
        page.goto(site + path, wait_until="networkidle")
        return Weight(first, round(sum(sizes)))


@contextmanager
def _counting(browser: Browser) -> Iterator[tuple[Page, list[float]]]:
    """A page with an empty cache, and the size of each answer as it has arrived."""
    with visitor(browser, PHONE) as reader:
        network, sizes = _network(reader.page), list[float]()
        network.on("Network.loadingFinished", lambda it: sizes.append(it["encodedDataLength"]))
        yield reader.page, sizes


def slow_down(page: Page) -> None:
    """From now on the page is on a slow network."""
    _network(page).send("Network.emulateNetworkConditions", SLOW)


def _network(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    return session
