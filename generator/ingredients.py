"""What each page is made from, as a digest: a page whose digest stands need not be drawn again.

A digest may take in more than a page shows, never less: too much costs a page drawn for
nothing, too little would leave an old one standing. The proof is a test that edits at random
and compares every file with those of a build from nothing. What all pages hang on (program,
theme, settings, vocabulary, day) is not told here; where that changes all is drawn again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from generator.basis import digest
from generator.core.axes import axis_named
from generator.core.bodies import ROLES, Body, Dossier
from generator.core.catalogue import Item, ModelItem, PlanItem
from generator.core.entries import Entry
from generator.core.links import plans_of
from generator.core.routes import (
    BODIES_ON_PAGE,
    PLANS_ON_PAGE,
    SPREAD,
    TREES_ON_PAGE,
    Kind,
    Route,
    tree_url,
)
from generator.edition import Edition
from generator.pages.body_parts import named_in, sent_to, unit_bodies
from generator.pages.numbers_page import most_copied
from generator.pages.spread_pages import TREES_BESIDE
from generator.pages.views import Link

Part = bytes | str


class Ingredients:
    """Tells the digest of every page of one edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._know = edition.knowledge
        self._size = edition.settings.page_size
        self._units: dict[str, str] = {}
        self._parts: Mapping[Kind, Callable[[Route], Iterable[Part]]] = {
            "model": self._model,
            "plan": self._plan,
            "plans": self._plans,
            "browse": self._browse,
            "term": self._term,
            "body": self._body,
            "bodies": self._bodies,
            "spread": self._spread,
            "forest": self._forest,
            "numbers": self._numbers,
            "compare": lambda _: (),
            "redirect": lambda route: (route.subject,),
        }

    def can_tell(self, route: Route) -> bool:
        """Whether a page is made from little enough to be told."""
        return route.kind in self._parts

    def of(self, route: Route) -> bytes:
        """The digest of a page."""
        parts = self._parts[route.kind](route)
        return digest(route.kind, route.subject, str(route.page), *parts)

    def _model(self, route: Route) -> Iterator[Part]:
        know, slug = self._know, route.subject
        item = know.catalogue.models[slug]
        yield self.own(item)
        yield know.model_titles.get(slug, "")
        yield from self._beside(item)
        yield from (self.card(each) for each in know.similar.get(slug, ()))
        yield from self._plans_named(plans_of(item))
        yield self._unit(item)
        if not know.forest.stands_alone(slug):
            root = know.forest.way_to(slug)[0]
            yield self._trees.get(root, b"")
            yield tree_url(root, know.forest)

    def _plan(self, route: Route) -> Iterator[Part]:
        know, slug = self._know, route.subject
        item = know.catalogue.plans[slug]
        yield self.own(item)
        yield know.plan_titles.get(slug, "")
        yield from self._beside(item)
        for each in know.links.answers.get(slug, ()):
            yield self.card(each)
            yield self._unit(each)
        newer = know.links.replaced_by.get(slug)
        others = (item.entry.replaces or "", newer.slug if newer else "")
        yield from self._plans_named(others)
        yield repr(self._bodies_in(item))

    def _beside(self, item: Item[Entry]) -> Iterator[Part]:
        """What an entry shows that its own file does not hold: its dates and pictures.

        Where it links to is there, or the content would not have been found good.
        """
        yield str(self._edition.history.get(item.path, ""))
        for link in self._edition.readings[item.path].links:
            if link.leads and link.leads.image:
                yield str(self._know.pictures.get(link.leads.image, ""))
        for picture in getattr(item.entry, "pictures", ()):
            yield str(self._know.pictures.get(picture.file, ""))

    def _plans_named(self, slugs: Iterable[str]) -> Iterator[Part]:
        plans = self._know.catalogue.plans
        yield from (self.own(plans[slug]) for slug in slugs if slug in plans)

    def _plans(self, route: Route) -> Iterator[Part]:
        yield from self._some(tuple(self._know.catalogue.plans.values()), route, PLANS_ON_PAGE)

    def _browse(self, route: Route) -> Iterator[Part]:
        yield from self._counts.values()
        yield from self._some(self._know.models, route, self._size)

    def _term(self, route: Route) -> Iterator[Part]:
        axis_id, _, term = route.subject.partition("/")
        yield self._counts[axis_id]
        items = axis_named(axis_id).items(self._know.catalogue).get(term, ())
        yield from self._some(items, route, self._size)

    def _some(self, items: Sequence[Item[Entry]], route: Route, size: int) -> Iterator[Part]:
        """One page of a list."""
        first = (route.page - 1) * size
        cards = self._cards
        yield str(len(items))
        yield b"".join([cards[each.path] for each in items[first : first + size]])

    def _body(self, route: Route) -> Iterator[Part]:
        dossier = self._know.catalogue.bodies.dossiers[route.subject]
        yield f"{_told(dossier.body)} {dossier.called}"
        yield from self._some(dossier.models, route, self._size)
        yield from (self.own(each) for each in dossier.issued)
        yield from (self.own(plan) for plan in _plans_in(dossier))

    def _bodies(self, route: Route) -> Iterator[Part]:
        every = tuple(self._know.catalogue.bodies.dossiers.values())
        first = (route.page - 1) * BODIES_ON_PAGE
        yield self._bodies_in_all
        for each in every[first : first + BODIES_ON_PAGE]:
            parts = (each.issued, each.duties, each.receipts, each.models)
            yield f"{_told(each.body)} {[len(part) for part in parts]}"

    def _spread(self, route: Route) -> Iterator[Part]:
        know, forest = self._know, self._know.forest
        found = know.ready_within.get(route.subject, ())
        yield repr(know.ready_terms)
        yield str(len(forest.roots))
        for root in forest.roots[:TREES_BESIDE] if route.url == SPREAD else ():
            yield self._trees[root]
        yield from self._some(found, route, self._size)
        first = (route.page - 1) * self._size
        for item in found[first : first + self._size]:
            copies = forest.offshoots.get(item.slug, ())
            yield from (self.own(each.model) for each in copies if each.model)

    def _forest(self, route: Route) -> Iterator[Part]:
        trees = self._know.forest
        first = (route.page - 1) * TREES_ON_PAGE
        yield str((len(trees.roots), trees.total))
        yield from (self._trees[root] for root in trees.roots[first : first + TREES_ON_PAGE])

    def _numbers(self, _: Route) -> Iterator[Part]:
        know, read = self._know, self._edition.readings
        models = know.catalogue.models.values()
        yield b"".join([among.counted for item in models if (among := read[item.path].among)])
        yield str(len(know.copied))
        for count, item in most_copied(know):
            yield str(count)
            yield self.own(item)
        yield repr(know.reports)

    def own(self, item: Item[Entry]) -> bytes:
        """An entry as its file tells it."""
        return self._edition.readings[item.path].digest

    def card(self, item: Item[Entry]) -> bytes:
        """An entry as lists show it: its file, and in how many places it was copied."""
        return self._cards[item.path]

    @cached_property
    def _cards(self) -> Mapping[str, bytes]:
        """An entry as lists show it: its file, and in how many places it was copied."""
        know = self._know
        found = {item.path: self.own(item) for item in know.catalogue.plans.values()}
        for item in know.catalogue.models.values():
            found[item.path] = self.own(item) + know.copied.get(item.slug, 0).to_bytes(4)
        return found

    def _unit(self, item: ModelItem) -> str:
        """Where the name of a model's unit leads; asked by its own page and by its plans'."""
        if item.slug not in self._units:
            meant = unit_bodies(item, self._know)
            self._units[item.slug] = " ".join(f"{body.slug} {body.name}" for body in meant)
        return self._units[item.slug]

    @cached_property
    def _counts(self) -> Mapping[str, bytes]:
        """By axis how many models each term has."""
        return {
            axis: digest(repr([(term.id, count) for term, count in counted]))
            for axis, counted in self._know.counted.items()
        }

    @cached_property
    def _trees(self) -> Mapping[str, bytes]:
        """By root the whole tree: every model in it, every place named, and their order."""
        return {root: digest(*self._grown(root)) for root in self._know.forest.roots}

    def _grown(self, root: str) -> Iterator[Part]:
        forest, models = self._know.forest, self._know.catalogue.models
        waiting, met = [root], {root}
        while waiting:
            slug = waiting.pop()
            yield self.own(models[slug])
            for each in forest.offshoots.get(slug, ()):
                yield f"{slug} {each.place} {each.year} {each.model and each.model.slug}"
                if each.model and each.model.slug not in met:
                    met.add(each.model.slug)
                    waiting.append(each.model.slug)

    def _bodies_in(self, item: PlanItem) -> list[tuple[Link, ...]]:
        """Where the names in a plan lead."""
        know, plan = self._know, item.entry
        names = [getattr(task, role) for task in plan.tasks for role, _ in ROLES]
        found = [named_in(item, some, know) for some in ((plan.issuer,), *names)]
        return found + [sent_to(item, each.to or "", know) for each in plan.milestones]

    @cached_property
    def _bodies_in_all(self) -> bytes:
        every = self._know.catalogue.bodies.dossiers.values()
        return digest(*(each.body.province.id if each.body.province else "" for each in every))


def _plans_in(dossier: Dossier) -> Iterator[PlanItem]:
    """Every plan that gives the body something to do or to receive, each once."""
    named = [each.plan for each in dossier.duties] + [each.plan for each in dossier.receipts]
    yield from {plan.slug: plan for plan in named}.values()


def _told(body: Body) -> str:
    return repr((body.slug, body.name, body.near, body.province and body.province.id))
