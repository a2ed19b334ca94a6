"""What the window and search engines call an entry whose name others carry too.

A title stays the bare name as long as nobody shares it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from generator.core.catalogue import Catalogue, E, Item
from generator.core.entries import Model, Plan
from generator.core.vietnamese import key
from generator.pages.places import place_short

_Named = tuple[str, str, tuple[str, ...]]
"""A slug, a name, and what may tell it from its namesakes, the best first."""


def model_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Slug → title, of models that share their name: with the place, or the unit, or both."""

    def told(model: Model) -> tuple[str, ...]:
        return place_short(model.place), model.unit

    return _titles(catalogue.models.values(), told)


def plan_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Slug → title, of plans that share their name: with who issued it, or its number, or both."""

    def told(plan: Plan) -> tuple[str, ...]:
        return plan.issuer, plan.number or str(plan.issued)

    return _titles(catalogue.plans.values(), told)


def _titles(items: Iterable[Item[E]], told: Callable[[E], tuple[str, ...]]) -> dict[str, str]:
    sharing: defaultdict[str, list[Item[E]]] = defaultdict(list)
    for item in items:
        sharing[item.called].append(item)
    groups = [
        [(item.slug, item.entry.name, told(item.entry)) for item in group]
        for group in sharing.values()
        if len(group) > 1
    ]
    return {slug: f"{name} ({told})" for group in groups for slug, name, told in _told(group)}


def _told(group: list[_Named]) -> list[tuple[str, str, str]]:
    """Each with the first telling that differs for all of them; with all, where none does."""
    slugs, names, tellings = zip(*group, strict=True)
    for told in zip(*tellings, strict=True):
        if len(set(map(key, told))) == len(group):
            return list(zip(slugs, names, told, strict=True))
    return [(slug, name, ", ".join(told)) for slug, name, told in group]
