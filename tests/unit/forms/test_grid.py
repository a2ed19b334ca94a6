"""Cells, places and what a cell's text is tidied to."""

import pytest

from generator.forms.grid import CellPlace, letters, tidy
from tests.unit.forms.made_forms import grid


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_by_letters(column: int, name: str) -> None:
    """Columns are named as spreadsheets name them."""
    assert letters(column) == name


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  hai   dấu\tcách ", "hai dấu cách"),
        ("một\r\nhai\rba\n\n bốn", "một\nhai\nba\nbốn"),
        ("Môṭ", "Một"),
        ("a\u200bb\u00a0c", "ab c"),
        ("hoà\x00bình\x0bdòng", "hoà bình\ndòng"),
        ("=SUM(A1)", "=SUM(A1)"),
    ],
)
def test_text_is_tidied_and_never_rewritten(text: str, tidied: str) -> None:
    """Marks, spaces and line ends are evened out; words and signs stay."""
    assert tidy(text) == tidied
    assert tidy(tidied) == tidied


def test_a_place_is_told_as_people_say_it() -> None:
    """Sheets have lettered columns, tables of a document numbered ones, a file has neither."""
    sheet, table = grid("a"), grid("a", lettered=False)
    assert str(sheet.place("b.xlsx", 6, 2)) == "b.xlsx, bảng, dòng 7, cột C"
    assert str(table.place("b.docx", 6, 2)) == "b.docx, bảng, dòng 7, cột 3"
    assert str(CellPlace("b.xlsx")) == "b.xlsx"


def test_places_stand_in_reading_order() -> None:
    """Places sort by table, then row, then column."""
    places = [
        CellPlace("a", 2, 1, "t", 2),
        CellPlace("a", 9, 9, "t", 1),
        CellPlace("a", 2, 3, "t", 1),
        CellPlace("a"),
    ]
    assert sorted(places) == [places[3], places[2], places[1], places[0]]
