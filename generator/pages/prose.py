"""One Markdown body becomes HTML, its headings, its sections and its plain text.

Pages place the parts of a body where they serve the reader (what it takes to copy a model stands
in a box of its own), search and feeds want text without tags: all of it comes of one reading.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from generator.pages.prose_html import Address, cleaned, is_safe
from generator.pages.prose_sheet import Heading, Part
from generator.pages.prose_writer import Writer

__all__ = ["Address", "Heading", "Prose", "Section", "render"]

# A wide table scrolls by itself, also by keyboard; a group is announced but is no landmark.
_TABLE_OPENS = '<div class="scroll" tabindex="0" role="group" aria-label="Bảng"><table>'
_TABLE_CLOSES = "</table></div>"


@dataclass(frozen=True)
class Section:
    """What stands under one heading of level 2, or before the first."""

    title: str | None
    """Plain, not escaped; None for what precedes the first heading."""

    id: str
    """Of the heading; empty where there is none."""

    html: str
    """Without the heading itself."""

    text: str
    """The same, as plain text."""


@dataclass(frozen=True)
class Prose:
    """A body, ready to be placed on a page; what is not asked for is not put together."""

    parts: tuple[Part, ...] = field(repr=False)
    """As they were written, and are safe."""

    headings: tuple[Heading, ...]
    """Of all levels, in order."""

    @cached_property
    def html(self) -> str:
        """All of it, with its headings."""
        html = chain.from_iterable((part.heading, part.html) for part in self.parts)
        return _scrolling("".join(html).strip())

    @cached_property
    def text(self) -> str:
        """Plain text for search and feeds, one line for each block."""
        text = chain.from_iterable((each.title, each.text) for each in self.sections)
        return "\n".join(filter(None, text))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All of it again, in parts; an empty beginning is left out."""
        return tuple(map(_section, self.parts))


def render(body: str, address: Address) -> Prose:
    """Render a Markdown body; no text makes it fail.

    `address(target, image)` gives the address to publish for a target; where it gives None, a
    link leaves its text and an image its description. Headings begin at level 2, raw HTML shows
    as text.
    """
    writer = Writer(address)
    writer.write(body)
    parts, given = writer.sheet.parts, writer.given
    if not is_safe("".join(each.heading + each.html for each in parts), given):
        parts = [_cleaned(each, given) for each in parts]
    return Prose(tuple(parts), tuple(writer.sheet.headings))


def _cleaned(part: Part, given: Set[str]) -> Part:
    return part._replace(heading=cleaned(part.heading, given), html=cleaned(part.html, given))


def _section(part: Part) -> Section:
    title, own_id = (part.title.text, part.title.id) if part.title else (None, "")
    return Section(title, own_id, _scrolling(part.html.strip()), "\n".join(part.lines))


def _scrolling(html: str) -> str:
    if "<table>" not in html:
        return html
    return html.replace("<table>", _TABLE_OPENS).replace("</table>", _TABLE_CLOSES)
