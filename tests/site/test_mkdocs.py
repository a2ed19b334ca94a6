"""Plain ``mkdocs build`` gives the whole site too, as every user of MkDocs expects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site import provinces
from tests.site.provinces import ROOT, Province
from tests.site.site_reading import files

DAY = "1790000000"


@pytest.fixture
def whole(tmp_path: Path) -> Province:
    """The repository's own content, in a province's folder."""
    province = provinces.found(tmp_path / "tinh")
    shutil.copytree(ROOT / "content", province.root / "content", dirs_exist_ok=True)
    return province


def test_mkdocs_gives_the_same_site(whole: Province) -> None:
    """``mkdocs build --strict`` and ``dvk build`` give the same files with the same bytes."""
    ours = whole.run("dvk", "build", SOURCE_DATE_EPOCH=DAY)
    assert ours.returncode == 0, ours.stderr
    expected = files(whole.site)
    theirs = whole.run("mkdocs", "build", "--strict", "-d", "site-2", SOURCE_DATE_EPOCH=DAY)
    assert theirs.returncode == 0, theirs.stderr
    found = files(whole.root / "site-2")
    del expected[site_marker(expected)]

    assert len(expected) > 180
    assert found.keys() == expected.keys()
    assert [name for name, data in expected.items() if found[name] != data] == []
    assert "WARNING" not in theirs.stderr


def site_marker(site: dict[str, bytes]) -> str:
    """The one file that only ``dvk`` writes."""
    (marker,) = [name for name in site if name.startswith(".")]
    return marker


def test_mkdocs_may_build_over_a_site_of_dvk_and_back(province: Province) -> None:
    """Either command may follow the other into the same folder."""
    for command in (["mkdocs", "build", "--strict"], ["dvk", "build"], ["mkdocs", "build"]):
        ended = province.run(*command)
        assert ended.returncode == 0, ended.stderr
        assert "mo-hinh/duong-hoa/index.html" in province.built.pages


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (
            "content/models/duong-hoa.md",
            "kinh-te",
            "khong-co",
            "content/models/duong-hoa.md:5:11: LỖI",
        ),
        ("mkdocs.yml", "page_size: 24", "page_sise: 24", "page_sise"),
    ],
)
def test_mkdocs_stops_at_an_error_before_it_empties_the_site(
    province: Province, path: str, old: str, new: str, told: str
) -> None:
    """With an error in content or settings MkDocs fails with our message and leaves the site."""
    assert province.run("mkdocs", "build").returncode == 0
    good = files(province.site)
    province.edit(path, old, new)
    ended = province.run("mkdocs", "build")

    assert ended.returncode != 0
    assert told in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert len(good) > 60
    assert files(province.site) == good


def test_a_broken_fragment_is_told_by_mkdocs_in_one_sentence(province: Province) -> None:
    """A template that cannot be used ends ``mkdocs build`` with its name and no traceback."""
    province.write("theme/fragments/model.html", "{{ view.khong_co }}")
    ended = province.run("mkdocs", "build")

    assert ended.returncode != 0
    assert "Mẫu trang model.html" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_a_warning_stops_mkdocs_only_when_strict(province: Province) -> None:
    """What ``dvk check`` warns of is a warning of MkDocs, which --strict refuses."""
    province.edit("content/plans/ke-hoach-tinh.md", "cap: tinh", "cap: tinh\nso_ky_hieu: 1-KH/XYZQ")
    lenient, strict = (province.run("mkdocs", "build", *option) for option in ([], ["--strict"]))

    assert lenient.returncode == 0
    assert "content/plans/ke-hoach-tinh.md:5:13" in lenient.stderr
    assert strict.returncode != 0
