"""A dictionary that one build leaves for the next, added to in small pieces.

Keys are digests of all that a value is made from within one edition, so that a value that is
found is right. What nobody has asked for is left out when the file is next written whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final, Generic, TypeVar

from generator.adapters import build_cache
from generator.adapters.storage import StorageError

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST_PIECES: Final = 100
"""So many additions to one file; then it is written anew, without what has gone."""

_AT_ONCE: Final = 5000
"""So many values are packed at a time: together they would take much room."""


class Kept(Generic[Key, Value]):
    """What is known from before, and what is found out now."""

    def __init__(self, file: Path | None = None, edition: bytes = b"") -> None:
        """Nothing is read before it is asked for, maybe in another process."""
        self._file, self._edition = file, edition
        self._pieces, self._can_grow = 0, False
        self._news: dict[Key, Value] = {}
        self._asked: set[Key] = set()

    @cached_property
    def known(self) -> dict[Key, Value]:
        """All that is known now."""
        found: dict[Key, Value] = {}
        if self._file is not None:
            held = build_cache.recall(self._file, self._edition)
            self._pieces, self._can_grow = len(held.values), held.can_grow
            for piece in held.values:
                found.update(piece)
        found.update(self._news)
        return found

    def __getitem__(self, key: Key) -> Value:
        self._asked.add(key)
        return self.known[key]

    def __contains__(self, key: Key) -> bool:
        return key in self.known

    def add(self, news: Iterable[tuple[Key, Value]]) -> None:
        """Take in what has been found out; nothing is read for that."""
        found = dict(news)
        self._news.update(found)
        if "known" in vars(self):
            self.known.update(found)

    def or_made(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of ``key``, made now if it is not known."""
        if key not in self.known:
            self.add([(key, make())])
        return self[key]

    @property
    def news(self) -> int:
        """How much has been found out and is not saved."""
        return len(self._news)

    def save(self) -> None:
        """Leave what was asked for to the next build; a disk that refuses only costs time later."""
        if self._file is None or not self._news:
            return
        is_wasteful = len(self.known) > 2 * len(self._asked)
        is_in_pieces = not self._can_grow or self._pieces >= _MOST_PIECES
        with suppress(StorageError):
            if is_wasteful or is_in_pieces:
                self._write_anew(self._file)
            else:
                build_cache.add(self._file, self._edition, self._news)
                self._pieces += 1
            self._news = {}

    def save_and_forget(self) -> None:
        """The same, to have the room back."""
        self.save()
        self.forget()

    def forget(self) -> None:
        """Give the room back: in this process nobody asks any more, nor saves."""
        self.known, self._news, self._asked = {}, {}, set()

    def ask(self, keys: Iterable[Key]) -> None:
        """These will be asked for again."""
        self._asked.update(keys)

    def _write_anew(self, file: Path) -> None:
        live = ((key, value) for key, value in self.known.items() if key in self._asked)
        build_cache.keep(file, self._edition, dict(islice(live, _AT_ONCE)))
        self._pieces, self._can_grow = 1, True
        while piece := dict(islice(live, _AT_ONCE)):
            build_cache.add(file, self._edition, piece)
            self._pieces += 1
