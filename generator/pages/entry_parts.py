"""What the pages of models and of plans have in common."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from markupsafe import Markup

from generator.core.body_links import resolve
from generator.core.catalogue import Item
from generator.core.entries import Citation, Entry
from generator.core.routes import HOME, entry_url
from generator.pages.knowledge import Knowledge
from generator.pages.prose import Prose, render
from generator.pages.views import EntryFoot, Fact, Link, Section, SourceView

BASE = "@@base@@"
"""Stands for the way to the site's root until a page's depth is known."""

_PARTS = frozenset(
    (
        *("noi-dung", "trinh-don", "trong-trang", "thong-tin", "nhan-rong", "so-lieu-khac"),
        *("chi-tieu", "tien-do", "moc", "nhiem-vu", "van-ban", "can-cu", "mo-hinh"),
    )
)
"""Places on a page, of the frame and of the entry, that no heading of a body may take."""

_PLACE = re.compile(r'(<h[2-6] id=")([a-z0-9-]+)(")')


def foot(item: Item[Entry], knowledge: Knowledge) -> EntryFoot:
    """Sources, and the ways to mend the entry."""
    return EntryFoot(
        tuple(source_view(each) for each in item.entry.sources),
        knowledge.edit_url(item),
        knowledge.report(item),
    )


def source_view(citation: Citation) -> SourceView:
    """A source, as cited."""
    return SourceView(
        citation.title,
        citation.publisher,
        str(citation.published or ""),
        citation.url or "",
        citation.title_is_restored,
    )


def fact(label: str, *values: str | Link | None) -> tuple[Fact, ...]:
    """A row of the facts panel, or nothing when no value is known."""
    links = tuple(Link(value, "") if isinstance(value, str) else value for value in values if value)
    return (Fact(label, links),) if links else ()


def prose(item: Item[Entry], knowledge: Knowledge) -> Prose:
    """The body as safe HTML."""
    return render(item.source.body, _addresses(item, knowledge))


def intro(body: Prose) -> Markup:
    """What stands before the first heading."""
    shown = "".join(each.html for each in body.sections if each.title is None)
    return Markup(shown)  # noqa: S704 - cleaned by nh3


def sections(body: Prose, apart: str = "") -> tuple[Section, ...]:
    """The parts under a heading that say something, but for the one that is shown ``apart``."""
    return tuple(
        Section(each.title, _free(each.id), Markup(_placed(each.html)))  # noqa: S704 - cleaned by nh3
        for each in body.sections
        if each.title not in (None, apart) and each.text.strip()
    )


def _placed(html: str) -> str:
    # Few sections have headings of their own; to look for one is quicker than for its pattern.
    return _PLACE.sub(_freed, html) if ' id="' in html else html


def _free(place: str) -> str:
    return f"{place}-trong-van-ban" if place in _PARTS else place


def _freed(heading: re.Match[str]) -> str:
    return f"{heading[1]}{_free(heading[2])}{heading[3]}"


def _addresses(item: Item[Entry], knowledge: Knowledge) -> Callable[[str, bool], str | None]:
    """How a link in this body becomes an address; ``None`` drops it, keeping its text."""

    def address(link: str, image: bool) -> str | None:
        target = resolve(link, item.path, image)
        if target is None:
            return None
        if target.outside:
            return target.outside
        if image:
            picture = knowledge.pictures.get(target.image)
            return f"{BASE}{picture.url}" if picture else None
        page = _page_of(target.path, knowledge)
        return f"{BASE}{page}{target.fragment}" if page else None

    return address


def _page_of(path: str, knowledge: Knowledge) -> str | None:
    steps = path.split("/")
    folder, slug = steps[1], posixpath.splitext(steps[-1])[0]
    if folder == "models" and slug in knowledge.catalogue.models:
        return entry_url("model", slug)
    if folder == "plans" and slug in knowledge.catalogue.plans:
        return entry_url("plan", slug)
    if folder == "pages":
        return HOME if slug == "index" else f"{slug}/"
    return None
