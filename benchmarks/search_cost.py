"""What a question costs a reader: bytes that travel and seconds until the results stand there.

``python -m benchmarks.search_cost SITE_DIR [SITE_DIR …]`` asks each built site through its
own page of models in headless Chromium, every question in a fresh browser, and prints a
table. Files of the index are compressed already; scripts are counted as gzip -6 would send
them. Nothing may travel before the first question: that is measured too.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from benchmarks.search.serving import served

QUESTIONS = (
    "dan van kheo",
    "hien dat lam duong",
    "hũ gạo nghĩa tình",
    "tổ hòa giải ở khu dân cư",
    "camera an ninh khu phố ở Lâm Đồng năm 2022",
    "phụ nữ giúp nhau làm kinh tế",
    "thu gom rac thai tai che gay quy",
    "TP.HCM",
    "hien dat lam duogn",
    "31-KH/TU",
)
_BOX = "[data-search-form] input"
_DONE = "#ket-qua[data-search-state=done]"


@dataclass
class Traffic:
    """What has travelled for search."""

    index: int = 0
    scripts: int = 0
    requests: int = 0
    seen: list[Response] = field(default_factory=list)

    def note(self, response: Response) -> None:
        """Remember a response that belongs to search; its body is read later."""
        if "/tim/" in response.url or "/js/search/" in response.url:
            self.seen.append(response)

    def weigh(self) -> None:
        """Count what has been remembered."""
        for response in self.seen:
            data = response.body()
            is_packed = response.url.partition("?")[0].endswith(".gz")
            size = len(data) if is_packed else len(gzip.compress(data, 6))
            self.requests += 1
            if "/tim/" in response.url:
                self.index += size
            else:
                self.scripts += size
        self.seen.clear()


def main() -> None:
    """Measure every site named on the command line."""
    with chromium() as browser:
        for folder in map(Path, sys.argv[1:]):
            print(f"\n### {folder.name}\n")
            print("| question | index kB | scripts kB | requests | seconds | results |")
            print("|---|---:|---:|---:|---:|---:|")
            with served(folder) as address:
                for question in QUESTIONS:
                    print(_row(browser, address, question))


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser
        browser.close()


def _row(browser: Browser, address: str, question: str) -> str:
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic()
    page.on("response", traffic.note)
    page.goto(f"{address}mo-hinh/")
    page.wait_for_timeout(300)
    traffic.weigh()
    before = traffic.index
    started = time.monotonic()
    page.fill(_BOX, question)
    page.press(_BOX, "Enter")
    page.wait_for_selector(_DONE, timeout=120_000)
    seconds = time.monotonic() - started
    total = page.get_attribute("#ket-qua", "data-total")
    page.wait_for_timeout(200)
    traffic.weigh()
    context.close()
    early = f" (!{before} before)" if before else ""
    return (
        f"| {question} | {traffic.index / 1000:.0f}{early} | {traffic.scripts / 1000:.1f} "
        f"| {traffic.requests} | {seconds:.2f} | {total} |"
    )


if __name__ == "__main__":
    main()
