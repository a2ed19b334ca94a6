"""What an entry gives to the tables of open data hangs on little, and all of that is told."""

from __future__ import annotations

from generator.core.links import links as links_of
from generator.open_data import told_of_others
from tests.unit.export.export_world import thin_model, world


def test_what_lines_say_of_other_entries_is_told() -> None:
    """Whoever keeps the lines of an original learns of a new copy, and the other way round."""
    original, copy = thin_model("a"), thin_model("b", more="nhan_rong_tu: a\n")
    alone, both = (links_of(world(*items)) for items in ((original,), (original, copy)))

    assert told_of_others(original, alone) != told_of_others(original, both) == ("", "b")
    assert told_of_others(copy, both) == ("a",)
