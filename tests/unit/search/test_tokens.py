"""A text is cut into syllables that agree however they were typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.tokens import Token, chunk_words, chunks, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đường hẻm", [Token("duong", "đương1"), Token("hem", "hem2")]),
        ("31-KH/TU", [Token("31", "31"), Token("kh", "kh"), Token("tu", "tu")]),
        ("7.556 hộ; 7,5 ha", ["7556", "ho", "7,5", "ha"]),
        ("15/10/2025", ["15", "10", "2025"]),
        ("", []),
        ("… – ” !", []),
    ],
)
def test_texts_become_tokens(text: str, expected: list[Token | str]) -> None:
    """Marks, numbers and signs are read as a reader means them."""
    found = tokens(text)
    assert expected == [
        f if isinstance(e, Token) else f.folded for f, e in zip(found, expected, strict=True)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("quý", "quí"),
        ("mỹ", "mĩ"),
        ("khoẻ", "khỏe"),
        ("KẺNG", "kẻng"),
        (unicodedata.normalize("NFD", "hiến đất"), "hiến đất"),
    ],
)
def test_spellings_of_one_word_are_one_token(one: str, other: str) -> None:
    """Tone placement, i or y, capitals and decomposed typing make no difference."""
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(("one", "other"), [("thuy", "thui"), ("đường", "dương"), ("ma", "mà")])
def test_different_words_stay_different(one: str, other: str) -> None:
    """What a reader tells apart by its exact form stays apart."""
    assert tokens(one) != tokens(other)


@given(st.text())
def test_any_text_is_cut(text: str) -> None:
    """No text fails, and a folded form never holds a Vietnamese mark."""
    for token in tokens(text):
        assert token.folded
        assert "đ" not in token.folded


@given(st.text(st.sampled_from("dđ1.,\u0301\u0323ơỜΣ \u00a0\u2003\x1f\u200b\n_-")))
def test_spaces_part_syllables(text: str) -> None:
    """Cutting between spaces first, which is faster, finds what cutting the whole text finds."""
    whole = unicodedata.normalize("NFC", text).lower()
    assert [each for chunk in chunks(text) for each in chunk_words(chunk)] == chunk_words(whole)
