"""The only door to openpyxl: a workbook's sheets as grids, a printed form as a workbook.

Reading streams the sheets: pictures, macros, links to other books and whatever else a workbook
carries are never opened. Formulas are not computed; a text that begins with ``=`` stays text.
The bytes must have passed ``forms.package.inspect``.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.dimensions import RowDimension

from generator.forms.grid import BLANK, MAX_COLUMNS, MAX_ROWS, Cell, Grid, tidy
from generator.forms.measuring import LOWEST, heights, scale
from generator.forms.package import MADE, MAKER, DamagedError, settled
from generator.forms.paper import FONT, MARGINS, Box, Line, Paper, placed, right_half

_LAST_ROW = 1_048_576
"""Of any sheet; a row said to stand lower is a lie."""

_MOST_OVERLAPS = 4
"""Merged ranges may not overlap at all; a file that has thousands of them does so to hold us up."""

_MERGE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
_ESCAPED = re.compile(r"_x([0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3})_")
_ESCAPES = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BODY_SIZE, _HEADER_SIZE = 13, 12
_TALLEST = 409.0
_DIGIT = 9
"""Pixels of a digit in the body's letters: the unit in which columns are measured."""


def read(data: bytes) -> tuple[Grid, ...]:
    """Every sheet, hidden ones marked. Raises ``DamagedError``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are passed over anyway
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            return tuple(_grid(sheet, order) for order, sheet in enumerate(book.worksheets))
    except Exception as error:  # a damaged workbook makes openpyxl raise whatever it meets
        raise DamagedError(str(error)) from error


def _grid(sheet: Any, order: int) -> Grid:
    sheet.reset_dimensions()
    rows: list[tuple[Cell, ...]] = []
    surplus = 0
    for number, found in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > _LAST_ROW:
            break
        cells = tuple(_cell(each) for each in found) if found else ()
        is_filled = any(cell.text for cell in cells)
        if number <= MAX_ROWS:
            rows.append(cells if is_filled else (BLANK,) * MAX_COLUMNS)
        elif is_filled:
            surplus = number
            break
    name = f"trang tính “{tidy(sheet.title)}”"
    hidden = sheet.sheet_state != "visible"
    return Grid(name, order, _joined(rows, sheet), surplus=surplus, hidden=hidden)


def _cell(found: Any) -> Cell:
    value, kind = found.value, getattr(found, "data_type", "n")
    if value is None:
        return BLANK
    if kind == "f":
        return Cell(tidy(str(getattr(value, "text", value))), "formula")
    if kind == "e":
        return Cell(tidy(str(value)), "error")
    if isinstance(value, date | time | timedelta):
        return Cell(_day(value), "date")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(tidy(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))))


def _day(value: date | time | timedelta) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _joined(rows: list[tuple[Cell, ...]], sheet: Any) -> tuple[tuple[Cell, ...], ...]:
    """The rows, with the lower cells of merged ranges marked."""
    joined = [list(row) for row in rows]
    room = _MOST_OVERLAPS * len(rows) * MAX_COLUMNS
    for left, top, right, bottom in _merged(sheet):
        room -= max(0, min(bottom, len(rows)) - top) * min(right - left + 1, MAX_COLUMNS)
        if room < 0:
            raise DamagedError("merged ranges lie over one another")
        for row in range(top, min(bottom, len(rows))):
            for column in range(left - 1, min(right, MAX_COLUMNS)):
                joined[row][column] = Cell(from_above=True)
    return tuple(tuple(row) for row in joined)


def _merged(sheet: Any) -> Iterator[tuple[int, int, int, int]]:
    """The merged ranges that hold more than one row: first column, row, last column, row.

    openpyxl keeps them only when it reads a sheet whole, which a hostile range makes endless.
    """
    with sheet._get_source() as source:
        for _, element in iterparse(source):
            if element.tag == _MERGE:
                left, top, right, bottom = range_boundaries(element.get("ref", ""))
                if left and top and right and bottom and bottom > top:
                    yield left, top, right, bottom
            element.clear()


def write(paper: Paper) -> bytes:
    """The form as a workbook of one sheet, ready to print."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = paper.sheet
    _set_font(book)
    sheet.sheet_format.defaultRowHeight = LOWEST
    book.properties.title, book.properties.creator = paper.title, MAKER
    book.properties.created = MADE
    for index, width in enumerate(paper.widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width * 96 / 25.4 / _DIGIT
    row = _lines(sheet, paper.above, 1, 1, len(paper.widths)) + 1
    first, last = row, row + len(paper.header) - 1
    _boxes(sheet, paper.header, first, _HEADER_SIZE)
    _boxes(sheet, paper.body, last + 1, _BODY_SIZE)
    _heights(sheet, paper, first)
    row = last + len(paper.body) + 2
    row = _lines(sheet, paper.notes, row, 1, len(paper.widths))
    start = right_half(paper.widths) + 1
    _lines(sheet, paper.closing, row + bool(paper.notes), start, len(paper.widths))
    sheet.print_title_rows = f"{first}:{last}"
    sheet.freeze_panes = f"A{last + 1}"
    _page(sheet, paper)
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue())


