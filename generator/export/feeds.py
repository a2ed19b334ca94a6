"""The Atom feed of what is new (RFC 4287), for readers who do not want to keep coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.export.safe_text import printable

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

VIETNAM = timezone(timedelta(hours=7))
"""A day without an hour begins at midnight in Viet Nam."""


@dataclass(frozen=True)
class Category:
    """What an entry is about: a field."""

    term: str
    label: str


@dataclass(frozen=True)
class FeedEntry:
    """One thing that is new."""

    title: str
    url: str
    """The full address of its page."""

    summary: str
    published: date
    """When it came into the collection; a ``datetime`` where the hour is known."""

    updated: date
    categories: tuple[Category, ...] = ()
    id: str = ""
    """Permanent; the page's address when empty."""


@dataclass(frozen=True)
class Feed:
    """The feed itself."""

    title: str
    url: str
    """The full address of the page it belongs to."""

    self_url: str
    """The full address of the feed, which is also its id."""

    author: str
    updated: date
    """For a feed without entries; otherwise the newest entry decides."""

    subtitle: str = ""
    rights: str = ""


def atom(feed: Feed, entries: Sequence[FeedEntry]) -> bytes:
    """The feed as UTF-8 XML, the entry that changed last first."""
    newest = sorted(entries, key=lambda entry: (_moment(entry.updated), entry.url), reverse=True)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "vi"})
    _add(root, "id", feed.self_url)
    _add(root, "title", feed.title)
    if feed.subtitle:
        _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _timestamp(newest[0].updated if newest else feed.updated))
    _link(root, "self", feed.self_url, MEDIA_TYPE)
    _link(root, "alternate", feed.url, "text/html")
    _author(root, feed.author)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for entry in newest:
        _entry(root, entry, feed.author)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: Element, entry: FeedEntry, author: str) -> None:
    node = SubElement(root, "entry")
    _add(node, "id", entry.id or entry.url)
    _add(node, "title", entry.title)
    _link(node, "alternate", entry.url, "text/html")
    _add(node, "published", _timestamp(entry.published))
    _add(node, "updated", _timestamp(entry.updated))
    _author(node, author)
    for category in entry.categories:
        about = {"term": printable(category.term), "label": printable(category.label)}
        SubElement(node, "category", about)
    _add(node, "summary", entry.summary)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = printable(text)


def _link(parent: Element, relation: str, url: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": printable(url)})


def _author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _moment(when: date) -> datetime:
    moment = when if isinstance(when, datetime) else datetime.combine(when, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _timestamp(when: date) -> str:
    """RFC 3339, to the second."""
    return _moment(when).isoformat(timespec="seconds")
