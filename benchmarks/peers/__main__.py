"""`python -m benchmarks.peers`: what a site of so many entries costs here, and with its peers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.machine import load, machine, today
from benchmarks.peers.peer import Peer
from benchmarks.peers.report import NAMES, tables
from benchmarks.peers.rounds import Run, rounds
from benchmarks.peers.workshop import PEERS, Workshop, add_options
from benchmarks.serving import Waits, told, waits

README = Path(__file__).parents[1] / "README.md"
OPENING, CLOSING = "<!-- results of benchmarks.peers -->", "<!-- end of the results -->"
_ONCE_FROM = 50_000
"""From so many entries on, one round has to do."""


def main() -> None:
    """Measure, print the tables, and put them into the README if that is wished."""
    wanted = _parser().parse_args()
    runs: list[Run] = []
    previews: list[Waits] = []
    with Workshop.opened(wanted.keep, wanted.tools) as workshop:
        versions = ""
        for entries in wanted.entries:
            content, peers = workshop.prepared(wanted.peers, entries)
            versions = "; ".join(peer.versions() for peer in peers)
            times = 1 if entries >= _ONCE_FROM else wanted.times
            for run in rounds(peers, entries, content, times, workshop.folder):
                _say(f"{run.peer}, {run.entries} entries, {run.step}: {_parts(run)}")
                runs.append(run)
            previews += _previews(peers, entries, content, wanted.edits, workshop.folder)
    found = f"{today()}; {machine()}; load {load()}. {versions}.\n\n{tables(runs, previews)}"
    print(found)
    if wanted.write:
        README.write_text(replaced(README.read_text("utf-8"), found), "utf-8")


def _previews(
    peers: Sequence[Peer], entries: int, content: Path, edits: int, folder: Path
) -> list[Waits]:
    found = []
    for peer in peers if edits else ():
        if seen := waits(peer, entries, content, edits, folder / f"{peer.name}-serve.log"):
            _say(told(seen))
            found.append(seen)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description=f"Build the same invented entries with {', '.join(NAMES.values())}.",
    )
    add_options(parser, PEERS, [1_000, 10_000])
    parser.add_argument("--times", type=int, default=3, help="rounds (one from 50,000 entries on)")
    parser.add_argument("--edits", type=int, default=5, help="edits in the preview; 0 for none")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    return parser


def replaced(page: str, found: str) -> str:
    """The page with what stood between its two marks replaced. ``ValueError`` without marks."""
    before, opening, rest = page.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not (opening and closing):
        raise ValueError(f"{README.name} lacks {OPENING} or {CLOSING}")
    return f"{before}{OPENING}\n\n{found}\n\n{CLOSING}{after}"


def _parts(run: Run) -> str:
    return ", ".join(
        f"{name} {cost.wall:.2f} s wall, {cost.cpu:.2f} s CPU, {cost.peak:.0f} MiB"
        for name, cost in run.parts.items()
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
