"""The page of numbers: each count with its list, and what places say of themselves."""

from __future__ import annotations

from typing import Any

import pytest

from generator.core.dates import PartialDate
from generator.core.entries import Citation, Location
from generator.core.field_types import Amount
from generator.core.reported_figures import Count, Report
from generator.pages.numbers_page import numbers_view
from generator.pages.numbers_views import ChartSection, NumbersView
from generator.pages.reported_figures import period_told, report_groups
from tests.unit.pages.pages_world import know, model

AWARD = {"cap": "tinh", "hinh_thuc": "Bằng khen", "nam": 2025}


def view_of(*items: Any, **more: Any) -> NumbersView:
    return numbers_view(know(*items, **more))


def chart(view: NumbersView, id_: str) -> ChartSection:
    return next(each for column in view.charts for each in column if each.id == id_)


def numbers(section: ChartSection) -> dict[str, list[tuple[str, str]]]:
    """The cells of a section's table, by the head of their row."""
    return {
        row.head.text: [(cell.amount, cell.url) for cell in row.cells] for row in section.table.rows
    }


def test_every_number_of_a_list_leads_to_it() -> None:
    """Fields, forms and levels link to their own pages, and zeros to nothing."""
    view = view_of(model("a"), model("b", cong_nhan=[AWARD]))

    assert numbers(chart(view, "theo-linh-vuc")) == {
        "Kinh tế": [("2", "linh-vuc/kinh-te/")],
        "Đô thị văn minh": [("0", "")],
    }
    assert numbers(chart(view, "theo-cong-nhan"))["Cấp tỉnh"] == [("1", "cong-nhan/tinh/")]
    assert [total.amount for total in view.totals] == ["2", "1", "1", "0"]


def test_years_without_a_page_link_to_the_search() -> None:
    """A year leads to its page; what no year tells leads to the filter that finds it."""
    view = view_of(model("a", bat_dau=2025), model("b"))
    section = chart(view, "theo-nam")

    assert numbers(section) == {
        "2025": [("1", "nam/2025/")],
        "Không ghi năm": [("1", "mo-hinh/?loai=mo-hinh&nam=khong-ghi")],
    }
    assert [bar.label for bar in section.chart.bars] == ["2025"]
    assert "1 mục không ghi năm nào" in section.intro


def test_only_the_fullest_provinces_are_drawn() -> None:
    """The chart leaves out provinces without entries; the table holds them all."""
    view = view_of(model("a"), model("b", dia_ban={"tinh": "Bình Thuận"}))
    section = chart(view, "theo-tinh")

    assert [(bar.label, bar.amount) for bar in section.chart.bars] == [("Lâm Đồng", "2")]
    assert len(section.table.rows) == 3


def test_the_way_to_an_award_is_told_in_all_and_by_year() -> None:
    """Each stage of each year links to the models that reached it then."""
    registered = {"dang_ky": [{"nam": 2024}], "trang_thai": "dang-thuc-hien"}
    view = view_of(model("a", **registered), model("b", cong_nhan=[AWARD]))
    rows = numbers(view.funnel)
    search = "mo-hinh/?loai=mo-hinh&"

    assert [amount for amount, _ in rows["Tất cả"]] == ["1", "1", "1", "1"]
    assert rows["2024"][0] == ("1", f"{search}dang_ky=2024")
    assert rows["2024"][1] == ("1", f"{search}trang_thai=dang-thuc-hien&nam=2024")
    assert rows["2025"][2:] == [("1", f"{search}ghi_nhan=2025"), ("1", f"{search}khen_thuong=2025")]
    assert len(view.stages) == 4


def test_empty_crossings_are_shown_and_named() -> None:
    """The tables cross every field with every year and province, and say what is empty."""
    view = view_of(model("a", bat_dau=2025), model("b", bat_dau=2023))
    years, provinces = view.heats
    tones = [[cell.tone for cell in row.cells] for row in years.table.rows]

    assert [row.head.text for row in years.table.rows] == ["2025", "2024", "2023"]
    assert tones[1] == ["f-kinh-te heat-0", "f-do-thi-van-minh heat-0"]
    assert tones[0][0] == "f-kinh-te heat-4"
    assert years.empty == "4 trong 6 ô có năm còn trống."
    assert years.table.rows[1].head.url == ""
    assert provinces.empty == "2 nơi kho chưa có mục nào: Hà Nội, Thành phố Hồ Chí Minh."


