"""A card tells what a reader needs to choose, and no more than the entry says."""

from __future__ import annotations

import pytest

from generator.pages.cards import card, field_tag, figures
from generator.pages.views import Badge, FieldTag, Figure
from tests.unit.pages.pages_world import know, model


def test_a_thin_model_makes_a_thin_card() -> None:
    """A model with only what it must have has no figures, no year and no badges on its card."""
    item = model("a")
    found = card(item, know(item))

    assert (found.slug, found.url) == ("a", "mo-hinh/a/")
    assert (found.name, found.summary) == ("Mô hình a", "Tóm tắt a.")
    assert (found.figures, found.since, found.badges) == ((), "", ())
    assert (found.place, found.form) == ("Lâm Đồng", "Tập thể")


def test_the_main_field_colours_the_card() -> None:
    """Of several fields the first one is the card's, with its name and its list."""
    item = model("a", linh_vuc=["do-thi-van-minh", "kinh-te"])

    tag = FieldTag("do-thi-van-minh", "Đô thị văn minh", "linh-vuc/do-thi-van-minh/")
    assert card(item, know(item)).field == tag == field_tag("do-thi-van-minh", know(item))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ({"tinh": "Lâm Đồng", "xa": "xã Đạ Huoai", "thon": "thôn 2"}, "Xã Đạ Huoai, Lâm Đồng"),
        ({"tinh": "Hà Nội", "huyen": "quận Ba Đình", "nam": 2020}, "Quận Ba Đình, Hà Nội"),
        (
            {"tinh": "Bình Thuận", "xa": "xã Hòa Minh", "huyen": "huyện Tuy Phong", "nam": 2020},
            "Xã Hòa Minh, Bình Thuận (nay là Lâm Đồng)",
        ),
        ({"tinh": "Bình Thuận", "nam": 2020}, "Bình Thuận (nay là Lâm Đồng)"),
    ],
)
def test_the_place_is_told_in_its_own_time(place: dict[str, object], shown: str) -> None:
    """The smallest useful unit and the province, with today's name where it has another."""
    item = model("a", dia_ban=place)

    assert card(item, know(item)).place == shown


def test_two_results_with_figures_stand_on_the_card() -> None:
    """The first two results that a number tells are figures; long ones and plain words are not."""
    results = [
        {"noi_dung": "chỉ có lời"},
        {"noi_dung": "dài", "gia_tri": "trên dưới một nghìn hai trăm"},
        {"noi_dung": "hộ", "gia_tri": 7556, "don_vi": "hộ", "thoi_diem": "2024-04"},
        {"noi_dung": "diện tích", "gia_tri": "hơn 7,5", "don_vi": "ha"},
        {"noi_dung": "thứ ba", "gia_tri": 3},
    ]
    item = model("a", ket_qua=results)

    assert card(item, know(item)).figures == (
        Figure("7.556", "hộ", "hộ (4/2024)"),
        Figure("hơn 7,5", "ha", "diện tích"),
    )
    assert [each.label for each in figures(item.entry)][2:] == ["thứ ba"]


def test_recognition_and_copies_are_badges() -> None:
    """A recognised model and a copied one say so, in words that claim no more than the source."""
    given = {"cap": "tinh", "hinh_thuc": "Bằng khen"}
    item = model("a", cong_nhan=[given, given], nhan_rong_den=[{"noi": "Xã B"}], bat_dau=2022)
    found = card(item, know(item))

    assert found.badges == (
        Badge("Được ghi nhận, khen thưởng", "gold"),
        Badge("Đã nhân rộng", "ok"),
    )
    assert found.since == "Từ 2022"


def test_a_copy_told_from_both_sides_counts_once() -> None:
    """Copies named by the original and those that name it are counted, each place once."""
    original = model(
        "goc", nhan_rong_den=[{"noi": "Xã B"}, {"noi": "Xã C", "mo_hinh": "c"}, {"noi": "Xã D"}]
    )
    others = [model("c", nhan_rong_tu="goc"), model("e", nhan_rong_tu="goc")]
    known = know(original, *others)

    assert known.copies_of(original) == 4
    assert known.copied == {"goc": 4}
