"""What stands in a folder of tens of thousands of files, told in a fraction of a second.

A folder whose own time is as it was has the same names in it as then, and need not be listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.adapters.storage import telling

State = tuple[int, int]
"""Of a file: its size, and when it was last written, in nanoseconds."""


_OURS = ".dvk-"

_Names = tuple[list[str], list[str]]
"""The folders and the files in a folder."""


def files_below(
    folder: Path, known: Iterable[str] = (), times: Mapping[str, int] | None = None
) -> dict[str, State]:
    """Every file below a folder by its path from there; links count as files.

    Who has looked before says which files were ``known`` then, and the ``times`` of their folders
    (see ``folder_times``). Our own hidden files are passed over, and where no folder is there is
    no file. Raises ``StorageError``.
    """
    there = _by_folder(known) if times else {}
    root, states, waiting = f"{os.path.realpath(folder)}/", dict[str, State](), [""]
    with telling(f"Không đọc được trang ở {folder}"):
        while waiting and folder.is_dir():
            below = waiting.pop()
            is_as_known = times and below in there and times.get(below) == _time_of(root + below)
            folders, files = there[below] if is_as_known else _names_in(root + below)
            waiting += (f"{below}{name}/" for name in folders)
            for name in files:
                state = os.lstat(f"{root}{below}{name}")
                states[below + name] = (state.st_size, state.st_mtime_ns)
    return states


def folder_times(folder: Path, files: Iterable[str]) -> dict[str, int]:
    """When a name last came into each folder on the way to these files, or left it.

    Raises ``StorageError``.
    """
    root = f"{os.path.realpath(folder)}/"
    with telling(f"Không đọc được trang ở {folder}"):
        return {below: _time_of(root + below) for below in _by_folder(files)}


def _time_of(place: str) -> int:
    return os.lstat(place).st_mtime_ns


def _names_in(place: str) -> _Names:
    folders: list[str] = []
    files: list[str] = []
    with os.scandir(place) as found:
        for each in found:
            if not each.name.startswith(_OURS):
                (folders if each.is_dir(follow_symlinks=False) else files).append(each.name)
    return folders, files


def _by_folder(paths: Iterable[str]) -> dict[str, _Names]:
    """The same for every folder that there is on the way to these paths, ``""`` the first."""
    found: dict[str, _Names] = {"": ([], [])}
    for path in paths:
        above, _, name = path.rpartition("/")
        _folder(f"{above}/" if above else "", found)[1].append(name)
    return found


def _folder(below: str, found: dict[str, _Names]) -> _Names:
    if below not in found:
        above, _, name = below[:-1].rpartition("/")
        _folder(f"{above}/" if above else "", found)[0].append(name)
        found[below] = ([], [])
    return found[below]
