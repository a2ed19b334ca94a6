"""The columns of the official form, and how they are recognised in a form somebody has filled.

The form is the annex of plan 31-KH/TU (Quảng Ngãi, 16/3/2021). People retype it: without marks,
in capitals, with a number column or a unit column added. So a heading is compared by its letters
alone, and only by the words that make a column what it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from generator.core.vietnamese import fold, nearest


class Column(StrEnum):
    """What a column holds."""

    NAME = "ten"
    COLLECTIVE = "tap-the"
    INDIVIDUAL = "ca-nhan"
    ADDRESS = "dia-chi"
    CONTENT = "noi-dung"
    NEW = "moi"
    REPLICATED = "nhan-rong"
    ORDINAL = "stt"
    """Not in the official form: the number of the row."""

    FIELD = "linh-vuc"
    """Not in the official form: the field, where no row of its own names it."""

    UNIT = "don-vi"
    """Not in the official form: the unit, in lists put together from several."""


TITLES: Mapping[Column, str] = {
    Column.NAME: "Lĩnh vực/Tên mô hình, điển hình",
    Column.COLLECTIVE: "Mô hình tập thể",
    Column.INDIVIDUAL: "Mô hình cá nhân",
    Column.ADDRESS: "Địa chỉ",
    Column.CONTENT: "Nội dung cụ thể mô hình, điển hình",
    Column.NEW: "Xây dựng mới",
    Column.REPLICATED: "Nhân rộng",
}
"""The seven columns of the form, in order, with their headings."""

MARKS = (Column.COLLECTIVE, Column.INDIVIDUAL, Column.NEW, Column.REPLICATED)
"""The columns that hold a sign and no words."""

_SHORT = 40
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_FORMS: tuple[tuple[Column, re.Pattern[str], int], ...] = tuple(
    (column, re.compile(pattern), limit)
    for column, pattern, limit in (
        (Column.ORDINAL, r"^(stt|tt|so tt|so thu tu|thu tu)$", _SHORT),
        (Column.CONTENT, r"^(noi dung|tom tat|nd cu the)|noi dung cu the", 400),
        (Column.ADDRESS, r"^(dia (chi|ban|diem)|noi (thuc hien|xay dung))", _SHORT),
        (Column.FIELD, r"^(thuoc )?linh vuc$", _SHORT),
        (Column.UNIT, r"^(ten )?(co quan )?don vi( |$)", _SHORT),
        (Column.NAME, r"(^|linh vuc )ten\b|mo hinh dien hinh|^mo hinh$", 80),
        (Column.COLLECTIVE, r"tap the", _SHORT),
        (Column.INDIVIDUAL, r"ca nhan", _SHORT),
        (Column.NEW, r"xay dung moi(?! nhan rong)|^(lam |xd )?moi$", _SHORT),
        (Column.REPLICATED, r"^(mo hinh )?nhan rong", _SHORT),
    )
)
"""What the letters of a heading must hold, and how many they may be; the first that fits."""

_GROUPS = frozenset(("hinh thuc", "trong do"))
_OFFICIAL = {_NOT_LETTERS.sub(" ", fold(title)).strip(): column for column, title in TITLES.items()}


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """The column that a heading names, if it names one; a slip of the keyboard is forgiven."""
    said = _letters(heading)
    for column, pattern, limit in _FORMS:
        if len(said) <= limit and pattern.search(said):
            return column
    near = nearest(said, _OFFICIAL, 2) if 6 <= len(said) <= _SHORT else None
    return _OFFICIAL[near] if near else None


def is_heading(text: str) -> bool:
    """Whether a text names a column, or one of the two groups of columns."""
    return column_of(text) is not None or _letters(text) in _GROUPS


def is_official(heading: str) -> bool:
    """Whether a heading is spelt as in the form, marks and capitals aside."""
    return _letters(heading) in _OFFICIAL or _letters(heading).startswith("noi dung cu the mo hinh")


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", fold(text)).strip()
