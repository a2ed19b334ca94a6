"""A plan's tasks turned round: each body that it names, with what it does in which task."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.plan_views import BodyTasks, RoleTasks, TaskView
from generator.pages.views import Link


def tasks_by_body(tasks: Iterable[TaskView]) -> tuple[BodyTasks, ...]:
    """The bodies and groups of bodies that tasks name, those with the most tasks first."""
    bodies: dict[str, Link] = {}
    found: dict[str, dict[str, list[Link]]] = {}
    for task in tasks:
        for row in task.bodies:
            for body in row.values:
                place = body.url or body.text
                bodies.setdefault(place, body)
                roles = found.setdefault(place, {})
                roles.setdefault(row.label, []).append(_task(task))
    counted = sorted(found, key=lambda place: -sum(map(len, found[place].values())))
    return tuple(BodyTasks(bodies[place], _roles(found[place])) for place in counted)


def _task(task: TaskView) -> Link:
    return Link(str(task.number), f"#nhiem-vu-{task.number}")


def _roles(roles: dict[str, list[Link]]) -> tuple[RoleTasks, ...]:
    return tuple(RoleTasks(role, tuple(tasks)) for role, tasks in roles.items())
