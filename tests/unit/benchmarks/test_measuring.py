"""What a command costs is told for every process it starts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.peers.measuring import CommandError, Cost, measure

HUNGRY = """
import subprocess, sys, time
child = "b = bytearray(80 << 20); b[::4096] = b'x' * len(b[::4096]); import time; "
child += "e = time.process_time() + 0.4\\nwhile time.process_time() < e: pass"
both = [subprocess.Popen([sys.executable, "-c", child]) for _ in range(2)]
for each in both: each.wait()
"""


def python(code: str, tmp_path: Path) -> Cost:
    return measure([sys.executable, "-c", code], tmp_path, {}, tmp_path / "log")


def test_children_count(tmp_path: Path) -> None:
    """Processor time and memory of children are part of what a command costs."""
    cost = python(HUNGRY, tmp_path)
    assert cost.cpu >= 0.8
    assert cost.wall >= 0.4
    assert 80 <= cost.peak < 150
    assert 160 <= cost.together < 300


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    """A command that ends with an error is never a measurement, and its last words are shown."""
    with pytest.raises(CommandError, match="no such theme"):
        python("raise SystemExit('no such theme')", tmp_path)


def test_commands_in_turn_add_up() -> None:
    """Times of commands run in turn add up; of their memory the larger one counts."""
    assert Cost(1.0, 2.0, 30.0, 40.0) + Cost(2.0, 3.0, 20.0, 50.0) == Cost(3.0, 5.0, 30.0, 50.0)
