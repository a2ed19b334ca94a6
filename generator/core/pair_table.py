"""The pairs of many models as numbered columns, for whole-collection sums and comparisons.

Models are numbered in the order given and words (the hashes of their pairs) in the order of
the hashes, so that the same texts give the same table wherever and whenever it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.core.pairs import HASH

Column = NDArray[np.int64]
Whole = TypeVar("Whole", np.int64, np.uint64)


@dataclass(frozen=True)
class PairTable:
    """Who carries which word: one row for each word of each model, sorted by both."""

    owner: Column
    """The number of the model."""

    word: Column
    """The number of the word."""

    owners: int
    """How many models there are, those without any word included."""

    words: int
    """How many distinct words there are."""

    @cached_property
    def frequency(self) -> Column:
        """How many models carry each word."""
        return np.bincount(self.word, minlength=self.words)

    @cached_property
    def sizes(self) -> Column:
        """How many words each model carries."""
        return np.bincount(self.owner, minlength=self.owners)

    @cached_property
    def starts(self) -> Column:
        """The first row of each model."""
        return before(self.sizes)

    def where(self, chosen: NDArray[np.bool_]) -> PairTable:
        """Only some of the rows; models and words keep their numbers."""
        return PairTable(self.owner[chosen], self.word[chosen], self.owners, self.words)

    def by_word(self) -> tuple[Column, Column]:
        """The same rows sorted by word and then by owner, as words and owners."""
        return _parted(in_order(self.word * self.owners + self.owner), self.owners)


def pair_table(texts: Sequence[bytes]) -> PairTable:
    """The table of one text a model: its hashes in any order, some perhaps twice."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    hashes = np.frombuffer(b"".join(texts), HASH)
    owner = np.repeat(np.arange(len(texts)), lengths // hashes.itemsize)
    found = distinct(np.sort(hashes))
    words = max(len(found), 1)
    rows = distinct(in_order(owner * words + np.searchsorted(found, hashes)))
    return PairTable(*_parted(rows, words), len(texts), words)


def before(sizes: Column) -> Column:
    """Where each of several runs begins when they stand one after another."""
    return np.cumsum(sizes) - sizes


def in_order(column: Column) -> Column:
    """A sorted copy; takes little time where the column consists of a few sorted runs."""
    return np.sort(column, kind="stable")


def run_starts(ordered: NDArray[Whole]) -> Column:
    """Where each run of equal values in a sorted column begins."""
    is_first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return np.flatnonzero(is_first)


def distinct(ordered: NDArray[Whole]) -> NDArray[Whole]:
    """Each value of a sorted column once."""
    return ordered[run_starts(ordered)]


def _parted(codes: Column, base: int) -> tuple[Column, Column]:
    high = codes // base
    return high, codes - high * base
