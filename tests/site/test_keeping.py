"""What a build keeps for the next one is never believed too long, whatever happens in between."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from generator import build
from generator.build import Built, Prepared
from tests.site import provinces
from tests.site.made_files import settings_file, write
from tests.site.made_worlds import edited, made_edit, made_world
from tests.site.provinces import ROOT, Province, model
from tests.site.test_incremental import built, differing, files

Change = Callable[[Province], object]
WATCHED = tuple(
    str(ROOT / "generator" / name)
    for name in ("build.py", "ledger.py", "making.py", "kept.py", "pictures.py", "adapters/")
)


@pytest.fixture(scope="module")
def aging(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """A small province that keeps every change that is made to it."""
    return founded(tmp_path_factory.mktemp("aging") / "tinh")


@pytest.fixture
def province(tmp_path: Path) -> Province:
    """A small province, built once."""
    return founded(tmp_path / "tinh")


def founded(root: Path) -> Province:
    """A small province with fonts of its own, and its site."""
    made = provinces.small(root)
    (made.root / "build").unlink()
    (made.root / "build/fonts").mkdir(parents=True)
    make(made)
    return made


def prepare(province: Province, *, clean: bool = False, site: str = "site") -> Prepared:
    """The province's content, read and checked."""
    config, live = province.root / "mkdocs.yml", province.root / site
    return build.prepare(config, None, live, processes=1, clean=clean)


def make(province: Province) -> Built:
    """Build the site again."""
    return build.build(prepare(province))


def is_as_new(province: Province) -> bool:
    """Whether the site is the one that a build from nothing makes."""
    build.build(prepare(province, clean=True, site="moi"))
    return differing(files(province.site), files(province.root / "moi")) == []


def states(site: Path) -> dict[str, tuple[int, int]]:
    """By path which file it is, and when it was last written."""
    found = (file for file in site.rglob("*") if file.is_file())
    return {str(f.relative_to(site)): (f.stat().st_ino, f.stat().st_mtime_ns) for f in found}


def test_an_edit_of_one_entry_leaves_most_files_untouched(tmp_path: Path) -> None:
    """Of a site of sixty models a word in one body rewrites its page and what holds its text."""
    province = provinces.many(tmp_path / "tinh", 60)
    make(province)
    before = states(province.site)
    make(province)
    assert states(province.site) == before

    province.edit("content/models/3/mo-hinh-0010.md", "Việc thứ 10", "Việc thứ mười, vừa xong")
    make(province)
    after = states(province.site)
    written = {path for path in after if after[path] != before.get(path)}
    assert "mo-hinh/mo-hinh-0010/index.html" in written
    assert len(after) > 150
    assert len(written) < 15, sorted(written)
    pages = {path for path in written if path.endswith(".html")}
    assert pages <= {"mo-hinh/mo-hinh-0010/index.html", "du-lieu/index.html"}


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.edit("content/pages/gioi-thieu.md", "#", "Thêm một dòng.\n\n#"),
        lambda p: (p.root / "content/pages/gioi-thieu.md").unlink(),
        lambda p: p.edit("theme/fragments/model.html", "</", "\nmới</"),
        lambda p: p.edit("theme/main.html", "</", "\nmới</"),
        lambda p: p.write("theme/assets/js/moi.js", "1"),
        lambda p: p.edit("mkdocs.yml", "page_size: 24", "page_size: 1"),
        lambda p: p.edit("mkdocs.yml", "tagline: Kho", "tagline: Cả kho"),
        lambda p: p.write("build/fonts/chu.woff2", "chữ"),
        lambda p: p.edit("content/vocabulary/linh-vuc.yml", "ten: Kinh tế", "ten: Kinh tế hộ"),
        lambda p: p.write("content/models/moi.md", model("Mới")),
        lambda p: p.write("site/index.html", "viết tay"),
        lambda p: p.write("site/mo-hinh/duong-hoa/index.html", "viết tay"),
        lambda p: p.write("site/them.html", "viết tay"),
        lambda p: (p.site / "mo-hinh/duong-hoa/index.html").unlink(),
        lambda p: shutil.rmtree(p.site / "mo-hinh"),
        lambda p: (shutil.rmtree(p.site / "mo-hinh"), p.write("site/mo-hinh", "tệp")),
        lambda p: ((p.site / "lich.ics").unlink(missing_ok=True), (p.site / "lich.ics").mkdir()),
        lambda p: shutil.rmtree(p.site),
        lambda p: shutil.rmtree(p.root / "site.cache"),
        lambda p: [f.write_bytes(f.read_bytes()[:-9]) for f in (p.root / "site.cache").iterdir()],
        lambda p: (shutil.rmtree(p.root / "site.cache"), p.write("site.cache", "tệp")),
    ],
)
def test_whatever_is_changed_shows(aging: Province, change: Change) -> None:
    """Pages, theme, settings, fonts, vocabulary, entries, the site itself, the cache."""
    change(aging)
    make(aging)
    assert is_as_new(aging)


