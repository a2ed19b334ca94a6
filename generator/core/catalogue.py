"""All entries, found by what they are and by the terms they carry.

Built once, after every file has been read; nothing changes it afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from generator.core.bodies import Bodies, gather
from generator.core.body_register import Holder
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.source import Written, headings
from generator.core.taxonomy import PlaceName, Vocabulary
from generator.core.vietnamese import key, sort_key

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True)
class Item(Generic[E]):
    """An entry together with where it was written."""

    kind: EntryKind
    entry: E
    source: Written = field(repr=False)

    @cached_property
    def slug(self) -> str:
        """The file's stem: its identity and its address for ever."""
        return PurePosixPath(self.source.path).stem

    @cached_property
    def path(self) -> str:
        """The file, relative to the folder that holds ``content/``."""
        return self.source.path

    @cached_property
    def order(self) -> tuple[object, ...]:
        """Vietnamese A–Z by name; the slug decides between equals."""
        return (sort_key(self.entry.name), self.slug)

    @cached_property
    def called(self) -> str:
        """Its name as namesakes share it, however it is spelt."""
        return key(self.entry.name)

    @cached_property
    def headings(self) -> frozenset[str]:
        """The second-level headings of the body."""
        return headings(self.source.body)


ModelItem = Item[Model]
PlanItem = Item[Plan]


@dataclass(frozen=True)
class Catalogue:
    """Every model and plan, with the vocabulary they are written in."""

    models: Mapping[str, ModelItem]
    """By slug, in A–Z order of their names."""

    plans: Mapping[str, PlanItem]
    """By slug, newest first."""

    vocabulary: Vocabulary
    whose: Mapping[str, tuple[Holder, ...]] = field(default_factory=dict, repr=False)
    """By path whose a model is, where that has been read already; see ``bodies.whose``."""

    @cached_property
    def by_field(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Models of each field, in A–Z order."""
        return self._grouped(lambda item: item.entry.fields)

    @cached_property
    def by_province(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Models by the province of today in which they stand."""
        return self._grouped(lambda item: (self.place(item.entry).today.id,))

    @cached_property
    def by_year(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Models by each year in which they began, were registered or were recognised."""
        return self._grouped(lambda item: [str(year) for year in item.entry.years])

    @cached_property
    def by_form(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Collective and individual models."""
        return self._grouped(lambda item: (item.entry.form,))

    @cached_property
    def by_level(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Models by the levels at which they have been recognised."""
        return self._grouped(lambda item: [each.level for each in item.entry.recognitions])

    @cached_property
    def bodies(self) -> Bodies:
        """Every body that a plan or a model names, with all that concerns it."""
        return gather(self)

    def glimpse(self, item: Item[Entry]) -> Catalogue:
        """The same after an edit of one entry, with every list and count as it was."""
        seen, name = copy(self), "models" if item.kind == "model" else "plans"
        object.__setattr__(seen, name, {**getattr(self, name), item.slug: item})
        return seen

    def place(self, entry: Entry) -> PlaceName:
        """What the entry's province, of whatever year, means today."""
        found = self.vocabulary.province(entry.place.province)
        assert found is not None, "validation admits only known provinces"
        return found

    def _grouped(
        self, terms: Callable[[ModelItem], Iterable[str]]
    ) -> Mapping[str, tuple[ModelItem, ...]]:
        found: defaultdict[str, list[ModelItem]] = defaultdict(list)
        for item in self.models.values():
            for term in dict.fromkeys(terms(item)):
                found[term].append(item)
        return {term: tuple(items) for term, items in found.items()}


def catalogue(
    models: Iterable[ModelItem],
    plans: Iterable[PlanItem],
    vocabulary: Vocabulary,
    whose: Mapping[str, tuple[Holder, ...]] | None = None,
) -> Catalogue:
    """The entries in reading order. Of two with one slug the first by path is kept."""
    ordered = sorted(models, key=lambda item: item.order)
    newest = sorted(sorted(plans, key=lambda item: item.order), key=_issued, reverse=True)
    return Catalogue(_by_slug(ordered), _by_slug(newest), vocabulary, whose or {})


def _by_slug(items: Iterable[Item[E]]) -> dict[str, Item[E]]:
    found: dict[str, Item[E]] = {}
    for item in items:
        found.setdefault(item.slug, item)
    return found


def _issued(item: PlanItem) -> str:
    plan = item.entry
    return plan.issued.first.isoformat() if plan.issued else f"{plan.period.first}-00-00"
