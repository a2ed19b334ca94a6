"""Where a table's headings stand, and which of its columns is which.

The form has two rows of headings, the upper one over two groups of columns. Filled forms stand
lower or further right, have one row or three, and columns of their own between. The header is
the place where the most of the seven columns are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.forms.columns import TITLES, Column, column_of, is_heading, is_official
from generator.forms.grid import Row
from generator.forms.marks import is_marked

_HIGHEST = 3
_ENOUGH = 4
"""So many of the seven columns make a table the form; fewer may stand in any table."""


@dataclass(frozen=True)
class Header:
    """The headings of one table."""

    first: int
    """Index of its first row."""

    last: int
    columns: Mapping[Column, int]
    """Index of each column that is there."""

    twice: tuple[tuple[Column, int], ...] = ()
    """Columns of the form that are named a second time."""

    @property
    def known(self) -> int:
        """How many of the seven columns are there."""
        return sum(column in self.columns for column in TITLES)

    @property
    def missing(self) -> tuple[Column, ...]:
        """Columns of the form that the table lacks, in order."""
        return tuple(column for column in TITLES if column not in self.columns)


def find_header(rows: Sequence[Row], start: int) -> Header | None:
    """The first header at or below ``start``."""
    for first in range(start, len(rows)):
        if header_at(rows, first):
            near = (header_at(rows, each) for each in range(first, first + _HIGHEST))
            return max(filter(None, near), key=_rank)
    return None


def header_at(rows: Sequence[Row], first: int) -> Header | None:
    """The header whose first row is ``first``: of equals the one with the fewest rows."""
    if first >= len(rows) or not _may_begin(rows[first]):
        return None
    lasts = range(first, min(first + _HIGHEST, len(rows)))
    best = max((_header(rows, first, last) for last in lasts), key=_rank)
    return best if best.known >= _ENOUGH and Column.NAME in best.columns else None


def _may_begin(row: Row) -> bool:
    """Whether a row holds headings: a title, a field or a model above a header is none of it."""
    texts = [cell.text for cell in row if cell.text]
    return sum(map(is_heading, texts)) > 1 and not any(map(is_marked, texts))


def _rank(header: Header) -> tuple[int, int]:
    return (header.known, header.first - header.last)


def _header(rows: Sequence[Row], first: int, last: int) -> Header:
    columns: dict[Column, int] = {}
    spelt: dict[Column, bool] = {}
    twice: list[tuple[Column, int]] = []
    for index, heading in _headings(rows[first : last + 1]):
        column = column_of(heading)
        if column is None:
            continue
        official = is_official(heading)
        if column not in columns or (official and not spelt[column]):
            columns[column], spelt[column] = index, official
        elif official:
            twice.append((column, index))
    return Header(first, last, columns, tuple(twice))


def _headings(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """For each column the lowest heading that names a column of the form."""
    for index in range(max(map(len, rows), default=0)):
        texts = [row[index].text for row in rows if index < len(row) and row[index].text]
        named = [text for text in texts if column_of(text)]
        if named:
            yield index, named[-1]
