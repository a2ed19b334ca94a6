"""The ways to list models are told once, with their terms and counts."""

from __future__ import annotations

import pytest

from generator.core.axes import AXES, FIELD, FORM, LEVEL, PROVINCE, YEAR, Axis
from tests.unit.core.made import catalogue_of, model

FOUND = catalogue_of(
    model("a", bat_dau="2020", dia_ban="{tinh: Bình Thuận}"),
    model("b", bat_dau="2024", linh_vuc="[kinh-te, do-thi-van-minh]"),
    model("c", hinh_thuc="ca-nhan", cong_nhan="[{cap: xa, hinh_thuc: A, nam: 2020}]"),
)


@pytest.mark.parametrize(
    ("axis", "counts"),
    [
        (FIELD, {"kinh-te": 1, "do-thi-van-minh": 3}),
        (PROVINCE, {"hue": 0, "lam-dong": 3, "ho-chi-minh": 0}),
        (YEAR, {"2024": 1, "2020": 2}),
        (FORM, {"tap-the": 2, "ca-nhan": 1}),
        (LEVEL, {"trung-uong": 0, "tinh": 0, "xa": 1}),
    ],
)
def test_terms_are_counted_in_their_order(axis: Axis, counts: dict[str, int]) -> None:
    """Each term is there with its number of models, empty ones too; years only where any are."""
    assert {term.id: count for term, count in axis.counted(FOUND)} == counts
    assert [term.id for term in axis.terms(FOUND)] == list(counts)


def test_a_province_tells_what_it_took_in() -> None:
    """Readers who look for a former province see where it is now."""
    told = {term.id: term.description for term in PROVINCE.terms(FOUND)}
    assert told["lam-dong"] == "gồm cả Bình Thuận trước đây"
    assert told["hue"] == "gồm cả Thừa Thiên Huế trước đây"


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: axis.id)
def test_every_axis_can_be_headed(axis: Axis) -> None:
    """Each axis has an address of plain letters, a name, and a heading for each term."""
    assert axis.id.replace("-", "").isalpha()
    assert axis.id.isascii()
    assert axis.name[0].isupper()
    assert axis.question.startswith("Mô hình")
    for term in axis.terms(FOUND):
        assert axis.heading(term)[0].isupper()


def test_addresses_of_axes_differ() -> None:
    """No two axes share an address."""
    assert len({axis.id for axis in AXES}) == len(AXES)


def test_headings_keep_proper_names() -> None:
    """In the middle of a heading a level is small, but Trung ương keeps its capital."""
    level = {term.id: LEVEL.heading(term) for term in LEVEL.terms(FOUND)}
    assert level["trung-uong"] == "Được ghi nhận, khen thưởng cấp Trung ương"
    assert level["xa"] == "Được ghi nhận, khen thưởng cấp xã"
