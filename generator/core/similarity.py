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


def similar(catalogue: Catalogue) -> Mapping[str, tuple[ModelItem, ...]]:
    """For each model slug the few models most like it, best first."""
    words = _words(catalogue)
    peers = _peers(catalogue)
    return {
        slug: tuple(catalogue.models[other] for other in _best(slug, words, peers, catalogue))
        for slug in catalogue.models
    }


def _best(
    slug: str, words: _Words, peers: Mapping[str, tuple[str, ...]], catalogue: Catalogue
) -> list[str]:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in sorted(words.of[slug]):
        for other in words.carriers.get(word, ()):
            scores[other] += words.weight[word]
    item = catalogue.models[slug]
    for other in {*scores, *peers[item.entry.fields[0]]} - {slug}:
        scores[other] += _closeness(item, catalogue.models[other], catalogue)
    scores.pop(slug, None)
    ranked = sorted(scores, key=lambda other: (-round(scores[other], 6), other))
    return ranked[:SHOWN]


def _closeness(one: ModelItem, other: ModelItem, catalogue: Catalogue) -> float:
    shared_field = bool(set(one.entry.fields) & set(other.entry.fields))
    shared_place = catalogue.place(one.entry).today.id == catalogue.place(other.entry).today.id
    return _SAME_FIELD * shared_field + _SAME_PROVINCE * shared_place


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
