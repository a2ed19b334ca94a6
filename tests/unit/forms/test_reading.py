"""Tables become filled forms, and every fault in them is told at its cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.core.problems import Problem
from generator.forms.filled import FilledForm, FilledRow
from generator.forms.grid import Cell, Grid
from generator.forms.reading import read_forms
from tests.unit.forms.made_forms import HEADER, ROW, SECTION, VOCABULARY, grid


def read(*grids: Grid) -> tuple[tuple[FilledForm, ...], list[Problem]]:
    return read_forms("b.xlsx", grids, VOCABULARY)


def rows(*lines: str, lettered: bool = True) -> list[FilledRow]:
    forms, problems = read(grid(*HEADER, *lines, lettered=lettered))
    assert problems == []
    return [row for form in forms for row in form.rows]


def told(*lines: str) -> list[tuple[str, int, int]]:
    """Code, row and column of every problem in the lines below the header."""
    _, problems = read(grid(*HEADER, *lines))
    return [(each.code, each.place.line - 3, each.place.column) for each in problems]


def test_a_row_is_read_whole() -> None:
    """Field, number, name, form, address, content and origin are what the row says."""
    [row] = rows(SECTION, ROW)
    assert (row.field_id, row.number, row.name, row.form) == ("kinh-te", 1, "Đường hoa", "tap-the")
    assert (row.address, row.content) == ("Thôn 3, xã Sơn Dung", "Trồng hoa dọc đường.")
    assert row.origin == "moi"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1. Đường hoa", "Đường hoa"),
        ("12) Đường hoa", "Đường hoa"),
        ("3/ Đường hoa", "Đường hoa"),
        ("4 - Đường hoa", "Đường hoa"),
        ("(5) Đường hoa", "Đường hoa"),
        ("1. 5 không, 3 sạch", "5 không, 3 sạch"),
        ("1.000 đồng mỗi ngày", "1.000 đồng mỗi ngày"),
        ("15 phút vì cộng đồng", "15 phút vì cộng đồng"),
        ("3 - 5 hộ giúp nhau", "3 - 5 hộ giúp nhau"),
        ("24/7 giúp dân", "24/7 giúp dân"),
        ("-Đường hoa", "-Đường hoa"),
    ],
)
def test_only_the_number_of_the_row_is_taken_off(written: str, name: str) -> None:
    """A figure that belongs to the name stays."""
    [row] = rows(SECTION, ROW.replace("1. Đường hoa", written))
    assert row.name == name


def test_a_number_column_keeps_names_whole() -> None:
    """Where numbers have a column of their own, a name that begins with one is left alone."""
    header = "TT|Tên mô hình|Tập thể|Cá nhân|Địa chỉ|Nội dung|Mới|Nhân rộng"
    forms, problems = read(grid(header, "I|LĨNH VỰC KINH TẾ", "1|2. Ngày|x||xã A|Làm.|x|"))
    assert problems == []
    assert [row.name for row in forms[0].rows] == ["2. Ngày"]


def test_empty_lines_are_passed_over() -> None:
    """Blank rows, dotted rows, column numbers, sums and repeated headers hold no model."""
    lines = ("", "1.....", "2. ………|||||", SECTION, *HEADER, ROW, "Tổng cộng|5|2|||3|", "3")
    assert [row.name for row in rows(*lines)] == ["Đường hoa"]


def test_a_repeated_header_swallows_no_row() -> None:
    """The row above a header that a page break repeats is read, whatever it says."""
    [first, second] = rows(SECTION, ROW.replace("hoa", "hoa tập thể"), *HEADER, ROW)
    assert (first.name, second.name) == ("Đường hoa tập thể", "Đường hoa")


def test_what_stands_below_the_signature_is_not_read() -> None:
    """The form ends where it is signed."""
    lines = (SECTION, ROW, "||||THỦ TRƯỞNG ĐƠN VỊ||", "||||Nguyễn Văn A||", ROW)
    assert len(rows(*lines)) == 1


def test_a_field_holds_until_the_next() -> None:
    """Rows belong to the last field named above them and are numbered within it."""
    lines = (SECTION, ROW, ROW.replace("hoa", "cây"), "II. VĂN HÓA - XÃ HỘI", ROW)
    assert [(row.field_id, row.number) for row in rows(*lines)] == [
        ("kinh-te", 1),
        ("kinh-te", 2),
        ("van-hoa-xa-hoi", 1),
    ]


def test_fields_may_have_a_column() -> None:
    """Where each row names its field, no rows of fields are needed."""
    header = "Lĩnh vực|Tên mô hình|Tập thể|Cá nhân|Địa chỉ|Nội dung|Mới|Nhân rộng|Đơn vị"
    line = "Đô thị văn minh|Hẻm xanh|x||xã A|Trồng hoa.|x||Khu phố 2"
    forms, problems = read(grid(header, line))
    assert problems == []
    [row] = forms[0].rows
    assert (row.field_id, row.unit) == ("do-thi-van-minh", "Khu phố 2")


def test_merged_cells_say_what_the_cell_above_says() -> None:
    """An address merged over two rows is the address of both."""
    [_, second] = rows(SECTION, ROW, "2. Vườn rau|x||^|Trồng rau.||x")
    assert second.address == "Thôn 3, xã Sơn Dung"


def test_several_forms_may_stand_on_one_sheet() -> None:
    """Each has its own unit, whether it is signed or not."""
    lines = ("ĐƠN VỊ: A", *HEADER, SECTION, ROW, "ĐƠN VỊ: B", "", *HEADER, SECTION, ROW)
    forms, problems = read(grid(*lines))
    assert problems == []
    assert [(form.heading.unit, len(form.rows)) for form in forms] == [("A", 1), ("B", 1)]


def test_a_table_of_a_document_may_go_on_without_its_header() -> None:
    """A table as wide as the form before it is the rest of it, with its field and columns."""
    first = grid(*HEADER, SECTION, ROW, lettered=False, heading=("ĐƠN VỊ: A",))
    signed = grid("Nơi nhận:|THỦ TRƯỞNG ĐƠN VỊ", lettered=False)
    more = grid(ROW.replace("hoa", "cây"), lettered=False)
    forms, problems = read(first, more, signed)
    assert problems == []
    assert [row.name for row in forms[0].rows] == ["Đường hoa", "Đường cây"]
    assert forms[0].place.line == 1


def test_a_unit_may_stand_in_a_table_of_its_own() -> None:
    """A small table without borders above the form is part of its heading."""
    layout = grid("ĐƠN VỊ: Hội Nông dân|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", lettered=False)
    forms, _ = read(layout, grid(*HEADER, SECTION, ROW, lettered=False))
    assert forms[0].heading.unit == "Hội Nông dân"


def test_hidden_sheets_are_told_and_not_read() -> None:
    """A hidden form is left out with a warning; other hidden sheets are nobody's concern."""
    form = grid(*HEADER, SECTION, ROW)
    hidden = replace(grid("ĐƠN VỊ: B", *HEADER, SECTION, ROW), hidden=True)
    forms, problems = read(form, hidden, replace(grid("x|có"), hidden=True))
    assert len(forms) == 1
    assert [each.code for each in problems] == ["form-sheet-hidden"]


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        ((ROW,), [("form-field-missing", 1, 1)]),
        (("II. LĨNH VỰC THỂ THAO", ROW), [("form-field-unknown", 1, 1)]),
        ((SECTION, "|x||xã A|Làm.|x|"), [("form-name-missing", 2, 1)]),
        ((SECTION, "1. .....|x||xã A|Làm.|x|"), [("form-name-missing", 2, 1)]),
        ((SECTION, ROW, "^|x||xã B|Làm.|x|"), [("form-row-merged", 3, 1)]),
        ((SECTION, "1. A|||xã A|Làm.|x|"), [("form-kind-missing", 2, 2)]),
        ((SECTION, "1. A|x|x|xã A|Làm.|x|"), [("form-kind-twice", 2, 3)]),
        ((SECTION, "1. A|x||xã A|Làm.|x|x"), [("form-origin-twice", 2, 7)]),
        ((SECTION, "1. A|hai||xã A|Làm.|x|"), [("form-mark-unclear", 2, 2)]),
        ((SECTION, "1. A|x||xã A||x|"), [("form-content-missing", 2, 5)]),
        (
            (SECTION, "1. A|||xã A||x|x"),
            [
                ("form-content-missing", 2, 5),
                ("form-kind-missing", 2, 2),
                ("form-origin-twice", 2, 7),
            ],
        ),
        ((SECTION,), [("form-empty", -2, 1)]),
    ],
)
def test_every_fault_is_told_at_its_cell(
    lines: tuple[str, ...], problems: list[tuple[str, int, int]]
) -> None:
    """Each fault has its code and its cell, several in one row each their own."""
    assert told(*lines) == problems


