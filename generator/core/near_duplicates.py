"""Entries that tell nearly the same thing twice.

A movement that counts models invites copies of a text with another place put in. Two models
are near duplicates when their names and summaries share most pairs of neighbouring
syllables, or when one unit has, in one place, two of nearly the same name.

Only entries that share some of their rarest pairs are compared (prefix filtering: with less
in common they cannot reach the bound), and of many that share one only neighbours in order
of their text, so that the cost grows with the content and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from generator.core.catalogue import ModelItem
from generator.core.links import Links
from generator.core.pair_table import Column, PairTable, distinct, in_order, pair_table, run_starts
from generator.core.pairs import HASH, Pairs, pairs_of

ALIKE = 0.6
"""Share of pairs in common (Jaccard) from which on two texts are nearly the same.

Among the founding models, two that one page tells of in the same words reach 0.33.
"""

_TELLING = 8
"""Pairs that two texts must have in common to be nearly the same; short ones must be the same."""

_SHARED = 3
"""How many of their rarest pairs two must share to be compared."""

_NEIGHBOURS = 8
"""How many of those that share a pair each is compared with, on either side."""

_SKETCH = 256
"""Bits into which the pairs of a text are sketched, to see at a glance that two are far apart."""


@dataclass(frozen=True)
class _Telling:
    """What of a model is compared."""

    item: ModelItem
    pairs: Pairs

    @cached_property
    def name(self) -> frozenset[int]:
        return _hashes(self.pairs.name)

    @cached_property
    def all(self) -> frozenset[int]:
        return self.name | _hashes(self.pairs.summary)

    @cached_property
    def numbers(self) -> list[str]:
        return re.findall(r"\d+", self.item.entry.name)


def near_duplicates(
    models: Iterable[ModelItem], links: Links, pairs: Mapping[str, Pairs] | None = None
) -> Mapping[str, ModelItem]:
    """For each slug of a model that has one, the other model most like it.

    Copies, their original and one another are meant to be alike and are left out. ``pairs``
    are those of each model by slug.
    """
    by_slug = {item.slug: item for item in models}
    if pairs is None:
        pairs = {slug: pairs_of(item.entry) for slug, item in by_slug.items()}
    tellings = [_Telling(item, pairs[slug]) for slug, item in by_slug.items()]
    tellings.sort(key=lambda each: (each.pairs.order, each.item.path))
    best: dict[str, tuple[float, float, str]] = {}
    for at, next_to in _candidates(tellings):
        one, other = tellings[at], tellings[next_to]
        whole = _overlap(one.all, other.all, _TELLING)
        degree = max(whole, _overlap_of_names(one, other))
        if degree < ALIKE or _family(one, links) == _family(other, links):
            continue
        for this, that in ((one.item, other.item), (other.item, one.item)):
            rank = (-degree, -whole, that.slug)
            best[this.slug] = min(best.get(this.slug, rank), rank)
    return {slug: by_slug[other] for slug, (_, _, other) in best.items()}


def _hashes(text: bytes) -> frozenset[int]:
    return frozenset(np.frombuffer(text, HASH).tolist())


def _overlap(one: frozenset[int], other: frozenset[int], least: int = 1) -> float:
    """How much of both is in both, from 0 to 1; nothing where less than ``least`` is."""
    both = len(one & other)
    if not both or (both < least and one != other):
        return 0.0
    return both / (len(one) + len(other) - both)


def _overlap_of_names(one: _Telling, other: _Telling) -> float:
    """The same of the names of one unit's models; “khu phố 2” and “khu phố 7” are not the same."""
    is_series = one.numbers != other.numbers
    return (
        0.0
        if is_series or one.pairs.carrier != other.pairs.carrier
        else _overlap(one.name, other.name)
    )


def _family(telling: _Telling, links: Links) -> str:
    """The slug of the model from which it was copied in the first place, or its own."""
    slug, seen = telling.item.slug, set[str]()
    while slug in links.originals and slug not in seen:
        seen.add(slug)
        slug = links.originals[slug].slug
    return min(seen) if slug in seen else slug


def _candidates(ordered: Sequence[_Telling]) -> list[tuple[int, int]]:
    """The places of each two that may be alike, once."""
    total = len(ordered)
    _, carrier = np.unique(
        np.frombuffer(b"".join(each.pairs.carrier for each in ordered), HASH), return_inverse=True
    )
    table = pair_table([each.pairs.name + each.pairs.summary for each in ordered])
    one, other = np.divmod(_sharing_words(table), max(total, 1))
    likely = _may_be_alike(table, one, other) | (carrier[one] == carrier[other])
    of_one_carrier = _neighbours(carrier, np.arange(total), total)
    found = np.concatenate([one[likely] * total + other[likely], of_one_carrier])
    return [divmod(code, total) for code in distinct(np.sort(found)).tolist()]


def _sharing_words(table: PairTable) -> Column:
    """Each two that share enough of their rarest words, as told by ``_neighbours``."""
    rarest = _rarest(table)
    word, owner = rarest.by_word()
    met = np.sort(_neighbours(word, owner, table.owners))
    starts = run_starts(met)
    shared = np.diff(starts, append=len(met))
    least = np.minimum(_SHARED, np.ceil(ALIKE * table.sizes))
    enough: Column = met[starts][shared >= least[met[starts] // max(table.owners, 1)]]
    return enough


def _rarest(table: PairTable) -> PairTable:
    """The words of which each must share ``_SHARED`` with whatever is ``ALIKE``."""
    from_rarest = np.argsort(table.frequency, kind="stable")
    rank = np.empty_like(from_rarest)
    rank[from_rarest] = np.arange(table.words)
    ranked = in_order(table.owner * table.words + rank[table.word]) % table.words
    word = from_rarest[ranked]
    spare = table.sizes - np.ceil(ALIKE * table.sizes).astype(np.int64)
    place = np.arange(len(word)) - table.starts[table.owner]
    return PairTable(table.owner, word, table.owners, table.words).where(
        (place < spare[table.owner] + _SHARED) & (table.frequency[word] > 1)
    )


def _neighbours(bucket: Column, member: Column, total: int) -> Column:
    """Each member of a bucket with each of those that follow it there.

    ``member`` rises within each bucket. Two are told as the first times ``total`` and the second.
    """
    order = np.argsort(bucket, kind="stable")
    bucket, member = bucket[order], member[order]
    found = []
    for step in range(1, _NEIGHBOURS + 1):
        together = bucket[:-step] == bucket[step:]
        found.append(member[:-step][together] * total + member[step:][together])
    return np.concatenate(found)


def _may_be_alike(table: PairTable, one: Column, other: Column) -> NDArray[np.bool_]:
    """Whether sketches leave it open that two share ``ALIKE`` of their words.

    Each bit that only one of them has stands for at least one word that the other lacks.
    """
    bits = np.zeros((table.owners, _SKETCH), np.bool_)
    bits[table.owner, table.word % _SKETCH] = True
    sketches = np.packbits(bits, axis=1).view(np.uint64)
    most = np.full(len(one), np.iinfo(np.int64).max)
    for this, that in ((one, other), (other, one)):
        lacking = np.bitwise_count(sketches[this] & ~sketches[that]).sum(axis=1, dtype=np.int64)
        most = np.minimum(most, table.sizes[this] - lacking)
    every = table.sizes[one] + table.sizes[other] - most
    possible: NDArray[np.bool_] = most >= ALIKE * every - 1e-6
    return possible
