"""One Markdown body becomes HTML, its headings, its sections and its plain text.

Pages place the parts of a body where they serve the reader (what it takes to copy a model stands
in a box of its own), search and feeds want text without tags: all of it is cut here, once, from
HTML that is already safe. Cutting a string of tags is sound only because that HTML is as one
parser wrote it, with headings at the top level and nothing unescaped in its attributes.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.vietnamese import slug
from generator.pages.prose_html import HEADINGS, Address, safe_html

__all__ = ["Address", "Heading", "Prose", "Section", "render"]

_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>\n?", re.DOTALL)
_NAMED_SECTION = re.compile(r'<h2 id="([^"]*)">.*?</h2>\n?', re.DOTALL)
_TAG = re.compile(r'</?([a-z0-9]+)(?:"[^"]*"|[^">])*>')
_LINE_ENDS_AFTER = {*HEADINGS, "p", "li", "ul", "ol", "tr", "pre", "blockquote", "br", "hr"}
_SPACE_AFTER = {"td", "th"}
_NAMELESS = "muc"

# A wide table scrolls by itself, also by keyboard; a group is announced but is no landmark.
_TABLE_OPENS = '<div class="scroll" tabindex="0" role="group" aria-label="Bảng"><table>'
_TABLE_CLOSES = "</table></div>"


@dataclass(frozen=True)
class Heading:
    """A heading of a body."""

    level: int
    """2 to 6."""

    id: str
    """Unique in the body, ASCII: `cach-lam`, then `cach-lam-2`."""

    text: str
    """Plain, not escaped."""


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
    """A body, ready to be placed on a page."""

    html: str
    """All of it, with its headings."""

    headings: tuple[Heading, ...]
    """Of all levels, in order."""

    text: str
    """Plain text for search and feeds, one line for each block."""

    sections: tuple[Section, ...]
    """All of it again, in parts; an empty beginning is left out."""


def render(body: str, address: Address) -> Prose:
    """Render a Markdown body; no text makes it fail.

    `address(target, image)` gives the address to publish for a target; where it gives None, a
    link leaves its text and an image its description. Headings begin at level 2, raw HTML shows
    as text. One renderer per process is used again and again: not for several threads at once.
    """
    clean = safe_html(body, address)
    headings = tuple(_headings(clean))
    ids = iter(headings)
    named = _HEADING.sub(
        lambda match: match[0].replace(f"<h{match[1]}>", f'<h{match[1]} id="{next(ids).id}">', 1),
        clean,
    )
    return Prose(_scrolling(named), headings, _text(clean), tuple(_sections(named, headings)))


def _headings(clean: str) -> Iterator[Heading]:
    taken: set[str] = set()
    times: dict[str, int] = {}
    for match in _HEADING.finditer(clean):
        text = _text(match[2])
        base = unique = slug(text) or _NAMELESS
        while unique in taken:
            times[base] = times.get(base, 1) + 1
            unique = f"{base}-{times[base]}"
        taken.add(unique)
        yield Heading(int(match[1]), unique, text)


def _sections(named: str, headings: tuple[Heading, ...]) -> Iterator[Section]:
    titles = {heading.id: heading.text for heading in headings}
    title, section_id, start = None, "", 0
    for match in _NAMED_SECTION.finditer(named):
        if start or match.start():
            yield _section(title, section_id, named[start : match.start()])
        section_id, start = match[1], match.end()
        title = titles[section_id]
    if start or named:
        yield _section(title, section_id, named[start:])


def _section(title: str | None, section_id: str, part: str) -> Section:
    part = part.strip()
    return Section(title, section_id, _scrolling(part), _text(part))


def _scrolling(part: str) -> str:
    return part.replace("<table>", _TABLE_OPENS).replace("</table>", _TABLE_CLOSES)


def _text(part: str) -> str:
    """The words of cleaned HTML, a line for each block."""
    bare = html.unescape(_TAG.sub(_in_place_of_tag, part))
    lines = (" ".join(line.split()) for line in bare.split(_LINE_END))
    return "\n".join(line for line in lines if line)


_LINE_END = "\x1e"


def _in_place_of_tag(match: re.Match[str]) -> str:
    if match[1] in _LINE_ENDS_AFTER:
        return _LINE_END
    return " " if match[1] in _SPACE_AFTER else ""
