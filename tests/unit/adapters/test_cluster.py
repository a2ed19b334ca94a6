"""Work shared out by a scheduler, with workers that are threads of this very process."""

from __future__ import annotations

import operator
import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from distributed import LocalCluster

from generator.adapters import cluster
from generator.adapters.cluster import ClusterError, at_work


def program() -> bytes:
    """The same version everywhere."""
    return b"1"


def slowly(items: Sequence[int]) -> int:
    """A sum that takes its time."""
    time.sleep(0.05)
    return sum(items)


@pytest.fixture
def machines() -> Iterator[LocalCluster]:
    """A scheduler with two workers."""
    with made(2) as running:
        yield running


def made(workers: int) -> LocalCluster:
    """A scheduler that can be reached from outside, with so many workers of one thread."""
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=False,
        protocol="tcp://",
        host="127.0.0.1",
        dashboard_address=None,
    )


def asked(address: str, work: Callable[[Sequence[int]], object] = sum) -> list[object]:
    """Everything that comes of the numbers below a hundred."""
    with at_work(work, range(100), address, program) as results:
        return list(results)


def test_the_results_are_whole_and_in_order(machines: LocalCluster) -> None:
    """Put together, the results of the pieces are those of all items, first to last."""
    pieces = asked(machines.scheduler_address, list)
    assert len(pieces) == 15
    assert [number for piece in pieces for number in piece] == list(range(100))


def test_what_the_work_raises_is_raised_here(machines: LocalCluster) -> None:
    """An error on a worker ends the work with that error."""
    with pytest.raises(TypeError, match="unsupported operand"):
        asked(machines.scheduler_address, partial(operator.add, "text".__len__))


def test_work_not_waited_for_is_dropped(machines: LocalCluster) -> None:
    """After a block that asks for the first result only, the scheduler has nothing left to do."""
    with at_work(slowly, range(100), machines.scheduler_address, program) as results:
        assert next(results) == sum(range(7))
    end = time.monotonic() + 5
    while machines.scheduler.tasks and time.monotonic() < end:
        time.sleep(0.02)
    assert machines.scheduler.tasks == {}


def test_when_every_worker_is_replaced_the_work_goes_on(machines: LocalCluster) -> None:
    """Nothing that a result needs is lost with all workers that there were."""
    with at_work(slowly, range(100), machines.scheduler_address, program) as results:
        first = next(results)
        machines.scale(0)
        until_left(machines, 0)
        machines.scale(1)
        assert first + sum(results) == sum(range(100))


def test_when_no_worker_is_left_it_is_told(
    machines: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers that go and are not replaced are waited for only so long."""
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with at_work(slowly, range(100), machines.scheduler_address, program) as results:
        machines.scale(0)
        until_left(machines, 0)
        with pytest.raises(ClusterError, match="không có máy nào để vẽ trang"):
            list(results)


def test_a_scheduler_that_goes_is_told(machines: LocalCluster) -> None:
    """Work whose scheduler ends in the middle is not waited for."""
    with at_work(slowly, range(100), machines.scheduler_address, program) as results:
        machines.close()
        with pytest.raises(ClusterError, match="Mất liên lạc với bộ điều phối tcp://127"):
            list(results)


def test_workers_with_another_program_are_refused(machines: LocalCluster) -> None:
    """A worker whose program is not this one's gets no work, and is named."""
    told = partial(os.urandom, 8)
    with (
        pytest.raises(ClusterError, match=r"chương trình khác với máy này: tcp://\S+, tcp://\S+\."),
        at_work(sum, range(100), machines.scheduler_address, told),
    ):
        pytest.fail("work was given out")


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no worker comes, the way to start one is told."""
    monkeypatch.setattr(cluster, "_TO_CONNECT", 0.3)
    with (
        made(0) as running,
        pytest.raises(ClusterError, match=f"dask worker {running.scheduler_address} --nthreads 1"),
    ):
        asked(running.scheduler_address)


def test_an_address_without_a_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody answers, the address is named."""
    monkeypatch.setattr(cluster, "_TO_CONNECT", 0.3)
    with pytest.raises(ClusterError, match=r"trả lời ở tcp://127\.0\.0\.1:9\."):
        asked("tcp://127.0.0.1:9")


@pytest.mark.parametrize("address", ["", "127.0.0.1:8786", "http://may:8786", "tcp://may"])
def test_an_address_of_another_shape_is_told(address: str) -> None:
    """What cannot be the address of a scheduler is refused before anybody is called."""
    with pytest.raises(ClusterError, match="phải có dạng tcp://MÁY:CỔNG"):
        asked(address)


def until_left(machines: LocalCluster, count: int) -> None:
    """Wait until the scheduler knows of so many workers."""
    end = time.monotonic() + 10
    while len(machines.scheduler.workers) != count:
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
