"""A file name of its own for every new entry; no name that is taken is ever used again.

From the year and the name of the model; where several units register a model of one name, the
place or the unit is added. A row that says again what is there already is a problem, not a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.core.catalogue import ModelItem
from generator.core.entries import Model
from generator.core.field_types import MAX_SLUG
from generator.core.problems import Problem, problem
from generator.core.vietnamese import key, slug
from generator.forms.columns import Column
from generator.forms.drafting import Draft

_LONGEST_ADDITION = 32


@dataclass
class Names:
    """The names in use, and which model of which unit stands where."""

    taken: Mapping[str, str]
    """Slug → path, of whatever is in the collection, former names included."""

    models: Mapping[tuple[str, ...], ModelItem]
    """What makes a model the same → its entry."""

    given: dict[str, Draft] = field(default_factory=dict)
    rows: dict[tuple[str, ...], Draft] = field(default_factory=dict)


def names(items: Iterable[ModelItem], paths: Mapping[str, str]) -> Names:
    """The names that ``items`` and the files at ``paths`` (slug → path) hold."""
    models = list(items)
    former = {old: item.path for item in models for old in item.entry.former_slugs}
    return Names({**former, **paths}, {_identity(item.entry): item for item in models})


def name_for(draft: Draft, year: int, known: Names) -> tuple[str, Problem | None]:
    """A free slug for the draft, which is then no longer free; or why there is none."""
    where, name = draft.row.place(Column.NAME), draft.model.name
    identity = _identity(draft.model)
    if item := known.models.get(identity):
        is_registered = year in (each.year for each in item.entry.registrations)
        code = "form-entry-registered" if is_registered else "form-entry-exists"
        return "", problem(code, where, name=name, path=item.path, year=year)
    if twin := known.rows.get(identity):
        other = str(twin.row.place(Column.NAME)).partition(", ")[2]
        return "", problem("form-row-twice", where, name=name, other=other)
    for candidate in _candidates(draft.model, year):
        if candidate not in known.taken and candidate not in known.given:
            known.given[candidate], known.rows[identity] = draft, draft
            return candidate, None
    return "", problem("form-name-taken", where, name=name)


def _identity(model: Model) -> tuple[str, ...]:
    place = model.place
    parts = (model.name, model.unit, place.province, place.commune or "", place.hamlet or "")
    return tuple(key(part) for part in parts)


def _candidates(model: Model, year: int) -> Iterator[str]:
    place = model.place
    near = ", ".join(filter(None, [place.hamlet, place.commune]))
    for addition in ("", near, model.unit):
        if found := _slug(year, model.name, addition):
            yield found


def _slug(year: int, name: str, addition: str) -> str:
    ending = slug(addition)[:_LONGEST_ADDITION].strip("-")
    room = MAX_SLUG - len(ending) - bool(ending)
    start = slug(f"{year} {name}")
    if len(start) > room:
        start = start[: room + 1].rpartition("-")[0] or start[:room]
    return f"{start}-{ending}" if ending else start
