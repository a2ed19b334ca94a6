"""Which documents hold which word, and where: the index proper, cut into small files.

Title, summary, keywords, results and the few facts about an entry are kept with positions,
so that neighbours in a question can be told from words that merely share a page. Of a body
each word counts once; a word that stands in over a fifth of all bodies tells nothing there
and is left out. A reader's question then loads one small file per word. A small collection
can afford the positions of bodies too.

A block of one word: its length in bytes; the count of exact forms; for each form its text,
then the documents that hold it in their short fields (steps between document numbers, each
followed by the count of positions and the positions), then those that hold it in their body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from generator.search.documents import SMALL, Document
from generator.search.occurrences import occurrences
from generator.search.sections import Sections, body_sections, short_sections
from generator.search.varints import put, put_text
from generator.search.word_counts import count
from generator.search.words import ABOUT, BODY, KEYWORDS, RESULTS, SUMMARY, TITLE, Form, Forms

FIELDS = ((TITLE, 10.0), (SUMMARY, 4.0), (KEYWORDS, 5.0), (ABOUT, 4.0), (RESULTS, 3.0), (BODY, 1.5))
"""What a word is worth in each field, told to the browser with the index."""

COMMON = 0.2
"""A word in a greater share of bodies is not indexed there."""

_BLOCK = 12_000
"""Bytes after which a file is closed, before compression."""


@dataclass(frozen=True)
class Shard:
    """Some words next to each other in the dictionary, in one file."""

    first: int
    """Which word of the dictionary is its first."""

    data: bytes


@dataclass(frozen=True)
class Postings:
    """The dictionary and its shards."""

    words: tuple[str, ...]
    """Folded, in code-point order."""

    counts: tuple[int, ...]
    """In how many documents each stands."""

    shards: tuple[Shard, ...]


def postings(documents: Sequence[Document], forms: Forms) -> Postings:
    """The index of ``documents``; a document's number is its place in the sequence.

    ``forms`` explains the numbers of all their words, and may explain more.
    """
    found = occurrences(documents, forms)
    counted = count(found, len(documents))
    most = len(documents) * COMMON if len(documents) > SMALL else len(documents)
    is_kept = np.repeat(counted.per_form(counted.in_bodies <= most), np.diff(found.body.bounds))
    is_held = (np.diff(found.short.bounds) + np.diff(found.body.bounds)) > 0
    body = body_sections(found.body.only(np.flatnonzero(is_kept)))
    blocks = _Blocks(found.forms, short_sections(found.short), body)
    told = zip(counted.words, counted.anywhere.tolist(), strict=True)
    dictionary = {word: number for word, number in told if number}
    return Postings(
        tuple(dictionary),
        tuple(dictionary.values()),
        tuple(_shards(blocks.of(np.flatnonzero(is_held).tolist()))),
    )


@dataclass(frozen=True)
class _Blocks:
    """Writes the blocks of words."""

    forms: Sequence[Form]
    short: Sections
    body: Sections

    def of(self, held: Iterable[int]) -> Iterator[bytearray]:
        """A block for each word that has any of these forms."""
        for _, some in groupby(held, key=lambda form: self.forms[form][0]):
            forms = list(some)
            block = bytearray()
            put(block, len(forms))
            for form in forms:
                put_text(block, self.forms[form][1])
                put(block, self.short.documents[form])
                block += self.short.of(form)
                put(block, self.body.documents[form])
                block += self.body.of(form)
            yield block


def _shards(blocks: Iterable[bytearray]) -> Iterator[Shard]:
    data, first = bytearray(), 0
    for index, block in enumerate(blocks):
        if len(data) >= _BLOCK:
            yield Shard(first, bytes(data))
            data, first = bytearray(), index
        put(data, len(block))
        data += block
    if data:
        yield Shard(first, bytes(data))
