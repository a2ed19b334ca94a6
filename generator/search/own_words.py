"""All that an entry alone, and the names in the vocabulary, tell the search.

Made where the entry is read and kept with it; what depends on other entries, on the day or
on what pages show is added when the index is made (``search_data``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.core.catalogue import Item, ModelItem, PlanItem
from generator.core.completeness import completeness
from generator.core.entries import Entry, Model, Plan
from generator.core.entry_rules import model_item, plan_item
from generator.core.taxonomy import Vocabulary
from generator.search.filters import dated_terms
from generator.search.words import Forms, Lexicon, Words, words

_PLAN_WEIGHT = 6
"""A plan stands where a model stands that is told fairly well."""


@dataclass(frozen=True)
class OwnWords:
    """What search is told by one entry."""

    words: Words
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Filter name → the ids the entry carries."""

    told: int = 0
    """How well it is told and proven by itself."""

    year: int = 0
    """The last year it belongs to; 0 where it tells none."""

    first_year: int = 0
    """Of a plan, its first one; of a model the same as ``year``."""


def own_words(
    item: Item[Entry], vocabulary: Vocabulary, lexicon: Lexicon | None = None
) -> tuple[OwnWords, Forms]:
    """What search is told by the entry, and what the numbers of its words mean (see ``words``)."""
    if plan := plan_item(item):
        return _of_plan(plan, vocabulary, lexicon)
    model = model_item(item)
    assert model is not None, "an entry is a model or a plan"
    return _of_model(model, vocabulary, lexicon)


def body_text(item: Item[Entry]) -> str:
    """The long text that the entry is found by, a line for each phrase."""
    plan = plan_item(item)
    told = _plan_words(plan.entry) if plan else ()
    return "\n".join((item.source.body, *told, *_cited(item.entry)))


def _of_model(
    item: ModelItem, vocabulary: Vocabulary, lexicon: Lexicon | None
) -> tuple[OwnWords, Forms]:
    model = item.entry
    fields = (_name("linh_vuc", each, vocabulary) for each in model.fields)
    recognised = (f"{each.form}, {each.by or ''}" for each in model.recognitions)
    found, forms = words(
        model.name,
        model.summary,
        (*model.keywords, *fields),
        (model.unit, *_place_names(model, vocabulary)),
        (*_results(model), *recognised),
        body_text(item),
        lexicon,
    )
    year = max(model.years, default=0)
    return OwnWords(found, _model_terms(item, vocabulary), _told(item), year, year), forms


def _results(model: Model) -> Iterator[str]:
    for each in model.results:
        yield " ".join((each.what, each.amount.text if each.amount else "", each.unit or ""))
    for copy in model.copied_to:
        yield copy.place


def _model_terms(item: ModelItem, vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    model, held = item.entry, item.entry.conditions
    terms = {
        "linh_vuc": model.fields,
        "tinh": _province(model, vocabulary),
        "hinh_thuc": (model.form,),
        "cong_nhan": tuple(each.level for each in model.recognitions),
        "kinh_phi": (held.cost,) if held and held.cost else (),
        "dia_ban": held.terrain if held else (),
        "loai": ("mo-hinh",),
        **dated_terms(item),
    }
    return {name: ids for name, ids in terms.items() if ids}


def _told(item: ModelItem) -> int:
    model = item.entry
    figures = min(3, sum(1 for each in model.results if each.amount))
    return completeness(item).percent // 10 + figures + 2 * bool(model.recognitions)


def _of_plan(
    item: PlanItem, vocabulary: Vocabulary, lexicon: Lexicon | None
) -> tuple[OwnWords, Forms]:
    plan = item.entry
    first, last = plan.period.first, plan.period.last or plan.period.first
    found, forms = words(
        plan_title(plan),
        f"{plan.issuer}. {' '.join(each.what for each in plan.targets)}"[:300],
        filter(None, ("kế hoạch", plan.number, plan.issuer)),
        (*_place_names(plan, vocabulary), str(first)),
        (),
        body_text(item),
        lexicon,
    )
    terms = {
        "linh_vuc": plan.fields,
        "tinh": _province(plan, vocabulary),
        "nam": tuple(str(year) for year in range(first, last + 1)),
        "loai": ("ke-hoach",),
    }
    return OwnWords(found, terms, _PLAN_WEIGHT, last, first), forms


def plan_title(plan: Plan) -> str:
    """A plan as the list names it: with its number, by which many ask for it."""
    return f"{plan.name} {plan.number or ''}".strip()


def _plan_words(plan: Plan) -> Iterator[str]:
    for task in plan.tasks:
        bodies = (*task.directs, *task.leads, *task.coordinates, *task.carries_out, *task.advises)
        yield " ".join((task.what, *bodies, task.time or ""))
    for each in plan.milestones:
        yield f"{each.what} {each.due} {each.to or ''}"
    for basis in plan.bases:
        yield f"{basis.title} {basis.number or ''}"
    if plan.signer:
        yield f"{plan.signer.name} {plan.signer.office or ''}"


def _cited(entry: Entry) -> Iterable[str]:
    return (f"{source.title} {source.publisher}" for source in entry.sources)


def _place_names(entry: Entry, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names of then, smallest first, and the province of today."""
    place, known = entry.place, vocabulary.province(entry.place.province)
    today = known.today.name if known else None
    names = (place.hamlet, place.commune, place.district, place.province, today)
    return tuple(dict.fromkeys(name for name in names if name))


def _province(entry: Entry, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The province of today; none where the list of provinces could not be read whole."""
    known = vocabulary.province(entry.place.province)
    return (known.today.id,) if known else ()


def _name(list_name: str, term: str, vocabulary: Vocabulary) -> str:
    """What readers call a term; its id where the list could not be read whole."""
    known = vocabulary.has(list_name, term)
    return vocabulary.term(list_name, term).name if known else term
