"""The days of a plan are unrolled within its years, and told from a given day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.core.dates import PartialDate
from generator.core.deadlines import coming, ended_by, rules, steps
from generator.core.entries import Plan
from tests.unit.pages.pages_world import plan

TODAY = date(2026, 11, 20)


def a_plan(**keys: Any) -> Plan:
    """A plan with these keys."""
    return plan("a", **keys).entry


def told(found: Plan, today: date = TODAY, ended: date | None = None) -> list[str]:
    """Each step as its date and state."""
    return [f"{step.due.iso} {step.state}" for step in steps(found, today, ended)]


YEARLY = [{"viec": "Gửi", "han": "--11-30"}]


def test_a_yearly_deadline_is_unrolled_over_the_years_of_its_plan() -> None:
    """Each year of the period has its day; the first still to come is the next."""
    found = a_plan(giai_doan={"tu": 2025, "den": 2027}, moc=YEARLY)

    assert told(found) == ["2025-11-30 past", "2026-11-30 next", "2027-11-30 upcoming"]


def test_a_deadline_may_have_years_of_its_own() -> None:
    """Years written with the deadline count before those of the plan."""
    own = [{**YEARLY[0], "tu_nam": 2026, "den_nam": 2026}]

    assert told(a_plan(giai_doan={"tu": 2025, "den": 2027}, moc=own)) == ["2026-11-30 next"]


def test_an_open_period_goes_on_until_next_year() -> None:
    """A plan without a last year is looked ahead to until the end of next year, and says so."""
    found = a_plan(giai_doan={"tu": 2025}, moc=YEARLY)
    (rule,) = rules(found, TODAY)

    assert told(found) == ["2025-11-30 past", "2026-11-30 next", "2027-11-30 upcoming"]
    assert (rule.is_open, rule.last) == (True, 2027)
    assert told(a_plan(giai_doan={"tu": 2030}, moc=YEARLY)) == ["2030-11-30 next"]


@pytest.mark.parametrize(
    ("due", "today", "state"),
    [
        ("2026-11-20", TODAY, "next"),
        ("2026-11-19", TODAY, "past"),
        ("2026-11", TODAY, "next"),
        ("2026-11", date(2026, 12, 1), "past"),
        ("2026", date(2026, 12, 31), "next"),
        ("2026", date(2027, 1, 1), "past"),
    ],
)
def test_a_deadline_has_gone_by_after_its_last_day(due: str, today: date, state: str) -> None:
    """A month or a year that the text names is over when its last day is over."""
    assert told(a_plan(moc=[{"viec": "A", "han": due}]), today) == [f"{due} {state}"]


def test_all_that_falls_due_next_is_next() -> None:
    """Deadlines of one day are next together; a later one is upcoming."""
    found = a_plan(
        moc=[
            {"viec": "A", "han": "2027-03-31"},
            {"viec": "B", "han": "2027-03-31"},
            {"viec": "C", "han": "2027-04"},
        ]
    )

    assert told(found) == ["2027-03-31 next", "2027-03-31 next", "2027-04 upcoming"]
    assert len(coming(steps(found, TODAY))) == 3


def test_tasks_that_end_together_are_one_step() -> None:
    """The end of a task is a deadline; several with one end are told together by number."""
    tasks = [
        {"noi_dung": "Một", "den": "2027"},
        {"noi_dung": "Hai"},
        {"noi_dung": "Ba", "den": "2027"},
        {"noi_dung": "Bốn", "den": "2026-06"},
    ]
    first, last = steps(a_plan(nhiem_vu=tasks), TODAY)

    assert (first.rule.what, first.rule.tasks, first.state) == ("Bốn", (4,), "past")
    assert last.rule.what == "Hạn của 2 nhiệm vụ trong kế hoạch"
    assert (last.due, last.rule.tasks) == (PartialDate(2027), (1, 3))


def test_a_replaced_plan_asks_for_nothing_more() -> None:
    """From the day of the plan that replaced it, nothing falls due; what went before stays."""
    found = a_plan(giai_doan={"tu": 2025}, moc=YEARLY)

    assert told(found, ended=date(2026, 5, 1)) == ["2025-11-30 past"]
    assert ended_by(a_plan(ngay="2026-05-01")) == date(2026, 5, 1)
    assert ended_by(a_plan(giai_doan={"tu": 2026})) == date(2026, 1, 1)
    assert ended_by(None) is None
