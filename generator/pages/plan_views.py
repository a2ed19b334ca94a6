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
class RoleTasks:
    """What a body is to some tasks."""

    role: str
    tasks: tuple[Link, ...]
    """The numbers of the tasks, within the page."""


@dataclass(frozen=True)
class BodyTasks:
    """A body with its tasks in a plan."""

    body: Link
    roles: tuple[RoleTasks, ...]


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
    contents: tuple[Link, ...]
    """The parts of the page."""

    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    targets: tuple[TargetView, ...]
    tasks: tuple[TaskView, ...]
    later_tasks: tuple[TaskView, ...]
    """The rest, folded away when they are many."""

    tasks_by_body: tuple[BodyTasks, ...]
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
