"""Every peer in turn, again and again, so that a busy moment of the machine hits no one alone.

A round takes each peer through its steps: a cold build, a build after no change (where that can be
less), and the build that publishes one edit. Every second round goes the other way round.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from benchmarks.peers.editing import Edit, editing
from benchmarks.peers.measuring import Cost, measure
from benchmarks.peers.peer import Peer

COLD, UNCHANGED, EDIT = "cold build", "unchanged", "one edit"
STEPS = (COLD, UNCHANGED, EDIT)
_CLOCK_STEP = 10_000_000
"""Nanoseconds by which the times of files may lag behind the clock."""


class NotPublishedError(RuntimeError):
    """A build ended well, but its page does not say what the entry says."""


@dataclass(frozen=True)
class Size:
    """So many files, so many bytes."""

    files: int
    bytes: int


@dataclass(frozen=True)
class Run:
    """One step of one peer, measured once."""

    peer: str
    entries: int
    step: str
    parts: Mapping[str, Cost]
    """What each command took, by its name."""

    site: Size
    written: Size
    """Of the site, what this step wrote anew."""

    @property
    def cost(self) -> Cost:
        """All commands together."""
        return reduce(add, self.parts.values())


def rounds(
    peers: Sequence[Peer], entries: int, content: Path, times: int, logs: Path
) -> Iterator[Run]:
    """Each step of each peer, ``times`` over; the peers are prepared already.

    Raises ``CommandError``, and ``NotPublishedError`` when a page lacks what was edited.
    """
    with editing(content, peers) as edit:
        for turn in range(times):
            edit.undo(peers)
            for peer in peers if turn % 2 == 0 else list(reversed(peers)):
                yield from _steps(peer, entries, edit, turn, logs)


def _steps(peer: Peer, entries: int, edit: Edit, turn: int, logs: Path) -> Iterator[Run]:
    peer.forget()
    yield _step(peer, entries, COLD, logs)
    if peer.does_less_when_unchanged:
        yield _step(peer, entries, UNCHANGED, logs)
    sentence = edit.apply(turn, peer)
    page = peer.site / peer.page(edit.path)
    if sentence in page.read_text("utf-8"):
        raise NotPublishedError(f"{peer.name}: {page} had the edit before it was made")
    run = _step(peer, entries, EDIT, logs)
    if sentence not in page.read_text("utf-8"):
        raise NotPublishedError(f"{peer.name}: {page} lacks “{sentence}”")
    yield run


def _step(peer: Peer, entries: int, step: str, logs: Path) -> Run:
    started = time.time_ns() - _CLOCK_STEP
    parts = {
        each.name: measure(each.words, peer.root, each.settings, logs / f"{each.name}.log")
        for each in peer.commands()
    }
    return Run(peer.name, entries, step, parts, size(peer.site), size(peer.site, started))


def size(folder: Path, since: int = 0) -> Size:
    """The files below a folder that were written since then (nanoseconds of the clock)."""
    found = [path.stat() for path in folder.rglob("*") if path.is_file()]
    sizes = [each.st_size for each in found if each.st_mtime_ns >= since]
    return Size(len(sizes), sum(sizes))
