"""What of a model is compared with others: its words and whose it is, as small hashes.

In Vietnamese a word is mostly two syllables, so texts are compared by their pairs of neighbouring
syllables. Hashes of eight bytes stand for them, the same on every day and machine, so that they
can be kept with the file they were read from and compared by the million at once. Must not know
what is made of a likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from struct import pack

from generator.core.entries import Model
from generator.core.vietnamese import key

HASH = "<u8"
"""How numpy reads the hashes of a text: unsigned, eight bytes, little-endian."""

_SIZE = 8
_SYLLABLE = re.compile(r"[\w\u0300-\u036f]+")


@dataclass(frozen=True)
class Pairs:
    """The pairs of one model. Each set is its hashes in order, each once, eight bytes each."""

    name: bytes
    summary: bytes
    keywords: bytes
    """Those of all keywords together; no pair reaches from one keyword into the next."""

    carrier: bytes
    """One hash of the unit and its place; a unit such as “Hội Phụ nữ xã” says nothing alone."""

    order: bytes
    """Nearly equal texts stand side by side in this order."""


def pairs_of(model: Model) -> Pairs:
    """The pairs of a model, whatever its spelling: hoà and hòa, capitals and dashes are equal.

    A text of one syllable has that syllable for its only pair.
    """
    name, summary = key(model.name), key(model.summary)
    place = model.place
    carrier = (model.unit, place.province, place.commune or "", place.hamlet or "")
    return Pairs(
        _joined(_told(name)),
        _joined(_told(summary)),
        _joined(pair for each in model.keywords for pair in _told(key(each))),
        _joined(["\n".join(map(key, carrier))]),
        f"{summary}\n{name}".encode(),
    )


def _told(text: str) -> list[str]:
    syllables = _SYLLABLE.findall(text)
    return list(map(" ".join, pairwise(syllables))) or syllables


def _joined(pairs: Iterable[str]) -> bytes:
    values = sorted(set(map(_hash, pairs)))
    return pack(f"<{len(values)}Q", *values)


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=_SIZE).digest(), "little")
