"""Quotes are put where YAML stumbles and taken where they do nothing; nothing is guessed."""

from __future__ import annotations

import pytest

from generator.mend.quotes import with_missing_quotes, without_needless_quotes
from generator.mend.sheet import Sheet

PATH = "content/models/a.yml"


def data(sheet: Sheet) -> object:
    """What a sheet says, if it can be read without a fault."""
    return None if sheet.matter is None or sheet.problems else dict(sheet.matter.data)


@pytest.mark.parametrize(
    "value",
    [
        "TP. Bà Rịa: dân đồng thuận",
        "Buôn Ea H'leo: hẻm xanh",
        "Ba việc:",
        '"Hẻm xanh" ở phường',
        "[Phường 1] Hẻm xanh",
        "{Tổ 5} Hẻm",
        "@hemxanh",
        "%30 hộ",
        "`Hẻm`",
        "*Hẻm xanh*",
        "(Bài 1): Hẻm",
        "5 không: rác",
    ],
)
def test_a_value_that_yaml_refuses_is_quoted_as_typed(value: str) -> None:
    """The whole text behind the key becomes the value, alone or in a list."""
    alone = with_missing_quotes(Sheet(PATH, f"ten: {value}\nloai: mo-hinh\n"))
    assert data(alone) == {"ten": value, "loai": "mo-hinh"}
    listed = with_missing_quotes(Sheet(PATH, f"nguon:\n  - tieu_de: {value}\n    co_quan: Báo\n"))
    assert data(listed) == {"nguon": [{"tieu_de": value, "co_quan": "Báo"}]}


@pytest.mark.parametrize(
    "line",
    [
        "dia_ban: tinh: Lâm Đồng",
        "ten: Bài 1: hẻm # chưa chắc",
        "ten: 'Ea H'leo'",
        'ten: "A" và "B"',
        "linh_vuc: [kinh-te",
        "ten: !Hội thi",
        "ten: &a Hẻm",
        "ten: 'mở: mà không đóng",
        "ten khong co dau hai cham",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(line: str) -> None:
    """A key within, a comment behind, quotes of its own or an open bracket: the editor decides."""
    sheet = Sheet(PATH, f"loai: mo-hinh\n{line}\n")
    assert with_missing_quotes(sheet).text == sheet.text


def test_a_real_alias_is_left_alone() -> None:
    """Where something is anchored a star may mean it."""
    sheet = Sheet(PATH, "ten: &a Hẻm\ntom_tat: *a\n")
    assert with_missing_quotes(sheet).text == sheet.text


def test_many_values_are_quoted_at_once() -> None:
    """YAML stops at the first; all are mended."""
    sheet = with_missing_quotes(Sheet(PATH, "ten: A: b\ntom_tat: C: d\ndon_vi: @e\n"))
    assert data(sheet) == {"ten": "A: b", "tom_tat": "C: d", "don_vi": "@e"}


def test_half_a_repair_is_none() -> None:
    """A file that cannot be read afterwards is given back as it was."""
    sheet = Sheet(PATH, "ten: A: b\ntom_tat: [kinh-te\nloai: x\n")
    assert with_missing_quotes(sheet) == sheet


def test_a_value_that_goes_on_below_is_left_alone() -> None:
    """Only a value on one line is quoted."""
    sheet = Sheet(PATH, "ten: A: b\n  và nữa\n")
    assert with_missing_quotes(sheet) == sheet


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("ten: 'Hẻm xanh'", "ten: Hẻm xanh"),
        ('ten: "Hẻm xanh"  # rồi', "ten: Hẻm xanh  # rồi"),
        ("ten: 'Ea H''leo'", "ten: Ea H'leo"),
        ("tu_khoa: ['a b', \"c\"]", "tu_khoa: [a b, c]"),
        ("can_co:\n  - 'đất trống'", "can_co:\n  - đất trống"),
    ],
)
def test_needless_quotes_go(written: str, bare: str) -> None:
    """Text that is the same text without them stands without."""
    sheet = Sheet(PATH, f"loai: mo-hinh\n{written}\n")
    for _ in range(3):
        sheet = without_needless_quotes(sheet)
    assert sheet.text == f"loai: mo-hinh\n{bare}\n"


@pytest.mark.parametrize(
    "line",
    [
        "ten: 'a: b'",
        "ten: 'a #b'",
        "ten: ''",
        "ten: '12'",
        "ten: '2025-10-15'",
        "ten: 'no'",
        "han: '--03-31'",
        "don_vi: '%'",
        "tu_khoa: ['a, b']",
        'ten: "a\\tb"',
        "ten: ' a'",
        "ten: |\n  'a'",
    ],
)
def test_needed_quotes_stay(line: str) -> None:
    """Whatever would be read otherwise, here or by a looser reader, keeps its quotes."""
    sheet = Sheet(PATH, f"loai: mo-hinh\n{line}\n")
    assert without_needless_quotes(sheet).text == sheet.text
