"""New files are written all or none, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.adapters import new_files
from generator.adapters.storage import StorageError


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder, hidden files included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_all_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """Missing folders are made; nothing else is left behind."""
    new_files.create_all({tmp_path / "a/b/1.md": b"1", tmp_path / "a/2.md": b"2"})
    assert tree(tmp_path) == {"a": None, "a/2.md": b"2", "a/b": None, "a/b/1.md": b"1"}


def test_nothing_to_write_is_nothing(tmp_path: Path) -> None:
    """Without files nothing happens."""
    new_files.create_all({})
    assert tree(tmp_path) == {}


def test_one_taken_name_stops_all(tmp_path: Path) -> None:
    """If one name is taken none is written, and the old file is as it was."""
    (tmp_path / "2.md").write_bytes(b"old")
    before = tree(tmp_path)
    files = {tmp_path / "a/1.md": b"1", tmp_path / "2.md": b"2", tmp_path / "3.md": b"3"}
    with pytest.raises(StorageError, match=r"Đã có tệp .*2\.md"):
        new_files.create_all(files)
    assert tree(tmp_path) == before


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """A name that is a link, even one that leads nowhere, is taken."""
    (tmp_path / "1.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError):
        new_files.create_all({tmp_path / "1.md": b"1"})
    assert not (tmp_path / "elsewhere").exists()


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses half-way, what was put is taken away and the reason is told."""
    real, puts = new_files._put, []

    def put(draft: Path, file: Path) -> None:
        puts.append(file)
        if len(puts) > 1:
            raise OSError(28, "No space left on device")
        real(draft, file)

    monkeypatch.setattr(new_files, "_put", put)
    with pytest.raises(StorageError, match="hết chỗ trên đĩa"):
        new_files.create_all({tmp_path / "a/1.md": b"1", tmp_path / "a/2.md": b"2"})
    assert len(puts) == 2
    assert tree(tmp_path) == {}


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hard links do not exist, names are still never taken twice."""

    def link(source: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    new_files.create_all({tmp_path / "1.md": b"1"})
    assert tree(tmp_path) == {"1.md": b"1"}
    with pytest.raises(StorageError):
        new_files.create_all({tmp_path / "1.md": b"2"})
    assert tree(tmp_path) == {"1.md": b"1"}


def test_one_file_may_replace_an_old_one(tmp_path: Path) -> None:
    """Only when told to; otherwise the old one stays."""
    file = tmp_path / "a.xlsx"
    new_files.create(file, b"1")
    with pytest.raises(StorageError):
        new_files.create(file, b"2")
    new_files.create(file, b"3", replace=True)
    assert tree(tmp_path) == {"a.xlsx": b"3"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A path that leads through a file is refused with its reason."""
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(StorageError, match="đang là một tệp"):
        new_files.create_all({tmp_path / "a/1.md": b"1"})
    assert tree(tmp_path) == {"a": b""}
