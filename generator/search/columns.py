"""What documents can be filtered and sorted by, one column of small numbers each.

The browser holds all columns at once and counts every filter itself, so that counts
follow the other filters without another request.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.search.documents import Document

_SIZES = {1: "B", 2: "H", 4: "I"}


@dataclass(frozen=True)
class Filter:
    """Something to filter by, with its values in the order they are shown."""

    name: str
    """In the address: ``linh_vuc``."""

    label: str
    values: tuple[tuple[str, str], ...]
    """Id and label of each value, at most 31 where a document may carry several."""

    several: bool
    """Whether a document may carry more than one."""

    quiet: bool = False
    """Whether the panel shows it only when an address has chosen it."""

    @property
    def size(self) -> int:
        """Bytes a document takes in the column."""
        if not self.several:
            return 1 if len(self.values) < 255 else 2
        return 1 if len(self.values) <= 8 else 4


def filter_columns(filters: Sequence[Filter], documents: Sequence[Document]) -> bytes:
    """The columns of all filters, one after the other.

    With several values a document's number has a bit for each; otherwise it is the place of
    its value counted from 1, and 0 for none.
    """
    names = [each.name for each in filters]
    rows = [tuple(map(document.terms.get, names)) for document in documents]
    columns = zip(*rows, strict=True) if rows else ((),) * len(filters)
    return b"".join(map(_column, filters, columns))


def _column(each: Filter, terms_of_each: Sequence[tuple[str, ...] | None]) -> bytes:
    places = {term: index for index, (term, _) in enumerate(each.values)}
    code_of = _code_of_several if each.several else _code_of_one
    codes = {terms: code_of(terms or (), places) for terms in dict.fromkeys(terms_of_each)}
    return _packed(each.size, [codes[terms] for terms in terms_of_each])


def _code_of_several(terms: Sequence[str], places: dict[str, int]) -> int:
    return sum(1 << places[term] for term in set(terms) if term in places)


def _code_of_one(terms: Sequence[str], places: dict[str, int]) -> int:
    return next((places[term] + 1 for term in terms if term in places), 0)


def _alphabetical(documents: Sequence[Document]) -> Sequence[int]:
    order = sorted(range(len(documents)), key=lambda number: documents[number].order)
    places = [0] * len(documents)
    for place, number in enumerate(order):
        places[number] = place
    return places


SORTS: tuple[tuple[str, str, Callable[[Sequence[Document]], Sequence[int]]], ...] = (
    ("moi_nhat", "Mới nhất", lambda documents: [each.newest for each in documents]),
    ("nhan_rong", "Nhân rộng nhiều nhất", lambda documents: [each.copies for each in documents]),
    ("a_z", "A–Z", _alphabetical),
)
"""The orders to choose from besides relevance: name, label, and the numbers that decide."""


def sort_columns(documents: Sequence[Document]) -> bytes:
    """The columns of all orders, four bytes a document."""
    return b"".join(_packed(4, decide(documents)) for _, _, decide in SORTS)


def _packed(size: int, numbers: Sequence[int]) -> bytes:
    column = array(_SIZES[size], numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()
