"""Tables copied in part from those of the last build are those that would be made anew."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator import tables
from generator.core.links import links as links_of
from generator.core.routes import DATA, MODELS_CSV, MODELS_JSON, PLANS_JSON
from generator.edition import Edition
from generator.ledger import Made
from generator.open_data import TABLES, description
from generator.pages.knowledge import Knowledge, Publisher
from generator.place import Place
from generator.reading import Reading
from generator.settings import Settings
from generator.tables import Shelf, write_tables
from tests.unit.export.export_world import model, plan, thin_model, world

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(
    config_file=ROOT / "mkdocs.yml",
    content_dir=ROOT / "content",
    site_dir=ROOT / "site",
    theme_dir=ROOT / "theme",
    fonts_dir=ROOT / "fonts",
    site_name="Kho",
    site_url="https://kho.example/",
)
PATHS = [path for _, paths in TABLES for path in paths]


def edition(*items: Any) -> Edition:
    """A site of some entries, without the shells, which no file of data needs."""
    catalogue = world(*items)
    publisher = Publisher("Kho", "Ban", "https://kho.example/")
    known = Knowledge(catalogue, links_of(catalogue), {}, publisher, date(2026, 11, 20))
    readings = {item.path: Reading(f"{item.path} {item.entry!r}".encode(), item) for item in items}
    return Edition(known, SETTINGS, {}, {}, (), {}, readings)


class Site:
    """A live site that is built again and again."""

    def __init__(self, folder: Path) -> None:
        self.live, self.folder, self.shelf = folder / "site", folder / "next", folder / "tables"
        self.made: dict[str, Made] = {}

    def build(self, site: Edition) -> tuple[set[str], list[Any]]:
        """Which files were written, and how all are described."""
        there = {path: self.state(path) for path in self.made}
        place = Place(self.folder, self.live if self.made else None, self.made, there)
        self.made, described = write_tables(site, place, Shelf(self.shelf, b"ban"))
        written = {path for path in PATHS if (self.folder / path).exists()}
        for path in written:
            (self.live / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).replace(self.live / path)
        assert {path: self.state(path) for path in PATHS} == {
            path: (made.size, made.time) for path, made in self.made.items()
        }
        return written, described

    def state(self, path: str) -> tuple[int, int]:
        """A live file's size and time."""
        state = (self.live / path).stat()
        return state.st_size, state.st_mtime_ns

    @property
    def files(self) -> dict[str, bytes]:
        """The live tables."""
        return {path: (self.live / path).read_bytes() for path in PATHS}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that nobody has built yet."""
    return Site(tmp_path / "a")


def test_the_description_has_the_size_and_the_hash_of_every_file(site: Site) -> None:
    """What programs are told of a file is true of its bytes."""
    known = edition(model("a"), plan("p"))
    _, described = site.build(known)
    told = json.loads(description(known, described).data)["resources"]
    assert {DATA + each["path"]: (each["bytes"], each["hash"]) for each in told} == {
        path: (len(data), f"sha256:{sha256(data).hexdigest()}") for path, data in site.files.items()
    }


EDITIONS = {
    "the same": edition(model("a"), thin_model("b"), plan("p")),
    "one more": edition(model("a"), thin_model("b"), thin_model("c"), plan("p")),
    "one less": edition(thin_model("b"), plan("p")),
    "one of another kind more": edition(model("a"), thin_model("b"), plan("p"), plan("q")),
    "none": edition(),
    "one that speaks of another": edition(
        model("a"), thin_model("b"), thin_model("d", more="nhan_rong_tu: b\n"), plan("p")
    ),
}


@pytest.mark.parametrize("later", EDITIONS.values(), ids=EDITIONS.keys())
def test_tables_copied_in_part_are_the_same_bytes(
    site: Site, tmp_path: Path, later: Edition
) -> None:
    """Whatever has changed since, the files and their description are as if made anew."""
    site.build(EDITIONS["the same"])
    anew = Site(tmp_path / "b")
    _, described = site.build(later)
    assert described == anew.build(later)[1]
    assert site.files == anew.files


def test_only_what_is_new_is_worked_out(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A known entry is copied; where none is new and none is gone, nothing is written."""
    asked: list[str] = []
    real = tables.lines
    monkeypatch.setattr(
        tables, "lines", lambda item, around: asked.append(item.slug) or real(item, around)
    )
    site.build(EDITIONS["the same"])
    assert sorted(asked) == ["a", "b", "p"]
    assert site.build(EDITIONS["the same"])[0] == set()
    written, _ = site.build(EDITIONS["one more"])
    assert written == {MODELS_JSON, MODELS_CSV}
    assert asked[3:] == ["c"]


def test_a_table_that_somebody_touched_is_made_anew(site: Site) -> None:
    """Nothing is copied from a file that is not as it was written, nor where its notes are gone."""
    whole = edition(model("a"), plan("p"))
    site.build(whole)
    before = site.files
    (site.live / PLANS_JSON).write_bytes(b"x" * len(before[PLANS_JSON]))
    site.build(whole)
    assert site.files == before
    site.shelf.unlink()
    site.build(whole)
    assert site.files == before


def test_the_same_bytes_stay_where_they_are(site: Site) -> None:
    """A change of which the tables say nothing leaves the live files untouched."""
    first = edition(model("a"))
    site.build(first)
    (path,) = first.readings
    other = replace(first, readings={path: replace(first.readings[path], digest=b"khac")})
    assert site.build(other)[0] == set()
    assert site.build(other)[0] == set()
