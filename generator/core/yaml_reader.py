"""YAML, read strictly: no tags, no aliases, no duplicate keys, bounded depth.

Scalars stay text until the schema gives them a type, because YAML itself reads
``00123`` as 83, ``no`` as false and ``12:30`` as 750.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from sys import intern
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.core.problems import Place, Problem, problem

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]
_Node: TypeAlias = Any
"""An event that begins a node; one without an anchor has a tag, be it ``None``."""

_Told: TypeAlias = Any
"""Where an event begins, as the parser says it: ``line`` and ``column`` from 0."""

MAX_DEPTH = 8
_SHORT = 40
"""Texts of so many characters are often said again in other files, and are kept once."""

_BOMB = 64
"""Levels below the deepest allowed at which reading stops: the parser slows with the square."""


class _BombError(Exception):
    """Nesting that no editor wrote."""


class Mark(NamedTuple):
    """Where a value stands, and the key before it."""

    key: Position
    """Line and column of the key (of the value, for an item of a list)."""

    value: Position
    """Line and column of the value."""


class Marks(Mapping[KeyPath, Mark]):
    """Where everything stands.

    Kept as the parser told it, and worked out for whoever asks: few files have a fault.
    """

    def __init__(self, told: Mapping[KeyPath, tuple[_Told, _Told]], first_line: int) -> None:
        self._told = told
        self._first_line = first_line

    def __getitem__(self, path: KeyPath) -> Mark:
        """The mark of a path; of the whole document, the beginning of the file."""
        if not path:
            return Mark((1, 1), (1, 1))
        key, value = self._told[path]
        return Mark(_position(key, self._first_line), _position(value, self._first_line))

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)

    def __reduce__(self) -> tuple[object, ...]:
        """What the parser told does not travel between processes; what it means does."""
        return dict, (dict(self),)


def _position(told: _Told, first_line: int) -> Position:
    return told.line + first_line, told.column + 1


class Reader:
    """Builds data from parser events, noting marks and problems on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self._told: dict[KeyPath, tuple[_Told, _Told]] = {}
        self.marks = Marks(self._told, first_line)
        self.problems: list[Problem] = []
        self.unread: set[KeyPath] = set()
        self.is_too_deep = False
        self._next: Callable[[], Any] = lambda: None

    def document(self, text: str) -> dict[str, Data] | None:
        """The keys of the document; ``None`` if it has none or is a bomb.

        Raises ``yaml.YAMLError`` where the text is not YAML.
        """
        parser = yaml.CSafeLoader(text)
        self._next = parser.get_event
        try:
            root = self._root()
        except _BombError:
            return None
        finally:
            parser.dispose()
        if root is None:
            root = {}
        if not isinstance(root, dict):
            self.problems.append(problem("yaml-not-mapping", Place(self.path, self.first_line)))
            return None
        return root

    def _root(self) -> Data:
        root: Data = {}
        self._told[()] = None, None
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault("yaml-several", event)
                    break
                root = self._node(self._next(), (), None)
        return root

    def _node(self, event: _Node, path: KeyPath, key: _Told) -> Data:
        value = event.start_mark
        self._told[path] = key or value, value
        if event.anchor or event.tag:
            self._refuse_yaml_powers(event)
            if isinstance(event, AliasEvent):
                self.unread.add(path)
        if len(path) > MAX_DEPTH:
            self._pass_over_depth(event, path)
            return None
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return None

    def _pass_over_depth(self, event: _Node, path: KeyPath) -> None:
        """Told once: a file may hold thousands."""
        if not self.is_too_deep:
            self._fault("yaml-too-deep", event, limit=MAX_DEPTH)
        self.is_too_deep = True
        self.unread.add(path)
        self._skip(event)

    def _mapping(self, path: KeyPath) -> dict[str, Data]:
        found: dict[str, Data] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, path)
            if key in found:
                first, _ = self.marks[(*path, key)].key
                self._fault("duplicate-key", event, key=key, first=first)
                self._skip(self._next())
                continue
            found[key] = self._node(self._next(), (*path, key), event.start_mark)
        return found

    def _key(self, event: _Node, path: KeyPath) -> str:
        if event.anchor or event.tag:
            self._refuse_yaml_powers(event)
        if isinstance(event, ScalarEvent) and event.value.strip():
            return event.value
        if not isinstance(event, AliasEvent):
            self._fault("key-not-text", event)
        self._skip(event)
        unnamed = f"\0{self._place(event)}"
        self.unread.add((*path, unnamed))
        return unnamed

    def _sequence(self, path: KeyPath) -> list[Data]:
        found: list[Data] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            found.append(self._node(event, (*path, len(found)), None))
        return found

    def _refuse_yaml_powers(self, event: _Node) -> None:
        if event.anchor:
            mark = "*" if isinstance(event, AliasEvent) else "&"
            self._fault("yaml-alias", event, mark=mark, name=event.anchor)
        if not isinstance(event, AliasEvent) and event.tag:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault("yaml-tag", event, tag=written)

    def _skip(self, event: _Node) -> None:
        depth = 0
        while True:
            if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                depth += 1
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                depth -= 1
            if depth > _BOMB:
                raise _BombError
            if depth == 0:
                return
            event = self._next()

    def _place(self, event: _Node) -> Place:
        return Place(self.path, *_position(event.start_mark, self.first_line))

    def _fault(self, code: str, event: _Node, **detail: object) -> None:
        self.problems.append(problem(code, self._place(event), **detail))


def _scalar(event: ScalarEvent) -> str | None:
    text = event.value
    if not event.style and text in ("", "~", "null", "Null", "NULL"):
        return None
    return intern(text) if len(text) <= _SHORT else text
