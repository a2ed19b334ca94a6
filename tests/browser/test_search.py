"""Search and filters as a reader meets them: typed, ticked, shared, undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.core.vietnamese import sort_key
from generator.search.tokens import tokens
from tests.browser.visits import MODEL, PHONE, WIDE, Watched, visitor

BOX = "[data-search-form] input"
DONE = "#ket-qua[data-search-state=done]"
TYPED = (
    "Đường hẻm, thuỷ lợi; quý và quí, mỹ/mĩ",
    "31-KH/TU ngày 16/3/2021: 7.556 người, 7,5 ha, m²",
    "TIẾNG KẺNG AN NINH 24h",
    "hoà giải hòa giải khoẻ khỏe",
)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Watched]:
    """Somebody at a desk."""
    with visitor(browser, WIDE) as visit:
        yield visit


def ask(page: Page, site: str, query: str) -> Page:
    """Open the page of models with a question in the address, and wait for the answer."""
    page.goto(f"{site}mo-hinh/?{query}")
    page.wait_for_selector(DONE)
    return page


def found(page: Page) -> list[str]:
    """The slugs of the results, best first."""
    articles = page.locator("#ket-qua article[data-entry]")
    return [str(slug) for slug in articles.evaluate_all("all => all.map(a => a.dataset.entry)")]


def state(page: Page) -> dict[str, list[str]]:
    """What the address says is asked for."""
    return parse_qs(urlsplit(page.url).query)


def test_the_browser_cuts_words_as_the_index_does(reader: Watched, site: str) -> None:
    """theme/assets/js/search/text.js gives the very tokens of generator/search/tokens.py."""
    page = reader.visit(site)
    code = """async texts => {
        const {tokens} = await import('/assets/js/search/text.js');
        return texts.map(text => tokens(text).map(each => [each.folded, each.exact]));
    }"""
    expected = [[[each.folded, each.exact] for each in tokens(text)] for text in TYPED]
    assert expected == page.evaluate(code, list(TYPED))


def test_nothing_travels_before_a_question(reader: Watched, site: str) -> None:
    """The index and its scripts are fetched at the first question, not with the page."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page = reader.visit(site + "mo-hinh/")
    assert not [path for path in asked if path.startswith("/tim/")]
    page.fill(BOX, "rac")
    page.wait_for_selector(DONE)
    assert "/tim/muc-luc.json" in asked


def test_results_come_while_typing_and_stand_in_the_address(reader: Watched, site: str) -> None:
    """A question without marks finds the model, marks what matched and can be shared."""
    page = reader.visit(site + "mo-hinh/")
    page.fill(BOX, "hien dat lam duong")
    page.wait_for_selector(DONE)
    assert "hien-dat" in found(page)[0]
    assert page.locator("#ket-qua mark").count() > 2
    assert state(page) == {"q": ["hien dat lam duong"]}
    first = found(page)
    page.reload()
    page.wait_for_selector(DONE)
    assert first == found(page)
    expect(page.locator(BOX)).to_have_value("hien dat lam duong")
    assert reader.told() == []


def test_filters_narrow_count_and_are_undone(reader: Watched, site: str) -> None:
    """A ticked value narrows the list, shows as a chip, and Back takes it off again."""
    page = ask(reader.page, site, "q=rac")
    before = found(page)
    label = page.locator("#loc label", has_text="Đô thị văn minh")
    told = int(label.locator("span").inner_text())
    label.locator("input").check()
    page.wait_for_url("**linh_vuc=do-thi-van-minh*")
    expect(page.locator("#ket-qua")).to_have_attribute("data-total", str(told))
    assert set(found(page)) < set(before)
    page.get_by_role("button", name="Bỏ lọc Đô thị văn minh").click()
    expect(page.locator(".chip.on")).to_have_count(0)
    page.go_back()
    expect(page.locator(".chip.on")).to_have_count(1)
    page.go_back()
    page.wait_for_selector(DONE)
    assert before == found(page)


def test_values_of_one_filter_add_up_and_filters_meet(reader: Watched, site: str) -> None:
    """Two values of a filter give both lists; two filters give what is in both."""
    one = found(ask(reader.page, site, "linh_vuc=kinh-te&tinh=ca-mau"))
    other = found(ask(reader.page, site, "linh_vuc=nong-thon-moi&tinh=ca-mau"))
    both = found(ask(reader.page, site, "linh_vuc=kinh-te,nong-thon-moi&tinh=ca-mau"))
    assert one
    assert sorted({*one, *other}) == sorted(both)
    everywhere = ask(reader.page, site, "linh_vuc=kinh-te").get_attribute("#ket-qua", "data-total")
    assert int(everywhere or 0) > len(one)


def test_a_former_province_finds_the_present_one_and_says_so(reader: Watched, site: str) -> None:
    """Bình Thuận finds its own models first, then the rest of Lâm Đồng, and tells why."""
    page = ask(reader.page, site, "q=Bình+Thuận")
    assert "binh-thuan" in found(page)[0]
    assert "da-lat-camera-an-ninh" in found(page)
    expect(page.locator("#ket-qua .notice")).to_contain_text("Bình Thuận nay thuộc Lâm Đồng")


