"""YAML, read strictly: no tags, no aliases, no duplicate keys, bounded depth.

Scalars stay text until the schema gives them a type, because YAML itself reads
``00123`` as 83, ``no`` as false and ``12:30`` as 750.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from typing import TypeAlias

import yaml

from generator.core.problems import Place, Problem, problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 8
_SHORT = 40
"""Texts of so many characters are often said again in other files, and are kept once."""

_BOMB = 64
"""Levels below the deepest allowed at which reading stops: the parser slows with the square."""


class _BombError(Exception):
    """Nesting that no editor wrote."""


@dataclass(frozen=True)
class Mark:
    """Where a value stands, and the key before it."""

    key: tuple[int, int]
    """Line and column of the key (of the value, for an item of a list)."""

    value: tuple[int, int]
    """Line and column of the value."""


class Reader:
    """Builds data from parser events, noting marks and problems on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.marks: dict[KeyPath, Mark] = {}
        self.problems: list[Problem] = []
        self.unread: set[KeyPath] = set()
        self.is_too_deep = False

    def document(self, text: str) -> dict[str, Data] | None:
        """The keys of the document; ``None`` if it has none or is a bomb.

        Raises ``yaml.YAMLError`` where the text is not YAML.
        """
        events = _events(text)
        root: Data = {}
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault("yaml-several", event)
                    break
                try:
                    root = self._node(next(events), events, (), None)
                except _BombError:
                    return None
        if root is None:
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
            if depth > _BOMB:
                raise _BombError
            if depth == 0:
                return
            event = next(events)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.path, line + self.first_line, column + 1)

    def _fault(self, code: str, event: yaml.Event, **detail: object) -> None:
        self.problems.append(problem(code, self._place(event), **detail))


def _events(text: str) -> Iterator[yaml.Event]:
    """What ``yaml.parse`` gives, asked for once each instead of twice."""
    parser = yaml.CSafeLoader(text)
    try:
        event = parser.get_event()
        while event is not None:
            yield event
            event = parser.get_event()
    finally:
        parser.dispose()


def _scalar(event: yaml.Event) -> str | None:
    if not isinstance(event, yaml.ScalarEvent):
        return None
    is_plain = not event.style
    if is_plain and event.value in ("", "~", "null", "Null", "NULL"):
        return None
    text = str(event.value)
    return intern(text) if len(text) <= _SHORT else text
