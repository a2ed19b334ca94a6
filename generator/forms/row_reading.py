"""One row of a filled form becomes a model, or every reason why it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.core.problems import Problem, problem
from generator.forms.columns import MARKS, TITLES, Column
from generator.forms.filled import FilledRow
from generator.forms.grid import BLANK, Cell, CellPlace
from generator.forms.marks import is_marked

_NUMBER = re.compile(r"^\(?\d{1,4}\)?\s*(?:[.)]+(?!\d)\s*|[/:–-]+(?!\s*\d)\s*|$)")
_DOTS = re.compile(r"[\s.…_-]*")
_TOTAL = re.compile(r"(?i)^(tổng|cộng)\b")
_CODES = {"formula": "form-formula", "error": "form-cell-error", "date": "form-cell-date"}


@dataclass(frozen=True)
class RowCells:
    """The cells of one row that stand in the columns of the form."""

    cells: Mapping[Column, Cell]
    places: Mapping[Column, CellPlace]

    def text(self, column: Column) -> str:
        """What the cell says."""
        return self.cells.get(column, BLANK).text

    @property
    def name(self) -> str:
        """The name without the number before it, on one line."""
        flat = " ".join(self.text(Column.NAME).split())
        if self.text(Column.ORDINAL):
            return flat
        return _NUMBER.sub("", flat, count=1)

    @property
    def label(self) -> str:
        """All that stands where the name of a field may stand."""
        parts = [self.text(Column.ORDINAL), self.text(Column.NAME)]
        return " ".join(" ".join(parts).split())

    @property
    def stands_alone(self) -> bool:
        """Whether the row holds a name at most."""
        return not any(
            cell.text and not cell.from_above
            for column, cell in self.cells.items()
            if column in TITLES and column is not Column.NAME
        )

    @property
    def is_empty(self) -> bool:
        """Whether nobody has filled it in: blank, dots, a number, or a sum below the table."""
        name = self.name
        if self.cells.get(Column.NAME, BLANK).from_above and self.stands_alone:
            return True
        if _TOTAL.match(name) and not (self.text(Column.ADDRESS) or self.text(Column.CONTENT)):
            return True
        return self.stands_alone and not _DOTS.sub("", name)

    @property
    def is_marked(self) -> bool:
        """Whether one of the four columns for signs holds one."""
        return any(is_marked(self.text(column)) for column in MARKS)

    @property
    def counts_columns(self) -> bool:
        """Whether it is the row of column numbers below the header."""
        texts = [cell.text.strip("() .") for cell in self.cells.values() if cell.text]
        return len(texts) > 2 and all(re.fullmatch(r"\d{1,2}", text) for text in texts)


def read_row(row: RowCells, field: str, number: int) -> tuple[FilledRow | None, list[Problem]]:
    """The model of a row with everything that is wrong with it; ``None`` without a name."""
    name = row.name
    if row.cells.get(Column.NAME, BLANK).from_above:
        return None, [problem("form-row-merged", row.places[Column.NAME])]
    if not _DOTS.sub("", name):
        return None, [problem("form-name-missing", row.places[Column.NAME])]
    problems = [*_cells_without_text(row)]
    content = row.text(Column.CONTENT)
    if not content:
        where = row.places[Column.CONTENT]
        problems.append(problem("form-content-missing", where, name=_short(name)))
    problems += _unclear_marks(row)
    form, wrong = _one_of(row, Column.COLLECTIVE, Column.INDIVIDUAL, "form-kind")
    problems += wrong
    origin, wrong = _one_of(row, Column.NEW, Column.REPLICATED, "form-origin")
    problems += wrong
    unit = " ".join(row.text(Column.UNIT).split())
    texts = (name, form, row.text(Column.ADDRESS), content, origin, unit)
    is_sound = bool(field) and not problems
    return FilledRow(field, number, *texts, row.places, is_sound), problems


def _cells_without_text(row: RowCells) -> Iterator[Problem]:
    for column, cell in row.cells.items():
        if column in TITLES and cell.kind in _CODES:
            yield problem(_CODES[cell.kind], row.places[column], found=_short(cell.text))


def _unclear_marks(row: RowCells) -> list[Problem]:
    return [
        problem(
            "form-mark-unclear",
            row.places[column],
            found=_short(row.text(column)),
            column=TITLES[column],
        )
        for column in MARKS
        if is_marked(row.text(column)) is None and row.cells[column].kind == "text"
    ]


def _one_of(row: RowCells, first: Column, second: Column, code: str) -> tuple[str, list[Problem]]:
    """Which of two columns is marked; only the form of a model must be."""
    marks = {column: is_marked(row.text(column)) for column in (first, second)}
    if None in marks.values():
        return "", []
    marked = [column for column in marks if marks[column]]
    if len(marked) == 2:
        return "", [problem(f"{code}-twice", row.places[second], name=_short(row.name))]
    if not marked and code == "form-kind":
        return "", [problem("form-kind-missing", row.places[first], name=_short(row.name))]
    return (marked[0].value if marked else ""), []


def _short(text: str) -> str:
    """Enough of a text to recognise it in a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:60].rsplit(" ", 1)[0] + "…"
