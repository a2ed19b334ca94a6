"""The calendar shows what comes month by month, what has gone by this year, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.core.catalogue import PlanItem
from generator.core.dates import YearlyDate
from generator.core.taxonomy import MovementDay
from generator.pages.calendar_page import calendar_view, next_days
from generator.pages.knowledge import Knowledge
from generator.pages.views import Link
from tests.unit.pages.pages_world import know, plan

OWN = MovementDay(
    YearlyDate(10, 15), "Ngày truyền thống", (("Công văn", "Bộ Chính trị", "https://a.example/"),)
)


def known(*plans: PlanItem, own: bool = False) -> Knowledge:
    """Knowledge of these plans as of 20/11/2026, with the movement's own day or without."""
    found = know(*plans)
    days = (OWN,) if own else ()
    vocabulary = replace(found.catalogue.vocabulary, days=days)
    return replace(found, catalogue=replace(found.catalogue, vocabulary=vocabulary))


def dated(slug: str, *dues: str, **keys: Any) -> PlanItem:
    """A plan of 2025 to 2027 with these deadlines."""
    return plan(slug, moc=[{"viec": f"Hạn {slug}", "han": due} for due in dues], **keys)


def test_the_next_twelve_months_are_shown() -> None:
    """From this month through the eleven that follow; later and earlier days stay out."""
    found = calendar_view(known(dated("a", "--11-30", "2027-10-31", "2027-11", "2026-11-19")))

    assert [(month.name, month.count) for month in found.months] == [
        ("Tháng 11 năm 2026", 1),
        ("Tháng 10 năm 2027", 1),
    ]
    assert [day.iso for month in found.months for day in month.days] == ["2026-11-30", "2027-10-31"]


def test_a_day_is_told_as_a_leaf_and_in_full() -> None:
    """A day, a month and a year that the text names are told as much as they are known."""
    found = calendar_view(known(dated("a", "2026-11-30", "2026-12", "2026")))
    days = [day for month in found.months for day in month.days]

    assert [(day.big, day.small, day.date) for day in days] == [
        ("30", "tháng 11", "30/11/2026"),
        ("2026", "trong năm", "trong năm 2026"),
        ("12", "trong tháng", "trong tháng 12/2026"),
    ]
    assert days[0].link == Link("Tỉnh ủy Lâm Đồng", "ke-hoach/a/")
    assert [day.state for day in days] == ["Kế tiếp", "", ""]


def test_what_has_gone_by_this_year_is_kept_apart() -> None:
    """The latest first; nothing of last year."""
    found = calendar_view(known(dated("a", "--03-31", "2026-10-01", "2025-12-31")))

    assert [day.iso for day in found.past.days] == ["2026-10-01", "2026-03-31"]
    assert {day.state for day in found.past.days} == {"Đã qua"}


def test_the_movements_own_days_stand_with_their_sources() -> None:
    """The traditional day is in the calendar and its source is cited."""
    found = calendar_view(known(own=True))

    assert [day.what for month in found.months for day in month.days] == ["Ngày truyền thống"]
    assert found.own == (Link("Công văn", "https://a.example/", "Bộ Chính trị"),)
    assert found.file == "lich.ics"


def test_an_empty_calendar_has_no_file() -> None:
    """Without any day there is nothing to offer."""
    found = calendar_view(known(plan("a")))

    assert (found.months, found.past.count, found.file) == ((), 0, "")
    assert next_days(known(plan("a"))) == ()


def test_a_full_month_stays_readable() -> None:
    """The first days are shown, the next open on demand, and the rest are counted."""
    found = calendar_view(known(*(dated(f"p{n:03}", "2026-12-15") for n in range(230))))
    (month,) = found.months

    assert (month.count, len(month.days), len(month.later), month.more) == (230, 25, 200, 5)


def test_the_front_page_shows_the_next_few() -> None:
    """Four days at most, the nearest first."""
    found = next_days(known(dated("a", "--11-30", "2026-12", "2027-01", "2027-02", "2027-03")))

    assert [day.iso for day in found] == ["2026-11-30", "2026-12", "2027-01", "2027-02"]
