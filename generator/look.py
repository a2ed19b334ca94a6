"""The site as it stands, looked at in a process of its own while the content is read.

Whoever looks is not yet the only one at work on the site. So a look is good only as long as the
ledger is the one that stood there before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import ledger
from generator.adapters import site_files, workers
from generator.ledger import There


@dataclass(frozen=True)
class Look:
    """What somebody has found."""

    there: There
    mark: tuple[int, ...]
    """How the ledger looked before."""


@contextmanager
def looking(live: Path, cache: Path | None, processes: int) -> Iterator[Callable[[], Look | None]]:
    """Look at the site beside the block, if ``cache`` tells something of it.

    The block is given what waits for the look; that raises ``StorageError``.
    """
    if cache is None or not ledger.mark(cache):
        yield lambda: None
        return
    with workers.beside(partial(_look, live, cache), processes) as found:
        yield found


def there_now(look: Look | None, live: Path, cache: Path) -> There:
    """The files that are in the site, for the only one at work on it. Raises ``StorageError``."""
    if look and look.mark == ledger.mark(cache):
        return look.there
    return site_files.files_below(live)


def _look(live: Path, cache: Path) -> Look:
    mark = ledger.mark(cache)
    return Look(site_files.files_below(live), mark)
