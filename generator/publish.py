"""From knowledge to files: every path of the generated site and the bytes it holds.

Still no disk: the files are handed out one by one, for whoever writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.adapters import spreadsheet, word_document
from generator.calendar_data import calendar_files, calendar_link
from generator.core.catalogue import ModelItem
from generator.core.routes import FEED, SHEET_DOCX, SHEET_XLSX, Route, model_url, routes
from generator.edition import Edition, Output
from generator.export.feeds import Category, Feed, FeedEntry, atom
from generator.export.sitemap import Page as SitemapPage
from generator.export.sitemap import robots, sitemaps
from generator.forms.prefilled import prefilled_paper, with_open_marks
from generator.heads import head
from generator.open_data import data_files, data_view
from generator.pages.drawing import Drawing
from generator.pages.fragments import Fragments
from generator.search_data import search_files

_FEED_ENTRIES = 50


def outputs(edition: Edition) -> tuple[int, Iterator[Output]]:
    """How many files the site has, and the files one by one."""
    pages = routes(edition.knowledge.catalogue, edition.settings.page_size)
    data = tuple(data_files(edition))
    rest = (*data, *_machine_files(edition, pages))
    return len(pages) + len(rest), _all(edition, pages, data, rest)


def _all(
    edition: Edition, pages: tuple[Route, ...], data: tuple[Output, ...], rest: Iterable[Output]
) -> Iterator[Output]:
    yield from rest
    drawing = Drawing(
        edition.knowledge,
        Fragments(edition.templates),
        edition.shells,
        edition.settings.page_size,
        data_view(data),
    )
    for route in pages:
        yield Output(f"{route.url}index.html", _html(route, drawing, edition, data).encode())


def _html(route: Route, drawing: Drawing, edition: Edition, data: tuple[Output, ...]) -> str:
    if route.kind == "redirect":
        return drawing.redirect(route)
    page = drawing.page(route)
    told = head(page, edition, data) + calendar_link(route, edition.knowledge)
    return drawing.finish(page, told)


def _machine_files(edition: Edition, pages: Iterable[Route]) -> Iterator[Output]:
    publication = edition.publication
    listed = [SitemapPage(publication.address(r.url)) for r in pages if r.kind != "redirect"]
    listed += [SitemapPage(publication.address(page.url)) for page in edition.hand_pages]
    for name, data in sitemaps(publication.base_url, listed).items():
        yield Output(name, data)
    yield Output("robots.txt", robots(publication.address("sitemap.xml")))
    yield Output(FEED, _feed(edition))
    yield from search_files(edition)
    yield from _sheets(edition)
    yield from calendar_files(edition)


def _sheets(edition: Edition) -> Iterator[Output]:
    """The registration form, which a model's page fills in the browser."""
    paper = prefilled_paper(edition.knowledge.catalogue.vocabulary)
    yield Output(SHEET_XLSX, with_open_marks(spreadsheet.write(paper)))
    yield Output(SHEET_DOCX, with_open_marks(word_document.write(paper)))


def _feed(edition: Edition) -> bytes:
    know, publication = edition.knowledge, edition.publication
    added = ((item, know.added_on(item)) for item in know.catalogue.models.values())
    dated = [(item, day) for item, day in added if day]
    newest = sorted(dated, key=lambda pair: pair[1], reverse=True)[:_FEED_ENTRIES]
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
