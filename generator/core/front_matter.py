"""A file's text becomes data, a mark for every key, and the body.

YAML is read strictly: no tags, no aliases, no duplicate keys, bounded depth.
Scalars stay text until the schema gives them a type, because YAML itself reads
``00123`` as 83, ``no`` as false and ``12:30`` as 750.
This module knows nothing of what the keys mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from generator.core.problems import Place, Problem, problem
from generator.core.text_checks import CONTROLS
from generator.core.yaml_advice import advice_for

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 8
FENCE = "---"


@dataclass(frozen=True)
class Mark:
    """Where a value stands, and the key before it."""

    key: tuple[int, int]
    """Line and column of the key (of the value, for an item of a list)."""

    value: tuple[int, int]
    """Line and column of the value."""


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
    reader = _Reader(path, cut.head_line)
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
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return problem("front-matter-missing", Place(path))
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            head = "\n".join(lines[1 : number - 1])
            return _Cut(head, 2, "\n".join(lines[number:]), number + 1)
    return problem("front-matter-open", Place(path))


def _syntax_problem(path: str, cut: _Cut, error: yaml.YAMLError) -> Problem:
    line, column, reason, advice = advice_for(error, cut.head)
    place = Place(path, line + cut.head_line, column + 1)
    return problem("yaml-syntax", place, reason=reason, advice=advice)


class _Reader:
    """Builds data from parser events, noting marks and problems on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.marks: dict[KeyPath, Mark] = {}
        self.problems: list[Problem] = []
        self.unread: set[KeyPath] = set()
        self.is_too_deep = False

    def document(self, text: str) -> dict[str, Data] | None:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        root: Data = {}
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault("yaml-several", event)
                    return None
                root = self._node(next(events), events, (), None)
        if root is None or root == "":
            root = {}
        if not isinstance(root, dict):
            self.problems.append(problem("yaml-not-mapping", Place(self.path, self.first_line)))
            return None
        self.marks[()] = Mark((1, 1), (1, 1))
        return root

    def _node(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath, key: Place | None
    ) -> Data:
        self._refuse_yaml_powers(event)
        place = self._place(event)
        key = key or place
        self.marks[path] = Mark((key.line, key.column), (place.line, place.column))
        if isinstance(event, yaml.AliasEvent):
            self.unread.add(path)
        if len(path) > MAX_DEPTH:
            self._pass_over_depth(event, events, path)
            return None
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return _scalar(event)

    def _pass_over_depth(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath
    ) -> None:
        """Told once: a file may hold thousands."""
        if not self.is_too_deep:
            self._fault("yaml-too-deep", event, limit=MAX_DEPTH)
        self.is_too_deep = True
        self.unread.add(path)
        self._skip(event, events)

    def _mapping(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, Data]:
        found: dict[str, Data] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, place = self._key(event, events, path), self._place(event)
            if key in found:
                self._fault("duplicate-key", event, key=key, first=lines[key])
                self._skip(next(events), events)
                continue
            lines[key] = place.line
            found[key] = self._node(next(events), events, (*path, key), place)
        return found

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: KeyPath) -> str:
        self._refuse_yaml_powers(event)
        if isinstance(event, yaml.ScalarEvent) and event.value.strip():
            return str(event.value)
        if not isinstance(event, yaml.AliasEvent):
            self._fault("key-not-text", event)
        self._skip(event, events)
        unnamed = f"\0{self._place(event)}"
        self.unread.add((*path, unnamed))
        return unnamed

    def _sequence(self, events: Iterator[yaml.Event], path: KeyPath) -> list[Data]:
        found: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, events, (*path, len(found)), None))
        return found

    def _refuse_yaml_powers(self, event: yaml.Event) -> None:
        if name := getattr(event, "anchor", None):
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._fault("yaml-alias", event, mark=mark, name=name)
        tag = getattr(event, "tag", None)
        if tag:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            self._fault("yaml-tag", event, tag=written)

    def _skip(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        depth = 0
        while True:
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
            if depth == 0:
                return
            event = next(events)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.path, line + self.first_line, column + 1)

    def _fault(self, code: str, event: yaml.Event, **detail: object) -> None:
        self.problems.append(problem(code, self._place(event), **detail))


def _scalar(event: yaml.Event) -> str | None:
    if not isinstance(event, yaml.ScalarEvent):
        return None
    is_plain = not event.style
    if is_plain and event.value in ("", "~", "null", "Null", "NULL"):
        return None
    return str(event.value)
