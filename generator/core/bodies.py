"""Every body that has something to do: its plans, its tasks in any plan, its models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.core.body_names import Setting
from generator.core.body_register import Holder, Key, Register, addresses
from generator.core.entries import Milestone, Task
from generator.core.taxonomy import Province
from generator.core.vietnamese import SortKey, sort_key

if TYPE_CHECKING:
    from generator.core.catalogue import Catalogue, ModelItem, PlanItem

ROLES = (
    ("directs", "Chỉ đạo"),
    ("leads", "Chủ trì"),
    ("advises", "Tham mưu"),
    ("coordinates", "Phối hợp"),
    ("carries_out", "Thực hiện"),
)
"""What a body may be to a task: the field of ``Task``, and how readers call it."""


@dataclass(frozen=True)
class Body:
    """One organisation, unit or office."""

    slug: str
    """Its place in addresses."""

    name: str
    near: str
    """The place, in the words of its time, that its name does not tell; often empty."""

    province: Province | None
    """The province of today; none for a body of the whole country."""


@dataclass(frozen=True)
class Duty:
    """A task in which the body has a part."""

    plan: PlanItem
    number: int
    """Its number in the plan, from 1."""

    task: Task
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Receipt:
    """A deadline by which something must reach the body."""

    plan: PlanItem
    milestone: Milestone


@dataclass(frozen=True)
class Dossier:
    """A body with all that concerns it."""

    body: Body
    issued: tuple[PlanItem, ...] = ()
    duties: tuple[Duty, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    models: tuple[ModelItem, ...] = ()
    called: tuple[str, ...] = ()
    """What it is called where it is named otherwise, as written."""

    @property
    def plans(self) -> tuple[PlanItem, ...]:
        """The plans that give it something to do, in their order."""
        return tuple({each.plan.slug: each.plan for each in self.duties}.values())


@dataclass(frozen=True)
class Bodies:
    """All bodies, and who is meant by a name."""

    dossiers: Mapping[str, Dossier]
    """By slug; those of the whole country first, then by province of today, each from A to Z."""

    register: Register = field(repr=False)
    slugs: Mapping[Key, str] = field(repr=False)

    def meant(self, name: str, said: Setting) -> tuple[Body, ...]:
        """The bodies that a name means where it is said; none for groups and unknown places."""
        found = (self.slugs.get(each.key) for each in self.register.read(name, said))
        return tuple(self.dossiers[each].body for each in found if each)


@dataclass
class _Gathered:
    """What one pass over the entries finds of a body."""

    holder: Holder
    issued: list[PlanItem] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    models: list[ModelItem] = field(default_factory=list)
    called: dict[str, None] = field(default_factory=dict)


class _Gathering:
    """The pass over the entries."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.found: dict[Key, _Gathered] = {}

    def _of(self, name: str, said: Setting, *, listed: bool = False) -> Iterator[_Gathered]:
        for holder in self.register.read(name, said, listed=listed):
            gathered = self.found.get(holder.key)
            if gathered is None:
                gathered = self.found[holder.key] = _Gathered(holder)
            if name != holder.name:
                gathered.called[name] = None
            yield gathered

    def take_plan(self, plan: PlanItem) -> None:
        """Note who issued the plan, who does what in it and who is sent something."""
        said = plan_setting(plan)
        for body in self._of(plan.entry.issuer, said):
            body.issued.append(plan)
        for number, task in enumerate(plan.entry.tasks, start=1):
            self._take_task(plan, number, task, said)
        for each in plan.entry.milestones:
            for body in self._of(each.to or "", said, listed=True):
                body.receipts.append(Receipt(plan, each))

    def _take_task(self, plan: PlanItem, number: int, task: Task, said: Setting) -> None:
        for role, label in ROLES:
            for name in getattr(task, role):
                for body in self._of(name, said):
                    _add_duty(body.duties, Duty(plan, number, task, (label,)))

    def take_model(self, item: ModelItem) -> None:
        """Note whose the model is."""
        for body in self._of(unit(item), Setting(item.entry.place)):
            body.models.append(item)


def gather(catalogue: Catalogue) -> Bodies:
    """All bodies of a catalogue."""
    register = Register(catalogue.vocabulary)
    gathering = _Gathering(register)
    for plan in catalogue.plans.values():
        gathering.take_plan(plan)
    for model in catalogue.models.values():
        if (known := catalogue.whose.get(model.path)) is not None:
            register.learn(unit(model), Setting(model.entry.place), known)
        gathering.take_model(model)
    slugs = addresses(each.holder for each in gathering.found.values())
    provinces = {each.id: each for each in catalogue.vocabulary.provinces}
    dossiers = [_dossier(each, slugs[held], provinces) for held, each in gathering.found.items()]
    ordered = sorted(dossiers, key=lambda each: _order(each.body))
    return Bodies({each.body.slug: each for each in ordered}, register, slugs)


def plan_setting(item: PlanItem) -> Setting:
    """Where the names in a plan are said."""
    return Setting(item.entry.place, item.entry.level, item.slug)


def whose(item: ModelItem, register: Register) -> tuple[Holder, ...]:
    """Whose a model is, by its own file and the vocabulary."""
    return register.read(unit(item), Setting(item.entry.place))


def unit(item: ModelItem) -> str:
    """The unit of a model; nothing for a person, who is no body."""
    return "" if item.entry.form == "ca-nhan" else item.entry.unit


def _add_duty(duties: list[Duty], new: Duty) -> None:
    """A body with two roles in one task has one duty."""
    last = duties[-1] if duties else None
    if last is None or (last.plan.slug, last.number) != (new.plan.slug, new.number):
        duties.append(new)
    elif new.roles[0] not in last.roles:
        duties[-1] = replace(last, roles=last.roles + new.roles)


def _dossier(each: _Gathered, slug: str, provinces: Mapping[str, Province]) -> Dossier:
    held = each.holder
    body = Body(slug, held.name, held.near, provinces.get(held.province))
    lists = tuple(each.issued), tuple(each.duties), tuple(each.receipts), tuple(each.models)
    return Dossier(body, *lists, tuple(each.called))


def _order(body: Body) -> tuple[object, ...]:
    province = body.province.name if body.province else ""
    return (_order_of_places(province), sort_key(body.name), body.slug)


@lru_cache(maxsize=256)
def _order_of_places(name: str) -> SortKey:
    """Thousands of bodies stand in a few provinces."""
    return sort_key(name)
