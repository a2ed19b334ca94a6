"""Finished pages: a route and an edition in, bytes out, in whatever process.

Pure but for the templates it compiles once: two processes given one edition draw the same pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.calendar_data import calendar_link
from generator.core.catalogue import Item
from generator.core.entries import Entry
from generator.core.routes import Route
from generator.edition import Edition
from generator.heads import head
from generator.open_data import data_view
from generator.pages.drawing import Drawing
from generator.pages.fragments import Fragments


@dataclass(frozen=True)
class Press:
    """All that it takes to draw pages."""

    edition: Edition
    sizes: Mapping[str, int]
    """Bytes of each file of open data, by path; told on the page of open data alone."""

    def __getstate__(self) -> dict[str, Any]:
        """Compiled templates do not travel; they are compiled again where the pages are drawn."""
        return {"edition": self.edition, "sizes": self.sizes}

    def draw(self, route: Route) -> bytes:
        """The page at ``route``. Raises ``FragmentError``."""
        drawing, edition = self._drawing, self.edition
        if route.kind == "redirect":
            return drawing.redirect(route).encode()
        page = drawing.page(route)
        told = head(page, edition, self.sizes) + calendar_link(route, edition.knowledge)
        return drawing.finish(page, told).encode()

    def glimpse(self, item: Item[Entry]) -> Press:
        """The same after an edit of one entry, with all that takes part in many as it was."""
        know = self.edition.knowledge.glimpse(item)
        press = replace(self, edition=replace(self.edition, knowledge=know))
        press.__dict__["_drawing"] = replace(self._drawing, knowledge=know)
        return press

    @cached_property
    def _drawing(self) -> Drawing:
        edition = self.edition
        templates = Fragments(edition.templates)
        size = edition.settings.page_size
        return Drawing(edition.knowledge, templates, edition.shells, size, data_view(self.sizes))


def drawn(press: Press, routes: Sequence[Route]) -> list[tuple[str, bytes]]:
    """The file and the bytes of each page."""
    return [(page_file(route), press.draw(route)) for route in routes]


def page_file(route: Route) -> str:
    """The file that holds the page at a route."""
    return f"{route.url}index.html"
