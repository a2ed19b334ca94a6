"""Which files the site holds and what each was made from, as the build that made them wrote down.

A file that was made from the same things, and that the disk still tells of as it did then, need
not be made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.adapters import build_cache
from generator.adapters.storage import telling
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import PictureFile
from generator.pages.shell import Shell

_FILE: Final = "ledger"


There = Mapping[str, tuple[int, int]]
"""The files that are in the site by their paths, each with its size and time."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site."""

    key: bytes | None
    """A digest of all that it was made from; ``None`` where nobody told."""

    size: int
    time: int
    """When it was last written, in nanoseconds."""


@dataclass(frozen=True)
class Engine:
    """What the engine drew, which stays the same as long as nobody changes the theme."""

    shells: Mapping[int, Shell]
    hand_pages: tuple[HandPage, ...]
    files: Mapping[str, Made]
    """Its own pages, styles and scripts, and the fonts."""

    def stands(self, there: There) -> bool:
        """Whether all its files are in the site as it left them."""
        return all(stands(path, made, made.key, there) for path, made in self.files.items())


@dataclass(frozen=True)
class Ledger:
    """One finished site."""

    engine: Engine
    files: Mapping[str, Made]
    """Every other file by its path."""

    pictures: Mapping[str, PictureFile]
    """By its path below ``images/`` each published photograph."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the site."""
        return (*self.engine.files, *self.files)


def stands(path: str, made: Made | None, key: bytes | None, there: There) -> bool:
    """Whether the file in the site was made from what ``key`` tells, and nobody touched it."""
    if made is None or key is None or made.key != key:
        return False
    return there.get(path) == (made.size, made.time)


def mark(folder: Path) -> tuple[int, ...]:
    """How what is written down looks from outside: other from each build to the next."""
    with suppress(OSError):
        state = (folder / _FILE).stat()
        return state.st_ino, state.st_size, state.st_mtime_ns
    return ()


def read(folder: Path, edition: bytes) -> Ledger | None:
    """What the last build wrote down, if it was of the same edition."""
    held = build_cache.recall(folder / _FILE, edition).values
    return _ledger(*held[-1]) if held else None


def write(folder: Path, edition: bytes, ledger: Ledger) -> None:
    """Write it down for the next build. Raises ``StorageError``."""
    engine = ledger.engine
    drawn = dict(engine.shells), engine.hand_pages, _plain(engine.files)
    held = drawn, _plain(ledger.files), dict(ledger.pictures)
    build_cache.keep(folder / _FILE, edition, held)


def forget(folder: Path) -> None:
    """The site is about to change: what was written of it is true no longer.

    Raises ``StorageError``, and then the site must stay as it is.
    """
    with telling(f"Không xóa được {folder / _FILE}"), suppress(NotADirectoryError):
        (folder / _FILE).unlink(missing_ok=True)


def _plain(files: Mapping[str, Made]) -> list[tuple[str, bytes | None, int, int]]:
    return [(path, made.key, made.size, made.time) for path, made in files.items()]


def _ledger(drawn: Any, files: Any, pictures: Any) -> Ledger:
    shells, hand_pages, engine_files = drawn
    engine = Engine(shells, hand_pages, _files(engine_files))
    return Ledger(engine, _files(files), pictures)


def _files(plain: Any) -> dict[str, Made]:
    return {path: Made(*each) for path, *each in plain}
