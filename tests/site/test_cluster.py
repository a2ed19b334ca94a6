"""A site drawn by other machines: a real scheduler, real workers, and one of them killed."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from benchmarks import corpus
from tests.site.provinces import ROOT, Province, environment, program

DAY = "1790000000"

# Each worker counts the pieces it draws. The one that is to be lost stops for good in its third,
# with two drawn and still held; the other waits after its first until the one is gone.
HALF_WAY = """
import time
from pathlib import Path

import generator.press

def dask_setup(worker):
    draw, count = generator.press.drawn, 0

    def drawn(press, routes):
        nonlocal count
        count += 1
        if {lost} and count == 3:
            Path("half-way").touch()
            time.sleep(600)
        while not {lost} and count > 1 and not Path("killed").exists():
            time.sleep(0.02)
        with Path("{name}.drawn").open("a") as told:
            print(len(routes), file=told)
        return draw(press, routes)

    generator.press.drawn = drawn
    Path("{name}.ready").touch()
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred and sixty invented entries."""
    folder = tmp_path_factory.mktemp("entries")
    corpus.write(150, folder, 10)
    return folder / "content"


@pytest.fixture(scope="module")
def local(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their site as this machine makes it by itself."""
    site = tmp_path_factory.mktemp("local") / "site"
    ended = Province(ROOT).run(*told(content, site), SOURCE_DATE_EPOCH=DAY)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return site


@pytest.mark.parametrize("shared", [False, True], ids=["by the scheduler", "by a shared folder"])
def test_a_worker_killed_half_way_loses_nothing(
    content: Path, local: Path, tmp_path: Path, shared: bool
) -> None:
    """With one of two workers killed amid the drawing, the site is byte for byte the local one."""
    site, folder = tmp_path / "site", tmp_path / "shared"
    ways = ("--shared", str(folder)) if shared else ()
    with scheduler(tmp_path) as address, ExitStack() as workers:
        lost = workers.enter_context(worker(address, tmp_path, "lost"))
        workers.enter_context(worker(address, tmp_path, "left"))
        command = program(*told(content, site), "--scheduler", address, *ways)
        with running(command, ROOT, SOURCE_DATE_EPOCH=DAY) as build:
            until(lambda: (tmp_path / "half-way").exists() or build.poll() is not None)
            lost.kill()
            assert lost.wait() == -signal.SIGKILL
            (tmp_path / "killed").touch()
            said, _ = build.communicate(timeout=60)
    assert build.returncode == 0, said
    assert drawn(tmp_path, "lost") == 2
    assert drawn(tmp_path, "left") > drawn(tmp_path, "lost")
    assert differing(files(site), files(local)) == []
    assert not shared or list(folder.iterdir()) == []


def told(content: Path, site: Path) -> tuple[str, ...]:
    """The command that makes a site of the entries."""
    return ("dvk", "build", "--content", str(content), "--site-dir", str(site), "--clean")


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """A scheduler of its own process; its address."""
    file = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    command = program("dask", "scheduler", *options, "--scheduler-file", str(file))
    with running(command, folder) as process:
        until(lambda: file.exists() or process.poll() is not None)
        yield json.loads(file.read_text("utf-8"))["address"]


@contextmanager
def worker(address: str, folder: Path, name: str) -> Iterator[subprocess.Popen[str]]:
    """A worker of its own process, which nobody starts again; it draws as ``HALF_WAY`` says."""
    preload = folder / f"{name}.py"
    preload.write_text(HALF_WAY.format(name=name, lost=name == "lost"), "utf-8")
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--preload", str(preload))
    place = ("--local-directory", str(folder / name), "--host", "127.0.0.1", "--name", name)
    with running(program("dask", "worker", address, *options, *place), folder) as process:
        until(lambda: (folder / f"{name}.ready").exists() or process.poll() is not None)
        yield process


@contextmanager
def running(command: list[str], folder: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A process, ended with the block whatever happens; what it says goes to its stdout."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(done: Callable[[], bool]) -> None:
    """Wait until something has come about."""
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def drawn(folder: Path, name: str) -> int:
    """How many pieces a worker has drawn."""
    return len((folder / f"{name}.drawn").read_text("utf-8").splitlines())


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths of files that only one has, or that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    found = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}
