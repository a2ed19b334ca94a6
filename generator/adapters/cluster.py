"""A function over many items, shared out among machines by a Dask scheduler, results in order.

Whatever a piece of work needs stands with the scheduler until its result is here, so what a
lost machine was doing, or had done, is done again by another. Loading Dask takes long, and it
is an extra: this module is imported only where a scheduler is asked for. Must not know what
the work is.
"""

from __future__ import annotations

import pickle
import re
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar

import dask.config
from distributed import CancelledError, Client, Future, KilledWorker

from generator.adapters.sharing import no_collector, pieces
from generator.adapters.storage import StorageError

Item = TypeVar("Item")
Result = TypeVar("Result")

_ADDRESS: Final = re.compile(r"(tcp|tls)://\S+:\d+")
_TO_CONNECT: Final = 10.0
"""Seconds given to a scheduler to answer, and to a first worker to come."""

_PATIENCE: Final = 30.0
"""Seconds without a result after which somebody looks whether any worker is left."""

_SHARES: Final = 8
"""Pieces of work per thread, as within one machine."""

_MOST: Final = 250
"""Items in one piece: so many pages are some 8 MB, and are lost with a machine."""

_RETRIES: Final = 2
"""What fails on one machine may go well on another."""


class ClusterError(StorageError):
    """The machines cannot do the work; the text says why, in Vietnamese."""


@contextmanager
def at_work(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    address: str,
    program: Callable[[], bytes],
) -> Iterator[Iterator[Result]]:
    """``work`` on consecutive pieces of ``items``, begun at once; the results in order.

    ``program`` tells a machine's version of the program: workers must tell the same as this
    one. Both functions travel by name. Whatever ``work`` raises is raised here. Raises
    ``ClusterError``. What is unfinished when the block ends is dropped.
    """
    with _connected(address) as client:
        threads = _threads(client, program)
        held = _hand_out(client, _Work(_packed(work), program(), program))
        packed = list(map(_packed, pieces(items, threads * _SHARES, _MOST)))
        futures = client.map(_run, packed, work=held, pure=False, retries=_RETRIES)
        yield _in_order(client, deque(futures))


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    if not _ADDRESS.fullmatch(address):
        raise ClusterError(f"Địa chỉ bộ điều phối “{address}” phải có dạng tcp://MÁY:CỔNG.")
    try:
        client = Client(address, timeout=_TO_CONNECT, set_as_default=False)
    except OSError:
        raise ClusterError(
            f"Không có bộ điều phối nào trả lời ở {address}. Chạy “dask scheduler” trên máy ấy, "
            "rồi xem lại địa chỉ, cổng và tường lửa."
        ) from None
    with client:
        yield client


def _threads(client: Client, program: Callable[[], bytes]) -> int:
    """How many pieces can be worked on at once, by workers that all have this program."""
    try:
        client.wait_for_workers(1, timeout=_TO_CONNECT)
    except TimeoutError:
        raise ClusterError(_no_worker(client)) from None
    told: Mapping[str, object] = client.run(program, on_error="return")
    # A worker that was lost while it was asked will not be given work either.
    here = {where: answer for where, answer in told.items() if not isinstance(answer, OSError)}
    others = sorted(where for where, answer in here.items() if answer != program())
    if others:
        raise ClusterError(_other_program(others))
    threads: Mapping[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _hand_out(client: Client, work: _Work) -> Future[_Work]:
    """Make the work known to the scheduler, once; workers pass it on to one another.

    As a task rather than as scattered data, since what is scattered is gone for good with the
    last worker that held it.
    """
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"}):
        return client.submit(_same, work, pure=False)


def _in_order(client: Client, futures: deque[Future[bytes]]) -> Iterator[Any]:
    """Each result as soon as all before it are there; a worker may then forget it."""
    while futures:
        try:
            yield _opened(_result(client, futures.popleft()))
        except KilledWorker:
            raise ClusterError(
                "Nhiều máy vẽ trang lần lượt dừng ở cùng một phần việc (thường do thiếu bộ nhớ). "
                "Cho mỗi máy thêm bộ nhớ, hoặc bớt --nworkers, rồi dựng lại."
            ) from None
        except CancelledError:
            raise ClusterError(f"Mất liên lạc với bộ điều phối {_address(client)}.") from None


def _result(client: Client, future: Future[bytes]) -> bytes:
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            if future.done():
                raise
            if client.status == "running" and not client.nthreads():
                raise ClusterError(_no_worker(client)) from None


@dataclass(frozen=True)
class _Work:
    """The work as it travels: opened once where it is used, never where it only passes."""

    data: bytes
    told: bytes
    program: Callable[[], bytes]

    @cached_property
    def call(self) -> Callable[[Any], Any]:
        """The work itself. Raises ``ClusterError`` where the program is another one."""
        if self.program() != self.told:
            raise ClusterError(_other_program(["một máy vào sau"]))
        with no_collector():
            return _opened(self.data)  # type: ignore[no-any-return]

    def __getstate__(self) -> dict[str, Any]:
        return {"data": self.data, "told": self.told, "program": self.program}

    def __sizeof__(self) -> int:
        return len(self.data)


def _same(work: _Work) -> _Work:
    return work


def _run(piece: bytes, work: _Work) -> bytes:
    return _packed(work.call(_opened(piece)))


def _packed(value: object) -> bytes:
    """Bytes to a scheduler, which need not know what they are; pages are a fifth of their size."""
    return zlib.compress(pickle.dumps(value), 1)


def _opened(data: bytes) -> Any:
    return pickle.loads(zlib.decompress(data))


def _address(client: Client) -> str:
    return str(client.scheduler.address) if client.scheduler else ""


def _no_worker(client: Client) -> str:
    address = _address(client)
    return (
        f"Bộ điều phối {address} không có máy nào để vẽ trang. "
        f"Chạy “dask worker {address} --nthreads 1” trên các máy."
    )


def _other_program(where: Sequence[str]) -> str:
    return (
        f"Máy vẽ trang có chương trình khác với máy này: {', '.join(where)}. Đưa mọi máy về cùng "
        "một bản mã nguồn, cùng các gói trong requirements/cluster.txt, rồi chạy lại “dask worker”."
    )
