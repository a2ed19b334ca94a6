"""Three engines, each asked in a browser through the interface its readers have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.search.scores import DEPTH

_WAIT_MS = 10_000
_SLUG = re.compile(r"([^/]+?)(?:\.html|/)?(?:index\.html)?$")

_HEAR_MATERIAL = """
const Plain = window.Worker;
window.answered = 0;
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", heard => {
      if (heard.data.type === 1) window.ready = true;
      if (heard.data.type === 3) window.answered += 1;
    });
  }
};
"""
_ASK_MATERIAL = """async question => {
  const box = document.querySelector("[data-md-component=search-query]");
  const before = window.answered;
  box.focus();
  box.value = question;
  box.dispatchEvent(new KeyboardEvent("keyup"));
  const until = Date.now() + 10000;
  while (window.answered === before && Date.now() < until) {
    await new Promise(done => setTimeout(done, 2));
  }
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll(".md-search-result__item > a")].map(link => link.href);
}"""
_LOAD_PAGEFIND = """async () => {
  window.pagefind = await import("/pagefind/pagefind.js");
  await window.pagefind.init();
}"""
_ASK_PAGEFIND = """async ([question, depth]) => {
  const answer = await window.pagefind.search(question);
  const first = await Promise.all(answer.results.slice(0, depth).map(each => each.data()));
  return first.map(each => each.url);
}"""
_BOX = "main [data-search-form] input"
_ASK_DVK = """async ([selector, question, depth]) => {
  const results = document.getElementById("ket-qua");
  const box = document.querySelector(selector);
  results.dataset.searchState = "";
  const ended = new Promise((resolve, reject) => {
    const watch = () => /done|failed/.test(results.dataset.searchState) && resolve();
    new MutationObserver(watch).observe(results, { attributes: true });
    setTimeout(() => reject(new Error(`no answer to ${question}`)), 10000);
  });
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.form.requestSubmit();
  await ended;
  const cards = [...results.querySelectorAll("article[data-entry]")];
  return cards.slice(0, depth).map(card => card.dataset.entry);
}"""


class Engine(Protocol):
    """What answers questions."""

    def ask(self, question: str) -> tuple[str, ...]:
        """Return the slugs of the first results, best first, at most ten."""


class Dvk:
    """The browse page of our site: the question goes into its own search box."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def ask(self, question: str) -> tuple[str, ...]:
        """Type the question, press Enter, and read the cards once the page says it is done."""
        return tuple(self._page.evaluate(_ASK_DVK, [_BOX, question, DEPTH]))


class Material:
    """Material's search box, once its worker has the index."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def ask(self, question: str) -> tuple[str, ...]:
        """Type the question and read the list below the box."""
        return _slugs(self._page.evaluate(_ASK_MATERIAL, question))


class Pagefind:
    """Pagefind's own script, without any interface of ours."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def ask(self, question: str) -> tuple[str, ...]:
        """Search, and load the first results as its interface does."""
        return _slugs(self._page.evaluate(_ASK_PAGEFIND, [question, DEPTH]))


@contextmanager
def dvk(browser: Browser, address: str) -> Iterator[Dvk]:
    """Open the browse page of our site at `address`."""
    with _opened(browser, f"{address}mo-hinh/") as page:
        page.wait_for_selector(_BOX, timeout=_WAIT_MS)
        yield Dvk(page)


@contextmanager
def material(browser: Browser, address: str) -> Iterator[Material]:
    """Open a site built by MkDocs with Material at `address`."""
    with _opened(browser, address, _HEAR_MATERIAL) as page:
        page.focus("[data-md-component=search-query]")
        page.wait_for_function("() => window.ready", timeout=_WAIT_MS)
        yield Material(page)


@contextmanager
def pagefind(browser: Browser, address: str) -> Iterator[Pagefind]:
    """Load Pagefind's script from `address`."""
    with _opened(browser, f"{address}dong-gop.html") as page:
        page.evaluate(_LOAD_PAGEFIND)
        yield Pagefind(page)


@contextmanager
def _opened(browser: Browser, address: str, script: str = "") -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    if script:
        page.add_init_script(script)
    page.goto(address)
    yield page
    context.close()


def _slugs(addresses: list[str]) -> tuple[str, ...]:
    """The entries behind result addresses, each once: Material may list a page's sections too."""
    found = (_SLUG.search(urlsplit(each).path) for each in addresses)
    return tuple(dict.fromkeys(each.group(1) for each in found if each))[:DEPTH]
