"""Rows that name a field are told from rows that name a model."""

import pytest

from generator.forms.fields import field_of, field_row, nearest_field, roman, title
from tests.unit.forms.made_forms import VOCABULARY


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("I. LĨNH VỰC KINH TẾ", "kinh-te"),
        ("I.LĨNH VỰC KINH TẾ", "kinh-te"),
        ("I LĨNH VỰC KINH TẾ", "kinh-te"),
        ("I- Kinh tế", "kinh-te"),
        ("Lĩnh vực: kinh te", "kinh-te"),
        ("KINH TẾ", "kinh-te"),
        ("II. VĂN HOÁ - XÃ HỘI", "van-hoa-xa-hoi"),
        ("II/ LĨNH VỰC VH-XH (2 mô hình)", "van-hoa-xa-hoi"),
        ("III. LĨNH VỰC QUỐC PHÒNG, AN NINH:", "quoc-phong-an-ninh"),
        ("IV. Lĩnh vực xây dựng hệ thống chính trị", "xay-dung-he-thong-chinh-tri"),
        ("VI) ĐÔ THỊ VĂN MINH", "do-thi-van-minh"),
    ],
)
def test_fields_are_known_in_every_dress(text: str, field: str) -> None:
    """Numbers, capitals, marks, dashes and aliases change nothing."""
    found = field_row(text, VOCABULARY)
    assert found
    assert found.field == field


@pytest.mark.parametrize("text", ["II. LĨNH VỰC THỂ THAO", "Lĩnh vực y tế", "V. Khuyến học"])
def test_an_unknown_field_is_a_field_still(text: str) -> None:
    """A Roman number or the word “lĩnh vực” make a field's row, be there such a field or not."""
    found = field_row(text, VOCABULARY)
    assert found
    assert found.field is None


@pytest.mark.parametrize("text", ["1. Đường hoa", "Tổ kinh tế", "2.....", "", "Xóm IV"])
def test_models_are_no_fields(text: str) -> None:
    """A name without the signs of a field is none, even if it holds a field's name."""
    assert field_row(text, VOCABULARY) is None


def test_a_misspelt_field_is_guessed_for_the_message_only() -> None:
    """The nearest name is offered; the field itself is not taken for it."""
    assert field_of("Kinh tếe", VOCABULARY) is None
    assert nearest_field("Kinh tếe", VOCABULARY) == "Kinh tế"
    assert nearest_field("Thể thao", VOCABULARY) == ""


def test_titles_are_printed_as_in_the_annex() -> None:
    """Roman number, capitals, and a hyphen where the vocabulary has a dash."""
    assert title(2, "van-hoa-xa-hoi", VOCABULARY) == "II. LĨNH VỰC VĂN HÓA - XÃ HỘI"
    assert [roman(number) for number in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]
