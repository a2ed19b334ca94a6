"""Lists stand in the order that Vietnamese readers expect."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.vietnamese import sort_key

ORDERED = [
    list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["an", "àn", "ạn", "ăn", "ắn", "ân"],
    ["Hoa Lư", "Hòa Bình", "Hòa Vang", "Hóa"],
    ["Khu phố 2", "Khu phố 2A", "Khu phố 10", "Khu phố Ba"],
    ["Quận 1", "Quận 3", "Quận 10", "Quận Ba Đình"],
    ["Số 007", "Số 8", "Số 0010"],
    ["can", "čao", "cat", "caža", "đ", "я"],
    ["An", "An Giang", "Ăng", "Ấp 1"],
    ["“Camera an ninh”", "Cánh đồng", "Dân vận", "Đà Nẵng", "Đường hoa", "Ê Đê"],
    ["Bà Rịa – Vũng Tàu", "Bắc Giang", "Bình Dương", "Cà Mau", "Cần Thơ", "Đắk Lắk", "Đồng Nai"],
    ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng"],
]


@pytest.mark.parametrize("names", ORDERED, ids=lambda names: names[0])
def test_hand_made_lists_are_in_order(names: list[str]) -> None:
    """Each list, written by hand, strictly rises."""
    keys = [sort_key(name) for name in names]
    assert all(before < after for before, after in pairwise(keys))


def test_letters_go_before_tones_within_a_syllable() -> None:
    """Mạ comes before man: letters first, and only then the tone."""
    assert sort_key("mạ") < sort_key("man") < sort_key("mãn") < sort_key("mang")


def test_punctuation_counts_only_between_equals() -> None:
    """Quotes do not move a name to the front of the list."""
    assert sort_key("“Ánh sáng”") > sort_key("An toàn")
    assert sort_key("“An toàn”")[0] == sort_key("An toàn")[0]
    assert sort_key("“An toàn”") != sort_key("An toàn")


def test_both_ways_of_placing_a_tone_stand_together() -> None:
    """Hoà Bình and Hòa Bình are not torn apart by what follows them."""
    assert sort_key("Hoà An") < sort_key("Hòa Bình") < sort_key("Hoà Vang")


def test_a_number_too_long_for_an_integer_is_ordered_too() -> None:
    """Ten thousand digits are compared, not refused."""
    assert sort_key("9" * 10_000) < sort_key("1" + "0" * 10_000)


@given(st.text(), st.text())
def test_any_two_texts_have_an_order(one: str, other: str) -> None:
    """Keys of whatever texts compare, and are equal only for texts that look the same."""
    first, second = sort_key(one), sort_key(other)
    assert (first < second) + (second < first) + (first == second) == 1
    assert first == sort_key(first[1])
