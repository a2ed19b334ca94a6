"""One build of the repository's own content for all tests, and provinces to break."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.site import provinces
from tests.site.provinces import ROOT, URL, Province
from tests.site.site_reading import Site


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it said."""
        return self.out + self.err


Dvk = Callable[..., Ended]


@pytest.fixture
def dvk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Dvk:
    """``dvk`` as it is typed, answered from ``typed``, within this process."""

    def run(*arguments: str, typed: str = "") -> Ended:
        monkeypatch.setattr(sys, "argv", ["dvk", *arguments])
        answers = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", answers)
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as done:
            code = int(done.code or 0)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture(autouse=True)
def _known_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine sets, sites are built for the address the tests know."""
    monkeypatch.setenv("SITE_URL", URL)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Province:
    """A small province; commands are run in its folder."""
    made = provinces.small(tmp_path / "tinh")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The repository's own content, built once."""
    folder = tmp_path_factory.mktemp("real") / "site"
    ended = Province(ROOT).run("dvk", "build", "--site-dir", str(folder))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return Site(folder, URL)


@pytest.fixture(scope="session")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A province with sixty models and twenty-four on a page, built once."""
    made = provinces.many(tmp_path_factory.mktemp("sixty") / "tinh", 60)
    made.edit("mkdocs.yml", "page_size: 24", "page_size: 24")
    ended = made.run("dvk", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return made.built
