"""A file is written whole or not at all, and only when that changes something."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.adapters import storage
from generator.adapters.site_files import files_below
from generator.adapters.storage import StorageError, telling, write_if_changed


def test_new_bytes_are_written_and_folders_made(tmp_path: Path) -> None:
    """A file in folders that do not exist yet is written, readable by everybody."""
    path = tmp_path / "a" / "b" / "trang.html"
    assert write_if_changed(path, b"moi")
    assert path.read_bytes() == b"moi"
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def test_the_same_bytes_leave_the_file_untouched(tmp_path: Path) -> None:
    """A file that already holds the bytes keeps its time and its inode."""
    path = tmp_path / "a"
    write_if_changed(path, b"x" * 100_000)
    os.utime(path, (1, 1))
    before = path.stat()
    assert not write_if_changed(path, b"x" * 100_000)
    after = path.stat()
    assert (after.st_mtime, after.st_ino) == (1, before.st_ino)


@pytest.mark.parametrize("data", [b"", b"khac", b"x" * 10])
def test_other_bytes_replace_the_file(tmp_path: Path, data: bytes) -> None:
    """Shorter, longer and equally long contents are all told apart; no draft stays behind."""
    path = tmp_path / "a"
    write_if_changed(path, b"y" * 10)
    assert write_if_changed(path, data)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    """What a symbolic link leads to stays as it was, even when the bytes are the same."""
    secret, path = tmp_path / "secret", tmp_path / "a"
    same = b"x" * len(str(secret))
    secret.write_bytes(same)
    path.symlink_to(secret)
    assert write_if_changed(path, same)
    write_if_changed(path, b"y")
    assert not path.is_symlink()
    assert secret.read_bytes() == same


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When space runs out half-way, the old bytes stand, no draft is left, and it is said so."""
    path = tmp_path / "a"
    write_if_changed(path, b"cu")

    def half(draft: Path, data: bytes) -> None:
        draft.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storage, "_write_new", half)
    with pytest.raises(StorageError, match="hết chỗ trên đĩa") as caught:
        write_if_changed(path, b"moi")
    assert caught.value.errno == errno.ENOSPC
    assert path.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_said_in_vietnamese(tmp_path: Path) -> None:
    """A folder that stands where a file belongs stays, and the message names it."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(StorageError, match=r"Không ghi được .*a: chỗ ấy đang là một thư mục\."):
        write_if_changed(tmp_path / "a", b"")
    assert (tmp_path / "a" / "b").is_dir()


def test_an_unknown_refusal_keeps_what_the_system_said() -> None:
    """A reason without words of ours is passed on."""
    with pytest.raises(StorageError, match=r"^Việc: Weird\.$"), telling("Việc"):
        raise OSError(errno.ENODATA, "Weird")


def test_what_was_told_once_is_not_told_again() -> None:
    """A message that is already an editor's passes unchanged."""
    with pytest.raises(StorageError, match=r"^một$"), telling("hai"):
        raise StorageError("một")


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found


def test_put_tells_of_the_file_as_the_disk_does(tmp_path: Path) -> None:
    """Folders are made; size and time are those that the disk will tell next time."""
    told = storage.put(tmp_path / "a" / "b.html", b"moi")
    found = (tmp_path / "a" / "b.html").lstat()
    assert (tmp_path / "a" / "b.html").read_bytes() == b"moi"
    assert (told.st_size, told.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
    with pytest.raises(StorageError, match="đường dẫn đi qua một tệp"):
        storage.put(tmp_path / "a" / "b.html" / "c", b"")


def test_a_file_holds_what_it_is_said_to_or_not(tmp_path: Path) -> None:
    """Only a file with these very bytes does: no other, no link, no folder, none that is gone."""
    path, link = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"mot")
    link.symlink_to(path)
    state = storage.state_if_holds(path, b"mot")
    assert state is not None
    assert state.st_ino == path.stat().st_ino
    for other, data in ((path, b"hai"), (path, b"mot2"), (link, b"mot"), (tmp_path, b"")):
        assert storage.state_if_holds(other, data) is None
    assert storage.state_if_holds(tmp_path / "c", b"") is None


BEFORE = {"cu.html": "cũ", "m/a.html": "a", "m/b.html": "b", "anh/x": "tệp", "k/y/z": "sâu"}
CHANGES = {"m/a.html": "a2", "moi/n.html": "n", "anh/x/trong.webp": "tệp hóa thư mục", "k/y": "cụt"}
AFTER = {"m/b.html": "b", **CHANGES}
GONE = ["cu.html", "anh/x", "k/y/z", "khong-co", "khong/co/nua"]


def filled(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {path: (folder / path).read_text("utf-8") for path in files_below(folder)}


def test_an_amendment_leaves_just_the_files_it_should(tmp_path: Path) -> None:
    """New ones come, old ones go; a file may become a folder and a folder a file."""
    changes, folder = filled(tmp_path / "c", CHANGES), filled(tmp_path / "f", BEFORE)
    filled(changes, {"dau": "của thư mục này"})
    storage.amend_folder(changes, folder, GONE, spare="dau")
    assert held(folder) == AFTER
    assert held(changes) == {"dau": "của thư mục này"}


def test_an_amendment_stopped_anywhere_can_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step is the last before a process ends, whoever comes next does the others."""
    for step in range(9):
        changes = filled(tmp_path / f"c{step}", CHANGES)
        folder = filled(tmp_path / f"f{step}", BEFORE)
        left = iter(range(step))
        with monkeypatch.context() as patch:
            for name in ("_move", "_take_away"):
                patch.setattr(storage, name, until_none_is(left, getattr(storage, name)))
            with pytest.raises(KeyboardInterrupt):
                storage.amend_folder(changes, folder, GONE, spare="")
        assert storage.is_amending(changes)
        storage.finish_amending(changes, folder, spare="")
        assert held(folder) == AFTER, step
        assert not storage.is_amending(changes)


def until_none_is(left: Iterator[int], work: Callable[..., None]) -> Callable[..., None]:
    """The work, as often as there is something left."""

    def limited(*arguments: Any) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        work(*arguments)

    return limited


def test_changes_that_nobody_began_to_put_in_place_stay(tmp_path: Path) -> None:
    """Without the list of what is to go nothing is moved."""
    changes, folder = filled(tmp_path / "c", CHANGES), filled(tmp_path / "f", BEFORE)
    storage.finish_amending(changes, folder, spare="")
    assert (held(changes), held(folder)) == (CHANGES, BEFORE)


def test_names_with_line_ends_and_of_no_encoding_can_go(tmp_path: Path) -> None:
    """What is to go is told apart whatever its name holds."""
    folder = tmp_path / "f"
    strange = [os.fsdecode(b"a\nb.webp"), os.fsdecode(b"\xff.webp")]
    filled(folder, {"b.webp": "ở lại", **dict.fromkeys(strange, "đi")})
    (tmp_path / "c").mkdir()
    storage.amend_folder(tmp_path / "c", folder, strange, spare="")
    assert held(folder) == {"b.webp": "ở lại"}
