"""What stands in a folder of tens of thousands of files, told in a fraction of a second."""

from __future__ import annotations

import os
from pathlib import Path

from generator.adapters.storage import telling

State = tuple[int, int]
"""Of a file: its size, and when it was last written, in nanoseconds."""

_OURS = ".dvk-"


def files_below(folder: Path) -> dict[str, State]:
    """Every file below a folder by its path from there; links count as files.

    Our own hidden files are passed over, and where no folder is there is no file. Raises
    ``StorageError``.
    """
    root, found, waiting = f"{os.path.realpath(folder)}/", dict[str, State](), [""]
    with telling(f"Không đọc được trang ở {folder}"):
        while waiting and folder.is_dir():
            below = waiting.pop()
            with os.scandir(root + below) as entries:
                for each in entries:
                    if each.name.startswith(_OURS):
                        continue
                    if each.is_dir(follow_symlinks=False):
                        waiting.append(f"{below}{each.name}/")
                    else:
                        state = each.stat(follow_symlinks=False)
                        found[below + each.name] = (state.st_size, state.st_mtime_ns)
    return found
