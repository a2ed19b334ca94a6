"""The tables of a file become filled forms, and every problem in them at once.

A file may hold several tables, one below the other or on several sheets; a table may run on over
a page break without its header. Whatever is not the form is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.core.problems import Problem, has_errors, problem
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import number
from generator.forms.columns import TITLES, Column
from generator.forms.fields import FIELDS, field_of, field_row, nearest_field
from generator.forms.filled import FilledForm, FilledRow
from generator.forms.grid import BLANK, MAX_ROWS, Cell, CellPlace, Grid
from generator.forms.header import Header, find_header, header_at
from generator.forms.heading import is_signature, opens_a_form, read_heading
from generator.forms.legacy_text import legacy_text
from generator.forms.row_reading import RowCells, read_row


@dataclass
class _Table:
    """One table while it is being read."""

    grid: Grid
    header: Header
    place: CellPlace
    """Where its header begins."""

    lines: Sequence[Sequence[str]]
    """What stands above it."""

    term: str | None = None
    """The field that the rows belong to at the moment."""

    is_named: bool = False
    """Whether a row has named a field, be it one that exists or not."""

    rows: list[FilledRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    above: Mapping[Column, Cell] = field(default_factory=dict)


def read_forms(
    file: str, grids: Sequence[Grid], vocabulary: Vocabulary
) -> tuple[tuple[FilledForm, ...], list[Problem]]:
    """Every form in the tables of ``file``, and what is wrong with it."""
    if legacy := _legacy_problem(file, grids):
        return (), [legacy]
    problems = [
        problem("form-sheet-hidden", grid.place(file, 0, 0))
        for grid in grids
        if grid.hidden and find_header(grid.rows, 0)
    ]
    tables = _tables(file, [grid for grid in grids if not grid.hidden], vocabulary)
    if not tables:
        columns = ", ".join(f"“{title}”" for title in TITLES.values())
        return (), [*problems, problem("form-table-missing", CellPlace(file), columns=columns)]
    problems += [found for table in tables for found in table.problems]
    forms = tuple(_form(table) for table in tables)
    if not has_errors(problems) and not any(form.rows for form in forms):
        problems.append(problem("form-empty", forms[0].place))
    return forms, problems


def _form(table: _Table) -> FilledForm:
    has_faults = bool(table.problems)
    return FilledForm(read_heading(table.lines), tuple(table.rows), table.place, has_faults)


def _legacy_problem(file: str, grids: Sequence[Grid]) -> Problem | None:
    places = [
        (grid.place(file, row, column), cell.text)
        for grid in grids
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if cell.text and not cell.text.isascii()
    ]
    found = legacy_text(text for _, text in places)
    if found is None:
        return None
    where = places[found.index][0]
    return problem("form-old-letters", where, encoding=found.encoding, found=found.found)


def _tables(file: str, grids: Sequence[Grid], vocabulary: Vocabulary) -> list[_Table]:
    found: list[_Table] = []
    lines: list[Sequence[str]] = []
    for grid in grids:
        lines = [*([] if grid.lettered else lines), *grid.heading]
        here = list(_tables_of(file, grid, lines, vocabulary))
        if here:
            here[-1].problems += _surplus(file, grid)
            lines = []
        elif found and _goes_on(found[-1].grid, grid):
            found[-1].grid, found[-1].above = grid, {}
            _read_rows(file, found[-1], 0, vocabulary)
        else:
            lines += _texts(grid, 0, len(grid.rows))
        found += here
    return found


def _tables_of(
    file: str, grid: Grid, lines: Sequence[Sequence[str]], vocabulary: Vocabulary
) -> Iterator[_Table]:
    """The forms in one grid, one below the other."""
    end = 0
    while header := find_header(grid.rows, end):
        above = [*lines, *_texts(grid, end, header.first)]
        place = grid.place(file, header.first, header.columns[Column.NAME])
        table = _Table(grid, header, place, above)
        table.problems += _header_problems(file, table)
        end = header.last + 1
        if not table.problems:
            end = _read_rows(file, table, end, vocabulary)
        yield table
        lines = []


def _surplus(file: str, grid: Grid) -> Iterator[Problem]:
    if grid.surplus:
        place = grid.place(file, grid.surplus - 1, 0)
        yield problem("form-too-many-rows", place, limit=number(MAX_ROWS))


def _texts(grid: Grid, first: int, end: int) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows[first:end]]


def _goes_on(before: Grid, grid: Grid) -> bool:
    """Whether a table of a document is the rest of the one before it."""
    same = bool(grid.rows) and len(grid.rows[0]) == len(before.rows[0])
    return same and not grid.lettered and len(grid.rows[0]) >= len(TITLES)


def _header_problems(file: str, table: _Table) -> Iterator[Problem]:
    header, grid = table.header, table.grid
    for column in header.missing:
        yield problem("form-column-missing", table.place, column=TITLES[column])
    for column, index in header.twice:
        first = grid.place(file, header.last, header.columns[column]).column_name
        where = grid.place(file, header.last, index)
        yield problem("form-column-twice", where, column=TITLES[column], first=first)


def _read_rows(file: str, table: _Table, first: int, vocabulary: Vocabulary) -> int:
    """Read from index ``first`` to where the table ends; the index where that is."""
    index = first
    while index < len(table.grid.rows):
        row = _cells(file, table, index)
        texts = [cell.text for cell in table.grid.rows[index]]
        again = header_at(table.grid.rows, index)
        if again and again.columns == table.header.columns:
            index = again.last
        elif again or (not row.is_marked and (opens_a_form(texts) or is_signature(texts))):
            return index
        elif any(texts) and not row.counts_columns:
            _read_one(table, row, vocabulary)
        table.above = row.cells
        index += 1
    return index


def _cells(file: str, table: _Table, index: int) -> RowCells:
    """The cells in the form's columns; those merged with the cell above say what it says."""
    cells: dict[Column, Cell] = {}
    places: dict[Column, CellPlace] = {}
    row = table.grid.rows[index]
    for column, at in table.header.columns.items():
        cell = row[at] if at < len(row) else BLANK
        if cell.from_above:
            over = table.above.get(column, BLANK)
            cell = Cell(over.text, over.kind, from_above=True)
        cells[column] = cell
        places[column] = table.grid.place(file, index, at)
    return RowCells(cells, places)


