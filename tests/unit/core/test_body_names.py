"""What a body's name means where it is said."""

from __future__ import annotations

import pytest

from generator.core.body_names import Setting, full_name, parts_of
from generator.core.model_groups import Location

HERE = {"tinh": "Bình Thuận", "huyen": "huyện Tuy Phong", "xa": "xã Phú Lạc"}
IN_QUARTER = {"tinh": "Thành phố Hồ Chí Minh", "huyen": "Quận 1"}


def said(level: str = "", **place: str) -> Setting:
    return Setting(Location.model_validate(place), level)


@pytest.mark.parametrize(
    ("name", "place", "full"),
    [
        ("Ban Dân vận Tỉnh ủy", HERE, "Ban Dân vận Tỉnh ủy Bình Thuận"),
        ("Ủy ban nhân dân tỉnh", HERE, "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("Công an huyện", HERE, "Công an huyện Tuy Phong"),
        ("Ban Dân vận Huyện ủy", HERE, "Ban Dân vận Huyện ủy Tuy Phong"),
        ("Công an xã", HERE, "Công an xã Phú Lạc"),
        ("Ủy ban nhân dân quận", IN_QUARTER, "Ủy ban nhân dân Quận 1"),
        ("Ban Dân vận Quận ủy", IN_QUARTER, "Ban Dân vận Quận ủy Quận 1"),
        ("Ban Dân vận Thành ủy", IN_QUARTER, "Ban Dân vận Thành ủy Thành phố Hồ Chí Minh"),
        (
            "Công an thành phố",
            {"tinh": "Lâm Đồng", "huyen": "thành phố Đà Lạt"},
            "Công an thành phố Đà Lạt",
        ),
        ("Công an xã Đạ Huoai (huyện Đạ Huoai cũ)", HERE, "Công an xã Đạ Huoai"),
    ],
)
def test_a_name_is_completed_from_the_place(name: str, place: dict[str, str], full: str) -> None:
    """What a name leaves out is taken from the place in which it is said."""
    found = full_name(name, said("tinh", **place))

    assert found is not None
    assert (found.name, found.scope) == (full, (place["tinh"],))


@pytest.mark.parametrize(
    "name",
    [
        "Các huyện ủy, thị ủy, thành ủy",
        "Từng cá nhân trong cơ quan",
        "Toàn thể cán bộ, công chức cơ quan",
        "Chính quyền các cấp",
        "Mặt trận Tổ quốc Việt Nam",
        "Ủy ban nhân dân quận, phường",
        "Cán bộ và nhân dân thôn Mãn Sơn",
        "Ban Thường vụ Đảng ủy một xã ở tỉnh Gia Lai",
        "",
    ],
)
def test_a_group_is_nobody_in_particular(name: str) -> None:
    """A phrase for many bodies, or for people, has no body of its own."""
    assert full_name(name, said("tinh", **HERE)) is None


def test_a_name_whose_place_is_unknown_is_nobody() -> None:
    """Where a source does not say which commune, its police are not given to any."""
    assert full_name("Công an xã", said("xa", tinh="Gia Lai")) is None
    assert full_name("Ban Xây dựng Đảng", said("xa", tinh="Gia Lai")) is None
    assert full_name("Hội Nông dân", said(tinh="Lâm Đồng")) is None
    assert full_name("Công an xã", said(tinh="Lâm Đồng", xa="xã An; xã Bình")) is None


def test_namesakes_are_told_apart_by_their_place() -> None:
    """A name without a place carries the nearest known one; a commune's own name is enough."""
    bare = full_name("Hội Nông dân", said(**HERE))
    hamlet = full_name("Tổ dân vận thôn 1", said(**HERE))
    commune = full_name("Hội Nông dân xã Phú Lạc", said(**HERE))

    assert bare is not None
    assert bare.scope == ("xã Phú Lạc", "Bình Thuận")
    assert hamlet is not None
    assert hamlet.scope == ("xã Phú Lạc", "Bình Thuận")
    assert commune is not None
    assert commune.scope == ("Bình Thuận",)
    assert bare.key != full_name("Hội Nông dân", said(tinh="Bình Thuận", xa="xã Khác")).key  # type: ignore[union-attr]


def test_two_writings_are_one_body() -> None:
    """Capitals and the place of the tone do not make another body."""
    one = full_name("Hội Nông dân xã Hòa Mỹ", said(**HERE))
    other = full_name("HỘI NÔNG DÂN xã Hoà Mỹ", said(**HERE))

    assert one is not None
    assert other is not None
    assert one.key == other.key


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy)",
            ("Ban Thường vụ Tỉnh ủy", "Ban Dân vận Tỉnh ủy"),
        ),
        (
            "Ban Dân vận Thành ủy và Ban Thường vụ Quận ủy",
            ("Ban Dân vận Thành ủy", "Ban Thường vụ Quận ủy"),
        ),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)),
        ("Xã Vĩnh Khương, xã Tuấn Đạo", ("Xã Vĩnh Khương", "Xã Tuấn Đạo")),
        ("Chi bộ A; các tổ dân phố", ("Chi bộ A", "Các tổ dân phố")),
        ("", ()),
    ],
)
def test_a_name_may_name_several(name: str, parts: tuple[str, ...]) -> None:
    """Bodies joined in one line are told apart; an "và" within a name is not a join."""
    assert parts_of(name, listed=True) == parts
