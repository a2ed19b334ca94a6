"""What the templates may see of time and targets: a plan's days, and the movement's calendar."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.views import Link


@dataclass(frozen=True)
class DayView:
    """Something that falls due."""

    iso: str
    """For machines: ``2026-11-30``, or only the month or the year."""

    big: str
    """What stands large on its leaf of a calendar: "30"."""

    small: str
    """What stands below: "tháng 11"."""

    date: str
    """As it is said: "30/11/2026", "trong tháng 7/2026"."""

    what: str
    link: Link
    """The plan; without an address for a day of the movement itself."""

    to: tuple[Link, ...]
    """Who is to get it, as the plan writes it, in pieces of which bodies are links."""

    note: str
    """In which years it comes back."""

    state: str
    """How it stands, in words; empty for a day to come that is not the next."""

    tone: str
    """The tone of the badge that says it."""


@dataclass(frozen=True)
class MonthView:
    """A month of the calendar."""

    id: str
    name: str
    count: int
    days: tuple[DayView, ...]
    """The first ones."""

    later: tuple[DayView, ...]
    """Those that open on demand."""

    more: int
    """Those left out for length."""


@dataclass(frozen=True)
class CalendarView:
    """The page of the movement's calendar."""

    crumbs: tuple[Link, ...]
    today: str
    months: tuple[MonthView, ...]
    past: MonthView
    """What has gone by this year, the latest first."""

    own: tuple[Link, ...]
    """The sources of the movement's own days."""

    file: str
    """The address of the file for calendar programs; empty when there is nothing in it."""


@dataclass(frozen=True)
class StepView:
    """One day of a plan."""

    iso: str
    date: str
    what: str
    to: tuple[Link, ...]
    """Who is to get it, as the plan writes it, in pieces of which bodies are links."""

    note: str
    """In which years it comes back."""

    state: str
    tone: str
    tasks: tuple[Link, ...]
    """The tasks that end then, within the page."""


@dataclass(frozen=True)
class YearRow:
    """A year of a plan."""

    year: str
    registered: int
    recognised: int


@dataclass(frozen=True)
class UnitRow:
    """A unit that has registered with a plan."""

    unit: Link
    """Leads to the page of the body, where it has one; the note is the place."""

    counts: tuple[int, ...]
    note: str
    """In which years it has less than the target."""


@dataclass(frozen=True)
class TargetProgress:
    """A target held against what the collection knows."""

    what: str
    asked: str
    done: int
    known: int
    told: str
    """The same as ``done`` of ``known``, in words."""

    rows: tuple[UnitRow, ...]
    more: int


@dataclass(frozen=True)
class FieldModels:
    """The models of a plan in one field."""

    id: str
    name: str
    count: int
    most: int
    """The count of the fullest field."""

    models: tuple[Link, ...]
    rest: Link | None
    """The search for those left out for length."""


@dataclass(frozen=True)
class FollowView:
    """Where a plan stands."""

    now: str
    tone: str
    """``warn`` when something is overdue."""

    earlier: tuple[StepView, ...]
    """Days long past, opened on demand."""

    steps: tuple[StepView, ...]
    file: str
    years: tuple[YearRow, ...]
    targets: tuple[TargetProgress, ...]
    is_registered: bool
    """Whether any registration with the plan is known."""

    fields: tuple[FieldModels, ...]