@pytest.mark.parametrize(
    ("kind", "code"),
    [("formula", "form-formula"), ("error", "form-cell-error"), ("date", "form-cell-date")],
)
def test_cells_that_are_no_text_are_refused(kind: str, code: str) -> None:
    """A formula, an error value and a date are never taken for text."""
    made = grid(*HEADER, SECTION, ROW)
    row = list(made.rows[-1])
    row[3] = Cell("=A1", kind)  # type: ignore[arg-type]
    _, problems = read(replace(made, rows=(*made.rows[:-1], tuple(row))))
    assert [(each.code, each.place.column) for each in problems] == [(code, 4)]


def test_rows_below_an_unknown_field_are_checked_too() -> None:
    """Their faults are told at once, though none of them can be taken in yet."""
    forms, problems = read(grid(*HEADER, "II. LĨNH VỰC THỂ THAO", "1. A|||xã A|Làm.|x|", ROW))
    assert [each.code for each in problems] == ["form-field-unknown", "form-kind-missing"]
    assert [row.is_sound for row in forms[0].rows] == [False, False]


def test_a_table_without_all_columns_is_not_read() -> None:
    """Every missing column is named; rows are not read against the wrong ones."""
    lines = ("Tên mô hình|Địa chỉ|Nội dung|Nhân rộng", "I. Kinh tế", "A|xã A|Làm.|x")
    forms, problems = read(grid(*lines))
    assert [each.code for each in problems] == ["form-column-missing"] * 3
    assert forms[0].rows == ()


def test_a_table_with_a_column_twice_is_not_read() -> None:
    """Of two columns with the form's own heading none is chosen."""
    lines = ("Tên mô hình|Địa chỉ|Địa chỉ|Tập thể|Cá nhân|Nội dung|Mới|Nhân rộng", SECTION, ROW)
    forms, problems = read(grid(*lines))
    assert [each.code for each in problems] == ["form-column-twice"]
    assert forms[0].rows == ()


def test_a_file_without_the_form_is_told_so() -> None:
    """No table, or only other tables, is one problem of the file."""
    for grids in ((), (grid("Họ tên|Địa chỉ"),)):
        forms, problems = read(*grids)
        assert forms == ()
        assert [(each.code, str(each.place)) for each in problems] == [
            ("form-table-missing", "b.xlsx")
        ]


def test_old_letters_are_told_before_anything_else() -> None:
    """A form in TCVN3 is refused as such, not as a table without columns."""
    forms, problems = read(grid("LÜnh vùc|D©n vËn khÐo|§Þa chØ", "Héi Phô n÷|x· S¬n Dung|Néi dung"))
    assert forms == ()
    assert [each.code for each in problems] == ["form-old-letters"]
