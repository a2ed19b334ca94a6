"""A form that somebody has filled in, as values: what each row registers, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.forms.columns import Column
from generator.forms.grid import CellPlace
from generator.forms.heading import Heading


@dataclass(frozen=True)
class FilledRow:
    """A model, as one row registers it."""

    field_id: str
    """The term of the vocabulary."""

    number: int
    """Its place among the rows of its field, from 1."""

    name: str
    form: str
    """``tap-the`` or ``ca-nhan``."""

    address: str
    content: str
    origin: str = ""
    """``moi``, ``nhan-rong``, or nothing where the form says nothing."""

    unit: str = ""
    """Only where the table has a column for it."""

    places: Mapping[Column, CellPlace] = field(default_factory=dict, repr=False)
    is_sound: bool = True
    """Whether it may become an entry; of a faulty row the rest is still looked through."""

    def place(self, column: Column) -> CellPlace:
        """Where the cell of a column stands; the name's where there is none."""
        return self.places.get(column, self.places[Column.NAME])


@dataclass(frozen=True)
class FilledForm:
    """One table of the form, with what stands above it."""

    heading: Heading
    rows: tuple[FilledRow, ...]
    place: CellPlace
    """Where its header stands."""

    has_faults: bool
    """Whether a row of it could not be read."""
