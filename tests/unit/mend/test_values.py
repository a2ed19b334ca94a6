"""Dates and names of terms become what the content writes, where only one thing can be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.core.entries import Model, Plan
from generator.core.taxonomy import Term
from generator.mend.sheet import Sheet
from generator.mend.values import Kind, with_dates, with_ids, with_slugs
from tests.unit.core.made import VOCABULARY

MODEL = Kind(Model, VOCABULARY)
PLAN = Kind(Plan, VOCABULARY)


def lines(text: str, kind: Kind = MODEL) -> str:
    """A file of one line after both repairs, over and over."""
    sheet = Sheet("content/models/a.yml", text)
    for _ in range(4):
        sheet = with_ids(with_dates(sheet, kind), kind)
    return sheet.text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/12/2025", "2025-12-31"),
        ("1/2/2025", "2025-02-01"),
        ("'31/12/2025'", "2025-12-31"),
        ('"31.12.2025"', "2025-12-31"),
        ("tháng 10 năm 2024", "2024-10"),
        ("ngày 5 tháng 1 năm 2024", "2024-01-05"),
        ("2024-1-5", "2024-01-05"),
        ("12/2025", "2025-12"),
        ("31/12/2025  # theo báo", "2025-12-31  # theo báo"),
    ],
)
def test_dates_are_written_as_the_content_writes_them(written: str, meant: str) -> None:
    """Day, month and year in the Vietnamese order, with or without words and quotes."""
    assert lines(f"bat_dau: {written}\n") == f"bat_dau: {meant}\n"


@pytest.mark.parametrize("written", ["31/02/2025", "đầu năm 2024", "12/25", "5", "12/31/2025"])
def test_what_is_no_date_is_left_alone(written: str) -> None:
    """A day of no calendar, a year of two digits, or words that tell no day."""
    assert lines(f"bat_dau: {written}\n") == f"bat_dau: {written}\n"


def test_only_date_keys_are_touched() -> None:
    """The same text is a name where a name belongs."""
    assert lines("ten: 31/12/2025\n") == "ten: 31/12/2025\n"


def test_yearly_dates_keep_their_quotes() -> None:
    """A day of every year begins with dashes, and is quoted."""
    text = "moc:\n  - viec: Báo cáo\n    han: 31/3\n"
    assert "han: '--03-31'\n" in lines(text, PLAN)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kinh tế", "kinh-te"),
        ("'KINH TẾ'", "kinh-te"),
        ("kinh_te", "kinh-te"),
        ("[Kinh tế, Đô thị văn minh]", "[kinh-te, do-thi-van-minh]"),
    ],
)
def test_names_of_terms_become_their_ids(written: str, meant: str) -> None:
    """Capitals, marks and dashes make no difference; each name in a list counts."""
    assert lines(f"linh_vuc: {written}\n") == f"linh_vuc: {meant}\n"


@pytest.mark.parametrize("written", ["Kinh tê hộ", "kinh-tee", "Kinh tế, đô thị", "nông thôn"])
def test_slips_are_left_to_the_editor(written: str) -> None:
    """What only resembles a term is not made one."""
    assert lines(f"linh_vuc: {written}\n") == f"linh_vuc: {written}\n"


def test_a_name_of_two_terms_is_left_alone() -> None:
    """Without marks two names may be one; with its marks each is its own."""
    terms = (Term("a", "Bán trú"), Term("b", "Bản trù"))
    kind = Kind(Model, replace(VOCABULARY, lists={**VOCABULARY.lists, "linh_vuc": terms}))
    assert lines("linh_vuc: ban tru\n", kind) == "linh_vuc: ban tru\n"
    assert lines("linh_vuc: bản trù\n", kind) == "linh_vuc: b\n"


def test_an_unsure_list_mends_nothing() -> None:
    """Where the list could not be read no name can be told from a mistake."""
    kind = Kind(Model, replace(VOCABULARY, unsure=frozenset({"linh_vuc"})))
    assert lines("linh_vuc: Kinh tế\n", kind) == "linh_vuc: Kinh tế\n"


FILES = {"model": frozenset({"hem-xanh"}), "plan": frozenset({"ke-hoach"})}


def led(line: str, shape: type[Model] | type[Plan] = Model) -> str:
    """A line that leads to another file, after the repair, where two files are known."""
    kind = Kind(shape, VOCABULARY, FILES)
    return with_slugs(Sheet("content/models/a.yml", f"{line}\n"), kind).text.removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nhan_rong_tu: hem-xanh.md", "nhan_rong_tu: hem-xanh"),
        ("nhan_rong_tu: models/hem-xanh.md", "nhan_rong_tu: hem-xanh"),
        ("nhan_rong_tu: ../lam-dong/hem-xanh", "nhan_rong_tu: hem-xanh"),
        ("nhan_rong_tu: '/content/models/hem-xanh.yml'  # gốc", "nhan_rong_tu: hem-xanh  # gốc"),
        ("ke_hoach: [plans/ke-hoach.md]", "ke_hoach: [ke-hoach]"),
        (
            "nhan_rong_den: [{noi: A, mo_hinh: hem-xanh.md}]",
            "nhan_rong_den: [{noi: A, mo_hinh: hem-xanh}]",
        ),
    ],
)
def test_paths_to_files_become_their_names(written: str, meant: str) -> None:
    """Folders and endings go where the file that is left is there."""
    assert led(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "nhan_rong_tu: models/hem-do.md",
        "nhan_rong_tu: plans/hem-xanh.md",
        "nhan_rong_tu: ke-hoach.md",
        "nhan_rong_tu: Hẻm xanh",
        "nhan_rong_tu: https://kho.vn/mo-hinh/hem-xanh",
        "ten_cu: models/hem-xanh.md",
        "ten: models/hem-xanh.md",
    ],
)
def test_what_leads_nowhere_known_is_left_alone(written: str) -> None:
    """No file of that name, a file of the other kind, a name in words, an old address."""
    assert led(written) == written


def test_plans_lead_to_plans() -> None:
    """The plan that another takes the place of."""
    assert led("thay_the: plans/ke-hoach.md", Plan) == "thay_the: ke-hoach"
