"""How much of what a reader needs an entry tells, computed and never hand-set.

Shown on the page to everyone, so that a thin entry says it is thin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.core.catalogue import ModelItem
from generator.core.entries import Citation


@dataclass(frozen=True)
class Completeness:
    """Which of the things a reader needs are there."""

    present: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Share of what is there, rounded down."""
        return 100 * len(self.present) // (len(self.present) + len(self.missing))


def completeness(item: ModelItem) -> Completeness:
    """What the entry tells and what it leaves open."""
    held = [(name, bool(test(item))) for name, test in _PARTS]
    present = tuple(name for name, there in held if there)
    return Completeness(present, tuple(name for name, there in held if not there))


def _is_dated(source: Citation) -> bool:
    return source.published is not None and source.url is not None


def _section(title: str) -> Callable[[ModelItem], object]:
    return lambda item: title in item.headings


_PARTS: tuple[tuple[str, Callable[[ModelItem], object]], ...] = (
    ("hoàn cảnh ra đời", _section("Hoàn cảnh")),
    ("cách làm", _section("Cách làm")),
    ("kết quả có số liệu", lambda item: any(each.amount for each in item.entry.results)),
    ("bài học kinh nghiệm", _section("Bài học")),
    ("điều kiện để làm theo", lambda item: item.entry.conditions),
    ("thời điểm bắt đầu", lambda item: item.entry.start),
    ("địa bàn đến cấp xã", lambda item: item.entry.place.commune),
    ("tình trạng hiện nay", lambda item: item.entry.state),
    ("ngày xác nhận gần nhất", lambda item: item.entry.confirmed),
    ("nguồn có ngày và địa chỉ", lambda item: any(_is_dated(each) for each in item.entry.sources)),
)
