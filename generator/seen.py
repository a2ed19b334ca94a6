"""Reads the content, but for the files that look as they did when they were last read.

Like Git's index: size, times and number of a file tell whether it may have changed. What a file
that was not opened holds is known by the digest of its text.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.adapters import build_cache, content_folder
from generator.adapters.content_folder import Contents
from generator.adapters.storage import StorageError
from generator.basis import digest


def contents(content_dir: Path, cache_dir: Path | None) -> Contents:
    """All of it; ``cache_dir`` remembers from one reading to the next, if there is any."""
    if cache_dir is None:
        return content_folder.read(content_dir)
    file, edition = cache_dir / "seen", digest(str(content_dir.resolve()))
    held = build_cache.recall(file, edition).values
    known = held[-1] if held else {}
    found = content_folder.read(content_dir, known)
    if found.sights != known:
        with suppress(StorageError):  # the next reading will only take longer
            build_cache.keep(file, edition, found.sights)
    return found
