"""What somebody is asked who gives a model through a web form instead of a file.

A choice of keys and the sections of the body, in the order of the form. The form is drawn from
these questions and its answers are read by them, so that neither can miss the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.core.skeleton import HEADINGS
from generator.core.taxonomy import Term, Vocabulary
from generator.doors.keys import Key, keys_of

ASKED: Final = (
    *("ten", "tom_tat", "hinh_thuc", "co_so_dang", "linh_vuc", "don_vi"),
    *("dia_ban.tinh", "dia_ban.huyen", "dia_ban.xa", "dia_ban.thon", "dia_ban.nam"),
    *("xay_dung", "bat_dau", "trang_thai"),
    *("ket_qua.noi_dung", "ket_qua.gia_tri", "ket_qua.don_vi", "ket_qua.thoi_diem"),
    *("nguon.tieu_de", "nguon.co_quan", "nguon.ngay", "nguon.url"),
)
"""Keys by path. Every key that must be there is among them; a test sees to it."""

_LONG: Final = frozenset({"tom_tat"})
"""Values that are sentences rather than a few words."""


@dataclass(frozen=True)
class Question:
    """One question of the form."""

    label: str
    """The heading above the answer; no two questions share one."""

    advice: str
    shape: Literal["line", "lines", "choice"]
    required: bool
    path: str = ""
    """The key that the answer belongs to; empty for a section of the body."""

    section: str = ""
    """The heading of the body that the answer stands under."""

    terms: tuple[Term, ...] = ()

    @property
    def id(self) -> str:
        """For the form: letters, digits, ``-`` and ``_``."""
        return self.path.replace(".", "-") or f"bai-{self.section_number}"

    @property
    def section_number(self) -> int:
        """Which section of the body it is, from 1."""
        return [*HEADINGS["model"], self.section].index(self.section) + 1


def questions(vocabulary: Vocabulary) -> tuple[Question, ...]:
    """The questions in the order of the form."""
    found = dict(_asked(keys_of("model"), vocabulary))
    return (*(found[path] for path in ASKED), *_sections())


def _asked(keys: tuple[Key, ...], vocabulary: Vocabulary) -> Iterator[tuple[str, Question]]:
    for key in keys:
        if not key.inner:
            yield key.path, _question(key, key.label, key.required, vocabulary)
        for inner in key.inner:
            needed = key.required and inner.required
            yield inner.path, _question(inner, _label(key, inner), needed, vocabulary)


def _question(key: Key, label: str, required: bool, vocabulary: Vocabulary) -> Question:
    terms = key.terms(vocabulary)
    shape: Literal["line", "lines", "choice"] = "lines" if key.path in _LONG else "line"
    return Question(
        label, key.advice, "choice" if terms else shape, required, key.path, terms=terms
    )


def _label(group: Key, key: Key) -> str:
    """“Địa bàn – xã, phường”; the key that is named as its group is stands for it."""
    if key.label == group.label:
        return group.label
    return f"{group.label} – {key.label[0].lower()}{key.label[1:]}"


def _sections() -> Iterator[Question]:
    advice: Mapping[str, str] = HEADINGS["model"]
    for title, about in advice.items():
        told = f"{about[0].upper()}{about[1:]}."
        yield Question(f"Bài viết – {title}", told, "lines", False, section=title)
