"""A folder that several machines see."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.adapters.shared_folder import Shelf, shelf
from generator.adapters.storage import StorageError


@pytest.mark.parametrize("form", ["{}", "file://{}", "{}/"])
def test_what_is_put_can_be_taken_by_another_machine(tmp_path: Path, form: str) -> None:
    """A shelf that has travelled gives the same bytes under the same name."""
    with shelf(form.format(tmp_path / "shared")) as here:
        name = here.put(b"pages")
        there: Shelf = pickle.loads(pickle.dumps(here))
        assert there.take(name) == b"pages"


def test_a_folder_told_from_here_is_the_same_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path travels as a whole one."""
    monkeypatch.chdir(tmp_path)
    with shelf("shared") as here:
        assert here.url.startswith(f"{tmp_path}/shared/")


def test_two_that_put_the_same_do_not_meet(tmp_path: Path) -> None:
    """No name is used twice, even for the same bytes."""
    with shelf(str(tmp_path)) as here:
        assert here.put(b"pages") != here.put(b"pages")


def test_nothing_stays_behind(tmp_path: Path) -> None:
    """After the block the folder holds what it held before."""
    (tmp_path / "theirs").touch()
    with shelf(str(tmp_path)) as here:
        here.put(b"pages")
    assert [each.name for each in tmp_path.iterdir()] == ["theirs"]


def test_half_a_file_is_told(tmp_path: Path) -> None:
    """What is not whole is not taken for what was put."""
    with shelf(str(tmp_path)) as here:
        name = here.put(b"pages")
        Path(here.url, name).write_bytes(b"pag")
        with pytest.raises(StorageError, match="bị hỏng"):
            here.take(name)


def test_a_folder_that_a_machine_does_not_see_is_told(tmp_path: Path) -> None:
    """A machine without the folder says that all must see it."""
    elsewhere = Shelf(str(tmp_path / "unseen"))
    with pytest.raises(StorageError, match="Máy nào dựng trang cũng phải đọc và ghi được"):
        elsewhere.put(b"pages")
    with pytest.raises(StorageError, match="Máy nào dựng trang cũng phải đọc và ghi được"):
        elsewhere.take("00-00")


@pytest.mark.parametrize(
    ("url", "reason"),
    [("nowhere://pages", "không có loại địa chỉ này"), ("{}/a-file/below", "đọc và ghi được")],
)
def test_a_folder_that_cannot_be_is_told(tmp_path: Path, url: str, reason: str) -> None:
    """An unknown kind of address, or a place below a file, is refused at once."""
    (tmp_path / "a-file").touch()
    with (
        pytest.raises(StorageError, match=f"Không dùng được thư mục chung .*{reason}"),
        shelf(url.format(tmp_path)),
    ):
        pytest.fail("a shelf was made")
