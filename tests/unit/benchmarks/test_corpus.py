"""The corpus is the same every time, valid, and shaped like what it stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from benchmarks import corpus
from generator.check import Checked, check

COUNT = 240
TODAY = date(2026, 12, 1)


def texts(folder: Path) -> dict[str, str]:
    """Every file of a content folder, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def entries(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if path.startswith("models/")]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(COUNT, folder, COUNT // 20)
    return folder / "content"


@pytest.fixture(scope="module")
def checked(content: Path) -> Checked:
    return check(content, TODAY)


def test_the_same_files_are_written_every_time(content: Path, tmp_path: Path) -> None:
    """Nothing in a corpus depends on when, where or by how many processes it is written."""
    corpus.write(COUNT, tmp_path, COUNT // 20)
    assert texts(tmp_path / "content") == texts(content)


def test_a_small_corpus_is_the_beginning_of_a_larger_one(content: Path, tmp_path: Path) -> None:
    """Each file of the corpus of 60 stands in the corpus of 240, byte for byte."""
    corpus.write(60, tmp_path, 3)
    small, large = texts(tmp_path / "content"), texts(content)
    assert len(entries(small)) == 60
    assert small.items() <= large.items()


def test_what_stood_in_the_folder_before_is_gone(content: Path, tmp_path: Path) -> None:
    """A second, smaller corpus leaves nothing of the first behind."""
    corpus.write(30, tmp_path, 1)
    corpus.write(10, tmp_path, 0)
    paths = texts(tmp_path / "content")
    assert len(entries(paths)) == 10
    assert not [path for path in paths if path.startswith("plans/")]


def test_every_entry_is_one_that_an_editor_could_publish(checked: Checked) -> None:
    """The check of the content finds nothing to say, not even a warning."""
    assert not checked.problems
    assert len(checked.catalogue.models) == COUNT
    assert len(checked.catalogue.plans) == COUNT // 20


def test_no_two_models_have_one_name(checked: Checked) -> None:
    """Each model can be told from every other by its title."""
    names = Counter(item.entry.name for item in checked.catalogue.models.values())
    assert names.most_common(1)[0][1] == 1


def test_lineages_have_chains_and_forks(checked: Checked) -> None:
    """Some model is a copy of a copy, and some model was copied more than once."""
    originals = checked.links.originals
    assert any(original.slug in originals for original in originals.values())
    assert any(len(copies) > 1 for copies in checked.links.copies.values())


def test_every_axis_of_the_lists_is_in_use(checked: Checked) -> None:
    """Fields, forms, levels, years and provinces of today are all spread over the models."""
    catalogue = checked.catalogue
    assert set(catalogue.by_field) == set(catalogue.vocabulary.ids("linh_vuc"))
    assert set(catalogue.by_form) == {"tap-the", "ca-nhan"}
    assert len(catalogue.by_level) >= 4
    assert len(catalogue.by_province) > 25
    assert len(catalogue.by_year) > 10


def test_former_provinces_are_named_where_they_were_in_use(checked: Checked) -> None:
    """Older entries carry a province that is now a part of another, later ones never do."""
    places = [item.entry.place for item in checked.catalogue.models.values()]
    old = [place for place in places if place.province in ("Bình Thuận", "Kon Tum", "Hà Nam")]
    assert old
    assert all(place.year and place.year < corpus.NO_DISTRICTS_FROM for place in old)


def test_bodies_are_as_long_and_as_varied_as_planned(checked: Checked) -> None:
    """A mean body has about 450 words and 2.7 kB; neighbouring syllables make many pairs."""
    bodies = [
        re.sub(r"\]\([^)]*\)", "]", item.source.body) for item in checked.catalogue.models.values()
    ]
    words = [re.findall(r"\w+", body.lower()) for body in bodies]
    assert 400 < mean(len(each) for each in words) < 500
    assert 2400 < mean(len(body.encode()) for body in bodies) < 3000
    pairs = {pair for each in words for pair in pairwise(each)}
    assert len(pairs) > 5000


def test_words_are_spread_as_in_prose(checked: Checked) -> None:
    """A few words stand in over a fifth of all bodies, most words in less than a fiftieth."""
    bodies = [item.source.body.lower() for item in checked.catalogue.models.values()]
    found = Counter(word for body in bodies for word in set(re.findall(r"\w+", body)))
    everywhere = sum(count > COUNT / 5 for count in found.values())
    hardly = sum(count < COUNT / 50 for count in found.values())
    assert 0.05 < everywhere / len(found) < 0.25
    assert hardly / len(found) > 0.5


def test_each_body_has_its_headings_lists_table_and_links(checked: Checked) -> None:
    """All but the first entry hold five headings, two lists, a table and two links to entries."""
    for item in checked.catalogue.models.values():
        body = item.source.body
        assert len(re.findall(r"^## ", body, re.MULTILINE)) == 5
        assert re.search(r"^1\. ", body, re.MULTILINE)
        assert re.search(r"^- ", body, re.MULTILINE)
        assert "| --- | --- | --- |" in body
        expected = 0 if item.slug == corpus.identity(0).slug else 2
        assert len(re.findall(r"\]\(\.\./[\w-]+/[\w-]+\.md\)", body)) == expected
