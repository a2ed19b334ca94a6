"""Visits to pages of a site, watched for everything a browser complains of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

MODEL = "mo-hinh/phuoc-nguyen-nang-cap-hem/"
PLAN = "ke-hoach/da-nang-dan-van-kheo-2021-2025/"
LOST = "khong-co/trang-nay/"
PAGES = (
    "",
    "mo-hinh/",
    "mo-hinh/trang/2/",
    MODEL,
    "ke-hoach/",
    PLAN,
    "linh-vuc/",
    "dia-ban/",
    "dia-ban/lam-dong/",
    "dia-ban/dien-bien/",
    "du-lieu/",
    "so-lieu/",
    "co-quan/",
    "co-quan/ban-dan-van-tinh-uy-quang-ngai/",
    "so-sanh/",
    "lich/",
    LOST,
    "gioi-thieu/",
    "dong-gop/",
    "tiep-can/",
    "rieng-tu/",
)
"""One page of each kind, and every page written by hand."""

WIDE, PHONE, SMALL = (1280, 900), (390, 844), (320, 640)
_REFUSALS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
_SETTLED = "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 30)))"


@dataclass
class Watched:
    """A page, and what the browser complained of since it was last asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def visit(self, address: str) -> Page:
        """Open an address and wait until all it asks for is there and its scripts have run."""
        self.page.goto(address, wait_until="load")
        self.page.evaluate(_SETTLED)
        return self.page

    def told(self) -> list[str]:
        """Complaints since the last time, the refusals of the content policy included."""
        found = [*self.complaints, *self.page.evaluate("window.refused")]
        self.complaints.clear()
        return found

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what the console warns of; a page for lost readers is itself an answer 404."""
        lost = "404" in message.text and message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not lost:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def failed(self, request: Request) -> None:
        """Keep a request that came to nothing, unless we left the page before its answer."""
        if request.failure == "net::ERR_ABORTED":
            return
        self.complaints.append(f"{self.page.url}: {request.url} {request.failure}")

    def answered(self, response: Response) -> None:
        """Keep the host, and an answer that is an error; only a page itself may be missing."""
        self.hosts.add(urlsplit(response.url).netloc)
        if response.status >= 400 and response.request.resource_type != "document":
            self.complaints.append(f"{self.page.url}: {response.url} {response.status}")


@contextmanager
def visitor(
    browser: Browser, size: tuple[int, int] = WIDE, scheme: str = "light", **more: Any
) -> Iterator[Watched]:
    """A reader with a screen of a size who prefers a colour scheme; nothing is kept afterwards."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        **more,
    )
    context.add_init_script(_REFUSALS)
    watched = Watched(context.new_page())
    watched.page.on("console", watched.heard)
    watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    watched.page.on("requestfailed", watched.failed)
    watched.page.on("response", watched.answered)
    yield watched
    context.close()
