"""Numbers become charts: bars whose lengths are shares, and tables tinted by how full they are.

A drawing that is scaled shrinks its words on a phone. So bars are placed in shares of the
width and rows in heights of a letter: the words keep the reader's own size everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.core.routes import MODELS
from generator.core.vietnamese import number
from generator.pages.numbers_views import Bar, BarChart, Cell

_TOLD = 5
"""So many of the longest bars are told in words."""

_STEPS = (0.15, 0.35, 0.65)
"""Where, between nothing and the fullest cell, a cell is tinted one step deeper."""


@dataclass(frozen=True)
class Counted:
    """Something that was counted."""

    label: str
    count: int
    url: str
    """The list behind the number."""

    page: str = ""
    """A list that needs no script, where there is one."""

    field_id: str = ""


@dataclass(frozen=True)
class _Layout:
    """How the rows of a chart are placed: lengths in letters, and in shares of the width."""

    row: float
    text: float
    bar: float
    thick: float
    left: int
    longest: int


_STACKED = _Layout(row=3.1, text=1.2, bar=1.7, thick=0.8, left=0, longest=100)
_COMPACT = _Layout(row=2.0, text=1.35, bar=0.55, thick=1.0, left=29, longest=54)


def bars(id_: str, title: str, rows: Sequence[Counted], *, compact: bool = False) -> BarChart:
    """The chart of some counts, in their order; ``compact`` for short labels in many rows."""
    layout = _COMPACT if compact else _STACKED
    most = max((row.count for row in rows), default=0)
    return BarChart(
        id=id_,
        title=title,
        told=_told(rows),
        height=_letters(len(rows) * layout.row),
        is_compact=compact,
        bar_x=_share(layout.left),
        bar_height=_letters(layout.thick),
        track=_share(layout.longest),
        bars=tuple(_bar(index, row, most, layout) for index, row in enumerate(rows)),
    )


def browse(**chosen: str) -> str:
    """The list of the models that carry what is chosen, by the filters of the search."""
    held = "".join(f"&{name}={value}" for name, value in chosen.items())
    return f"{MODELS}?loai=mo-hinh{held}"


def cell(count: int, url: str, tone: str = "") -> Cell:
    """A number with the list behind it; nothing lies behind a zero."""
    return Cell(number(count), url if count else "", tone)


def heat(count: int, most: int) -> str:
    """How deep a cell is tinted, where ``most`` is the count of the fullest."""
    if not count:
        return "heat-0"
    return f"heat-{1 + sum(1 for step in _STEPS if count > step * most)}"


def _bar(index: int, row: Counted, most: int, layout: _Layout) -> Bar:
    top = index * layout.row
    share = layout.longest * row.count / most if most else 0.0
    return Bar(
        row.label,
        number(row.count),
        row.field_id,
        _letters(top + layout.text),
        _letters(top + layout.bar),
        _share(max(share, 0.6) if row.count else 0),
    )


def _told(rows: Sequence[Counted]) -> str:
    longest = sorted(rows, key=lambda row: -row.count)[:_TOLD]
    told = "; ".join(f"{row.label}: {number(row.count)}" for row in longest if row.count)
    return f"{told or 'Chưa có mục nào'}. Đủ các số ở bảng ngay dưới biểu đồ."


def _letters(length: float) -> str:
    return f"{round(length, 2):g}em"


def _share(length: float) -> str:
    return f"{round(length, 2):g}%"
