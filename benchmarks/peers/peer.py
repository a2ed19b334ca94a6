"""What every peer can do, so that the rounds need not know which is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Command:
    """A program to be run and measured."""

    name: str
    """What it is called in the tables."""

    words: Sequence[str | Path]
    settings: Mapping[str, str] = field(default_factory=dict)
    """Environment variables, besides those that stand."""


class Peer(Protocol):
    """One generator with a folder of its own."""

    @property
    def name(self) -> str:
        """What the command line calls it."""

    @property
    def root(self) -> Path:
        """The folder in which its commands run."""

    @property
    def site(self) -> Path:
        """Where the finished site stands."""

    @property
    def does_less_when_unchanged(self) -> bool:
        """Whether a build after no change at all is worth measuring."""

    def prepare(self, content: Path) -> None:
        """Make its folder from a content folder. Not measured."""

    def take_over(self, content: Path, path: Path) -> None:
        """Bring one entry that was edited into its folder. Not measured."""

    def forget(self) -> None:
        """Remove every trace of earlier builds. Not measured."""

    def commands(self) -> Sequence[Command]:
        """What publishes the whole site with its search, in order."""

    def serving(self, port: int) -> Command | None:
        """Its preview on this machine; ``None`` where it is not measured."""

    def page(self, path: Path) -> Path:
        """Where, below ``site``, the page of an entry stands: its address, and ``index.html``."""

    def versions(self) -> str:
        """Which programs these are."""
