"""What stands in a site is told as it is, however little of it is looked at again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.site_files import files_below, folder_times


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with files at three depths."""
    for name, text in {"a": "1", "b/c/d.html": "22", "b/e": "", ".dvk-site": "của ta"}.items():
        (tmp_path / "x" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "x" / name).write_text(text, "utf-8")
    return tmp_path / "x"


def test_files_are_told_by_their_paths(site: Path, tmp_path: Path) -> None:
    """Every file at any depth once, and a link to a folder as a file, never what it leads to."""
    (site / "lien-ket").symlink_to(tmp_path)
    found = {path: size for path, (size, _) in files_below(site).items()}
    assert found.pop("lien-ket") == len(str(tmp_path))
    assert found == {"a": 1, "b/c/d.html": 2, "b/e": 0}
    assert files_below(tmp_path / "khong-co") == {}


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda site: None,
    "a file is added at the top": lambda site: (site / "moi").write_text("mới"),
    "a file is added far below": lambda site: (site / "b/c/moi").write_text("mới"),
    "a folder is added": lambda site: shutil.copytree(site / "b/c", site / "ban-sao"),
    "a file goes": lambda site: (site / "b/c/d.html").unlink(),
    "a folder goes": lambda site: shutil.rmtree(site / "b/c"),
    "all goes": lambda site: shutil.rmtree(site),
    "a file is written over": lambda site: (site / "b/e").write_text("khác"),
    "a file becomes a folder": lambda site: ((site / "b/e").unlink(), (site / "b/e").mkdir()),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_who_has_looked_before_sees_every_change(
    site: Path, change: Callable[[Path], object]
) -> None:
    """Whatever happens to the site after somebody has looked, the second look tells."""
    known = files_below(site)
    for folder in (site, site / "b", site / "b/c"):  # as if it had stood for a while
        os.utime(folder, ns=(0, 10**18))
    times = folder_times(site, known)
    change(site)
    assert files_below(site, known, times) == files_below(site)


def test_a_folder_that_has_not_changed_is_not_listed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where a name has come or gone are the names asked for."""
    known = files_below(site)
    times = folder_times(site, known)
    (site / "b/c/moi").write_text("mới")
    listed: list[str] = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda place: listed.append(str(place)) or real(place))
    files_below(site, known, times)
    assert [Path(place) for place in listed] == [site / "b/c"]
