"""Workbooks become grids and printed forms become workbooks, and no text becomes a formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from generator.adapters import spreadsheet
from generator.forms.grid import MAX_ROWS, Cell, Grid, tidy
from generator.forms.package import DamagedError
from generator.forms.paper import Box, Line, Paper

PAPER = Paper(
    title="Bảng thử",
    sheet="Đăng ký",
    above=(Line("ĐƠN VỊ: A", bold=True, align="left"), Line("")),
    widths=(60, 40, 40),
    header=((Box("Tên", down=2), Box("Nhóm", across=2)), (Box("a"), Box("b", aside="(nhỏ)"))),
    body=((Box("=1+1"), Box("x", align="center"), Box("", amount=None)),),
    closing=(Line("THỦ TRƯỞNG"),),
)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(*rows: list[object]) -> Grid:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    [grid] = spreadsheet.read(saved(book))
    return grid


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row if cell.text] for row in grid.rows]


def patched(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with something replaced in a part of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for each in before.infolist():
            content = before.read(each)
            if each.filename == part:
                assert old in content
                content = content.replace(old, new)
            after.writestr(each.filename, content)
    return out.getvalue()


def test_cells_are_read_as_they_show() -> None:
    """Numbers lose what a spreadsheet adds to them; text is tidied; truth is a word."""
    grid = sheet_of(["Môṭ  hai", 3.0, 2.5, True, None, "a\nb"])
    assert texts(grid) == [["Một hai", "3", "2.5", "True", "a\nb"]]
    assert {cell.kind for cell in grid.rows[0]} == {"text"}


def test_escapes_of_the_format_are_undone() -> None:
    """Line ends that a program wrote as escapes are line ends; an escaped escape is text."""
    assert texts(sheet_of(["a_x000D__x000A_b", "_x005F_x0041_", "_xZZZZ_", "_xD800_"])) == [
        ["a\nb", "_x0041_", "_xZZZZ_", "_xD800_"]
    ]


def test_what_is_no_text_says_so() -> None:
    """Formulas are shown and not computed; dates and error values are known for what they are."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["=A2&A3", date(2026, 9, 2), "#REF!"])
    sheet["D1"] = ArrayFormula("D1:D2", "=SUM(A1)")
    [grid] = spreadsheet.read(saved(book))
    assert grid.rows[0][:4] == (
        Cell("=A2&A3", "formula"),
        Cell("02/09/2026", "date"),
        Cell("#REF!", "error"),
        Cell("=SUM(A1)", "formula"),
    )


def test_rows_keep_their_numbers() -> None:
    """Blank rows and columns before the table are kept, so that places are right."""
    book = Workbook()
    book.active["C5"] = "x"  # type: ignore[index]
    [grid] = spreadsheet.read(saved(book))
    assert [index for index, row in enumerate(grid.rows) if any(cell.text for cell in row)] == [4]
    assert grid.rows[4][2].text == "x"
    assert str(grid.place("b.xlsx", 4, 2)) == "b.xlsx, trang tính “Sheet”, dòng 5, cột C"


def test_merged_cells_are_known() -> None:
    """Cells merged with the one above are marked; those merged sideways are blank."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 4):
        sheet.append([f"a{row}", f"b{row}"])
    sheet.merge_cells("A1:B2")
    sheet.merge_cells("A3:B3")
    [grid] = spreadsheet.read(saved(book))
    assert grid.rows[1][:2] == (Cell(from_above=True), Cell(from_above=True))
    assert grid.rows[2][:2] == (Cell("a3"), Cell())


def test_hidden_sheets_are_marked() -> None:
    """A sheet that nobody sees is read as such."""
    book = Workbook()
    book.create_sheet("Ẩn").sheet_state = "hidden"
    assert [grid.hidden for grid in spreadsheet.read(saved(book))] == [False, True]


def test_a_filled_row_beyond_the_limit_is_told() -> None:
    """Rows that are only formatted do not count; the first filled one too many is named."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.cell(MAX_ROWS, 1).value = "trong"
    sheet.row_dimensions[MAX_ROWS + 5].height = 30
    [grid] = spreadsheet.read(saved(book))
    assert (len(grid.rows), grid.surplus) == (MAX_ROWS, 0)
    sheet.cell(MAX_ROWS + 9, 1).value = "ngoài"
    [grid] = spreadsheet.read(saved(book))
    assert (len(grid.rows), grid.surplus) == (MAX_ROWS, MAX_ROWS + 9)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="1"', b'r="99999999999999"'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        (b'<dimension ref="A1:A1"/>', b'<dimension ref="A1:XFD1048576"/>'),
        (b"</sheetData>", b"</sheetData><drawing r:id='rId1'/>"),
    ],
)
def test_hostile_sheets_do_not_hold_us_up(old: bytes, new: bytes) -> None:
    """Rows, ranges and sizes beyond all measure are read quickly or refused."""
    book = Workbook()
    book.active["A1"] = "x"  # type: ignore[index]
    data = patched(saved(book), "xl/worksheets/sheet1.xml", old, new)
    try:
        [grid] = spreadsheet.read(data)
        assert len(grid.rows) <= MAX_ROWS
    except DamagedError:
        pass


