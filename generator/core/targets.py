"""A plan's targets held against the models that the collection knows.

What counts, and why it is so little: only a target that begins with the word "mô hình" or
"điển hình" counts models; only registrations with the plan tell who took part; a unit that
never registered within the plan's years is not known, so nothing is said of it. A year is judged
when it is over, or once a deadline for registering models in it has passed. A deadline is overdue
when it asks for the registration of models, has passed, and a known unit has less than the target
for that year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.core.catalogue import ModelItem, PlanItem
from generator.core.deadlines import Step
from generator.core.entries import Target
from generator.core.vietnamese import key, sort_key

_COUNTED = ("mô hình", "điển hình")
_REGISTER = "đăng ký"


@dataclass(frozen=True)
class YearCount:
    """What the collection knows of one year of a plan."""

    year: int
    registered: int
    """Models registered with the plan."""

    recognised: int
    """Models of the plan that were recognised."""


@dataclass(frozen=True)
class UnitCount:
    """A unit that has registered, with its models by year."""

    name: str
    place: str
    counts: tuple[int, ...]
    """In the order of ``Progress.years``."""

    model: ModelItem = field(compare=False, repr=False)
    """The first of its models, which says whose it is."""


@dataclass(frozen=True)
class Progress:
    """What the collection knows of a plan's models, year by year and unit by unit."""

    years: tuple[YearCount, ...]
    units: tuple[UnitCount, ...]
    judged: frozenset[int]
    """The years that a unit can have fallen short of."""

    period_over: bool

    def short(self, unit: UnitCount, target: Target) -> tuple[int, ...]:
        """The judged years in which a unit has less than the target; all, for a whole period."""
        least = target.least or 0
        if target.per == "nam":
            pairs = zip(self.years, unit.counts, strict=True)
            return tuple(
                each.year for each, count in pairs if each.year in self.judged and count < least
            )
        below = self.period_over and sum(unit.counts) < least
        return tuple(each.year for each in self.years) if below else ()


def counts_models(target: Target) -> bool:
    """Whether a target asks for at least so many models, and so can be held against entries."""
    return bool(target.least) and key(target.what).startswith(tuple(key(w) for w in _COUNTED))


def progress(
    item: PlanItem, models: Iterable[ModelItem], steps: Sequence[Step], today: date
) -> Progress:
    """The plan's years until ``today``, and its units in A–Z order."""
    plan, models = item.entry, tuple(models)
    recognised = Counter(year for model in models for year in _recognised(model))
    last = min(plan.period.last or today.year, today.year)
    years = range(plan.period.first, last + 1)
    registered = [
        (model, year) for model in models for year in _registered(model, item.slug) if year in years
    ]
    by_year = Counter(year for _, year in registered)
    passed = {s.due.year for s in steps if s.due.last < today and asks_registration(s)}
    return Progress(
        tuple(YearCount(year, by_year[year], recognised[year]) for year in years),
        _units(registered, years),
        frozenset(year for year in years if year < today.year or year in passed),
        plan.period.last is not None and plan.period.last < today.year,
    )


def asks_registration(step: Step) -> bool:
    """Whether a milestone is the last day for registering models."""
    text = key(step.rule.what)
    asked = not step.rule.tasks and key(_REGISTER) in text
    return asked and any(key(word) in text for word in _COUNTED)


def may_be_overdue(step: Step) -> bool:
    """Whether a milestone is such a day, and has passed."""
    return step.state == "past" and asks_registration(step)


def with_overdue(
    steps: Sequence[Step], found: Progress, targets: Iterable[Target]
) -> tuple[Step, ...]:
    """The steps, those that numbers prove to be overdue marked as such."""
    targets = [target for target in targets if counts_models(target)]
    asking = [step for step in steps if may_be_overdue(step)]
    return tuple(_judged(step, step is _last(asking), found, targets) for step in steps)


def _last(steps: Sequence[Step]) -> Step | None:
    return steps[-1] if steps else None


def _judged(step: Step, is_last: bool, found: Progress, targets: Iterable[Target]) -> Step:
    if not may_be_overdue(step):
        return step
    fitting = [target for target in targets if target.per == "nam" or is_last]
    below = {
        unit
        for unit in found.units
        for target in fitting
        if (years := found.short(unit, target)) and (target.per != "nam" or step.due.year in years)
    }
    return replace(step, state="overdue", short=len(below)) if below else step


def _registered(item: ModelItem, slug: str) -> list[int]:
    """The years a model was registered with a plan; its only plan need not be repeated."""
    own = item.entry.plans == (slug,)
    return [
        each.year
        for each in item.entry.registrations
        if each.plan == slug or (each.plan is None and own)
    ]


def _recognised(item: ModelItem) -> set[int]:
    """A model recognised twice in a year is one recognised model."""
    return {each.year for each in item.entry.recognitions if each.year}


def _units(registered: Iterable[tuple[ModelItem, int]], years: range) -> tuple[UnitCount, ...]:
    counts: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    first: dict[tuple[str, str], ModelItem] = {}
    for item, year in registered:
        unit = (key(item.entry.unit), key(_place(item)))
        first.setdefault(unit, item)
        counts[unit][year] += 1
    found = [
        UnitCount(item.entry.unit, _place(item), tuple(counts[unit][y] for y in years), item)
        for unit, item in first.items()
    ]
    return tuple(sorted(found, key=lambda unit: (sort_key(unit.name), sort_key(unit.place))))


def _place(item: ModelItem) -> str:
    place = item.entry.place
    return place.commune or place.district or place.province
