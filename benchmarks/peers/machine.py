"""On what, and when, something was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def machine() -> str:
    """Cores, processor, memory and system, in one line."""
    cores = len(os.sched_getaffinity(0))
    model = _line("/proc/cpuinfo", "model name").partition(":")[2].strip() or platform.machine()
    memory = int(_line("/proc/meminfo", "MemTotal").split()[1]) / 2**20
    return f"{cores} cores ({model}), {memory:.0f} GiB, {platform.system()} {platform.release()}"


def today() -> str:
    """The date, as in 2026-11-20."""
    return datetime.now(UTC).date().isoformat()


def load() -> str:
    """How busy the machine was over the last quarter of an hour."""
    return f"{os.getloadavg()[2]:.1f}"


def _line(file: str, start: str) -> str:
    lines = Path(file).read_text("utf-8").splitlines()
    return next((line for line in lines if line.startswith(start)), "")
