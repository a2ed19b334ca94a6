"""New files, all of them or none, and never in the place of one that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from generator.adapters.storage import StorageError, telling


def create_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, making the folders they need.

    All are written aside first and then put in their places. If one of these is taken, or the
    disk refuses, what was put is taken away again. Raises ``StorageError``.
    """
    if not files:
        return
    root = Path(os.path.commonpath([file.parent for file in files]))
    while not root.is_dir():
        root = root.parent
    aside = root / f".dvk-{uuid4().hex}"
    made: list[Path] = []
    folders: list[Path] = []
    try:
        with telling(f"Không ghi được vào {root}"):
            aside.mkdir()
            drafts = {file: aside / str(number) for number, file in enumerate(files)}
            for file, draft in drafts.items():
                draft.write_bytes(files[file])
            for file, draft in drafts.items():
                folders += _make_folder(file.parent)
                _put(draft, file)
                made.append(file)
    except BaseException:
        _take_away(made, folders)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def create(file: Path, data: bytes, replace: bool = False) -> None:
    """Write one file; with ``replace`` also over an old one. Raises ``StorageError``."""
    if not replace:
        create_all({file: data})
        return
    draft = file.with_name(f".dvk-{uuid4().hex}")
    with telling(f"Không ghi được {file}"):
        try:
            draft.write_bytes(data)
            draft.replace(file)
        finally:
            with suppress(OSError):
                draft.unlink()


def _put(draft: Path, file: Path) -> None:
    """Give the draft its name; refused by the system itself if the name is taken."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise StorageError(f"Đã có tệp {file}; tệp cũ được giữ nguyên.") from None
    except OSError:  # a disk without hard links
        with file.open("xb") as fresh:
            fresh.write(draft.read_bytes())


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder; those that were not there before, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    if not missing and not folder.is_dir():
        raise StorageError(f"{folder} đang là một tệp, không phải thư mục.")
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _take_away(made: list[Path], folders: list[Path]) -> None:
    for file in made:
        with suppress(OSError):
            file.unlink()
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
