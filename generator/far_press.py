"""Pages drawn on other machines; they come back as bytes, for this one to write.

The bytes come through the scheduler, or by way of a folder that all machines see, which then
also carries what the pages are drawn from.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator.adapters.storage import StorageError
from generator.basis import program
from generator.core.routes import Route
from generator.press import Press, drawn

if TYPE_CHECKING:
    from generator.adapters.shared_folder import Shelf

Pages = list[tuple[str, bytes]]
"""Files, each with what it holds."""


@dataclass(frozen=True)
class Machines:
    """Where other machines are asked to draw."""

    scheduler: str
    """The address of a Dask scheduler, ``tcp://HOST:PORT``."""

    shared: str | None = None
    """A folder that all of them see, as a path or an address that fsspec knows."""


@contextmanager
def drawn_far(
    press: Press, routes: Sequence[Route], machines: Machines
) -> Iterator[Iterator[Pages]]:
    """The pages at ``routes``, some at a time, in order; begun at once, ended with the block.

    Raises ``FragmentError`` and ``StorageError``.
    """
    if not routes:
        yield iter(())
        return
    try:
        from generator.adapters import cluster, shared_folder  # an extra, and long to load
    except ImportError as error:
        raise StorageError(
            "Muốn dựng trang bằng nhiều máy thì cài thêm, trên mọi máy: "
            ".venv/bin/pip install --require-hashes -r requirements/cluster.txt"
        ) from error
    if machines.shared is None:
        work = partial(drawn, press)
        with cluster.at_work(work, routes, machines.scheduler, program) as results:
            yield results
        return
    with shared_folder.shelf(machines.shared) as shelf:
        onto = _Onto(shelf, shelf.put(pickle.dumps(press)))
        with cluster.at_work(onto, routes, machines.scheduler, program) as names:
            yield (pickle.loads(shelf.take(name)) for name in names)


@dataclass(frozen=True)
class _Onto:
    """Draws pages from a press that stands on a shelf, and puts them there."""

    shelf: Shelf
    press_name: str

    def __call__(self, routes: Sequence[Route]) -> str:
        return self.shelf.put(pickle.dumps(drawn(self._press, routes)))

    @cached_property
    def _press(self) -> Press:
        return pickle.loads(self.shelf.take(self.press_name))  # type: ignore[no-any-return]
