"""In how many documents each word stands, whatever its forms there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.occurrences import Column, Occurrences
from generator.search.words import Form

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class WordCounts:
    """The folded words of a collection, and how common they are."""

    words: tuple[str, ...]
    """In code-point order."""

    first_forms: Counts
    """For each word its first form; the end of all forms besides."""

    anywhere: Counts
    """For each word, the number of documents that hold any form of it."""

    in_bodies: Counts
    """For each word, the documents whose body holds a form that their short fields do not."""

    def per_form(self, numbers: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """What is told of words, told of each of their forms."""
        return np.repeat(numbers, np.diff(self.first_forms))


def count(found: Occurrences, documents: int) -> WordCounts:
    """Count every word once for each of so many documents."""
    words, first = _words(found.forms)
    short = found.short.only(np.flatnonzero(found.short.heads()))
    in_bodies = np.diff(found.body.bounds[first])
    anywhere = in_bodies + np.diff(short.bounds[first])  # a form stands in one of the two alone
    for word in np.flatnonzero(np.diff(first) > 1).tolist():
        forms = slice(first[word], first[word + 1] + 1)
        holds = np.zeros(documents, np.bool_)
        in_bodies[word] = _count(holds, found.body, forms)
        anywhere[word] = _count(holds, short, forms)
    return WordCounts(words, first, anywhere, in_bodies)


def _count(holds: NDArray[np.bool_], column: Column, forms: slice) -> int:
    """Mark the documents that hold the forms; how many are marked by now."""
    bounds = column.bounds[forms]
    holds[column.documents[bounds[0] : bounds[-1]]] = True
    return int(np.count_nonzero(holds))


def _words(forms: Sequence[Form]) -> tuple[tuple[str, ...], Counts]:
    first: dict[str, int] = {}
    for number, (folded, _) in enumerate(forms):
        first.setdefault(folded, number)
    return tuple(first), np.array([*first.values(), len(forms)], np.int64)
