"""A table as it was found in somebody's file: rows of cells, each with its place.

Adapters make grids from sheets and from the tables of documents. What the cells mean is for
``reading`` to find out; a grid knows only where each one stands and what kind of cell it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.core.problems import Place
from generator.core.text_checks import CONTROLS
from generator.core.vietnamese import normalise

MAX_ROWS = 5_000
"""Rows of one table; no unit registers so much."""

MAX_COLUMNS = 64

CellKind = Literal["text", "formula", "error", "date"]

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Cell:
    """One cell."""

    text: str = ""
    """What it shows, tidied; of a formula the formula itself."""

    kind: CellKind = "text"
    from_above: bool = False
    """Whether it is merged with the cell above it."""


Row = tuple[Cell, ...]
BLANK = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet, or one table of a document."""

    name: str
    """For people: “trang tính “Sheet1””, “bảng 2”."""

    order: int
    """Its place among the grids of the file."""

    rows: tuple[Row, ...]
    """Row ``n`` of the sheet stands at ``n - 1``; blank rows are kept."""

    heading: tuple[tuple[str, ...], ...] = ()
    """What stands in the document before the table, a tuple of texts for each line."""

    lettered: bool = True
    """Whether people name its columns by letters."""

    surplus: int = 0
    """The first row beyond ``MAX_ROWS`` that is filled in; 0 when there is none."""

    hidden: bool = False

    def place(self, file: str, row: int, column: int) -> CellPlace:
        """The place of a cell, from indexes that begin with 0."""
        return CellPlace(file, row + 1, column + 1, self.name, self.order, self.lettered)


@dataclass(frozen=True)
class CellPlace(Place):
    """Where a cell stands; a file as a whole has no ``table``."""

    table: str = ""
    order: int = 0
    lettered: bool = True

    @property
    def column_name(self) -> str:
        """As people call the column: “C”, or its number in a document."""
        return letters(self.column) if self.lettered else str(self.column)

    def __str__(self) -> str:
        if not self.table:
            return self.path
        return f"{self.path}, {self.table}, dòng {self.line}, cột {self.column_name}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, CellPlace):
            return NotImplemented
        return self._rank() < other._rank()

    def _rank(self) -> tuple[str, int, int, int]:
        return (self.path, self.order, self.line, self.column)


def letters(column: int) -> str:
    """The letters of a column: 1 gives “A”, 27 gives “AA”."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def tidy(text: str) -> str:
    """What a cell says: mended Vietnamese, single spaces, no blank lines."""
    plain = CONTROLS.sub(" ", _LINE_ENDS.sub("\n", normalise(text)))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)
