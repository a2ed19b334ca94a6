"""Puts a finished site in the place of the live one, and lets one build in at a time.

A build that fails, is killed or fills the disk leaves the last good site as it was. Only
folders that dvk made are ever emptied; a marker file inside tells them apart.

The site folder may be a symbolic link: the folder it leads to is replaced, the link stays.
It may be a mount, or stand where no neighbour can be made: then the new site is gathered in
a hidden folder inside it, and each file and folder at its top changes places in turn, so for
an instant readers may meet pages of both.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.adapters import storage
from generator.adapters.storage import StorageError, telling, write_if_changed

if sys.platform != "win32":
    import fcntl

MARKER: Final = ".dvk-site"
_MARKER_TEXT: Final = (
    "Thư mục này do dvk dựng ra; mọi thứ trong đó bị thay ở lần dựng sau.\n".encode()
)


class BuildBusy(StorageError):  # noqa: N818 - a state of the site, not a fault
    """Another build is writing the same site."""


class NotOurFolder(StorageError):  # noqa: N818 - a state of the site, not a fault
    """The folder holds what dvk did not make, and must not be replaced."""


@contextmanager
def only_build(live: Path) -> Iterator[Path]:
    """A fresh, empty folder to build the site at ``live`` in, and the only one at the time.

    Restores first what a killed build left behind. Hand the finished folder to ``swap``;
    one that is not swapped is removed. Raises ``BuildBusy``, ``NotOurFolder``, ``StorageError``.
    """
    rooms = _rooms(live)
    with _lock(rooms):
        with telling(f"Không chuẩn bị được thư mục {live}"):
            _recover(rooms)
            _claim(rooms.live)
            _make_ours(rooms.next)
        try:
            yield rooms.next
        finally:
            with suppress(OSError):
                if not storage.is_amending(rooms.next):
                    _discard(rooms.next)


def swap(new: Path, live: Path) -> None:
    """Put the finished folder ``new`` in the place of ``live``, and remove what stood there.

    Raises ``StorageError`` with the live site as it was.
    """
    rooms = _rooms(live)
    with telling(f"Không thay được trang ở {live}, trang cũ còn nguyên"):
        _claim(rooms.live)
        write_if_changed(new / MARKER, _MARKER_TEXT)
        _discard(rooms.prev)
        if new.parent == rooms.live:
            _swap_contents(new, rooms)
        else:
            _swap_folders(new, rooms)
    for leftover in (rooms.prev, new):
        with suppress(OSError):
            _discard(leftover)


def amend(changes: Path, live: Path, gone: Iterable[str]) -> None:
    """Put each file below ``changes`` in its place in ``live``, and remove the ``gone``.

    ``changes`` is what ``only_build`` gave. Each file is replaced at once. Whatever stops this
    half-way, the next one that comes here does the rest. Raises ``StorageError``.
    """
    with telling(f"Không sửa được trang ở {live}"):
        storage.amend_folder(changes, _rooms(live).live, gone, spare=MARKER)


def cache_folder(live: Path) -> Path:
    """Where builds of the site at ``live`` leave what they have worked out for the next."""
    return _rooms(live).cache


@dataclass(frozen=True)
class _Rooms:
    """The folders that one site takes turns in, and the file that lets one build in."""

    live: Path
    next: Path
    prev: Path
    lock: Path
    cache: Path


def _rooms(live: Path) -> _Rooms:
    live = Path(os.path.realpath(live))
    closed = live.is_dir() and not os.access(live.parent, os.W_OK)
    inside = closed or _is_mount(live)
    start = live / ".dvk-" if inside else live.with_name(live.name + ".")
    return _Rooms(live, *(Path(f"{start}{name}") for name in ("next", "prev", "lock", "cache")))


def _is_mount(live: Path) -> bool:
    """Also for a folder bound from the same disk, which ``Path.is_mount`` does not see."""
    written = str(live).replace("\\", "\\134").replace(" ", "\\040")
    try:
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return live.is_mount()
    return any(line.split(" ")[4] == written for line in table.splitlines())


@contextmanager
def _lock(rooms: _Rooms) -> Iterator[None]:
    """Held until the block ends or the process dies; the file itself stays for the next one."""
    with telling(f"Không ghi được {rooms.lock}"):
        rooms.lock.parent.mkdir(parents=True, exist_ok=True)
        file = rooms.lock.open("ab")
    with file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BuildBusy(
                    f"Một lần dựng khác đang ghi vào {rooms.live}. Đợi nó xong rồi chạy lại."
                ) from None
        yield


def _recover(rooms: _Rooms) -> None:
    """Undo what a stopped build left, or finish it where the new files stand ready."""
    if (rooms.live / MARKER).is_file():
        storage.finish_amending(rooms.next, rooms.live, spare=MARKER)
    if rooms.prev.parent == rooms.live:
        _put_back(rooms)
    elif (rooms.prev / MARKER).is_file() and not rooms.live.exists():
        rooms.prev.rename(rooms.live)
    _discard(rooms.prev)
    _discard(rooms.next)


def _put_back(rooms: _Rooms) -> None:
    for name in _names(rooms.prev):
        _remove(rooms.live / name)
        (rooms.prev / name).rename(rooms.live / name)


def _claim(live: Path) -> None:
    """Refuse a folder that is not ours; mark one that is."""
    if not os.path.lexists(live):
        return
    if not live.is_dir():
        raise NotOurFolder(f"{live} là một tệp, không phải thư mục. Chọn chỗ khác cho trang.")
    names = _names(live)
    if ".git" in names:
        raise NotOurFolder(f"{live} là một kho Git. Chọn thư mục khác cho trang (site_dir).")
    made_by_mkdocs = {"index.html", "sitemap.xml"} <= names
    if names and not made_by_mkdocs and not (live / MARKER).is_file():
        raise NotOurFolder(
            f"{live} có những tệp không do dvk dựng ra, nên không bị thay. "
            "Dời chúng đi, hoặc chọn thư mục khác cho trang (site_dir)."
        )
    write_if_changed(live / MARKER, _MARKER_TEXT)


def _names(folder: Path) -> set[str]:
    """What stands at the top of a folder, our own hidden files and folders left out."""
    if not folder.is_dir():
        return set()
    return {each.name for each in folder.iterdir() if not each.name.startswith(".dvk-")}


def _make_ours(folder: Path) -> None:
    folder.mkdir()
    write_if_changed(folder / MARKER, _MARKER_TEXT)


def _discard(folder: Path) -> None:
    """Remove a folder of ours. The marker goes last, so that half a removal can be finished."""
    if not os.path.lexists(folder):
        return
    ours = folder.is_dir() and not folder.is_symlink()
    if not ours or (_names(folder) and not (folder / MARKER).is_file()):
        raise NotOurFolder(f"{folder} không do dvk dựng ra. Dời nó đi rồi chạy lại.")
    for name in _names(folder):
        _remove(folder / name)
    shutil.rmtree(folder)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _swap_folders(new: Path, rooms: _Rooms) -> None:
    if storage.exchange(new, rooms.live):
        return
    if rooms.live.exists():
        rooms.live.rename(rooms.prev)
    try:
        new.rename(rooms.live)
    except BaseException:
        if rooms.prev.exists():
            rooms.prev.rename(rooms.live)
        raise


def _swap_contents(new: Path, rooms: _Rooms) -> None:
    _make_ours(rooms.prev)
    leaving, arriving = _names(rooms.live), _names(new)
    arrived: list[str] = []
    try:
        for name in sorted(leaving | arriving):
            if name in leaving:
                (rooms.live / name).rename(rooms.prev / name)
            if name in arriving:
                (new / name).rename(rooms.live / name)
                arrived.append(name)
        # The swap is done: what lies in ``new`` is rubbish, and is never put back.
        rooms.prev.rename(new / rooms.prev.name)
    except BaseException:
        for name in arrived:
            (rooms.live / name).rename(new / name)
        _put_back(rooms)
        raise
