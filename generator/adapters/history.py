"""When each entry came into the collection and when it last changed, as Git remembers.

The only use of Git, and never a need: where there is no history to ask, nothing is known
and the site is built without these dates.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

TIME_LIMIT: Final = 30.0
"""Seconds that Git may take before it is asked no further."""

_HEADER: Final = b"\x01"
_LOG: Final = (
    "log",
    "--format=%x01%as",
    "--name-status",
    "-z",
    "--find-renames",
    "--date-order",
    "--relative",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-color",
)


@dataclass(frozen=True)
class History:
    """What is remembered of one file."""

    added: date
    """The day its first form was written, under whatever name."""

    changed: date
    """The day its text last changed; a new name alone is no change."""


@dataclass(frozen=True)
class _Step:
    """What one commit did to one file."""

    day: date
    path: str
    before: str
    """The file's name until then; the same, or empty when there was none."""

    same_text: bool


def added_and_changed(root: Path, folder: str) -> Mapping[str, History]:
    """The history of every file ever below ``folder``, by its path told from ``root``.

    Empty without Git, outside a repository, in a clone that is not whole (it would call its
    first commit everybody's first day) and when Git takes longer than ``TIME_LIMIT``.
    Days are those the authors' own clocks showed.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        return {}
    return _followed(_steps(_git(root, *_LOG, "--", folder)))


def point(root: Path) -> bytes:
    """Names the history as it stands: while this is the same, so is what Git remembers."""
    return _git(root, "rev-parse", "--is-shallow-repository", "HEAD")


def _git(root: Path, *arguments: str) -> bytes:
    """What Git answers; nothing when it cannot."""
    command = ["git", "--literal-pathspecs", "--no-pager", "-C", str(root), *arguments]
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, env=quiet, timeout=TIME_LIMIT
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def _steps(log: bytes) -> Iterator[_Step]:
    """The log, newest first. Names may hold anything but NUL, so only NUL divides."""
    day: date | None = None
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        status = token.strip(b"\n")
        if status.startswith(_HEADER):
            day = _day(status[1:])
        elif status:
            names = [os.fsdecode(next(tokens, b"")) for _ in range(1 + (status[:1] in b"RC"))]
            before = "" if status[:1] in b"AC" else names[0]
            if day is not None and status != b"D":
                yield _Step(day, names[-1], before, status == b"R100")


def _day(text: bytes) -> date | None:
    """``None`` for a year that no calendar here has; its commit is passed over."""
    try:
        return date.fromisoformat(text.decode())
    except ValueError:
        return None


def _followed(steps: Iterator[_Step]) -> dict[str, History]:
    """Newest first, so a file is met under its present name before its former ones."""
    today: dict[str, str] = {}
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    for step in steps:
        path = today.get(step.path, step.path)
        if step.before and step.before != step.path:
            today[step.before] = path
        first[path] = step.day
        if not step.same_text:
            last.setdefault(path, step.day)
    return {path: History(day, max(day, last.get(path, day))) for path, day in first.items()}
