"""Lists hold every model once, count rightly, and can be walked from page to page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from markupsafe import Markup

from generator.core.axes import FIELD, PROVINCE, YEAR
from generator.core.catalogue import ModelItem
from generator.core.routes import Route, routes
from generator.pages.knowledge import Knowledge
from generator.pages.list_pages import browse_view, home_view, term_view, terms_view
from generator.pages.list_views import ListView, PageLink, TermRow
from generator.pages.views import Figure, Link
from tests.unit.pages.pages_world import know, model, plan

SIZE = 3


def several(count: int) -> tuple[ModelItem, ...]:
    """Models in A–Z order of their names."""
    return tuple(model(f"m{index:02}", linh_vuc="kinh-te") for index in range(count))


def rows(knowledge: Knowledge) -> Mapping[str, Markup]:
    """A stand-in for each model's row."""
    return {slug: Markup("<p>{}</p>").format(slug) for slug in knowledge.catalogue.models}


def browse(count: int, page: int = 1) -> ListView:
    """A page of the list of so many models."""
    knowledge = know(*several(count))
    route = Route("mo-hinh/", "browse", "", page)
    return browse_view(route, knowledge, rows(knowledge), SIZE)


@pytest.mark.parametrize(
    ("count", "page", "held", "shown"),
    [(0, 1, 0, ""), (3, 1, 3, ""), (4, 1, 3, "1–3"), (4, 2, 1, "4–4"), (7, 2, 3, "4–6")],
)
def test_a_page_of_a_list_says_what_it_holds(count: int, page: int, held: int, shown: str) -> None:
    """The count is of the whole list; a long list says which of them are on the page."""
    found = browse(count, page)

    assert (found.count, len(found.cards), found.shown) == (count, held, shown)


def test_a_short_list_has_no_pager() -> None:
    """A list that fits on one page needs no way through it."""
    assert browse(3).pager is None
    assert browse(0).pager is None


def test_the_pager_leads_everywhere_without_growing() -> None:
    """First, last and the pages around are linked, gaps are marked, and ends have one neighbour."""
    first, middle, last = (browse(60, page).pager for page in (1, 10, 20))
    assert first is not None
    assert middle is not None
    assert last is not None

    assert (first.previous, first.next) == ("", "mo-hinh/trang/2/")
    assert (middle.previous, middle.next) == ("mo-hinh/trang/9/", "mo-hinh/trang/11/")
    assert (last.previous, last.next) == ("mo-hinh/trang/19/", "")
    assert [each.number for each in first.pages] == [1, 2, 3, 0, 20]
    assert [each.number for each in middle.pages] == [1, 0, 8, 9, 10, 11, 12, 0, 20]
    assert middle.pages[4] == PageLink(10, "mo-hinh/trang/10/", True)
    assert middle.pages[0] == PageLink(1, "mo-hinh/", False)
    assert browse(9, 2).pager.previous == "mo-hinh/"  # type: ignore[union-attr]


def test_all_pages_together_hold_each_model_once() -> None:
    """Walking all pages of all lists meets each model exactly once on each of its lists."""
    items = (
        model("a", linh_vuc=["kinh-te", "do-thi-van-minh"], bat_dau=2020),
        *(model(f"b{n}", linh_vuc="kinh-te", dia_ban={"tinh": "Bình Thuận"}) for n in range(5)),
        model("c", linh_vuc="do-thi-van-minh", hinh_thuc="ca-nhan", co_so_dang="da-cong-bo"),
    )
    knowledge = know(*items)
    met: dict[str, list[str]] = {}
    for route in routes(knowledge.catalogue, SIZE):
        if route.kind == "term":
            view = term_view(route, knowledge, rows(knowledge), SIZE)
            met.setdefault(route.subject, []).extend(card.striptags() for card in view.cards)

    assert sorted(met["linh-vuc/kinh-te"]) == ["a", "b0", "b1", "b2", "b3", "b4"]
    assert sorted(met["linh-vuc/do-thi-van-minh"]) == ["a", "c"]
    assert sorted(met["dia-ban/lam-dong"]) == ["a", "b0", "b1", "b2", "b3", "b4", "c"]
    assert met["dia-ban/ha-noi"] == []
    assert met["nam/2020"] == ["a"]
    assert met["hinh-thuc/ca-nhan"] == ["c"]


