"""The days of all plans and of the movement stand in one order of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.core.agenda import agenda, plan_rules, plan_steps
from generator.core.catalogue import ModelItem, PlanItem
from generator.core.dates import YearlyDate
from generator.core.links import links
from generator.core.taxonomy import MovementDay
from tests.unit.pages.pages_world import know, model, plan

TODAY = date(2026, 11, 20)
OWN = MovementDay(YearlyDate(10, 15), "Ngày truyền thống", (("Công văn", "Bộ Chính trị", ""),))


def told(*items: PlanItem | ModelItem) -> list[str]:
    """Each day of this year and the next: its date, its state and what it is."""
    catalogue = know(*items).catalogue
    catalogue = replace(catalogue, vocabulary=replace(catalogue.vocabulary, days=(OWN,)))
    joined = links(catalogue)
    known = {slug: plan_steps(item, joined, TODAY) for slug, item in catalogue.plans.items()}
    days = agenda(catalogue, known, TODAY)
    return [f"{day.due.iso} {day.step.state} {day.step.rule.what}" for day in days]


def test_days_of_plans_and_of_the_movement_are_one_list() -> None:
    """This year and the next, in order; on one day the movement's own stands first."""
    plans = [
        plan("a", moc=[{"viec": "A", "han": "--10-15"}], giai_doan={"tu": 2020, "den": 2026}),
        plan("b", moc=[{"viec": "B", "han": "--11-30"}], giai_doan={"tu": 2025}),
    ]

    assert told(*plans) == [
        "2026-10-15 past Ngày truyền thống",
        "2026-10-15 past A",
        "2026-11-30 next B",
        "2027-10-15 upcoming Ngày truyền thống",
        "2027-11-30 upcoming B",
    ]


def test_without_plans_the_movement_has_its_days() -> None:
    """An empty collection still has the movement's own days."""
    assert told() == [
        "2026-10-15 past Ngày truyền thống",
        "2027-10-15 upcoming Ngày truyền thống",
    ]


def test_the_successor_ends_the_days_of_a_plan() -> None:
    """Of a replaced plan only what went before its successor is left, in lists and as a rule."""
    old = plan("a", moc=[{"viec": "A", "han": "--03-31"}], giai_doan={"tu": 2024})
    known = know(old, plan("b", ngay="2026-01-02", thay_the="a"))
    days = plan_steps(old, known.links, TODAY)
    (rule,) = plan_rules(old, days, TODAY)

    assert [step.due.iso for step in days] == ["2024-03-31", "2025-03-31"]
    assert (rule.first, rule.last, rule.is_open) == (2024, 2025, False)


def test_what_is_overdue_is_known_in_the_calendar_too() -> None:
    """The calendar and the plan's page agree on what is overdue."""
    item = plan(
        "a",
        giai_doan={"tu": 2026, "den": 2026},
        chi_tieu=[{"noi_dung": "Mô hình", "toi_thieu": 2, "ky": "nam"}],
        moc=[{"viec": "Đăng ký mô hình", "han": "2026-03-31"}],
    )
    answer = model("x", dang_ky=[{"nam": 2026, "ke_hoach": "a"}])

    assert "2026-03-31 overdue Đăng ký mô hình" in told(item, answer)
