"""A model as a card in a list."""

from __future__ import annotations

from generator.core.axes import FIELD
from generator.core.catalogue import ModelItem
from generator.core.entries import Model, Outcome
from generator.core.routes import model_url, term_url
from generator.pages.knowledge import Knowledge
from generator.pages.places import place_short
from generator.pages.views import Badge, Card, FieldTag, Figure

_FIGURES = 2
_LONG_AMOUNT = 16
"""An amount of more characters than this is a sentence, not a figure for a card."""


def card(item: ModelItem, knowledge: Knowledge) -> Card:
    """The card of a model."""
    model = item.entry
    name = knowledge.catalogue.place(model)
    place = place_short(model.place)
    if name.is_former:
        place += f" (nay là {name.today.name})"
    return Card(
        item.slug,
        model_url(item.slug),
        model.name,
        model.summary,
        field_tag(model.fields[0], knowledge),
        figures(model)[:_FIGURES],
        place,
        f"Từ {model.start.year}" if model.start else "",
        knowledge.term_name("hinh_thuc", model.form),
        _badges(item, knowledge),
    )


def field_tag(field: str, knowledge: Knowledge) -> FieldTag:
    """A field with its name and the list of its models."""
    return FieldTag(field, knowledge.term_name("linh_vuc", field), term_url(FIELD, field))


def figures(model: Model) -> tuple[Figure, ...]:
    """The results that a number tells, as figures."""
    return tuple(figure(each) for each in numbered_results(model))


def numbered_results(model: Model) -> tuple[Outcome, ...]:
    """The results that a number tells, in the order the editor gave them."""
    return tuple(
        each for each in model.results if each.amount and len(each.amount.text) <= _LONG_AMOUNT
    )


def figure(result: Outcome) -> Figure:
    """A result with its amount, unit and date."""
    label = result.what
    if result.as_of:
        label += f" ({result.as_of})"
    amount = result.amount.text if result.amount else ""
    return Figure(amount, result.unit or "", label)


def _badges(item: ModelItem, knowledge: Knowledge) -> tuple[Badge, ...]:
    found = []
    if item.entry.recognitions:
        found.append(Badge("Được ghi nhận, khen thưởng", "gold"))
    if knowledge.copies_of(item):
        found.append(Badge("Đã nhân rộng", "ok"))
    return tuple(found)