def test_ranges_merged_over_one_another_are_refused() -> None:
    """Thousands of overlapping ranges are no table."""
    book = Workbook()
    book.active["A900"] = "x"  # type: ignore[index]
    ranges = b'<mergeCell ref="A1:XFD1048576"/>' * 1000
    merged = b"</sheetData><mergeCells>" + ranges + b"</mergeCells>"
    data = patched(saved(book), "xl/worksheets/sheet1.xml", b"</sheetData>", merged)
    with pytest.raises(DamagedError):
        spreadsheet.read(data)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_damaged_workbook_is_one_error(part: str) -> None:
    """Whatever openpyxl stumbles over leaves as one kind of error."""
    book = Workbook()
    book.active["A1"] = "x"  # type: ignore[index]
    with pytest.raises(DamagedError):
        spreadsheet.read(patched(saved(book), part, b">", b">&broken;<"))


def test_a_form_is_drawn_ready_to_print() -> None:
    """Landscape A4, the header repeated on every page, the prescribed letters."""
    sheet = load_workbook(io.BytesIO(spreadsheet.write(PAPER)))["Đăng ký"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.freeze_panes == "A6"
    assert {str(each) for each in sheet.merged_cells.ranges} >= {"A4:A5", "B4:C4"}
    assert sheet["A6"].font.name == "Times New Roman"
    assert sheet["A6"].border.left.style == "thin"
    assert sheet["A6"].alignment.wrap_text
    assert sheet["C5"].value == "b\n(nhỏ)"


@pytest.mark.parametrize(
    "text", ["=1+1", "+84", "-x", "@a", "＝1", "_x0041_", "'a", "=cmd|'/c'!A1"]
)
def test_exported_text_is_never_a_formula(text: str) -> None:
    """A text that begins like a formula is stored as text, and stays so when it is edited."""
    paper = Paper("t", "s", (), (60,), ((Box("Tên"),),), ((Box(text),),))
    data = spreadsheet.write(paper)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    cell = load_workbook(io.BytesIO(data)).active["A3"]  # type: ignore[index]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.quotePrefix == (text[0] in "=+-@＝")
    assert spreadsheet.read(data)[0].rows[2][0] == Cell(text)


def test_figures_are_numbers() -> None:
    """A figure of the summary can be reckoned with."""
    paper = Paper("t", "s", (), (60,), ((Box("Số"),),), ((Box("7", amount=7),),))
    assert load_workbook(io.BytesIO(spreadsheet.write(paper))).active["A3"].value == 7  # type: ignore[index]


def test_rows_of_the_body_grow_with_their_text() -> None:
    """Only the header's height is fixed: what is typed later must not be cut off."""
    sheet = zipfile.ZipFile(io.BytesIO(spreadsheet.write(PAPER))).read("xl/worksheets/sheet1.xml")
    rows = [row.split(b">")[0] for row in sheet.split(b"<row ")[1:]]
    fixed = {row.split(b'"')[1]: b'customHeight="1"' in row for row in rows}
    assert fixed[b"4"]
    assert not fixed[b"6"]


def test_rows_to_be_filled_in_have_no_height_of_their_own() -> None:
    """A program that fills a line in would keep its height, and cut off what it wrote."""
    rows = ((Box("1....."), Box()), (Box("Một tên dài " * 9), Box()))
    paper = Paper("t", "s", (), (60, 60), ((Box("Tên"), Box("Nội dung")),), rows)
    found = zipfile.ZipFile(io.BytesIO(spreadsheet.write(paper))).read("xl/worksheets/sheet1.xml")
    heights = [b" ht=" in row.split(b">")[0] for row in found.split(b"<row ")[1:]]
    assert heights == [True, False, True]


def test_a_form_that_is_filled_in_is_printed_as_large_as_it_was() -> None:
    """The print does not shrink to a number of pages, however many rows are added."""
    sheet = load_workbook(io.BytesIO(spreadsheet.write(PAPER))).worksheets[0]
    properties = sheet.sheet_properties.pageSetUpPr
    assert not (properties and properties.fitToPage)
    assert 80 <= sheet.page_setup.scale <= 95


def test_equal_forms_are_equal_bytes() -> None:
    """Neither the moment nor the order of a set shows in the file."""
    assert spreadsheet.write(PAPER) == spreadsheet.write(PAPER)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=3, max_size=3))
def test_any_text_comes_back(row: list[str]) -> None:
    """Whatever stands in a box is read back from the sheet."""
    paper = Paper("t", "s", (), (60, 60, 60), ((Box("Tên"),),), (tuple(map(Box, row)),))
    grid = spreadsheet.read(spreadsheet.write(paper))[0]
    found = [cell.text for cell in grid.rows[2][:3]] if len(grid.rows) > 2 else ["", "", ""]
    assert found == [tidy(text) for text in row]
