"""What is written down of a site is believed only while the disk still tells the same."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import ledger
from generator.adapters import site_files
from generator.adapters.storage import StorageError, put
from generator.ledger import Engine, Ledger, Made, stands
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import PictureFile
from generator.pages.shell import SLOTS, Shell, token

SHELL = Shell.from_html("".join(map(token, SLOTS)))
ENGINE = Engine(
    {0: SHELL, 2: SHELL},
    (HandPage("gioi-thieu/", "Giới thiệu", "Về kho", "Kho này."),),
    {"404.html": Made(b"", 3, 4)},
)
LEDGER = Ledger(
    ENGINE,
    {"index.html": Made(None, 5, 6), "mo-hinh/a/index.html": Made(b"khoa", 7, 8)},
    {"a.png": PictureFile("anh/a.png.webp", 4, 3, "anh/a.png.640.webp", 4)},
)


def made(live: Path, path: str = "a.html") -> Made:
    """A file of a site."""
    state = put(live / path, b"trang")
    return Made(b"khoa", state.st_size, state.st_mtime_ns)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """All of it, by whoever builds the same edition, and by nobody else."""
    ledger.write(tmp_path / "cache", b"ban-1", LEDGER)
    assert ledger.read(tmp_path / "cache", b"ban-1") == LEDGER
    assert ledger.read(tmp_path / "cache", b"ban-2") is None
    assert ledger.read(tmp_path / "khong-co", b"ban-1") is None


def test_only_the_last_site_is_remembered(tmp_path: Path) -> None:
    """A later build replaces what an earlier one has written."""
    ledger.write(tmp_path, b"ban-1", LEDGER)
    later = replace(LEDGER, files={}, pictures={})
    ledger.write(tmp_path, b"ban-1", later)
    assert ledger.read(tmp_path, b"ban-1") == later


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    """Also where there was nothing; what cannot be forgotten is told, since it would be a lie."""
    ledger.forget(tmp_path / "khong-co")
    ledger.forget(Path(__file__))
    ledger.write(tmp_path, b"ban-1", LEDGER)
    ledger.forget(tmp_path)
    assert ledger.read(tmp_path, b"ban-1") is None
    (tmp_path / "ledger").mkdir()
    with pytest.raises(StorageError, match="Không xóa được"):
        ledger.forget(tmp_path)


def test_a_file_stands_while_nobody_touches_it(tmp_path: Path) -> None:
    """Its digest, size and time must be the ones written down."""
    file = made(tmp_path)
    assert stands("a.html", file, b"khoa", site_files.files_below(tmp_path))
    assert not stands("a.html", file, b"khac", site_files.files_below(tmp_path))
    assert not stands("b.html", file, b"khoa", site_files.files_below(tmp_path))
    assert not stands("a.html", None, b"khoa", site_files.files_below(tmp_path))
    assert not stands("a.html", replace(file, key=None), None, site_files.files_below(tmp_path))
    assert not stands("a.html", replace(file, size=4), b"khoa", site_files.files_below(tmp_path))
    os.utime(tmp_path / "a.html", ns=(0, file.time + 1))
    assert not stands("a.html", file, b"khoa", site_files.files_below(tmp_path))


def test_a_file_moved_as_it_is_stands(tmp_path: Path) -> None:
    """A swap of whole folders changes nothing in them."""
    file = made(tmp_path / "next")
    (tmp_path / "next").rename(tmp_path / "site")
    assert stands("a.html", file, b"khoa", site_files.files_below(tmp_path / "site"))
    shutil.copytree(tmp_path / "site", tmp_path / "ban-sao", copy_function=shutil.copyfile)
    assert not stands("a.html", file, b"khoa", site_files.files_below(tmp_path / "ban-sao"))


def test_the_engine_stands_with_all_its_files(tmp_path: Path) -> None:
    """One that is missing or was written again is enough for it to be drawn anew."""
    names = ("404.html", "assets/css/dvk.css")
    engine = replace(ENGINE, files={name: made(tmp_path, name) for name in names})
    assert engine.stands(site_files.files_below(tmp_path))
    (tmp_path / "assets/css/dvk.css").unlink()
    assert not engine.stands(site_files.files_below(tmp_path))
