"""What is left for the next build comes back whole or not at all."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from generator.adapters.build_cache import Recalled, add, keep, recall
from generator.adapters.storage import StorageError
from generator.core.references import Reference

ONE, OTHER = b"mot", b"hai"


def test_values_come_back_the_oldest_first(tmp_path: Path) -> None:
    """What was kept and then added is recalled in that order, values of the program included."""
    file = tmp_path / "cache" / "readings"
    keep(file, ONE, {"a": Reference("a.md", 1, 2, image=False)})
    add(file, ONE, {"b": date(2026, 6, 1)})
    assert recall(file, ONE) == Recalled(
        ({"a": Reference("a.md", 1, 2, image=False)}, {"b": date(2026, 6, 1)}), can_grow=True
    )


def test_what_was_kept_for_another_edition_is_nothing(tmp_path: Path) -> None:
    """Another program, vocabulary or day finds nothing, and may not add to it."""
    keep(tmp_path / "a", ONE, 1)
    assert recall(tmp_path / "a", OTHER) == Recalled()
    assert recall(tmp_path / "khong-co", ONE) == Recalled()
    assert recall(tmp_path, ONE) == Recalled()


def test_keeping_replaces_all_that_was_there(tmp_path: Path) -> None:
    """A file is written anew for another edition, and for the same."""
    for edition, value in ((ONE, 1), (OTHER, 2), (OTHER, 3)):
        keep(tmp_path / "a", edition, value)
    assert recall(tmp_path / "a", OTHER).values == (3,)


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_a_torn_end_loses_only_itself(tmp_path: Path, lost: int) -> None:
    """However much of the last addition is missing, the others are whole; nothing is added then."""
    file = tmp_path / "a"
    keep(file, ONE, "đầu")
    add(file, ONE, "x" * 60)
    os.truncate(file, file.stat().st_size - lost)
    assert recall(file, ONE) == Recalled(("đầu",), can_grow=False)


def test_an_end_of_zeros_is_a_torn_end(tmp_path: Path) -> None:
    """A disk that failed may leave them where an addition was being written."""
    keep(tmp_path / "a", ONE, "đầu")
    with (tmp_path / "a").open("ab") as file:
        file.write(bytes(100))
    assert recall(tmp_path / "a", ONE) == Recalled(("đầu",), can_grow=False)


def test_nothing_after_a_damaged_value_is_believed(tmp_path: Path) -> None:
    """One bit that has changed ends what can be read."""
    file = tmp_path / "a"
    keep(file, ONE, "đầu")
    start = file.stat().st_size
    add(file, ONE, "giữa")
    add(file, ONE, "cuối")
    raw = bytearray(file.read_bytes())
    raw[start + 30] ^= 1
    file.write_bytes(raw)
    assert recall(file, ONE) == Recalled(("đầu",), can_grow=False)


def test_a_file_that_is_another_edition_by_now_is_left_alone(tmp_path: Path) -> None:
    """Two builds may run at once: what one has begun anew the other does not spoil."""
    keep(tmp_path / "a", ONE, 1)
    assert recall(tmp_path / "a", ONE).can_grow
    keep(tmp_path / "a", OTHER, 2)
    add(tmp_path / "a", ONE, 3)
    assert recall(tmp_path / "a", OTHER) == Recalled((2,), can_grow=True)


class _Hostile:
    """Runs something when it is taken out of a pickle, as one that came with content may."""

    def __init__(self, call: object, *arguments: object) -> None:
        self.told = call, arguments

    def __reduce__(self) -> tuple[object, ...]:
        return self.told  # type: ignore[return-value]


@pytest.mark.parametrize("call", [os.mkdir, keep, eval, pickle.loads])
def test_a_file_from_strangers_runs_nothing(tmp_path: Path, call: object) -> None:
    """Of what a pickle may name only values of the program are made: the file holds nothing."""
    there = tmp_path / "da-chay"
    arguments = {os.mkdir: (str(there),), keep: (there, b"", 1)}.get(call, (b"1",))  # type: ignore[call-overload]
    keep(tmp_path / "a", ONE, _Hostile(call, *arguments))
    assert recall(tmp_path / "a", ONE) == Recalled()
    assert not there.exists()


def test_a_disk_that_refuses_is_told_in_vietnamese(tmp_path: Path) -> None:
    """Where a folder stands in the file's place, both ways of writing say so."""
    (tmp_path / "a").mkdir()
    with pytest.raises(StorageError, match="Không ghi được"):
        keep(tmp_path / "a", ONE, 1)
    with pytest.raises(StorageError, match="Không ghi được"):
        add(tmp_path / "a", ONE, 1)
