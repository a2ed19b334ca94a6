"""Rows are high enough for what stands in them."""

from __future__ import annotations

from dataclasses import replace

from generator.forms.measuring import FULL, LINE, heights, lines_in, scale
from generator.forms.paper import Box, Paper

PAPER = Paper("t", "s", (), (40, 20), ((Box("a"), Box("b")),), ((Box("c"), Box("d")),))


def test_words_are_kept_whole() -> None:
    """A line is full when the next word does not fit; line ends count."""
    assert lines_in("mot hai ba", 100) == 1
    assert lines_in("motmotmot haihaihai", 25) == 2
    assert lines_in("a\nb\nc", 100) == 3
    assert lines_in("x" * 100, 20) == 1


def test_a_long_text_makes_its_row_higher() -> None:
    """The fullest cell decides; other rows stay as they are."""
    long = replace(PAPER, body=((Box("từ " * 40), Box("d")),))
    assert heights(long)[0] == heights(PAPER)[0]
    assert heights(long)[1] > 4 * LINE


def test_spanning_cells_share_their_height() -> None:
    """A heading over two rows needs only what both rows lack together."""
    two = ((Box("từ " * 20, down=2), Box("b")), (Box("c"),))
    first, second, _ = heights(replace(PAPER, header=two))
    assert first == heights(PAPER)[0]
    assert first + second > 4 * LINE


def test_only_what_nearly_fits_is_drawn_smaller() -> None:
    """A form a little longer than a page is fitted to it; a long one goes on at full size."""
    rows = (Box("c"), Box("d"))
    short, longer, long = (scale(replace(PAPER, body=(rows,) * count)) for count in (5, 28, 60))
    assert short == long == FULL
    assert 80 <= longer < FULL
