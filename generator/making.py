"""Makes the files of one edition: all of them, or those that what is written down has no more.

Pages are drawn in worker processes, which write them where they belong; meanwhile this one
makes the search index, the open data and the few pages that gather everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

from generator import publish
from generator.adapters import workers
from generator.core.routes import DATA, DATAPACKAGE, Route, overviews
from generator.edition import Edition, Output
from generator.far_press import Machines, drawn_far
from generator.ledger import Made
from generator.open_data import description
from generator.pieces import Pieces
from generator.place import Place, State
from generator.press import Press, drawn, page_file
from generator.tables import write_tables

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many."""

_WORTH_SHARING: Final = 500
"""With fewer models a process has done all before another has started."""

Written = list[tuple[str, State]]


def make(
    edition: Edition,
    place: Place,
    pieces: Pieces,
    processes: int,
    progress: Progress | None = None,
    machines: Machines | None = None,
) -> dict[str, Made]:
    """Write whatever does not stand, but for what ``gathering`` writes; every such file.

    Pages are drawn by ``machines`` if there are any, else in processes of this one. Raises
    ``FragmentError`` and ``StorageError``.
    """
    count = _worth(processes, edition)
    pages = publish.pages(edition)
    keys = {page_file(route): key for route, key in pages.items()}
    missing = [page for page, key in pages.items() if not place.stands(page_file(page), key)]
    made = {path: place.made[path] for path in keys if path in place.made}
    done = _Count(len(missing), progress)
    press = Press(edition.for_drawing(), {})
    with _drawing(press, place, missing, count, machines) as results:
        made |= _tables(edition, place, pieces)
        pieces.readings.save_and_forget()
        for found in results:
            made.update({path: Made(keys[path], *state) for path, state in found})
            done.add(len(found))
    return made


@contextmanager
def gathering(
    edition: Edition, place: Place, pieces: Pieces, processes: int
) -> Iterator[Callable[[], dict[str, Made]]]:
    """Write the search index and the overviews in another process while the block does the rest.

    Which models are alike need not be known yet. The block is given what waits for the files;
    that raises as ``make`` does.
    """
    know = edition.knowledge
    # Before two processes would each work them out.
    _ = know.ready, know.steps, know.copied, know.catalogue.bodies, know.counted
    work, count = partial(_search_and_overviews, edition, place, pieces), _worth(processes, edition)
    with workers.beside(work, count) as gathered:
        if count > 1:  # the other process has them
            pieces.words.forget()
        yield gathered


def _worth(processes: int, edition: Edition) -> int:
    return processes if len(edition.knowledge.catalogue.models) >= _WORTH_SHARING else 1


def _search_and_overviews(edition: Edition, place: Place, pieces: Pieces) -> dict[str, Made]:
    """The search index, and the pages that hold something of every entry."""
    found = publish.search(edition, pieces.told_by(edition), pieces.card_of(edition))
    made = {each.path: _made(each, place) for each in found}
    pieces.cards.save_and_forget()
    pieces.words.save_and_forget()
    return made | _always(edition, {}, place, overviews())


def _tables(edition: Edition, place: Place, pieces: Pieces) -> dict[str, Made]:
    """Open data with its page, feeds, calendars and forms."""
    made, described = write_tables(edition, place, pieces.tables)
    sizes = {path: file.size for path, file in made.items()}
    made[DATAPACKAGE] = _made(description(edition, described), place)
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
