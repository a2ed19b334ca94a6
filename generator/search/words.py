"""The words of one document as a few compact bytes, made once and kept while it is unchanged.

A word stands here as a number drawn from its two forms; what the number means is told apart,
since a whole collection shares a few thousand words. Nothing here knows other documents, so
that the work can be done by whatever process reads the entry.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from generator.search.tokens import chunk_words, chunks, token

TITLE, SUMMARY, KEYWORDS, ABOUT, RESULTS, BODY = 0, 64, 160, 192, 256, 384
"""Where each field's positions begin, on multiples of 32: the browser keeps them as bits."""

BODY_END = BODY + 3072
"""Positions of a body are kept up to here, in a collection small enough to keep any."""

Form = tuple[str, str]
"""A word without its marks, and with them (see ``tokens``)."""

Forms = Mapping[int, Form]
"""What the numbers of words mean."""


@dataclass(frozen=True)
class Words:
    """Which words a document holds, and where; each array is little-endian."""

    short: bytes
    """64-bit numbers of the words in title, summary, keywords, about and results, in order."""

    positions: bytes
    """For each of those its place, 16 bits."""

    body: bytes
    """64-bit numbers of the body's other words, each once."""

    about_end: int
    """Where further phrases about the document would begin (see ``further_words``)."""


def words(
    title: str,
    summary: str,
    keywords: Iterable[str],
    about: Iterable[str],
    results: Iterable[str],
    body: str,
) -> tuple[Words, Forms]:
    """The words of a document, and what their numbers mean.

    Each keyword, and each of ``about`` and ``results``, is a phrase of its own.
    """
    forms: dict[int, Form] = {}
    fields = (
        place((title,), TITLE, SUMMARY, forms),
        place((summary,), SUMMARY, KEYWORDS, forms),
        place(keywords, KEYWORDS, ABOUT, forms),
        place(about, ABOUT, RESULTS, forms),
        place(results, RESULTS, BODY, forms),
    )
    short = [number for field in fields for number in field.numbers]
    places = [each for field in fields for each in field.places]
    told = len(forms)
    forms.update(chain.from_iterable(map(_known, dict.fromkeys(chunks(body)))))
    others = list(forms)[told:]  # a dictionary keeps the order in which its keys came
    about_end = fields[3].end
    return Words(_bytes("Q", short), _bytes("H", places), _bytes("Q", others), about_end), forms


@dataclass(frozen=True)
class Placed:
    """Words in their order, each with its place."""

    numbers: list[int]
    places: list[int]
    end: int
    """Where another phrase would begin."""


def place(phrases: Iterable[str], start: int, end: int, forms: dict[int, Form]) -> Placed:
    """The words of a field that has the places from ``start`` to ``end``.

    One too long runs into its end. What the numbers mean is added to ``forms``.
    """
    known: list[tuple[int, Form]] = []
    places: list[int] = []
    for phrase in phrases:
        told = len(known)
        known += chain.from_iterable(map(_known, chunks(phrase)))
        size = len(known) - told
        places += range(start, start + size)
        start += size + 1  # the last word of a phrase is no neighbour of the next one's first
    forms.update(known)
    numbers = [number for number, _ in known]
    last = last_place(end)
    return Placed(numbers, [min(each, last) for each in places] if start > last else places, start)


def last_place(end: int) -> int:
    """Where words stand that find no room before ``end``: no neighbours of the next field's."""
    return end - 2


@lru_cache(maxsize=65536)
def _known(chunk: str) -> tuple[tuple[int, Form], ...]:
    """The words of a chunk: the number of each, the same everywhere and for ever, and its forms."""
    return tuple(map(_word, chunk_words(chunk)))


@lru_cache(maxsize=65536)
def _word(word: str) -> tuple[int, Form]:
    """Kept apart from chunks: the same word stands before a comma, a full stop, in an address."""
    found = token(word)
    form = found.folded, found.exact
    digest = blake2b("\0".join(form).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little"), form


def _bytes(kind: str, numbers: list[int]) -> bytes:
    found = array(kind, numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()
