"""What the templates of plans may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.follow_views import FollowView
from generator.pages.views import Badge, Card, EntryFoot, Fact, Figure, Link, Section


@dataclass(frozen=True)
class TaskView:
    """A task with its bodies by role."""

    number: int
    what: str
    bodies: tuple[Fact, ...]
    time: str


@dataclass(frozen=True)
class TargetView:
    """A number the plan sets."""

    amount: str
    what: str
    note: str


@dataclass(frozen=True)
class PlanView:
    """The page of a plan."""

    name: str
    lead: str
    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    targets: tuple[TargetView, ...]
    tasks: tuple[TaskView, ...]
    follow: FollowView
    bases: tuple[Link, ...]
    intro: Markup
    sections: tuple[Section, ...]
    models: tuple[Card, ...]
    more_models: int
    foot: EntryFoot


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list."""

    number: str
    name: str
    issuer: str
    url: str
    period: str
    place: str
    tasks: int


@dataclass(frozen=True)
class PlansView:
    """The list of plans."""

    crumbs: tuple[Link, ...]
    rows: tuple[PlanRow, ...]
