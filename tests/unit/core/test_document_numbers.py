"""Numbers of Party and State papers are read in all their forms."""

from __future__ import annotations

import pytest

from generator.core.document_numbers import DocumentNumber, parse


@pytest.mark.parametrize(
    ("text", "number", "kind", "issuer"),
    [
        ("31-KH/TU", "31", "KH", "TU"),
        ("Số: 31-KH/TU", "31", "KH", "TU"),
        ("31 - KH/TU", "31", "KH", "TU"),
        ("01-CTr/TU", "01", "CTr", "TU"),
        ("54-KH/BDVTU", "54", "KH", "BDVTU"),
        ("182-KH/QU", "182", "KH", "QU"),
        ("25-NQ/TW", "25", "NQ", "TW"),
        ("399-QĐ/TW", "399", "QĐ", "TW"),
        ("08/2022/QĐ-UBND", "08", "QĐ", "UBND"),
        ("1989/QĐ-BGDĐT", "1989", "QĐ", "BGDĐT"),
        ("30/2020/NĐ-CP", "30", "NĐ", "CP"),
        ("19/2025/QĐ-TTg", "19", "QĐ", "TTg"),
        ("202/2025/QH15", "202", "", "QH15"),
        ("12/KH-UBND", "12", "KH", "UBND"),
    ],
)
def test_known_papers(text: str, number: str, kind: str, issuer: str) -> None:
    """Party and State forms, with or without spaces or the word for number, of known bodies."""
    assert parse(text) == DocumentNumber(number, kind, issuer, issuer_is_known=True)


@pytest.mark.parametrize(
    "text",
    ["", "31", "Kế hoạch 31", "31KH/TU", "31-KH", "KH/TU", "31-kh/tu", "a-KH/TU", "31-KH/TU 1"],
)
def test_what_is_no_number(text: str) -> None:
    """A text without the parts of a number in their order is none."""
    assert parse(text) is None


@pytest.mark.parametrize("text", ["22-CT/XYZ", "12/KH-XYZ"])
def test_unknown_bodies_are_told_apart(text: str) -> None:
    """A well-formed number of a body nobody knows is read, and marked."""
    found = parse(text)
    assert found is not None
    assert not found.issuer_is_known
