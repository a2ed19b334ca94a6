"""Addresses and numbers are written as Vietnamese sites and readers expect."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.vietnamese import number, slug


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đường hoa – 5 tự quản", "duong-hoa-5-tu-quan"),
        ("“Một giúp một”, hoà giải ở cơ sở", "mot-giup-mot-hoa-giai-o-co-so"),
        ("Môṭ giúp môṭ", "mot-giup-mot"),
        ("31-KH/TU", "31-kh-tu"),
        ("  –  ", ""),
        ("日本", ""),
    ],
)
def test_a_slug_is_plain_words_and_hyphens(text: str, address: str) -> None:
    """Marks, capitals and punctuation leave an address that can be typed."""
    assert slug(text) == address


def test_a_long_slug_is_cut_at_a_word() -> None:
    """At most 80 characters, and no half word, unless there is but one."""
    assert slug("xã hội " * 20) == "-".join(["xa", "hoi"] * 11 + ["xa"])
    assert slug("a" * 39 + " " + "b" * 40 + " c") == "a" * 39 + "-" + "b" * 40
    assert slug("a" * 80 + " b") == "a" * 80
    assert slug("a" * 90) == "a" * 80


@given(st.text())
def test_any_slug_is_a_safe_part_of_an_address(text: str) -> None:
    """Only a–z, 0–9 and single hyphens inside; making it again changes nothing."""
    made = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert len(made) <= 80
    assert slug(made) == made


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (104, "104"),
        (7556, "7.556"),
        (1_000_000, "1.000.000"),
        (-1500, "-1.500"),
        (7.5, "7,5"),
        (7.0, "7"),
        (1234.25, "1.234,25"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (0.1, "0,1"),
        (Decimal("7.50"), "7,50"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("62000000.5"), "62.000.000,5"),
    ],
)
def test_numbers_have_vietnamese_separators(value: float | Decimal, written: str) -> None:
    """A point between thousands, a comma before decimals, no digit invented."""
    assert number(value) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_no_number_is_refused(value: float | Decimal) -> None:
    """Nothing like “NaN” can reach a page."""
    with pytest.raises(ValueError, match="finite"):
        number(value)
