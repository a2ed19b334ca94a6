"""Which models a reader of this one may want to see next.

Weighted overlap of rare words in name, summary and keywords, with a little for the
same field and the same province. Only models that share a rare word, a field or a
province are compared, so that the cost grows with the content and not with its square.
Weights are whole numbers: a sum is the same in whatever order it is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.pair_table import (
    Column,
    PairTable,
    before,
    in_order,
    pair_table,
    run_starts,
)
from generator.core.pairs import Pairs, pairs_of

SHOWN = 3
_MOST_SHARED = 120
"""A word that more models carry than this tells nothing about any of them."""

_UNIT = 10**9
_SAME_FIELD = 3 * _UNIT // 2
_SAME_PROVINCE = _UNIT
_EQUAL = 1000
"""Scores that are the same when told in a thousandth of a millionth are equal."""

_AT_ONCE = 300_000
"""So many meetings of two models in one word are summed at a time: as many as a cache holds."""

_COUNT_BITS = _MOST_SHARED.bit_length()
"""Room for the number of a word's carriers beside two models in one number."""

_MASK_BITS = 63


@dataclass(frozen=True)
class _Crowd:
    """All models as numbered columns, in the order of their slugs."""

    rare: PairTable
    """The words worth comparing."""

    bucket_owners: Column
    """Who carries each word, one bucket after another."""

    bucket_starts: Column
    weights: Column
    """What a word weighs, by how many carry it."""

    fields: Sequence[Column]
    """The fields of each model as bits, in as many columns as there are fields to tell."""

    province: Column
    peers: Sequence[Sequence[int]]
    """A few models of each model's field, to fall back on where no word is shared."""

    @cached_property
    def bits(self) -> int:
        """Room for the number of a model."""
        return len(self.peers).bit_length()

    @cached_property
    def last(self) -> int:
        """The highest number that has room."""
        return (1 << self.bits) - 1


def similar(
    catalogue: Catalogue, pairs: Mapping[str, Pairs] | None = None
) -> Mapping[str, tuple[ModelItem, ...]]:
    """For each model slug the few models most like it, best first; equals by slug.

    ``pairs`` are those of each model by slug.
    """
    slugs = sorted(catalogue.models)
    items = [catalogue.models[slug] for slug in slugs]
    if pairs is None:
        pairs = {item.slug: pairs_of(item.entry) for item in items}
    crowd = _crowd(catalogue, items, [pairs[slug] for slug in slugs])
    found: dict[str, list[ModelItem]] = {slug: [] for slug in catalogue.models}
    for first, last in _blocks(crowd):
        for own, other in _best(crowd, first, last):
            found[slugs[own]].append(items[other])
    return {slug: tuple(likest) for slug, likest in found.items()}


def _crowd(catalogue: Catalogue, items: Sequence[ModelItem], pairs: Sequence[Pairs]) -> _Crowd:
    table = pair_table([each.name + each.summary + each.keywords for each in pairs])
    carried = table.frequency[table.word]
    rare = table.where((carried > 1) & (carried <= _MOST_SHARED))
    at = {item.slug: number for number, item in enumerate(items)}
    by_field = {
        field: [at[item.slug] for item in peers] for field, peers in catalogue.by_field.items()
    }
    province = np.zeros(len(items), np.int64)
    for number, people in enumerate(catalogue.by_province.values()):
        province[[at[item.slug] for item in people]] = number
    return _Crowd(
        rare,
        rare.by_word()[1],
        before(rare.frequency),
        _weights(len(items)),
        _field_bits(list(by_field.values()), len(items)),
        province,
        [by_field[item.entry.fields[0]][: SHOWN + 1] for item in items],
    )


def _weights(total: int) -> Column:
    told = [round(math.log(1 + total / count) * _UNIT) for count in range(1, _MOST_SHARED + 1)]
    return np.array([0, *told], np.int64)


def _field_bits(members: Sequence[Sequence[int]], total: int) -> list[Column]:
    columns = [np.zeros(total, np.int64) for _ in range(0, len(members), _MASK_BITS)]
    for number, field in enumerate(members):
        columns[number // _MASK_BITS][field] |= 1 << number % _MASK_BITS
    return columns


def _blocks(crowd: _Crowd) -> Iterator[tuple[int, int]]:
    """Runs of models that are compared at once: first, and one past the last."""
    rare = crowd.rare
    met = np.bincount(rare.owner, rare.frequency[rare.word], rare.owners).astype(np.int64)
    run = np.cumsum(met) // _AT_ONCE
    starts = run_starts(run).tolist()
    yield from pairwise([*starts, rare.owners])


def _best(crowd: _Crowd, first: int, last: int) -> list[tuple[int, int]]:
    """Each model of a block with each of the few most like it, best first."""
    every = np.concatenate([_meetings(crowd, first, last), _peers(crowd, first, last)])
    codes = in_order(every)
    met = codes >> _COUNT_BITS
    starts = run_starts(met)
    words = crowd.weights[codes & ((1 << _COUNT_BITS) - 1)]
    score = np.add.reduceat(words, starts) if len(starts) else words
    own, other = (met[starts] >> crowd.bits) + first, met[starts] & crowd.last
    apart = own != other
    own, other = own[apart], other[apart]
    score = score[apart] + _closeness(crowd, own, other)
    rank = (score + _EQUAL // 2) // _EQUAL << crowd.bits | crowd.last - other
    return [(one, crowd.last - (each & crowd.last)) for one, each in _highest(own, rank)]


def _meetings(crowd: _Crowd, first: int, last: int) -> Column:
    """Each meeting of a model of the block with any model in a word: both, and how many carry it.

    A model meets itself in every word; this costs less than to leave it out.
    """
    low, high = np.searchsorted(crowd.rare.owner, [first, last])
    words = crowd.rare.word[low:high]
    carriers = crowd.rare.frequency[words]
    own = (crowd.rare.owner[low:high] - first << crowd.bits + _COUNT_BITS) | carriers
    shift = crowd.bucket_starts[words] - before(carriers)
    others = crowd.bucket_owners[np.repeat(shift, carriers) + np.arange(carriers.sum())]
    met: Column = np.repeat(own, carriers) | others << _COUNT_BITS
    return met


def _peers(crowd: _Crowd, first: int, last: int) -> Column:
    """The peers of each model of the block, met in no word."""
    met = [
        own << crowd.bits | peer
        for own, peers in enumerate(crowd.peers[first:last])
        for peer in peers
    ]
    return np.array(met, np.int64) << _COUNT_BITS


def _closeness(crowd: _Crowd, own: Column, other: Column) -> Column:
    shares_field = np.zeros(len(own), np.bool_)
    for bits in crowd.fields:
        shares_field |= (bits[own] & bits[other]) != 0
    shares_province = crowd.province[own] == crowd.province[other]
    closeness: Column = shares_field * _SAME_FIELD + shares_province * _SAME_PROVINCE
    return closeness


def _highest(own: Column, rank: Column) -> list[tuple[int, int]]:
    """Each number in a sorted column with each of its few highest ranks, the highest first."""
    starts = run_starts(own)
    owners, sizes = own[starts], np.diff(starts, append=len(own))
    found: list[tuple[int, int]] = []
    for _ in range(SHOWN if len(own) else 0):
        best = np.maximum.reduceat(rank, starts)
        some = best >= 0
        found += zip(owners[some].tolist(), best[some].tolist(), strict=True)
        rank = np.where(rank == np.repeat(best, sizes), -1, rank)
    return found
