"""The file an entry was written in.

What its front matter means is known once the entry is; where a key stands is asked only when
something is wrong with it. So the file itself is kept, and read again if somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.core import front_matter
from generator.core.front_matter import Data, FrontMatter
from generator.core.problems import Place
from generator.core.text_checks import CONTROLS

# Led by the line end before it, for which a body is searched much faster than for "^".
_HEADING = re.compile(r"\n##[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def headings(body: str) -> frozenset[str]:
    """The second-level headings of a body, as written."""
    return frozenset(_HEADING.findall("\n" + body))


class Written(Protocol):
    """What can be asked of the text behind an entry."""

    @property
    def path(self) -> str:
        """The file, relative to the folder that holds ``content/``."""

    @property
    def data(self) -> Mapping[str, Data]:
        """The keys of the front matter as they were written."""

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""

    @property
    def body_line(self) -> int:
        """The line of the file on which the body's first line stands."""

    def value_place(self, *path: str | int) -> Place:
        """Where the value at this path stands, or the nearest thing around it."""

    def key_place(self, *path: str | int) -> Place:
        """Where the key at this path stands, or the nearest thing around it."""


class TextFile(Protocol):
    """A file of the content."""

    @property
    def path(self) -> str:
        """Relative to the folder that holds ``content/``."""

    @property
    def raw(self) -> bytes:
        """The whole file: UTF-8, line ends as ``\\n``."""


@dataclass(frozen=True)
class Source:
    """The file of a valid entry."""

    file: TextFile
    body_line: int

    @property
    def path(self) -> str:
        """The file, relative to the folder that holds ``content/``."""
        return self.file.path

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        raw = self.file.raw
        body = raw[_body_start(self.path, raw, self.body_line) :].decode()
        return CONTROLS.sub(" ", body)

    @property
    def data(self) -> Mapping[str, Data]:
        """The keys of the front matter as they were written."""
        return self._matter.data

    def value_place(self, *path: str | int) -> Place:
        """Where the value at this path stands, or the nearest thing around it."""
        return self._matter.value_place(*path)

    def key_place(self, *path: str | int) -> Place:
        """Where the key at this path stands, or the nearest thing around it."""
        return self._matter.key_place(*path)

    @cached_property
    def _matter(self) -> FrontMatter:
        matter, _ = front_matter.read(self.path, self.file.raw.decode())
        assert matter is not None, "an entry was made of it"
        return matter


def _body_start(path: str, raw: bytes, body_line: int) -> int:
    if not path.endswith(".md"):
        return len(raw)
    start = 0
    for _ in range(body_line - 1):
        start = raw.find(b"\n", start) + 1 or len(raw)
    return start
