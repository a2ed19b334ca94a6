"""What a command costs, with every process it starts: seconds, processor time, memory.

Processor time is what the system charged the command and the children it waited for, or what was
seen of the living ones where that is more. Memory is looked up in /proc while the command runs:
the peak of a process is kept by the system itself, so that only one reached within the last look
before its end could be missed. Linux only.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_EVERY = 0.02
"""Seconds between two looks at the processes."""

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


class CommandError(RuntimeError):
    """A measured command ended with an error; the text holds the end of what it said."""


@dataclass(frozen=True)
class Cost:
    """What one command, or several one after the other, took."""

    wall: float
    """Seconds by the clock."""

    cpu: float
    """Seconds of processor time, user and system, of all processes."""

    peak: float
    """MiB: the largest resident memory that any single process reached."""

    together: float
    """MiB: the largest sum of resident memory at one moment; shared pages count repeatedly."""

    def __add__(self, other: Cost) -> Cost:
        """This command and then the other."""
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.peak, other.peak),
            max(self.together, other.together),
        )


@dataclass
class Watch:
    """What has been seen of a process and all that descend from it."""

    root: int
    family: dict[int, bool] = field(default_factory=dict)
    """Whether a process belongs to it; told once, when it is first seen."""

    spent: dict[int, float] = field(default_factory=dict)
    peak: float = 0.0
    together: float = 0.0

    def look(self) -> None:
        """Note what each of the processes has used so far."""
        sizes = []
        for process in self._members():
            try:
                memory = _memory(process)
                self.spent[process] = _processor(process)
            except (OSError, ValueError, IndexError):  # it has just ended
                continue
            self.peak = max(self.peak, memory.get("VmHWM", 0.0))
            sizes.append(memory.get("VmRSS", 0.0))
        self.together = max(self.together, sum(sizes))

    def _members(self) -> list[int]:
        found = [int(path.name) for path in _PROC.iterdir() if path.name.isdigit()]
        # A number that is free again may be given to a process of ours.
        self.family = {each: self.family[each] for each in found if each in self.family}
        return [process for process in found if self._belongs(process)]

    def _belongs(self, process: int) -> bool:
        if process == self.root:
            return True
        if process not in self.family:
            try:
                parent = int(_stat(process)[1])
            except (OSError, ValueError, IndexError):  # it has just ended
                return False
            self.family[process] = parent > 0 and self._belongs(parent)
        return self.family[process]


def measure(
    command: Sequence[str | Path], folder: Path, settings: Mapping[str, str], log: Path
) -> Cost:
    """Run a command in ``folder`` to its end. Raises ``CommandError`` when it fails."""
    with log.open("wb") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env={**os.environ, **settings},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        with watched(process.pid) as watch:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        end = log.read_text("utf-8", "replace")[-2000:]
        raise CommandError(f"{command[0]} ended with {process.returncode}:\n{end}")
    cpu = max(used.ru_utime + used.ru_stime, sum(watch.spent.values()))
    return Cost(wall, cpu, watch.peak, max(watch.peak, watch.together))


@contextmanager
def watched(root: int) -> Iterator[Watch]:
    """Watch a process and its descendants from a thread while the block runs."""
    watch, over = Watch(root), threading.Event()

    def keep_looking() -> None:
        while not over.wait(_EVERY):
            watch.look()

    thread = threading.Thread(target=keep_looking, daemon=True)
    watch.look()
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()


def _stat(process: int) -> list[str]:
    """The fields behind the name, which may hold blanks: state, parent, …"""
    return (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()


def _processor(process: int) -> float:
    fields = _stat(process)
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(process: int) -> dict[str, float]:
    """The lines of ``status`` that tell resident memory, in MiB."""
    lines = (_PROC / str(process) / "status").read_text().splitlines()
    parts = (line.partition(":") for line in lines if line.startswith(("VmHWM:", "VmRSS:")))
    return {name: int(value.split()[0]) / 1024 for name, _, value in parts}
