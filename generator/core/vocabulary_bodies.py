"""What editors write of a body that goes by several names."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from generator.core.field_types import Line, Slug, TermId
from generator.core.front_matter import FrontMatter
from generator.core.problems import Problem, problem
from generator.core.taxonomy import PROVINCES, KnownBody, Vocabulary
from generator.core.vietnamese import nearest

BODIES = "co_quan"
"""The name of the list of bodies."""


class BodyRow(BaseModel):
    """One body; its names mean it in its province, or in these plans only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ma: TermId
    ten: Line
    ten_khac: tuple[Line, ...] = ()
    tinh: Line | None = None
    ke_hoach: tuple[Slug, ...] = ()


def known_body(row: BodyRow) -> KnownBody:
    """The body that a row describes."""
    return KnownBody(row.ma, row.ten, row.ten_khac, row.tinh or "", row.ke_hoach)


def unknown_provinces(
    matter: FrontMatter, rows: tuple[BodyRow, ...], terms: Vocabulary
) -> Iterator[Problem]:
    """Every province that a row names and no list knows."""
    if PROVINCES in terms.unsure:
        return
    for index, row in enumerate(rows):
        if row.tinh and terms.province(row.tinh) is None:
            near = nearest(row.tinh, (each.name for each in terms.provinces)) or ""
            place = matter.value_place(BODIES, index, "tinh")
            yield problem("unknown-province", place, value=row.tinh, nearest=near)
