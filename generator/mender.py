"""Mends the files of the content where they stand.

Reads each file again as it lies on the disk, because the marks and line ends that reading
smooths away are to be mended too; writes each one whole or not at all.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.adapters import content_folder, storage
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.taxonomy import Vocabulary
from generator.mend.mending import Mended, mended
from generator.mend.values import Kind

_SHAPES: Mapping[str, type[Entry]] = {"models": Model, "plans": Plan}


def to_mend(content_dir: Path, vocabulary: Vocabulary) -> Iterator[Mended]:
    """Every file that differs from its mended self, by path; nothing is written."""
    contents = content_folder.read(content_dir)
    names = _names(contents)
    for file in contents.files:
        text = (content_dir.parent / file.path).read_bytes().decode("utf-8")
        shape = _SHAPES.get(file.folder)
        kind = Kind(shape, vocabulary, names) if shape else None
        found = mended(file.path, text, kind, is_prose=file.folder == content_folder.PAGES)
        if found.after != found.before:
            yield found


def write(content_dir: Path, files: Iterable[Mended]) -> None:
    """Put the mended texts in the place of the others. Raises ``StorageError``."""
    for found in files:
        file = content_dir.parent / found.path
        mode = stat.S_IMODE(file.stat().st_mode)
        storage.write_if_changed(file, found.after.encode())
        file.chmod(mode)


def _names(contents: content_folder.Contents) -> Mapping[EntryKind, frozenset[str]]:
    """What entries of each kind can be called by: the names of their files."""
    return {
        kind: frozenset(PurePosixPath(file.path).stem for file in contents.of(folder))
        for kind, folder in content_folder.ENTRY_FOLDERS.items()
    }
