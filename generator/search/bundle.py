"""The files of the search index, compressed, and their table of contents.

Files are gzipped here, since few servers compress what they do not know. Their names
stay the same from build to build; readers' browsers tell editions apart by the version in
the table of contents, which they add to every address.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator.search.columns import SORTS, Filter, filter_columns, sort_columns
from generator.search.documents import Document
from generator.search.postings import BODY, BODY_END, FIELDS, SMALL, postings

CONTENTS = "muc-luc.json"
"""The table of contents, the only file that is not compressed."""

CARDS_TOGETHER = 12
"""Cards in one file: a page of results draws on several."""


@dataclass(frozen=True)
class File:
    """A file of the index."""

    name: str
    data: bytes


def bundle(
    documents: Sequence[Document], filters: Sequence[Filter], lexicon: Mapping[str, Any]
) -> Iterator[File]:
    """Every file of the index, the table of contents last.

    ``documents`` stand in order of importance; ``lexicon`` is what questions are understood
    by: abbreviations and names of places and fields.
    """
    index = postings(documents)
    words = "\n".join(f"{w} {c}" for w, c in zip(index.words, index.counts, strict=True))
    parts = {
        "tu": words.encode(),
        "ten": _json(lexicon),
        "loc": filter_columns(filters, documents),
        "xep": sort_columns(documents),
    }
    parts |= {f"cho-{n}": shard.data for n, shard in enumerate(index.shards)}
    parts |= {f"the-{n}": _json([d.card for d in some]) for n, some in enumerate(_cards(documents))}
    edition = blake2b(digest_size=6)
    for name, data in parts.items():
        edition.update(data)
        yield File(f"{name}.gz", gzip.compress(data, 9, mtime=0))
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
    yield File(CONTENTS, _json(contents))


def _told(each: Filter) -> dict[str, Any]:
    return {
        "name": each.name,
        "label": each.label,
        "values": each.values,
        "several": each.several,
        "quiet": each.quiet,
        "size": each.size,
    }


def _cards(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    for start in range(0, len(documents), CARDS_TOGETHER):
        yield documents[start : start + CARDS_TOGETHER]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
