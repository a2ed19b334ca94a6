"""Work that is shared out comes back as if one had done it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from generator.adapters.storage import StorageError
from generator.adapters.workers import MOST, WorkerLost, at_work, beside, processes, spread

MANY = range(1000)


def squares(items: Sequence[int]) -> list[int]:
    """Work that tells nothing of who did it."""
    return [item * item for item in items]


def doer(items: Sequence[int]) -> int:
    """The process that did it."""
    return os.getpid()


def fails(items: Sequence[int]) -> int:
    """Work that cannot be done on one piece."""
    if 500 in items:
        raise StorageError("hết chỗ trên đĩa")
    return len(items)


def dies(items: Sequence[int]) -> int:
    """Ends its process without a word, as the system does when memory runs out."""
    if 500 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    return len(items)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("items", [range(0), range(1), range(7), MANY])
def test_results_come_in_the_order_of_the_items(items: range, count: int) -> None:
    """However many processes share the work, and whoever is done first."""
    found = [each for piece in spread(squares, items, count) for each in piece]
    assert found == squares(items)


def test_several_processes_share_much_work_and_one_does_little() -> None:
    """A second process is started only where there is enough to do, and never this one's."""
    assert os.getpid() not in set(spread(doer, MANY, 2))
    assert set(spread(doer, MANY, 1)) == {os.getpid()}
    assert set(spread(doer, range(50), 2)) == {os.getpid()}


@pytest.mark.parametrize("count", [1, 2])
def test_what_the_work_raises_is_raised_here(count: int) -> None:
    """An error of a piece reaches who asked, as it was; what came before it has come."""
    results = spread(fails, MANY, count)
    assert next(results) > 0
    with pytest.raises(StorageError, match="hết chỗ trên đĩa"):
        list(results)


def test_a_process_that_is_killed_is_told_in_vietnamese() -> None:
    """Nothing waits for a process that is no more; what to do is said."""
    with pytest.raises(WorkerLost, match=r"Một tiến trình .* thêm --processes 1"):
        list(spread(dies, MANY, 2))


def test_who_leaves_early_waits_for_nobody(tmp_path: Path) -> None:
    """An error in the block ends the work: what is not begun by then is never done."""
    work = partial(slowly, tmp_path)
    with pytest.raises(ZeroDivisionError), at_work(work, MANY, 2):
        raise ZeroDivisionError
    assert len(list(tmp_path.iterdir())) < 16


def slowly(folder: Path, items: Sequence[int]) -> None:
    """Leaves a trace of each piece."""
    (folder / str(items[0])).touch()
    time.sleep(0.05)


def test_the_work_of_a_killed_process_ends_with_it() -> None:
    """Nobody goes on for one that is no more: its workers would keep its memory and its locks."""
    code = """
import os, time
from generator.adapters.workers import spread
def slow(items):
    print(os.getpid(), flush=True)
    time.sleep(30)
list(spread(slow, range(1000), 2))
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    until = time.monotonic() + 10
    while any(map(is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))


def is_alive(process: int) -> bool:
    """Whether there is such a process; one that has ended but is not yet buried is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_work_beside_is_done_meanwhile_and_elsewhere() -> None:
    """With two processes by another one, with one here; what it raises is raised here."""
    for count in (1, 2):
        with beside(os.getpid, count) as result:
            assert (result() == os.getpid()) == (count == 1)
        failing = pytest.raises(StorageError, match="hết chỗ trên đĩa")
        with beside(partial(fails, [500]), count) as failed, failing:
            failed()
    with beside(partial(dies, [500]), 2) as lost, pytest.raises(WorkerLost):
        lost()


def test_there_is_always_a_process_and_never_a_crowd() -> None:
    """Between one and the most that are of use."""
    assert 1 <= processes() <= MOST
