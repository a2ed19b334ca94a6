"""Files written whole or not at all.

A reader, or a build that is killed half-way, never meets half a file. What the disk refuses
is told in the words of an editor. Replacing a whole site is ``site_folder``'s.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

_REASONS: Final = {
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EFBIG: "vượt cỡ tệp được phép",
    errno.EDQUOT: "hết phần đĩa được dùng",
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.EACCES: "không có quyền đọc hoặc ghi",
    errno.EPERM: "không có quyền đọc hoặc ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EBUSY: "thư mục đang được dùng",
    errno.EXDEV: "thư mục nằm trên hai ổ đĩa khác nhau",
    errno.EISDIR: "chỗ ấy đang là một thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
}

_AMENDMENT: Final = ".dvk-amendment"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class StorageError(OSError):
    """The disk refused, or we did; the text says why, in Vietnamese."""


def write_if_changed(path: Path, data: bytes) -> bool:
    """Make ``path`` hold ``data``; whether that took a write.

    Readers meet the old file or the new one, never a half. Missing folders are made.
    Raises ``StorageError``; the old file is then as it was.
    """
    if state_if_holds(path, data):
        return False
    draft = path.with_name(f".dvk-{uuid4().hex}")
    with telling(f"Không ghi được {path}"):
        try:
            _write_new(draft, data)
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            raise
    return True


def put(path: Path, data: bytes) -> os.stat_result:
    """Write a file in a folder that nobody reads yet; what the disk then says of it.

    Missing folders are made. Raises ``StorageError``.
    """
    with telling(f"Không ghi được {path}"):
        file = _opened(os.fspath(path))
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            return os.fstat(file)
        finally:
            os.close(file)


def _opened(name: str) -> int:
    """A new file, its folder made if need be; without the detours of ``open``, for thousands."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        return os.open(name, flags, 0o666)
    except FileNotFoundError:
        _make_folder(os.path.dirname(name))  # noqa: PTH120
        return os.open(name, flags, 0o666)


def _make_folder(name: str) -> None:
    """Nearly every page has a folder of its own, and the one above it is there already."""
    try:
        os.mkdir(name)  # noqa: PTH102
    except OSError:
        os.makedirs(name, exist_ok=True)  # noqa: PTH103


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once, where the system can (Linux, most file systems)."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    first, second = os.fsencode(one), os.fsencode(other)
    return call is not None and not call(
        _AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_RENAME_EXCHANGE)
    )


def amend_folder(changes: Path, folder: Path, gone: Iterable[str], spare: str) -> None:
    """Put each file below ``changes`` in the place of its namesake in ``folder``; remove ``gone``.

    A list of what is to go is written first: from then on the work can be finished by whoever
    finds it (``finish_amending``). The file ``spare`` at the top of ``changes`` stays there.
    """
    write_if_changed(changes / _AMENDMENT, b"\0".join(map(os.fsencode, gone)))
    finish_amending(changes, folder, spare)


def is_amending(changes: Path) -> bool:
    """Whether an amendment was begun with these changes, and not finished."""
    return (changes / _AMENDMENT).is_file()


def finish_amending(changes: Path, folder: Path, spare: str) -> None:
    """Do what is left of an amendment; nothing where none was begun."""
    if not is_amending(changes):
        return
    amendment = changes / _AMENDMENT
    for place, _, names in os.walk(changes):
        below = Path(place).relative_to(changes)
        for name in sorted(names):
            if below != Path() or name not in (_AMENDMENT, spare):
                _move(changes / below / name, folder, below / name)
    for path in filter(None, amendment.read_bytes().split(b"\0")):
        _take_away(folder, os.fsdecode(path))
    amendment.unlink()


def _move(source: Path, folder: Path, below: Path) -> None:
    target = folder / below
    try:
        source.replace(target)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _make_way(folder, below)
        source.replace(target)


def _make_way(folder: Path, below: Path) -> None:
    """Let a file have its place where a folder stands there, or a file where its folder belongs."""
    for parent in reversed(below.parents):
        if not (folder / parent).is_dir():
            (folder / parent).unlink(missing_ok=True)
            (folder / parent).mkdir(parents=True)
    if (folder / below).is_dir():
        shutil.rmtree(folder / below)


def _take_away(folder: Path, path: str) -> None:
    """Remove a file and the folders that held nothing else; whatever has its place by now stays."""
    file = folder / path
    with suppress(NotADirectoryError):
        if file.is_symlink() or not file.is_dir():
            file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese where we know how to say it."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Let an ``OSError`` within the block leave it as a ``StorageError``: "{what}: {reason}."."""
    try:
        yield
    except StorageError:
        raise
    except OSError as error:
        told = StorageError(f"{what}: {reason(error)}.")
        told.errno = error.errno
        raise told from error


def state_if_holds(path: Path, data: bytes) -> os.stat_result | None:
    """What the disk says of a file, if that is a file and holds exactly ``data``."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
            return None
        return found if path.read_bytes() == data else None
    except OSError:
        return None


def _write_new(path: Path, data: bytes) -> None:
    try:
        file = path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    with file:
        file.write(data)
