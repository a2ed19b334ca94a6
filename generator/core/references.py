"""Where the links and images of a Markdown body point, each with its place in the file.

A broken link must be told with its line and column. The engine that draws the page is asked, so
what is checked is what readers get: whatever a page links to or shows is found here, and code
holds no link here as it holds none there.

Must not know where a target may lead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.core.commonmark import Event, definitions, places

_DEFINITION = re.compile(rb"\[(?:\\.|[^\[\]\\])*\]:", re.DOTALL)
# From the sign before a target to its first character; a quote is marked anew on each line.
_TO_TARGET = re.compile(rb"[ \t]*(?:[\r\n][ \t>]*)?<?")
_AUTOLINKS = ("Autolink", "Email")
_INLINE = "Inline"
_CLOSINGS: tuple[Event, ...] = ({"End": "Link"}, {"End": "Image"})


@dataclass(frozen=True)
class Reference:
    """One target in a body."""

    target: str
    """As a browser would read it: without angle brackets, title, backslashes and entities."""

    line: int
    """In the file, from 1."""

    column: int
    """Of the target's first character, from 1."""

    image: bool
    """Whether it is shown, not linked."""


def references(body: str, first_line: int = 1) -> list[Reference]:
    """Return every link and image target of a body, in order; `first_line` is the body's own.

    Inline links and images, and reference definitions (as an image where images use them).
    Code and autolinks (`<https://…>`) hold none. Takes time in proportion to the text.
    """
    if "[" not in body:
        return []
    source = body.encode(errors="replace")  # half a surrogate pair becomes one character too
    scan = _Scan(source)
    scan.read(source.decode())
    found, line, before = [], first_line, 0
    for offset, target, image in sorted(scan.targets):
        line += source.count(b"\n", before, offset)
        before = offset
        column = len(source[source.rfind(b"\n", 0, offset) + 1 : offset].decode()) + 1
        found.append(Reference(target, line, column, image))
    return found


@dataclass
class _Scan:
    """What one pass over a body gathers; positions are bytes of its UTF-8."""

    source: bytes
    targets: list[tuple[int, str, bool]] = field(default_factory=list)
    uses: dict[str, set[bool]] = field(default_factory=dict)

    def read(self, body: str) -> None:
        """Gather the targets of the whole body."""
        opened: list[tuple[Mapping[str, Any], bool]] = []
        inside = 0  # where the part that was read last ends
        for event, span in places(body):
            part = event.get("Start") if type(event) is dict else None
            if part is None:
                if opened and event in _CLOSINGS:
                    self._take(*opened.pop(), inside)
                inside = span["end"]
            elif type(part) is dict and (link := part.get("Link") or part.get("Image")):
                opened.append((link, "Image" in part))
                inside = span["start"] + len("![" if "Image" in part else "[")
        self._take_definitions(body)

    def _take(self, link: Mapping[str, Any], image: bool, inside: int) -> None:
        kind = link["link_type"]
        if kind == _INLINE:
            opening = self.source.find(b"](", inside)
            self._take_target(opening + 2, link["dest_url"], image)
        elif kind not in _AUTOLINKS:
            self.uses.setdefault(_label(link["id"]), set()).add(image)

    def _take_definitions(self, body: str) -> None:
        for each in definitions(body):
            if head := _DEFINITION.search(self.source, each.start):
                for image in self.uses.get(_label(each.label), {False}):
                    self._take_target(head.end(), each.target, image)

    def _take_target(self, before: int, target: str, image: bool) -> None:
        blank = _TO_TARGET.match(self.source, before)
        self.targets.append((blank.end() if blank else before, target, image))


def _label(text: str) -> str:
    return " ".join(text.casefold().split())
