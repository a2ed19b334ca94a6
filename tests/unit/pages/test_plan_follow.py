"""Where a plan stands is said in words, as of the day of the build, and only as far as known."""

from __future__ import annotations

from typing import Any

import pytest

from generator.core.catalogue import ModelItem
from generator.pages.follow_views import FollowView, UnitRow, YearRow
from generator.pages.plan_follow import follow_view
from generator.pages.views import Link
from tests.unit.pages.pages_world import know, model, plan

REGISTER = {"viec": "Đăng ký mô hình trong năm", "han": "--03-31", "gui": "Ban Dân vận"}
TARGET = {"noi_dung": "Mô hình mới", "toi_thieu": 1, "ky": "nam"}


def view(*models: ModelItem, **keys: Any) -> FollowView:
    """Where the plan "a" stands, as of 20/11/2026."""
    item = plan("a", **keys)
    return follow_view(item, know(item, *models))


def registered(slug: str, unit: str, *years: int, **keys: Any) -> ModelItem:
    """A model that a unit registered with the plan in these years."""
    rows = [{"nam": year, "ke_hoach": "a"} for year in years]
    return model(slug, don_vi=unit, dang_ky=rows, **keys)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"moc": [{"viec": "Báo cáo", "han": "--11-30"}]},
            "hạn kế tiếp là 30/11/2026 (còn 10 ngày): Báo cáo.",
        ),
        (
            {"moc": [{"viec": "Báo cáo", "han": "2026-11-20"}]},
            "hạn kế tiếp là 20/11/2026 (hôm nay): Báo cáo.",
        ),
        (
            {"nhiem_vu": [{"noi_dung": "Kiểm tra.", "den": "2027"}]},
            "hạn kế tiếp là trong năm 2027, hết ngày 31/12/2027 (còn 406 ngày): Kiểm tra.",
        ),
        (
            {"giai_doan": {"tu": 2024, "den": 2025}, "moc": [REGISTER]},
            "kế hoạch đã hết thời hạn từ cuối năm 2025; cả 2 mốc đều đã qua.",
        ),
        (
            {"moc": [{"viec": "Phát động", "han": "2025-05-01"}]},
            "kế hoạch còn thời hạn (đến hết năm 2027), không còn mốc nào phía trước.",
        ),
        (
            {"giai_doan": {"tu": 2025}},
            "kế hoạch còn thời hạn (văn bản không nêu năm cuối),"
            " văn bản không nêu mốc thời gian nào.",
        ),
    ],
)
def test_one_line_tells_how_the_plan_stands_now(keys: dict[str, Any], said: str) -> None:
    """The next deadline, or that there is none, with the day it was told."""
    assert view(**keys).now == f"Tính đến ngày 20/11/2026: {said}"


def test_a_replaced_plan_says_so() -> None:
    """A plan that another replaced has no deadline left."""
    old = plan("a", moc=[REGISTER])
    found = follow_view(old, know(old, plan("b", ngay="2026-01-05", thay_the="a")))

    assert "đã được thay bằng kế hoạch khác" in found.now
    assert [step.iso for step in found.steps] == ["2025-03-31"]


def test_every_step_says_in_words_how_it_stands() -> None:
    """Date, note and state are words; the tone of the badge only repeats them."""
    found = view(registered("x", "A", 2025), moc=[REGISTER], chi_tieu=[TARGET])

    assert [(step.date, step.state, step.tone) for step in found.steps] == [
        ("31/3/2025", "Đã qua", "plain"),
        ("31/3/2026", "Quá hạn: 1 đơn vị trong kho chưa đủ chỉ tiêu", "warn"),
        ("31/3/2027", "Kế tiếp", "gold"),
    ]
    assert found.steps[0].note == "hằng năm, 2025–2027"
    assert found.steps[0].to == (Link("Ban Dân vận", "co-quan/ban-dan-van-lam-dong/"),)
    assert found.tone == "warn"
    assert found.now.endswith("1 mốc đã quá hạn theo số liệu trong kho.")


@pytest.mark.parametrize(
    ("milestone", "note"),
    [
        ({"viec": "A", "han": "2027-05"}, ""),
        ({"viec": "A", "han": "--12-15", "tu_nam": 2026, "den_nam": 2026}, "năm 2026"),
    ],
)
def test_a_rule_is_told_with_each_step(milestone: dict[str, Any], note: str) -> None:
    """A deadline that stands once needs no years; one of a single year names it."""
    assert view(moc=[milestone]).steps[0].note == note


def test_an_open_rule_names_its_first_year() -> None:
    """Without a last year the rule tells from when it holds."""
    found = view(giai_doan={"tu": 2025}, moc=[{"viec": "A", "han": "--12-15"}])

    assert found.steps[0].note == "hằng năm, từ 2025"


def test_the_end_of_tasks_leads_to_them() -> None:
    """A step of tasks names and links each of them on the page."""
    tasks = [{"noi_dung": "Một", "den": "2027"}, {"noi_dung": "Hai", "den": "2027"}]
    (step,) = view(nhiem_vu=tasks).steps

    assert (step.date, step.what) == ("Trong năm 2027", "Hạn của 2 nhiệm vụ trong kế hoạch")
    assert step.tasks == (
        Link("nhiệm vụ 1", "#nhiem-vu-1"),
        Link("nhiệm vụ 2", "#nhiem-vu-2"),
    )


