"""All days of all plans, and the movement's own days, in one order of time.

A plan that another has replaced asks for nothing more; a plan that names no end goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.core.catalogue import Catalogue, PlanItem
from generator.core.dates import PartialDate
from generator.core.deadlines import Rule, Step, ended_by, rules, steps
from generator.core.links import Links
from generator.core.targets import may_be_overdue, progress, with_overdue
from generator.core.taxonomy import MovementDay
from generator.core.vietnamese import sort_key


@dataclass(frozen=True)
class Day:
    """Something that falls due: a step of a plan, or a day of the movement."""

    step: Step
    plan: PlanItem | None = None
    own: MovementDay | None = None
    """Set for a day of the movement itself."""

    @property
    def due(self) -> PartialDate:
        """When."""
        return self.step.due


def plan_steps(item: PlanItem, links: Links, today: date) -> tuple[Step, ...]:
    """The steps of a plan, with what the collection can prove to be overdue."""
    successor = links.replaced_by.get(item.slug)
    found = steps(item.entry, today, ended_by(successor.entry if successor else None))
    if not any(map(may_be_overdue, found)):
        return found
    known = progress(item, links.answers.get(item.slug, ()), found, today)
    return with_overdue(found, known, item.entry.targets)


def plan_rules(item: PlanItem, known: Sequence[Step], today: date) -> tuple[Rule, ...]:
    """The deadlines of a plan as it states them, without those its successor has ended.

    ``known`` are its ``plan_steps``.
    """
    kept = {step.rule: step.due.year for step in known}
    found = (rule for rule in rules(item.entry, today) if rule in kept)
    return tuple(_cut(rule, kept[rule]) for rule in found)


def _cut(rule: Rule, last: int) -> Rule:
    return replace(rule, last=last, is_open=False) if rule.is_yearly and last < rule.last else rule


def agenda(
    catalogue: Catalogue, known: Mapping[str, Sequence[Step]], today: date
) -> tuple[Day, ...]:
    """Every day of this year and the next, in order of time; ``known`` has each plan's steps."""
    found = [*_of_plans(catalogue, known), *_own(catalogue, today)]
    near = [day for day in found if today.year <= day.due.last.year <= today.year + 1]
    return tuple(sorted(near, key=_order))


def own_rule(day: MovementDay, today: date) -> Rule:
    """A day of the movement as a rule for this year and the next."""
    return Rule(day.due, day.name, "", today.year, today.year + 1, is_open=True)


def _of_plans(catalogue: Catalogue, known: Mapping[str, Sequence[Step]]) -> Iterator[Day]:
    for item in catalogue.plans.values():
        yield from (Day(step, item) for step in known[item.slug])


def _own(catalogue: Catalogue, today: date) -> Iterator[Day]:
    for own in catalogue.vocabulary.days:
        rule = own_rule(own, today)
        for due in rule.days:
            past = due.last < today
            yield Day(Step(due, rule, "past" if past else "upcoming"), own=own)


def _order(day: Day) -> tuple[object, ...]:
    name = day.plan.order if day.plan else (sort_key(day.step.rule.what), "")
    return (day.due.last, day.due.first, day.plan is not None, name)
