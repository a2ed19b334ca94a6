"""What is known about places, dates and addresses, in the words of the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.pages.places import capital, place_note, place_short, place_then
from generator.pages.views import Link
from tests.unit.pages.pages_world import PUBLISHER, VOCABULARY, know, model, plan


def test_addresses_are_built_on_the_sites_own() -> None:
    """The canonical address of a page begins with the site's, its path included."""
    assert know().canonical("mo-hinh/a/") == "https://kho.example/dvk/mo-hinh/a/"
    assert know().term_name("cap", "tinh") == "Cấp tỉnh"


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("", ""),
        ("https://kho.example/sua/", "https://kho.example/sua/content/models/a%20b.md"),
        ("https://kho.example/sua", "https://kho.example/sua/content/models/a%20b.md"),
    ],
)
def test_an_entry_is_edited_where_its_file_stands(base: str, address: str) -> None:
    """The edit address is the base and the file's path, quoted; without a base there is none."""
    publisher = replace(PUBLISHER, edit_uri=base)
    item = model("a b")

    assert know(item, publisher=publisher).edit_url(item) == address


def test_errors_are_reported_on_the_site_or_where_the_province_says() -> None:
    """Without a place to report to, the site's own advice; with one, its blanks are filled in."""
    item = plan("a", ten="Kế hoạch “A & B”")
    own = know(item).report(item)
    form = replace(PUBLISHER, report_url="https://bao.example/?trang={url}&ten={title}")
    given = know(item, publisher=form).report(item)

    assert own == Link("Báo sai sót", "dong-gop/#bao-sai-sot")
    assert given.url == (
        "https://bao.example/?trang=https%3A%2F%2Fkho.example%2Fdvk%2Fke-hoach%2Fa%2F"
        "&ten=K%E1%BA%BF%20ho%E1%BA%A1ch%20%E2%80%9CA%20%26%20B%E2%80%9D"
    )
    assert given.outside


def test_an_entry_is_as_old_as_history_or_its_sources_say() -> None:
    """The day comes from history, else from the newest source; without either it is unknown."""
    sources = [
        {"tieu_de": "x", "co_quan": "y", "ngay": "2023-05"},
        {"tieu_de": "x", "co_quan": "y", "ngay": "2021-01-02"},
    ]
    told, silent = model("a", nguon=sources), model("b")
    known = know(told, silent, added={"content/models/b.md": date(2026, 1, 2)})

    assert know(told).added_on(told) == date(2023, 5, 1)
    assert know(silent).added_on(silent) is None
    assert known.added_on(silent) == date(2026, 1, 2)
    assert known.added_on(told) == date(2023, 5, 1)


def test_places_read_from_small_to_large() -> None:
    """A place is written from the hamlet to the province, with a capital first letter."""
    place = model(
        "a",
        dia_ban={
            "tinh": "Bình Thuận",
            "huyen": "huyện Tuy Phong",
            "xa": "xã Hòa Minh",
            "thon": "thôn Đèo",
            "nam": 2020,
        },
    ).entry.place

    assert place_then(place) == "Thôn Đèo, xã Hòa Minh, huyện Tuy Phong, Bình Thuận"
    assert place_short(place) == "Xã Hòa Minh, Bình Thuận"
    assert (capital("đường"), capital("")) == ("Đường", "")


@pytest.mark.parametrize(
    ("tinh", "nam", "note"),
    [
        ("Lâm Đồng", None, ""),
        ("Lâm Đồng", 2025, "theo tên gọi năm 2025"),
        ("Bình Thuận", 2020, "theo tên gọi năm 2020; nay thuộc tỉnh Lâm Đồng"),
        ("Bình Dương", None, "nay thuộc Thành phố Hồ Chí Minh"),
    ],
)
def test_old_names_are_explained(tinh: str, nam: int | None, note: str) -> None:
    """A note says of what year the names are and, for a former province, where it is today."""
    keys = {"tinh": tinh, "nam": nam} if nam else {"tinh": tinh}
    place = model("a", dia_ban=keys).entry.place
    name = VOCABULARY.province(tinh)

    assert name is not None
    assert place_note(place, name) == note
