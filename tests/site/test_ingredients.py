"""The digest of a page takes in all that the page shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator import ingredients, publish
from generator.adapters import theme_folder
from generator.adapters.history import History
from generator.basis import digest
from generator.calendar_data import calendar_link
from generator.check import check
from generator.core import routes
from generator.edition import Edition, knowledge_of
from generator.heads import head
from generator.kept import Kept
from generator.likeness import likest
from generator.open_data import data_view
from generator.pages import body_pages, plans_page, spread_pages
from generator.pages.drawing import Drawing
from generator.pages.fragments import Fragments
from generator.pages.knowledge import PictureFile
from generator.pages.shell import SLOTS, Shell, token
from generator.settings import load
from tests.site.made_files import figures, path_of, settings_file, write
from tests.site.made_worlds import AROUND, PICTURES, World, edited, made_edit, made_world
from tests.site.provinces import ROOT, model, plan
from tests.site.test_incremental import SEEDED
from tests.site.worlds import VOCABULARY

TODAY = date(2026, 6, 1)
_UNIT = "ubnd-xa-hoa-binh-lam-dong"
SHELL = Shell.from_html("\n".join(map(token, SLOTS)))


@pytest.fixture(scope="module", autouse=True)
def _short_pages() -> Iterator[None]:
    """Lists that are long in a world of ten entries."""
    with pytest.MonkeyPatch.context() as patch:
        for name, place, size in (
            ("TREES_ON_PAGE", spread_pages, 1),
            ("BODIES_ON_PAGE", body_pages, 3),
            ("PLANS_ON_PAGE", plans_page, 1),
        ):
            for module in (routes, ingredients, place):
                patch.setattr(module, name, size)
        for module in (ingredients, spread_pages):
            patch.setattr(module, "TREES_BESIDE", 1)
        yield


@pytest.fixture(scope="module")
def fragments() -> Fragments:
    """The templates, compiled once."""
    return Fragments(theme_folder.templates(ROOT / "theme"))


def edition_of(world: World, folder: Path) -> Edition:
    """All that the site of a world is made from."""
    write(world, folder / "content")
    past = {
        f"content/{path_of(slug, world)}": History(*(date.fromisoformat(chosen["added"]),) * 2)
        for slug, chosen in world.items()
        if slug != AROUND and chosen["added"]
    }
    shown = {p: _published(p, world[AROUND][p]) for p in PICTURES if world[AROUND][p]}
    return edition(folder, past, shown)


def edition(
    folder: Path,
    past: Mapping[str, History] | None = None,
    shown: Mapping[str, PictureFile] | None = None,
) -> Edition:
    """The same of the content that stands in a folder."""
    found, checked = load(folder / "mkdocs.yml"), check(folder / "content", TODAY)
    assert not checked.failed, checked.problems
    known = past or {}
    know = knowledge_of(checked, found, TODAY, shown or {}, known)
    alike = likest(checked.catalogue, checked.pairs, checked.compared, Kept())
    shells = dict.fromkeys(range(6), SHELL)
    return Edition(know, found, shells, {}, (), known, checked.readings).knowing(alike)


def _published(path: str, size: tuple[int, int]) -> PictureFile:
    return PictureFile(f"anh/{path}.webp", *size, f"anh/{path}.640.webp", min(size[0], 640))


def pages(of: Edition, fragments: Fragments) -> Iterator[tuple[tuple[str, bytes], str]]:
    """The address and the digest of each page that has one, and the page."""
    drawing = Drawing(of.knowledge, fragments, of.shells, of.settings.page_size, data_view({}))
    for route, key in publish.pages(of).items():
        if route.kind == "redirect":
            yield (route.url, key), drawing.redirect(route)
        else:
            page = drawing.page(route)
            told = head(page, of, {}) + calendar_link(route, of.knowledge)
            yield (route.url, key), drawing.finish(page, told)


Drawn = dict[bytes, dict[tuple[str, bytes], str]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    """By vocabulary every page that was ever drawn."""
    return {}


@settings(SEEDED, max_examples=20)
@given(random=st.randoms(use_true_random=True))
def test_pages_of_one_digest_are_the_same_page(
    fragments: Fragments, drawn: Drawn, random: Random
) -> None:
    """Whatever two worlds differ in, a page that has one digest in both is the same in both."""
    world = made_world(random)
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings_file(folder)
        _hold(drawn, world, folder, fragments)
        for _ in range(10):
            world = edited(world, made_edit(world, random, around=False))
            _hold(drawn, world, folder, fragments)


def _hold(drawn: Drawn, world: World, folder: Path, fragments: Fragments) -> None:
    found = edition_of(world, folder)
    known = drawn.setdefault(_basis(folder), {})
    for where, page in pages(found, fragments):
        assert known.setdefault(where, page) == page, where[0]


def _basis(folder: Path) -> bytes:
    files = sorted((folder / "content/vocabulary").iterdir())
    return digest(*(file.read_bytes() for file in files), *(file.name for file in files))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place for content."""
    settings_file(tmp_path)
    shutil.copytree(VOCABULARY, tmp_path / "content/vocabulary")
    return tmp_path


def put(folder: Path, path: str, text: str) -> None:
    """Write a file of the content."""
    file = folder / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def page(at: str, of: Edition, fragments: Fragments) -> tuple[bytes, str]:
    """The digest of the page at an address, and the page."""
    return next((key, text) for (url, key), text in pages(of, fragments) if url == at)


