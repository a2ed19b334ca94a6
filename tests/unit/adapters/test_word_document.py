"""Documents become grids and printed forms become documents."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.adapters import word_document
from generator.forms.grid import MAX_ROWS, Cell, Grid, tidy
from generator.forms.package import DamagedError
from generator.forms.paper import Box, Line, Paper
from tests.unit.adapters.test_spreadsheet import PAPER, patched

PART = "word/document.xml"


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def document_of(inner: str) -> tuple[Grid, ...]:
    """What is read from a document with this XML for a body."""
    document = Document()
    element = parse_xml(f"<w:body {nsdecls('w')}>{inner}</w:body>")
    body = document.element.body
    for child in reversed(list(element)):
        body.insert(0, child)
    return word_document.read(saved(document))


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def line(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def one_row(*cells: str) -> list[str]:
    """The texts of a table with one row of these cells."""
    [grid] = document_of(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{''.join(cells)}</w:tr></w:tbl>")
    return [each.text for each in grid.rows[0]]


def test_tables_are_read_with_what_stands_before_them() -> None:
    """Lines above a table are its heading; each table is numbered."""
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell(line('a'))}</w:tr></w:tbl>"
    first, second = document_of(f"{line('ĐƠN VỊ: A')}{table}{line('Năm 2026')}{table}")
    assert (first.name, first.heading, first.lettered) == ("bảng 1", (("ĐƠN VỊ: A",),), False)
    assert (second.name, second.heading) == ("bảng 2", (("Năm 2026",),))


def test_wide_cells_take_all_their_columns() -> None:
    """A cell over two columns leaves the second blank, so that the columns below fit."""
    wide = cell(line("a"), "<w:gridSpan w:val='2'/>")
    assert one_row(wide, cell(line("b"))) == ["a", "", "b"]


def test_cells_left_out_at_the_start_are_counted() -> None:
    """A row that begins further right keeps its columns."""
    row = f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>{cell(line('a'))}</w:tr>"
    [grid] = document_of(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>")
    assert [each.text for each in grid.rows[0]] == ["", "", "a"]


def test_cells_merged_with_the_one_above_are_marked() -> None:
    """The lower part of a merged cell says so, whatever it holds."""
    upper = cell(line("a"), "<w:vMerge w:val='restart'/>")
    lower = cell(line("rác"), "<w:vMerge/>")
    rows = f"<w:tr>{upper}</w:tr><w:tr>{lower}</w:tr>"
    [grid] = document_of(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    assert grid.rows == ((Cell("a"),), (Cell(from_above=True),))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (line("a") + line("b"), "a\nb"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb c"),
        ("<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>", "mới"),
        ("<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>", ""),
        ("<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>", ""),
        ("<w:sdt><w:sdtContent>" + line("x") + "</w:sdtContent></w:sdt>", "x"),
        ("<w:p><w:hyperlink><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>", "x"),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>", "✓"),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r></w:p>", ""),
        ("<w:p><w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>6</w:t></w:r></w:p>", "5-6"),
        ("<w:p><w:r><w:t>dân v</w:t></w:r><w:r><w:t>ận</w:t></w:r></w:p>", "dân vận"),
    ],
)
def test_cells_say_what_is_on_the_paper(inner: str, text: str) -> None:
    """Lines, tracked changes, controls, links and ticks are read as a reader sees them."""
    assert one_row(cell(inner)) == [text]


def test_rows_and_cells_inside_controls_are_read() -> None:
    """A content control around a row or a cell hides nothing."""
    row = f"<w:tr><w:sdt><w:sdtContent>{cell(line('a'))}</w:sdtContent></w:sdt></w:tr>"
    [grid] = document_of(
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    )
    assert [each.text for each in grid.rows[0]] == ["a"]


def test_ragged_rows_are_made_even() -> None:
    """Every row of a grid has as many cells as the widest."""
    rows = f"<w:tr>{cell(line('a'))}</w:tr><w:tr>{cell(line('b')) * 3}</w:tr>"
    [grid] = document_of(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    assert [len(row) for row in grid.rows] == [3, 3]


def test_rows_beyond_the_limit_are_told() -> None:
    """The first row too many is named and no more are read."""
    rows = f"<w:tr>{cell(line('a'))}</w:tr>" * (MAX_ROWS + 2)
    [grid] = document_of(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    assert (len(grid.rows), grid.surplus) == (MAX_ROWS, MAX_ROWS + 1)


def test_a_damaged_document_is_one_error() -> None:
    """Whatever python-docx stumbles over leaves as one kind of error."""
    whole = saved(Document())
    for data in (b"PK", patched(whole, PART, b"</w:body>", b""), whole[:-40]):
        with pytest.raises(DamagedError):
            word_document.read(data)


def test_a_form_is_drawn_ready_to_print() -> None:
    """Landscape A4, the header repeated, no row parted by a page, the prescribed letters."""
    document = Document(io.BytesIO(word_document.write(PAPER)))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    assert document.styles["Normal"].font.name == "Times New Roman"
    [table] = document.tables
    xml = [row._tr.xml for row in table.rows]
    assert ["w:tblHeader" in each for each in xml] == [True, True, False]
    assert all("w:cantSplit" in each for each in xml)
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert [each.text for each in document.paragraphs if each.text] == ["ĐƠN VỊ: A", "THỦ TRƯỞNG"]


def test_equal_forms_are_equal_bytes() -> None:
    """The moment of making does not show in the file."""
    assert word_document.write(PAPER) == word_document.write(PAPER)


def test_nothing_in_a_text_becomes_markup() -> None:
    """Signs of XML and fields stay text."""
    text = '</w:t><w:instrText>&lt;{INCLUDETEXT "/etc/passwd"}'
    paper = Paper("t", "s", (), (60,), ((Box("Tên"),),), ((Box(text),),), notes=(Line(text),))
    data = word_document.write(paper)
    assert b"<w:instrText>" not in zipfile.ZipFile(io.BytesIO(data)).read(PART)
    assert word_document.read(data)[0].rows[1][0].text == tidy(text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=3, max_size=3))
def test_any_text_comes_back(row: list[str]) -> None:
    """Whatever stands in a box is read back from the table."""
    paper = Paper(
        "t", "s", (), (60, 60, 60), ((Box("a"), Box("b"), Box("c")),), (tuple(map(Box, row)),)
    )
    grid = word_document.read(word_document.write(paper))[0]
    assert [each.text for each in grid.rows[1]] == [tidy(text) for text in row]


def test_the_language_is_vietnamese() -> None:
    """Word checks the spelling of the right language."""
    styles = zipfile.ZipFile(io.BytesIO(word_document.write(PAPER))).read("word/styles.xml")
    assert re.search(rb'<w:lang w:val="vi-VN"', styles)
