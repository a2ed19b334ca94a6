"""Pages can be used by all: WCAG 2.1 A and AA as far as a machine can tell, and the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.measuring import TINY, Measured, violations
from tests.browser.visits import MODEL, PAGES, PHONE, visitor

Measures = Mapping[tuple[str, str], Measured]


@pytest.mark.parametrize(
    ("screen", "scheme"), [("wide", "light"), ("wide", "dark"), ("phone", "dark")]
)
def test_pages_keep_wcag(measures: Measures, screen: str, scheme: str) -> None:
    """No page of any kind breaks a rule of WCAG 2.1 A or AA, in either scheme, on either screen."""
    found = {key: each.broken_rules[scheme] for key, each in measures.items() if key[0] == screen}

    assert len(found) == len(PAGES)
    assert {key: told for key, told in found.items() if told} == {}


def test_a_broken_rule_would_be_found(browser: Browser, site: str) -> None:
    """The checks of these tests do find missing names and faint text."""
    with visitor(browser) as reader:
        page = reader.visit(site + MODEL)
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
            "'<img src=\"../../assets/favicon.svg\"><p class=faint>Chữ mờ</p>');"
            "document.querySelector('.faint').style.color = '#bbb'"
        )
        told = " ".join(violations(page))
    assert "image-alt" in told
    assert "color-contrast" in told


def focused(page: Page) -> str:
    """The text, or the name, of what holds the focus."""
    return str(
        page.evaluate(
            "document.activeElement.getAttribute('aria-label')"
            " || document.activeElement.textContent.trim()"
        )
    )


def test_the_first_step_is_to_the_content(browser: Browser, site: str) -> None:
    """The first press of Tab shows the way to the content; following it, the next is within it."""
    with visitor(browser) as reader:
        page = reader.visit(site + MODEL)
        skip = page.get_by_role("link", name="Đến nội dung chính")
        assert not on_screen(page, ".skip")
        page.keyboard.press("Tab")
        expect(skip).to_be_focused()
        assert on_screen(page, ".skip")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def on_screen(page: Page, selector: str) -> bool:
    """Whether any of an element lies within the window."""
    return bool(
        page.evaluate(
            "(s) => { const b = document.querySelector(s).getBoundingClientRect();"
            " return b.bottom > 1 && b.right > 1 && b.width > 1 && b.height > 1; }",
            selector,
        )
    )


def test_every_stop_of_the_keyboard_is_seen(browser: Browser, site: str) -> None:
    """Each element that Tab reaches has a name, lies on the page and is drawn with a ring."""
    ring = """() => {
      const style = getComputedStyle(document.activeElement);
      const box = document.activeElement.getBoundingClientRect();
      const around = document.activeElement.closest("label, .card, article, .searchbox");
      const rings = [style, around && getComputedStyle(around)].filter(Boolean);
      return box.width > 0 && box.height > 0
        && rings.some((s) => s.outlineStyle !== "none" || s.boxShadow !== "none");
    }"""
    with visitor(browser) as reader:
        page = reader.visit(site)
        stops = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            stops.append(focused(page))
            assert page.evaluate(ring), stops[-1]
    assert len(stops) > 30
    assert "" not in [stop for stop in stops if stop != "Tìm mô hình, kế hoạch"]
    assert stops[0] == "Đến nội dung chính"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_menu_opens_on_a_phone(browser: Browser, site: str, scripts: bool) -> None:
    """On a phone the menu opens from the keyboard and closes with Esc, with or without scripts."""
    with visitor(browser, PHONE, java_script_enabled=scripts) as reader:
        reader.page.goto(site)
        menu = reader.page.get_by_role("button", name="Trình đơn")
        plans = reader.page.get_by_role("navigation", name="Trang chính").get_by_role(
            "link", name="Kế hoạch"
        )
        expect(plans).to_be_hidden()
        menu.focus()
        reader.page.keyboard.press("Enter")
        expect(plans).to_be_visible()
        reader.page.keyboard.press("Escape")
        expect(plans).to_be_hidden()
        menu.click()
        plans.click()
        expect(reader.page).to_have_url(f"{site}ke-hoach/")


def test_a_wide_screen_shows_the_menu_at_once(browser: Browser, site: str) -> None:
    """On a wide screen all parts of the site are there at once, the current one marked."""
    with visitor(browser) as reader:
        page = reader.visit(f"{site}linh-vuc/")
        links = page.get_by_role("navigation", name="Trang chính").get_by_role("link")
        names = ["Mô hình", "Kế hoạch", "Nhân rộng", "Số liệu", "Lĩnh vực", "Địa bàn", "Giới thiệu"]
        expect(links).to_have_text(names)
        for link in links.all():
            expect(link).to_be_visible()
        expect(page.get_by_role("button", name="Trình đơn")).to_be_hidden()
        assert page.locator(".menu [aria-current=page]").all_inner_texts() == ["Lĩnh vực"]


def test_targets_on_a_phone_are_large_enough(measures: Measures) -> None:
    """Every button and field on a phone is at least 24 pixels wide and high (WCAG 2.2, 2.5.8)."""
    tiny = {key: each.tiny for key, each in measures.items() if key[0] == "phone"}

    assert len(tiny) == len(PAGES)
    assert {key: what for key, what in tiny.items() if what} == {}


def test_a_tiny_target_would_be_found(browser: Browser, site: str) -> None:
    """The check of these tests does find a button too small for a finger."""
    with visitor(browser, PHONE) as reader:
        page = reader.visit(site + MODEL)
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
            "'<input type=checkbox class=tiny>')"
        )
        assert len(page.evaluate(TINY)) == 1
