"""Headings are recognised however people spell them."""

import unicodedata

import pytest

from generator.forms.columns import TITLES, Column, column_of, is_official


@pytest.mark.parametrize("column", TITLES)
def test_the_official_headings_are_recognised_in_every_dress(column: Column) -> None:
    """Capitals, no marks, decomposed letters and line breaks change nothing."""
    official = TITLES[column]
    bare = unicodedata.normalize("NFD", official.replace("đ", "d").replace("Đ", "D"))
    unmarked = "".join(each for each in bare if not unicodedata.combining(each))
    dresses = [
        official,
        official.upper(),
        official.replace(" ", "\n"),
        unmarked,
        f"  {official} ",
        unicodedata.normalize("NFD", official),
    ]
    assert [column_of(dress) for dress in dresses] == [column] * len(dresses)
    assert is_official(official.upper())


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Tên mô hình", Column.NAME),
        ("Mô hình, điển hình", Column.NAME),
        ("Tập thể", Column.COLLECTIVE),
        ("MH cá nhân", Column.INDIVIDUAL),
        ("Địa bàn thực hiện", Column.ADDRESS),
        ("Đia chỉ", Column.ADDRESS),
        (
            "NỘI DUNG CỤ THỂ MÔ HÌNH, ĐIỂN HÌNH\n(Nêu tóm tắt mô hình giải quyết vấn đề gì; "
            "tổ chức, cá nhân thực hiện; dự kiến kết quả mô hình đem lại)",
            Column.CONTENT,
        ),
        ("Xây dựng mơí", Column.NEW),
        ("Mới", Column.NEW),
        ("Xây dụng mớii", Column.NEW),
        ("Nhân rông", Column.REPLICATED),
        ("Mô hìnn cá nhân", Column.INDIVIDUAL),
        ("STT", Column.ORDINAL),
        ("Lĩnh vực", Column.FIELD),
        ("Đơn vị thực hiện", Column.UNIT),
        ("Tên đơn vị", Column.UNIT),
    ],
)
def test_other_spellings_are_understood(heading: str, column: Column) -> None:
    """Shorter forms, slips and columns of other lists are known too."""
    assert column_of(heading) is column


@pytest.mark.parametrize(
    "heading",
    ["", "Ghi chú", "HÌNH THỨC", "TRONG ĐÓ", "Người phụ trách", "x", "Kinh phí", "2", "....."],
)
def test_other_headings_are_nothing(heading: str) -> None:
    """Headings of groups and columns that are not the form's name no column."""
    assert column_of(heading) is None
