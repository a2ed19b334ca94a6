"""The files of the search index, and their table of contents.

Files are gzipped here, since few servers compress what they do not know; but only those
that are asked for, since most stay the same from build to build. So do their names; readers'
browsers tell editions apart by the version in the table of contents, which they add to every
address.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from generator.search.columns import SORTS, Filter, filter_columns, sort_columns
from generator.search.documents import SMALL, Document
from generator.search.postings import FIELDS, postings
from generator.search.words import BODY, BODY_END, Forms

CONTENTS = "muc-luc.json"
"""The table of contents, the only file that is not compressed."""

CARDS_TOGETHER = 12
"""Cards in one file: a page of results draws on several."""

_LEVEL = 6
"""Of compression. The highest saves readers one byte in seven hundred and takes twice as long."""


@dataclass(frozen=True)
class File:
    """A file of the index, not yet compressed."""

    name: str
    raw: bytes

    @cached_property
    def key(self) -> bytes:
        """Differs where the file would."""
        return blake2b(self.raw, digest_size=16).digest()

    def make(self) -> bytes:
        """The file as it is written."""
        if self.name.endswith(".gz"):
            return gzip.compress(self.raw, _LEVEL, mtime=0)
        return self.raw


def bundle(
    documents: Sequence[Document],
    forms: Forms,
    filters: Sequence[Filter],
    lexicon: Mapping[str, Any],
) -> Iterator[File]:
    """Every file of the index, the table of contents last.

    ``documents`` stand in order of importance; ``forms`` explains the numbers of their words;
    ``lexicon`` is what questions are understood by: abbreviations and names of places and fields.
    """
    index = postings(documents, forms)
    words = "\n".join(f"{w} {c}" for w, c in zip(index.words, index.counts, strict=True))
    parts = {
        "tu": words.encode(),
        "ten": json_bytes(lexicon),
        "loc": filter_columns(filters, documents),
        "xep": sort_columns(documents),
    }
    parts |= {f"cho-{n}": shard.data for n, shard in enumerate(index.shards)}
    parts |= {f"the-{n}": cards for n, cards in enumerate(_cards(documents))}
    edition = blake2b(digest_size=6)
    for name, data in parts.items():
        edition.update(data)
        yield File(f"{name}.gz", data)
    contents = {
        "version": edition.hexdigest(),
        "count": len(documents),
        "together": CARDS_TOGETHER,
        "fields": FIELDS,
        "width": (BODY_END if len(documents) <= SMALL else BODY) // 32,
        "shards": [shard.first for shard in index.shards],
        "filters": [_told(each) for each in filters],
        "sorts": [[name, label] for name, label, _ in SORTS],
    }
    yield File(CONTENTS, json_bytes(contents))


def _told(each: Filter) -> dict[str, Any]:
    return {
        "name": each.name,
        "label": each.label,
        "values": each.values,
        "several": each.several,
        "quiet": each.quiet,
        "size": each.size,
    }


def _cards(documents: Sequence[Document]) -> Iterator[bytes]:
    for start in range(0, len(documents), CARDS_TOGETHER):
        some = documents[start : start + CARDS_TOGETHER]
        yield b"[" + b",".join(each.card for each in some) + b"]"


def json_bytes(value: object) -> bytes:
    """JSON as the browser is given it: short, and Vietnamese as it is written."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