def test_a_field_list_has_its_colour_and_its_sentence() -> None:
    """The list of a field carries the field's mark and says in a sentence what it is about."""
    knowledge = know(*several(1))
    view = term_view(
        Route("linh-vuc/kinh-te/", "term", "linh-vuc/kinh-te"), knowledge, rows(knowledge), SIZE
    )
    place = term_view(
        Route("dia-ban/lam-dong/", "term", "dia-ban/lam-dong"), knowledge, rows(knowledge), SIZE
    )

    assert (view.title, view.field_id) == ("Kinh tế", "kinh-te")
    assert view.intro == "Giúp nhau làm ăn."
    assert view.crumbs[-1] == Link("Lĩnh vực", "linh-vuc/")
    assert (place.title, place.field_id) == ("Mô hình, điển hình ở Lâm Đồng", "")
    assert place.intro == "Gồm cả Bình Thuận trước đây."


def test_a_facet_shows_its_fullest_terms_and_counts_the_rest() -> None:
    """Beside the list of all models an axis shows at most twelve terms that have models."""
    knowledge = know(
        *(model(f"m{n}", bat_dau=2000 + n) for n in range(15)), model("x", bat_dau=2003)
    )
    facets = browse_view(Route("mo-hinh/", "browse"), knowledge, rows(knowledge), SIZE).facets
    years = next(each for each in facets if each.url == "nam/")
    fields = next(each for each in facets if each.url == "linh-vuc/")

    assert (len(years.rows), years.more) == (12, 3)
    assert years.rows[0] == TermRow("2003", "Năm 2003", "nam/2003/", "", 2)
    assert [(row.id, row.count) for row in fields.rows] == [("kinh-te", 16)]
    whole = term_view(Route("nam/2003/", "term", "nam/2003"), knowledge, rows(knowledge), SIZE)
    assert (len(whole.facets[0].rows), whole.facets[0].more) == (15, 0)


def test_the_terms_of_an_axis_include_the_empty_ones() -> None:
    """All provinces of today are listed, in Vietnamese order, and how many have models is told."""
    catalogue = know(*several(2)).catalogue
    found = terms_view(Route("dia-ban/", "terms", PROVINCE.id), catalogue)

    assert [row.name for row in found.rows] == ["Hà Nội", "Lâm Đồng", "Thành phố Hồ Chí Minh"]
    assert [row.count for row in found.rows] == [0, 2, 0]
    assert found.rows[1].note == "gồm cả Bình Thuận trước đây"
    assert found.intro == "1 trong 3 mục đã có mô hình, điển hình trong kho."
    fields = terms_view(Route("linh-vuc/", "terms", FIELD.id), catalogue)
    assert fields.rows[0].note == "giúp nhau làm ăn"
    assert terms_view(Route("nam/", "terms", YEAR.id), catalogue).rows == ()


def test_the_front_page_counts_and_picks() -> None:
    """Its figures are counted; models ready to be copied and the newest ones are never the same."""
    ready = model(
        "san-sang",
        "## Cách làm\n\nx\n",
        ket_qua=[{"noi_dung": "hộ", "gia_tri": 5}],
        nhan_rong_den=[{"noi": "Xã B"}],
    )
    old, new = model("cu"), model("moi", dia_ban={"tinh": "Hà Nội"})
    days = {"content/models/cu.md": date(2026, 1, 1), "content/models/moi.md": date(2026, 2, 1)}
    days["content/models/san-sang.md"] = date(2026, 3, 1)
    found = home_view(know(ready, old, new, plan("k"), added=days))

    assert [each.slug for each in found.ready] == ["san-sang"]
    assert [each.slug for each in found.newest] == ["moi", "cu"]
    assert [(each.amount, each.label) for each in found.stats] == [
        ("3", "mô hình, điển hình có nguồn"),
        ("2", "tỉnh, thành phố"),
        ("1", "mô hình đã được nhân rộng"),
        ("1", "kế hoạch phong trào"),
    ]
    assert [row.name for row in found.provinces] == ["Hà Nội", "Lâm Đồng"]
    assert [row.count for row in found.fields] == [3, 0]
    assert [row.url for row in found.plans] == ["ke-hoach/k/"]


def test_an_empty_front_page_is_whole() -> None:
    """Without any entry the front page counts nothing and shows no card."""
    found = home_view(know())

    assert found.stats[0] == Figure("0", "mo-hinh/", "mô hình, điển hình có nguồn")
    assert (found.ready, found.newest, found.plans, found.provinces) == ((), (), (), ())
