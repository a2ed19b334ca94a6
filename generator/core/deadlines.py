"""What a plan sets in time, and how each of its days stands on a given day.

The content does not record that a thing was done. A day that has gone by is therefore "past",
no more; only ``generator.core.targets`` may call it overdue, where numbers prove it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.core.dates import Deadline, PartialDate, YearlyDate
from generator.core.entries import Milestone, Plan

State = Literal["past", "overdue", "next", "upcoming"]


@dataclass(frozen=True)
class Rule:
    """A deadline as the plan states it: once, or on the same day of some years."""

    due: Deadline
    what: str
    to: str = ""
    """Who is to get it."""

    first: int = 0
    """First year of a yearly deadline."""

    last: int = 0
    """Its last year; where the plan names none, the last one that is looked ahead to."""

    is_open: bool = False
    """A yearly deadline without a last year."""

    tasks: tuple[int, ...] = ()
    """The plan's tasks, counted from 1, that end then; a milestone has none."""

    @property
    def is_yearly(self) -> bool:
        """Whether it comes back."""
        return isinstance(self.due, YearlyDate)

    @property
    def days(self) -> tuple[PartialDate, ...]:
        """Every time it falls due, in order."""
        if isinstance(self.due, PartialDate):
            return (self.due,)
        month, day = self.due.month, self.due.day
        return tuple(PartialDate(year, month, day) for year in range(self.first, self.last + 1))


@dataclass(frozen=True)
class Step:
    """One time that a deadline falls due."""

    due: PartialDate
    rule: Rule
    state: State = "upcoming"
    short: int = 0
    """Of an overdue step: how many units have less than the plan's target asks."""


def rules(plan: Plan, today: date) -> tuple[Rule, ...]:
    """The milestones in the plan's order, then the tasks that have an end, by that end.

    A yearly deadline without a last year is looked ahead to until the end of next year.
    """
    milestones = (_milestone(each, plan, today) for each in plan.milestones)
    return (*milestones, *_task_ends(plan))


def steps(plan: Plan, today: date, ended: date | None = None) -> tuple[Step, ...]:
    """Every day of the plan in order of time, each with how it stands ``today``.

    From the day a plan ``ended``, because another replaced it, nothing more falls due.
    """
    days = [Step(day, rule) for rule in rules(plan, today) for day in rule.days]
    kept = [step for step in days if ended is None or step.due.first < ended]
    ordered = sorted(kept, key=lambda step: (step.due.last, step.due.first))
    coming = min((step.due.last for step in ordered if step.due.last >= today), default=None)
    return tuple(replace(step, state=_state(step.due.last, today, coming)) for step in ordered)


def ended_by(successor: Plan | None) -> date | None:
    """The day from which a plan no longer holds: that of the plan which replaced it."""
    if successor is None:
        return None
    return successor.issued.first if successor.issued else date(successor.period.first, 1, 1)


def _state(last: date, today: date, coming: date | None) -> State:
    if last < today:
        return "past"
    return "next" if last == coming else "upcoming"


def _milestone(each: Milestone, plan: Plan, today: date) -> Rule:
    to = each.to or ""
    if isinstance(each.due, PartialDate):
        return Rule(each.due, each.what, to)
    first = each.first_year or plan.period.first
    last = each.last_year or plan.period.last
    ahead = max(first, today.year + 1)
    return Rule(each.due, each.what, to, first, last or ahead, is_open=last is None)


def _task_ends(plan: Plan) -> Iterator[Rule]:
    """One rule for all tasks that end together, so that a long list stays readable."""
    ends: defaultdict[PartialDate, list[int]] = defaultdict(list)
    for number, task in enumerate(plan.tasks, start=1):
        if task.end is not None:
            ends[task.end].append(number)
    for end in sorted(ends, key=lambda each: (each.last, each.first)):
        numbers = ends[end]
        what = plan.tasks[numbers[0] - 1].what
        if len(numbers) > 1:
            what = f"Hạn của {len(numbers)} nhiệm vụ trong kế hoạch"
        yield Rule(end, what, tasks=tuple(numbers))


def coming(found: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that have not gone by."""
    return tuple(step for step in found if step.state in ("next", "upcoming"))
