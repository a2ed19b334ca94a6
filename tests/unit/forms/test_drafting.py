"""Rows become entries that pass every check, or say why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.core.front_matter import read
from generator.core.text_checks import MAX_FILE
from generator.forms.address import Address
from generator.forms.body_sections import ADDRESS, CONTENT, section
from generator.forms.columns import TITLES, Column
from generator.forms.drafting import Draft, Surroundings, draft
from generator.forms.filled import FilledRow
from generator.forms.grid import CellPlace
from tests.unit.forms.made_forms import around

PLACES = {column: CellPlace("b.xlsx", 7, n, "Sheet") for n, column in enumerate(TITLES, start=1)}
ROW = FilledRow(
    "kinh-te", 3, "Đường hoa", "tap-the", "Thôn 3, xã Sơn Dung", "Trồng hoa.", "moi", "", PLACES
)


def drafted(row: FilledRow, known: Surroundings | None = None) -> Draft:
    found, problems = draft(row, known or around())
    assert found, problems
    assert problems == []
    return found


def told(row: FilledRow, known: Surroundings | None = None) -> list[tuple[str, int]]:
    """Code and column of every problem; nothing may be drafted."""
    found, problems = draft(row, known or around())
    assert found is None
    return [(each.code, each.place.column) for each in problems]


def test_an_entry_says_what_the_row_says_and_no_more() -> None:
    """Every key of the entry comes from the form or the command; there is nothing else in it."""
    matter, _ = read("content/models/a.md", drafted(ROW).text)
    assert matter
    assert matter.data == {
        "ten": "Đường hoa",
        "tom_tat": "Trồng hoa.",
        "hinh_thuc": "tap-the",
        "linh_vuc": "kinh-te",
        "don_vi": "Hội Phụ nữ xã Sơn Dung",
        "dia_ban": {"tinh": "Quảng Ngãi", "xa": "xã Sơn Dung", "thon": "thôn 3", "nam": "2026"},
        "xay_dung": "moi",
        "trang_thai": "dang-ky",
        "dang_ky": [{"nam": "2026", "ke_hoach": "ke-hoach"}],
        "nguon": [
            {
                "tieu_de": "Bản đăng ký mô hình, điển hình “Dân vận khéo” năm 2026 "
                "của Hội Phụ nữ xã Sơn Dung, mục I.3",
                "co_quan": "Hội Phụ nữ xã Sơn Dung",
            }
        ],
    }
    assert matter.body.strip() == ""


def test_what_the_keys_cannot_hold_stands_in_the_body() -> None:
    """A content of several lines and an address in other words are kept word for word."""
    row = replace(ROW, content="- Việc khó.\n- Hội làm.", address="Hội Phụ nữ xã Sơn Dung")
    matter, _ = read("content/models/a.md", drafted(row).text)
    assert matter
    assert matter.data["tom_tat"] == "- Việc khó. - Hội làm."
    assert section(matter.body, CONTENT) == row.content
    assert section(matter.body, ADDRESS) == row.address


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+ hoa", "- hoa", "@hoa", "'hoa'", "hoa: đẹp # thật", "*hoa*", "{a: b}", "no", "---"],
)
def test_hostile_text_stays_text(text: str) -> None:
    """Whatever a cell begins with, the entry holds the same text."""
    found = drafted(replace(ROW, name=text, content=text)).model
    assert (found.name, found.summary) == (text, text)


def test_the_longest_content_fits_an_entry() -> None:
    """However its letters are stored, an entry with it is no larger than a file may be."""
    made = drafted(replace(ROW, content="\n".join(["ắ*ữ_" * 30] * 98)))
    assert len(made.text.encode()) < MAX_FILE


def test_a_row_may_name_its_unit() -> None:
    """In a list of several units the row's own unit carries the model out."""
    found = drafted(replace(ROW, unit="Chi hội thôn 3")).model
    assert (found.unit, found.sources[0].publisher) == ("Chi hội thôn 3", "Hội Phụ nữ xã Sơn Dung")
    alone = drafted(replace(ROW, unit="Chi hội thôn 3"), around(unit="")).model
    assert alone.sources[0].publisher == "Chi hội thôn 3"


def test_a_form_for_next_year_speaks_today_s_names() -> None:
    """A place cannot be named as in a year that has not come."""
    found = drafted(ROW, around(year=2027)).model
    assert (found.place.year, found.registrations[0].year) == (2026, 2027)


def test_a_base_may_stand_for_an_address() -> None:
    """Where the command names the place, a row may leave it out."""
    base = Address(commune="xã Sơn Dung", province="Quảng Ngãi")
    known = around(base=base, base_suffices=True)
    assert drafted(replace(ROW, address=""), known).model.place.commune == "xã Sơn Dung"
    assert told(replace(ROW, address="")) == [("form-address-missing", 4)]


def test_a_person_needs_a_basis() -> None:
    """An exemplary person is taken in only with consent on file."""
    person = replace(ROW, form="ca-nhan")
    assert told(person) == [("form-person-without-basis", 3)]
    assert drafted(person, around(has_consent=True)).model.consent == "dong-y"


@pytest.mark.parametrize(
    ("row", "year", "problems"),
    [
        (replace(ROW, name="x" * 201), 2026, [("too-long", 1)]),
        (replace(ROW, content="Gọi 0912 345 678."), 2026, [("form-phone", 5)]),
        (replace(ROW, address="Số nhà 12, xã Sơn Dung"), 2026, [("personal-address", 4)]),
        (replace(ROW, address="xã A, huyện B"), 2026, [("form-old-district", 4)]),
        (replace(ROW, address="xã A, tỉnh Kon Tum"), 2026, [("form-old-province", 4)]),
        (replace(ROW, address="xã A, tỉnh Kon Tumm"), 2026, [("form-province-unknown", 4)]),
        (replace(ROW, content="từ " * 9000), 2026, [("line-too-long", 5)]),
        (replace(ROW, content="một dòng dài\n" * 1000), 2026, [("too-long", 5)]),
    ],
)
def test_faults_are_told_at_their_cell(
    row: FilledRow, year: int, problems: list[tuple[str, int]]
) -> None:
    """What the check would refuse is refused here, at the cell it came from."""
    found = told(row, around(year=year))
    assert [each for each in problems if each not in found] == []
    assert {code for code, _ in found} <= {code for code, _ in problems} | {"too-long"}


def test_of_a_faulty_row_the_rest_is_looked_through() -> None:
    """What else is wrong with it is told at once, and nothing is drafted from it."""
    row = replace(ROW, is_sound=False, address="", content="Gọi 0912 345 678.")
    assert told(row) == [("form-address-missing", 4), ("form-phone", 5)]
    assert told(replace(ROW, is_sound=False)) == []
    assert told(ROW, around(unit="")) == []
    assert told(ROW, around(base=Address())) == []


def test_messages_speak_of_the_form() -> None:
    """The keys of an entry are named in no message, and every message can be written out."""
    rows = [replace(ROW, name="x" * 201), replace(ROW, form="ca-nhan")]
    rows += [replace(ROW, address="xã A, huyện B"), replace(ROW, address="xã A, tỉnh Kon Tum")]
    for row in rows:
        for each in draft(row, around())[1]:
            assert not {"ten", "dia_ban", "hinh_thuc", "huyen"} & set(each.message.split("“”"))
            assert each.mend


def test_all_columns_of_the_form_have_a_place() -> None:
    """A column that the table lacks is told at the name."""
    assert ROW.place(Column.UNIT) == PLACES[Column.NAME]