def test_a_plan_is_made_from_where_the_units_of_its_models_are_found(
    folder: Path, fragments: Fragments
) -> None:
    """A namesake of a unit may take its address, though its model is not the plan's."""
    target = {"noi_dung": "Mô hình mới", "toi_thieu": 1, "ky": "nam"}
    put(folder, "plans/ke-hoach.md", plan("Kế hoạch", chi_tieu=[target]))
    registered = [{"nam": 2025, "ke_hoach": "ke-hoach"}]
    put(folder, "models/mot.md", model("Một", dang_ky=registered))
    before = page("ke-hoach/ke-hoach/", edition(folder), fragments)
    put(folder, "models/hai.md", model("Hai", dia_ban={"tinh": "Lâm Đồng", "xa": "xã Hoa Bình"}))
    after = page("ke-hoach/ke-hoach/", edition(folder), fragments)
    assert "hoi-nong-dan-xa-hoa-binh-lam-dong-2" in after[1]
    assert before[1] != after[1]
    assert before[0] != after[0]


def test_a_body_is_made_from_all_its_names(folder: Path, fragments: Fragments) -> None:
    """Its first page tells what it is called in an entry that stands on its second."""
    place = {"tinh": "Lâm Đồng", "xa": "xã Hòa Bình"}
    for name in ("A", "B", "C"):
        put(
            folder,
            f"models/{name}.md".lower(),
            model(name, don_vi="UBND xã Hòa Bình", dia_ban=place),
        )
    before = page(f"co-quan/{_UNIT}/", edition(folder), fragments)
    put(folder, "models/c.md", model("C", don_vi="UBND xã", dia_ban=place))
    after = page(f"co-quan/{_UNIT}/", edition(folder), fragments)
    assert before[1] != after[1]
    assert before[0] != after[0]


def test_the_list_of_what_is_ready_is_made_from_the_number_of_trees(
    folder: Path, fragments: Fragments
) -> None:
    """A small tree more changes neither the list nor the tree beside it, but the count of all."""
    copies = [{"noi": f"Xã {number}"} for number in range(3)]
    put(folder, "models/a.md", model("A", nhan_rong_den=copies))
    put(folder, "models/b.md", model("B"))
    before = page("nhan-rong/", edition(folder), fragments)
    put(folder, "models/b.md", model("B", nhan_rong_den=copies[:1]))
    after = page("nhan-rong/", edition(folder), fragments)
    assert before[1] != after[1]
    assert before[0] != after[0]


def test_a_page_is_made_from_the_pictures_that_could_be_published(
    folder: Path, fragments: Fragments
) -> None:
    """A photograph that decodes in the check and not later is not on the page."""
    (folder / "content/images").mkdir()
    Image.new("RGB", (9, 9)).save(folder / "content/images/a.png")
    put(folder, "models/mot.md", model("Một", body="## Cách làm\n\nHoa ![Hoa](../images/a.png)\n"))
    before = page("mo-hinh/mot/", edition(folder), fragments)
    shown = {"a.png": _published("a.png", (9, 9))}
    after = page("mo-hinh/mot/", edition(folder, shown=shown), fragments)
    assert before[1] != after[1]
    assert before[0] != after[0]


@pytest.mark.parametrize(
    "change",
    [
        {"trang_thai": "dang-thuc-hien"},
        {"dang_ky": [{"nam": 2024}]},
        {"cong_nhan": [{"cap": "xa", "hinh_thuc": "Biểu dương", "nam": 2024}]},
        {"linh_vuc": ["kinh-te", "nong-thon-moi"]},
        {"hinh_thuc": "ca-nhan", "co_so_dang": "da-cong-bo"},
        {"dia_ban": {"tinh": "Quảng Ngãi"}},
        {"bat_dau": "2021"},
        {"nhan_rong_den": [{"noi": "Xã An"}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_page_of_numbers_is_made_from_all_it_counts(
    folder: Path, fragments: Fragments, change: dict[str, Any]
) -> None:
    """One more in any of its counts is another page; a word in a body is the same one."""
    put(folder, "models/mot.md", model("Một"))
    before = page("so-lieu/", edition(folder), fragments)
    put(folder, "models/mot.md", model("Một", body="## Cách làm\n\nThêm một câu.\n"))
    assert page("so-lieu/", edition(folder), fragments) == before
    put(folder, "models/mot.md", model("Một", **change))
    after = page("so-lieu/", edition(folder), fragments)
    assert before[1] != after[1]
    assert before[0] != after[0]


def test_the_page_of_numbers_is_made_from_what_places_report(
    folder: Path, fragments: Fragments
) -> None:
    """Reports stand in no entry."""
    before = page("so-lieu/", edition(folder), fragments)
    put(folder, "figures/lam-dong.yml", figures(120))
    after = page("so-lieu/", edition(folder), fragments)
    assert before[1] != after[1]
    assert before[0] != after[0]


def test_every_page_is_told_or_always_drawn(folder: Path) -> None:
    """A page is drawn for what it is made from, or as an overview, or with the open data."""
    of = edition_of(made_world(Random(1)), folder)
    told = publish.pages(of).keys()
    assert not told & {*routes.overviews()}
    assert told | {*routes.overviews(), routes.Route(routes.DATA, "data")} == {*of.routes}
