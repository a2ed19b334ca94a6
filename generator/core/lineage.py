"""The forest of models: which was copied from which, down to the places without an entry.

A tree grows from a model that was copied and is itself no copy. Places that only an original
names (``nhan_rong_den`` without ``mo_hinh``) are leaves. Must not know how a tree is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.links import Links
from generator.core.vietnamese import key, sort_key


@dataclass(frozen=True)
class Offshoot:
    """A copy of a model: an entry of its own, or only the name of a place."""

    place: str
    """As the original names it; empty when only the copy itself tells of the copying."""

    year: int | None
    model: ModelItem | None = None
    """The copy's own entry, where it has one."""


@dataclass(frozen=True)
class Forest:
    """All trees, each model at one place in them."""

    offshoots: Mapping[str, tuple[Offshoot, ...]]
    """Slug of a copied model → its direct copies, the earliest first."""

    originals: Mapping[str, ModelItem]
    """Slug of a copy → the model it was copied from."""

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """Slug of a copied model → how many places did the same, copies of copies included."""
        found: dict[str, int] = {}
        for slug in self.offshoots:
            for each in reversed(list(self._below(slug, found))):
                copies = self.offshoots.get(each, ())
                found.setdefault(each, len(copies) + sum(self._inner(copies, found)))
        return found

    def _below(self, slug: str, done: Mapping[str, int]) -> Iterator[str]:
        """The copied models of a tree that are not counted yet, parents before children."""
        waiting, met = [slug], set[str]()
        while waiting:
            here = waiting.pop()
            if here in self.offshoots and here not in done and here not in met:
                met.add(here)
                yield here
                waiting += [each.model.slug for each in self.offshoots[here] if each.model]

    @staticmethod
    def _inner(copies: tuple[Offshoot, ...], found: Mapping[str, int]) -> Iterator[int]:
        return (found.get(each.model.slug, 0) for each in copies if each.model)

    def size(self, slug: str) -> int:
        """How many places did the same as this model, copies of copies included."""
        return self.sizes.get(slug, 0)

    def way_to(self, slug: str) -> tuple[str, ...]:
        """From the root of a model's tree down to the model, both included."""
        way = [slug]
        while (original := self.originals.get(way[-1])) and original.slug not in way:
            way.append(original.slug)
        return tuple(reversed(way))

    @cached_property
    def total(self) -> int:
        """How many places did the same as any root, in all trees."""
        return sum(self.size(root) for root in self.roots)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The models from which a tree grows, the largest tree first."""
        found = [slug for slug in self.offshoots if slug not in self.originals]
        return tuple(sorted(found, key=lambda slug: -self.sizes[slug]))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each root among all, from 0."""
        return {slug: rank for rank, slug in enumerate(self.roots)}

    def stands_alone(self, slug: str) -> bool:
        """Whether a model is neither a copy nor copied."""
        return slug not in self.offshoots and slug not in self.originals


def forest(catalogue: Catalogue, links: Links) -> Forest:
    """The trees of a catalogue; a copy that two models claim grows from the one it names."""
    found = {
        slug: offshoots
        for slug, item in catalogue.models.items()
        if (offshoots := _offshoots(item, links))
    }
    return Forest(found, links.originals)


def _offshoots(item: ModelItem, links: Links) -> tuple[Offshoot, ...]:
    own = {each.slug: each for each in links.copies.get(item.slug, ())}
    found = [
        Offshoot(copy.place, copy.year, own.pop(copy.model or "", None))
        for copy in item.entry.copied_to
    ]
    for model in own.values():
        start = model.entry.start
        found.append(Offshoot("", start.year if start else None, model))
    return tuple(sorted(found, key=_in_time))


def _in_time(each: Offshoot) -> tuple[object, ...]:
    name = each.model.entry.name if each.model else each.place
    return (each.year or 9999, sort_key(name), key(each.place))
