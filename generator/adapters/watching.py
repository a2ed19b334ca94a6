"""Tells when files change: at once where the system says so, within seconds where it does not.

The only import of watchdog. Some disks (network shares, folders lent to a container) tell nobody
of their changes; so the files are also looked at every now and then.
"""

from __future__ import annotations

import os
import threading
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

_State = tuple[int, int]
_Stamp = dict[str, _State]
"""Time and size of each file; paths are text here, for there are tens of thousands of them."""


def changes(paths: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """Forever the files that have changed since this was called, as soon as any has."""
    watched = tuple(paths)
    before = _stamp(watched)
    told: SimpleQueue[str] = SimpleQueue()
    observer = Observer()
    for path in watched:
        with suppress(OSError):  # then looking has to do
            observer.schedule(_Telling(told), str(_folder(path)), recursive=path.is_dir())
    with suppress(OSError):
        observer.start()
    looking = threading.Thread(target=_look, args=(watched, dict(before), told), daemon=True)
    looking.start()
    return _changes(watched, before, told)


def _changes(
    watched: tuple[Path, ...], before: _Stamp, told: SimpleQueue[str]
) -> Iterator[frozenset[Path]]:
    while True:
        news = set()
        for path in map(Path, _told(told)):
            state = _state(path)
            if _is_watched(path, watched) and state != before.get(str(path)):
                _note(str(path), state, before)
                news.add(path)
        if news:
            yield frozenset(news)


def _look(watched: tuple[Path, ...], before: _Stamp, told: SimpleQueue[str]) -> None:
    """Forever tell what the system may have kept to itself.

    Beside the one that listens to the system, for to look at ten thousand files takes a while.
    """
    while True:
        time.sleep(_LOOK_EVERY)
        now = _stamp(watched)
        for path in {path for path, _ in now.items() ^ before.items()}:
            told.put(path)
        before = now


def _told(queue: SimpleQueue[str]) -> set[str]:
    """What is told, waiting for the first word and for those that follow at once."""
    found: set[str] = set()
    with suppress(Empty):
        found.add(queue.get(timeout=_LOOK_EVERY))  # for ever could not be interrupted everywhere
        while True:
            found.add(queue.get(timeout=_SETTLE))
    return found


class _Telling(FileSystemEventHandler):
    """Passes on what the system tells."""

    def __init__(self, told: SimpleQueue[str]) -> None:
        self._told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note where something has happened; being read is nothing."""
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._told.put(os.fsdecode(path))


def _is_watched(path: Path, watched: tuple[Path, ...]) -> bool:
    return any(path == each or each in path.parents for each in watched)


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _note(path: str, state: _State | None, stamp: _Stamp) -> None:
    if state is None:
        stamp.pop(path, None)
    else:
        stamp[path] = state


def _state(path: Path | os.DirEntry[str]) -> _State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _stamp(paths: Iterable[Path]) -> _Stamp:
    found: _Stamp = {}
    for path in paths:
        if path.is_dir():
            _stamp_folder(str(path), found)
        else:
            _note(str(path), _state(path), found)
    return found


def _stamp_folder(folder: str, stamp: _Stamp) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _stamp_folder(entry.path, stamp)
            else:
                _note(entry.path, _state(entry), stamp)
