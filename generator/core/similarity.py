"""Which models a reader of this one may want to see next.

Weighted overlap of rare words in name, summary and keywords, with a little for the
same field and the same province. Only models that share a rare word, a field or a
province are compared, so that the cost grows with the content and not with its square.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.vietnamese import key

SHOWN = 3
_MOST_SHARED = 120
"""A word that more models carry than this tells nothing about any of them."""

_SAME_FIELD = 1.5
_SAME_PROVINCE = 1.0
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Words:
    of: Mapping[str, frozenset[str]]
    carriers: Mapping[str, tuple[str, ...]]
    weight: Mapping[str, float]


@dataclass(frozen=True)
class _Traits:
    """What of a model is compared besides its words."""

    fields: frozenset[str]
    province: str


def similar(catalogue: Catalogue) -> Mapping[str, tuple[ModelItem, ...]]:
    """For each model slug the few models most like it, best first."""
    words = _words(catalogue)
    peers = _peers(catalogue)
    traits = {slug: _traits(item, catalogue) for slug, item in catalogue.models.items()}
    found = {}
    for slug, item in catalogue.models.items():
        likely = peers[item.entry.fields[0]]
        best = _best(slug, words, likely, traits)
        found[slug] = tuple(catalogue.models[other] for other in best)
    return found


def _traits(item: ModelItem, catalogue: Catalogue) -> _Traits:
    return _Traits(frozenset(item.entry.fields), catalogue.place(item.entry).today.id)


def _best(
    slug: str, words: _Words, likely: tuple[str, ...], traits: Mapping[str, _Traits]
) -> list[str]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in sorted(words.of[slug]):
        weight = words.weight.get(word, 0.0)
        for other in words.carriers.get(word, ()):
            scores[other] += weight
    own = traits[slug]
    for other in {*scores, *likely} - {slug}:
        scores[other] += _closeness(own, traits[other])
    scores.pop(slug, None)
    return nsmallest(SHOWN, scores, key=lambda other: (-round(scores[other], 6), other))


def _closeness(one: _Traits, other: _Traits) -> float:
    shares_field = not one.fields.isdisjoint(other.fields)
    return _SAME_FIELD * shares_field + _SAME_PROVINCE * (one.province == other.province)


def _peers(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """A few models of each field, to fall back on where no word is shared."""
    return {
        field: tuple(item.slug for item in items[: SHOWN + 1])
        for field, items in catalogue.by_field.items()
    }


def _words(catalogue: Catalogue) -> _Words:
    of = {slug: _words_of(item) for slug, item in catalogue.models.items()}
    carriers: defaultdict[str, list[str]] = defaultdict(list)
    for slug, found in of.items():
        for word in found:
            carriers[word].append(slug)
    rare = {w: tuple(c) for w, c in carriers.items() if 1 < len(c) <= _MOST_SHARED}
    total = len(of)
    weight = {word: math.log(1 + total / len(found)) for word, found in rare.items()}
    return _Words(of, rare, weight)


def _words_of(item: ModelItem) -> frozenset[str]:
    """Pairs of neighbouring syllables: in Vietnamese a word is mostly two of them."""
    found: set[str] = set()
    for text in (item.entry.name, item.entry.summary, *item.entry.keywords):
        syllables = _WORD.findall(key(text))
        found.update(f"{a} {b}" for a, b in pairwise(syllables))
    return frozenset(found)
