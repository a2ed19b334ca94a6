"""What each page tells machines in its head: structured data and link previews."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.core.axes import axis_named
from generator.core.catalogue import Item
from generator.core.entries import Entry
from generator.core.routes import BODIES, HOME, MODELS, PLANS, axis_url
from generator.edition import Edition
from generator.export import linked_data
from generator.export.schema_org import Crumb
from generator.open_data import download
from generator.pages.drawing import Page


def head(page: Page, edition: Edition, sizes: Mapping[str, int]) -> str:
    """Ready HTML for the head of a page; ``sizes`` are those of the files of open data."""
    know, publication, route = edition.knowledge, edition.publication, page.route
    url, trail = publication.address(route.url), _trail(page, edition)
    catalogue = know.catalogue
    match route.kind:
        case "home":
            return linked_data.head_for_home(publication)
        case "model":
            model = catalogue.models[route.subject]
            added, changed = _dates(model, edition)
            return linked_data.head_for_model(
                model, catalogue, publication, url, trail=trail, added=added, changed=changed
            )
        case "plan":
            plan = catalogue.plans[route.subject]
            added, changed = _dates(plan, edition)
            return linked_data.head_for_plan(
                plan, catalogue, publication, url, trail=trail, added=added, changed=changed
            )
        case "data":
            files = tuple(download(path, size, publication) for path, size in sizes.items())
            return linked_data.head_for_data(
                publication, url, page.title, page.description, files, know.today, trail=trail
            )
    return linked_data.head_for_list(publication, url, page.title, page.description, trail=trail)


def _dates(item: Item[Entry], edition: Edition) -> tuple[date | None, date | None]:
    """The days the entry came into the collection and was last changed, where known."""
    known = edition.history.get(item.path)
    return (known.added, known.changed) if known else (None, None)


def _trail(page: Page, edition: Edition) -> tuple[Crumb, ...]:
    """The way from the home page to this one."""
    address, route = edition.publication.address, page.route
    steps = [Crumb("Trang chủ", address(HOME))]
    if route.kind in ("model", "terms", "term"):
        steps.append(Crumb("Mô hình", address(MODELS)))
    if route.kind == "plan":
        steps.append(Crumb("Kế hoạch", address(PLANS)))
    if route.kind == "body":
        steps.append(Crumb("Cơ quan, đơn vị", address(BODIES)))
    if route.kind == "term":
        axis = axis_named(route.subject.partition("/")[0])
        steps.append(Crumb(axis.name, address(axis_url(axis))))
    return (*steps, Crumb(page.title, address(route.url)))
