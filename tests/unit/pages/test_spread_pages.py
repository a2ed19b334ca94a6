"""The pages of replication: what is ready, what it takes, and the forest, in pages."""

from __future__ import annotations

from generator.core.catalogue import ModelItem
from generator.core.routes import Route, routes
from generator.pages.spread_pages import forest_view, spread_view
from tests.unit.pages.pages_world import know, model

WAY = "## Cách làm\n\nLàm.\n"
FIGURE = [{"noi_dung": "hộ", "gia_tri": 62}]


def ready(slug: str, **keys: object) -> ModelItem:
    given = {"ket_qua": FIGURE, "nhan_rong_den": [{"noi": "Xã B"}], **keys}
    return model(slug, WAY, **given)


def test_the_list_tells_what_it_takes() -> None:
    """Cost, time and kind of place stand on the row where known; a single copy is named."""
    takes = {"kinh_phi": "thap", "so_tien": 5_000_000, "thoi_gian": "3 tháng"}
    takes["dia_ban_phu_hop"] = ["do-thi", "mien-nui"]
    known = know(ready("a", dieu_kien=takes), ready("b"), model("c"))
    found = spread_view(Route("nhan-rong/", "spread"), known, 24)
    first, second = found.rows
    assert [(fact.label, fact.values[0].text) for fact in first.takes] == [
        ("Kinh phí", "Thấp – 5.000.000 đồng"),
        ("Thời gian", "3 tháng"),
        ("Địa bàn phù hợp", "Đô thị, Miền núi"),
    ]
    assert (second.takes, second.copies, found.count) == ((), "Xã B", 2)


def test_filters_lead_to_the_search() -> None:
    """Each filter opens the search over what is ready, and says how many it will find."""
    known = know(
        ready("a", dieu_kien={"kinh_phi": "thap"}, linh_vuc=["kinh-te", "do-thi-van-minh"]),
        ready("b"),
    )
    found = spread_view(Route("nhan-rong/", "spread"), known, 24)
    told = {row.url: row.count for facet in found.facets for row in facet.rows}
    assert told == {
        "mo-hinh/?nhan_rong=san-sang&linh_vuc=kinh-te": 2,
        "mo-hinh/?nhan_rong=san-sang&linh_vuc=do-thi-van-minh": 1,
        "mo-hinh/?nhan_rong=san-sang&kinh_phi=thap": 1,
    }


def test_models_are_listed_by_the_time_they_take() -> None:
    """Each span of time that a source names has pages of its own; other words are in none."""
    told = {"a": "2 tháng", "b": "khoảng 1 năm", "c": "tùy nơi", "d": "10 ngày"}
    known = know(*(ready(slug, dieu_kien={"thoi_gian": time}) for slug, time in told.items()))
    pages = [each for each in routes(known.catalogue, 24) if each.subject == "den-3-thang"]
    (found,) = (spread_view(each, known, 24) for each in pages)
    (times,) = (each for each in found.facets if each.title == "Thời gian")

    assert [row.card.slug for row in found.rows] == ["a", "d"]
    assert (found.title, found.count, found.trees) == ("Nhân rộng: đến 3 tháng", 2, ())
    assert [(row.url, row.count) for row in times.rows] == [
        ("nhan-rong/thoi-gian/den-3-thang/", 2),
        ("nhan-rong/thoi-gian/den-1-nam/", 1),
    ]


def test_many_are_paged() -> None:
    """Lists and trees are cut into pages that the routes know; trees stand beside the first."""
    known = know(*(ready(f"m{n:02}") for n in range(30)))
    pages = [each for each in routes(known.catalogue, 24) if each.kind in ("spread", "forest")]
    lists = [spread_view(each, known, 24) for each in pages if each.kind == "spread"]
    trees = [forest_view(each, known) for each in pages if each.kind == "forest"]
    assert [len(each.rows) for each in lists] == [24, 6]
    assert [each.shown for each in lists] == ["1–24", "25–30"]
    assert [len(each.trees) for each in lists] == [3, 0]
    assert [len(each.trees) for each in trees] == [8, 8, 8, 6]
    assert len({tree.id for each in trees for tree in each.trees}) == 30


def test_a_tree_is_found_on_the_page_its_address_names() -> None:
    """The link of a tree leads to the page of the forest that shows it."""
    known = know(*(ready(f"m{n:02}") for n in range(30)))
    for route in (each for each in routes(known.catalogue, 24) if each.kind == "forest"):
        for tree in forest_view(route, known).trees:
            assert tree.whole.url == f"{route.url}#{tree.id}"


def test_an_empty_collection_has_its_pages() -> None:
    """Without any copy the pages stand, and say so."""
    known = know(model("a"))
    found = spread_view(Route("nhan-rong/", "spread"), known, 24)
    assert (found.count, found.rows, found.facets, found.trees) == (0, (), (), ())
    assert forest_view(Route("nhan-rong/cay/", "forest"), known).trees == ()
