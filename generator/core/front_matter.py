"""A file's text becomes data, a mark for every key, and the body.

This module knows where the halves of a file part, and nothing of what the keys mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from generator.core.problems import Place, Problem, problem
from generator.core.text_checks import CONTROLS
from generator.core.yaml_advice import advice_for
from generator.core.yaml_reader import Data, KeyPath, Mark, Reader

__all__ = ["Data", "FrontMatter", "KeyPath", "Mark", "read"]

FENCE = "---"
_CLOSING = re.compile(rf"\n{FENCE}[^\S\n]*(?=\n|\Z)")


@dataclass(frozen=True)
class FrontMatter:
    """What a file says, before anybody asks what it means."""

    path: str
    data: Mapping[str, Data]
    marks: Mapping[KeyPath, Mark] = field(repr=False)
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body's first line stands."""

    unread: frozenset[KeyPath] = frozenset()
    """Paths whose value was refused while reading: a problem was told, no more need be."""

    def value_place(self, *path: str | int) -> Place:
        """Where the value at this path stands, or the nearest thing around it."""
        return Place(self.path, *self._nearest(path).value)

    def key_place(self, *path: str | int) -> Place:
        """Where the key at this path stands, or the nearest thing around it."""
        return Place(self.path, *self._nearest(path).key)

    def _nearest(self, path: KeyPath) -> Mark:
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, Mark((1, 1), (1, 1)))


@dataclass(frozen=True)
class _Cut:
    """The two halves of a Markdown file and where they start."""

    head: str
    head_line: int
    body: str
    body_line: int


def read(path: str, text: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The file at ``path`` as data and body.

    ``.md`` files open with a block between two ``---`` lines; ``.yml`` files are data only.
    The value is ``None`` when the text cannot be understood at all.
    """
    # Told by ``text_checks``; YAML would stop there, or take it for the end of a line.
    cut = _cut(path, CONTROLS.sub(" ", text))
    if isinstance(cut, Problem):
        return None, (cut,)
    reader = Reader(path, cut.head_line)
    try:
        data = reader.document(cut.head)
    except yaml.YAMLError as error:
        return None, (*reader.problems, _syntax_problem(path, cut, error))
    if data is None:
        return None, tuple(reader.problems)
    unread = frozenset(reader.unread)
    matter = FrontMatter(path, data, reader.marks, cut.body, cut.body_line, unread)
    return matter, tuple(reader.problems)


def _cut(path: str, text: str) -> _Cut | Problem:
    if not path.endswith(".md"):
        return _Cut(text, 1, "", text.count("\n") + 1)
    opening = text.partition("\n")[0]
    if opening.rstrip() != FENCE:
        return problem("front-matter-missing", Place(path))
    closing = _CLOSING.search(text, len(opening))
    if closing is None:
        return problem("front-matter-open", Place(path))
    head = text[len(opening) + 1 : closing.start()]
    body_line = text.count("\n", 0, closing.end()) + 2
    return _Cut(head, 2, text[closing.end() + 1 :], body_line)


def _syntax_problem(path: str, cut: _Cut, error: yaml.YAMLError) -> Problem:
    line, column, reason, advice = advice_for(error, cut.head)
    place = Place(path, line + cut.head_line, column + 1)
    return problem("yaml-syntax", place, reason=reason, advice=advice)
