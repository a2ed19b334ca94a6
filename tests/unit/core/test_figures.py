"""Counts of the collection: what falls in which year, and how far models have come."""

from __future__ import annotations

import pytest

from generator.core.figures import (
    STAGES,
    UNDATED,
    by_period,
    field_by_province,
    is_award,
    own_years,
    periods,
    total,
    years_told,
)
from tests.unit.pages.pages_world import know, model

PRAISE = {"cap": "tinh", "hinh_thuc": "Biểu dương điển hình", "nam": 2024}
AWARD = {"cap": "tinh", "hinh_thuc": "Tặng Bằng khen của Ủy ban nhân dân tỉnh", "nam": 2025}


def test_years_run_without_a_gap_and_older_ones_are_summed() -> None:
    """Fifteen years stand one by one, empty ones included; those before share a row."""
    models = [model("a", bat_dau=2026), model("b", bat_dau=2009), model("c", bat_dau=1999)]
    rows = periods(know(*models, model("d")).catalogue)

    assert rows.years == tuple(range(2026, 2011, -1))
    assert rows.earlier == (2009, 1999)
    assert rows.all[-2:] == ((2009, 1999), UNDATED)
    assert rows.dated == rows.all[:-1]
    assert by_period(models, rows.all) == (1, *[0] * 14, 2, 0)


def test_few_years_need_no_further_rows() -> None:
    """The rows end with the first year there is, and no row stands for what does not occur."""
    rows = periods(know(model("a", bat_dau=2025), model("b", bat_dau=2023)).catalogue)

    assert rows.all == ((2025,), (2024,), (2023,))
    assert periods(know().catalogue).all == ()
    assert periods(know(model("a")).catalogue).all == (UNDATED,)


def test_a_model_counts_once_in_a_row() -> None:
    """A model with two years counts in the row of each, and once where they share a row."""
    both = model("a", bat_dau=2008, dang_ky=[{"nam": 2009}])

    assert by_period([both], [(2009,), (2008,), (2009, 2008), UNDATED]) == (1, 1, 1, 0)
    assert by_period([model("b")], [(2009,), UNDATED]) == (0, 1)


def test_stages_count_only_what_an_entry_states() -> None:
    """Registration, a state, a recognition and an award are each counted by their own years."""
    models = [
        model("a", dang_ky=[{"nam": 2023}], trang_thai="dang-thuc-hien"),
        model("b", trang_thai="ket-thuc", bat_dau=2023, cong_nhan=[PRAISE]),
        model("c", trang_thai="dang-thuc-hien", cong_nhan=[PRAISE, AWARD]),
        model("d", cong_nhan=[{"cap": "tinh", "hinh_thuc": "Giấy khen"}]),
    ]
    rows = [(2025,), (2024,), (2023,), UNDATED]
    counts = {stage.id: by_period(models, rows, stage.years) for stage in STAGES}

    assert counts == {
        "dang_ky": (0, 0, 1, 0),
        "trang_thai": (1, 1, 1, 0),
        "ghi_nhan": (1, 2, 0, 1),
        "khen_thuong": (1, 0, 0, 1),
    }
    assert [total(models, stage.years) for stage in STAGES] == [1, 2, 3, 2]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Bằng khen của Thủ tướng Chính phủ", True),
        ("GIẤY KHEN", True),
        ("Biểu dương, khen thưởng điển hình", True),
        ("Kỉ niệm chương", True),
        ("Kỷ niệm chương Vì sự nghiệp dân vận", True),
        ("Biểu dương điển hình", False),
        ("Được chọn nhân rộng trên toàn quốc", False),
    ],
)
def test_only_some_wordings_grant_an_award(wording: str, expected: bool) -> None:
    """Praise and mention are recognition but no award."""
    assert is_award(wording) is expected


def test_fields_are_crossed_with_the_provinces_of_today() -> None:
    """A model of two fields counts in each, in the province its place lies in today."""
    catalogue = know(
        model("a", linh_vuc=["kinh-te", "do-thi-van-minh"], dia_ban={"tinh": "Bình Thuận"}),
        model("b"),
    ).catalogue

    assert field_by_province(catalogue) == {
        ("kinh-te", "lam-dong"): 2,
        ("do-thi-van-minh", "lam-dong"): 1,
    }


def test_years_are_written_as_filters_read_them() -> None:
    """A year is its digits; no year has a word of its own."""
    assert years_told(own_years(model("a", bat_dau=2020).entry)) == ("2020",)
    assert years_told(own_years(model("a").entry)) == ("khong-ghi",)
