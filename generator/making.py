"""Makes the files of one edition: all of them, or those that what is written down has no more.

Pages are drawn in worker processes, which write them where they belong; meanwhile this one
makes the search index, the open data and the few pages that gather everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from generator import publish
from generator.adapters import storage, workers
from generator.core.routes import DATA, DATAPACKAGE, Route
from generator.edition import Edition, Output
from generator.far_press import Machines, drawn_far
from generator.ledger import Made, There, stands
from generator.open_data import data_files
from generator.pieces import Pieces
from generator.press import Press, drawn, page_file

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many."""

_WORTH_SHARING: Final = 500
"""With fewer models a process has done all before another has started."""

Written = list[tuple[str, tuple[int, int]]]
"""Files, each with its size and time."""


@dataclass(frozen=True)
class Place:
    """Where files are written, and what stands already."""

    folder: Path
    """Nobody reads it yet."""

    live: Path | None = None
    """The finished site whose files may stand; without it every file is made."""

    made: Mapping[str, Made] = field(default_factory=dict)
    """What is written down of its files."""

    there: There = field(default_factory=dict)
    """The files that are in it."""

    def stands(self, path: str, key: bytes | None) -> bool:
        """Whether the live file is the one that would be made."""
        return stands(path, self.made.get(path), key, self.there)

    def put(self, path: str, data: bytes) -> tuple[int, int]:
        """Write a file, unless the live one holds the same; its size and time."""
        if self.live is not None and (state := storage.state_if_holds(self.live / path, data)):
            return state.st_size, state.st_mtime_ns
        state = storage.put(self.folder / path, data)
        return state.st_size, state.st_mtime_ns


def make(
    edition: Edition,
    place: Place,
    pieces: Pieces,
    processes: int,
    progress: Progress | None = None,
    machines: Machines | None = None,
) -> dict[str, Made]:
    """Write whatever does not stand; every file that the edition has but the engine's.

    Pages are drawn by ``machines`` if there are any, else in processes of this one. Raises
    ``FragmentError`` and ``StorageError``.
    """
    is_large = len(edition.knowledge.catalogue.models) >= _WORTH_SHARING
    count = processes if is_large else 1
    know = edition.knowledge
    _ = know.catalogue.bodies, edition.routes  # before two processes would each work them out
    with workers.beside(partial(_search_and_overviews, edition, place, pieces), count) as gathered:
        pages = [page for page in publish.pages(edition) if page.key is not None]
        keys = {page_file(page.route): page.key for page in pages}
        missing = [page.route for page in pages if not place.stands(page.file, page.key)]
        made = {path: place.made[path] for path in keys if path in place.made}
        done = _Count(len(missing), progress)
        press = Press(edition.for_drawing(), {})
        with _drawing(press, place, missing, count, machines) as results:
            made |= _tables(edition, place, pieces)
            for found in results:
                made.update({path: Made(keys[path], *state) for path, state in found})
                done.add(len(found))
        return made | gathered()


def _search_and_overviews(edition: Edition, place: Place, pieces: Pieces) -> dict[str, Made]:
    """The search index, and the pages that hold something of every entry."""
    found = publish.search(edition, pieces.card_of(edition))
    made = {each.path: _made(each, place) for each in found}
    pieces.cards.save_and_forget()
    return made | _always(edition, {}, place, publish.overviews(edition))


def _tables(edition: Edition, place: Place, pieces: Pieces) -> dict[str, Made]:
    """Open data with its page, feeds, calendars and forms."""
    made = {each.path: _made(each, place) for each in data_files(edition, pieces.lines_of(edition))}
    pieces.lines.save_and_forget()
    sizes = {path: file.size for path, file in made.items() if path != DATAPACKAGE}
    made |= {each.path: _made(each, place) for each in publish.files(edition)}
    return made | _always(edition, sizes, place, [Route(DATA, "data")])


def _always(
    edition: Edition, sizes: Mapping[str, int], place: Place, routes: Sequence[Route]
) -> dict[str, Made]:
    written = _draw(Press(edition.for_drawing(), sizes), place, routes)
    return {path: Made(None, *state) for path, state in written}


def _made(each: Output, place: Place) -> Made:
    if place.stands(each.path, each.key):
        return place.made[each.path]
    return Made(each.key, *place.put(each.path, each.make()))


def _draw(press: Press, place: Place, routes: Sequence[Route]) -> Written:
    """Draw pages and write them, in whatever process."""
    return [(path, place.put(path, data)) for path, data in drawn(press, routes)]


@contextmanager
def _drawing(
    press: Press,
    place: Place,
    routes: Sequence[Route],
    processes: int,
    machines: Machines | None,
) -> Iterator[Iterator[Written]]:
    """Pages drawn elsewhere while the block does something else."""
    if machines is None:
        with workers.at_work(partial(_draw, press, place), routes, processes) as results:
            yield results
    else:
        with drawn_far(press, routes, machines) as pieces:
            yield ([(path, place.put(path, data)) for path, data in each] for each in pieces)


class _Count:
    """Says how far the work has come."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    def add(self, number: int) -> None:
        """So many more are done."""
        self._done += number
        if self._progress:
            self._progress(self._done, self._total)
