"""Every word of every document in a few long columns, from which the index is cut.

The columns hold millions of numbers in a large collection, so they are worked on whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.documents import SMALL, Document
from generator.search.form_numbers import FormNumbers
from generator.search.further_words import Further, further_words
from generator.search.words import Form, Forms

_TOGETHER = 1024
"""Documents looked up at once, which bounds the memory this takes."""

_ROWS = 1 << 20
"""The same for rows of a column."""


@dataclass(frozen=True)
class Column:
    """Which documents hold each form: form by form, and rising within each."""

    bounds: NDArray[np.int64]
    """Where each form's documents begin; the last one's end besides."""

    documents: NDArray[np.uint32]
    places: NDArray[np.uint16]
    """For each document where in it, rising; empty where only the document counts."""

    def parts(self) -> Iterator[Column]:
        """The forms in groups of few rows, so that what is made of each needs little room."""
        first, forms = 0, len(self.bounds) - 1
        while first < forms:
            most = np.searchsorted(self.bounds, self.bounds[first] + _ROWS, side="right") - 1
            end = max(first + 1, int(most))
            rows = slice(self.bounds[first], self.bounds[end])
            bounds = self.bounds[first : end + 1] - self.bounds[first]
            yield Column(bounds, self.documents[rows], self.places[rows])
            first = end

    def only(self, rows: NDArray[np.int64]) -> Column:
        """The column with these of its rows, given in order; without places."""
        bounds = np.searchsorted(rows, self.bounds)
        return Column(bounds, self.documents[rows], np.empty(0, "u2"))

    def starts(self) -> NDArray[np.bool_]:
        """For each row, whether a form begins there."""
        found = np.zeros(len(self.documents), np.bool_)
        found[self.bounds[:-1][np.diff(self.bounds) > 0]] = True
        return found

    def heads(self) -> NDArray[np.bool_]:
        """For each row, whether a document begins there: it may hold a form several times."""
        found = self.starts()
        found[1:] |= self.documents[1:] != self.documents[:-1]
        return found


@dataclass(frozen=True)
class Occurrences:
    """Which form stands where."""

    forms: tuple[Form, ...]
    """In code-point order, those that stand nowhere included; a form's number is its place here."""

    short: Column
    """Every occurrence in the short fields, with its place."""

    body: Column
    """Every document that holds a form in its body alone."""


def occurrences(documents: Sequence[Document], forms: Forms) -> Occurrences:
    """All words of ``documents``; a document's number is its place in the sequence.

    ``forms`` must explain every word, and may explain more; ``KeyError`` where it does not.
    """
    further, explained = further_words(documents)
    known = {**forms, **explained}
    order = sorted(known, key=known.__getitem__)
    numbers = FormNumbers(np.array(order, np.uint64))
    some = list(_some(documents, further))
    short = _column([_short(*each, numbers) for each in some], len(numbers))
    body = [_body(*each, numbers) for each in some] if len(documents) > SMALL else []
    return Occurrences(tuple(map(known.__getitem__, order)), short, _column(body, len(numbers)))


class _Rows(NamedTuple):
    """A part of a column: form by form, and rising within each."""

    forms: NDArray[np.uint32]
    documents: NDArray[np.uint32]
    places: NDArray[np.uint16]


def _some(
    documents: Sequence[Document], further: Further
) -> Iterator[tuple[int, Sequence[Document], Further]]:
    """The first number of some documents, they, and the further words told of them."""
    for start in range(0, len(documents), _TOGETHER):
        some = documents[start : start + _TOGETHER]
        yield start, some, further.between(start, start + len(some))


def _short(
    start: int, documents: Sequence[Document], further: Further, numbers: FormNumbers
) -> _Rows:
    own = np.frombuffer(b"".join(each.words.short for each in documents), "<u8")
    own_places = np.frombuffer(b"".join(each.words.positions for each in documents), "<u2")
    holders = _holders(start, [len(each.words.short) for each in documents])
    forms = np.concatenate((numbers.of(own), numbers.of(further.numbers)))
    holders = np.concatenate((holders, further.documents))
    places = np.concatenate((own_places, further.places))
    order = np.argsort(holders << np.uint64(16) | places, kind="stable")
    order = order[_by_form(forms[order])]
    return _Rows(forms[order], holders[order].astype(np.uint32), places[order])


def _body(
    start: int, documents: Sequence[Document], further: Further, numbers: FormNumbers
) -> _Rows:
    """Without what a further word tells of the document already."""
    own = np.frombuffer(b"".join(each.words.body for each in documents), "<u8")
    holders = _holders(start, [len(each.words.body) for each in documents])
    forms = numbers.of(own)
    order = _by_form(forms)
    pairs = _pairs(forms[order], holders[order])
    others = np.unique(_pairs(numbers.of(further.numbers), further.documents))
    at = np.searchsorted(pairs, others)
    is_there = at < len(pairs)
    told = at[is_there][pairs[at[is_there]] == others[is_there]]
    pairs = np.delete(pairs, told)
    forms, found = (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
    return _Rows(forms, found, np.empty(0, "u2"))


def _holders(start: int, sizes: Sequence[int]) -> NDArray[np.uint64]:
    """The documents that begin with number ``start``, each for all words of its so many bytes."""
    holders = np.arange(start, start + len(sizes), dtype=np.uint64)
    return np.repeat(holders, [size // 8 for size in sizes])


def _pairs(forms: NDArray[np.uint32], documents: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Form and document as one number, which compares as the two do."""
    return forms.astype(np.uint64) << np.uint64(32) | documents


def _by_form(forms: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The rows by form, otherwise as they stand: numpy sorts 16 bits at a time fastest."""
    order = np.argsort(forms.astype(np.uint16), kind="stable")
    if len(forms) and forms.max() >> 16:
        order = order[np.argsort((forms >> 16).astype(np.uint16)[order], kind="stable")]
    return order


def _column(parts: Sequence[_Rows], forms: int) -> Column:
    """The parts as one column, each form's rows in the order of the parts."""
    counts = [np.bincount(part.forms, minlength=forms) for part in parts]
    bounds = np.zeros(forms + 1, np.int64)
    np.cumsum(sum(counts, bounds[1:]), out=bounds[1:])
    documents = np.empty(bounds[-1], np.uint32)
    places = np.empty(sum(len(part.places) for part in parts), np.uint16)
    ends = bounds[:-1].copy()
    for part, count in zip(parts, counts, strict=True):
        before = np.cumsum(count) - count
        rows = np.repeat(ends - before, count) + np.arange(len(part.forms))
        documents[rows] = part.documents
        if len(places):
            places[rows] = part.places
        ends += count
    return Column(bounds, documents, places)
