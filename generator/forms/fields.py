"""The rows of the form that name a field: “I. LĨNH VỰC KINH TẾ”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import fold, nearest

FIELDS = "linh_vuc"
OFFICIAL = 4
"""So many fields, the first of the list, stand in the form of plan 31-KH/TU even when empty."""

_ROMAN = re.compile(r"^\(?[IVX]{1,5}\)?(?:\s*[.)/:–-]+\s*|\s+)(?=\D)")
_SAID = re.compile(r"^linh vuc\s*:?\s*")
_COUNT = re.compile(r"\s*(?:\(?\s*\d+ mo hinh[^)]*\)?|:)\s*$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class FieldRow:
    """A row that names a field."""

    name: str
    """As written, without number and “LĨNH VỰC”."""

    field: str | None
    """The term of the vocabulary; ``None`` when there is none of that name."""


def field_row(text: str, vocabulary: Vocabulary) -> FieldRow | None:
    """What a row with nothing but this text names, if it can only be the name of a field."""
    flat = " ".join(text.split())
    name = _ROMAN.sub("", flat)
    plain = fold(name)
    said = _SAID.match(plain)
    if said and len(plain) == len(name):
        name = name[said.end() :]
    field = field_of(name, vocabulary)
    has_sign = bool(said) or name != flat
    return FieldRow(name.strip(" :."), field) if field or has_sign else None


def field_of(name: str, vocabulary: Vocabulary) -> str | None:
    """The field that a name or alias stands for, however it is spelt."""
    return _names(vocabulary).get(_letters(_COUNT.sub("", fold(name))))


def nearest_field(name: str, vocabulary: Vocabulary) -> str:
    """The name of the field that was probably meant, or nothing."""
    names = {term.name: term.id for term in vocabulary.lists.get(FIELDS, ())}
    aliases = vocabulary.names(FIELDS)
    near = nearest(name, [*names, *aliases])
    return vocabulary.term(FIELDS, aliases[near]).name if near else ""


def title(number: int, field: str, vocabulary: Vocabulary) -> str:
    """The row as the form prints it: “II. LĨNH VỰC VĂN HÓA - XÃ HỘI”."""
    name = vocabulary.term(FIELDS, field).name.replace("–", "-").upper()
    return f"{roman(number)}. LĨNH VỰC {name}"


def roman(number: int) -> str:
    """A small number in Roman figures."""
    written = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            written, number = written + sign, number - value
    return written


def _names(vocabulary: Vocabulary) -> Mapping[str, str]:
    found = {_letters(name): field for name, field in vocabulary.names(FIELDS).items()}
    return found | {_letters(field): field for field in vocabulary.ids(FIELDS)}


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", fold(text)).strip()
