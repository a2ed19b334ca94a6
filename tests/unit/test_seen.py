"""A file that looks as it did when it was read is not opened again, and any other is."""

from __future__ import annotations

import os
import pickle
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import seen
from generator.adapters import content_folder
from generator.adapters.content_folder import Contents
from generator.adapters.storage import StorageError

LONG_AGO = 10**18
NAMES = ("content/models/a.md", "content/models/tinh/b.md", "content/plans/c.yml")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three entries and a vocabulary that were written long ago."""
    for name in (*NAMES, "content/vocabulary/v.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"ten: {name}\r\n", "utf-8")
    later = time.time_ns() + 10**10
    monkeypatch.setattr(content_folder.time, "time_ns", lambda: later)
    return tmp_path / "content"


def opened(content: Path) -> set[str]:
    """Read; which entries' files were opened."""
    read = told(content)
    assert texts(read) == texts(content_folder.read(content))
    return {file.path for file in read.files if file.held is not None} & set(NAMES)


def told(content: Path) -> Contents:
    """What is read, remembered beside the content."""
    return seen.contents(content, content.parent / "cache")


def texts(read: Contents) -> dict[str, tuple[str, bytes]]:
    """Every file's text and digest."""
    return {file.path: (file.text, file.digest) for file in read.files}


def test_files_are_opened_once(content: Path) -> None:
    """The second time none of the entries is; without a memory all are, each time."""
    assert opened(content) == set(NAMES)
    assert opened(content) == set()
    assert all(file.held for file in seen.contents(content, None).files)


def rewrite(file: Path) -> None:
    """Other words of the same length, at the same time."""
    state, text = file.stat(), file.read_text("utf-8")
    file.write_text(text.replace("t", "d"), "utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def replace(file: Path) -> None:
    """Another file of the same size and time is put in its place."""
    shutil.copy2(file, file.with_name("khac"))
    rewrite(file.with_name("khac"))
    file.with_name("khac").replace(file)


CHANGES: dict[str, Callable[[Path], object]] = {
    "written to": lambda file: file.write_text("ten: khác\n", "utf-8"),
    "other words of the same size, its time set back": rewrite,
    "another file in its place": replace,
    "touched": lambda file: os.utime(file, ns=(LONG_AGO, LONG_AGO)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_file_that_looks_different_is_opened(
    content: Path, change: Callable[[Path], object]
) -> None:
    """Whatever was done to it, and no other file is."""
    opened(content)
    change(content.parent / NAMES[1])
    assert opened(content) == {NAMES[1]}
    assert opened(content) == set()


def test_a_file_that_goes_is_gone(content: Path) -> None:
    """What was remembered of it is not told."""
    opened(content)
    (content.parent / NAMES[0]).unlink()
    assert NAMES[0] not in texts(told(content))


def test_a_file_that_has_just_changed_is_opened_again(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a moment it may change once more and look the same."""
    now = (content / "models/a.md").stat().st_ctime_ns
    monkeypatch.setattr(content_folder.time, "time_ns", lambda: now + 10**9)
    assert opened(content) == set(NAMES)
    assert opened(content) == set(NAMES)


def test_other_content_is_read(content: Path) -> None:
    """A memory of one folder says nothing of another."""
    opened(content)
    shutil.copytree(content, content.parent / "khac/content")
    read = seen.contents(content.parent / "khac/content", content.parent / "cache")
    assert all(file.held for file in read.files)


def test_a_file_that_was_not_opened_tells_its_text_while_it_is_the_same(content: Path) -> None:
    """Changed meanwhile, it says so: what is known of it does not fit any more."""
    opened(content)
    file = next(each for each in told(content).files if each.path == NAMES[0])
    assert file.text == f"ten: {NAMES[0]}\n"
    assert pickle.loads(pickle.dumps(file)).held == file.raw
    (content.parent / NAMES[0]).write_text("khác", "utf-8")
    with pytest.raises(StorageError, match="vừa bị sửa"):
        _ = file.raw
    (content.parent / NAMES[0]).unlink()
    with pytest.raises(StorageError, match="vừa bị sửa"):
        _ = file.raw


def test_of_many_new_texts_only_a_few_are_held(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are read again where they are needed, and tell the same."""
    whole = texts(told(content))
    monkeypatch.setattr(content_folder, "_MOST_HELD", 1)
    shutil.rmtree(content.parent / "cache")
    read = told(content)
    assert len([file for file in read.files if file.held and file.path in NAMES]) == 1
    assert texts(read) == whole
