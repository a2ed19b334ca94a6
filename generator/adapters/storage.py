"""Files written whole or not at all.

A reader, or a build that is killed half-way, never meets half a file. What the disk refuses
is told in the words of an editor. Replacing a whole site is ``site_folder``'s.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
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


class StorageError(OSError):
    """The disk refused, or we did; the text says why, in Vietnamese."""


def write_if_changed(path: Path, data: bytes) -> bool:
    """Make ``path`` hold ``data``; whether that took a write.

    Readers meet the old file or the new one, never a half. Missing folders are made.
    Raises ``StorageError``; the old file is then as it was.
    """
    if _holds(path, data):
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


def _holds(path: Path, data: bytes) -> bool:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
            return False
        return path.read_bytes() == data
    except OSError:
        return False


def _write_new(path: Path, data: bytes) -> None:
    try:
        file = path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    with file:
        file.write(data)
