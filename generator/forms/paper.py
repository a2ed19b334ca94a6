"""A printed form as a value: lines above a table, the table, lines below it.

Says what stands on the paper and how it looks; the adapters draw it as a sheet or a document.
Measured for A4 lying down, with the margins of ``MARGINS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.forms.grid import tidy

FONT = "Times New Roman"
"""Prescribed for Party and State documents (36-HD/VPTW, Nghị định 30/2020/NĐ-CP)."""

MARGINS = {"top": 20, "bottom": 15, "left": 25, "right": 15}
"""In millimetres."""

PAGE = {"width": 297, "height": 210}
PRINTED_WIDTH = PAGE["width"] - MARGINS["left"] - MARGINS["right"]
PRINTED_HEIGHT = PAGE["height"] - MARGINS["top"] - MARGINS["bottom"]

Align = Literal["left", "center"]


@dataclass(frozen=True)
class Line:
    """A line outside the table."""

    text: str
    bold: bool = False
    italic: bool = False
    size: int = 14
    align: Align = "center"


@dataclass(frozen=True)
class Box:
    """A cell of the table. Only boxes of the header may span others."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    aside: str = ""
    """Stands under the text, in light italics."""

    across: int = 1
    down: int = 1
    amount: int | None = None
    """A number to reckon with; ``text`` says the same."""


@dataclass(frozen=True)
class Paper:
    """One form, ready to be drawn."""

    title: str
    """For the properties of the file."""

    sheet: str
    """What the sheet is called."""

    above: tuple[Line, ...]
    widths: tuple[int, ...]
    """Of the columns, in millimetres."""

    header: tuple[tuple[Box, ...], ...]
    """Rows repeated on every page; each lists the boxes that begin in it."""

    body: tuple[tuple[Box, ...], ...]
    notes: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    """Who signs; stands below on the right."""

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What the cells of the body say, to compare two papers by."""
        return tuple(tuple(tidy(box.text) for box in row) for row in self.body)


def placed(rows: Sequence[Sequence[Box]]) -> Iterator[tuple[int, int, Box]]:
    """Every box with the index of the row and the column in which it begins."""
    taken: set[tuple[int, int]] = set()
    for row, boxes in enumerate(rows):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            yield row, column, box
            taken |= {
                (row + below, column + right)
                for below in range(box.down)
                for right in range(box.across)
            }


def right_half(widths: Sequence[int]) -> int:
    """Index of the column at which the closing lines begin."""
    room, column = 0, len(widths)
    while column > 1 and room < PRINTED_WIDTH * 0.4:
        column -= 1
        room += widths[column]
    return column
