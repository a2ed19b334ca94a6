"""One Chromium and one built site for all browser tests, and a fresh page for each."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.measuring import Measured, measure_all
from tests.browser.site_server import served
from tests.site.provinces import ROOT, Province
from tools.ensure_browser import find_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` has found or installed."""
    path = find_browser()
    if path is None:
        pytest.fail("no Chromium: run `make test`, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        # Chromium's sandbox cannot start for root or in most containers; only our own pages load.
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a Vietnamese reader, with nothing kept from the test before."""
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the repository's own content is served."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    ended = Province(ROOT).run("dvk", "build", "--site-dir", str(folder))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def measures(browser: Browser, site: str) -> Mapping[tuple[str, str], Measured]:
    """What was measured on each kind of page: (``wide`` or ``phone``, path) → measures."""
    return measure_all(browser, site)
