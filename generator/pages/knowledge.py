"""What the pages are made from: everything that is known once all files are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import quote

from generator.core.agenda import Day, agenda, plan_steps
from generator.core.axes import AXES
from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem
from generator.core.deadlines import Step
from generator.core.entries import Entry
from generator.core.entry_rules import plan_item
from generator.core.lineage import Forest, forest
from generator.core.links import Links
from generator.core.readiness import ready, terms_of, time_span
from generator.core.reported_figures import Report
from generator.core.routes import CONTRIBUTE, entry_url
from generator.core.taxonomy import Term
from generator.pages.namesakes import model_titles, plan_titles
from generator.pages.views import Link


@dataclass(frozen=True)
class PictureFile:
    """A published photograph: its two files and their sizes in pixels."""

    url: str
    width: int
    height: int
    small_url: str
    small_width: int


@dataclass(frozen=True)
class Publisher:
    """Who stands behind the site, and where its readers and editors turn."""

    name: str
    """The site's name."""

    owner: str
    site_url: str
    description: str = ""
    edit_uri: str = ""
    report_url: str = ""
    repo_url: str = ""


@dataclass(frozen=True)
class Knowledge:
    """The finished picture that every page is a view of."""

    catalogue: Catalogue
    links: Links
    similar: Mapping[str, tuple[ModelItem, ...]]
    publisher: Publisher
    today: date
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    added: Mapping[str, date] = field(default_factory=dict)
    """File path → the day it came into the collection, where that is known."""

    reports: tuple[Report, ...] = ()
    """What places say of themselves, newest first."""

    @cached_property
    def forest(self) -> Forest:
        """Which model was copied from which."""
        return forest(self.catalogue, self.links)

    @cached_property
    def ready(self) -> tuple[ModelItem, ...]:
        """The models that are ready to be copied, the most copied first."""
        return ready(self.catalogue, self.forest)

    @cached_property
    def ready_terms(self) -> Mapping[str, Mapping[str, int]]:
        """How many of those carry each term, by the list's name."""
        return terms_of(self.ready)

    @cached_property
    def ready_within(self) -> Mapping[str, tuple[ModelItem, ...]]:
        """Those of them whose time falls into a span, by its id; all of them by no id."""
        found: defaultdict[str, list[ModelItem]] = defaultdict(list)
        for item in self.ready:
            if told := time_span(item):
                found[told].append(item)
        return {"": self.ready, **{told: tuple(items) for told, items in found.items()}}

    @cached_property
    def models(self) -> tuple[ModelItem, ...]:
        """Every model, in A–Z order."""
        return tuple(self.catalogue.models.values())

    @cached_property
    def agenda(self) -> tuple[Day, ...]:
        """Every day of this year and the next, in order of time."""
        return agenda(self.catalogue, self.steps, self.today)

    @cached_property
    def steps(self) -> Mapping[str, tuple[Step, ...]]:
        """The days of each plan, with what the collection can prove to be overdue."""
        return {slug: self._steps_of(item) for slug, item in self.catalogue.plans.items()}

    def _steps_of(self, item: PlanItem) -> tuple[Step, ...]:
        return plan_steps(item, self.links, self.today)

    @cached_property
    def newest(self) -> tuple[ModelItem, ...]:
        """Every model, the latest to come into the collection first; undated ones last."""
        return tuple(
            sorted(self.models, key=lambda item: self.added_on(item) or date.min, reverse=True)
        )

    @cached_property
    def counted(self) -> Mapping[str, tuple[tuple[Term, int], ...]]:
        """The terms of each axis with the number of their models, by the axis' id."""
        return {axis.id: tuple(axis.counted(self.catalogue)) for axis in AXES}

    @cached_property
    def model_titles(self) -> Mapping[str, str]:
        """The titles of models that share their names."""
        return model_titles(self.catalogue)

    @cached_property
    def plan_titles(self) -> Mapping[str, str]:
        """The titles of plans that share their names."""
        return plan_titles(self.catalogue)

    @cached_property
    def copied(self) -> Mapping[str, int]:
        """By slug in how many places each model was copied, of those that were."""
        models = self.catalogue.models.items()
        return {slug: copies for slug, item in models if (copies := self.copies_of(item))}

    def copies_of(self, item: ModelItem) -> int:
        """In how many places the model is known to have been copied."""
        told, entries = item.entry.copied_to, self.links.copies.get(item.slug, ())
        named = {copy.model for copy in told} if entries else ()
        return len(told) + sum(1 for each in entries if each.slug not in named)

    def knowing(self, similar: Mapping[str, tuple[ModelItem, ...]]) -> Knowledge:
        """The same once it is known which models are alike."""
        seen = copy(self)
        object.__setattr__(seen, "similar", similar)
        return seen

    def glimpse(self, item: Item[Entry]) -> Knowledge:
        """The same after an edit of one entry, with all that takes part in many as it was."""
        seen = copy(self)
        object.__setattr__(seen, "catalogue", self.catalogue.glimpse(item))
        if plan := plan_item(item):
            vars(seen)["steps"] = {**self.steps, plan.slug: self._steps_of(plan)}
        return seen

    def term_name(self, list_name: str, term_id: str) -> str:
        """What readers call a term."""
        return self.catalogue.vocabulary.term(list_name, term_id).name

    def canonical(self, url: str) -> str:
        """The full address of a page of this site."""
        return self.publisher.site_url + url

    def edit_url(self, item: Item[Entry]) -> str:
        """Where the entry's file is edited; empty when the site has no such place."""
        base = self.publisher.edit_uri
        return base.rstrip("/") + "/" + quote(item.path) if base else ""

    def report(self, item: Item[Entry]) -> Link:
        """Where a reader tells of an error in the entry."""
        template = self.publisher.report_url
        if not template:
            return Link("Báo sai sót", CONTRIBUTE + "#bao-sai-sot")
        page = quote(self.canonical(entry_url(item.kind, item.slug)), safe="")
        title = quote(item.entry.name, safe="")
        return Link("Báo sai sót", template.replace("{url}", page).replace("{title}", title))

    def added_on(self, item: Item[Entry]) -> date | None:
        """When the entry came into the collection, or the latest date its sources carry."""
        if known := self.added.get(item.path):
            return known
        dates = [source.published.first for source in item.entry.sources if source.published]
        return max(dates, default=None)
