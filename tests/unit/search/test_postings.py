"""Which documents hold which word, and where, reads back as the browser reads it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.documents import SMALL
from generator.search.postings import postings
from generator.search.words import ABOUT, BODY, RESULTS, TITLE, Form
from tests.unit.search.plain_postings import plain_postings
from tests.unit.search.search_world import Text, collection, held, index

WORDS = ("dân", "dẫn", "dan", "vận", "đường", "dương", "rác", "31", "7.556", "(hoa),", "hoà-giải")
PHRASES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
SOME = st.lists(PHRASES, max_size=3).map(tuple)
TEXTS = st.builds(
    Text,
    title=PHRASES,
    summary=PHRASES,
    keywords=SOME,
    about=SOME,
    more=SOME,
    results=SOME,
    body=st.lists(PHRASES, max_size=4).map("\n".join),
)


def test_words_keep_their_places_by_exact_form() -> None:
    """A folded word lists each exact form with its documents and positions."""
    found = held([Text("Đường hoa"), Text("Hoa dương, đường"), Text()], "duong")
    assert found == {"đương1": ({0: [TITLE], 1: [TITLE + 2]}, []), "dương": ({1: [TITLE + 1]}, [])}


def test_fields_do_not_touch() -> None:
    """The last word of one phrase is no neighbour of the next phrase's first."""
    found = held([Text(about=("xã An", "Lạc"))], "lac")
    assert found == {"lac5": ({0: [ABOUT + 3]}, [])}


def test_what_others_tell_stands_behind_the_facts() -> None:
    """A phrase told by other entries is found there, and not once more in the body."""
    filler = [Text("x")] * SMALL
    told = [Text(about=("xã An",), more=("31-KH/TU",), body="kế hoạch 31"), *filler]
    assert held(told, "31") == {"31": ({0: [ABOUT + 3]}, [])}


def test_a_field_too_long_runs_into_its_end() -> None:
    """Words that find no room share the last place, and leave the next field's first alone."""
    found = held([Text(about=("a " * (RESULTS - ABOUT),), more=("hết",))], "het")
    assert found == {"hêt4": ({0: [RESULTS - 2]}, [])}


def test_a_small_collection_keeps_the_places_of_bodies() -> None:
    """Up to ``SMALL`` documents a body's words have positions; beyond, only documents."""
    assert held([Text(body="phân rác")], "rac") == {"rac4": ({0: [BODY + 1]}, [])}
    many = [Text(body="phân rác"), *(Text("x") for _ in range(SMALL))]
    assert held(many, "rac") == {"rac4": ({}, [0])}


def test_words_of_every_body_are_left_out_of_large_collections() -> None:
    """A word in over a fifth of all bodies is looked up in the short fields alone."""
    many = [Text("Rác" if n == 7 else "x", body="rác thải") for n in range(SMALL + 1)]
    assert held(many, "rac") == {"rac4": ({7: [TITLE]}, [])}
    found = index(many)
    assert len(many) == found.counts[found.words.index("rac")]


def test_counts_are_of_documents() -> None:
    """A document counts once, whatever forms of the word it holds."""
    found = index([Text("dân dẫn", body="dần"), Text("khác")])
    assert found.counts[found.words.index("dan")] == 1


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_a_small_collection_is_indexed_as_word_by_word(texts: list[Text]) -> None:
    """Working on whole columns gives, byte for byte, the index that plain steps give."""
    assert index(texts) == plain_postings(texts)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, min_size=1, max_size=3), st.integers(0, 200))
def test_a_large_collection_is_indexed_as_word_by_word(
    texts: list[Text], common: list[Text], times: int
) -> None:
    """So too where bodies have no places and common words are left out of them."""
    blank = [Text()] * (SMALL + 1)
    world = [*(common * times), *blank[:250], *texts, *blank[250:]]
    assert index(world) == plain_postings(world)


def test_more_documents_than_are_looked_up_at_once_are_joined() -> None:
    """The parts in which a large collection is read leave no seam."""
    some = [Text("Đường hoa", more=("31-KH/TU",)), Text("dân", body="hoa 31 rác"), Text("vận")]
    world = [*some, *[Text("x")] * SMALL, *some] * 5
    assert index(world) == plain_postings(world)


def test_a_word_in_just_a_fifth_of_all_bodies_is_kept() -> None:
    """What stands in exactly the greatest share is still found in bodies."""
    total = SMALL + 5
    kept = [Text(body="rác" if n < total // 5 else "") for n in range(total)]
    assert held(kept, "rac") == {"rac4": ({}, list(range(total // 5)))}
    assert held([*kept[: total - 1], Text(body="rác")], "rac") == {"rac4": ({}, [])}


def test_forms_that_stand_nowhere_change_nothing() -> None:
    """An explanation left over from before, however long, does not show in the index."""
    documents, forms = collection([Text("Đường hoa", body="dân vận"), Text("hoa")] * SMALL)
    stale: dict[int, Form] = {
        number << 20: (f"{'h' if number % 2 else ''}{number:06}", "") for number in range(80_000)
    }
    assert postings(documents, {**stale, **forms}) == postings(documents, forms)
