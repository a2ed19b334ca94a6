"""A content file under repair: its lines, what they say now, and edits that keep it so.

An edit replaces one line. Edits are tried together and, where they do harm, by halves, so
that one line that cannot be mended safely does not keep the others from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.core import front_matter
from generator.core.front_matter import FrontMatter, KeyPath
from generator.core.problems import Problem
from generator.core.vietnamese import normalise


@dataclass(frozen=True)
class Edit:
    """Another text for one line."""

    line: int
    """From 1."""

    text: str
    path: KeyPath = ()
    """The value that the edit is meant to change; none for most edits."""

    value: str = ""
    """What that value is meant to become."""


@dataclass(frozen=True)
class Sheet:
    """The text of a file, read."""

    path: str
    text: str
    """With ``\\n`` at line ends."""

    is_prose: bool = False
    """Whether it is a page without keys of ours."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    @cached_property
    def _read(self) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
        return (None, ()) if self.is_prose else front_matter.read(self.path, self.text)

    @property
    def matter(self) -> FrontMatter | None:
        """What it says; ``None`` if it cannot be read, or holds no keys."""
        return self._read[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it as YAML."""
        return self._read[1]

    @cached_property
    def head(self) -> range:
        """The lines that hold keys, from 1, the fences left out.

        Where the fences cannot be found every line counts, so that none is taken for prose.
        """
        if self.is_prose:
            return range(0)
        if self.path.endswith(".md") and _is_fence(self.lines[0]):
            for number, line in enumerate(self.lines[1:], start=2):
                if _is_fence(line):
                    return range(2, number)
        return range(1, len(self.lines) + 1)

    def is_body(self, number: int) -> bool:
        """Whether a line is prose."""
        return number > self.head.stop

    def line(self, number: int) -> str:
        """A line, by its number from 1."""
        return self.lines[number - 1]

    def with_edits(self, edits: Sequence[Edit]) -> Sheet:
        """The file with those lines replaced."""
        texts: Mapping[int, str] = {edit.line: edit.text for edit in edits}
        lines = [texts.get(number, line) for number, line in enumerate(self.lines, start=1)]
        return replace(self, text="\n".join(lines))


Keeps = Callable[[Sheet, Sheet, Sequence[Edit]], bool]
"""Whether the second sheet says what the first one says, apart from what the edits intend."""


_TRIALS = 64
"""How often a file is read again for one kind of edit; where most do harm, the rest waits."""


def settled(sheet: Sheet, edits: Sequence[Edit], keeps: Keeps) -> Sheet:
    """The sheet with as many of the edits as do no harm."""
    waiting = [edits] if edits else []
    for _ in range(_TRIALS):
        if not waiting:
            break
        some = waiting.pop()
        tried = sheet.with_edits(some)
        if keeps(sheet, tried, some):
            sheet = tried
        elif len(some) > 1:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return sheet


def _is_fence(line: str) -> bool:
    return normalise(line).rstrip() == front_matter.FENCE


def says_the_same(before: Sheet, after: Sheet, edits: Sequence[Edit] = ()) -> bool:
    """Whether both hold the same data, in whatever order of keys, and no more faults."""
    if before.matter is None or after.matter is None:
        return False
    is_worse = len(after.problems) > len(before.problems)
    return not is_worse and before.matter.data == after.matter.data
