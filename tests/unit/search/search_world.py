"""Small collections told as texts, and the index of them as it is read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.search.documents import Document
from generator.search.postings import Postings, postings
from generator.search.words import Form, Forms, words


@dataclass(frozen=True)
class Text:
    """A page to be found, of which only what matters is told."""

    title: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    body: str = ""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: object = ()


def collection(texts: Iterable[Text]) -> tuple[list[Document], Forms]:
    """The pages as the index takes them."""
    documents: list[Document] = []
    forms: dict[int, Form] = {}
    for it in texts:
        found, more = words(it.title, it.summary, it.keywords, it.about, it.results, it.body)
        forms.update(more)
        card = json.dumps([it.title], ensure_ascii=False).encode()
        told = {"more": it.more, "body": it.body, "terms": it.terms, "order": it.order}
        documents.append(Document(found, card, **told))  # type: ignore[arg-type]
    return documents, forms


def index(texts: Iterable[Text]) -> Postings:
    """The index of the pages."""
    return postings(*collection(texts))


class Bytes:
    """Reads a block as theme/assets/js/search/store.js does."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def text(self) -> str:
        length = self.number()
        self.at += length
        return self.data[self.at - length : self.at].decode()

    def rising(self) -> Iterator[int]:
        value = 0
        for _ in range(self.number()):
            value += self.number()
            yield value


Held = dict[str, tuple[dict[int, list[int]], list[int]]]
"""Exact form → positions by document, and documents that hold it only in their body."""


def held(texts: Iterable[Text], word: str) -> Held:
    """What the index of the pages tells of a word."""
    found = index(texts)
    wanted = found.words.index(word)
    for shard in found.shards:
        reader, number = Bytes(shard.data), shard.first
        while reader.at < len(shard.data):
            length = reader.number()
            end = reader.at + length
            if number == wanted:
                return _forms(reader)
            reader.at, number = end, number + 1
    raise AssertionError(word)


def _forms(reader: Bytes) -> Held:
    found = {}
    for _ in range(reader.number()):
        exact, placed, document_number = reader.text(), {}, 0
        for _ in range(reader.number()):
            document_number += reader.number()
            placed[document_number] = list(reader.rising())
        found[exact] = (placed, list(reader.rising()))
    return found
