"""Who refers to whom, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.core.catalogue import Catalogue, ModelItem, PlanItem


@dataclass(frozen=True)
class Links:
    """The references between entries, followed once and kept in both directions."""

    answers: Mapping[str, tuple[ModelItem, ...]]
    """Plan slug → the models that answer it."""

    copies: Mapping[str, tuple[ModelItem, ...]]
    """Model slug → the models that were copied from it."""

    originals: Mapping[str, ModelItem]
    """Model slug → the model it was copied from."""

    replaced_by: Mapping[str, PlanItem]
    """Plan slug → the plan that replaced it."""


def links(catalogue: Catalogue) -> Links:
    """The links among the entries of a catalogue; references that lead nowhere are left out."""
    answers: defaultdict[str, list[ModelItem]] = defaultdict(list)
    originals: dict[str, ModelItem] = {}
    for item in catalogue.models.values():
        for slug in plans_of(item):
            answers[slug].append(item)
        original = catalogue.models.get(item.entry.copied_from or "")
        if original is not None:
            originals[item.slug] = original
    _add_named_copies(catalogue, originals)
    copies: defaultdict[str, list[ModelItem]] = defaultdict(list)
    for slug, original in originals.items():
        copies[original.slug].append(catalogue.models[slug])
    replaced = {p.entry.replaces: p for p in catalogue.plans.values() if p.entry.replaces}
    return Links(_frozen(answers), _frozen(copies), originals, replaced)


def plans_of(item: ModelItem) -> tuple[str, ...]:
    """Slugs of every plan that the model answers or is registered with."""
    registered = [each.plan for each in item.entry.registrations if each.plan]
    return tuple(dict.fromkeys([*item.entry.plans, *registered]))


def _add_named_copies(catalogue: Catalogue, originals: dict[str, ModelItem]) -> None:
    """A copy may be told by its original alone (``nhan_rong_den.mo_hinh``)."""
    for item in catalogue.models.values():
        for copy in item.entry.copied_to:
            if copy.model and copy.model in catalogue.models:
                originals.setdefault(copy.model, item)


def _frozen(found: Mapping[str, list[ModelItem]]) -> Mapping[str, tuple[ModelItem, ...]]:
    return {
        slug: tuple(sorted(items, key=lambda item: item.order)) for slug, items in found.items()
    }
