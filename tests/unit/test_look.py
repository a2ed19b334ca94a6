"""A look at the site before others are kept out is believed only if nobody has built since."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import ledger
from generator.adapters import site_files
from generator.ledger import Ledger
from generator.look import looking, there_now
from tests.unit.test_ledger import ENGINE


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A site of one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text("trang")
    return tmp_path / "site"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where a build has written down what it made."""
    ledger.write(tmp_path / "cache", b"ban", Ledger(ENGINE, {}, {}))
    return tmp_path / "cache"


@pytest.mark.parametrize("processes", [1, 2])
def test_a_look_tells_every_file(live: Path, cache: Path, processes: int) -> None:
    """In this process or in another, and it is not looked again."""
    with looking(live, cache, processes) as found:
        look = found()
    assert look is not None
    assert look.there == site_files.files_below(live)
    (live / "a.html").unlink()
    assert there_now(look, live, cache) == look.there


def test_a_look_before_another_build_is_not_believed(live: Path, cache: Path) -> None:
    """What has been written down meanwhile tells of other files."""
    with looking(live, cache, 1) as found:
        look = found()
    (live / "b.html").write_text("trang mới")
    ledger.write(cache, b"ban-sau", Ledger(ENGINE, {}, {}))
    assert there_now(look, live, cache).keys() == {"a.html", "b.html"}


def test_nobody_looks_where_nothing_is_written_down(live: Path, tmp_path: Path) -> None:
    """All will be built anew, whatever stands there."""
    for folder in (None, tmp_path / "khong-co"):
        with looking(live, folder, 2) as found:
            assert found() is None
    assert there_now(None, live, tmp_path).keys() == {"a.html"}
