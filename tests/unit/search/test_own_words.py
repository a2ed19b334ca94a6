"""An entry tells the search its words and terms by itself."""

from __future__ import annotations

from array import array
from dataclasses import replace

from generator.core.catalogue import Item
from generator.core.entries import Entry
from generator.search.own_words import body_text, own_words
from generator.search.words import ABOUT, BODY, KEYWORDS, RESULTS, SUMMARY, TITLE
from tests.unit.pages.pages_world import VOCABULARY, model, plan

PRAISE = {"cap": "tinh", "hinh_thuc": "Biểu dương", "co_quan": "Tỉnh ủy"}


def told(item: Item[Entry], first: int, end: int) -> list[str]:
    """The exact words in a field of the entry, in order."""
    own, forms = own_words(item, VOCABULARY)
    found = zip(array("Q", own.words.short), array("H", own.words.positions), strict=True)
    return [forms[number][1] for number, place in found if first <= place < end]


def test_a_model_is_found_by_name_field_and_places_of_then_and_now() -> None:
    """The field's name is a keyword; the province of today stands beside that of then."""
    item = model("a", tu_khoa=["hoa"], dia_ban={"tinh": "Bình Thuận", "nam": 2022})
    assert told(item, TITLE, SUMMARY) == ["mô", "hinh1", "a"]
    assert told(item, KEYWORDS, ABOUT) == ["hoa", "kinh", "tê4"]
    assert told(item, ABOUT, RESULTS) == [
        *("hôi5", "nông", "dân"),
        *("binh1", "thuân5", "lâm", "đông1"),
    ]


def test_a_model_is_found_by_its_results_and_praise() -> None:
    """Results with their amounts, copies with their places, praise with its giver."""
    results = [{"noi_dung": "Trồng hoa", "gia_tri": 7556, "don_vi": "mét"}]
    item = model("a", ket_qua=results, nhan_rong_den=[{"noi": "xã An"}], cong_nhan=[PRAISE])
    exact = ["trông1", "hoa", "7556", "met4", "xa3", "an", "biêu2", "dương", "tinh2", "uy2"]
    assert told(item, RESULTS, BODY) == exact


def test_a_model_is_filtered_by_what_it_carries() -> None:
    """Terms that the entry does not carry are not told."""
    own, _ = own_words(model("a", bat_dau=2021, cong_nhan=[PRAISE]), VOCABULARY)
    assert own.terms == {
        "linh_vuc": ("kinh-te",),
        "tinh": ("lam-dong",),
        "hinh_thuc": ("tap-the",),
        "cong_nhan": ("tinh",),
        "loai": ("mo-hinh",),
        "nam": ("2021",),
        "ghi_nhan": ("khong-ghi",),
    }
    assert (own.year, own.first_year) == (2021, 2021)


def test_recognition_makes_a_model_better_told() -> None:
    """Among models told alike, one that was recognised counts for more."""
    plain, _ = own_words(model("a"), VOCABULARY)
    praised, _ = own_words(model("a", cong_nhan=[PRAISE]), VOCABULARY)
    assert praised.told == plain.told + 2


def test_a_plan_is_found_by_number_issuer_and_years() -> None:
    """A plan's number stands in its title, since many ask for it, and its years filter it."""
    item = plan("a", so_ky_hieu="31-KH/TU")
    assert told(item, TITLE, SUMMARY) == ["kê4", "hoach5", "a", "31", "kh", "tu"]
    own, _ = own_words(item, VOCABULARY)
    assert own.terms["nam"] == ("2025", "2026", "2027")
    assert (own.year, own.first_year) == (2027, 2025)


def test_the_long_text_of_a_plan_holds_its_tasks_and_sources() -> None:
    """What bodies are charged with is part of what a plan is found by."""
    task = {"noi_dung": "Vận động", "chu_tri": ["Hội Nông dân"]}
    assert body_text(plan("a", "Thân bài.", nhiem_vu=[task])).split("\n") == [
        "Thân bài.",
        "Vận động Hội Nông dân ",
        "Toàn văn Tỉnh ủy",
    ]


def test_a_term_of_an_unread_list_is_no_reason_to_fail() -> None:
    """Where a list could not be read whole, an id stands for its name."""
    bare = replace(VOCABULARY, lists={}, provinces=(), unsure=frozenset({"linh_vuc", "tinh"}))
    own, forms = own_words(model("a"), bare)
    assert own.terms["linh_vuc"] == ("kinh-te",)
    assert "tinh" not in own.terms
    assert ("kinh", "kinh") in forms.values()
