"""What is said of the waits for a preview."""

from __future__ import annotations

from benchmarks.serving import Waits, told


def test_each_rhythm_is_told_with_its_best_middle_and_worst() -> None:
    """Hurried and calm edits are told apart, each one of them and how they spread."""
    waits = Waits("dvk", 1000, 4.04, (0.5, 0.1, 0.2), 90.4, (0.1, 0.1, 0.3))
    assert told(waits) == (
        "dvk, 1000 entries: first page after 4.0 s, peak 90 MiB; "
        "hurried edits after 0.10 / 0.20 / 0.50 s (0.50, 0.10, 0.20); "
        "calm edits after 0.10 / 0.10 / 0.30 s (0.10, 0.10, 0.30)"
    )


def test_a_rhythm_without_edits_is_not_told() -> None:
    """Nothing is said of edits that were not made."""
    assert told(Waits("dvk", 10, 1.0, (), 50.0)) == (
        "dvk, 10 entries: first page after 1.0 s, peak 50 MiB"
    )