def test_typed_marks_decide_the_order(reader: Watched, site: str) -> None:
    """“đường” puts đường before dương and dưỡng; without marks both are found."""
    marked = ask(reader.page, site, "q=đường")
    first = marked.locator("#ket-qua article").first
    expect(first.locator("mark").first).to_have_text("đường", ignore_case=True)
    assert len(found(ask(reader.page, site, "q=duong"))) >= 10


def test_a_slip_is_mended_and_told(reader: Watched, site: str) -> None:
    """A word that stands nowhere is read as the nearest that does, and the page says so."""
    page = ask(reader.page, site, "q=tieng+kenng")
    assert page.locator("#ket-qua .notice").count() >= 1
    page = ask(reader.page, site, "q=hien+dat+lam+duogn")
    assert "hien-dat" in found(page)[0]
    expect(page.locator("#ket-qua .notice")).to_contain_text("“duogn”")


def test_nothing_found_offers_a_way_on(reader: Watched, site: str) -> None:
    """An empty answer offers to drop the narrowest filter and invites a contribution."""
    page = ask(reader.page, site, "q=rac&tinh=dien-bien")
    expect(page.locator("#ket-qua .empty")).to_contain_text("góp một mô hình")
    page.get_by_role("button", name="Bỏ lọc Tỉnh, thành phố").click()
    page.wait_for_selector("#ket-qua article")
    assert "tinh" not in state(page)


def test_orders_can_be_chosen(reader: Watched, site: str) -> None:
    """A–Z puts the list in Vietnamese order, and the choice stands in the address."""
    page = ask(reader.page, site, "tinh=lam-dong")
    page.select_option("#sap-xep", "a_z")
    page.wait_for_url("**sap_xep=a_z*")
    page.wait_for_selector(DONE)
    names = page.locator("#ket-qua h3").all_inner_texts()
    assert len(names) > 5
    assert sorted(names, key=sort_key) == names


def test_the_dialog_opens_from_the_keyboard_anywhere(reader: Watched, site: str) -> None:
    """`/` and Ctrl-K open it; arrows and Enter lead to a result; Escape closes it."""
    page = reader.visit(site + MODEL)
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("camera an ninh")
    page.wait_for_selector("dialog ul[data-answered='camera an ninh'] li")
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog li[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mo-hinh/*camera*/")
    assert reader.told() == []


def test_phones_open_the_filters_and_see_how_many_are_on(browser: Browser, site: str) -> None:
    """The button tells the number of active filters and opens the panel."""
    with visitor(browser, PHONE) as reader:
        page = ask(reader.page, site, "linh_vuc=kinh-te,do-thi-van-minh")
        button = page.locator(".facet-button")
        expect(button).to_have_text("Lọc (2)")
        expect(page.locator("#loc")).to_be_hidden()
        button.click()
        expect(page.locator("#loc")).to_be_visible()


def test_screen_readers_hear_how_many_were_found(reader: Watched, site: str) -> None:
    """A status line tells the count of every new answer."""
    page = ask(reader.page, site, "q=rac")
    total = page.get_attribute("#ket-qua", "data-total")
    expect(page.locator("p[role=status]").first).to_contain_text(f"{total} kết quả")


def test_quotes_ask_for_the_very_words(reader: Watched, site: str) -> None:
    """What stands in quotes must stand so in the result."""
    page = ask(reader.page, site, "q=%22phân+loại+rác%22")
    total = int(page.get_attribute("#ket-qua", "data-total") or 0)
    loose = ask(reader.page, site, "q=phân+loại+rác").get_attribute("#ket-qua", "data-total")
    assert 0 < total <= int(loose or 0)


def test_without_scripts_the_list_is_whole_and_says_why(browser: Browser, site: str) -> None:
    """Without JavaScript the page is the A–Z list and explains the box."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "mo-hinh/?q=rac")
    assert page.locator("article[data-entry]").count() == 24
    expect(page.locator("p.notice")).to_contain_text("JavaScript")
    context.close()


def test_a_lost_index_is_told_and_tried_again(reader: Watched, site: str) -> None:
    """When the index cannot be fetched the page says so, keeps the list and offers to retry."""
    page = reader.page
    page.route("**/tim/*", lambda route: route.abort())
    page.goto(site + "mo-hinh/?q=rac")
    page.wait_for_selector("#ket-qua .empty")
    assert page.locator("#ket-qua article").count() == 24
    page.unroute("**/tim/*")
    page.get_by_role("button", name="Thử lại").click()
    page.wait_for_selector(DONE)
    assert found(page)


def test_the_table_of_contents_is_what_the_page_offers(reader: Watched, site: str) -> None:
    """Every filter of the index has its values in plain Vietnamese words."""
    response = reader.page.request.get(site + "tim/muc-luc.json")
    labels = [each["label"] for each in json.loads(response.body())["filters"]]
    assert labels[:4] == ["Loại", "Lĩnh vực", "Tỉnh, thành phố", "Năm"]
