"""Times in the words of a source are read only where they can mean one thing."""

from __future__ import annotations

import pytest

from generator.core.durations import months, span


@pytest.mark.parametrize(
    ("told", "length"),
    [
        ("3 tháng", 3),
        ("Khoảng 2–3 tháng", 3),
        ("hai tuần chuẩn bị, một tháng làm", 1),
        ("1 năm 6 tháng", 18),
        ("một năm rưỡi", 18),
        ("1,5 năm", 18),
        ("năm tháng", 5),
        ("năm năm", 60),
        ("45 ngày", 1.5),
        ("nửa năm", 6),
        ("2 quý", 6),
        ("từ tháng 3 đến tháng 9/2022", None),
        ("năm 2023", None),
        ("mỗi tháng một buổi", None),
        ("thường xuyên", None),
    ],
)
def test_the_longest_time_is_read(told: str, length: float | None) -> None:
    """Numbers in figures or words before a unit count; dates and habits do not."""
    assert months(told) == (pytest.approx(length) if length is not None else None)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("3 tháng", "den-3-thang"),
        ("90 ngày", "den-3-thang"),
        ("4 tháng", "den-1-nam"),
        ("1 năm", "den-1-nam"),
        ("13 tháng", "tren-1-nam"),
        ("tùy nơi", ""),
    ],
)
def test_a_time_falls_into_one_span(told: str, found: str) -> None:
    """A span reaches up to its last month; what names no time is in none."""
    assert span(told) == found
