"""From knowledge to files: every path of the generated site, what it hangs on, how it is made.

Still no disk: pages are told as routes with their keys, the other files as outputs, for whoever
draws and writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from generator.calendar_data import calendar_files
from generator.core.catalogue import ModelItem
from generator.core.routes import FEED, SHEET_DOCX, SHEET_XLSX, Route, model_url
from generator.edition import Edition, Output, output
from generator.export.feeds import Category, Feed, FeedEntry, atom
from generator.export.sitemap import Page as SitemapPage
from generator.export.sitemap import robots, sitemaps
from generator.ingredients import Ingredients
from generator.search_data import CardOf, Told, search_outputs

_FEED_ENTRIES = 50


def pages(edition: Edition) -> Mapping[Route, bytes]:
    """The pages that are not made from everything, each with a digest of what it is made from."""
    tell = Ingredients(edition)
    return {route: tell.of(route) for route in edition.routes if tell.can_tell(route)}


def files(edition: Edition) -> Iterator[Output]:
    """Every other file but those of open data and of the search."""
    publication = edition.publication
    every = edition.routes
    listed = [publication.address(each.url) for each in every if each.kind != "redirect"]
    listed += [publication.address(page.url) for page in edition.hand_pages]
    for name, data in sitemaps(publication.base_url, map(SitemapPage, listed)).items():
        yield output(name, data)
    yield output("robots.txt", robots(publication.address("sitemap.xml")))
    yield output(FEED, _feed(edition))
    yield from _sheets(edition)
    yield from calendar_files(edition)


def search(edition: Edition, told: Told, card_of: CardOf) -> Iterator[Output]:
    """The files of the search index."""
    for file in search_outputs(edition, told, card_of):
        yield Output(file.name, file.key, file.make)


def _sheets(edition: Edition) -> Iterator[Output]:
    """The registration form, which a model's page fills in the browser."""
    vocabulary = edition.knowledge.catalogue.vocabulary

    # What the forms need takes long to load, and is seldom needed.
    def xlsx() -> bytes:
        from generator.adapters import spreadsheet
        from generator.forms import prefilled

        return prefilled.with_open_marks(spreadsheet.write(prefilled.prefilled_paper(vocabulary)))

    def docx() -> bytes:
        from generator.adapters import word_document
        from generator.forms import prefilled

        return prefilled.with_open_marks(word_document.write(prefilled.prefilled_paper(vocabulary)))

    yield Output(SHEET_XLSX, b"form", xlsx)
    yield Output(SHEET_DOCX, b"form", docx)


def _feed(edition: Edition) -> bytes:
    know, publication = edition.knowledge, edition.publication
    added = ((item, know.added_on(item)) for item in know.newest)
    newest = list(islice(((item, day) for item, day in added if day), _FEED_ENTRIES))
    feed = Feed(
        f"{publication.name}: mới đưa vào kho",
        publication.base_url,
        publication.address(FEED),
        publication.owner,
        know.today,
    )
    return atom(feed, [_feed_entry(item, day, edition) for item, day in newest])


def _feed_entry(item: ModelItem, added: date, edition: Edition) -> FeedEntry:
    know, model = edition.knowledge, item.entry
    url = edition.publication.address(model_url(item.slug))
    names = ((field, know.term_name("linh_vuc", field)) for field in model.fields)
    categories = tuple(Category(*pair) for pair in names)
    return FeedEntry(model.name, url, model.summary, added, added, categories)
