"""The one flat, documented record of an entry that every format shares.

CSV, JSON and the data package are all written from it, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem
from generator.core.dates import PartialDate, YearlyDate, YearRange
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.field_types import Amount
from generator.core.links import Links
from generator.export.columns import Column, Value, group_in
from generator.export.model_columns import MODEL_READINGS
from generator.export.plan_columns import PLAN_READINGS
from generator.export.readings import E, Reading, Surroundings

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

COLUMNS: Mapping[EntryKind, tuple[Column, ...]] = {
    "model": tuple(reading.column for reading in MODEL_READINGS),
    "plan": tuple(reading.column for reading in PLAN_READINGS),
}
"""The columns of each table, in order: for the data page and the data package."""

_GROUPS: Mapping[EntryKind, frozenset[str]] = {
    "model": frozenset(n for n, each in Model.model_fields.items() if group_in(each.annotation)),
    "plan": frozenset(n for n, each in Plan.model_fields.items() if group_in(each.annotation)),
}
"""The attributes that hold groups of fields."""

_PLAIN = frozenset((type(None), str, bool, int))
"""The types that JSON has as well."""

_LARGEST = 2**53
"""Beyond it a reader of JSON may round a number without a word."""


@dataclass(frozen=True)
class Record:
    """An entry as open data."""

    kind: EntryKind
    slug: str
    values: Mapping[str, Value]
    """Column name → value, in the order of ``COLUMNS``."""

    details: Mapping[str, Json] = field(repr=False)
    """The groups of fields in full (sources, results, tasks …) and the body as Markdown."""


def model_records(
    catalogue: Catalogue, links: Links, base_url: str, completeness: Mapping[str, int]
) -> tuple[Record, ...]:
    """Every model, in A–Z order.

    ``base_url`` is the address of the home page; ``completeness`` maps a slug to per cent.
    """
    around = surroundings(catalogue, links, base_url, lambda item: completeness.get(item.slug))
    return tuple(model_record(item, around) for item in catalogue.models.values())


def plan_records(catalogue: Catalogue, links: Links, base_url: str) -> tuple[Record, ...]:
    """Every plan, newest first. ``base_url`` is the address of the home page."""
    around = surroundings(catalogue, links, base_url, lambda _: None)
    return tuple(plan_record(item, around) for item in catalogue.plans.values())


def surroundings(
    catalogue: Catalogue,
    links: Links,
    base_url: str,
    completeness: Callable[[ModelItem], int | None],
) -> Surroundings:
    """What records are made from besides their entries.

    ``base_url`` is the address of the home page; ``completeness`` tells a model's per cent.
    """
    return Surroundings(catalogue, links, base_url.rstrip("/") + "/", completeness)


def model_record(item: ModelItem, around: Surroundings) -> Record:
    """A model as open data."""
    return _record(item, MODEL_READINGS, around)


def plan_record(item: PlanItem, around: Surroundings) -> Record:
    """A plan as open data."""
    return _record(item, PLAN_READINGS, around)


def _record(item: Item[E], readings: tuple[Reading[E], ...], around: Surroundings) -> Record:
    values = {each.column.name: each.read(item, around) for each in readings}
    return Record(item.kind, item.slug, values, _details(item))


def _details(item: Item[Entry]) -> dict[str, Json]:
    """What is a group or a list of groups, by attribute name; plain values have columns."""
    groups, held = _GROUPS[item.kind], vars(item.entry)
    found = {name: _plain(value) for name, value in held.items() if name in groups}
    return {**found, "body": item.source.body.strip()}


def _plain(value: Any) -> Json:
    """A value of an entry in the types that JSON has; dates in ISO form."""
    kind = type(value)
    if kind in _PLAIN:
        plain: Json = value
        return plain
    if kind is tuple:
        return [_plain(each) for each in value]
    match value:
        case BaseModel():
            held = vars(value).items()
            return {name: each if type(each) in _PLAIN else _plain(each) for name, each in held}
        case PartialDate() | YearRange() | YearlyDate():
            return value.iso
        case Amount():
            return {"text": value.text, "number": _number(value.number)}
    raise TypeError(f"open data has no form for {type(value).__name__}")


def _number(exact: Decimal | None) -> int | float | None:
    """The number as JSON holds it; ``None`` where only the text beside it can be exact."""
    if exact is None or abs(exact) > _LARGEST:
        return None
    return int(exact) if exact == exact.to_integral_value() else float(exact)
