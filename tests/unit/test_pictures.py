"""A photograph is published once, and again only when its file changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from generator.adapters import images
from generator.adapters.site_files import files_below
from generator.ledger import Made
from generator.pages.knowledge import PictureFile
from generator.pictures import published
from generator.place import Place
from generator.settings import Settings

PATHS = ("hoi-thi.png", "thon/hoa.webp")


def picture(path: Path, width: int, colour: str = "red") -> None:
    """A picture file of so many pixels across."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, 30), colour).save(path)


@dataclass
class World:
    """A content folder, and its site after each build."""

    settings: Settings
    site: Path
    shown: dict[str, PictureFile]
    files: dict[str, Made]

    @property
    def images(self) -> Path:
        """Where the photographs are."""
        return self.settings.content_dir / "images"

    def build(self, *paths: str) -> set[str]:
        """Publish into the site; what is written again."""
        there = files_below(self.site) if self.site.is_dir() else {}
        place = Place(self.site.with_name("next"), self.site, self.files, there)
        self.shown, self.files = published(self.settings, paths, place, self.shown)
        written = {p.relative_to(place.folder).as_posix() for p in place.folder.rglob("*.webp")}
        for path in written:
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (place.folder / path).replace(self.site / path)
        return written


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Two photographs, published."""
    content = tmp_path / "content"

    found = Settings(
        config_file=tmp_path / "mkdocs.yml",
        content_dir=content,
        site_dir=tmp_path / "site",
        theme_dir=tmp_path / "theme",
        fonts_dir=tmp_path / "fonts",
        site_name="Kho",
        site_url="https://kho.example/",
    )
    made = World(found, tmp_path / "site", {}, {})
    for path in PATHS:
        picture(made.images / path, 900)
    assert len(made.build(*PATHS)) == 4
    return made


def test_what_stands_is_neither_opened_nor_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build tells the same of each photograph without decoding it."""
    before = dict(world.shown), dict(world.files)
    monkeypatch.setattr(images, "publish", None)
    assert world.build(*PATHS) == set()
    assert (world.shown, world.files) == before
    assert world.shown["hoi-thi.png"].width == 900


def test_a_changed_photograph_is_published_again(world: World) -> None:
    """It alone, with its new size, also where only the colour is another."""
    picture(world.images / "thon/hoa.webp", 500)
    assert world.build(*PATHS) == {"anh/thon/hoa.webp.webp", "anh/thon/hoa.webp.640.webp"}
    assert world.shown["thon/hoa.webp"].width == 500
    picture(world.images / "thon/hoa.webp", 500, "blue")
    assert len(world.build(*PATHS)) == 2


def test_a_renamed_or_removed_photograph_is_no_more(world: World) -> None:
    """Files are told for those photographs only that there are."""
    (world.images / "hoi-thi.png").rename(world.images / "hoi.png")
    assert world.build("hoi.png", "thon/hoa.webp") == {
        "anh/hoi.png.webp",
        "anh/hoi.png.640.webp",
    }
    assert world.shown.keys() == {"hoi.png", "thon/hoa.webp"}
    assert world.build("hoi.png") == set()
    assert world.files.keys() == {"anh/hoi.png.webp", "anh/hoi.png.640.webp"}


def test_a_published_file_that_was_touched_is_made_again(world: World) -> None:
    """Whichever of the two it is."""
    file = world.site / "anh/hoi-thi.png.640.webp"
    good = file.read_bytes()
    file.write_bytes(b"khac")
    assert "anh/hoi-thi.png.640.webp" in world.build(*PATHS)
    assert file.read_bytes() == good
    (world.site / "anh/hoi-thi.png.webp").unlink()
    assert "anh/hoi-thi.png.webp" in world.build(*PATHS)


def test_what_is_no_picture_is_left_out(world: World) -> None:
    """A file that cannot be published is shown nowhere, whatever it was before."""
    (world.images / "hoi-thi.png").write_bytes(b"chu")
    world.build(*PATHS)
    assert world.shown.keys() == {"thon/hoa.webp"}
