"""Bodies as links, wherever a plan or a model names them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core.bodies import plan_setting, unit
from generator.core.body_names import Setting
from generator.core.catalogue import ModelItem, PlanItem
from generator.core.routes import body_url
from generator.pages.knowledge import Knowledge
from generator.pages.views import Link


def named_in(plan: PlanItem, names: Iterable[str], knowledge: Knowledge) -> tuple[Link, ...]:
    """The names as the plan writes them, each leading to the body it means there, if to one."""
    said, bodies = plan_setting(plan), knowledge.catalogue.bodies
    found = ((name, bodies.meant(name, said)) for name in names)
    return tuple(
        Link(name, body_url(meant[0].slug) if len(meant) == 1 else "") for name, meant in found
    )


def unit_links(item: ModelItem, knowledge: Knowledge) -> tuple[Link, ...]:
    """The model's unit as its source names it; where that means several bodies, each below it."""
    written = item.entry.unit
    meant = knowledge.catalogue.bodies.meant(unit(item), Setting(item.entry.place))
    if len(meant) == 1:
        return (Link(written, body_url(meant[0].slug)),)
    return (Link(written, ""), *(Link(body.name, body_url(body.slug)) for body in meant))
