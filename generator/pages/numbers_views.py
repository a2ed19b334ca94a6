"""What the template of the page of numbers may see."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.views import Link, SourceView


@dataclass(frozen=True)
class Bar:
    """A bar of a chart; positions are lengths of SVG."""

    label: str
    amount: str
    field_id: str
    """Set where the bar stands for a field, for its colour."""

    text_y: str
    bar_y: str
    width: str


@dataclass(frozen=True)
class BarChart:
    """A chart of bars, drawn to any width without a script: its lengths are shares."""

    id: str
    title: str
    told: str
    """What it shows, in words."""

    height: str
    is_compact: bool
    """Whether label, bar and number share a line."""

    bar_x: str
    bar_height: str
    track: str
    """The width of the longest bar."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Cell:
    """A number of a table, with the list it counts."""

    amount: str
    url: str
    tone: str
    """A class: ``heat-0`` to ``heat-4``, with the field it is tinted in; empty in plain tables."""


@dataclass(frozen=True)
class NumberRow:
    """A row of numbers; its head leads to a list that needs no script, where there is one."""

    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class NumberTable:
    """A table of numbers."""

    caption: str
    corner: str
    heads: tuple[Link, ...]
    rows: tuple[NumberRow, ...]
    more: tuple[NumberRow, ...]
    """Rows shown only when asked for."""

    more_told: str


@dataclass(frozen=True)
class ChartSection:
    """A chart with its numbers."""

    id: str
    title: str
    intro: str
    chart: BarChart
    table: NumberTable
    all: Link
    """The page that lists the same without a script, where there is one."""


@dataclass(frozen=True)
class HeatSection:
    """Two ways of listing, crossed."""

    id: str
    title: str
    intro: str
    table: NumberTable
    empty: str
    """What has no entry at all, in words."""


@dataclass(frozen=True)
class StageView:
    """A stage of the way to an award, and what counts there."""

    name: str
    meaning: str


@dataclass(frozen=True)
class CopiedRow:
    """A model that others have copied."""

    model: Link
    place: str
    copies: str
    url: str
    """Where the copies are told."""


@dataclass(frozen=True)
class CountView:
    """A count that a source tells."""

    amount: str
    what: str
    is_part: bool


@dataclass(frozen=True)
class ReportView:
    """What one source says of one place and time."""

    place: str
    note: str
    """The body that counted, and what the place is called today."""

    period: str
    counts: tuple[CountView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class ReportGroup:
    """What is told of the places of one province of today."""

    province: Link
    reports: tuple[ReportView, ...]
    more: tuple[ReportView, ...]
    """Shown only when asked for."""


@dataclass(frozen=True)
class Total:
    """One of the numbers read first, with the list it counts."""

    amount: str
    label: str
    url: str


@dataclass(frozen=True)
class NumbersView:
    """The page of numbers."""

    crumbs: tuple[Link, ...]
    today: str
    totals: tuple[Total, ...]
    contents: tuple[Link, ...]
    charts: tuple[tuple[ChartSection, ...], ...]
    """In columns."""

    funnel: ChartSection
    stages: tuple[StageView, ...]
    heats: tuple[HeatSection, ...]
    copied: tuple[CopiedRow, ...]
    copied_all: Link
    groups: tuple[ReportGroup, ...]
    report_count: str
