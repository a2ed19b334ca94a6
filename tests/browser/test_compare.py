"""Two or three models side by side: chosen on their pages, read by the browser, drawn as text."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import PHONE, WIDE, visitor

SLUGS = (
    "phuoc-nguyen-nang-cap-hem",
    "an-dong-5-khong",
    "bau-lam-phu-nu-giam-ngheo",
    "bat-xat-to-tuyen-van",
)


def pick(page: Page, site: str, slug: str) -> None:
    """Open a model and add it, from the keyboard."""
    page.goto(f"{site}mo-hinh/{slug}/")
    button = page.get_by_role("button", name="Thêm vào so sánh")
    button.focus()
    page.keyboard.press("Enter")


def test_three_models_are_chosen_and_set_side_by_side(browser: Browser, site: str) -> None:
    """Each choice is said aloud, a fourth is refused, and the table holds the three as columns."""
    with visitor(browser, WIDE) as reader:
        page = reader.page
        for number, slug in enumerate(SLUGS[:3], start=1):
            pick(page, site, slug)
            told = page.locator("#noi-dung > [role=status]")
            expect(told).to_contain_text(f"vào so sánh, {number} trên 3")
        pick(page, site, SLUGS[3])
        expect(page.locator(".compare-bar")).to_contain_text("Đã chọn đủ ba mô hình")
        page.get_by_role("link", name="So sánh", exact=True).click()
        expect(page).to_have_url(f"{site}so-sanh/?m={','.join(SLUGS[:3])}")
        expect(page.get_by_role("columnheader")).to_have_count(4)
        for label in ("Tóm tắt", "Cách làm", "Địa bàn", "Điều kiện", "Nhân rộng", "Mức đầy đủ"):
            expect(page.get_by_role("rowheader", name=label, exact=True)).to_have_count(1)
        assert reader.told() == []


def test_a_model_is_taken_out_from_the_keyboard(browser: Browser, site: str) -> None:
    """Taking one out changes the address, keeps the focus near and says how many are left."""
    with visitor(browser, WIDE) as reader:
        page = reader.visit(f"{site}so-sanh/?m={SLUGS[0]},{SLUGS[1]}")
        first = page.get_by_role("button", name="khỏi so sánh").first
        first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{site}so-sanh/?m={SLUGS[1]}")
        expect(page.get_by_role("button", name="khỏi so sánh")).to_have_count(1)
        expect(page.get_by_role("button", name="khỏi so sánh")).to_be_focused()
        expect(page.locator("#noi-dung > [role=status]")).to_contain_text("còn 1")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Chưa chọn mô hình nào.")).to_be_visible()


def test_what_is_read_is_drawn_as_text(browser: Browser, site: str) -> None:
    """Scripts, handlers and odd addresses in a page that is read never reach the table."""
    wicked = (
        "<h1>Tên <img src=x onerror='window.hit=1'></h1><p data-compare='Tóm tắt' id=a>"
        "<script>window.hit=1</script><a href='javascript:window.hit=1' onclick='x()'>mồi</a>"
        "<a href='../b/'>trang</a><svg onload='window.hit=1'><text>ẩn</text></svg>"
        "<b style='color:red' class='tag xau'>chữ</b></p>"
    )
    with visitor(browser, WIDE) as reader:
        page = reader.page
        page.route("**/mo-hinh/xau/", lambda route: route.fulfill(
            content_type="text/html; charset=utf-8", body=wicked))  # fmt: skip
        reader.visit(f"{site}so-sanh/?m=xau,%3Cb%3E,../x,{SLUGS[0]}")
        cell = page.locator("table.compare td").first
        expect(cell).to_contain_text("mồi")
        assert cell.locator("script, svg, img, [onclick], [style], [id]").count() == 0
        assert cell.locator("a").evaluate_all("all => all.map((a) => a.href)") == [
            f"{site}mo-hinh/b/"
        ]
        assert cell.locator("b").get_attribute("class") == "tag"
        assert page.evaluate("window.hit") is None
        expect(page.get_by_role("columnheader")).to_have_count(3)


def test_a_model_that_cannot_be_read_is_told(browser: Browser, site: str) -> None:
    """A wrong address leaves a column that says so, and the others are compared."""
    with visitor(browser, WIDE) as reader:
        page = reader.page
        page.goto(f"{site}so-sanh/?m={SLUGS[0]},khong-co-mo-hinh-nay")
        expect(page.locator("[data-compare-here] .notice.warn")).to_contain_text(
            "khong-co-mo-hinh-nay"
        )
        expect(page.get_by_role("columnheader")).to_have_count(3)


def test_odd_memory_does_no_harm(browser: Browser, site: str) -> None:
    """Whatever stands in the browser's memory under our name, the page is as if nothing did."""
    with visitor(browser, WIDE) as reader:
        page = reader.visit(f"{site}so-sanh/")
        for held in ('"x"', "{", '[{"slug":"../a","name":"b"}]', "null", "[1]"):
            page.evaluate("held => localStorage.setItem('so-sanh', held)", held)
            reader.visit(f"{site}so-sanh/")
            expect(page.get_by_text("Chưa chọn mô hình nào.")).to_be_visible()
        assert reader.told() == []


def test_the_table_scrolls_in_its_own_box_and_prints(browser: Browser, site: str) -> None:
    """On a phone the page stays as wide as the screen; on paper there is nothing to press."""
    with visitor(browser, PHONE) as reader:
        page = reader.visit(f"{site}so-sanh/?m={','.join(SLUGS[:3])}")
        expect(page.locator("table.compare")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        box = page.get_by_role("region", name="Bảng so sánh")
        assert box.evaluate("box => box.scrollWidth > box.clientWidth && box.tabIndex === 0")
        page.emulate_media(media="print")
        expect(page.locator("table.compare")).to_be_visible()
        for gone in ("button", ".notice"):
            assert page.locator(f"[data-compare-here] {gone}:visible").count() == 0


def test_without_scripts_the_page_says_what_to_do(browser: Browser, site: str) -> None:
    """No dead button on a model's page, and the page of the comparison leads to the list."""
    with visitor(browser, WIDE, java_script_enabled=False) as reader:
        page = reader.page
        page.goto(f"{site}mo-hinh/{SLUGS[0]}/")
        expect(page.locator("[data-compare-pick]")).to_be_hidden()
        page.goto(f"{site}so-sanh/?m={SLUGS[0]}")
        expect(page.get_by_text("Bảng so sánh cần JavaScript")).to_be_visible()
        page.get_by_role("link", name="danh sách", exact=True).click()
        expect(page).to_have_url(f"{site}mo-hinh/")
