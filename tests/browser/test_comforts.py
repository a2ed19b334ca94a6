"""What scripts, print and the network add to a page, and that it reads well without scripts."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import MODEL, PLAN, WIDE, visitor


def paper(page: Page) -> str:
    """The colour behind the page's text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def is_dark(colour: str) -> bool:
    """Whether a colour, as the browser writes it, is nearer to black than to white."""
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
    return (red + green + blue) / 3 < 128


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_pages_follow_the_device_until_told_otherwise(
    browser: Browser, site: str, scheme: str, dark: bool
) -> None:
    """A page is light or dark as the device is; one press changes it, everywhere and for good."""
    with visitor(browser, WIDE, scheme) as reader:
        page = reader.visit(site)
        assert is_dark(paper(page)) is dark
        button = page.get_by_role("button", name="Giao diện tối")
        expect(button).to_have_attribute("aria-pressed", str(dark).lower())
        button.click()
        assert is_dark(paper(page)) is not dark
        expect(button).to_have_attribute("aria-pressed", str(not dark).lower())
        assert is_dark(paper(reader.visit(site + MODEL))) is not dark
        page.reload()
        assert is_dark(paper(page)) is not dark
        page.get_by_role("button", name="Giao diện tối").click()
        assert is_dark(paper(page)) is dark
        assert page.evaluate("localStorage.length") == 0
        assert reader.told() == []


def test_the_chosen_theme_is_there_before_the_first_paint(browser: Browser, site: str) -> None:
    """The theme is set by a script in the head, so no page flashes in the other one."""
    with visitor(browser) as reader:
        page = reader.visit(site)
        page.get_by_role("radio", name="Tối").check()
        page.add_init_script(
            "new MutationObserver((_, watch) => { if (document.body) {"
            " window.themeAtBody = document.documentElement.dataset.theme; watch.disconnect(); } })"
            ".observe(document, {childList: true, subtree: true})"
        )
        page.reload()
        assert page.evaluate("window.themeAtBody") == "dark"
        expect(page.get_by_role("radio", name="Tối")).to_be_checked()


def test_pages_read_well_without_scripts(browser: Browser, site: str) -> None:
    """Without scripts nothing is shown that would not work, and lists and entries are whole."""
    with visitor(browser, WIDE, java_script_enabled=False) as reader:
        page = reader.page
        page.goto(f"{site}mo-hinh/")
        assert page.locator("[data-entry]").count() == 24
        page.get_by_role("link", name="Trang sau").click()
        expect(page).to_have_url(f"{site}mo-hinh/trang/2/")
        page.goto(site + MODEL)
        expect(page.locator(".sources li").first).to_be_visible()
        for dead in ("[data-share]", "[data-print]", "[data-theme-flip]", ".themes"):
            for each in page.locator(dead).all():
                expect(each).to_be_hidden()


def test_sharing_and_printing_work_with_scripts(browser: Browser, site: str) -> None:
    """The button to print prints; the one to share copies the address that lasts and says so."""
    with visitor(browser, permissions=["clipboard-read", "clipboard-write"]) as reader:
        page = reader.page
        page.add_init_script("window.print = () => { window.printed = true; }")
        page.add_init_script("delete Navigator.prototype.share")
        reader.visit(site + MODEL)
        page.get_by_role("button", name="In", exact=True).click()
        assert page.evaluate("window.printed")
        page.get_by_role("button", name="Chia sẻ").click()
        expect(page.locator(".toast")).to_have_text("Đã chép liên kết")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"https://kho.example/{MODEL}"


@pytest.mark.parametrize("path", [MODEL, PLAN])
def test_print_is_a_clean_sheet(browser: Browser, site: str, path: str) -> None:
    """On paper there is nothing to click, the ink is dark on white, sources show their address."""
    with visitor(browser, WIDE, "dark") as reader:
        page = reader.visit(site + path)
        assert page.locator("nav:visible").count() > 0
        page.emulate_media(media="print")
        for gone in ("nav", "button", ".btn", "input", ".skip", ".actions", ".crumbs", ".mend"):
            assert page.locator(f"{gone}:visible").count() == 0, gone
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".sources")).to_be_visible()
        assert not is_dark(paper(page))
        ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
        assert is_dark(ink)
        shown = page.evaluate(
            "[...document.querySelectorAll('.sources cite a')]"
            ".map(a => getComputedStyle(a, '::after').content)"
        )
        assert shown or path != MODEL
        assert all("attr(href)" in each or "http" in each for each in shown)


def test_the_printed_page_fits_its_sheets(browser: Browser, site: str) -> None:
    """A model prints on a few sheets of A4, and the page is not blank."""
    with visitor(browser) as reader:
        document = reader.visit(site + MODEL).pdf(prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", document))
    assert 1 <= sheets <= 4
    assert len(document) > 10_000


def test_the_font_is_the_sites_own(browser: Browser, site: str) -> None:
    """Both weights of the font come from the site itself and are what the text is set in."""
    with visitor(browser) as reader:
        fonts = []
        reader.page.on(
            "response", lambda r: fonts.append(r.url) if r.request.resource_type == "font" else None
        )
        page = reader.visit(site + MODEL)
        loaded = page.evaluate(
            "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family + f.weight)"
        )
        family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert sorted(urlsplit(url).path for url in set(fonts)) == [
        "/assets/fonts/be-vietnam-pro-400.woff2",
        "/assets/fonts/be-vietnam-pro-700.woff2",
    ]
    assert {"Be Vietnam Pro400", "Be Vietnam Pro700"} <= set(loaded)
    assert family.startswith('"Be Vietnam Pro"')
