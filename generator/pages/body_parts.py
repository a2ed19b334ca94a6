"""Bodies as links, wherever a plan or a model names them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.core.bodies import Body, plan_setting, unit
from generator.core.body_names import Setting, parts_of
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


def sent_to(plan: PlanItem, name: str, knowledge: Knowledge) -> tuple[Link, ...]:
    """Whom a deadline names, word for word but in pieces: each body a link, the rest only words."""
    parts = parts_of(name, listed=True)
    if len(parts) < 2:
        return named_in(plan, (name,) if name else (), knowledge)
    found, rest = [], name
    for part in named_in(plan, parts, knowledge):
        before, piece, rest = _cut(rest, part.text)
        found += [Link(before, ""), Link(piece, part.url)]
    return tuple(each for each in (*found, Link(rest, "")) if each.text)


def _cut(text: str, part: str) -> tuple[str, str, str]:
    """What stands before a part, the part as it stands there, and what follows."""
    at = text.lower().find(part.lower())
    end = at + len(part)
    return (text[:at], text[at:end], text[end:]) if at >= 0 else ("", "", text)


def unit_bodies(item: ModelItem, knowledge: Knowledge) -> tuple[Body, ...]:
    """The bodies that the model's unit means."""
    return knowledge.catalogue.bodies.meant(unit(item), Setting(item.entry.place))


def unit_links(item: ModelItem, knowledge: Knowledge) -> tuple[Link, ...]:
    """The model's unit as its source names it; where that means several bodies, each below it."""
    written, meant = item.entry.unit, unit_bodies(item, knowledge)
    if len(meant) == 1:
        return (Link(written, body_url(meant[0].slug)),)
    return (Link(written, ""), *(Link(body.name, body_url(body.slug)) for body in meant))
