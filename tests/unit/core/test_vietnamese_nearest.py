"""A slip gets a suggestion, nonsense gets none."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.vietnamese import nearest
from generator.core.vietnamese_nearest import distance

KEYS = ["ten", "tom_tat", "loai", "hinh_thuc", "linh_vuc", "don_vi", "dia_ban", "nguon"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tom_tac", "tom_tat"),
        ("tomtat", "tom_tat"),
        ("Tóm tắt", "tom_tat"),
        ("nguồn", "nguon"),
        ("hinh-thuc", "hinh_thuc"),
        ("hnih_thuc", "hinh_thuc"),
        ("tne", "ten"),
        ("don_vi", "don_vi"),
    ],
)
def test_a_slip_finds_what_was_meant(word: str, meant: str) -> None:
    """A wrong, missing or swapped letter, a mark or a space does not hide the key."""
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["", "x", "abc", "kinh_phi", "zzzzzzzz", "mo_hinh_khac"])
def test_nonsense_gets_no_suggestion(word: str) -> None:
    """What is far from every key is told to be unknown, no more."""
    assert nearest(word, KEYS) is None


def test_marks_decide_between_equals() -> None:
    """Of two names alike without marks, the one with the same marks is meant."""
    assert nearest("Tân Thanh", ["Tân Thạnh", "Tân Thanh", "Tân Thành"]) == "Tân Thanh"
    assert nearest("tân thành", ["Tân Thạnh", "Tân Thanh", "Tân Thành"]) == "Tân Thành"


def test_the_earlier_of_equals_wins() -> None:
    """The order of the choices decides where nothing else does."""
    assert nearest("cac", ["can", "cam"]) == "can"
    assert nearest("cac", ["cam", "can"]) == "cam"


def test_the_limit_can_be_given() -> None:
    """A caller may ask for a nearer likeness, or allow a farther one."""
    assert nearest("tom_tac", KEYS, limit=0) is None
    assert nearest("tac", ["tom"], limit=2) == "tom"


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("", "", 0), ("ab", "ba", 1), ("abc", "", 3), ("kitten", "sitting", 3), ("ca", "abc", 3)],
)
def test_distance_counts_slips(one: str, other: str, slips: int) -> None:
    """Known distances, with a swap of neighbours as one slip."""
    assert distance(one, other, 9) == slips
    assert distance(one, other, slips) == slips
    assert distance(one, other, slips - 1) is None


@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 9))
def test_a_limit_never_changes_a_distance(one: str, other: str, limit: int) -> None:
    """Stopping early hides far distances only, and distance has no direction."""
    full = distance(one, other, 20)
    assert full is not None
    assert distance(other, one, limit) == (full if full <= limit else None)


def test_fifty_thousand_addresses_are_searched_at_once() -> None:
    """A suggestion among all entries of a large site takes no more than a moment."""
    choices = [f"mo-hinh-so-{number}-nong-thon-kieu-mau" for number in range(50_000)]
    start = perf_counter()
    assert nearest("duong-hoa-phu-nu-tu-quan-thon-dong", choices) is None
    assert perf_counter() - start < 3