def _read_one(table: _Table, row: RowCells, vocabulary: Vocabulary) -> None:
    named = field_row(row.label, vocabulary) if row.stands_alone else None
    if named and not row.text(Column.FIELD):
        table.term, table.is_named = named.field, True
        if named.field is None:
            where = row.places[Column.NAME]
            table.problems.append(_unknown_field(named.name, where, vocabulary))
    elif not row.is_empty:
        term = _term(table, row, vocabulary)
        found, problems = read_row(row, term or "", table.counts[term or ""] + 1)
        table.problems += problems
        table.counts[term or ""] += 1
        table.rows += [found] if found else []


def _term(table: _Table, row: RowCells, vocabulary: Vocabulary) -> str | None:
    """The field of a row: named in it, or by the last row that names one."""
    if said := row.text(Column.FIELD):
        term = field_of(said, vocabulary)
        if term is None:
            place = row.places[Column.FIELD]
            table.problems.append(_unknown_field(said, place, vocabulary))
        return term
    if not table.is_named:
        table.problems.append(problem("form-field-missing", row.places[Column.NAME]))
    return table.term


def _unknown_field(name: str, place: CellPlace, vocabulary: Vocabulary) -> Problem:
    choices = ", ".join(term.name for term in vocabulary.lists.get(FIELDS, ()))
    near = nearest_field(name, vocabulary)
    return problem("form-field-unknown", place, found=name, choices=choices, nearest=near)
