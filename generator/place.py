"""Where the files of a build go, and which of the live site may stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters import storage
from generator.ledger import Made, There, stands

State = tuple[int, int]
"""Of a file: its size, and when it was last written, in nanoseconds."""


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

    def put(self, path: str, data: bytes) -> State:
        """Write a file, unless the live one holds the same. Raises ``StorageError``."""
        if self.live is not None and (state := storage.state_if_holds(self.live / path, data)):
            return state.st_size, state.st_mtime_ns
        state = storage.put(self.folder / path, data)
        return state.st_size, state.st_mtime_ns
