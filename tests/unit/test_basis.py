"""Digests of what everything hangs on change whenever that does, and only then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator import basis
from generator.basis import SIZE, digest, installed, of_folder, program


def test_parts_are_told_from_one_another() -> None:
    """Where a part ends counts, and whether it is text; not how a part came to be."""
    found = [digest("ab", "c"), digest("a", "bc"), digest("abc"), digest(), digest("")]
    assert len(set(found)) == len(found)
    assert digest("hoa", "đ") != digest(b"hoa", "đ".encode())
    assert digest(sys.intern("đường hoa")) == digest("".join(["đường", " ", "hoa"]))
    assert {len(each) for each in found} == {SIZE}


def test_a_folder_is_its_names_and_bytes(tmp_path: Path) -> None:
    """Another name, text, file or place of a file is another folder; times and hidden files not."""
    folder = tmp_path / "theme"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.html").write_text("a")
    seen = [of_folder(folder)]
    for step in (
        lambda: (folder / "a.html").write_text("b"),
        lambda: (folder / "b.html").write_text("b"),
        lambda: (folder / "b.html").rename(folder / "sub/b.html"),
        lambda: (folder / "sub/b.html").rename(folder / "sub/c.html"),
    ):
        step()
        seen.append(of_folder(folder))
    assert len(set(seen)) == len(seen)
    (folder / ".swp").write_text("x")
    (folder / "trong").mkdir()
    (folder / "a.html").touch()
    assert of_folder(folder) == seen[-1]


def test_a_folder_that_is_not_there_is_as_an_empty_one(tmp_path: Path) -> None:
    """So that a folder which appears later is another."""
    (tmp_path / "trong").mkdir()
    assert of_folder(tmp_path / "khong-co") == of_folder(tmp_path / "trong")


def test_only_endings_asked_for_count(tmp_path: Path) -> None:
    """What the interpreter leaves beside the code is no code."""
    (tmp_path / "a.py").write_text("a")
    before = of_folder(tmp_path, (".py",))
    (tmp_path / "a.pyc").write_text("b")
    assert of_folder(tmp_path, (".py",)) == before != of_folder(tmp_path)


def test_changed_code_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module edited, and a library of another version."""
    (tmp_path / "a.py").write_text("a = 1")
    monkeypatch.setattr(basis, "_PROGRAM", tmp_path)
    seen = [program.__wrapped__()]
    (tmp_path / "a.py").write_text("a = 2")
    seen.append(program.__wrapped__())
    monkeypatch.setattr(basis, "version", lambda name: "0")
    seen.append(program.__wrapped__())
    assert len(set(seen)) == 3


def test_any_library_counts_for_what_the_engine_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The theme's next version draws other shells, though none of our code has changed."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "khong-co")])
    seen = [installed.__wrapped__()]
    info = tmp_path / "mkdocs_material-9.8.0.dist-info"
    info.mkdir()
    seen.append(installed.__wrapped__())
    info.rename(tmp_path / "mkdocs_material-9.8.1.dist-info")
    seen.append(installed.__wrapped__())
    assert len(set(seen)) == 3
    monkeypatch.setattr(sys, "path", [str(tmp_path / "khong-co"), str(tmp_path)])
    assert installed.__wrapped__() == seen[-1]
