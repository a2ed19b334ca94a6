"""What is registered with a plan for a year, by fields, in the order of the official form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.catalogue import Catalogue, ModelItem, PlanItem
from generator.core.entries import Plan
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import key, sort_key
from generator.forms.address import Address, base_of, written
from generator.forms.body_sections import ADDRESS, CONTENT, section
from generator.forms.citation import position
from generator.forms.fields import FIELDS, OFFICIAL, title


@dataclass(frozen=True)
class Registered:
    """A row of the form."""

    name: str
    form: str
    """``tap-the`` or ``ca-nhan``."""

    address: str
    content: str
    origin: str = ""
    """``moi``, ``nhan-rong`` or nothing."""


@dataclass(frozen=True)
class Section:
    """The rows of one field."""

    title: str
    rows: tuple[Registered, ...] = ()


@dataclass(frozen=True)
class RegistrationForm:
    """The form as values."""

    unit: str
    """Empty on a form that is still to be filled in, or that several units share."""

    year: int | None
    basis: str
    """What it is annexed to: “Kế hoạch số 31-KH/TU, ngày 16/3/2021 của …”."""

    sections: tuple[Section, ...]


def blank(vocabulary: Vocabulary) -> RegistrationForm:
    """The form with nothing filled in, of no plan and no year."""
    return RegistrationForm("", None, "", _sections((), vocabulary, Address(), 0))


def registration(
    catalogue: Catalogue, plan: PlanItem, year: int, unit: str = ""
) -> RegistrationForm:
    """What is registered with ``plan`` for ``year``, by all units or by one."""
    items = [
        item
        for item in registered(catalogue, plan.slug, year)
        if not unit or key(item.entry.unit) == key(unit)
    ]
    units = {key(item.entry.unit): item.entry.unit for item in items}
    whose = unit or (units.popitem()[1] if len(units) == 1 else "")
    base = base_of(plan.entry.place, catalogue.vocabulary, year)
    sections = _sections(items, catalogue.vocabulary, base, year)
    return RegistrationForm(whose, year, basis(plan.entry), sections)


def registered(catalogue: Catalogue, plan: str, year: int) -> tuple[ModelItem, ...]:
    """The models registered with a plan for a year, and those that answer it, no year told."""
    return tuple(item for item in catalogue.models.values() if _is_registered(item, plan, year))


def basis(plan: Plan) -> str:
    """How the form names its plan, with what is known of it."""
    number = f" số {plan.number}" if plan.number else ""
    issued = f", ngày {plan.issued}" if plan.issued else ""
    return f"Kế hoạch{number}{issued} của {plan.issuer}"


def _is_registered(item: ModelItem, plan: str, year: int) -> bool:
    model = item.entry
    answers = plan in model.plans
    years = [
        each.year
        for each in model.registrations
        if each.plan == plan or (each.plan is None and answers)
    ]
    if years or not answers:
        return year in years
    return model.start is None or model.start.year <= year


def _sections(
    items: Iterable[ModelItem], vocabulary: Vocabulary, base: Address, year: int
) -> tuple[Section, ...]:
    """The official fields always, the others where something is registered in them."""
    ordered = sorted(items, key=lambda item: _order(item, year))
    fields = vocabulary.ids(FIELDS)
    by_field = {
        field: tuple(
            _row(item, vocabulary, base, year) for item in ordered if item.entry.fields[0] == field
        )
        for field in fields
    }
    shown = [field for field in fields if by_field[field] or field in fields[:OFFICIAL]]
    return tuple(
        Section(title(number, field, vocabulary), by_field[field])
        for number, field in enumerate(shown, start=1)
    )


def _order(item: ModelItem, year: int) -> tuple[object, ...]:
    """Unit by unit; within one as its form had it, then by name."""
    row = position(item.entry, year)
    return (sort_key(item.entry.unit), row is None, row or 0, *item.order)


def _row(item: ModelItem, vocabulary: Vocabulary, base: Address, year: int) -> Registered:
    model, body = item.entry, item.source.body
    address = section(body, ADDRESS)
    if address is None:
        place = Address.of(model.place)
        address = written(place, base, vocabulary, model.place.year or year)
    content = section(body, CONTENT) or model.summary
    return Registered(model.name, model.form, address, content, model.origin or "")
