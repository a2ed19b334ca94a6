"""What has been written of a body so far: its parts as HTML, the same as plain text, its outline.

Whoever writes on it decides what a tag means; the sheet only knows where lines and parts end.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.core.vietnamese import slug

_NAMELESS = "muc"


@dataclass(frozen=True)
class Heading:
    """A heading of a body."""

    level: int
    """2 to 6."""

    id: str
    """Unique in the body, ASCII: `cach-lam`, then `cach-lam-2`."""

    text: str
    """Plain, not escaped."""


class Part(NamedTuple):
    """What stands under one heading of level 2, or before the first."""

    title: Heading | None
    """None for what precedes the first heading."""

    heading: str
    """The heading itself, as HTML."""

    html: str
    """All that follows it."""

    lines: tuple[str, ...]
    """The same as plain text, one line for each block."""


class Sheet:
    """Takes one body, piece by piece, from its beginning to its end."""

    def __init__(self) -> None:
        self.html: list[str] = []
        """Of the part that is being written, in pieces."""
        self.words: list[str] = []
        """Of the line that is being written."""
        self.parts: list[Part] = []
        """Those that are done; an empty beginning is left out."""
        self.headings: list[Heading] = []
        self._lines: list[str] = []
        self._title: Heading | None = None
        self._heading = ""
        self._times: dict[str, int] = {}
        self._taken: set[str] = set()

    def end_line(self) -> str:
        """Make the words since the last line a line of plain text, if there are any; return it."""
        if not self.words:
            return ""
        line = " ".join("".join(self.words).split())
        self.words.clear()
        if line:
            self._lines.append(line)
        return line

    def make_heading(self, level: int, start: int) -> None:
        """Make what was written from `start` on a heading; one of level 2 opens a new part."""
        content = "".join(self.html[start:])
        del self.html[start:]
        text = self.end_line()
        title = Heading(level, self._own_id(text), text)
        self.headings.append(title)
        heading = f'<h{level} id="{title.id}">{content}</h{level}>\n'
        if level > 2:
            self.html.append(heading)
            return
        del self._lines[len(self._lines) - bool(text) :]
        self.end_part()
        self._title, self._heading = title, heading

    def end_part(self) -> None:
        """Put what was written since the last heading of level 2 with the parts that are done."""
        html = "".join(self.html)
        if html or self._heading:
            self.parts.append(Part(self._title, self._heading, html, tuple(self._lines)))
        self.html.clear()
        self._lines.clear()

    def _own_id(self, text: str) -> str:
        base = unique = _slug(text)
        while unique in self._taken:
            self._times[base] = self._times.get(base, 1) + 1
            unique = f"{base}-{self._times[base]}"
        self._taken.add(unique)
        return unique


@lru_cache(maxsize=512)
def _slug(text: str) -> str:
    """Nearly all bodies have the same few headings."""
    return slug(text) or _NAMELESS
