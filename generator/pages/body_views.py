"""What the templates of bodies and of comparing may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.list_views import Pager
from generator.pages.plan_views import PlanRow
from generator.pages.views import Figure, Link


@dataclass(frozen=True)
class DutyView:
    """A task of a plan in which the body has a part."""

    what: str
    url: str
    roles: tuple[str, ...]
    time: str


@dataclass(frozen=True)
class PlanDuties:
    """The body's tasks in one plan."""

    plan: Link
    """Its note tells who issued the plan and for which years."""

    duties: tuple[DutyView, ...]


@dataclass(frozen=True)
class ReceiptView:
    """A deadline by which something must reach the body."""

    due: str
    what: str
    years: str
    plan: Link


@dataclass(frozen=True)
class BodyView:
    """The page of a body."""

    name: str
    place: str
    crumbs: tuple[Link, ...]
    called: tuple[str, ...]
    """What the sources call it where they do not use its name."""

    figures: tuple[Figure, ...]
    issued: tuple[PlanRow, ...]
    plans: tuple[PlanDuties, ...]
    later_plans: tuple[PlanDuties, ...]
    """The rest, folded away when they are many."""

    receipts: tuple[ReceiptView, ...]
    model_count: int
    shown: str
    """Which of the models are on this page: "1–24"."""

    models: tuple[Markup, ...]
    pager: Pager | None


@dataclass(frozen=True)
class BodyRow:
    """A body in the list."""

    name: str
    url: str
    count: int
    """In how many plans, tasks, deadlines and models it is named."""

    note: str


@dataclass(frozen=True)
class BodyGroup:
    """The bodies of one province of today."""

    id: str
    name: str
    rows: tuple[BodyRow, ...]


@dataclass(frozen=True)
class BodiesView:
    """A page of the list of bodies."""

    crumbs: tuple[Link, ...]
    count: int
    shown: str
    provinces: tuple[Link, ...]
    """Where each province begins; the note is the number of its bodies."""

    groups: tuple[BodyGroup, ...]
    pager: Pager | None


@dataclass(frozen=True)
class CompareView:
    """The page on which models are set side by side; the browser fills it."""

    crumbs: tuple[Link, ...]
