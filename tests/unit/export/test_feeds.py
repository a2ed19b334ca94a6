"""The feed is Atom that any reader can follow, whatever its entries say."""

from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from generator.export.feeds import NAMESPACE, Category, Feed, FeedEntry, atom
from tests.unit.export.export_world import HOSTILE, shown

FEED = Feed(
    title="Dân vận khéo: bản tin",
    url="https://dvk.example/",
    self_url="https://dvk.example/ban-tin.xml",
    author="Ban Tuyên giáo và Dân vận",
    updated=date(2026, 1, 1),
    subtitle="Mô hình mới",
    rights="Ghi công 4.0",
)
ENTRY = FeedEntry(
    title="Camera an ninh",
    url="https://dvk.example/mo-hinh/camera/",
    summary="Người dân góp tiền lắp camera.",
    published=date(2026, 3, 1),
    updated=date(2026, 3, 5),
    categories=(Category("kinh-te", "Kinh tế"),),
)
ATOM = {"a": NAMESPACE}


def parsed(*entries: FeedEntry) -> ElementTree.Element:
    """The feed as an XML parser reads it."""
    return ElementTree.fromstring(atom(FEED, entries))


def texts(element: ElementTree.Element, path: str) -> list[str]:
    """The texts at a path, in order."""
    return [found.text or "" for found in element.findall(path, ATOM)]


def test_the_feed_has_what_atom_requires() -> None:
    """A feed has one id, title, date, author and self link (RFC 4287, 4.1.1)."""
    root = parsed(ENTRY)
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}

    assert root.tag == f"{{{NAMESPACE}}}feed"
    assert texts(root, "a:id") == [FEED.self_url]
    assert texts(root, "a:title") == [FEED.title]
    assert texts(root, "a:updated") == ["2026-03-05T00:00:00+07:00"]
    assert texts(root, "a:author/a:name") == [FEED.author]
    assert links == {"self": FEED.self_url, "alternate": FEED.url}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"


def test_an_entry_has_what_atom_requires() -> None:
    """An entry has one id, title, date, link and author, and says what it is about (4.1.2)."""
    (entry,) = parsed(ENTRY).findall("a:entry", ATOM)

    assert texts(entry, "a:id") == [ENTRY.url]
    assert texts(entry, "a:title") == [ENTRY.title]
    assert texts(entry, "a:published") == ["2026-03-01T00:00:00+07:00"]
    assert texts(entry, "a:updated") == ["2026-03-05T00:00:00+07:00"]
    assert texts(entry, "a:summary") == [ENTRY.summary]
    assert texts(entry, "a:author/a:name") == [FEED.author]
    (link,) = entry.findall("a:link", ATOM)
    assert (link.get("rel"), link.get("href")) == ("alternate", ENTRY.url)
    (category,) = entry.findall("a:category", ATOM)
    assert category.attrib == {"term": "kinh-te", "label": "Kinh tế"}


def test_a_permanent_id_may_differ_from_the_address() -> None:
    """An entry that was renamed keeps the id under which readers know it."""
    (entry,) = parsed(replace(ENTRY, id="tag:dvk.example,2026:cu")).findall("a:entry", ATOM)

    assert texts(entry, "a:id") == ["tag:dvk.example,2026:cu"]


def test_the_newest_stands_first_in_whatever_order_they_come() -> None:
    """Entries are sorted by their last change; the address decides between equals."""
    old = replace(ENTRY, url="https://dvk.example/cu/", updated=date(2025, 1, 1))
    noon = replace(
        ENTRY, url="https://dvk.example/trua/", updated=datetime(2026, 3, 5, 12, tzinfo=UTC)
    )

    one, two = atom(FEED, [old, ENTRY, noon]), atom(FEED, [noon, old, ENTRY])

    assert one == two
    assert texts(ElementTree.fromstring(one), "a:entry/a:id") == [noon.url, ENTRY.url, old.url]


def test_an_hour_that_is_known_is_told() -> None:
    """A moment keeps its own zone; one without a zone is Vietnamese time."""
    known = replace(
        ENTRY,
        published=datetime(2026, 3, 1, 8, 30),
        updated=datetime(2026, 3, 5, 1, 2, 3, 999, tzinfo=UTC),
    )
    (entry,) = parsed(known).findall("a:entry", ATOM)

    assert texts(entry, "a:published") == ["2026-03-01T08:30:00+07:00"]
    assert texts(entry, "a:updated") == ["2026-03-05T01:02:03+00:00"]


def test_a_feed_without_entries_is_still_a_feed() -> None:
    """An empty collection gives a feed dated by its own day."""
    root = parsed()

    assert texts(root, "a:updated") == ["2026-01-01T00:00:00+07:00"]
    assert root.findall("a:entry", ATOM) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """Markup shows as text, and what XML forbids is left out."""
    entry = replace(ENTRY, title=text, summary=text, categories=(Category("t", text),))
    (found,) = parsed(entry).findall("a:entry", ATOM)

    assert texts(found, "a:title") == texts(found, "a:summary") == [shown(text)]
    assert {child.tag.partition("}")[2] for child in found} == {
        "id", "title", "link", "published", "updated", "author", "category", "summary",
    }  # fmt: skip
