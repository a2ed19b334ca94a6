"""The words of a document are a few compact bytes that mean the same everywhere."""

from __future__ import annotations

from array import array

from generator.search.words import ABOUT, KEYWORDS, SUMMARY, TITLE, Lexicon, words

DUONG = 0x92419D51ED16E7F5
"""The number of “đường”."""


def numbers(kind: str, data: bytes) -> list[int]:
    """The numbers in little-endian bytes."""
    return list(array(kind, data))


def test_a_word_has_one_number_for_ever() -> None:
    """What an earlier build kept is understood by a later one: the number never changes."""
    found, forms = words("Đường", "", (), (), (), "")
    assert numbers("Q", found.short) == [DUONG]
    assert forms == {DUONG: ("duong", "đương1")}


def test_short_fields_keep_places_and_the_body_each_other_word_once() -> None:
    """Every occurrence with its place; of the body what stands nowhere else, once."""
    found, forms = words("Dân vận", "khéo", ("dân",), ("xã An",), (), "Dân, làng; làng, khéo.")
    short = [forms[number][1] for number in numbers("Q", found.short)]
    assert short == ["dân", "vân5", "kheo4", "dân", "xa3", "an"]
    places = [TITLE, TITLE + 1, SUMMARY, KEYWORDS, ABOUT, ABOUT + 1]
    assert numbers("H", found.positions) == places
    assert [forms[number][1] for number in numbers("Q", found.body)] == ["lang1"]
    assert found.about_end == ABOUT + 3


def test_documents_may_share_what_their_words_mean() -> None:
    """What each holds is the same as alone, and one lexicon explains the words of both."""
    lexicon = Lexicon()
    texts = ("Đường hoa xã An", "Hoa đường, nhà sạch")
    shared = [words(text, "", (), (), (), "Thân bài", lexicon)[0] for text in texts]
    alone = [words(text, "", (), (), (), "Thân bài") for text in texts]
    assert shared == [found for found, _ in alone]
    assert lexicon.forms == alone[0][1] | alone[1][1]
