"""Whatever stops a build, the last good site stays as it was, byte for byte."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.adapters import site_folder
from tests.site import provinces
from tests.site.conftest import Dvk
from tests.site.provinces import Province, environment, model, program
from tests.site.site_reading import broken_links, files

Break = Callable[[Province], object]
Snapshot = dict[str, tuple[bytes, int, int]]


def state(folder: Path) -> Snapshot:
    """Every file below a folder: what it holds, which file it is and when it was last written."""
    found = {}
    for name, data in files(folder).items():
        known = (folder / name).stat()
        found[name] = (data, known.st_ino, known.st_mtime_ns)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small province, built once."""
    made = provinces.small(tmp_path_factory.mktemp("good") / "tinh")
    assert made.run("dvk", "build").returncode == 0
    return made.site


@pytest.fixture
def good(province: Province, built: Path) -> Snapshot:
    """The state of the last good site of the province."""
    shutil.copytree(built, province.site)
    (province.root / "site.lock").touch()
    before = state(province.site)
    assert len(before) > 60
    return before


def remains(province: Province) -> list[str]:
    """What stands in the province's folder beside its own files, the site and the cache."""
    names = (each.name for each in province.root.iterdir() if each.name.startswith("site"))
    return sorted(set(names) - {"site.cache"})


@pytest.mark.parametrize(
    "break_it",
    [
        lambda p: p.write("content/models/hong.md", "---\nten: [\n---\n"),
        lambda p: p.edit("content/models/duong-hoa.md", "kinh-te", "khong-co"),
        lambda p: (p.root / "content/plans/ke-hoach-tinh.md").unlink(),
        lambda p: shutil.rmtree(p.root / "content/vocabulary"),
        lambda p: shutil.rmtree(p.root / "content"),
    ],
    ids=["syntax", "unknown-term", "dangling-plan", "no-vocabulary", "no-content"],
)
def test_an_error_in_the_content_leaves_the_site(
    province: Province, dvk: Dvk, good: Snapshot, break_it: Break
) -> None:
    """With an error in the content nothing is built: exit 1, the problems, the old site."""
    break_it(province)
    ended = dvk("build")

    assert ended.code == 1
    assert ended.out == ""
    assert "LỖI" in ended.err
    assert "Trang cũ vẫn giữ nguyên." in ended.err
    assert "Traceback" not in ended.err
    assert state(province.site) == good
    assert remains(province) == ["site", "site.lock"]


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda p: p.write("theme/main.html", "{% if %}"), "main.html"),
        (lambda p: p.edit("theme/main.html", "{{ slots.content }}", ""), "content"),
        (lambda p: p.write("theme/fragments/model.html", "{{ view.khong_co }}"), "khong_co"),
        (lambda p: p.write("theme/fragments/plan.html", "{% if %}"), "plan.html"),
        (lambda p: (p.root / "theme/fragments/list.html").unlink(), "list.html"),
        (lambda p: shutil.rmtree(p.root / "theme"), "theme"),
        (lambda p: p.write("mkdocs.yml", "site_name: ["), "mkdocs.yml"),
        (lambda p: p.edit("mkdocs.yml", "page_size: 24", "page_size: nhiều"), "page_size"),
        (lambda p: p.edit("mkdocs.yml", "page_size: 24", "page_sise: 24"), "page_sise"),
        (lambda p: (p.root / "mkdocs.yml").unlink(), "mkdocs.yml"),
        (lambda p: p.edit("mkdocs.yml", "name: material", "name: khong-co"), "khong-co"),
    ],
    ids=[
        "theme-syntax",
        "theme-loses-the-content",
        "fragment-asks-too-much",
        "fragment-syntax",
        "fragment-gone",
        "theme-gone",
        "settings-syntax",
        "settings-type",
        "settings-unknown-key",
        "settings-gone",
        "engine-theme-unknown",
    ],
)
def test_a_failing_engine_leaves_the_site(
    province: Province, dvk: Dvk, good: Snapshot, break_it: Break, told: str
) -> None:
    """When theme, templates or settings fail, the old site stays and the message names what."""
    break_it(province)
    ended = dvk("build")

    assert ended.code == 1
    assert ended.err.startswith("Lỗi")
    assert told in ended.err
    assert "Traceback" not in ended.said
    assert state(province.site) == good
    assert remains(province) == ["site", "site.lock"]


@pytest.mark.parametrize("written", [1, 60])
def test_a_killed_build_leaves_the_site(tmp_path: Path, written: int) -> None:
    """A build killed while it writes leaves the old site; the next one succeeds and tidies."""
    province = provinces.many(tmp_path / "tinh", 100)
    assert province.run("dvk", "build").returncode == 0
    province.write("content/models/moi.md", model("Mới"))
    beside = province.root / "site.next"

    good = killed(province, lambda: count(beside) >= written)

    assert state(province.site) == good
    assert written <= count(beside) < len(good)
    assert province.run("dvk", "build").returncode == 0
    assert "mo-hinh/moi/index.html" in province.built.pages
    assert broken_links(province.built) == []
    assert remains(province) == ["site", "site.lock"]


