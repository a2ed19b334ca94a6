"""What the window and search engines call an entry whose name others carry too.

A title stays the bare name as long as nobody shares it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.core.catalogue import Catalogue
from generator.core.vietnamese import key
from generator.pages.knowledge import place_short

_Named = tuple[str, str, tuple[str, ...]]
"""A slug, a name, and what may tell it from its namesakes, the best first."""


def model_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Slug → title, of models that share their name: with the place, or the unit, or both."""
    return _titles(
        (slug, item.entry.name, (place_short(item.entry.place), item.entry.unit))
        for slug, item in catalogue.models.items()
    )


def plan_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Slug → title, of plans that share their name: with who issued it, or its number, or both."""
    return _titles(
        (slug, item.entry.name, (item.entry.issuer, item.entry.number or str(item.entry.issued)))
        for slug, item in catalogue.plans.items()
    )


def _titles(named: Iterable[_Named]) -> dict[str, str]:
    sharing: defaultdict[str, list[_Named]] = defaultdict(list)
    for each in named:
        sharing[key(each[1])].append(each)
    groups = (group for group in sharing.values() if len(group) > 1)
    return {slug: f"{name} ({told})" for group in groups for slug, name, told in _told(group)}


def _told(group: list[_Named]) -> list[tuple[str, str, str]]:
    """Each with the first telling that differs for all of them; with all, where none does."""
    slugs, names, tellings = zip(*group, strict=True)
    for told in zip(*tellings, strict=True):
        if len(set(map(key, told))) == len(group):
            return list(zip(slugs, names, told, strict=True))
    return [(slug, name, ", ".join(told)) for slug, name, told in group]