def test_a_collection_without_entries_has_a_page() -> None:
    """Nothing divides by nothing, and what is missing is left out."""
    view = view_of()

    assert (view.copied, view.groups, view.totals[0].amount) == ((), (), "0")
    assert view.heats[0].empty == ""


def test_the_most_copied_come_first_and_few() -> None:
    """Ten models at most, by the places that copied them."""
    places = [{"noi": f"xã {number}"} for number in range(3)]
    items = [model(f"m{n:02}", nhan_rong_den=places[:1]) for n in range(12)]
    view = view_of(*items, model("z", nhan_rong_den=places))

    assert len(view.copied) == 10
    assert (view.copied[0].model.url, view.copied[0].copies) == ("mo-hinh/z/", "3")
    assert view.copied[0].url == "mo-hinh/z/#nhan-rong"


def report(province: str, year: int, **more: Any) -> Report:
    """A report of one count from a place."""
    count = Count.model_construct(what="mô hình", amount=Amount("12"), is_part=False)
    part = Count.model_construct(what="tập thể", amount=Amount("7"), is_part=True)
    source = Citation.model_construct(
        title="Bài", publisher="Báo", published=None, url=None, title_is_restored=False
    )
    place = Location.model_construct(
        province=province, district=None, commune=None, hamlet=None, year=year
    )
    held = {"place": place, "body": None, "first": PartialDate(year), "last": PartialDate(year)}
    return Report.model_construct(**{**held, "counts": (count, part), "sources": (source,), **more})


def test_reports_stand_under_the_province_of_today() -> None:
    """A former province's counts stand with the new one's, which the report names."""
    told = (report("Bình Thuận", 2023), report("Lâm Đồng", 2020), report("Hà Nội", 2019))
    hanoi, lamdong = report_groups(know(reports=told))

    assert [group.province.text for group in (hanoi, lamdong)] == [
        "Thành phố Hà Nội",
        "Tỉnh Lâm Đồng",
    ]
    assert [(each.place, each.note) for each in lamdong.reports] == [
        ("Bình Thuận", "theo tên gọi năm 2023; nay thuộc tỉnh Lâm Đồng"),
        ("Lâm Đồng", ""),
    ]
    assert [count.what for count in hanoi.reports[0].counts] == ["mô hình", "trong đó: tập thể"]


def test_a_body_is_named_before_its_place() -> None:
    """A count of one body carries the body's name, and the place as a note."""
    (group,) = report_groups(know(reports=(report("Hà Nội", 2024, body="đảng ủy sở"),)))

    assert (group.reports[0].place, group.reports[0].note) == ("Đảng ủy sở", "Hà Nội")


def test_many_reports_of_a_province_are_folded() -> None:
    """Four are shown, the others on demand."""
    (group,) = report_groups(know(reports=tuple(report("Hà Nội", 2020 - n) for n in range(6))))

    assert (len(group.reports), len(group.more)) == (4, 2)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2021", "2021", "Năm 2021"),
        ("2024", "2024-11-30", "Năm 2024, tính đến 30/11/2024"),
        ("2015", "2020", "2015–2020"),
        ("2009", None, "Từ 2009, nguồn không ghi đến khi nào"),
        (None, "2022-10", "Tính đến 10/2022"),
        (None, None, "Nguồn không ghi thời gian"),
        ("2023-05-01", "2024-04-30", "Từ 01/5/2023 đến 30/4/2024"),
    ],
)
def test_a_period_claims_no_more_than_its_source(
    first: str | None, last: str | None, told: str
) -> None:
    """What a source leaves open is said to be open."""
    dates = [PartialDate.parse(each) if each else None for each in (first, last)]
    assert period_told(*dates) == told
