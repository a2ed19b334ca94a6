"""Damaged characters are mended in every line, and nothing that may be meant is touched."""

from __future__ import annotations

import unicodedata

import pytest

from generator.mend.characters import (
    kinds_of_faults,
    mended_characters,
    mended_words,
    without_blank_ends,
)
from generator.mend.sheet import Sheet

PATH = "content/models/a.md"


def mended(body: str, head: str = "ten: Hẻm") -> str:
    """The body of a file after its characters were mended."""
    sheet = mended_characters(Sheet(PATH, f"---\n{head}\n---\n{body}"))
    return sheet.text.split("---\n", 2)[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (unicodedata.normalize("NFD", "Tiếng kẻng"), "Tiếng kẻng"),
        ("Môṭ giúp môṭ", "Một giúp một"),
        ("Ðường hoa", "Đường hoa"),
        ("thôn\u00a05", "thôn 5"),
        ("bà\u200b con", "bà con"),
        ("a\u200b\u200b", "a"),
    ],
)
def test_words_are_mended(typed: str, meant: str) -> None:
    """Composed letters, tones on vowels, đ for eth, plain spaces and nothing unseen."""
    assert mended_words(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "hòa, hoà, Y Ñăm",
        "ភាសា\u200bខ្មែរ",
        "👨\u200d👩\u200d👧 cả nhà",
        "नमस्\u200dते",
    ],
)
def test_other_scripts_and_joined_signs_are_left_alone(text: str) -> None:
    """Where a joiner or a zero-width space means something it stays."""
    assert mended_words(text) == text


def test_addresses_keep_their_letters() -> None:
    """Another form of Unicode may be another page; what is invisible in an address never is."""
    address = "https://bao.example/" + unicodedata.normalize("NFD", "hẻm")
    assert mended_words(f"xem {address}\u200b nhé") == f"xem {address} nhé"


def test_odd_spaces_at_the_edges_of_a_body_line_are_dropped() -> None:
    """Four of them would make code of a paragraph, and two at the end a line break."""
    nbsp = "\u00a0"
    assert mended(f"{nbsp * 4}Bà con{nbsp}làm{nbsp * 2}\nđường") == "Bà con làm\nđường"
    assert mended(f"- một\n  {nbsp}hai") == "- một\n  hai"
    assert mended(f"a\n{nbsp}\nb") == "a\n\nb"


def test_odd_spaces_before_a_key_become_its_indent() -> None:
    """In the head they stand for spaces, and the file can be read again."""
    text = "---\nten: Hẻm\ndia_ban:\n\u00a0\u00a0tinh: Lâm Đồng\n---\n"
    sheet = mended_characters(Sheet(PATH, text))
    assert sheet.matter is not None
    assert sheet.matter.data["dia_ban"] == {"tinh": "Lâm Đồng"}


def test_a_repair_that_would_change_the_structure_is_left_out() -> None:
    """A text that would become a key stays as it is; the other lines are mended all the same."""
    text = "---\nten: thôn\u00a05\ndia_ban:\n  tinh:\u00a0Lâm Đồng\nloai: mo\u00adhinh\n---\n"
    after = mended_characters(Sheet(PATH, text)).text
    assert "ten: thôn 5\n" in after
    assert "tinh:\u00a0Lâm" in after
    assert "loai: mohinh\n" in after


def test_escapes_are_not_touched() -> None:
    """A character that is written as an escape was written on purpose."""
    text = '---\nten: "a\\u00a0b"\n---\n'
    assert mended_characters(Sheet(PATH, text)).text == text


def test_faults_are_named_by_kind() -> None:
    """What was wrong is told, each kind once."""
    before = Sheet(PATH, "---\nten: môṭ ð môṭ\n---\n\u00a0a\u00a0b")
    assert list(kinds_of_faults(before, mended_characters(before))) == [
        "dấu nằm trên phụ âm",
        "chữ ð thay cho đ",
        "ký tự ẩn, dấu cách lạ",
    ]


def test_blank_ends_go_where_they_mean_nothing() -> None:
    """A line break of Markdown and the text of a block stay; other blanks at line ends go."""
    text = "--- \nten: Hẻm  \ntom_tat: |\n  một \n  hai\n---\t\nmột \nhai  \nba\t\n   \n"
    sheet = without_blank_ends(Sheet(PATH, text))
    assert sheet.text == "---\nten: Hẻm\ntom_tat: |\n  một \n  hai\n---\nmột\nhai  \nba\t\n\n"


def test_pages_are_mended_as_prose() -> None:
    """A page without keys of ours is mended like a body, whatever it opens with."""
    sheet = Sheet(
        "content/pages/a.md", "---\ntitle: a\u00a0b \n---\n\u00a0\u00a0c \n", is_prose=True
    )
    assert without_blank_ends(mended_characters(sheet)).text == "---\ntitle: a b\n---\nc\n"
