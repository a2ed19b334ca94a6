"""What a block says of each exact form, encoded for all forms of the collection at once.

A section is the part of a block that tells documents, as ``postings`` describes it: those of
the short fields with positions, or those of bodies without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.occurrences import Column
from generator.search.varints import packed


@dataclass(frozen=True)
class Sections:
    """A section for every form."""

    data: bytes
    bounds: Sequence[int]
    """Where each form's section begins; the last one's end besides."""

    documents: Sequence[int]
    """How many documents each section tells."""

    def of(self, form: int) -> bytes:
        """The section of one form."""
        return self.data[self.bounds[form] : self.bounds[form + 1]]


def body_sections(column: Column) -> Sections:
    """The steps between documents."""
    return _joined(map(_body, column.parts()))


def short_sections(column: Column) -> Sections:
    """Steps, each with the count of places and the rising places."""
    return _joined(map(_short, column.parts()))


def _joined(parts: Iterable[Sections]) -> Sections:
    """The sections of all forms, from those of some after those of others."""
    data, bounds, documents = bytearray(), [0], list[int]()
    for part in parts:
        bounds += (len(data) + bound for bound in part.bounds[1:])
        documents += part.documents
        data += part.data
    return Sections(bytes(data), bounds, documents)


def _body(column: Column) -> Sections:
    steps = _steps(column.documents, column.starts())
    return _sections(steps, np.arange(len(steps)), column.bounds)


def _short(column: Column) -> Sections:
    heads = column.heads()
    begins = np.flatnonzero(heads)
    holders = column.only(begins)
    at = begins + 2 * np.arange(len(begins))
    stream = np.empty(len(heads) + 2 * len(begins), np.uint32)
    is_place = np.ones(len(stream), np.bool_)
    is_place[at] = is_place[at + 1] = False
    stream[at] = _steps(holders.documents, holders.starts())
    stream[at + 1] = np.diff(begins, append=len(heads))
    stream[is_place] = _steps(column.places.astype(np.uint32), heads)
    return _sections(stream, at, holders.bounds)


def _sections(
    stream: NDArray[np.uint32], at: NDArray[np.int64], bounds: NDArray[np.int64]
) -> Sections:
    """Cut where a form's first document stands: ``at`` in ``stream``, for each document."""
    data, places = packed(stream)
    cuts = places[np.append(at, len(stream))[bounds]]
    return Sections(data, cuts.tolist(), np.diff(bounds).tolist())


def _steps(numbers: NDArray[np.uint32], starts: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """From each number to the next; the number itself where a new row starts."""
    found = numbers.copy()
    found[1:] -= np.where(starts[1:], np.uint32(0), numbers[:-1])
    return found
