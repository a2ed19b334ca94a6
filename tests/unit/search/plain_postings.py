"""The index made word by word, slowly and plainly: what ``postings`` must agree with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.search.documents import SMALL
from generator.search.postings import COMMON, Postings, Shard
from generator.search.tokens import tokens
from generator.search.varints import put, put_text
from generator.search.words import ABOUT, BODY, BODY_END, KEYWORDS, RESULTS, SUMMARY, TITLE
from tests.unit.search.search_world import Text

_BLOCK = 12_000


@dataclass
class _Form:
    """Where one exact form stands."""

    short: dict[int, list[int]] = field(default_factory=dict)
    body: list[int] = field(default_factory=list)


_Found = defaultdict[str, defaultdict[str, _Form]]


def plain_postings(texts: Sequence[Text]) -> Postings:
    """The index of the pages."""
    found: _Found = defaultdict(lambda: defaultdict(_Form))
    for number, text in enumerate(texts):
        _add(found, number, text, len(texts) <= SMALL)
    return _packed(found, len(texts))


def _add(found: _Found, number: int, text: Text, is_small: bool) -> None:
    seen = set()
    for position, folded, exact in _placed(text, is_small):
        seen.add((folded, exact))
        found[folded][exact].short.setdefault(number, []).append(position)
    for token in dict.fromkeys(tokens(text.body)):
        if (token.folded, token.exact) not in seen:
            found[token.folded][token.exact].body.append(number)


def _placed(text: Text, with_body: bool) -> Iterator[tuple[int, str, str]]:
    fields: tuple[tuple[Iterable[str], int, int], ...] = (
        ((text.title,), TITLE, SUMMARY),
        ((text.summary,), SUMMARY, KEYWORDS),
        (text.keywords, KEYWORDS, ABOUT),
        ((*text.about, *text.more), ABOUT, RESULTS),
        (text.results, RESULTS, BODY),
        (text.body.split("\n") if with_body else (), BODY, BODY_END),
    )
    for phrases, start, end in fields:
        position = start
        for phrase in phrases:
            for token in tokens(phrase):
                yield min(position, end - 2), token.folded, token.exact
                position += 1
            position += 1


def _packed(found: _Found, total: int) -> Postings:
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


def _put_word(out: bytearray, forms: dict[str, _Form], most: float) -> int:
    block = bytearray()
    in_bodies = {number for form in forms.values() for number in form.body}
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
            _put_rising(block, positions)
        kept = form.body if len(in_bodies) <= most else []
        put(block, len(kept))
        _put_rising(block, kept)
    put(out, len(block))
    out += block
    return len(in_bodies.union(*(form.short for form in forms.values())))


def _put_rising(out: bytearray, numbers: Iterable[int]) -> None:
    before = 0
    for number in numbers:
        put(out, number - before)
        before = number
