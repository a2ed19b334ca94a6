"""What stands in a site is told as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adapters.site_files import files_below


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
