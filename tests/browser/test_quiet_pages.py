"""Nothing goes wrong while a page loads: no error, no refusal, no other host, no side scroll."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.measuring import SHIFT, SPILL, Measured
from tests.browser.site_server import served
from tests.browser.visits import LOST, MODEL, PAGES, PHONE, SMALL, WIDE, visitor
from tests.site import provinces

Measures = Mapping[tuple[str, str], Measured]
# Each model's page is laid out in the frame of one that is open already, which takes milliseconds.
WIDTHS = """async () => {
  const all = await (await fetch("../../du-lieu/mo-hinh.json")).json();
  const widths = {};
  for (const { slug } of all.items) {
    const text = await (await fetch(`../${slug}/`)).text();
    const main = new DOMParser().parseFromString(text, "text/html").querySelector("main");
    document.querySelector("main").replaceWith(main);
    widths[slug] = document.documentElement.scrollWidth;
  }
  return widths;
}"""


def test_pages_load_without_a_complaint(measures: Measures, site: str) -> None:
    """No page, wide or narrow, light or dark, makes the browser complain, breaks its own policy or
    asks another host."""
    assert len(measures) == 2 * len(PAGES)
    assert {key: each.complaints for key, each in measures.items() if each.complaints} == {}
    assert {each.hosts for each in measures.values()} == {frozenset({urlsplit(site).netloc})}
    assert {each.headings for each in measures.values()} == {1}


@pytest.mark.parametrize("width", [WIDE[0], PHONE[0], SMALL[0]])
def test_pages_fit_the_screen(measures: Measures, width: int) -> None:
    """No page needs scrolling sideways; 320 pixels is also a page enlarged fourfold."""
    spilt = {key: each.spilt[width] for key, each in measures.items() if width in each.spilt}

    assert len(spilt) == len(PAGES)
    assert {key: what for key, what in spilt.items() if what} == {}


def test_every_model_fits_a_phone(browser: Browser, site: str) -> None:
    """No name, address or figure of any model is so long that it spills over a phone's edge."""
    with visitor(browser, SMALL) as reader:
        widths = reader.visit(f"{site}{MODEL}").evaluate(WIDTHS)

    assert len(widths) >= 94
    assert {slug: width for slug, width in widths.items() if width > SMALL[0]} == {}


def test_nothing_jumps_while_a_page_loads(measures: Measures) -> None:
    """While fonts and scripts arrive the text hardly moves: a layout shift of at most 0.05."""
    assert {key: each.shift for key, each in measures.items() if each.shift > 0.05} == {}


def test_a_complaint_would_be_heard(browser: Browser, tmp_path: Path) -> None:
    """The visitor of these tests hears refusals, errors, missing files, spills and jumps."""
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"
    (tmp_path / "index.html").write_text(
        f"<!doctype html>{policy}<script>x</script><p style='width:3000px'>rộng</p>"
        "<img src=khong-co.png><script src=a.js></script>",
        "utf-8",
    )
    jump = "document.querySelector('p').style.marginTop = '300px'"
    (tmp_path / "a.js").write_text(
        f"requestAnimationFrame(() => setTimeout(() => {{ {jump} }}, 20)); throw Error('hỏng')",
        "utf-8",
    )
    (tmp_path / "404.html").write_text("x", "utf-8")
    with served(tmp_path) as address, visitor(browser, PHONE) as reader:
        page = reader.visit(address)
        told = " | ".join(reader.told())
        assert "script-src-elem: inline" in told
        assert "hỏng" in told
        assert "khong-co.png 404" in told
        assert len(page.evaluate(SPILL)) == 1
        assert page.evaluate(SHIFT) > 0.02


def test_a_site_below_a_path_is_whole_at_any_address(browser: Browser, tmp_path: Path) -> None:
    """Published below a path, pages load whole, as does the page for lost readers at any depth."""
    province = provinces.small(tmp_path / "tinh")
    ended = province.run("dvk", "build", SITE_URL="https://x.example/dvk/")
    assert ended.returncode == 0, ended.stderr
    with served(province.site, "/dvk/") as address, visitor(browser) as reader:
        for path in ("", "mo-hinh/", LOST, "mot/hai/ba/bon/nam.html"):
            page = reader.visit(address + path)
            assert reader.told() == [], path
            assert page.evaluate("[...document.styleSheets].some(s => s.cssRules.length > 50)")
        page.get_by_role("link", name="Về trang chủ").click()
        assert page.url == address


def test_lost_readers_are_helped(browser: Browser, site: str) -> None:
    """A missing address shows our page, what the reader looked for, and ways on that work."""
    with visitor(browser) as reader:
        answer = reader.page.goto(site + "mo-hinh/hien-dat-lam-duong/")
        assert answer is not None
        assert answer.status == 404
        assert (
            reader.page.get_by_role("heading", level=1).inner_text() == "Không tìm thấy trang này"
        )
        reader.page.get_by_text("hien dat lam duong").wait_for()
        links = reader.page.locator("main a").evaluate_all("all => all.map(a => a.href)")
        assert len(links) >= 3
        for link in links:
            found = reader.page.request.get(link)
            assert found.status == 200, link