def killed(province: Province, now: Callable[[], bool]) -> Snapshot:
    """Kill a build the moment something is true; the state of the site before it began.

    On a busy machine the build may be done before we look; then another one is killed.
    """
    for _ in range(5):
        before = state(province.site)
        build = province.start("dvk", "build")
        while build.poll() is None and not now():
            time.sleep(0.001)
        build.send_signal(signal.SIGKILL)
        build.communicate(timeout=10)
        if build.returncode == -signal.SIGKILL and now():
            return before
    pytest.fail("every build was done before it could be killed")


def count(folder: Path) -> int:
    """How many pages stand below a folder that may be changing."""
    return sum(name == "index.html" for _, _, names in os.walk(folder) for name in names)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; skipped where no such disk may be made."""
    folder = tmp_path / "dia"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no small disk can be made here; the limit on file sizes is tested instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(
    ("left", "how"),
    [(0, ()), (0, ("--clean",)), (30_000, ("--clean",)), (450_000, ("--clean",))],
)
def test_a_full_disk_leaves_the_site(
    province: Province, dvk: Dvk, disk: Path, left: int, how: tuple[str, ...]
) -> None:
    """However late the disk is full, the old site is untouched, and one sentence says why."""
    site = disk / "site"
    assert dvk("build", "--site-dir", str(site)).code == 0
    good = state(site)
    used = shutil.disk_usage(disk).used
    with (disk / "day").open("wb") as filler:
        filler.write(b"x" * max(0, shutil.disk_usage(disk).free - left))
    assert used > 450_000
    province.edit("content/models/duong-hoa.md", "Trồng hoa", "Trồng nhiều hoa")

    ended = dvk("build", "--site-dir", str(site), *how)

    assert (ended.code, ended.out) == (1, "")
    assert re.fullmatch(r"Lỗi: Không [^\n]*hết chỗ trên đĩa\.\n", ended.err)
    assert state(site) == good
    (disk / "day").unlink()
    assert dvk("build", "--site-dir", str(site)).code == 0
    assert sorted(each.name for each in disk.iterdir()) == ["site", "site.cache", "site.lock"]


@pytest.mark.parametrize("largest", [1_000, 11_000])
def test_a_limit_on_file_sizes_leaves_the_site(
    province: Province, good: Snapshot, largest: int
) -> None:
    """A system that refuses to let a file grow is told in one sentence, and the old site stays."""
    ended = subprocess.run(
        program("dvk", "build"),
        cwd=province.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
    )

    assert ended.returncode == 1
    assert re.fullmatch(r"Lỗi: Không [^\n]*vượt cỡ tệp được phép\.\n", ended.stderr)
    assert state(province.site) == good


def test_two_builds_of_one_site_do_not_meet(province: Province, dvk: Dvk, good: Snapshot) -> None:
    """While one build of a site runs, another says so and touches nothing."""
    with site_folder.only_build(province.site):
        ended = dvk("build")

    assert ended.code == 1
    assert re.fullmatch(r"Lỗi: Một lần dựng khác đang ghi vào [^\n]*\n", ended.err)
    assert state(province.site) == good
    assert dvk("build").code == 0


def test_a_folder_of_others_is_never_emptied(province: Province, dvk: Dvk, tmp_path: Path) -> None:
    """A folder that holds what was not built here is refused and stays as it was."""
    theirs = tmp_path / "anh-cuoi"
    theirs.mkdir()
    (theirs / "anh.txt").write_text("quý", "utf-8")
    before = state(theirs)
    ended = dvk("build", "--site-dir", str(theirs))

    assert ended.code == 1
    assert "không do dvk dựng ra" in ended.err
    assert state(theirs) == before


def test_warnings_stop_a_build_only_when_asked(
    province: Province, dvk: Dvk, good: Snapshot
) -> None:
    """With --strict a warning stops the build and the site stays; without it the site is built."""
    province.edit("content/plans/ke-hoach-tinh.md", "cap: tinh", "cap: tinh\nso_ky_hieu: 1-KH/XYZQ")
    strict = dvk("build", "--strict")

    assert strict.code == 1
    assert "CẢNH BÁO" in strict.err
    assert state(province.site) == good
    lenient = dvk("build")
    assert lenient.code == 0
    assert "CẢNH BÁO" in lenient.err
    assert "1-KH/XYZQ" in province.built.page("ke-hoach/ke-hoach-tinh/").text