def test_pages_outside_the_content_count_where_it_has_none(tmp_path: Path) -> None:
    """A content folder without pages shows those of the settings, as they are now."""
    province = provinces.small(tmp_path / "tinh")
    content = tmp_path / "khac"
    shutil.copytree(province.root / "content", content, ignore=shutil.ignore_patterns("pages"))
    for text in ("Một.", "Hai."):
        province.write("content/pages/gioi-thieu.md", f"# Giới thiệu\n\n{text}\n")
        live = province.site
        build.build(build.prepare(province.root / "mkdocs.yml", content, live, processes=1))
        assert text in (live / "gioi-thieu/index.html").read_text("utf-8")


def test_other_content_in_the_same_place_is_other_content(province: Province) -> None:
    """A site that was built from one folder holds nothing of it once it is built from another."""
    other = province.root / "khac" / "content"
    shutil.copytree(province.root / "content", other)
    (other / "models/xa/hem-sach.md").unlink()
    config, live = province.root / "mkdocs.yml", province.site
    build.build(build.prepare(config, other, live, processes=1))
    fresh = province.root / "moi"
    build.build(build.prepare(config, other, fresh, processes=1, clean=True))
    assert differing(files(live), files(fresh)) == []


def test_another_day_is_another_site(province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadline that has passed since yesterday is shown so, though no file has changed."""
    for day in ("1767225600", "1798761600"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        make(province)
        assert is_as_new(province)


def test_what_changes_while_a_build_runs_is_seen_by_the_next(province: Province) -> None:
    """A build knows the vocabulary it has read, not the one that stands there by now."""
    prepared = prepare(province)
    province.edit("content/vocabulary/linh-vuc.yml", "ten: Kinh tế", "ten: Kinh tế hộ")
    build.build(prepared)
    make(province)
    assert is_as_new(province)


def test_mkdocs_may_build_into_the_same_place(province: Province) -> None:
    """After plain ``mkdocs build`` the next ``dvk build`` leaves nothing of it that is wrong."""
    province.edit("content/models/duong-hoa.md", "Trồng hoa", "Trồng nhiều hoa")
    assert province.run("mkdocs", "build").returncode == 0
    assert province.run("dvk", "build").returncode == 0
    assert is_as_new(province)


def test_the_number_of_processes_and_chance_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process or three, whatever order Python gives its sets: the same bytes."""
    monkeypatch.setattr("generator.adapters.workers._WORTH_SHARING", 2)
    settings_file(tmp_path)
    random = Random(4)
    world = made_world(random)
    write(world, tmp_path / "content")
    built(tmp_path, "ba", clean=False, processes=3)
    for _ in range(3):
        world = edited(world, made_edit(world, random))
        write(world, tmp_path / "content")
        three = built(tmp_path, "ba", clean=False, processes=3)
    command = ["dvk", "build", "--content", "content", "--site-dir", "mot", "--processes", "1"]
    for seed in ("1", "2"):
        done = Province(tmp_path).run(*command, "--clean", PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        assert differing(files(tmp_path / "mot"), three) == []


def test_a_build_killed_anywhere_is_made_good_by_the_next(tmp_path: Path) -> None:
    """At whatever line the process ends, the next build leaves the site it should."""
    settings_file(tmp_path)
    random = Random(9)
    world = made_world(random)
    write(world, tmp_path / "content")
    built(tmp_path, "lon", clean=False)
    steps, _ = _build_until_killed(tmp_path, sys.maxsize)
    kills = 0
    for _ in range(5):
        world = edited(world, made_edit(world, random, around=False))
        write(world, tmp_path / "content")
        last, was_killed = _build_until_killed(tmp_path, int(steps * (0.2 + random.random())))
        kills += was_killed
        steps = max(steps, last)
        after = built(tmp_path, "lon", clean=False)
        assert differing(after, built(tmp_path, "moi", clean=True)) == []
    assert kills >= 2


def _build_until_killed(folder: Path, steps: int) -> tuple[int, bool]:
    """Build in a process of its own that ends at so many lines; how many it came to."""
    read, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def trace(frame: FrameType, event: str, argument: Any) -> Any:
            nonlocal count
            if not frame.f_code.co_filename.startswith(WATCHED):
                return None
            count += 1
            if count >= steps:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        built(folder, "lon", clean=False)
        sys.settrace(None)
        os.write(write_end, str(count).encode())
        os._exit(0)
    os.close(write_end)
    _, status = os.waitpid(child, 0)
    told = os.read(read, 20)
    os.close(read)
    return int(told or 0), os.WIFSIGNALED(status)
