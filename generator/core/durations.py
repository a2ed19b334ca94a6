"""How long it takes, out of the words of a source: "khoảng 3 tháng", "1 năm 6 tháng", "hai tuần".

Sources tell time in their own words, and the words are what readers see; only to sort models
into a few spans are they read as a number. What cannot be read so is in no span.
"""

from __future__ import annotations

import re

from generator.core.taxonomy import Term
from generator.core.vietnamese import normalise

SPANS = (
    Term("den-3-thang", "Đến 3 tháng"),
    Term("den-1-nam", "Trên 3 tháng đến 1 năm"),
    Term("tren-1-nam", "Trên 1 năm"),
)
"""From short to long."""

_ENDS = (3.0, 12.0)
"""The last month of each span but the longest."""

_WORDS = {
    word: number
    for number, word in enumerate(
        ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
} | {"nửa": 0.5}
_MONTHS = {"ngày": 1 / 30, "tuần": 7 / 30, "tháng": 1.0, "quý": 3.0, "năm": 12.0}
_NUMBER = rf"\d{{1,4}}(?:[.,]\d)?|{'|'.join(_WORDS)}"
_SPAN = re.compile(
    rf"(?<![\w/.])({_NUMBER})\s+({'|'.join(_MONTHS)})\b"
    rf"(?:\s+(?:(rưỡi)|(?:và\s+)?({_NUMBER})\s+tháng)\b)?"
)


def months(told: str) -> float | None:
    """The longest time that the words name, in months; ``None`` where they name none."""
    return max(map(_length, _SPAN.finditer(normalise(told).casefold())), default=None)


def span(told: str) -> str:
    """The id of the span that the words fall into; empty where they name no time."""
    length = months(told)
    if length is None:
        return ""
    return SPANS[sum(1 for end in _ENDS if length > end)].id


def _length(found: re.Match[str]) -> float:
    amount, unit, half, more = found.groups()
    length = _value(amount) * _MONTHS[unit]
    if half:
        return length + _MONTHS[unit] / 2
    return length + (_value(more) if more else 0)


def _value(amount: str) -> float:
    return _WORDS[amount] if amount in _WORDS else float(amount.replace(",", "."))
