"""What the templates of lists, of the front page and of the data page may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.follow_views import DayView
from generator.pages.plan_views import PlanRow
from generator.pages.views import Card, Figure, Link


@dataclass(frozen=True)
class TermRow:
    """A term of an axis, with the number of its models."""

    id: str
    name: str
    url: str
    note: str
    count: int


@dataclass(frozen=True)
class Facet:
    """The terms of one axis beside a list."""

    title: str
    filter: str
    """The filter of the search that does the same."""

    url: str
    rows: tuple[TermRow, ...]
    more: int
    """Terms left out for length."""


@dataclass(frozen=True)
class PageLink:
    """A page of a long list; without a number it is a gap."""

    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class Pager:
    """The way through a long list."""

    previous: str
    next: str
    pages: tuple[PageLink, ...]


@dataclass(frozen=True)
class ListView:
    """A list of models: all of them, or those of one term."""

    title: str
    intro: str
    crumbs: tuple[Link, ...]
    count: int
    shown: str
    """Which of them are on this page: "1–24"."""

    cards: tuple[Markup, ...]
    pager: Pager | None
    facets: tuple[Facet, ...]
    searchable: bool
    """Whether the page is the one that searches."""

    field_id: str
    """Set for the list of a field, for its colour and icon."""


@dataclass(frozen=True)
class TermsView:
    """The terms of an axis."""

    title: str
    intro: str
    crumbs: tuple[Link, ...]
    rows: tuple[TermRow, ...]
    axis: str


@dataclass(frozen=True)
class HomeView:
    """The front page."""

    questions: tuple[Link, ...]
    """Searches to begin with."""

    stats: tuple[Figure, ...]
    fields: tuple[TermRow, ...]
    ready: tuple[Card, ...]
    newest: tuple[Card, ...]
    plans: tuple[PlanRow, ...]
    days: tuple[DayView, ...]
    """The next few of the calendar."""

    provinces: tuple[TermRow, ...]


@dataclass(frozen=True)
class ColumnView:
    """A column of the open data."""

    name: str
    label: str
    meaning: str


@dataclass(frozen=True)
class DataView:
    """The page of open data."""

    crumbs: tuple[Link, ...]
    files: tuple[Link, ...]
    model_columns: tuple[ColumnView, ...]
    plan_columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class PlansView:
    """A page of the list of plans."""

    crumbs: tuple[Link, ...]
    count: int
    shown: str
    """Which of them are on this page, where there are several pages: "1–50"."""

    search: Link | None
    rows: tuple[PlanRow, ...]
    pager: Pager | None
