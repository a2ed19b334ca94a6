"""The live site is replaced as a whole, by one build at a time, and only if it is ours."""

import contextlib
import errno
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.adapters import site_files, site_folder, storage
from generator.adapters.site_folder import (
    MARKER,
    BuildBusy,
    NotOurFolder,
    amend,
    cache_folder,
    only_build,
    swap,
)
from generator.adapters.storage import StorageError

ONE = {"index.html": "một", "mo-hinh/a/index.html": "a", "mo-hinh/cu.html": "cũ"}
TWO = {"index.html": "hai", "mo-hinh/a/index.html": "a2", "a-moi.html": "mới", "moi.html": "mới"}


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write these files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def files(folder: Path) -> dict[str, str]:
    """All published files below a folder, with their text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and ".dvk-" not in path.as_posix()
    }


def publish(live: Path, contents: Mapping[str, str]) -> None:
    """A whole build."""
    with only_build(live) as new:
        fill(new, contents)
        swap(new, live)


@pytest.fixture(params=["exchange", "renames", "inside"])
def live(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a site: on Linux, on a system without exchange, and on a mount."""
    folder = tmp_path / "site"
    if request.param == "renames":
        monkeypatch.setattr(storage, "exchange", lambda one, other: False)
    if request.param == "inside":
        folder.mkdir()
        monkeypatch.setattr(site_folder, "_is_mount", lambda path: path == folder)
    return folder


def test_builds_follow_one_another(live: Path) -> None:
    """Each build's files, and only they, are live after it; nothing else is left lying about."""
    publish(live, ONE)
    assert files(live) == ONE
    publish(live, TWO)
    assert files(live) == TWO
    left = {path.name for path in live.parent.iterdir()} - {"site", "site.lock"}
    inside = {path.name for path in live.iterdir()} - {
        "index.html",
        "mo-hinh",
        "a-moi.html",
        "moi.html",
    }
    assert left == set()
    assert inside <= {MARKER, ".dvk-lock"}


def test_a_failed_build_leaves_the_live_site(live: Path) -> None:
    """Whatever a build raises, the last good site stands and the unfinished one is gone."""
    publish(live, ONE)
    building = contextlib.ExitStack()
    new = building.enter_context(only_build(live))
    fill(new, TWO)
    with pytest.raises(ZeroDivisionError), building:
        raise ZeroDivisionError
    assert files(live) == ONE
    assert not new.exists()


def test_a_second_build_is_turned_away(live: Path) -> None:
    """While one build runs another is refused at once, in Vietnamese; afterwards it may run."""
    with only_build(live):  # noqa: SIM117 - the second must be refused inside the first
        with pytest.raises(BuildBusy, match=r"Một lần dựng khác đang ghi vào .*site"):
            with only_build(live):
                pass
    publish(live, ONE)
    assert files(live) == ONE


