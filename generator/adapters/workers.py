"""A function over many items, shared out among processes of this machine, results in order.

What all items have in common travels once: a forked process has it already, elsewhere it is
pickled with the function. Must not know what the work is.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from typing import Any, Final, TypeVar

from generator.adapters.sharing import pieces
from generator.adapters.storage import StorageError

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST: Final = 8
"""More processes than this wait for the disk and for the one that hands out the work."""

_WORTH_SHARING: Final = 200
"""Fewer items are done before a second process has started."""

_SHARES: Final = 8
"""Pieces of work per process: few enough to be cheap, enough that none waits long at the end."""


class WorkerLost(StorageError):  # noqa: N818 - a state of the machine, not a fault
    """A process ended before its work did."""


def processes() -> int:
    """How many this machine can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST, len(os.sched_getaffinity(0)))
    return min(MOST, os.cpu_count() or 1)


def spread(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], count: int
) -> Iterator[Result]:
    """``work`` on consecutive pieces of ``items``, in order, in ``count`` processes.

    With one process, or too few items to be worth the start, all is done here. Whatever
    ``work`` raises is raised here. Raises ``WorkerLost`` when a process is killed.
    """
    with at_work(work, items, count) as results:
        yield from results


@contextmanager
def at_work(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], count: int
) -> Iterator[Iterator[Result]]:
    """The same, begun at once: the block may do something else before it asks for results."""
    if count < 2 or len(items) < _WORTH_SHARING:
        yield (work(piece) for piece in pieces(items, _SHARES))
        return
    pool = _pool(work, count)
    try:
        yield _told_if_lost(pool.map(_run, pieces(items, count * _SHARES)))
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def beside(work: Callable[[], Result], count: int) -> Iterator[Callable[[], Result]]:
    """``work`` in a process of its own while the block does something else.

    The block is given what waits for the result. With one process the work is done then.
    Raises as ``spread`` does.
    """
    if count < 2:
        yield work
        return
    pool = _pool(partial(_alone, work), 1)
    try:
        results = pool.map(_run, [()])
        yield lambda: next(_told_if_lost(results))
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(work: Callable[[Sequence[Any]], Any], count: int) -> ProcessPoolExecutor:
    kind = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(count, get_context(kind), _hold, (work,))


def _told_if_lost(results: Iterator[Result]) -> Iterator[Result]:
    try:
        yield from results
    except BrokenProcessPool:
        raise WorkerLost(
            "Một tiến trình dựng trang bị dừng giữa chừng (thường do thiếu bộ nhớ). "
            "Chạy lại, hoặc thêm --processes 1 để dùng ít bộ nhớ hơn."
        ) from None


_held: Callable[[Sequence[Any]], Any] | None = None


def _hold(work: Callable[[Sequence[Any]], Any]) -> None:
    """Once in each process: keep the work, and spare what it holds from the collector."""
    global _held
    _held = work
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    gc.disable()


def _end_with_parent() -> None:
    """A killed process tells its workers nothing, and they would hold its locks for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _alone(work: Callable[[], Result], _: Sequence[Any]) -> Result:
    return work()


def _run(piece: Sequence[Any]) -> Any:
    assert _held is not None
    return _held(piece)