def _set_font(book: Any) -> None:
    """The book's own letters: cells without any take them, and columns are measured in them."""
    normal = Font(FONT, _BODY_SIZE)
    book._fonts = IndexedList([normal])
    book._named_styles["Normal"].font = normal


def _lines(sheet: Any, lines: tuple[Line, ...], row: int, left: int, right: int) -> int:
    """Write lines from ``row`` on, each over the columns given; the row below them."""
    for line in lines:
        cell = sheet.cell(row, left)
        _put(cell, line.text)
        cell.font = Font(FONT, line.size, bold=line.bold, italic=line.italic)
        cell.alignment = Alignment(line.align, "center", wrap_text=True)
        sheet.merge_cells(start_row=row, start_column=left, end_row=row, end_column=right)
        sheet.row_dimensions[row].height = line.size * 1.4 * (1 + len(line.text) // 120)
        row += 1
    return row


def _boxes(sheet: Any, rows: tuple[tuple[Box, ...], ...], first: int, size: int) -> None:
    side = Side("thin")
    border = Border(side, side, side, side)
    for row, column, box in placed(rows):
        top, left = first + row, column + 1
        for below in range(box.down):
            for right in range(box.across):
                sheet.cell(top + below, left + right).border = border
        cell = sheet.cell(top, left)
        _fill(cell, box, size)
        cell.font = Font(FONT, size, bold=box.bold, italic=box.italic)
        cell.alignment = Alignment(box.align, "center", wrap_text=True)
        if box.across > 1 or box.down > 1:
            bottom, right = top + box.down - 1, left + box.across - 1
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _fill(cell: SheetCell, box: Box, size: int) -> None:
    if box.amount is not None:
        cell.value = box.amount
    elif box.aside:
        strong = InlineFont(rFont=FONT, sz=size, b=box.bold)
        light = InlineFont(rFont=FONT, sz=size, i=True)
        parts = (TextBlock(strong, f"{box.text}\n"), TextBlock(light, box.aside))
        cell.value = CellRichText(*parts)
    else:
        _put(cell, box.text)


def _put(cell: SheetCell, text: str) -> None:
    """Write text that stays text, whatever it begins with and however it is edited later."""
    cell.value = _ESCAPES.sub("_x005F_", tidy(text)) or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = text[:1] in tuple("=+-@＝＋－＠")
    cell.number_format = "@"


def _heights(sheet: Any, paper: Paper, first: int) -> None:
    for index, height in enumerate(heights(paper)):
        is_fixed = index < len(paper.header)
        # Programs that fill a form in keep the heights they find; a line to be filled has none.
        if height == LOWEST and not is_fixed:
            continue
        kind = RowDimension if is_fixed else _GrowingRow
        sheet.row_dimensions[first + index] = kind(sheet, first + index, ht=min(height, _TALLEST))


class _GrowingRow(RowDimension):
    """A row whose height is a proposal: it grows with what is typed into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802
        """Whether the height stays when the text changes."""
        return False


def _page(sheet: Any, paper: Paper) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.scale = scale(paper)
    for side, millimetres in MARGINS.items():
        setattr(sheet.page_margins, side, millimetres / 25.4)
    sheet.page_margins.header = sheet.page_margins.footer = 8 / 25.4
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "&P/&N"
    sheet.oddFooter.center.font = FONT