def test_a_swap_that_fails_puts_the_live_site_back(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a step of the swap fails, all that was moved returns."""
    publish(live, ONE)
    real = Path.rename

    def failing(path: Path, target: Path) -> Path:
        arrives_last = path.name == "moi.html" and target.parent == live
        if arrives_last or (path.name == "site.next" and target == live):
            raise OSError(errno.EBUSY, "busy")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    monkeypatch.setattr(storage, "exchange", lambda one, other: False)
    with pytest.raises(StorageError, match=r"trang cũ còn nguyên: thư mục đang được dùng\."):
        publish(live, TWO)
    assert files(live) == ONE


def test_the_old_site_returns_after_a_kill_between_two_renames(tmp_path: Path) -> None:
    """Where the live folder is missing and the old one is there, the next build restores it."""
    live = tmp_path / "site"
    publish(live, ONE)
    live.rename(tmp_path / "site.prev")
    fill(tmp_path / "site.next", {MARKER: "", **TWO})
    with only_build(live) as new:
        assert files(live) == ONE
        assert files(new) == {}


def test_missing_parts_return_after_a_kill_inside_a_mount(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a swap cut short inside a mount, what is missing from the live site comes back."""
    live = tmp_path / "site"
    live.mkdir()
    monkeypatch.setattr(site_folder, "_is_mount", lambda path: path == live)
    publish(live, ONE)
    fill(live / ".dvk-prev", {MARKER: ""})
    (live / "mo-hinh").rename(live / ".dvk-prev" / "mo-hinh")
    with only_build(live):
        assert files(live) == ONE


def test_a_killed_build_leaves_no_lock_and_no_rubbish(tmp_path: Path) -> None:
    """After a build is killed the next one runs, and clears away what it left."""
    live = tmp_path / "site"
    publish(live, ONE)
    script = (
        "import os, sys, signal; from pathlib import Path\n"
        "from generator.adapters.site_folder import only_build\n"
        "with only_build(Path(sys.argv[1])) as new:\n"
        "    (new / 'nua.html').write_text('')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(live)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "site.next" / "nua.html").exists()
    assert files(live) == ONE
    publish(live, TWO)
    assert files(live) == TWO
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.lock"}


def test_a_kill_while_clearing_away_brings_nothing_back(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a new site is live, what was left of the old one is rubbish and stays so."""

    def failing(folder: Path) -> None:
        if folder.exists():
            raise OSError(errno.EIO, "killed")

    publish(live, ONE)
    with monkeypatch.context() as killed, only_build(live) as new:
        fill(new, TWO)
        killed.setattr(site_folder, "_discard", failing)
        swap(new, live)
    with only_build(live):
        assert files(live) == TWO


def test_half_a_removal_is_finished_by_the_next_build(tmp_path: Path) -> None:
    """The marker goes last, so what is left of a removal can still be told for ours."""
    live = tmp_path / "site"
    publish(live, ONE)
    fill(tmp_path / "site.prev", {MARKER: "", "sot-lai.html": ""})
    publish(live, TWO)
    assert not (tmp_path / "site.prev").exists()


@pytest.mark.parametrize("name", ["ghi-chep.txt", "index.html", "sitemap.xml", "thu-muc/a.txt"])
def test_a_folder_with_other_things_is_refused(tmp_path: Path, name: str) -> None:
    """A folder dvk did not make keeps every file, and the message says what to do."""
    live = tmp_path / "site"
    fill(live, {name: "của tôi"})
    with pytest.raises(NotOurFolder, match=r"không do dvk dựng ra.*site_dir"), only_build(live):
        pass
    with pytest.raises(NotOurFolder):
        swap(tmp_path / "new", live)
    assert files(live) == {name: "của tôi"}


def test_an_empty_folder_and_mkdocs_own_output_are_accepted(tmp_path: Path) -> None:
    """A folder with nothing in it, or with a site MkDocs built, may be replaced."""
    (tmp_path / "trong").mkdir()
    publish(tmp_path / "trong", ONE)
    fill(tmp_path / "site", {"index.html": "", "sitemap.xml": "", "assets/a.css": ""})
    publish(tmp_path / "site", ONE)
    assert files(tmp_path / "trong") == files(tmp_path / "site") == ONE


def test_a_git_checkout_is_refused(tmp_path: Path) -> None:
    """Even one that holds a site of ours, for its history would be lost."""
    live = tmp_path / "site"
    publish(live, ONE)
    (live / ".git").mkdir()
    with pytest.raises(NotOurFolder, match="kho Git"), only_build(live):
        pass
    assert files(live) == ONE


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """A file where the site should stand is kept."""
    (tmp_path / "site").write_text("tệp")
    with pytest.raises(NotOurFolder, match="là một tệp"), only_build(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text() == "tệp"


@pytest.mark.parametrize("name", ["site.prev", "site.next"])
def test_a_neighbour_that_is_not_ours_is_never_removed(tmp_path: Path, name: str) -> None:
    """A folder that merely bears the name of one of ours keeps its files."""
    fill(tmp_path / name, {"anh.jpg": "quý"})
    with pytest.raises(NotOurFolder, match=name), only_build(tmp_path / "site"):
        pass
    assert files(tmp_path / name) == {"anh.jpg": "quý"}


def test_a_linked_neighbour_is_never_followed(tmp_path: Path) -> None:
    """A link named like one of our folders is refused, what it leads to kept."""
    fill(tmp_path / "quy", {MARKER: "", "anh.jpg": "quý"})
    (tmp_path / "site.next").symlink_to(tmp_path / "quy")
    with pytest.raises(NotOurFolder), only_build(tmp_path / "site"):
        pass
    assert files(tmp_path / "quy") == {"anh.jpg": "quý"}


def test_links_inside_an_old_site_are_not_followed(tmp_path: Path) -> None:
    """Removing an old site removes its links, not what they lead to."""
    live = tmp_path / "site"
    fill(tmp_path / "quy", {"anh.jpg": "quý"})
    publish(live, ONE)
    (live / "anh").symlink_to(tmp_path / "quy")
    publish(live, TWO)
    assert files(live) == TWO
    assert files(tmp_path / "quy") == {"anh.jpg": "quý"}
    assert {path.name for path in tmp_path.iterdir()} == {"quy", "site", "site.lock"}


def test_a_linked_site_folder_stays_a_link(tmp_path: Path) -> None:
    """The folder behind the link is replaced, its neighbours made beside it."""
    (tmp_path / "dia").mkdir()
    live = tmp_path / "site"
    live.symlink_to(tmp_path / "dia" / "that")
    publish(live, ONE)
    publish(live, TWO)
    assert live.is_symlink()
    assert files(tmp_path / "dia" / "that") == TWO


def test_a_new_folder_made_elsewhere_can_be_swapped_in(tmp_path: Path) -> None:
    """Any folder on the same disk may take the live one's place, and gets the marker."""
    fill(tmp_path / "khac" / "moi", ONE)
    swap(tmp_path / "khac" / "moi", tmp_path / "site")
    assert files(tmp_path / "site") == ONE
    publish(tmp_path / "site", TWO)
    assert files(tmp_path / "site") == TWO


@pytest.mark.skipif(
    sys.platform != "linux", reason="other systems take the site away for an instant"
)
def test_readers_always_meet_a_whole_site(tmp_path: Path) -> None:
    """On Linux the two folders change places at once: the live one is never missing."""
    one, other = tmp_path / "a", tmp_path / "b"
    fill(one, ONE)
    fill(other, TWO)
    before = one.stat().st_ino
    assert storage.exchange(one, other)
    assert other.stat().st_ino == before
    assert files(one) == TWO


def test_a_bound_folder_is_known_for_a_mount() -> None:
    """The root is a mount, a plain folder is none."""
    assert site_folder._is_mount(Path("/"))
    assert not site_folder._is_mount(Path(__file__).resolve().parent)


CHANGED = {"index.html": "hai", "mo-hinh/moi/index.html": "mới"}
KEPT = {*CHANGED, "mo-hinh/a/index.html"}
AMENDED = {**CHANGED, "mo-hinh/a/index.html": "a"}


def change(live: Path) -> None:
    """A build that makes only what has changed."""
    with only_build(live) as beside:
        fill(beside, CHANGED)
        amend(beside, live, sorted(site_files.files_below(live).keys() - KEPT))


def test_a_site_is_amended_file_by_file(live: Path) -> None:
    """What changed is replaced, what is no more is gone, and the rest is not touched."""
    publish(live, ONE)
    before = (live / "mo-hinh/a/index.html").stat()
    change(live)
    assert files(live) == AMENDED
    after = (live / "mo-hinh/a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not (live.parent / "site.next").exists()
    assert not (live / ".dvk-next").exists()
    assert (live / MARKER).is_file()


def test_what_a_stranger_put_into_the_site_goes(live: Path) -> None:
    """Files, folders and links that no build made are gone after the next one."""
    publish(live, ONE)
    fill(live, {"tay.html": "viết tay", "mo-hinh/la/x": "lạ"})
    (live / "lien-ket").symlink_to(live.parent)
    change(live)
    assert files(live) == AMENDED
    assert live.parent.is_dir()


def _killed_while_amending(live: Path, step: int) -> None:
    """A process of its own that is killed at some step of an amendment, in whatever place."""
    code = f"""
import os, signal, sys
from pathlib import Path
from generator.adapters import site_files, site_folder, storage
real, steps = storage._move, iter(range({step}))
def move(*arguments):
    if next(steps, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments)
storage._move = move
if {(live / ".dvk-lock").exists()}:
    site_folder._is_mount = lambda path: path == Path({str(live)!r})
with site_folder.only_build(Path({str(live)!r})) as beside:
    for name, text in {CHANGED!r}.items():
        storage.put(beside / name, text.encode())
    live = Path({str(live)!r})
    site_folder.amend(beside, live, sorted(site_files.files_below(live).keys() - {KEPT!r}))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", range(2))
def test_a_killed_amendment_is_finished_by_the_next_build(live: Path, step: int) -> None:
    """Even one that fails itself: after it the site is the amended one, whole."""
    publish(live, ONE)
    _killed_while_amending(live, step)
    assert files(live) != AMENDED
    with contextlib.suppress(ZeroDivisionError), only_build(live):
        raise ZeroDivisionError
    assert files(live) == AMENDED


def test_an_amendment_that_is_interrupted_is_not_thrown_away(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error or Ctrl-C between two files leaves the others for the next build to put in place."""
    publish(live, ONE)

    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storage, "_take_away", interrupted)
        with pytest.raises(KeyboardInterrupt):
            change(live)
    with only_build(live):
        assert files(live) == AMENDED


def test_an_amendment_never_goes_into_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    """Who removed the site after a kill, or put another folder there, gets nothing of it."""
    live = tmp_path / "site"
    publish(live, ONE)
    _killed_while_amending(live, 1)
    shutil.rmtree(live)
    with only_build(live):
        assert not live.exists()

    publish(live, ONE)
    _killed_while_amending(live, 1)
    shutil.rmtree(live)
    fill(live, {"thu.txt": "của tôi"})
    with pytest.raises(NotOurFolder), only_build(live):
        pass
    assert files(live) == {"thu.txt": "của tôi"}


def test_the_cache_stands_beside_the_site_or_within_a_mount(live: Path) -> None:
    """A swap and an amendment leave it, and it is no part of the site."""
    publish(live, ONE)
    cache = cache_folder(live)
    fill(cache, {"ledger": "x"})
    change(live)
    assert (cache / "ledger").read_text() == "x"
    publish(live, TWO)
    assert (cache / "ledger").read_text() == "x"
    assert files(live) == TWO
    assert cache.name in ("site.cache", ".dvk-cache")
