"""Text is mended where it was certainly damaged, and nowhere else."""

import unicodedata
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.vietnamese import TextFault, faults, normalise

# Letters, marks, look-alikes and spaces that may meet in a damaged text.
TROUBLED = st.text(
    st.sampled_from(
        "aeêoôơuưyiđĐbcghkmnptTN -/,.1\n\t\u0300\u0301\u0303\u0309\u0323\u0302\u031b"
        "àạấộờữỹÁẺðÐñṭṇć\u00a0\u2009\u202f\u200b\u200d\ufeff\u00ad\u202eé한"
    )
)
LIFTED = [
    ("Môṭ giúp môṭ", "Một giúp một"),
    ("vâṇ đôṇg", "vận động"),
    ("cuôć", "cuốc"),
    ("tiêǹ", "tiền"),
    ("Nguyêñ", "Nguyễn"),
    ("nhưñg", "những"),
    ("hoaṇ", "hoạn"),
    ("quyêǹ", "quyền"),
    ("giêńg", "giếng"),
    ("thanh\u0309", "thảnh"),
    ("Đăḱ Lăḱ", "Đắk Lắk"),
    ("TIÊŃG", "TIẾNG"),
    ("mộṭ", "một"),
]
LEFT_ALONE = [
    "hoà hòa thuỷ thủy khoẻ khỏe quý quí",
    "nghiã",
    "Y Ñuê, Buôn Ñang",
    "hóaṇ",
    "Eachà",
    "España, Poznań, Perić",
    "Kon Tơm Chêch, Ia Kô̆",
    "“Dân vận khéo” – 15/10",
    "",
]


@pytest.mark.parametrize(("damaged", "mended"), LIFTED)
def test_tone_on_a_final_consonant_moves_to_the_main_vowel(damaged: str, mended: str) -> None:
    """A tone typed one letter too late returns to the last vowel before the consonant."""
    assert normalise(damaged) == mended
    assert normalise(unicodedata.normalize("NFD", damaged)) == mended


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    """Either way of placing tones, and letters of other languages, stay as they are."""
    assert normalise(text) == text
    assert faults(text) == []


def test_decomposed_text_is_composed() -> None:
    """NFD, as some keyboards type it, becomes NFC."""
    assert normalise(unicodedata.normalize("NFD", "Đường hoa thuở ấy")) == "Đường hoa thuở ấy"


def test_eth_becomes_vietnamese_d() -> None:
    """The Icelandic letter that looks like đ is replaced."""
    assert normalise("Ðà Nẵng, ðường") == "Đà Nẵng, đường"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", *map(chr, range(0x2000, 0x200B))])
def test_unusual_spaces_become_plain(space: str) -> None:
    """A space that only looks like one would break search and line ends."""
    assert normalise(f"7{space}hộ") == "7 hộ"


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u200d", "\ufeff", "\u202e"])
def test_invisible_characters_are_dropped(unseen: str) -> None:
    """What nobody sees must not part a word, nor turn it round."""
    assert normalise(f"xã{unseen} hội{unseen}") == "xã hội"


def test_faults_tell_place_kind_and_mending_word_by_word() -> None:
    """Each damaged word is told once, with the gravest of its faults."""
    nfd = unicodedata.normalize("NFD", "đất")
    assert faults(f"Môṭ\u00a0giúp, ðường vâṇ\u200b {nfd} x\u200by tốt") == [
        TextFault(0, "mark-on-consonant", "Môṭ", "Một"),
        TextFault(3, "invisible", "\u00a0", " "),
        TextFault(10, "eth", "ðường", "đường"),
        TextFault(16, "mark-on-consonant", "vâṇ\u200b", "vận"),
        TextFault(21, "not-nfc", nfd, "đất"),
        TextFault(27, "invisible", "x\u200by", "xy"),
    ]


@given(TROUBLED | st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    """Mended text is clean: NFC, and without a fault."""
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert faults(once) == []


@given(TROUBLED)
def test_faults_are_all_that_normalising_changes(text: str) -> None:
    """Putting every mended word in its place gives the normalised text."""
    parts, done = [], 0
    for fault in faults(text):
        assert text.startswith(fault.found, fault.offset)
        parts += [text[done : fault.offset], fault.mended]
        done = fault.offset + len(fault.found)
    assert "".join([*parts, text[done:]]) == normalise(text)


def test_clean_text_costs_next_to_nothing() -> None:
    """A megabyte of clean text is passed in far less than the time of mending it."""
    text = "Người dân góp tiền lắp 104 camera, làm rõ nhanh vụ việc. " * 20_000
    start = perf_counter()
    assert normalise(text) is text
    assert perf_counter() - start < 0.5
