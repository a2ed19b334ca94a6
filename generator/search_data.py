"""What search is told of the whole collection: its documents, filters, cards, names.

What one entry tells by itself is found where it is read (``search.own_words``); here it is
joined with what other entries, the day and the pages tell of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.core.catalogue import Item, ModelItem, PlanItem
from generator.core.entries import Entry
from generator.core.entry_rules import model_item, plan_item
from generator.core.readiness import COPIED, READY
from generator.core.routes import SEARCH
from generator.core.taxonomy import Province, Vocabulary
from generator.core.vietnamese import sort_key
from generator.edition import Edition
from generator.pages.cards import card
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import Knowledge
from generator.pages.plan_page import plan_row
from generator.pages.views import Card
from generator.search.bundle import File, bundle, json_bytes
from generator.search.documents import SMALL, Document
from generator.search.filters import filters
from generator.search.own_words import OwnWords, body_text, plan_title
from generator.search.words import Forms, words

CardOf = Callable[[Item[Entry], Knowledge], bytes]
"""Makes what the list shows of an entry, or has kept it."""


@dataclass(frozen=True)
class Told:
    """What every entry tells the search by itself."""

    own: Mapping[str, OwnWords]
    """By the entry's path."""

    forms: Forms
    """What the numbers of their words mean; it may explain more."""


def search_outputs(edition: Edition, known: Told, card_of: CardOf) -> Iterator[File]:
    """Every file of the search index by its path in the site, the table of contents last."""
    know = edition.knowledge
    catalogue = know.catalogue
    items: tuple[Item[Entry], ...] = (*catalogue.models.values(), *catalogue.plans.values())
    pages = [_hand_page(order, page) for order, page in enumerate(edition.hand_pages)]
    forms = dict(known.forms)
    for _, more in pages:
        forms.update(more)
    found = [
        *_entries(items, know, known, card_of),
        *(document for document, _ in pages),
    ]
    found.sort(key=lambda document: document.weight, reverse=True)
    lexicon = _lexicon(catalogue.vocabulary)
    for file in bundle(found, forms, filters(catalogue), lexicon):
        yield replace(file, name=SEARCH + file.name)


def _entries(
    items: Sequence[Item[Entry]], know: Knowledge, known: Told, card_of: CardOf
) -> Iterator[Document]:
    is_small = len(items) <= SMALL
    ready = frozenset(item.slug for item in know.ready)
    for item in items:
        own, card_made = known.own[item.path], card_of(item, know)
        body = body_text(item) if is_small else ""
        if model := model_item(item):
            yield _model(model, know, own, card_made, body, model.slug in ready)
        elif plan := plan_item(item):
            yield _plan(plan, know, own, card_made, body)


def _day(item: Item[Entry], know: Knowledge) -> int:
    """When it came into the collection, as a number; 0 where that is not known."""
    added = know.added_on(item)
    return added.toordinal() if added else 0


def _model(
    item: ModelItem, know: Knowledge, own: OwnWords, made: bytes, body: str, is_ready: bool
) -> Document:
    """Told well comes first, then what was recognised or copied, then the newest."""
    copies, day = know.copied.get(item.slug, 0), _day(item, know)
    spread = (COPIED,) if item.slug in know.forest.offshoots else ()
    return Document(
        own.words,
        made,
        more=_plan_numbers(item, know),
        body=body,
        terms={**own.terms, "nhan_rong": (*spread, READY) if is_ready else spread},
        weight=(own.told + 2 * bool(copies), own.year, day),
        newest=day * 4096 + own.year % 4096,
        copies=copies,
        order=item.order[0],
    )


def _plan(item: PlanItem, know: Knowledge, own: OwnWords, made: bytes, body: str) -> Document:
    return Document(
        own.words,
        made,
        body=body,
        terms=own.terms,
        weight=(own.told, own.year, 0),
        newest=_day(item, know) * 4096 + own.first_year % 4096,
        order=sort_key(plan_title(item.entry)),
    )


def _plan_numbers(item: ModelItem, know: Knowledge) -> tuple[str, ...]:
    plans = (know.catalogue.plans.get(slug) for slug in item.entry.plans)
    return tuple(plan.entry.number for plan in plans if plan and plan.entry.number)


def _hand_page(order: int, page: HandPage) -> tuple[Document, Forms]:
    found, forms = words(page.title, page.description, (), (), (), page.text)
    document = Document(
        found,
        json_bytes(("trang", page.url, page.title, page.description, "", "", "", "Trang", [], [])),
        body=page.text,
        terms={"loai": ("trang",)},
        weight=(0, 0, -order),
        order=sort_key(page.title),
    )
    return document, forms


def card_json(item: Item[Entry], know: Knowledge) -> bytes:
    """What the list shows of an entry.

    Kind, address, name, summary, field id, place, since, form, figures, badges.
    """
    if model := model_item(item):
        return json_bytes(_card(card(model, know)))
    plan = plan_item(item)
    assert plan is not None, "an entry is a model or a plan"
    return json_bytes(_plan_card(plan))


def _card(it: Card) -> tuple[Any, ...]:
    figures = [[f"{each.amount} {each.unit}".strip(), each.label] for each in it.figures]
    badges = [[badge.text, badge.tone] for badge in it.badges]
    place = (it.field.id, it.place, it.since, it.form)
    return ("mo-hinh", it.url, it.name, it.summary, *place, figures, badges)


def _plan_card(item: PlanItem) -> tuple[Any, ...]:
    row = plan_row(item)
    number = f"Số {row.number}. " if row.number else ""
    figures = [[str(row.tasks), "việc giao cho các cơ quan"]]
    told = (f"{number}{row.issuer}.", "", row.place, row.period, "Kế hoạch")
    return ("ke-hoach", row.url, row.name, *told, figures, [])


def _lexicon(vocabulary: Vocabulary) -> dict[str, Any]:
    """By what names a question may call things.

    ``short``: pairs of a short form and its full one. ``places``: id, name, all its names of
    today, and each former name with its own spellings. ``fields``: id and names.
    """
    return {
        "short": list(vocabulary.abbreviations.items()),
        "places": [_place_lexicon(each) for each in vocabulary.provinces],
        "fields": [[t.id, t.name, *t.aliases] for t in vocabulary.lists.get("linh_vuc", ())],
    }


def _place_lexicon(province: Province) -> list[Any]:
    absorbed = set(province.absorbed)
    former = [[old.name, *old.aliases] for old in province.former if old.name in absorbed]
    return [province.id, province.name, [province.name, *province.aliases], former]
