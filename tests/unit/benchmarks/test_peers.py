"""Every peer is given the same entries and the same edit, and is held to publishing it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from benchmarks import corpus
from benchmarks.peers.editing import editing
from benchmarks.peers.entries import edited, one_to_edit, read, read_all
from benchmarks.peers.hugo import flat_keys, rare_words
from benchmarks.peers.mkdocs import MkDocs
from benchmarks.peers.ours import Ours
from benchmarks.peers.peer import Command
from benchmarks.peers.rounds import COLD, EDIT, NotPublishedError, rounds

COPY = """
import pathlib, shutil
for path in pathlib.Path("in").iterdir():
    (target := pathlib.Path("out", path.stem)).mkdir(parents=True, exist_ok=True)
    {how}(path, target / "index.html")
"""


@dataclass
class Copier:
    """A generator that copies; or, without ``publishes``, one that never copies twice."""

    root: Path
    name: str = "copier"
    publishes: bool = True
    does_less_when_unchanged: bool = False

    @property
    def site(self) -> Path:
        return self.root / "out"

    def prepare(self, content: Path) -> None:
        (self.root / "in").mkdir(parents=True)

    def take_over(self, content: Path, path: Path) -> None:
        (self.root / "in" / path.name).write_text((content / path).read_text("utf-8"), "utf-8")

    def forget(self) -> None:
        for path in self.site.rglob("index.html"):
            path.unlink()

    def commands(self) -> Sequence[Command]:
        once = "(lambda a, b: b.exists() or shutil.copy(a, b))"
        code = COPY.format(how="shutil.copy" if self.publishes else once)
        return [Command("copy", [sys.executable, "-c", code])]

    def serving(self, port: int) -> None:
        return None

    def page(self, path: Path) -> Path:
        return Path(path.stem, "index.html")

    def versions(self) -> str:
        return "1"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(60, folder, 3)
    return folder / "content"


def copier(root: Path, content: Path, **how: bool) -> Copier:
    peer = Copier(root, root.name, **how)
    peer.prepare(content)
    return peer


def test_an_edit_changes_a_sentence_and_a_figure(content: Path) -> None:
    """An edit leaves a valid entry with one sentence more and another figure."""
    path = one_to_edit(content)
    before = (content / path).read_text("utf-8")
    after, sentence = edited(before, 7)
    facts, was = (yaml.safe_load(text.split("---\n")[1]) for text in (after, before))
    assert sentence in after
    assert sentence not in before
    changed = [key for key in facts if facts[key] != was[key]]
    assert changed == ["ket_qua"]
    assert 1007 in [each["gia_tri"] for each in facts["ket_qua"]]


def test_the_entry_is_put_back(content: Path, tmp_path: Path) -> None:
    """After the edits, also after a failure, the corpus is what it was."""
    path = content / one_to_edit(content)
    before = path.read_text("utf-8")
    peer = copier(tmp_path / "a", content)

    def interrupted() -> None:
        with editing(content, [peer]) as edit:
            edit.apply(1, peer)
            assert path.read_text("utf-8") != before
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text("utf-8") == before
    assert (peer.root / "in" / path.name).read_text("utf-8") == before


def test_peers_take_turns(content: Path, tmp_path: Path) -> None:
    """Every second round goes the other way round, and each step of each is measured once."""
    peers = [copier(tmp_path / name, content) for name in ("a", "b")]
    runs = list(rounds(peers, 60, content, 2, tmp_path))
    assert [run.peer for run in runs] == ["a", "a", "b", "b", "b", "b", "a", "a"]
    assert [run.step for run in runs] == [COLD, EDIT] * 4
    assert {(run.site.files, run.written.files) for run in runs} == {(1, 1)}


def test_an_edit_must_be_published(content: Path, tmp_path: Path) -> None:
    """A quick build that leaves the old page standing is no result."""
    peer = copier(tmp_path / "a", content, publishes=False)
    with pytest.raises(NotPublishedError):
        list(rounds([peer], 60, content, 1, tmp_path))


def test_hugo_finds_what_it_cannot_work_out(content: Path) -> None:
    """Each model carries its lists as flat keys, in words that Hugo's layouts have labels for."""
    sources = list(read_all(content))
    places = {each.slug: f"/{each.slug}" for each in sources}
    rare = rare_words(sources)
    for source in sources:
        keys = dict(flat_keys(source, places, rare))
        assert keys["title"] == source.facts["ten"]
        if not source.is_plan:
            assert keys["dia-ban"] == [source.path.parts[1]]
            assert keys["ke-hoach"] == source.facts["ke_hoach"]
            assert ("original" in keys) == ("nhan_rong_tu" in source.facts)


def test_models_are_related_by_rare_words(content: Path) -> None:
    """A word that more than 120 models share relates none of them, whatever the size."""
    sources = list(read_all(content))
    assert "ở" in rare_words(sources)
    assert "ở" not in rare_words(sources * 3)


def test_mkdocs_pages_hold_the_facts(content: Path, tmp_path: Path) -> None:
    """MkDocs is given each entry as one page with its facts, its body and its tags."""
    peer = MkDocs(tmp_path / "mkdocs")
    peer.prepare(content)
    path = one_to_edit(content)
    page = (peer.root / "docs" / path).read_text("utf-8")
    source = read(content, path)
    assert source.body in page
    assert f"| Đơn vị thực hiện | {source.facts['don_vi']} |" in page
    assert str(source.facts["bat_dau"]) in yaml.safe_load(page.split("---\n")[1])["tags"]


def test_a_cold_build_of_ours_knows_nothing_of_the_last(content: Path, tmp_path: Path) -> None:
    """Whatever a build leaves in its folder is gone before a cold one; what it was given stays."""
    peer = Ours(tmp_path / "dvk")
    peer.prepare(content)
    given = set(peer.root.rglob("*"))
    for made in ("site/index.html", ".cache/x/y", "build/cache/z", "site.next/a"):
        (peer.root / made).parent.mkdir(parents=True, exist_ok=True)
        (peer.root / made).write_text("made")
    peer.forget()
    assert set(peer.root.rglob("*")) == given
