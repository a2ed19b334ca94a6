"""Targets are held against registrations; only what numbers prove is short or overdue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.core.catalogue import ModelItem, PlanItem
from generator.core.deadlines import Step, steps
from generator.core.targets import (
    Progress,
    asks_registration,
    counts_models,
    progress,
    with_overdue,
)
from tests.unit.pages.pages_world import model, plan

TODAY = date(2026, 11, 20)
TARGET = {"noi_dung": "Mô hình mới", "toi_thieu": 1, "ky": "nam"}
REGISTER = {"viec": "Đăng ký mô hình trong năm", "han": "--03-31"}


def a_plan(**keys: Any) -> PlanItem:
    """A plan of 2024 to 2027 with a yearly target and a day for registering."""
    known = {"giai_doan": {"tu": 2024, "den": 2027}, "chi_tieu": [TARGET], "moc": [REGISTER]}
    return plan("a", **{**known, **keys})


def registered(slug: str, unit: str, *years: int, **keys: Any) -> ModelItem:
    """A model that a unit registered with the plan in these years."""
    rows = [{"nam": year, "ke_hoach": "a"} for year in years]
    return model(slug, don_vi=unit, dang_ky=rows, **keys)


def follow(item: PlanItem, *models: ModelItem, today: date = TODAY) -> Progress:
    """What is known of the plan."""
    return progress(item, models, steps(item.entry, today), today)


def states(item: PlanItem, *models: ModelItem, today: date = TODAY) -> list[str]:
    """Each step with its state once the numbers have been looked at."""
    found = steps(item.entry, today)
    judged = with_overdue(found, progress(item, models, found, today), item.entry.targets)
    return [f"{step.due.iso} {step.state} {step.short}" for step in judged]


def test_models_are_counted_by_year() -> None:
    """Registrations and recognised models of each year until today, none of other plans."""
    once = {"cap": "tinh", "hinh_thuc": "biểu dương", "nam": 2025}
    found = follow(
        a_plan(),
        registered("x", "A", 2024, 2025, cong_nhan=[once, {**once, "hinh_thuc": "bằng khen"}]),
        model("y", don_vi="B", dang_ky=[{"nam": 2025, "ke_hoach": "khac"}], ke_hoach=["a"]),
    )

    assert [(y.year, y.registered, y.recognised) for y in found.years] == [
        (2024, 1, 0),
        (2025, 1, 1),
        (2026, 0, 0),
    ]


def test_a_registration_outside_the_years_tells_nothing_of_its_unit() -> None:
    """Who registered only before the plan began, or for a year to come, is not said to lack any."""
    found = follow(a_plan(), registered("x", "A", 2022), registered("y", "B", 2027, 2025))

    assert [(unit.name, unit.counts) for unit in found.units] == [("B", (0, 1, 0))]


def test_a_registration_may_leave_out_the_only_plan() -> None:
    """Where a model answers one plan alone, its registrations within the years are with it."""
    rows = [{"nam": 2023}, {"nam": 2025}]
    alone = model("x", don_vi="A", dang_ky=rows, ke_hoach=["a"])
    torn = model("y", don_vi="B", dang_ky=rows, ke_hoach=["a", "b"])

    assert [unit.name for unit in follow(a_plan(), alone, torn).units] == ["A"]
    assert follow(a_plan(), alone).units[0].counts == (0, 1, 0)


def test_a_unit_is_the_same_however_it_is_spelt() -> None:
    """Spellings of one name in one place are one unit; the same name elsewhere is another."""
    found = follow(
        a_plan(),
        registered("x", "Hội Nông dân xã Hoà An", 2024),
        registered("y", "hội nông dân xã Hòa An", 2025),
        registered("z", "Hội Nông dân xã Hoà An", 2025, dia_ban={"tinh": "Hà Nội"}),
    )

    assert [(unit.place, unit.counts) for unit in found.units] == [
        ("Hà Nội", (0, 1, 0)),
        ("Lâm Đồng", (1, 1, 0)),
    ]


def test_a_unit_below_its_yearly_target_is_told_by_year() -> None:
    """Years that are over count, and this one once its registering day has passed."""
    item = a_plan()
    found = follow(item, registered("x", "A", 2024))
    early = follow(item, registered("x", "A", 2024), today=date(2026, 3, 31))
    (target,) = item.entry.targets

    assert found.short(found.units[0], target) == (2025, 2026)
    assert early.short(early.units[0], target) == (2025,)


def test_a_target_for_the_whole_period_is_judged_at_its_end() -> None:
    """Until the last year is over no unit is short; then the sum counts."""
    target = {"noi_dung": "Mô hình", "toi_thieu": 2}
    item = a_plan(chi_tieu=[target], giai_doan={"tu": 2024, "den": 2025})
    found = follow(item, registered("x", "A", 2024), registered("y", "B", 2024, 2025))
    during = follow(item, registered("x", "A", 2024), today=date(2025, 12, 31))
    (asked,) = item.entry.targets

    assert [found.short(unit, asked) for unit in found.units] == [(2024, 2025), ()]
    assert during.short(during.units[0], asked) == ()


def test_a_passed_registering_day_is_overdue_only_where_numbers_prove_it() -> None:
    """A year in which a known unit has too few is overdue; one in which all have enough is past."""
    item = a_plan()
    found = states(item, registered("x", "A", 2024, 2026), registered("y", "B", 2024))

    assert found == [
        "2024-03-31 past 0",
        "2025-03-31 overdue 2",
        "2026-03-31 overdue 1",
        "2027-03-31 next 0",
    ]


def test_nothing_is_overdue_without_registrations() -> None:
    """A collection without registrations proves nothing: days that went by are past, no more."""
    answering = model("x", ke_hoach=["a"])

    assert {text.split()[1] for text in states(a_plan(), answering)} == {"past", "next"}


def test_only_a_registering_day_can_be_overdue() -> None:
    """Other deadlines have no number to hold them against."""
    item = a_plan(moc=[{"viec": "Báo cáo kết quả", "han": "--03-31"}])
    by_task = a_plan(moc=[], nhiem_vu=[{"noi_dung": "Đăng ký mô hình", "den": "2025"}])

    assert {text.split()[1] for text in states(item, registered("x", "A", 2024))} == {
        "past",
        "next",
    }
    assert states(by_task, registered("x", "A", 2024)) == ["2025 past 0"]


def test_the_last_registering_day_stands_for_a_whole_period() -> None:
    """A target for all years makes only the last registering day overdue."""
    item = a_plan(
        chi_tieu=[{"noi_dung": "Mô hình", "toi_thieu": 3}], giai_doan={"tu": 2024, "den": 2025}
    )

    assert states(item, registered("x", "A", 2024)) == [
        "2024-03-31 past 0",
        "2025-03-31 overdue 1",
    ]


@pytest.mark.parametrize(
    ("target", "counted"),
    [
        ({"noi_dung": "Mô hình “Dân vận khéo” mới", "toi_thieu": 1}, True),
        ({"noi_dung": "điển hình được xây dựng", "toi_thieu": 1}, True),
        ({"noi_dung": "Mô hình mới", "toi_da": 2}, False),
        ({"noi_dung": "Bài viết về mô hình", "toi_thieu": 2}, False),
    ],
)
def test_a_target_counts_models_when_it_begins_with_them(
    target: dict[str, Any], counted: bool
) -> None:
    """What is counted stands first; without a least number there is nothing to fall short of."""
    (found,) = plan("a", chi_tieu=[target]).entry.targets

    assert counts_models(found) is counted


def test_registering_is_read_from_the_milestone() -> None:
    """A milestone asks for registration when it names both registering and models."""

    def first(what: str) -> Step:
        return steps(plan("a", moc=[{"viec": what, "han": "2025"}]).entry, TODAY)[0]

    assert asks_registration(first("Các xã đăng ký điển hình"))
    assert not asks_registration(first("Đăng ký dự hội thi"))
    assert not asks_registration(first("Xét công nhận mô hình"))
