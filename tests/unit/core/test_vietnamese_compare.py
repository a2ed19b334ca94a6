"""Two spellings of one name have the same key; two names have not."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.vietnamese import fold, key

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
LETTERS = [
    unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, ["", *TONES])
] + ["đ"]
ONSETS = ["", "h", "th", "qu", "ngh", "đ", "kh"]
NUCLEI = ["oa", "oe", "uy"]
WORDS = st.text(st.sampled_from([*LETTERS, *map(str.upper, LETTERS), *"bcghmnt 12.–-"]))


@pytest.mark.parametrize("letter", [*LETTERS, *map(str.upper, LETTERS)])
def test_every_vietnamese_letter_folds_to_one_ascii_letter(letter: str) -> None:
    """All 134 accented letters, đ among them, lose every mark."""
    folded = fold(letter)
    assert len(folded) == 1
    assert folded.isascii()
    assert folded.islower()


def test_folding_is_what_a_reader_without_marks_types() -> None:
    """Known words give their plain form, also when decomposed or damaged."""
    assert fold("Dân vận khéo – ĐƯỜNG Nguyễn Huệ") == "dan van kheo – duong nguyen hue"
    assert fold(unicodedata.normalize("NFD", "Đất Đỏ")) == "dat do"
    assert fold("Môṭ ðường\u00a0hoa") == "mot duong hoa"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """A folded text is folded, and NFC."""
    once = fold(text)
    assert unicodedata.is_normalized("NFC", once)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Luật Thuỷ lợi", "luật Thủy Lợi"),
        ("khoẻ", "khỏe"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"),
        ("Bà Rịa — Vũng Tàu", "bà rịa  vũng tàu "),
        ("Môṭ", "Một"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "Đắk Lắk"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    """Placing of the tone, capitals, dashes, spaces and encoding do not part a name."""
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoa", "hòa"), ("hòa", "hóa"), ("đa", "da"), ("tân", "tan"), ("An Bình", "An Binh")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    """A mark that changes the word changes the key."""
    assert key(one) != key(other)


@given(st.sampled_from(ONSETS), st.sampled_from(NUCLEI), st.sampled_from(TONES))
def test_a_tone_counts_the_same_on_either_vowel(onset: str, nucleus: str, tone: str) -> None:
    """The old and the new way of placing a tone give one key, and differ from no tone."""
    old = unicodedata.normalize("NFC", onset + nucleus[0] + tone + nucleus[1])
    new = unicodedata.normalize("NFC", onset + nucleus + tone)
    assert old != new
    assert key(old) == key(new) != key(onset + nucleus)


@given(WORDS)
def test_names_with_one_key_fold_alike(text: str) -> None:
    """The key keeps every letter: without its marks it is the folded text."""
    assert fold(key(text)).split() == fold(text).replace("–", " ").replace("-", " ").split()
