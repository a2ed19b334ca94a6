"""What is wrong with the content, as plain values.

A bad file is data, not an exception: every stage returns the problems it found,
and only the last step decides what to do with them.
A problem knows its code, its place and the details of this one case;
the sentence and the way to mend it belong to the code (see ``sentences``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from generator.core.sentences import SENTENCES


class Severity(StrEnum):
    """How much a problem weighs: errors stop the build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in the content."""

    path: str
    """The file, relative to the folder that holds ``content/``, with forward slashes."""

    line: int = 1
    """1-based."""

    column: int = 1
    """1-based, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One fault at one place."""

    code: str
    """A key of ``SENTENCES``; stable, for machines."""

    place: Place
    detail: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """The words that this case puts into the sentence."""

    def __reduce__(self) -> tuple[object, ...]:
        """A view of a dictionary does not travel between processes; the dictionary does."""
        return Problem, (self.code, self.place, dict(self.detail))

    @property
    def severity(self) -> Severity:
        """Error or warning, as the code says."""
        return Severity(SENTENCES[self.code].severity)

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        return SENTENCES[self.code].wrong.format_map(self.detail)

    @property
    def mend(self) -> str:
        """What to do about it, in Vietnamese."""
        nearest = self.detail.get("nearest")
        hint = f"Có phải bạn muốn viết “{nearest}”? " if nearest else ""
        known = self.detail.get("known")
        choices = f" Ở đây có: {known}." if known else ""
        return hint + SENTENCES[self.code].mend.format_map(self.detail) + choices


def problem(code: str, place: Place, **detail: object) -> Problem:
    """A ``Problem`` with its details given by name."""
    return Problem(code, place, MappingProxyType(detail))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each fault named once."""
    unique = {(item.place, item.code, item.message): item for item in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops the build."""
    return any(item.severity is Severity.ERROR for item in problems)
