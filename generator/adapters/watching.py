"""Tells when files change: at once where the system says so, within seconds where it does not.

The only import of watchdog. Some disks (network shares, folders lent to a container) tell nobody
of their changes; so the files are also looked at every now and then.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_LOOK_EVERY: Final = 2.0
_SETTLE: Final = 0.02
"""Seconds in which an editor finishes what it does to one file when it saves."""

_Stamp = dict[Path, tuple[int, int]]


def changes(paths: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """Forever the files that have changed since this was called, as soon as any has."""
    watched = tuple(paths)
    before = _stamp(watched)
    told: SimpleQueue[Path] = SimpleQueue()
    observer = Observer()
    for path in watched:
        with suppress(OSError):  # then looking has to do
            observer.schedule(_Telling(told), str(_folder(path)), recursive=path.is_dir())
    with suppress(OSError):
        observer.start()
    return _changes(watched, before, told)


def _changes(
    watched: tuple[Path, ...], before: _Stamp, told: SimpleQueue[Path]
) -> Iterator[frozenset[Path]]:
    looked = 0.0
    while True:
        found = _told(told, _LOOK_EVERY)
        if found:
            touched = {path for path in found if _is_watched(path, watched)}
            news = {path for path in touched if _state(path) != before.get(path)}
            for path in news:
                _note(path, before)
        elif time.monotonic() - looked >= _LOOK_EVERY:
            now = _stamp(watched)
            news = {
                path for path in now.keys() | before.keys() if now.get(path) != before.get(path)
            }
            before, looked = now, time.monotonic()
        else:
            continue
        if news:
            yield frozenset(news)


def _told(queue: SimpleQueue[Path], patience: float) -> set[Path]:
    """What the system has told, waiting for the first word and for those that follow at once."""
    found: set[Path] = set()
    with suppress(Empty):
        found.add(queue.get(timeout=patience))
        while True:
            found.add(queue.get(timeout=_SETTLE))
    return found


class _Telling(FileSystemEventHandler):
    """Passes on what the system tells."""

    def __init__(self, told: SimpleQueue[Path]) -> None:
        self._told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note where something has happened; being read is nothing."""
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._told.put(Path(os.fsdecode(path)))


def _is_watched(path: Path, watched: tuple[Path, ...]) -> bool:
    return any(path == each or each in path.parents for each in watched)


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _note(path: Path, stamp: _Stamp) -> None:
    state = _state(path)
    if state is None:
        stamp.pop(path, None)
    else:
        stamp[path] = state


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _stamp(paths: Iterable[Path]) -> _Stamp:
    found: _Stamp = {}
    for path in paths:
        for place, _, names in (
            os.walk(path) if path.is_dir() else ((path.parent, (), (path.name,)),)
        ):
            for name in names:
                _note(Path(place) / name, found)
    return found