def test_a_long_past_is_folded_away() -> None:
    """Of many days that went by the last four stay in sight."""
    found = view(giai_doan={"tu": 2015}, moc=[{"viec": "A", "han": "--12-15"}])

    assert [step.iso[:4] for step in found.earlier] == [str(y) for y in range(2015, 2022)]
    assert [step.iso[:4] for step in found.steps] == [str(y) for y in range(2022, 2028)]


def test_targets_are_held_against_registrations() -> None:
    """Years, units and how many units have enough, those that have too few first."""
    once = [{"cap": "tinh", "hinh_thuc": "biểu dương", "nam": 2026}]
    found = view(
        registered("x", "A", 2025, 2026, cong_nhan=once),
        registered("y", "Hội Nông dân xã", 2025, dia_ban={"tinh": "Lâm Đồng", "xa": "xã Hòa"}),
        moc=[REGISTER],
        chi_tieu=[TARGET],
    )
    (target,) = found.targets

    assert found.years == (YearRow("2025", 2, 0), YearRow("2026", 1, 1))
    assert (target.done, target.known, target.more) == (1, 2, 0)
    assert target.asked == "ít nhất 1, hằng năm"
    assert target.told == "1 trong 2 đơn vị đã đăng ký có đủ số tối thiểu đến nay"
    assert target.rows == (
        UnitRow(
            Link("Hội Nông dân xã", "co-quan/hoi-nong-dan-xa-hoa-lam-dong/", "Xã Hòa"),
            (1, 0),
            "Thiếu: 2026",
        ),
        UnitRow(Link("A", "", "Lâm Đồng"), (1, 1), "Đủ"),
    )


def test_many_missing_years_are_counted_not_named() -> None:
    """Of a unit that lacks more than three years only their number is told."""
    once = registered("x", "A", 2026)
    (target,) = view(once, chi_tieu=[TARGET], giai_doan={"tu": 2020, "den": 2027}).targets

    assert target.rows[0].note == "Thiếu 6 năm"


def test_without_registrations_nothing_is_claimed() -> None:
    """A plan that no known model was registered with says so, and shows no empty table."""
    found = view(model("x", ke_hoach=["a"]), chi_tieu=[TARGET])

    assert (found.is_registered, found.years) == (False, ())
    assert found.targets[0].known == 0


def test_many_units_are_cut_short() -> None:
    """Two hundred units are listed, those below the target first; the rest is counted."""
    units = [registered(f"m{n}", f"Xã {n}", 2025) for n in range(203)]
    (target,) = view(*units, chi_tieu=[TARGET], moc=[REGISTER]).targets

    assert (len(target.rows), target.more, target.known) == (200, 3, 203)


def test_models_are_counted_by_main_field() -> None:
    """The fullest field first, each with its models."""
    models = [model(f"m{n}", ke_hoach=["a"], linh_vuc="do-thi-van-minh") for n in range(2)]
    found = view(*models, model("z", ke_hoach=["a"], linh_vuc=["kinh-te", "do-thi-van-minh"]))

    assert [(f.id, f.count, f.most) for f in found.fields] == [
        ("do-thi-van-minh", 2, 2),
        ("kinh-te", 1, 2),
    ]
    assert found.fields[1].models == (Link("Mô hình z", "mo-hinh/z/"),)


def test_a_field_with_too_many_models_leads_to_the_search_for_the_others() -> None:
    """A hundred models of a field are listed; the number of the plan finds the others."""
    models = [model(f"m{n}", ke_hoach=["a"]) for n in range(102)]
    (numbered,) = view(*models, so_ky_hieu="31-KH/TU").fields
    (nameless,) = view(*models).fields

    assert (numbered.count, len(numbered.models)) == (102, 100)
    found = "mo-hinh/?q=%2231-KH%2FTU%22&loai=mo-hinh&linh_vuc=kinh-te"
    assert numbered.rest == Link("2 mô hình khác", found)
    assert nameless.rest == Link("2 mô hình khác", "")


@pytest.mark.parametrize(
    ("to", "pieces"),
    [
        ("Ban Dân vận", (Link("Ban Dân vận", "co-quan/ban-dan-van-lam-dong/"),)),
        (
            "Ban Dân vận (qua Văn phòng)",
            (
                Link("Ban Dân vận", "co-quan/ban-dan-van-lam-dong/"),
                Link(" (qua ", ""),
                Link("Văn phòng", "co-quan/van-phong-lam-dong/"),
                Link(")", ""),
            ),
        ),
        ("Các cơ quan, đơn vị", (Link("Các cơ quan, đơn vị", ""),)),
    ],
)
def test_whom_a_deadline_names_leads_to_its_page(to: str, pieces: tuple[Link, ...]) -> None:
    """Each body a deadline is sent to is a link within the plan's own words; groups are words."""
    (step,) = view(moc=[{"viec": "Báo cáo", "han": "2026-12", "gui": to}]).steps

    assert step.to == pieces


def test_the_file_is_offered_only_with_something_in_it() -> None:
    """A plan without a day has no file for calendar programs."""
    assert view().file == ""
    assert view(moc=[REGISTER]).file == "ke-hoach/a/lich.ics"
