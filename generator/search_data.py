"""What search is told about the entries: words to find them by, filters, cards, names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.core.catalogue import Item, ModelItem, PlanItem, years
from generator.core.completeness import completeness
from generator.core.entries import Entry, Location
from generator.core.readiness import spread_terms
from generator.core.routes import SEARCH
from generator.core.taxonomy import Province, Vocabulary
from generator.core.vietnamese import sort_key
from generator.edition import Edition, Output
from generator.pages.cards import card, copies_count
from generator.pages.knowledge import Knowledge
from generator.pages.plan_page import plan_row
from generator.pages.views import Card
from generator.search.bundle import bundle
from generator.search.documents import Document
from generator.search.filters import dated_terms, filters


def search_files(edition: Edition) -> Iterator[Output]:
    """Every file of the search index."""
    know = edition.knowledge
    found = [*_models(know), *_plans(know), *_hand_pages(edition)]
    found.sort(key=lambda document: document.weight, reverse=True)
    found = _in_alphabet(found)
    for file in bundle(found, filters(know.catalogue), _lexicon(know.catalogue.vocabulary)):
        yield Output(SEARCH + file.name, file.data)


def _in_alphabet(documents: list[Document]) -> list[Document]:
    """The documents, each told its place in the Vietnamese A–Z order of all titles."""
    order = sorted(range(len(documents)), key=lambda number: sort_key(documents[number].title))
    places = {number: place for place, number in enumerate(order)}
    return [replace(each, alphabetical=places[n]) for n, each in enumerate(documents)]


def _models(know: Knowledge) -> Iterator[Document]:
    for item in know.catalogue.models.values():
        model = item.entry
        recognised = [f"{each.form}, {each.by or ''}" for each in model.recognitions]
        yield Document(
            title=model.name,
            summary=model.summary,
            keywords=(*model.keywords, *(know.term_name("linh_vuc", f) for f in model.fields)),
            about=(model.unit, *_place_names(model.place, know, model), *_plan_numbers(item, know)),
            results=(*_results(item), *recognised),
            body="\n".join((item.source.body, *_cited(model))),
            card=_card(card(item, know)),
            terms=_model_terms(item, know),
            weight=_importance(item, know),
            newest=_day(item, know) * 4096 + (max(years(model), default=0) % 4096),
            copies=copies_count(item, know),
        )


def _day(item: Item[Entry], know: Knowledge) -> int:
    """When it came into the collection, as a number; 0 where that is not known."""
    added = know.added_on(item)
    return added.toordinal() if added else 0


def _results(item: ModelItem) -> Iterator[str]:
    for each in item.entry.results:
        yield " ".join((each.what, each.amount.text if each.amount else "", each.unit or ""))
    for copy in item.entry.copied_to:
        yield copy.place


def _cited(entry: Entry) -> Iterator[str]:
    for source in entry.sources:
        yield f"{source.title} {source.publisher}"


def _place_names(place: Location, know: Knowledge, entry: Entry) -> tuple[str, ...]:
    """Names of then, smallest first, and the province of today."""
    names = (place.hamlet, place.commune, place.district, place.province)
    today = know.catalogue.place(entry).today.name
    return tuple(dict.fromkeys(name for name in (*names, today) if name))


def _plan_numbers(item: ModelItem, know: Knowledge) -> tuple[str, ...]:
    plans = (know.catalogue.plans.get(slug) for slug in item.entry.plans)
    return tuple(plan.entry.number for plan in plans if plan and plan.entry.number)


def _model_terms(item: ModelItem, know: Knowledge) -> Mapping[str, tuple[str, ...]]:
    model, held = item.entry, item.entry.conditions
    return {
        "linh_vuc": model.fields,
        "tinh": (know.catalogue.place(model).today.id,),
        "hinh_thuc": (model.form,),
        "cong_nhan": tuple(each.level for each in model.recognitions),
        "nhan_rong": spread_terms(item, know.forest),
        "kinh_phi": (held.cost,) if held and held.cost else (),
        "dia_ban": held.terrain if held else (),
        "loai": ("mo-hinh",),
        **dated_terms(item),
    }


def _importance(item: ModelItem, know: Knowledge) -> tuple[int, ...]:
    """Told well first, then what was recognised or copied, then the newest."""
    model = item.entry
    figures = min(3, sum(1 for each in model.results if each.amount))
    proven = bool(model.recognitions) + bool(copies_count(item, know))
    told = completeness(item).percent // 10 + figures + 2 * proven
    return (told, max(years(model), default=0), _day(item, know))


def _plans(know: Knowledge) -> Iterator[Document]:
    for item in know.catalogue.plans.values():
        plan = item.entry
        last = plan.period.last or plan.period.first
        yield Document(
            title=f"{plan.name} {plan.number or ''}".strip(),
            summary=f"{plan.issuer}. {' '.join(each.what for each in plan.targets)}"[:300],
            keywords=tuple(filter(None, ("kế hoạch", plan.number, plan.issuer))),
            about=(*_place_names(plan.place, know, plan), str(plan.period.first)),
            results=(),
            body="\n".join((item.source.body, *_plan_words(item), *_cited(plan))),
            card=_plan_card(item, know),
            terms={
                "linh_vuc": plan.fields,
                "tinh": (know.catalogue.place(plan).today.id,),
                "nam": tuple(str(year) for year in range(plan.period.first, last + 1)),
                "loai": ("ke-hoach",),
            },
            weight=(6, last, 0),
            newest=_day(item, know) * 4096 + plan.period.first % 4096,
        )


def _plan_words(item: PlanItem) -> Iterator[str]:
    plan = item.entry
    for task in plan.tasks:
        bodies = (*task.directs, *task.leads, *task.coordinates, *task.carries_out, *task.advises)
        yield " ".join((task.what, *bodies, task.time or ""))
    for each in plan.milestones:
        yield f"{each.what} {each.due} {each.to or ''}"
    for basis in plan.bases:
        yield f"{basis.title} {basis.number or ''}"
    if plan.signer:
        yield f"{plan.signer.name} {plan.signer.office or ''}"


def _hand_pages(edition: Edition) -> Iterator[Document]:
    for order, page in enumerate(edition.hand_pages):
        yield Document(
            title=page.title,
            summary=page.description,
            keywords=(),
            about=(),
            results=(),
            body=page.text,
            card=("trang", page.url, page.title, page.description, "", "", "", "Trang", [], []),
            terms={"loai": ("trang",)},
            weight=(0, 0, -order),
        )


def _card(it: Card) -> tuple[Any, ...]:
    """Kind, address, name, summary, field id, place, since, form, figures, badges."""
    figures = [[f"{each.amount} {each.unit}".strip(), each.label] for each in it.figures]
    badges = [[badge.text, badge.tone] for badge in it.badges]
    return (
        "mo-hinh",
        it.url,
        it.name,
        it.summary,
        it.field.id,
        it.place,
        it.since,
        it.form,
        figures,
        badges,
    )


def _plan_card(item: PlanItem, know: Knowledge) -> tuple[Any, ...]:
    row = plan_row(item)
    number = f"Số {row.number}. " if row.number else ""
    figures = [[str(row.tasks), "việc giao cho các cơ quan"]]
    return (
        "ke-hoach",
        row.url,
        row.name,
        f"{number}{row.issuer}.",
        "",
        row.place,
        row.period,
        "Kế hoạch",
        figures,
        [],
    )


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
