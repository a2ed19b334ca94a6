"""The words of one document as a few compact bytes, made once and kept while it is unchanged.

A word stands here as a number drawn from its two forms; what the number means is told apart,
since a whole collection shares a few thousand words. Nothing here knows other documents, so
that the work can be done by whatever process reads the entry.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
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


class Lexicon(dict[str, tuple[int, ...]]):
    """The numbers of the words in each chunk that was ever asked for.

    Documents share it, so that what their words mean is told once for all of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[int, Form] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        known = _known(chunk)
        self.forms.update(known)
        self[chunk] = found = tuple(number for number, _ in known)
        return found

    def numbers(self, chunks: Iterable[str]) -> Iterator[int]:
        """The numbers of the words in all chunks, in order."""
        return chain.from_iterable(map(self.__getitem__, chunks))


def words(
    title: str,
    summary: str,
    keywords: Iterable[str],
    about: Iterable[str],
    results: Iterable[str],
    body: str,
    lexicon: Lexicon | None = None,
) -> tuple[Words, Forms]:
    """The words of a document, and what their numbers mean, as ``lexicon`` explains them.

    Each keyword, and each of ``about`` and ``results``, is a phrase of its own.
    """
    lexicon = Lexicon() if lexicon is None else lexicon
    fields = (
        place((title,), TITLE, SUMMARY, lexicon),
        place((summary,), SUMMARY, KEYWORDS, lexicon),
        place(keywords, KEYWORDS, ABOUT, lexicon),
        place(about, ABOUT, RESULTS, lexicon),
        place(results, RESULTS, BODY, lexicon),
    )
    short = [number for field in fields for number in field.numbers]
    places = [each for field in fields for each in field.places]
    every = dict.fromkeys(short)
    told = len(every)
    every.update(dict.fromkeys(lexicon.numbers(dict.fromkeys(chunks(body)))))
    others = list(every)[told:]  # a dictionary keeps the order in which its keys came
    found = Words(_bytes("Q", short), _bytes("H", places), _bytes("Q", others), fields[3].end)
    return found, lexicon.forms


@dataclass(frozen=True)
class Placed:
    """Words in their order, each with its place."""

    numbers: list[int]
    places: list[int]
    end: int
    """Where another phrase would begin."""


def place(phrases: Iterable[str], start: int, end: int, lexicon: Lexicon) -> Placed:
    """The words of a field that has the places from ``start`` to ``end``.

    One too long runs into its end.
    """
    numbers: list[int] = []
    places: list[int] = []
    for phrase in phrases:
        told = len(numbers)
        numbers += lexicon.numbers(chunks(phrase))
        size = len(numbers) - told
        places += range(start, start + size)
        start += size + 1  # the last word of a phrase is no neighbour of the next one's first
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
