"""From saving a file until the preview shows it: what an editor waits for.

``python -m benchmarks.serving [--entries N] [--peers dvk hugo]`` starts the preview over invented
entries, edits one, and asks for its page every 10 ms until the new sentence stands in it. Knows
of a preview only its command and its pages over HTTP.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.peers.editing import editing
from benchmarks.peers.measuring import Watch, watched
from benchmarks.peers.peer import Peer
from benchmarks.peers.workshop import Workshop, add_options

_EVERY = 0.01
_PAUSE = 2.0
"""Seconds between seeing an edit and the next one, for whatever the preview still does."""

_PATIENCE = 900.0


@dataclass(frozen=True)
class Waits:
    """How long an editor waited for the preview."""

    peer: str
    entries: int
    first: float
    """Seconds from starting the command until the page could be read."""

    edits: tuple[float, ...]
    """Seconds from saving until the page held the new sentence, for each edit."""

    peak: float
    """MiB: the largest resident memory of any of its processes."""


def waits(peer: Peer, entries: int, content: Path, times: int, log: Path) -> Waits | None:
    """Start the preview of a prepared peer and edit an entry so many times.

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
            first, seen = time.perf_counter() - started, []
            for number in range(times):
                time.sleep(_PAUSE)
                saved = time.perf_counter()
                _until(url, edit.apply(number, peer))
                seen.append(time.perf_counter() - saved)
            return Waits(peer.name, entries, first, tuple(seen), watch.peak)


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
            process.send_signal(signal.SIGINT)
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
    """One line for the terminal."""
    edits = ", ".join(f"{each:.2f}" for each in found.edits)
    return (
        f"{found.peer}, {found.entries} entries: first page after {found.first:.1f} s, an edit "
        f"after {median(found.edits):.2f} s ({edits}), peak {found.peak:.0f} MiB"
    )


def main() -> None:
    """The command ``python -m benchmarks.serving``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving")
    add_options(parser, ["dvk"], [10_000])
    parser.add_argument("--edits", type=int, default=5, help="how many edits")
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
