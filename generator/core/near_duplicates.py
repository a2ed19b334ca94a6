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
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil

from generator.core.catalogue import ModelItem
from generator.core.links import Links
from generator.core.vietnamese import key

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

_WORD = re.compile(r"[\w\u0300-\u036f]+")


@dataclass(frozen=True)
class _Telling:
    """What of a model is compared."""

    item: ModelItem

    @cached_property
    def name(self) -> frozenset[str]:
        return _pairs(self.item.entry.name)

    @cached_property
    def all(self) -> frozenset[str]:
        return self.name | _pairs(self.item.entry.summary)

    @cached_property
    def numbers(self) -> list[str]:
        return re.findall(r"\d+", self.item.entry.name)

    @cached_property
    def carrier(self) -> tuple[str, ...]:
        """The unit and its place; a unit such as “Hội Phụ nữ xã” says nothing without it."""
        place = self.item.entry.place
        parts = (self.item.entry.unit, place.province, place.commune, place.hamlet)
        return tuple(key(part or "") for part in parts)

    def rarest(self, frequency: Mapping[str, int]) -> list[str]:
        """The pairs of which it must share ``_SHARED`` with whatever is ``ALIKE``."""
        ordered = sorted(self.all, key=lambda pair: (frequency[pair], pair))
        spare = len(ordered) - ceil(ALIKE * len(ordered))
        return [pair for pair in ordered[: spare + _SHARED] if frequency[pair] > 1]

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """Nearly equal texts stand side by side in this order."""
        return key(self.item.entry.summary), key(self.item.entry.name), self.item.path


def near_duplicates(models: Iterable[ModelItem], links: Links) -> Mapping[str, ModelItem]:
    """For each slug of a model that has one, the other model most like it.

    Copies, their original and one another are meant to be alike and are left out.
    """
    by_slug = {item.slug: item for item in models}
    best: dict[str, tuple[float, float, str]] = {}
    for one, other in _candidates(_Telling(item) for item in by_slug.values()):
        whole = _overlap(one.all, other.all, _TELLING)
        degree = max(whole, _overlap_of_names(one, other))
        if degree < ALIKE or _family(one, links) == _family(other, links):
            continue
        for this, that in ((one.item, other.item), (other.item, one.item)):
            rank = (-degree, -whole, that.slug)
            best[this.slug] = min(best.get(this.slug, rank), rank)
    return {slug: by_slug[other] for slug, (_, _, other) in best.items()}


def _overlap(one: frozenset[str], other: frozenset[str], least: int = 1) -> float:
    """How much of both is in both, from 0 to 1; nothing where less than ``least`` is."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both >= least or one == other else 0.0


def _overlap_of_names(one: _Telling, other: _Telling) -> float:
    """The same of the names of one unit's models; “khu phố 2” and “khu phố 7” are not the same."""
    is_series = one.numbers != other.numbers
    return 0.0 if is_series or one.carrier != other.carrier else _overlap(one.name, other.name)


def _family(telling: _Telling, links: Links) -> str:
    """The slug of the model from which it was copied in the first place, or its own."""
    slug, seen = telling.item.slug, set[str]()
    while slug in links.originals and slug not in seen:
        seen.add(slug)
        slug = links.originals[slug].slug
    return min(seen) if slug in seen else slug


def _candidates(tellings: Iterable[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """Each pair that may be alike, once."""
    ordered = sorted(tellings, key=lambda each: each.order)
    buckets, carried = _buckets(ordered), _by_carrier(ordered)
    for at, one in enumerate(ordered):
        shared: Counter[int] = Counter()
        for pair in one.rarest(buckets.frequency):
            shared.update(_next(buckets.of[pair], at))
        least = min(_SHARED, ceil(ALIKE * len(one.all)))
        near = {other for other, count in shared.items() if count >= least}
        for other in near.union(_next(carried[one.carrier], at)):
            yield one, ordered[other]


@dataclass(frozen=True)
class _Buckets:
    """Who carries a pair of syllables among the rarest of their own; and how many carry it."""

    of: Mapping[str, list[int]]
    frequency: Mapping[str, int]


def _buckets(ordered: list[_Telling]) -> _Buckets:
    frequency = Counter(pair for telling in ordered for pair in telling.all)
    of: defaultdict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(ordered):
        for pair in telling.rarest(frequency):
            of[pair].append(at)
    return _Buckets(of, frequency)


def _by_carrier(ordered: list[_Telling]) -> Mapping[tuple[str, ...], list[int]]:
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, telling in enumerate(ordered):
        found[telling.carrier].append(at)
    return found


def _next(bucket: list[int], at: int) -> list[int]:
    start = bisect_right(bucket, at)
    return bucket[start : start + _NEIGHBOURS]


def _pairs(text: str) -> frozenset[str]:
    """Pairs of neighbouring syllables: in Vietnamese a word is mostly two of them."""
    syllables = _WORD.findall(key(text))
    return frozenset(f"{a} {b}" for a, b in pairwise(syllables)) or frozenset(syllables)
