"""Runs become tables that say what was measured, and how it compares."""

from __future__ import annotations

import pytest

from benchmarks.peers.__main__ import CLOSING, OPENING, replaced
from benchmarks.peers.measuring import Cost
from benchmarks.peers.report import tables
from benchmarks.peers.rounds import COLD, EDIT, Run, Size
from benchmarks.serving import Waits


def run(peer: str, entries: int, step: str, *seconds: float) -> Run:
    """A run of one command, or of more, that took so many seconds."""
    parts = {f"part {n}": Cost(each, each * 2, 100, 150) for n, each in enumerate(seconds)}
    return Run(peer, entries, step, parts, Size(10, 2_000_000), Size(3, 500_000))


RUNS = [
    *(run("dvk", 1000, COLD, seconds) for seconds in (1.0, 9.0, 2.0)),
    run("hugo", 1000, COLD, 3.0, 1.0),
    run("dvk", 1000, EDIT, 0.2),
    run("hugo", 1000, EDIT, 3.0, 2.0),
    run("dvk", 10_000, COLD, 22.0),
]


def lines(start: str, previews: tuple[Waits, ...] = ()) -> list[str]:
    return [line for line in tables(RUNS, previews).splitlines() if line.startswith(start)]


def test_best_and_median_stand_beside_each_other() -> None:
    """Of several rounds the best and the median are told, of several commands each one's share."""
    ours, *_ = lines("| Dân vận khéo (3×) | cold build")
    assert "| 1.00 / 2.00 | 2.00 / 4.00 | 100 / 150 | 10 / 2.0 | 3 / 0.5 |" in ours
    hugo, *_ = lines("| Hugo + Pagefind (1×) | cold build")
    assert "| 4.00 / 4.00 (part 0 3.0, part 1 1.0) |" in hugo


def test_ratios_are_between_medians() -> None:
    """A ratio is our median over that of Hugo with Pagefind; where one is missing none is told."""
    assert lines("| Dân vận khéo | cold build | wall") == [
        "| Dân vận khéo | cold build | wall | 0.500 |  |"
    ]
    assert lines("| Dân vận khéo | one edit | wall") == [
        "| Dân vận khéo | one edit | wall | 0.040 |  |"
    ]


def test_growth_is_told_per_entry() -> None:
    """Cost per entry at the largest size is set against that at the smallest."""
    assert lines("| Dân vận khéo | wall") == ["| Dân vận khéo | wall | 2.00 ms | 2.20 ms | 1.10 |"]


def test_previews_are_told() -> None:
    """The wait for the preview is told as best, median and worst."""
    waits = Waits("dvk", 1000, 4.0, (0.5, 0.1, 0.2), 90.0)
    assert lines("| dvk serve", (waits,)) == [
        "| dvk serve | 1,000 | 4.0 | 0.10 / 0.20 / 0.50 | 90 |"
    ]


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    """Results are written between two marks; a page without them is refused, not overwritten."""
    page = f"before\n{OPENING}\nold\n{CLOSING}\nafter\n"
    assert replaced(page, "new") == f"before\n{OPENING}\n\nnew\n\n{CLOSING}\nafter\n"
    with pytest.raises(ValueError, match="lacks"):
        replaced("before", "new")
