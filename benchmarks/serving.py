"""From saving a file until the preview shows it: what an editor waits for.

``python -m benchmarks.serving [--entries N] [--peers dvk hugo]`` starts the preview over invented
entries, edits one, and asks for its page every 10 ms until the new sentence stands in it: first
in a hurry, so that edits fall into what the preview still does for earlier ones, then at leisure.
Knows of a preview only its command and its pages over HTTP.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.peers.editing import Edit, editing
from benchmarks.peers.measuring import Watch, watched
from benchmarks.peers.peer import Peer
from benchmarks.peers.workshop import Workshop, add_options

_EVERY = 0.01
HURRIED = (1.0, 3.0, 2.0, 1.4, 2.6)
"""Seconds between seeing an edit and making the next one, in turn: it falls into a build."""

CALM = (8.0,)
"""The same, so that the preview has done with an edit before the next one."""

_PATIENCE = 900.0


@dataclass(frozen=True)
class Waits:
    """How long an editor waited for the preview."""

    peer: str
    entries: int
    first: float
    """Seconds from starting the command until the page could be read."""

    edits: tuple[float, ...]
    """Seconds from saving until the page held the new sentence, for each hurried edit."""

    peak: float
    """MiB: the largest resident memory of any of its processes."""

    calm: tuple[float, ...] = ()
    """As ``edits``, for edits that the preview has time between to come to rest."""


def waits(peer: Peer, entries: int, content: Path, times: int, log: Path) -> Waits | None:
    """Start the preview of a prepared peer and edit an entry so many times in each rhythm.

    ``None`` when the peer's preview is not measured. Raises ``TimeoutError`` when an edit is not
    seen within 15 minutes.
    """
    peer.forget()
    port = _free_port()
    if (command := peer.serving(port)) is None:
        return None
    with editing(content, [peer]) as edit:
        edit.undo([peer])
        url = f"http://127.0.0.1:{port}/{peer.page(edit.path).parent.as_posix()}/"
        words = [str(word) for word in command.words]
        settings = {**os.environ, **command.settings}
        started = time.perf_counter()
        with _running(words, peer.root, settings, log) as watch:
            _until(url, "</html>")
            first = time.perf_counter() - started
            pauses = [*islice(cycle(HURRIED), times), *islice(cycle(CALM), times)]
            seen = tuple(
                _edited(edit, number, peer, url, pause) for number, pause in enumerate(pauses)
            )
            hurried, calm = seen[:times], seen[times:]
            return Waits(peer.name, entries, first, hurried, watch.peak, calm)


def _edited(edit: Edit, number: int, peer: Peer, url: str, pause: float) -> float:
    """Seconds until an edit made after a pause was seen."""
    time.sleep(pause)
    saved = time.perf_counter()
    _until(url, edit.apply(number, peer))
    return time.perf_counter() - saved


@contextmanager
def _running(
    words: list[str], folder: Path, settings: dict[str, str], log: Path
) -> Iterator[Watch]:
    with log.open("wb") as said:
        process = subprocess.Popen(
            words, cwd=folder, env=settings, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            with watched(process.pid) as watch:
                yield watch
        finally:
            process.terminate()  # an interrupt is ignored by what a shell runs in the background
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _until(url: str, wanted: str) -> None:
    over = time.perf_counter() + _PATIENCE
    while time.perf_counter() < over:
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                if wanted in answer.read().decode("utf-8"):
                    return
        except (OSError, urllib.error.URLError):  # not there yet, or being swapped
            pass
        time.sleep(_EVERY)
    raise TimeoutError(f"{url} has not shown “{wanted}”")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def told(found: Waits) -> str:
    """Some lines for the terminal."""
    rhythms = (("hurried", found.edits), ("calm", found.calm))
    lines = [f"; {name} edits after {_spread(edits)}" for name, edits in rhythms if edits]
    return (
        f"{found.peer}, {found.entries} entries: first page after {found.first:.1f} s, "
        f"peak {found.peak:.0f} MiB" + "".join(lines)
    )


def _spread(seconds: Sequence[float]) -> str:
    """Best, median and worst, and then each of them in the order they were made."""
    each = ", ".join(f"{second:.2f}" for second in seconds)
    return f"{min(seconds):.2f} / {median(seconds):.2f} / {max(seconds):.2f} s ({each})"


def main() -> None:
    """The command ``python -m benchmarks.serving``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving")
    add_options(parser, ["dvk"], [10_000])
    parser.add_argument("--edits", type=int, default=15, help="how many edits in each rhythm")
    wanted = parser.parse_args()
    with Workshop.opened(wanted.keep, wanted.tools) as workshop:
        for entries in wanted.entries:
            content, peers = workshop.prepared(wanted.peers, entries)
            for peer in peers:
                log = workshop.folder / f"{peer.name}-serve.log"
                found = waits(peer, entries, content, wanted.edits, log)
                print(told(found) if found else f"{peer.name}: not measured", flush=True)


if __name__ == "__main__":
    main()
