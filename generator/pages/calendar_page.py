"""The movement's calendar: what comes, month by month, and what has gone by this year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.core.agenda import Day
from generator.core.routes import CALENDAR_FILE, HOME, plan_url
from generator.pages.body_parts import sent_to
from generator.pages.days import TONES, in_full, leaf, said, state_in_words, years_in_words
from generator.pages.follow_views import CalendarView, DayView, MonthView
from generator.pages.knowledge import Knowledge
from generator.pages.places import capital, place_short
from generator.pages.views import Link

_SHOWN = 25
_ON_DEMAND = 200
_HOME_DAYS = 4
_MONTHS = 12


def calendar_view(knowledge: Knowledge) -> CalendarView:
    """The page of the calendar."""
    today = knowledge.today
    days = knowledge.agenda
    past = [day for day in days if day.due.last < today and day.due.last.year == today.year]
    months: defaultdict[tuple[int, int], list[DayView]] = defaultdict(list)
    ahead = _ahead(days, today)
    for day in ahead:
        months[day.due.last.year, day.due.last.month].append(_day(day, knowledge, ahead[0]))
    own = [source for each in knowledge.catalogue.vocabulary.days for source in each.sources]
    return CalendarView(
        crumbs=(Link("Trang chủ", HOME),),
        today=in_full(today),
        months=tuple(
            _month(f"thang-{year}-{month}", f"Tháng {month} năm {year}", found)
            for (year, month), found in months.items()
        ),
        past=_month(
            "da-qua",
            f"Đã qua trong năm {today.year}",
            [_day(day, knowledge) for day in reversed(past)],
        ),
        own=tuple(Link(title, url, publisher) for title, publisher, url in own),
        file=CALENDAR_FILE if has_file(knowledge) else "",
    )


def next_days(knowledge: Knowledge) -> tuple[DayView, ...]:
    """The next few days, for the front page."""
    days = knowledge.agenda
    ahead = _ahead(days, knowledge.today)
    return tuple(_day(day, knowledge, ahead[0]) for day in ahead[:_HOME_DAYS])


def has_file(knowledge: Knowledge) -> bool:
    """Whether there is anything to put into a file for calendar programs."""
    catalogue = knowledge.catalogue
    dated = (p.entry for p in catalogue.plans.values())
    return bool(catalogue.vocabulary.days) or any(
        plan.milestones or any(task.end for task in plan.tasks) for plan in dated
    )


def _ahead(days: Sequence[Day], today: date) -> list[Day]:
    """What falls due in this month and the eleven after it, and has not gone by."""
    after = today.year * 12 + today.month + _MONTHS
    return [
        day
        for day in days
        if day.due.last >= today and day.due.last.year * 12 + day.due.last.month < after
    ]


def _month(id_: str, name: str, days: Sequence[DayView]) -> MonthView:
    later = tuple(days[_SHOWN : _SHOWN + _ON_DEMAND])
    more = max(0, len(days) - _SHOWN - _ON_DEMAND)
    return MonthView(id_, name, len(days), tuple(days[:_SHOWN]), later, more)


def _day(day: Day, knowledge: Knowledge, nearest: Day | None = None) -> DayView:
    """One day; of those to come only the nearest of all says how it stands."""
    today, (big, small) = knowledge.today, leaf(day.due)
    link, note = Link("Ngày của phong trào", ""), ""
    to: tuple[Link, ...] = ()
    if day.plan is not None:
        plan = day.plan.entry
        place = "" if plan.place.province in plan.issuer else place_short(plan.place)
        link = Link(capital(plan.issuer), plan_url(day.plan.slug), place)
        note = years_in_words(day.step.rule)
        to = sent_to(day.plan, day.step.rule.to, knowledge)
    is_next = nearest is not None and day.due.last == nearest.due.last
    step = replace(day.step, state="next") if is_next else day.step
    state = state_in_words(step, today) if is_next or day.due.last < today else ""
    return DayView(
        day.due.iso,
        big,
        small,
        said(day.due),
        day.step.rule.what,
        link,
        to,
        note,
        state,
        TONES[step.state],
    )
