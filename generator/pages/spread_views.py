"""What the templates of replication may see: what is ready to be copied, and the forest."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.list_views import Facet, Pager
from generator.pages.tree_views import TreeView
from generator.pages.views import Card, Fact, Link


@dataclass(frozen=True)
class ReadyRow:
    """A model that is ready to be copied, with what it takes."""

    card: Card
    takes: tuple[Fact, ...]
    """Cost, time and kind of place, as far as they are known."""

    copies: str
    """The one place that did the same, or how many did; empty when none is known."""


@dataclass(frozen=True)
class SpreadView:
    """A page of the list of what is ready to be copied."""

    title: str
    crumbs: tuple[Link, ...]
    count: int
    shown: str
    """Which of them are on this page: "1–24"."""

    rows: tuple[ReadyRow, ...]
    pager: Pager | None
    facets: tuple[Facet, ...]
    all_in_search: Link
    trees: tuple[TreeView, ...]
    """The largest trees; on the first page only."""

    all_trees: Link


@dataclass(frozen=True)
class ForestView:
    """A page of the forest of copies."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    trees: tuple[TreeView, ...]
    pager: Pager | None
