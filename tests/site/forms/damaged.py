"""Filled forms, each damaged in one way; beside them what ``dvk import`` must say of each.

A case is a function that damages a good form: the sheet of a workbook, a document, or bytes.
``NAME.txt`` tells what the case is about, the command, its report word for word, and its exit.
The good form, as ``filled`` draws it: rows 11 and 12 stand in the first field, row 14 in the
second; 16, 17, 19 and 20 are dotted lines.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from docx import Document
from openpyxl import Workbook, load_workbook

from generator.adapters import spreadsheet, word_document
from generator.forms.registration import Registered, RegistrationForm, Section
from generator.forms.registration_table import registration_paper
from tests.site.provinces import Province, model, plan

UNIT = "Hội Phụ nữ xã Sơn Dung"
PLAN = "31-kh-tu"
SAVING = Registered(
    "Tổ tiết kiệm “5.000 đồng”",
    "tap-the",
    "Thôn 3, xã Sơn Dung",
    "Hội viên nghèo thiếu vốn; mỗi tháng góp 5.000 đồng, dự kiến 20 người được vay.",
    "moi",
)
GARDEN = Registered(
    "Vườn rau sạch", "tap-the", "Xã Sơn Dung", "Nông sản khó bán.\n- Hội bao tiêu.", "nhan-rong"
)
CLUB = Registered(
    "Câu lạc bộ gia đình", "tap-the", "Hội trường xã", "Họp mỗi quý, hòa giải tại nhà.", "moi"
)
FORM = RegistrationForm(
    UNIT,
    2026,
    "Kế hoạch số 31-KH/TU, ngày 16/3/2021 của Ban Thường vụ Tỉnh ủy",
    (
        Section("I. LĨNH VỰC KINH TẾ", (SAVING, GARDEN)),
        Section("II. LĨNH VỰC VĂN HÓA - XÃ HỘI", (CLUB,)),
        Section("III. LĨNH VỰC QUỐC PHÒNG - AN NINH"),
        Section("IV. LĨNH VỰC XÂY DỰNG HỆ THỐNG CHÍNH TRỊ"),
    ),
)
NAME, COLLECTIVE, INDIVIDUAL, ADDRESS, CONTENT, NEW, REPLICATED = "ABCDEFG"
Prepare = Callable[[Province], None]


@dataclass(frozen=True)
class Case:
    """A damaged form and how it is imported."""

    make: Callable[[], bytes]
    file: str
    options: tuple[str, ...]
    prepare: Prepare


CASES: dict[str, Case] = {}


def filled() -> bytes:
    """The good form as a workbook."""
    return spreadsheet.write(registration_paper(FORM))


def filled_document() -> bytes:
    """The good form as a document."""
    return word_document.write(registration_paper(FORM))


def nothing(province: Province) -> None:
    """The collection is as it was."""


def case(
    name: str, make: Callable[[], bytes], file: str, options: tuple[str, ...], prepare: Prepare
) -> None:
    assert name not in CASES
    CASES[name] = Case(make, file, options, prepare)


def sheet(
    *options: str, prepare: Prepare = nothing
) -> Callable[[Callable[[Any], object]], Callable[[Any], object]]:
    """A workbook whose sheet the function damages; its name is the case's."""

    def keep(damage: Callable[[Any], object]) -> Callable[[Any], object]:
        def make() -> bytes:
            book = load_workbook(io.BytesIO(filled()), rich_text=True)
            damage(book.active)
            out = io.BytesIO()
            book.save(out)
            return out.getvalue()

        case(damage.__name__, make, "bang.xlsx", options, prepare)
        return damage

    return keep


def document(*options: str) -> Callable[[Callable[[Any], object]], Callable[[Any], object]]:
    """A document that the function damages."""

    def keep(damage: Callable[[Any], object]) -> Callable[[Any], object]:
        def make() -> bytes:
            made = Document(io.BytesIO(filled_document()))
            damage(made)
            out = io.BytesIO()
            made.save(out)
            return out.getvalue()

        case(damage.__name__, make, "bang.docx", options, nothing)
        return damage

    return keep


