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

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.search.documents import Document
from generator.search.tokens import tokens
from generator.search.varints import put, put_rising, put_text

TITLE, SUMMARY, KEYWORDS, ABOUT, RESULTS, BODY = 0, 64, 160, 192, 256, 384
"""Where each field's positions begin, on multiples of 32: the browser keeps them as bits."""

FIELDS = ((TITLE, 10.0), (SUMMARY, 4.0), (KEYWORDS, 5.0), (ABOUT, 4.0), (RESULTS, 3.0), (BODY, 1.5))
"""What a word is worth in each field, told to the browser with the index."""

BODY_END = BODY + 3072
"""Positions of a body are kept up to here, in a collection of up to ``SMALL`` documents."""

COMMON = 0.2
"""A word in a greater share of bodies is not indexed there."""

SMALL = 500
"""Up to so many documents every body word is indexed, with its position."""

_BLOCK = 12_000
"""Bytes after which a file is closed, before compression."""


@dataclass
class _Word:
    """Where one exact form stands."""

    short: dict[int, list[int]]
    body: list[int]


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


def postings(documents: Sequence[Document]) -> Postings:
    """The index of ``documents``; a document's number is its place in the sequence."""
    found: defaultdict[str, defaultdict[str, _Word]] = defaultdict(
        lambda: defaultdict(lambda: _Word({}, []))
    )
    for number, document in enumerate(documents):
        _add(found, number, document, len(documents) <= SMALL)
    return _packed(found, len(documents))


def _add(
    found: defaultdict[str, defaultdict[str, _Word]],
    number: int,
    document: Document,
    is_small: bool,
) -> None:
    seen: set[tuple[str, str]] = set()
    for position, folded, exact in _placed(document, is_small):
        seen.add((folded, exact))
        found[folded][exact].short.setdefault(number, []).append(position)
    for token in dict.fromkeys(tokens(document.body)):
        if (token.folded, token.exact) not in seen:
            found[token.folded][token.exact].body.append(number)


def _placed(document: Document, with_body: bool) -> Iterable[tuple[int, str, str]]:
    """Every word with its position; a field too long runs into its end."""
    body = document.body.split("\n") if with_body else ()
    for phrases, start, end in (
        ((document.title,), TITLE, SUMMARY),
        ((document.summary,), SUMMARY, KEYWORDS),
        (document.keywords, KEYWORDS, ABOUT),
        (document.about, ABOUT, RESULTS),
        (document.results, RESULTS, BODY),
        (body, BODY, BODY_END),
    ):
        position = start
        for phrase in phrases:
            for token in tokens(phrase):
                yield min(position, end - 2), token.folded, token.exact
                position += 1
            position += 1  # the last word of a phrase is no neighbour of the next one's first


def _packed(found: dict[str, defaultdict[str, _Word]], total: int) -> Postings:
    words = tuple(sorted(found))
    most = total * COMMON if total > SMALL else total
    counts: list[int] = []
    shards: list[Shard] = []
    block, first = bytearray(), 0
    for index, word in enumerate(words):
        if len(block) >= _BLOCK:
            shards.append(Shard(first, bytes(block)))
            block, first = bytearray(), index
        counts.append(_put_word(block, found[word], most))
    if words:
        shards.append(Shard(first, bytes(block)))
    return Postings(words, tuple(counts), tuple(shards))


def _put_word(out: bytearray, forms: dict[str, _Word], most: float) -> int:
    """Append a word's block; in how many documents it stands, common bodies included."""
    block = bytearray()
    in_bodies = set().union(*(each.body for each in forms.values()))
    put(block, len(forms))
    for exact in sorted(forms):
        form = forms[exact]
        put_text(block, exact)
        put(block, len(form.short))
        before = 0
        for number, positions in form.short.items():
            put(block, number - before)
            before = number
            put(block, len(positions))
            put_rising(block, positions)
        kept = form.body if len(in_bodies) <= most else []
        put(block, len(kept))
        put_rising(block, kept)
    put(out, len(block))
    out += block
    return len(in_bodies.union(*(each.short for each in forms.values())))
