"""The source of an imported entry names its row, and the row is found again."""

from generator.forms.citation import citation, position
from tests.unit.core.made import model


def test_a_row_is_found_again_by_its_citation() -> None:
    """The title names year, unit, field and row; only the form of that year counts."""
    title = citation(2026, "Hội Phụ nữ xã A, huyện B", 2, 13)
    assert title.endswith(" năm 2026 của Hội Phụ nữ xã A, huyện B, mục II.13")
    item = model(nguon=f"[{{tieu_de: '{title}', co_quan: Hội Phụ nữ}}]")
    assert position(item.entry, 2026) == 13
    assert position(item.entry, 2025) is None


def test_other_sources_name_no_row() -> None:
    """A press article has no place in a form."""
    assert position(model().entry, 2026) is None
