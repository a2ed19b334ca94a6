"""A build that makes only what has changed leaves the very site that one from nothing makes."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator import build
from tests.site.made_files import settings_file, write
from tests.site.made_worlds import edited, made_edit, made_world

SEEDED = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Draws nothing but the seed of a chance that chooses evenly; there is nothing to be shrunk."""


def built(folder: Path, site: str, *, clean: bool, processes: int = 1) -> dict[str, bytes]:
    """Build the content in a folder into a site there; every file of it."""
    config, content, live = folder / "mkdocs.yml", folder / "content", folder / site
    asked = {"processes": processes, "clean": clean, "to_build": True}
    prepared = build.prepare(config, content, live, **asked)
    told = [f"{p.place} {p.message}" for p in prepared.checked.problems]
    assert not prepared.checked.failed, told
    build.build(prepared)
    return files(live)


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    found = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths of files that only one has, or that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@settings(SEEDED, max_examples=4)
@given(st.randoms(use_true_random=True))
def test_whatever_is_edited_the_site_is_as_if_built_anew(random: Random) -> None:
    """After any edits, additions and removals every byte is that of a clean build."""
    world, series = made_world(random), []
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings_file(folder)
        write(world, folder / "content")
        built(folder, "grown", clean=False)
        for number in range(1, 10):
            series.append(made_edit(world, random))
            world = edited(world, series[-1])
            write(world, folder / "content")
            after = built(folder, "grown", clean=False)
            if number % 3 == 0:
                assert differing(after, built(folder, "fresh", clean=True)) == [], series
