"""Puts the file of a new entry into the content, under an address nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.adapters import content_folder, storage
from generator.check import Checked
from generator.core.catalogue import ModelItem
from generator.core.entries import EntryKind
from generator.core.replication import PLACE, copy_of
from generator.core.skeleton import skeleton
from generator.core.vietnamese import slug

_UNIT = re.compile(r"^(?:xã|phường|thị trấn|đặc khu)\s+(?=\D)", re.IGNORECASE)


def new_entry(
    content_dir: Path, checked: Checked, kind: EntryKind, answers: Mapping[str, str]
) -> Path:
    """Write the commented skeleton of an entry; where it stands.

    Raises ``StorageError`` when the name makes no address or the file is there already.
    """
    folder, name = content_dir / content_folder.ENTRY_FOLDERS[kind], slug(answers["ten"])
    file = folder / f"{name}.md"
    taken = {item.slug for item in checked.items if item.kind == kind}
    if not name or name in taken or file.exists():
        raise storage.StorageError(f"Đã có mục tên “{name}”, hoặc tên này không có chữ nào.")
    text = skeleton(kind, answers, checked.catalogue.vocabulary)
    storage.write_if_changed(file, text.encode())
    return file


def new_copy(
    content_dir: Path, checked: Checked, original: ModelItem, answers: Mapping[str, str]
) -> Path:
    """Write the file of a copy; where it stands. Raises ``StorageError``."""
    folder = content_folder.ENTRY_FOLDERS["model"]
    taken = {PurePosixPath(path).stem for path in checked.files if path.split("/")[1] == folder}
    taken |= {old for item in checked.items for old in item.entry.former_slugs}
    name = next((each for each in _names(answers) if each and each not in taken), "")
    file = content_dir / folder / f"{name}.md"
    if not name or file.exists():
        raise storage.StorageError(f"Đã có mục tên “{answers['ten']}” ở nơi này.")
    text = copy_of(original, answers, checked.catalogue.vocabulary)
    storage.write_if_changed(file, text.encode())
    return file


def _names(answers: Mapping[str, str]) -> Iterator[str]:
    """Addresses for it, the shortest first; a place sets it apart from its original."""
    yield slug(answers["ten"])
    for key in (PLACE, "dia_ban.tinh", "don_vi"):
        if place := answers.get(key):
            yield slug(f"{_UNIT.sub('', place)} {answers['ten']}")
