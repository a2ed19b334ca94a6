"""The tables of open data, written entry by entry beside those of the live site.

Which bytes of a table are whose is kept from build to build: what an unchanged entry gave is
copied from the live table, so that the lines of no more than one entry are ever held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from generator.adapters import build_cache
from generator.adapters.storage import StorageError, telling
from generator.basis import digest
from generator.core.catalogue import Item
from generator.core.entries import EntryKind
from generator.core.routes import DATA
from generator.edition import Edition
from generator.export.datapackage import DataFile
from generator.export.tables import Frame
from generator.ledger import Made
from generator.open_data import TABLES, around_entries, entries, frames, lines, told_of_others
from generator.place import Place

_BUFFER = 1 << 20


@dataclass(frozen=True)
class Table:
    """A file of open data as it was written."""

    key: bytes
    """A digest of all that it was made from."""

    size: int
    hash: bytes
    """SHA-256 of its bytes."""

    spans: Mapping[bytes, tuple[int, int]]
    """By the key of an entry's lines where they begin and where they end."""


@dataclass(frozen=True)
class Shelf:
    """The tables that the last build of one edition wrote; none without a file to keep them in."""

    file: Path | None
    edition: bytes

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """By path in the site."""
        held = build_cache.recall(self.file, self.edition).values if self.file else ()
        return held[-1] if held else {}

    def standing(self, path: str, place: Place) -> Table | None:
        """What is known of a table, if the live one is still as it was written."""
        table = self.tables.get(path)
        return table if table and place.stands(path, table.key) else None

    def keep(self, tables: Mapping[str, Table]) -> None:
        """Leave these to the next build; a disk that refuses only costs time then."""
        if self.file is not None and tables != self.tables:
            with suppress(StorageError):
                build_cache.keep(self.file, self.edition, dict(tables))


def write_tables(
    edition: Edition, place: Place, shelf: Shelf
) -> tuple[dict[str, Made], list[DataFile]]:
    """Write those that do not stand; all of them, and how the description tells of them.

    Raises ``StorageError``.
    """
    made: dict[str, Made] = {}
    tables: dict[str, Table] = {}
    for kind, paths in TABLES:
        asked = {_key(item, edition): item for item in entries(kind, edition)}
        live = {path: shelf.standing(path, place) for path in paths}
        for path, table in live.items():
            if table and table.key == digest(path, *asked):
                tables[path], made[path] = table, place.made[path]
        if not tables.keys() >= set(paths):
            for path, pen in _written(kind, asked, edition, place, live).items():
                tables[path] = pen.table(digest(path, *asked))
                made[path] = _made(path, tables[path], live[path], place)
    shelf.keep(tables)
    return made, [_described(kind, path, tables[path]) for kind, paths in TABLES for path in paths]


def _made(path: str, table: Table, live: Table | None, place: Place) -> Made:
    """The file that was written; where the live one holds the same bytes, that one stays."""
    new = place.folder / path
    if live and live.hash == table.hash:
        new.unlink()
        return Made(table.key, *place.there[path])
    state = new.stat()
    return Made(table.key, state.st_size, state.st_mtime_ns)


def _key(item: Item[Any], edition: Edition) -> bytes:
    """A digest of all that an entry's lines are made from within one edition."""
    own = edition.readings[item.path].digest
    return digest(own, *told_of_others(item, edition.knowledge.links))


def _described(kind: EntryKind, path: str, table: Table) -> DataFile:
    return DataFile(kind, path.removeprefix(DATA), table.size, table.hash.hex())


def _written(
    kind: EntryKind,
    asked: Mapping[bytes, Item[Any]],
    edition: Edition,
    place: Place,
    live: Mapping[str, Table | None],
) -> dict[str, _Pen]:
    """Both files of a kind, an entry at a time."""
    around = around_entries(edition)
    with ExitStack() as opened:
        pens = {
            path: opened.enter_context(_writing(place, path, table, frame))
            for (path, table), frame in zip(live.items(), frames(kind, edition), strict=True)
        }
        for key, item in asked.items():
            known = [pen.known(key) for pen in pens.values()]
            told = lines(item, around) if None in known else known
            for pen, line in zip(pens.values(), told, strict=True):
                pen.add(key, line or b"")
    return pens


@contextmanager
def _writing(place: Place, path: str, live: Table | None, frame: Frame) -> Iterator[_Pen]:
    new = place.folder / path
    with telling(f"Không ghi được {new}"), ExitStack() as opened:
        new.parent.mkdir(parents=True, exist_ok=True)
        old = opened.enter_context((place.live / path).open("rb")) if place.live and live else None
        pen = _Pen(opened.enter_context(new.open("wb", _BUFFER)), old, live, frame)
        yield pen
        pen.end()


class _Pen:
    """Writes one table, and knows what of the live one is whose."""

    def __init__(
        self, file: BinaryIO, old: BinaryIO | None, live: Table | None, frame: Frame
    ) -> None:
        self._file, self._old, self._frame = file, old, frame
        self._known = live.spans if live else {}
        self._hash, self._size = sha256(), 0
        self._spans: dict[bytes, tuple[int, int]] = {}
        self._write(frame.head)

    def known(self, key: bytes) -> bytes | None:
        """The line of an entry in the live table."""
        if self._old is None or key not in self._known:
            return None
        start, end = self._known[key]
        self._old.seek(start)
        return self._old.read(end - start)

    def add(self, key: bytes, line: bytes) -> None:
        """The next line."""
        if self._spans:
            self._write(self._frame.between)
        start = self._size
        self._write(line)
        self._spans[key] = start, self._size

    def end(self) -> None:
        """Nothing comes after this."""
        self._write(self._frame.tail)

    def table(self, key: bytes) -> Table:
        """What was written."""
        return Table(key, self._size, self._hash.digest(), self._spans)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._size += len(data)