def data(file: str, *options: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Bytes that the function makes, under that file name."""

    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        case(make.__name__, make, file, options, nothing)
        return make

    return keep


def text(form: Any, cell: str, value: str) -> None:
    """Put a text into a cell as text, whatever it begins with."""
    form[cell].value = value
    form[cell].data_type = "s"


def row(form: Any, number: int, *values: str) -> None:
    """Fill a row."""
    for column, value in zip("ABCDEFG", values, strict=True):
        text(form, f"{column}{number}", value)


def patched(whole: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A package with something replaced in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
        for each in before.infolist():
            content = before.read(each)
            if each.filename == part:
                assert old in content
                content = content.replace(old, new, 1)
            after.writestr(each.filename, content)
    return out.getvalue()


# Rows


@sheet()
def both_forms_marked(form: Any) -> None:
    form["C11"] = "x"


@sheet()
def no_form_marked(form: Any) -> None:
    form["B11"] = None


@sheet()
def both_origins_marked(form: Any) -> None:
    form["F12"] = "x"


@sheet()
def words_where_a_mark_belongs(form: Any) -> None:
    form["B11"] = "Tổ phụ nữ thôn 3"
    form["G14"] = 2


@sheet()
def a_row_without_a_name(form: Any) -> None:
    form["A11"] = "1. ....."


@sheet()
def a_row_without_content(form: Any) -> None:
    form["E11"] = "  "


@sheet()
def a_row_without_an_address(form: Any) -> None:
    form["D14"] = None


@sheet()
def four_faults_in_one_row(form: Any) -> None:
    row(form, 12, "2. Vườn rau", "", "", "", "", "x", "x")


@sheet()
def faults_in_every_row(form: Any) -> None:
    form["C11"], form["E12"], form["A14"] = "x", None, None


@sheet()
def a_name_merged_over_two_rows(form: Any) -> None:
    form.merge_cells("A11:A12")


@sheet()
def the_same_model_twice(form: Any) -> None:
    row(
        form, 12, "2. TỔ TIẾT KIỆM “5.000 ĐỒNG”", "x", "", "thôn 3, xã Sơn Dung", "Góp vốn.", "", ""
    )


@sheet()
def a_name_that_is_a_paragraph(form: Any) -> None:
    form["A11"] = "1. " + "Mô hình giúp nhau làm kinh tế " * 8


# Fields


@sheet()
def a_field_that_does_not_exist(form: Any) -> None:
    form["A13"] = "II. LĨNH VỰC THỂ THAO"


@sheet()
def a_misspelt_field(form: Any) -> None:
    form["A10"] = "I. LĨNH VỰC KINH TẾÊ"


@sheet()
def rows_before_any_field(form: Any) -> None:
    form["A10"] = None


# Cells


@sheet()
def a_formula_for_a_name(form: Any) -> None:
    form["A11"] = '=CONCAT("1. ", H1)'


@sheet()
def an_address_turned_into_a_date(form: Any) -> None:
    form["D11"].value, form["D11"].number_format = date(2026, 9, 2), "d/m"


@sheet()
def a_cell_with_an_error_value(form: Any) -> None:
    form["E12"] = "#REF!"


@sheet()
def text_that_steers_terminals_and_logs(form: Any) -> None:
    form.title = "a\u202eb"
    text(form, "B11", "\u202e::error file=x::y")
    text(form, "B12", "##[error]z _x001B_[31m")


# Columns and tables


@sheet()
def a_column_is_missing(form: Any) -> None:
    form["G8"] = "Ghi chú"


@sheet()
def two_columns_of_one_name(form: Any) -> None:
    form["H7"] = "ĐỊA CHỈ"


@sheet()
def a_sheet_without_the_table(form: Any) -> None:
    form.delete_rows(7, 3)


@sheet()
def a_form_that_nobody_filled_in(form: Any) -> None:
    form.delete_rows(14)
    form.delete_rows(11, 2)


@sheet("--partial")
def more_rows_than_any_unit_has(form: Any) -> None:
    form["A5001"] = "Dòng quá xa"


@sheet()
def a_hidden_sheet_with_faults_beside_a_visible_one(form: Any) -> None:
    copy = form.parent.copy_worksheet(form)
    copy.title, copy.sheet_state = "Năm trước", "hidden"
    copy["C11"] = "x"
    form["C12"] = "x"


# What stands above the table, and what the command says


@sheet()
def no_unit(form: Any) -> None:
    form["A1"] = "ĐƠN VỊ:....."


@sheet()
def no_year(form: Any) -> None:
    form["A4"] = None


@sheet("--year", "2025")
def a_year_at_odds_with_the_command(form: Any) -> None:
    """The form is as it was."""


@sheet()
def a_plan_that_is_not_there(form: Any) -> None:
    form["A5"] = "(Kèm theo Kế hoạch số 99-KH/TU, ngày 01/02/2026 của Tỉnh ủy)"


def a_second_plan(province: Province) -> None:
    """Another plan of the same number, of the same years."""
    keys = {"so_ky_hieu": "31-KH/TU", "giai_doan": {"tu": 2026}}
    province.write("content/plans/ke-hoach-khac.md", plan("Kế hoạch khác", **keys))


@sheet(prepare=a_second_plan)
def a_number_that_two_plans_bear(form: Any) -> None:
    """The form is as it was."""


@sheet("--plan", PLAN)
def a_plan_at_odds_with_the_command(form: Any) -> None:
    form["A5"] = "(Kèm theo Kế hoạch số 12-KH/ĐU của Đảng ủy xã)"


@sheet()
def neither_plan_nor_place(form: Any) -> None:
    form["A5"] = None


@sheet("--unit", UNIT, "--place", "Quảng Ngải")
def a_misspelt_place_in_the_command(form: Any) -> None:
    """The form is as it was."""


@sheet("--plan", "31-kh-tw")
def a_misspelt_plan_in_the_command(form: Any) -> None:
    """The form is as it was."""


@sheet()
def nothing_above_the_table(form: Any) -> None:
    for line in range(1, 6):
        form[f"A{line}"] = None
    form["C11"], form["D12"] = "x", None


# What may not be published


@sheet()
def a_person_without_consent(form: Any) -> None:
    row(form, 14, "1. Chị Nguyễn Thị A", "", "x", "Xã Sơn Dung", "Dạy chữ cho trẻ.", "x", "")


@sheet()
def a_telephone_number_in_the_content(form: Any) -> None:
    form["E11"] = "Góp vốn, liên hệ chị Lan 0912 345 678."


@sheet()
def a_house_number_in_the_address(form: Any) -> None:
    form["D12"] = "Số nhà 12/3, thôn 3, xã Sơn Dung"


# Places


@sheet()
def a_district_after_districts_ended(form: Any) -> None:
    form["D12"] = "Xã Sơn Dung, huyện Sơn Tây"


@sheet()
def a_province_of_another_time(form: Any) -> None:
    form["D12"] = "Xã Đăk Nhoong, tỉnh Kon Tum"


@sheet()
def a_misspelt_province(form: Any) -> None:
    form["D12"] = "Xã Sơn Dung, tỉnh Quảng Ngải"


# What is there already


def import_the_good_form(province: Province) -> None:
    """Take the good form in before the damaged one."""
    (province.root / "tot.xlsx").write_bytes(filled())
    ended = province.run("dvk", "import", "tot.xlsx")
    assert ended.returncode == 0, ended.stderr


@sheet(prepare=import_the_good_form)
def a_form_imported_before(form: Any) -> None:
    """The form is as it was."""


def an_older_entry(province: Province) -> None:
    """The model is there, of the same unit and place, registered for no year."""
    place = {"tinh": "Quảng Ngãi", "xa": "xã Sơn Dung", "thon": "thôn 3", "nam": 2024}
    entry = model(SAVING.name, don_vi=UNIT, dia_ban=place)
    province.write("content/models/to-tiet-kiem.md", entry)


@sheet(prepare=an_older_entry)
def a_model_known_from_an_earlier_year(form: Any) -> None:
    """The form is as it was."""


def all_good_names(province: Province) -> None:
    """Every name the entry might have is another's."""
    start = "content/models/2026-to-tiet-kiem-5-000-dong"
    for ending in ("", "-thon-3-xa-son-dung", "-hoi-phu-nu-xa-son-dung"):
        province.write(f"{start}{ending}.md", model(f"Mục khác {ending}"))


@sheet(prepare=all_good_names)
def every_good_file_name_is_taken(form: Any) -> None:
    """The form is as it was."""


# Good rows among bad ones


@sheet("--partial")
def good_rows_are_kept_when_asked(form: Any) -> None:
    form["C11"] = "x"


@sheet("--dry-run")
def a_trial_writes_nothing(form: Any) -> None:
    form["C11"] = "x"


# Documents


@document()
def a_document_with_faulty_rows(made: Any) -> None:
    table = made.tables[0]
    table.cell(4, 1).text = "Tổ phụ nữ"
    table.cell(5, 4).text = ""


@document()
def a_content_that_is_a_book(made: Any) -> None:
    made.tables[0].cell(4, 4).text = "Kể chuyện làm ăn của chị em trong xã.\n" * 1400


@document()
def a_document_without_a_column(made: Any) -> None:
    made.tables[0].cell(1, 2).text = "Ghi chú"


@document()
def a_document_without_a_table(made: Any) -> None:
    made.tables[0]._tbl.getparent().remove(made.tables[0]._tbl)


# Letters from before Unicode


@sheet()
def letters_of_tcvn3(form: Any) -> None:
    form["A1"] = "§¬n vÞ: Héi Phô n÷ x· S¬n Dung"
    form["A11"], form["E11"] = "1. Tæ tiÕt kiÖm", "Héi viªn nghÌo thiÕu vèn"


@document()
def letters_of_vni(made: Any) -> None:
    made.tables[0].cell(4, 0).text = "1. Toå tieát kieäm"
    made.tables[0].cell(4, 4).text = "Hoäi vieân ngheøo thieáu voán"


# Files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@data("bang.xls")
def an_old_workbook() -> bytes:
    return OLE + "Workbook".encode("utf-16-le")


@data("bang.doc")
def an_old_document() -> bytes:
    return OLE + "WordDocument".encode("utf-16-le")


@data("bang.doc")
def rich_text() -> bytes:
    return b"{\\rtf1\\ansi D\\'e2n v\\'e2n}"


@data("bang.xlsx")
def a_workbook_with_a_password() -> bytes:
    return OLE + "EncryptedPackage".encode("utf-16-le")


@data("bang.pdf")
def a_pdf() -> bytes:
    return b"%PDF-1.7\n"


@data("bang.xlsx")
def a_file_cut_short() -> bytes:
    return filled()[:3000]


@data("bang.xlsx")
def a_workbook_with_broken_xml() -> bytes:
    return patched(filled(), "xl/worksheets/sheet1.xml", b"</sheetData>", b"")


@data("bang.docx")
def a_document_with_broken_xml() -> bytes:
    return patched(filled_document(), "word/document.xml", b"</w:body>", b"")


@data("bang.xlsx")
def a_file_larger_than_any_form() -> bytes:
    return b"PK" + b"\0" * (10 << 20)


@data("bang.xlsx")
def a_bomb() -> bytes:
    out = io.BytesIO(filled())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.xml", b"<a>" + b" " * (60 << 20))
    return out.getvalue()


@data("bang.xlsx")
def entities_that_expand() -> bytes:
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"b" * 100 + b'">]><worksheet'
    return patched(filled(), "xl/worksheets/sheet1.xml", b"<worksheet", bomb)


@data("bang.xlsx")
def a_workbook_of_other_things() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Họ tên", "Địa chỉ", "Ghi chú"])  # type: ignore[union-attr]
    book.save(out)
    return out.getvalue()
