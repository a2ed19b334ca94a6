"""What changes is told: at once where the system speaks, a little later where it is silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from generator.adapters import watching
from generator.adapters.watching import changes

AT_ONCE = 1.0
LATER = 8.0


class Mute:
    """A system that says nothing of what happens on its disk."""

    def schedule(self, *_: object, **__: object) -> None:
        """As a disk that cannot be watched."""
        raise OSError("inotify watch limit reached")

    def start(self) -> None:
        """Nothing starts."""


def heard(told: Iterator[frozenset[Path]]) -> SimpleQueue[frozenset[Path]]:
    """What is told, gathered beside the test."""
    found: SimpleQueue[frozenset[Path]] = SimpleQueue()

    def listen() -> None:
        for paths in told:
            found.put(paths)

    threading.Thread(target=listen, daemon=True).start()
    return found


def until(found: SimpleQueue[frozenset[Path]], wanted: set[Path], patience: float) -> bool:
    """Whether all of these files are told in time, and no others."""
    over, seen = time.monotonic() + patience, set[Path]()
    while seen != wanted and time.monotonic() < over:
        try:
            seen |= found.get(timeout=0.05)
        except Empty:
            continue
    return seen == wanted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them deep inside."""
    (tmp_path / "models/cu").mkdir(parents=True)
    (tmp_path / "models/mot.md").write_text("một", "utf-8")
    (tmp_path / "models/cu/hai.md").write_text("hai", "utf-8")
    return tmp_path


def test_whatever_happens_to_a_file_is_told_at_once(folder: Path) -> None:
    """Files written, made, replaced and removed are told by name within a second."""
    found = heard(changes([folder / "models"]))
    one, two, new = (folder / "models" / name for name in ("mot.md", "cu/hai.md", "ba.md"))

    two.write_text("hai lần", "utf-8")
    assert until(found, {two}, AT_ONCE)
    new.write_text("ba", "utf-8")
    assert until(found, {new}, AT_ONCE)
    (folder / "moi").write_text("một lần nữa", "utf-8")
    (folder / "moi").replace(one)
    assert until(found, {one}, AT_ONCE)
    two.unlink()
    assert until(found, {two}, AT_ONCE)


def test_being_read_and_what_lies_elsewhere_is_no_change(folder: Path) -> None:
    """Of a watched file its neighbours' changes, and of a folder its being read, are not told."""
    settings = folder / "mkdocs.yml"
    settings.write_text("site_name: A", "utf-8")
    found = heard(changes([folder / "models", settings]))

    (folder / "models/mot.md").read_text("utf-8")
    (folder / "khac.yml").write_text("khác", "utf-8")
    settings.write_text("site_name: Bê", "utf-8")
    assert until(found, {settings}, AT_ONCE)


def test_what_changes_before_somebody_listens_is_told(folder: Path) -> None:
    """A file saved after the call is told, though it is asked for later."""
    told = changes([folder / "models"])
    (folder / "models/mot.md").write_text("đã sửa", "utf-8")
    assert until(heard(told), {folder / "models/mot.md"}, AT_ONCE)


def test_changes_on_a_silent_disk_are_told_a_little_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system tells nothing, looking finds what was written, made and removed."""
    monkeypatch.setattr(watching, "Observer", Mute)
    found = heard(changes([folder / "models"]))
    one, two, new = (folder / "models" / name for name in ("mot.md", "cu/hai.md", "ba.md"))

    one.write_text("một lần nữa", "utf-8")
    new.write_text("ba", "utf-8")
    two.unlink()
    assert until(found, {one, two, new}, LATER)
