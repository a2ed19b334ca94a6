"""Bars as shares of the width, and cells tinted by how full they are."""

from __future__ import annotations

import pytest

from generator.pages.charts import Counted, bars, browse, cell, heat
from generator.pages.numbers_views import Cell

ROWS = (Counted("Kinh tế", 20, "a/", field_id="kinh-te"), Counted("Trống", 0, "b/"))


def test_the_longest_bar_fills_the_track_and_nothing_has_no_bar() -> None:
    """Widths are shares of the fullest count; labels, numbers and colours go with them."""
    chart = bars("x", "Tên", (*ROWS, Counted("Nửa", 10, "c/")))

    assert [bar.width for bar in chart.bars] == ["100%", "0%", "50%"]
    assert [(bar.label, bar.amount) for bar in chart.bars][:2] == [
        ("Kinh tế", "20"),
        ("Trống", "0"),
    ]
    assert chart.bars[0].field_id == "kinh-te"
    assert chart.told.startswith("Kinh tế: 20; Nửa: 10.")


def test_a_small_count_is_still_seen() -> None:
    """One among ten thousand keeps a bar that can be seen."""
    chart = bars("x", "Tên", (Counted("A", 10_000, ""), Counted("B", 1, "")))

    assert chart.bars[1].width == "0.6%"
    assert chart.bars[0].amount == "10.000"


def test_rows_grow_with_the_letters() -> None:
    """Positions and heights are in em, so that larger letters make a larger chart."""
    for compact in (False, True):
        chart = bars("x", "Tên", ROWS, compact=compact)
        assert {each[-2:] for bar in chart.bars for each in (bar.text_y, bar.bar_y)} == {"em"}
        assert float(chart.bars[1].bar_y[:-2]) < float(chart.height[:-2])


def test_an_empty_chart_says_so() -> None:
    """Without any count the words tell that nothing is there."""
    assert bars("x", "Tên", ROWS[1:]).told.startswith("Chưa có mục nào.")
    assert bars("x", "Tên", ()).bars == ()


def test_behind_a_number_lies_its_list() -> None:
    """A crossing opens the models that carry both terms; a zero leads nowhere."""
    url = browse(linh_vuc="kinh-te", nam="2024,2023")

    assert url == "mo-hinh/?loai=mo-hinh&linh_vuc=kinh-te&nam=2024,2023"
    assert cell(1234, url, "heat-1") == Cell("1.234", url, "heat-1")
    assert cell(0, url).url == ""


@pytest.mark.parametrize(
    ("count", "tone"),
    [(0, "heat-0"), (1, "heat-1"), (20, "heat-2"), (50, "heat-3"), (100, "heat-4")],
)
def test_fuller_cells_are_deeper(count: int, tone: str) -> None:
    """An empty cell has a tint of its own, the fullest the deepest."""
    assert heat(count, 100) == tone
    assert heat(1, 1) == "heat-4"
