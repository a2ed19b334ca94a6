"""A file is written whole or not at all, and only when that changes something."""

import errno
import os
from pathlib import Path

import pytest

from generator.adapters import storage
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
