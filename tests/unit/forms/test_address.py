"""Addresses in words and by levels."""

from __future__ import annotations

import pytest

from generator.core.entries import Location
from generator.forms.address import Address, base_of, read_address, within, written
from tests.unit.forms.made_forms import VOCABULARY

BASE = Address(province="Quảng Ngãi")


def parted(text: str, year: int = 2021) -> tuple[str, ...]:
    """Hamlet, commune, district and province of an address."""
    found, unknown = read_address(text, VOCABULARY, year)
    assert unknown == ""
    return (found.hamlet, found.commune, found.district, found.province)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Thôn 3, xã Sơn Dung", ("thôn 3", "xã Sơn Dung", "", "")),
        ("Xã A, huyện B, tỉnh Quảng Ngãi", ("", "xã A", "huyện B", "Quảng Ngãi")),
        ("xã A - huyện B", ("", "xã A", "huyện B", "")),
        ("thôn 5 xã Đăk Hà tỉnh Kon Tum", ("thôn 5", "xã Đăk Hà", "", "Kon Tum")),
        ("Xã A, thị xã B", ("", "xã A", "thị xã B", "")),
        ("Thị trấn Di Lăng", ("", "thị trấn Di Lăng", "", "")),
        ("P5, Q.3", ("", "P5", "Q.3", "")),
        ("TP. Quảng Ngãi", ("", "", "TP. Quảng Ngãi", "")),
        ("thành phố Đà Nẵng", ("", "", "", "Đà Nẵng")),
        ("Tổ 5, thôn 2, xã C", ("tổ 5, thôn 2", "xã C", "", "")),
        ("xã A, xã B", ("", "xã A; xã B", "", "")),
        ("Sơn Dung, Quảng Ngãi", ("", "", "", "Quảng Ngãi")),
        ("Huyện lộ 16, xã D", ("", "xã D", "", "")),
    ],
)
def test_levels_are_known_by_their_word(text: str, levels: tuple[str, ...]) -> None:
    """Only a part with the word of its level, or a province at the end, is taken for a place."""
    assert parted(text) == levels


@pytest.mark.parametrize(
    "text",
    ["Toàn tỉnh", "Trường THCS Nguyễn Du", "Ban Quản lý chợ", "Tổ hợp tác số một", "huyện ủy"],
)
def test_nothing_is_guessed(text: str) -> None:
    """An address without levels gives none."""
    assert parted(text) == ("", "", "", "")


def test_a_province_that_does_not_exist_is_told() -> None:
    """The word “tỉnh” with an unknown name is a fault, not a gap."""
    assert read_address("xã A, tỉnh Quảng Ngải", VOCABULARY, 2026)[1] == "Quảng Ngải"


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        (Address(commune="xã A"), Address(commune="xã A", province="Quảng Ngãi")),
        (Address(), Address(province="Quảng Ngãi")),
        (Address(commune="xã A", province="Kon Tum"), Address(commune="xã A", province="Kon Tum")),
    ],
)
def test_what_goes_without_saying_is_filled_in(said: Address, filled: Address) -> None:
    """The base gives the levels above the address, unless the address lies elsewhere."""
    assert within(said, BASE) == filled


def test_a_commune_is_filled_in_only_above_a_hamlet() -> None:
    """A commune's form gives its commune to hamlets, never to what lies beside it."""
    base = Address(commune="xã A", province="Quảng Ngãi")
    assert within(Address(hamlet="thôn 1"), base).commune == "xã A"
    assert within(Address(), base).commune == ""
    assert within(Address(commune="xã B"), base).commune == "xã B"


@pytest.mark.parametrize(
    "text",
    [
        "Thôn 3, xã Sơn Dung",
        "Xã Sơn Dung",
        "Xã A, huyện B",
        "Xã A, tỉnh Kon Tum",
        "Tỉnh Quảng Ngãi",
        "Phường C, thành phố Đà Nẵng",
        "P5, Q.3",
        "Xã A; xã B",
    ],
)
def test_an_address_comes_back_as_it_was(text: str) -> None:
    """Read against a base and written against it, the address is the same."""
    said, _ = read_address(text, VOCABULARY, 2021)
    assert written(within(said, BASE), BASE, VOCABULARY, 2021) == text


def test_the_base_speaks_the_names_of_the_year() -> None:
    """A plan's province and district are those of its time; a later form knows today's."""
    place = Location.model_validate(
        {"tinh": "Kon Tum", "huyen": "huyện A", "nam": "2022"}, context={"vocabulary": VOCABULARY}
    )
    assert base_of(place, VOCABULARY, 2022) == Address("", "", "huyện A", "Kon Tum")
    assert base_of(place, VOCABULARY, 2026) == Address(province="Quảng Ngãi")
