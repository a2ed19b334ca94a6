"""What readers can filter by: years, and what tells none."""

from __future__ import annotations

from generator.search.filters import dated_terms, filters
from tests.unit.pages.pages_world import know, model

PRAISE = {"cap": "tinh", "hinh_thuc": "Biểu dương"}


def test_a_model_carries_the_years_of_each_stage() -> None:
    """Its own years, registration, recognition and award are told apart."""
    item = model("a", bat_dau=2021, dang_ky=[{"nam": 2022}], cong_nhan=[PRAISE])

    assert dated_terms(item) == {
        "nam": ("2021", "2022"),
        "trang_thai": (),
        "dang_ky": ("2022",),
        "ghi_nhan": ("khong-ghi",),
        "khen_thuong": (),
    }
    assert dated_terms(model("b"))["nam"] == ("khong-ghi",)


def test_years_fit_the_bits_of_a_document() -> None:
    """The newest thirty years and the value for none stand in every filter by year."""
    items = [model(f"m{year}", bat_dau=year) for year in range(1980, 2026)]
    found = {each.name: each for each in filters(know(*items).catalogue)}

    for name in ("nam", "dang_ky", "ghi_nhan", "khen_thuong"):
        ids = [id_ for id_, _ in found[name].values]
        assert (len(ids), ids[0], ids[-1]) == (31, "2025", "khong-ghi")
    assert [each.name for each in found.values() if each.quiet] == [
        "dang_ky",
        "ghi_nhan",
        "khen_thuong",
    ]
