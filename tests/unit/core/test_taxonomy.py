"""Terms and provinces are found by whatever people call them."""

from __future__ import annotations

import pytest

from generator.core.dates import PartialDate
from generator.core.taxonomy import FormerProvince, Province, Term, Vocabulary
from tests.unit.core.made import VOCABULARY


@pytest.mark.parametrize(
    ("name", "today", "spelling"),
    [
        ("Lâm Đồng", "lam-dong", "Lâm Đồng"),
        ("LÂM ĐỒNG", "lam-dong", "Lâm Đồng"),
        ("tỉnh Lâm Đồng", "lam-dong", "Lâm Đồng"),
        ("Bình Thuận", "lam-dong", "Bình Thuận"),
        ("Binh Thuan", "lam-dong", "Bình Thuận"),
        ("TP.HCM", "ho-chi-minh", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa-Vũng Tàu", "ho-chi-minh", "Bà Rịa – Vũng Tàu"),
        ("thành phố Huế", "hue", "Huế"),
        ("Thừa Thiên  Huế", "hue", "Thừa Thiên Huế"),
    ],
)
def test_a_province_is_known_by_all_its_names(name: str, today: str, spelling: str) -> None:
    """Names of then and now, aliases, capitals and dashes lead to today's province."""
    found = VOCABULARY.province(name)
    assert found is not None
    assert (found.today.id, found.name) == (today, spelling)


def test_names_that_are_no_provinces() -> None:
    """An unknown name, or one without its marks that is no alias, is not guessed."""
    assert VOCABULARY.province("Lam Dong") is None
    assert VOCABULARY.province("Tân Lập") is None


def test_a_former_name_knows_its_last_day() -> None:
    """A name that is gone tells until when it stood; one that stayed has no end."""
    gone, other, kept = (
        VOCABULARY.province(n) for n in ("Bình Thuận", "Thừa Thiên Huế", "Lâm Đồng")
    )
    assert gone is not None
    assert other is not None
    assert kept is not None
    assert (gone.is_former, gone.until) == (True, PartialDate(2025, 6, 30))
    assert (other.is_former, other.until) == (True, PartialDate(2024, 12, 31))
    assert (kept.is_former, kept.until) == (False, None)


def test_todays_name_wins_over_a_former_one_spelt_alike() -> None:
    """A name that one province bore and another bears means the one that bears it."""
    old = Province("1", "a", "A", "tinh", former=(FormerProvince("B", "tinh"),))
    new = Province("2", "b", "B", "tinh")
    for order in ((old, new), (new, old)):
        found = Vocabulary({}, order).province("B")
        assert found is not None
        assert found.today == new


@pytest.mark.parametrize(
    ("name", "kind", "full"),
    [
        ("Lâm Đồng", "tinh", "Tỉnh Lâm Đồng"),
        ("Huế", "thanh-pho", "Thành phố Huế"),
        ("Thành phố Hồ Chí Minh", "thanh-pho", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_full_name_has_its_kind_once(name: str, kind: str, full: str) -> None:
    """The kind of unit stands before the name, but never twice."""
    assert Province("1", "a", name, kind).full_name == full


def test_absorbed_provinces_leave_out_the_province_itself() -> None:
    """Of the former provinces only those that no longer exist are absorbed."""
    assert VOCABULARY.provinces[0].absorbed == ("Bình Thuận",)


def test_terms_are_found_by_list_and_id() -> None:
    """The same id in two lists is two terms; an unknown one is an error of the program."""
    assert VOCABULARY.term("cap", "tinh").name == "Cấp tỉnh"
    assert VOCABULARY.has("loai", "mo-hinh")
    assert not VOCABULARY.has("cap", "mo-hinh")
    assert VOCABULARY.ids("hinh_thuc") == ("tap-the", "ca-nhan")
    with pytest.raises(KeyError):
        VOCABULARY.term("cap", "mo-hinh")


def test_terms_have_names_and_other_names() -> None:
    """Whatever a term is called leads to its id."""
    terms = Vocabulary({"a": (Term("nong-thon-moi", "Nông thôn mới", "", ("NTM",)),)})
    assert terms.names("a") == {"Nông thôn mới": "nong-thon-moi", "NTM": "nong-thon-moi"}
    assert terms.names("b") == {}


def test_an_unsure_list_allows_everything() -> None:
    """Only a list that was read whole can refuse a term."""
    assert not VOCABULARY.allows("cap", "x")
    assert Vocabulary({}, unsure=frozenset({"cap"})).allows("cap", "x")
